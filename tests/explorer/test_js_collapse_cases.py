"""What is a collapse, and what only looks like one, in the explorer's JavaScript."""

import numpy as np
import pytest
from support.javascript import in_node

from gmm_helpers import STARTS, GMMParams
from gmm_helpers.explorer.runs import run_em
from gmm_helpers.explorer.table import params_table


def find_collapse(params, X, reg_covar):
    return in_node(
        """
        const X = data(value.X);
        const found = collapse.findCollapse(floats(value.row), value.K, X, value.reg_covar);
        return found && { ...found, sentence: collapse.collapseInWords(found) };
        """,
        {
            "row": params_table((params,))[0],
            "K": params.n_components,
            "X": X,
            "reg_covar": reg_covar,
        },
        "em/collapse",
    )


def rises_by_ridge(run, n_samples, reg_covar):
    K, D = run.params[0].means.shape
    values = {"K": K, "D": D, "rises": run.rises, "n": n_samples, "reg_covar": reg_covar}
    arrays = {"params": params_table(run.params), "nll": run.negative_log_likelihood}
    return in_node(
        """
        const run = { ...value, params: floats(value.params), nll: floats(value.nll) };
        return ridge.risesByRidge(run, value.n, value.reg_covar);
        """,
        {**values, **arrays},
        "em/ridge",
    )


@pytest.mark.parametrize("unit", [1e-3, 1.0, 1e3])
def test_the_narrowest_component_is_found_in_any_direction_and_unit(unit):
    X = unit * np.random.default_rng(0).standard_normal((50, 2))
    slanted = np.array([[1.0, 1.0], [1.0, 1.0]]) + 1e-6 * np.eye(2)
    covariances = unit**2 * np.array([np.eye(2), slanted, 1e-5 * np.eye(2)])
    params = GMMParams(np.array([0.5, 0.3, 0.2]), np.zeros((3, 2)), covariances)
    collapse = find_collapse(params, X, 1e-6 * unit**2)
    assert collapse["component"] == 1
    assert collapse["nSamples"] == pytest.approx(15)
    assert collapse["deviation"] == pytest.approx(1e-3 * unit, rel=1e-3)
    assert collapse["sentence"].startswith(
        "Collapsed: the covariance of component 1, which holds 15.0 s"
    )


def test_narrow_data_or_a_wide_ridge_are_no_collapse():
    X = np.random.default_rng(0).standard_normal((50, 1))
    for scale, reg_covar in ((1e-3, 1e-9), (1.0, 5.0)):
        params = GMMParams(np.ones(1), np.zeros((1, 1)), np.full((1, 1, 1), scale**2))
        assert find_collapse(params, scale * X, reg_covar) is None


def end_of(X, n_components):
    *_, run = run_em(X, STARTS["k-means++"](X, n_components, 0), 1e-6)
    return run


def test_healthy_components_of_data_in_small_units_and_constant_features_are_no_collapse():
    rng = np.random.default_rng(0)
    far = [(1e6, 1e-3), (1.05e6, 1.6e-3)]
    small = np.concatenate([rng.normal((x, 1e4), (sd, 1e-4), (100, 2)) for x, sd in far])
    constant = np.c_[rng.normal(size=200), np.full(200, 0.1)]
    for X in (small, small - small.mean(axis=0), constant, 1e-3 * constant, 1e3 + constant):
        assert find_collapse(end_of(X, 2).params[-1], X, 1e-6) is None


def test_a_component_on_one_value_is_a_collapse_beside_a_constant_feature():
    rng = np.random.default_rng(0)
    values = np.concatenate([np.zeros(50), rng.normal(5, 1, 150)])
    X = np.c_[values, np.full(200, 0.1)]
    start = GMMParams(
        np.array([0.25, 0.75]), np.array([[0, 0.1], [5, 0.1]]), np.array([np.eye(2)] * 2)
    )
    *_, run = run_em(X, start, 1e-6)
    assert find_collapse(run.params[-1], X, 1e-6)["component"] == 0


@pytest.mark.parametrize("unit", [1e-3, 1.0])
def test_a_rise_by_the_ridge_is_known_as_such_in_any_unit(unit):
    X = np.random.default_rng(0).normal(size=(200, 2)) * unit + 1e4
    reg_covar = unit**2
    *_, run = run_em(X, STARTS["k-means++"](X, 2, 0), reg_covar)
    assert run.rises
    assert rises_by_ridge(run, len(X), reg_covar) == list(run.rises)
    assert rises_by_ridge(run, len(X), 1e-9 * unit**2) == []
