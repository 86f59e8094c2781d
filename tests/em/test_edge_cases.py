"""Data at the edge: a finite answer or a sentence that says what to do, never NaN.

Every warning is an error here but the package's own, which are UserWarnings.
"""

import re
import warnings

import numpy as np
import pytest
from support import oracles

from gmm_helpers import STARTS, DegenerateComponentError, EMTrace, fit, fit_restarts, m_step
from gmm_helpers.em.starts import random_points_start

# Two groups of 15, four apart.
CLOUD = np.random.default_rng(11).standard_normal((30, 2))
CLOUD[15:, 0] += 4.0
EDGES = {
    "one sample": CLOUD[:1],
    "one sample at zero": np.zeros((1, 2)),
    "two samples": CLOUD[:2],
    "one feature": CLOUD[:, :1],
    "one sample, one feature": CLOUD[:1, :1],
    "as many features as samples": np.random.default_rng(1).standard_normal((5, 5)),
    "every sample six times": np.repeat(CLOUD[::6], 6, axis=0),
    "all samples equal": np.tile(CLOUD[:1], (10, 1)),
    "all samples zero": np.zeros((10, 2)),
    "all samples equal and far": np.tile(CLOUD[:1] + 1e6, (10, 1)),
    "a constant feature": CLOUD * [1.0, 0.0] + [0.0, 0.1],
    "a constant feature far away": CLOUD * [1.0, 0.0] + [0.0, 1e8 / 3],
    "the same feature twice": CLOUD[:, [0, 0]],
    "shifted by 1e6": CLOUD + 1e6,
    "scaled by 1e-6": CLOUD * 1e-6,
    "scaled by 1e6": CLOUD * 1e6,
    "scaled by 1e-200": CLOUD * 1e-200,
    "scaled by 1e-150": CLOUD * 1e-150,
    "scaled by 1e100": CLOUD * 1e100,
    "an outlier at 1e3": np.vstack([CLOUD, [[1e3, 1e3]]]),
    "an outlier at 1e8": np.vstack([CLOUD, [[1e8, -1e8]]]),
    "features in units of 1e-9 and 1e9": CLOUD * [1e-9, 1e9],
}
COMPONENTS = [1, 2, 5]
CASES = [(edge, k) for edge in EDGES for k in COMPONENTS if k <= len(EDGES[edge])]
FINISHES_BY_DEFAULT = [
    "one sample",
    "all samples equal",
    "all samples equal and far",
    "every sample six times",
    "a constant feature",
    "the same feature twice",
    "shifted by 1e6",
    "an outlier at 1e3",
]
ADVICE = "fewer components|larger reg_covar|another start|rescale X|remove this column|subtract"


@pytest.fixture(autouse=True)
def only_our_own_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", UserWarning)
        yield


def outcome(run):
    """The trace of a run, or the error that ended it."""
    try:
        return run()
    except ValueError as error:
        return error


def assert_finite(trace):
    assert np.isfinite(trace.negative_log_likelihood).all()
    for params in trace.params:
        assert all(np.isfinite(values).all() for values in params)
        assert params.weights.sum() == pytest.approx(1)
    for iteration in (0, -1):
        np.testing.assert_allclose(trace.responsibilities(iteration).sum(axis=1), 1, rtol=1e-9)


def assert_clear(error):
    """It says what to do, and which component was lost if that is what happened."""
    assert re.search(ADVICE, str(error))
    if isinstance(error, DegenerateComponentError):
        assert error.iteration is not None


@pytest.mark.parametrize("reg_covar", [0.0, 1e-6])
@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(("edge", "k"), CASES)
def test_every_start_on_every_edge_ends_well(edge, k, start, reg_covar):
    X = EDGES[edge]
    end = outcome(lambda: fit(X, STARTS[start](X, k, 0), max_iter=40, reg_covar=reg_covar))
    if isinstance(end, EMTrace):
        assert_finite(end)
    else:
        assert_clear(end)


@pytest.mark.parametrize("edge", FINISHES_BY_DEFAULT)
@pytest.mark.parametrize("start", ["random points", "k-means++", "random responsibilities"])
def test_the_default_ridge_brings_these_to_an_end(edge, start):
    X = EDGES[edge]
    assert_finite(fit(X, STARTS[start](X, min(2, len(X)), 0), max_iter=40))


