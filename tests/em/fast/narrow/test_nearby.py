"""Samples near a narrow component: leaving out all others changes nothing."""

import numpy as np
import pytest

from gmm_helpers import GMMParams
from gmm_helpers.em.fast.narrow import Narrow, Portion, nearby, sums
from gmm_helpers.em.fast.narrow.nearby import Nearby

BLOCKS = [(0, 90), (90, 180), (180, 200), (200, 300)]


def some_narrow(n_features=3, width=1e-3, shift=0.0):
    """Three components as narrow as this, 300 samples of theirs, and one wide feature."""
    rng = np.random.default_rng(1)
    means = rng.normal(size=(3, n_features)) + shift
    factors = width * np.tril(rng.normal(size=(3, n_features, n_features)))
    factors += width * np.eye(n_features)
    factors[:, 0] *= 100
    X = means[rng.integers(3, size=300)] + 3 * width * rng.standard_normal((300, n_features))
    covariances = factors @ factors.transpose(0, 2, 1)
    return X, GMMParams(np.full(3, 1 / 3), means, covariances)


def sums_of(X, params, largest):
    narrow = Narrow(params, np.ones(3, dtype=bool), largest)
    portion, densities = Portion(narrow, X, BLOCKS), []
    for first, last in BLOCKS:
        table = np.empty((3, last - first))
        portion.write_log_densities(first, last, table)
        np.exp(table, out=table)
        densities.append(table.copy())
        portion.add(last, np.minimum(table, 1))
    return np.concatenate(densities, axis=1), portion.scatters


@pytest.mark.parametrize("stretch", [1, 180, 4096])
@pytest.mark.parametrize("shift", [0.0, 1e3])
def test_densities_and_sums_are_those_of_all_samples(stretch, shift, monkeypatch):
    monkeypatch.setattr(nearby, "MAX_SHARE", 0.4)
    monkeypatch.setattr(sums, "STRETCH", stretch)
    X, params = some_narrow(shift=shift)
    largest = np.abs(X).max(axis=0)
    densities, scatters = sums_of(X, params, largest)
    all_densities, all_scatters = sums_of(X, params, None)
    np.testing.assert_allclose(densities, all_densities, rtol=1e-12)
    np.testing.assert_array_equal(densities == 0, all_densities == 0)
    np.testing.assert_allclose(scatters, all_scatters, rtol=1e-12, atol=1e-12)
    np.testing.assert_array_equal(scatters, scatters.transpose(0, 2, 1))


def test_few_samples_are_near_and_each_has_a_density(monkeypatch):
    X, params = some_narrow()
    monkeypatch.setattr(nearby, "MAX_SHARE", 0.5)
    narrow = Narrow(params, np.ones(3, dtype=bool), np.abs(X).max(axis=0))
    found, table = Nearby(narrow, X, 0, 300), np.zeros((3, 300))
    found.write_log_densities(0, 300, table)
    assert found.are_sparse.all()
    np.testing.assert_array_equal((table != nearby.FAR).sum(axis=1), np.diff([0, *found._ends]))


def test_a_component_near_many_samples_and_one_too_far_to_tell_are_left_to_the_table():
    X, params = some_narrow()
    wide = params._replace(covariances=params.covariances * 1e6)
    narrow = Narrow(wide, np.ones(3, dtype=bool), np.abs(X).max(axis=0))
    assert not Nearby(narrow, X, 0, 300).are_sparse.any()
    narrow = Narrow(params, np.ones(3, dtype=bool), np.full(3, 1e14))
    assert np.isinf(narrow.near).all()
    assert not Nearby(narrow, X, 0, 300).are_sparse.any()
