"""EM from start to finish: the course's anchor, when it stops, and what it leaves alone."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import oracles
from support.strategies import problems

from gmm_helpers import ConvergenceWarning, fit, moment_gaps, random_points_start

COURSE_WEIGHTS = [0.35036482, 0.31631759, 0.33331759]


def fit_n(problem, n_iter, **options):
    """Exactly n_iter iterations, without the warning that they do not converge."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return fit(problem.X, problem.start, tol=0, max_iter=n_iter, **options)


def test_the_course_converges_where_the_original_did(course_trace):
    assert course_trace.converged
    assert course_trace.n_iter == 89
    nll = course_trace.negative_log_likelihood
    assert nll[0] == pytest.approx(5762.109091, abs=5e-7)
    assert nll[-1] == pytest.approx(2295.071668, abs=5e-7)
    np.testing.assert_allclose(course_trace.params[-1].weights, COURSE_WEIGHTS, atol=5e-9)


def test_the_loop_of_a_first_course_ends_at_the_same_place(course, course_trace):
    params, history = oracles.fit_em(course.X, *course.start, tol=1e-6, max_iter=500)
    assert len(history) == 90
    assert history[0] == pytest.approx(5762.109091, abs=5e-7)
    assert history[-1] == pytest.approx(2295.071668, abs=5e-7)
    np.testing.assert_allclose(params[0], COURSE_WEIGHTS, atol=5e-9)
    np.testing.assert_allclose(course_trace.negative_log_likelihood, history, rtol=1e-10)
    for a, b in zip(course_trace.params[-1], params, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-7, atol=1e-9)


@given(problems(max_components=4), st.sampled_from([0.0, 1e-6, 0.2]))
def test_every_iteration_is_that_of_the_oracle(problem, reg_covar):
    trace = fit_n(problem, 3, reg_covar=reg_covar)
    params, history = oracles.fit_em(problem.X, *problem.start, 0, 3, reg_covar)
    np.testing.assert_allclose(trace.negative_log_likelihood, history, rtol=1e-9)
    for a, b in zip(trace.params[-1], params, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-7, atol=1e-8)


@given(problems())
def test_the_moments_are_kept_and_the_negative_log_likelihood_falls(problem):
    trace = fit_n(problem, 10, reg_covar=0)
    nll = trace.negative_log_likelihood
    assert (np.diff(nll) <= 1e-10 * np.abs(nll[:-1])).all()
    for params in trace.params[1:]:
        assert max(moment_gaps(problem.X, *params)) < 1e-12
    assert max(moment_gaps(problem.X, *trace.params[0])) > 1e-6  # the start keeps nothing


@pytest.mark.parametrize("n_iter", [0, 1, 7, 200])
def test_with_a_tolerance_of_zero_exactly_max_iter_iterations_are_run(course, n_iter):
    """200 is far beyond convergence; all NLLs may be equal by then."""
    with pytest.warns(ConvergenceWarning):
        trace = fit(course.X, course.start, tol=0, max_iter=n_iter)
    assert trace.n_iter == n_iter
    assert len(trace.negative_log_likelihood) == n_iter + 1
    assert not trace.converged


def descend(**options):
    """EM on one sample at 0, with an M-step that halves the mean: smaller and smaller changes."""
    means = iter([4.0, 2.0, 1.0, 0.5, 0.25])

    def halve(X, responsibilities):
        return [1.0], [[next(means)]], [[[1.0]]]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return fit([[0.0]], ([1.0], [[8.0]], [[[1.0]]]), m_step=halve, reg_covar=0, **options)


@pytest.mark.parametrize("iteration", [1, 2, 4])
def test_the_tolerance_is_strict_and_absolute(iteration):
    """A tolerance of exactly the change goes on; of one rounding more stops there."""
    changes = -np.diff(descend(tol=0, max_iter=5).negative_log_likelihood)
    np.testing.assert_allclose(changes, [24, 6, 1.5, 0.375, 0.09375])
    change = changes[iteration - 1]
    assert descend(tol=np.nextafter(change, np.inf), max_iter=5).n_iter == iteration
    assert descend(tol=change, max_iter=5).n_iter == iteration + 1
    assert descend(tol=change, max_iter=5).converged


def test_the_last_iteration_allowed_may_still_converge():
    assert descend(tol=1.0, max_iter=4).converged
    assert not descend(tol=1.0, max_iter=3).converged


def test_a_rise_counts_as_a_change_too(course):
    """A huge ridge makes the negative log-likelihood rise at once, by much more than tol."""
    best = fit(course.X, course.start, reg_covar=0).params[-1]
    trace = fit(course.X, best, reg_covar=1.0)
    assert trace.negative_log_likelihood[1] > trace.negative_log_likelihood[0] + 1
    assert trace.n_iter > 1


@pytest.mark.parametrize("max_iter", [0, 1, 5])
def test_a_run_that_does_not_converge_says_so_once(course, max_iter):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        trace = fit(course.X, course.start, max_iter=max_iter)
    assert trace.converged is False
    assert [w.category for w in caught] == [ConvergenceWarning]
    assert caught[0].filename == __file__  # it points to the line that called fit
    assert f"max_iter={max_iter}" in str(caught[0].message)


def test_a_run_that_converges_says_nothing(course):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert fit(course.X, course.start).converged is True


def test_data_and_start_are_left_as_they_were(course):
    X, start = course.X.copy(), [np.array(values) for values in course.start]
    fit(X, start)
    np.testing.assert_array_equal(X, course.X)
    assert X.flags.writeable
    for mine, original in zip(start, course.start, strict=True):
        np.testing.assert_array_equal(mine, original)
        assert mine.flags.writeable


def test_a_ridge_above_the_variance_of_a_feature_is_pointed_out(course):
    X = course.X * [1.0, 1e-6]
    with pytest.warns(UserWarning, match="more than the variance of feature 1") as caught:
        fit(X, random_points_start(X, 1, rng=0))
    assert [w.filename for w in caught] == [__file__]


@pytest.mark.parametrize("name", ["tol", "reg_covar"])
@pytest.mark.parametrize("value", [-1e-9, np.nan, np.inf, None, "small", [1e-6]])
def test_a_tolerance_or_ridge_that_is_no_number_is_refused(course, name, value):
    with pytest.raises(ValueError, match=f"{name} is .*, expected a number of at least 0"):
        fit(course.X, course.start, **{name: value})


@pytest.mark.parametrize("max_iter", [-1, 2.5, None, "many"])
def test_a_number_of_iterations_that_is_no_count_is_refused(course, max_iter):
    with pytest.raises(ValueError, match=r"max_iter is .*, expected an int of at least 0"):
        fit(course.X, course.start, max_iter=max_iter)


@pytest.mark.parametrize("start", [None, 3, (1, 2), "random points", np.zeros(5)])
def test_a_start_that_is_no_mixture_is_refused(course, start):
    with pytest.raises(ValueError, match=r"start must be GMMParams or \(weights, means, cov"):
        fit(course.X, start)


def test_more_components_than_samples_are_refused():
    start = np.full(3, 1 / 3), np.zeros((3, 1)), np.ones((3, 1, 1))
    with pytest.raises(ValueError, match="3 components cannot be fitted to 2 samples: use at most"):
        fit([[0.0], [1.0]], start)
