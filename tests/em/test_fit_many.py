"""fit_many: the runs of `fit`, all at once, and errors in the places of those that are lost."""

import numpy as np
import pytest
from support.strategies import random_mixture

import gmm_helpers as gmm
from gmm_helpers import ConvergenceWarning, DegenerateComponentError, EMTrace, fit, fit_many

pytestmark = pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")


def alone(X, start, **options):
    try:
        return fit(X, start, **options)
    except DegenerateComponentError as error:
        return error


def assert_same(run, other, rtol=1e-8):
    assert type(run) is type(other)
    if isinstance(run, DegenerateComponentError):
        assert (run.kind, run.component, run.iteration) == (
            other.kind,
            other.component,
            other.iteration,
        )
        assert (run.far_sample, run.flat_feature) == (other.far_sample, other.flat_feature)
        return
    assert (run.n_iter, run.converged) == (other.n_iter, other.converged)
    np.testing.assert_allclose(
        run.negative_log_likelihood, other.negative_log_likelihood, rtol=1e-11, atol=1e-11
    )
    for a, b in zip(run.params[-1], other.params[-1], strict=True):
        np.testing.assert_allclose(a, b, rtol=rtol, atol=rtol * np.abs(b).max())


def with_copies():
    cloud = np.random.default_rng(0).standard_normal((40, 2))
    return np.vstack([cloud, np.tile([10.3, 9.7], (5, 1))])


DATA = {
    "course": gmm.course_original().X,
    "shifted": gmm.course_original().X + 1e6,
    "tiny": 1e-6 * gmm.course_original().X,
    "one feature": gmm.course_original().X[:, :1],
    "an outlier": np.vstack([gmm.course_original().X, [[1e4, -1e4]]]),
    "copies": with_copies(),
    "constant feature": np.column_stack([with_copies(), np.full(45, 3.0)]),
}


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("reg_covar", [0.0, 1e-6])
@pytest.mark.parametrize("name", DATA)
def test_each_run_is_a_fit(name, reg_covar):
    X, options = DATA[name], {"reg_covar": reg_covar, "tol": 1e-4, "max_iter": 300}
    starts = [gmm.kmeans_plus_plus_start(X, 3, seed) for seed in range(6)]
    runs = fit_many(X, starts, **options)
    assert len(runs) == 6
    for start, run in zip(starts, runs, strict=True):
        assert_same(run, alone(X, start, **options))
        if isinstance(run, EMTrace) and reg_covar == 0:
            nll = run.negative_log_likelihood
            assert np.diff(nll).max() <= 1e-9 * np.abs(nll).max()


def test_the_anchor_is_among_many(course):
    starts = [course.start, *(gmm.identity_start(course.X, 3, seed) for seed in range(9))]
    run = fit_many(course.X, starts, reg_covar=0)[0]
    assert run.n_iter == 89
    np.testing.assert_allclose(
        run.negative_log_likelihood[[0, -1]], [5762.109091, 2295.071668], atol=1e-6
    )
    assert run.X.base is course.X
    assert run.responsibilities(-1).shape == (600, 3)


@pytest.mark.filterwarnings("ignore:.*runs failed:UserWarning")
def test_a_collapsed_run_leaves_its_error_and_the_others_go_on():
    X = with_copies()
    onto_copies = np.full(2, 0.5), [[0.0, 0.0], [10.0, 10.0]], np.array([np.eye(2)] * 2)
    empty = np.full(2, 0.5), [[0.0, 0.0], [1e3, 1e3]], np.array([np.eye(2)] * 2)
    wide = np.ones(1), [[0.0, 0.0]], [np.eye(2)]
    starts = [onto_copies, wide, empty, wide]
    runs = fit_many(X, starts, reg_covar=0)
    assert [type(run) for run in runs] == [DegenerateComponentError, EMTrace] * 2
    for start, run in zip(starts, runs, strict=True):
        assert_same(run, alone(X, start, reg_covar=0))
    assert runs[2].kind is gmm.Degeneracy.EMPTY


def test_numbers_of_components_may_differ():
    X = DATA["course"]
    starts = [gmm.random_points_start(X, K, 0) for K in (3, 1, 2, 3, 5)]
    runs = fit_many(X, starts, tol=1e-3)
    assert [run.params[-1].n_components for run in runs] == [3, 1, 2, 3, 5]
    for start, run in zip(starts, runs, strict=True):
        assert_same(run, fit(X, start, tol=1e-3))


def test_many_samples_are_fitted_too():
    rng = np.random.default_rng(8)
    X = 3 * rng.standard_normal((20_000, 2))
    starts = [random_mixture(rng, 2, 4) for _ in range(2)]
    for start, run in zip(starts, fit_many(X, starts, max_iter=3), strict=True):
        assert_same(run, fit(X, start, max_iter=3))


def test_as_many_components_as_samples():
    X = np.array([[0.0], [1.0], [5.0]])
    starts = [gmm.random_points_start(X, 3, seed) for seed in range(3)]
    for start, run in zip(starts, fit_many(X, starts, reg_covar=0.1), strict=True):
        assert_same(run, fit(X, start, reg_covar=0.1))
    with pytest.raises(ValueError, match="4 components cannot be fitted to 3 samples"):
        fit_many(X, [*starts, (np.full(4, 0.25), np.zeros((4, 1)), np.ones((4, 1, 1)))])


def test_without_a_start_there_is_no_run():
    assert fit_many([[0.0], [1.0]], []) == []


def test_it_warns_once_of_all_runs():
    X = with_copies()
    starts = [gmm.random_points_start(X, 2, seed) for seed in range(4)]
    with pytest.warns(ConvergenceWarning, match="4 of 4 runs did not converge"):
        fit_many(X, starts, max_iter=1)
    empty = np.full(2, 0.5), [[0.0, 0.0], [1e3, 1e3]], np.array([np.eye(2)] * 2)
    with pytest.warns(UserWarning, match="1 of 5 runs failed"):
        fit_many(X, [*starts, empty])


@pytest.mark.parametrize("starts", [3, [None], [(1, 2)]])
def test_starts_that_are_none_are_refused(starts):
    with pytest.raises(ValueError, match="start"):
        fit_many(with_copies(), starts)


def test_starts_of_other_features_are_refused():
    one = np.ones(1), [[0.0]], [[[1.0]]]
    two = np.ones(1), [[0.0, 0.0]], [np.eye(2)]
    with pytest.raises(ValueError, match="columns"):
        fit_many(with_copies(), [two, one])