@pytest.mark.parametrize("unit", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("start", ["random points", "k-means++", "random responsibilities"])
def test_without_a_ridge_the_units_do_not_decide_whether_it_works(unit, start):
    X = CLOUD * unit
    assert_finite(fit(X, STARTS[start](X, 2, 3), reg_covar=0, max_iter=60))


@pytest.mark.parametrize("start", ["random points", "k-means++"])
def test_as_many_components_as_samples_is_every_sample_its_own(start):
    X = CLOUD[:5]
    trace = fit(X, STARTS[start](X, 5, 0)._replace(covariances=np.array([1e-3 * np.eye(2)] * 5)))
    params = trace.params[-1]
    np.testing.assert_allclose(np.sort(params.means[:, 0]), np.sort(X[:, 0]), rtol=1e-6)
    np.testing.assert_allclose(params.covariances, [1e-6 * np.eye(2)] * 5, atol=1e-9)


@pytest.mark.parametrize("n_features", [1, 2, 5])
def test_one_component_is_the_mean_and_covariance_of_the_data_after_one_iteration(n_features):
    X = np.random.default_rng(2).standard_normal((20, n_features))
    trace = fit(X, random_points_start(X, 1, 0), reg_covar=0)
    for params in trace.params[1:]:
        np.testing.assert_allclose(params.means[0], X.mean(axis=0), rtol=1e-12, atol=1e-14)
        covariance = np.cov(X.T, bias=True).reshape(n_features, n_features)
        np.testing.assert_allclose(params.covariances[0], covariance, rtol=1e-10, atol=1e-14)
    assert trace.n_iter == 2


@pytest.mark.parametrize("start", STARTS)
def test_data_whose_squares_overflow_are_refused(start):
    X = np.vstack([CLOUD, [[1e200, 0.0]]])
    with pytest.raises(ValueError, match="rescale X"):
        fit(X, STARTS[start](X, 2, 0))


def test_a_far_outlier_does_not_disturb_the_others():
    X = EDGES["an outlier at 1e8"]
    start = [0.5, 0.5], [[2.0, 0.0], [1e8, -1e8]], np.array([4 * np.eye(2)] * 2)
    trace = fit(X, start)
    params = trace.params[-1]
    np.testing.assert_allclose(params.means[0], CLOUD.mean(axis=0), rtol=1e-9)
    np.testing.assert_allclose(params.covariances[0], np.cov(CLOUD.T, bias=True), rtol=1e-5)
    nll = oracles.negative_log_likelihood(X, *params)
    assert trace.negative_log_likelihood[-1] == pytest.approx(nll, rel=1e-9)


def test_restarts_survive_the_edges_too():
    for X in (EDGES["every sample six times"], EDGES["all samples equal"]):
        restarts = fit_restarts(X, 2, n_init=3, seed=0, max_iter=30)
        assert np.isfinite(restarts.best.negative_log_likelihood).all()


def test_a_nearly_empty_component_is_still_computed():
    """Far below one sample, far above rounding."""
    responsibilities = np.column_stack([np.full(30, 1 - 1e-12), np.full(30, 1e-12)])
    params = m_step(CLOUD, responsibilities)
    np.testing.assert_allclose(params.means[1], CLOUD.mean(axis=0), rtol=1e-9)
    np.testing.assert_allclose(params.covariances[1], np.cov(CLOUD.T, bias=True), rtol=1e-9)


def test_the_component_on_a_far_outlier_is_named_and_not_the_others():
    """Samples near zero are exact, however far another one lies."""
    X = np.vstack([1e-3 * CLOUD, [[1e13, 1e13]]])
    start = [0.5, 0.5], [[0.0, 0.0], [1e13, 1e13]], [1e-6 * np.eye(2), 1e20 * np.eye(2)]
    with pytest.raises(DegenerateComponentError) as error:
        fit(X, start, reg_covar=0)
    assert (error.value.component, error.value.iteration) == (1, 1)
    trace = fit(X, start, reg_covar=0.1, max_iter=1)
    np.testing.assert_allclose(trace.params[1].means[0], 1e-3 * CLOUD.mean(axis=0), rtol=1e-9)
