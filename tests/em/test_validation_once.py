"""Input is checked once, at the border, however many iterations or runs follow."""

import sys
import warnings

import numpy as np
import pytest
from support import oracles

import gmm_helpers as gmm
from gmm_helpers.drawing import contours, figures, scatter
from gmm_helpers.model import validation

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")
X = np.vstack([np.random.default_rng(0).normal(c, 1, (30, 2)) for c in (0, 5)])
CHECKS = ("as_data", "as_params", "as_gaussian", "as_gaussians", "as_responsibilities")
PAIR = gmm.GMMParams(np.full(2, 0.5), np.array([[0.0, 1.0], [4.0, 5.0]]), np.array([np.eye(2)] * 2))
SHARES = np.full((60, 2), 0.5)
AX = figures.new_figure()[1]
TRACE = gmm.EMTrace((PAIR, PAIR), np.zeros(2), True, X)
CUSTOM = {
    "no custom step": {},
    "a custom E-step": {"e_step": oracles.responsibilities},
    "a custom M-step": {"m_step": oracles.m_step},
    "both": {"e_step": oracles.responsibilities, "m_step": oracles.m_step},
}


@pytest.fixture
def calls(monkeypatch):
    """How often each check of `validation` is called, from whichever module."""
    counts = {}

    def count(name, check):
        def counted(*args, **kwargs):
            counts[name] = counts.get(name, 0) + 1
            return check(*args, **kwargs)

        return counted

    for name in CHECKS:
        check = getattr(validation, name)
        counted = count(name, check)
        for module in list(sys.modules.values()):
            if module.__name__.startswith("gmm_helpers") and getattr(module, name, None) is check:
                monkeypatch.setattr(module, name, counted)
    return counts


def test_the_count_sees_a_check_that_is_made_twice(calls):
    gmm.e_step(X, *PAIR)
    gmm.e_step(X, *PAIR)
    assert calls == {"as_data": 2, "as_params": 2, "as_gaussians": 2}


@pytest.mark.parametrize("max_iter", [0, 1, 10])
@pytest.mark.parametrize("custom", CUSTOM)
def test_fit_checks_the_data_once(calls, custom, max_iter):
    trace = gmm.fit(X, PAIR, tol=0, max_iter=max_iter, **CUSTOM[custom])
    assert trace.n_iter == max_iter
    assert calls["as_data"] == 1


@pytest.mark.parametrize("max_iter", [1, 10])
def test_what_a_custom_step_returns_is_checked_once_per_call(calls, max_iter):
    gmm.fit(X, PAIR, tol=0, max_iter=max_iter, **CUSTOM["both"])
    assert calls["as_responsibilities"] == max_iter + 1  # an E-step more, for the last likelihood
    assert calls["as_params"] == max_iter + 1  # the start, and each M-step


@pytest.mark.parametrize("custom", CUSTOM)
@pytest.mark.parametrize("init", gmm.STARTS)
def test_restarts_check_the_data_once_for_all_runs(calls, custom, init):
    options = {"n_init": 4, "seed": 0, "max_iter": 3, "tol": 0, "init": init, **CUSTOM[custom]}
    assert len(gmm.fit_restarts(X, 2, **options).others) == 3
    assert calls["as_data"] == 1


def test_restarts_check_each_start_of_ones_own_but_not_the_data_again(calls):
    gmm.fit_restarts(X, 2, n_init=4, seed=0, init=lambda X, n_components, rng: PAIR)
    assert (calls["as_data"], calls["as_params"]) == (1, 4)


@pytest.mark.parametrize(
    "call",
    [
        lambda: gmm.gaussian_log_density(X, PAIR.means[0], PAIR.covariances[0]),
        lambda: gmm.component_log_prob(X, *PAIR[1:]),
        lambda: gmm.weighted_log_prob(X, *PAIR),
        lambda: gmm.mixture_log_density(X, *PAIR),
        lambda: gmm.negative_log_likelihood(X, *PAIR),
        lambda: gmm.e_step(X, *PAIR),
        lambda: gmm.m_step(X, SHARES),
        lambda: gmm.em_step(X, *PAIR),
        lambda: gmm.moment_gaps(X, *PAIR),
        lambda: gmm.entropy(SHARES),
        lambda: gmm.expected_log_joint(X, SHARES, *PAIR),
        lambda: gmm.elbo(X, SHARES, *PAIR),
        lambda: gmm.update_means(X, SHARES),
        lambda: gmm.update_weights(SHARES),
        lambda: gmm.effective_counts(SHARES),
        lambda: gmm.sample_gmm(*PAIR, 3, rng=0),
        lambda: scatter.plot_data(AX, X),
        lambda: scatter.plot_responsibilities(AX, X, SHARES),
        lambda: contours.plot_density(AX, PAIR),
        lambda: contours.plot_ellipses(AX, PAIR),
        lambda: contours.plot_mean_paths(AX, TRACE),
        *(lambda start=start: start(X, 2, 0) for start in gmm.STARTS.values()),
    ],
)
def test_every_function_checks_each_argument_once(calls, call):
    call()
    assert calls
    assert set(calls.values()) == {1}


def test_data_and_means_are_checked_once_each(calls):
    gmm.update_covariances(X, SHARES, PAIR.means)
    assert calls == {"as_data": 2, "as_responsibilities": 1}


@pytest.mark.parametrize("name", gmm.STARTS)
def test_a_start_without_its_checks_is_the_same_start(name):
    start = gmm.STARTS[name]
    for a, b in zip(start(X, 3, 5), start.unchecked(X, 3, np.random.default_rng(5)), strict=True):
        np.testing.assert_array_equal(a, b)


def test_restarts_warn_once_whatever_the_number_of_runs(calls):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        gmm.fit_restarts(X, 2, n_init=4, seed=0, reg_covar=100.0)
    assert [w.category for w in caught] == [UserWarning]
    assert calls["as_data"] == 1
