"""The loop of EM without its border: options, starts, and a run that warns of nothing."""

import warnings

import numpy as np
import pytest

from gmm_helpers import GMMParams, fit
from gmm_helpers.em.fast import describe_columns
from gmm_helpers.em.loop import (
    Options,
    as_start,
    check_options,
    iterate,
)

X = np.random.default_rng(0).standard_normal((20, 2))
ONE = GMMParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
DEFAULTS = fit.__kwdefaults__


def options(**changes):
    return check_options(**(DEFAULTS | changes))


def test_the_defaults_of_fit_are_options_that_pass():
    assert options()._asdict() == DEFAULTS
    assert set(Options._fields) == set(DEFAULTS)


@pytest.mark.parametrize(
    "changes",
    [
        {"tol": -1},
        {"max_iter": -1},
        {"reg_covar": np.nan},
        {"e_step": 3},
        {"m_step": "m_step"},
        {"n_threads": 0},
    ],
)
def test_the_option_that_is_wrong_is_named(changes):
    with pytest.raises(ValueError, match=next(iter(changes))):
        options(**changes)


@pytest.mark.parametrize("wrap", [tuple, list, GMMParams._make])
def test_a_start_is_any_three_that_fit_together(wrap):
    start = as_start(wrap(ONE))
    assert isinstance(start, GMMParams)
    np.testing.assert_array_equal(start.means, ONE.means)


@pytest.mark.parametrize("max_iter", [0, 1, 3])
def test_a_run_that_does_not_converge_is_not_warned_of_here(max_iter):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        trace, interrupted = iterate(X, describe_columns(X), ONE, options(tol=0, max_iter=max_iter))
    assert (trace.n_iter, trace.converged, interrupted) == (max_iter, False, False)


def test_an_interruption_is_reported_beside_the_trace():
    calls = []

    def interrupt(X, responsibilities):
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return [1.0], [[len(calls), 0.0]], [np.eye(2)]

    chosen = options(m_step=interrupt, progress=True, tol=0)
    trace, interrupted = iterate(X, describe_columns(X), ONE, chosen)
    assert (trace.n_iter, len(trace.negative_log_likelihood), interrupted) == (2, 3, True)
