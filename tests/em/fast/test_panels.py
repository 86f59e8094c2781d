"""Products in panels are the products, whatever the BLAS."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import SEEDS

from gmm_helpers.em.fast import panels as panels_module
from gmm_helpers.em.fast.panels import Panels


@pytest.fixture(params=[True, False], autouse=True)
def small_kernels(request, monkeypatch):
    monkeypatch.setattr(panels_module, "has_small_kernels", lambda: request.param)
    return request.param


@given(SEEDS, st.integers(1, 40), st.integers(1, 300), st.integers(1, 500))
def test_panels_multiply_whatever_was_in_the_memory(seed, n_components, n_products, block):
    rng = np.random.default_rng(seed)
    features = rng.standard_normal((n_products, block))
    table = rng.standard_normal((n_components, n_products))
    responsibilities = rng.random((n_components, block))
    panels, out = Panels(n_products, n_components, block), np.empty((n_components, block))
    padded = np.full((panels.n_rows, block), np.nan)
    padded[:n_products] = features
    panels.log_densities(panels.divide(table), padded, out)
    np.testing.assert_allclose(out, table @ features, atol=1e-11)
    sums = panels.sums(responsibilities, padded)
    np.testing.assert_allclose(sums, responsibilities @ features.T, atol=1e-11)


def test_large_products_are_divided_where_small_ones_are_quicker(small_kernels):
    assert Panels(153, 16, 408).are_many == small_kernels
    assert Panels(2145, 16, 256).are_many == small_kernels


@pytest.mark.parametrize("sizes", [(6, 3, 600), (6, 8, 8192), (153, 64, 96)])
def test_products_that_are_small_or_have_many_components_stay_whole(sizes):
    assert not Panels(*sizes).are_many


def test_it_can_be_told_which_blas_there_is(monkeypatch):
    monkeypatch.undo()
    assert panels_module.has_small_kernels() in (True, False)
