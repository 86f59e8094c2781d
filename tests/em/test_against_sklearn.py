"""The same runs by scikit-learn's GaussianMixture, from the same start."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.mixture import GaussianMixture
from support.strategies import problems

from gmm_helpers import e_step, fit, mixture_log_density, negative_log_likelihood


def fit_both(X, start, max_iter, reg_covar):
    """Exactly max_iter iterations of each; both would warn that they do not converge."""
    theirs = GaussianMixture(
        start.n_components,
        weights_init=start.weights,
        means_init=start.means,
        precisions_init=np.linalg.inv(start.covariances),
        tol=0,
        max_iter=max_iter,
        reg_covar=reg_covar,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return fit(X, start, tol=0, max_iter=max_iter, reg_covar=reg_covar), theirs.fit(X)


def assert_same_mixture(X, params, theirs):
    for a, b in zip(params, (theirs.weights_, theirs.means_, theirs.covariances_), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(e_step(X, *params), theirs.predict_proba(X), atol=1e-8)
    np.testing.assert_allclose(mixture_log_density(X, *params), theirs.score_samples(X), rtol=1e-8)
    # Their score is the mean log-likelihood per sample; ours is the total, with its sign changed.
    total = -len(X) * theirs.score(X)
    assert negative_log_likelihood(X, *params) == pytest.approx(total, rel=1e-9)


@given(problems(), st.integers(1, 10), st.sampled_from([0.0, 1e-6, 1e-2]))
def test_every_small_problem_goes_the_same_way(problem, max_iter, reg_covar):
    trace, theirs = fit_both(problem.X, problem.start, max_iter, reg_covar)
    assert trace.n_iter == theirs.n_iter_ == max_iter
    assert_same_mixture(problem.X, trace.params[-1], theirs)


@pytest.mark.parametrize("reg_covar", [0.0, 1e-6])
def test_the_course_goes_the_same_way_to_its_end(course, reg_covar):
    trace, theirs = fit_both(course.X, course.start, 89, reg_covar)
    assert_same_mixture(course.X, trace.params[-1], theirs)
    assert -600 * theirs.score(course.X) == pytest.approx(2295.071668, abs=1e-4)
