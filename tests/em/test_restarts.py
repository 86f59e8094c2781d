"""Several starts: repeatable, sorted, and one report for all of them."""

import warnings

import numpy as np
import pytest

from gmm_helpers import (
    STARTS,
    ConvergenceWarning,
    Degeneracy,
    DegenerateComponentError,
    GMMParams,
    fit,
    fit_restarts,
    identity_start,
    load_dataset,
    random_points_start,
)

X = load_dataset("overlapping", n_samples=150, seed=1).X
QUICK = {"tol": 1e-2}


def final_nlls(restarts):
    best, others = restarts
    return [trace.negative_log_likelihood[-1] for trace in (best, *others)]


def caught_from(function):
    """The result, and every warning on the way."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = function()
    return result, caught


def empty_at(*lost):
    """A start that is hopeless the given times it is called."""
    calls = []

    def init(X, n_components, rng):
        params = random_points_start(X, n_components, rng)
        calls.append(None)
        if len(calls) - 1 in lost:
            params.means[1] = 1e5
        return params

    return init


@pytest.mark.parametrize("n_init", [1, 2, 6])
def test_every_start_that_finishes_is_kept(n_init):
    restarts, caught = caught_from(lambda: fit_restarts(X, 3, n_init=n_init, seed=0, **QUICK))
    assert len(restarts.others) == n_init - 1
    assert isinstance(restarts.others, tuple)
    assert restarts.best is restarts[0]
    assert caught == []


def test_the_best_comes_first_and_the_others_from_better_to_worse():
    nlls = final_nlls(fit_restarts(X, 3, n_init=8, seed=0, **QUICK))
    assert nlls == sorted(nlls)
    assert nlls[0] < nlls[-1]  # otherwise the order would say nothing


def test_the_seed_decides_everything():
    first = fit_restarts(X, 3, n_init=4, seed=7, **QUICK)
    np.random.seed(0)
    again = fit_restarts(X, 3, n_init=4, seed=7, **QUICK)
    assert final_nlls(first) == final_nlls(again)
    np.testing.assert_array_equal(first.best.params[0].means, again.best.params[0].means)
    assert final_nlls(first) != final_nlls(fit_restarts(X, 3, n_init=4, seed=8, **QUICK))


def test_asking_for_more_starts_keeps_the_earlier_ones():
    few = final_nlls(fit_restarts(X, 3, n_init=3, seed=7, **QUICK))
    many = final_nlls(fit_restarts(X, 3, n_init=6, seed=7, **QUICK))
    for nll in few:
        assert np.abs(np.array(many) - nll).min() < 1e-12 * abs(nll)


def test_the_starts_differ_from_each_other():
    best, others = fit_restarts(X, 3, n_init=5, seed=0, **QUICK)
    starts = {trace.params[0].means.tobytes() for trace in (best, *others)}
    assert len(starts) == 5


def test_each_run_is_a_fit_with_the_options_given():
    for trace in fit_restarts(X, 2, n_init=2, seed=3, reg_covar=0.25, tol=0.1).others:
        expected = fit(X, trace.params[0], reg_covar=0.25, tol=0.1)
        np.testing.assert_allclose(
            trace.negative_log_likelihood, expected.negative_log_likelihood, rtol=1e-13
        )


@pytest.mark.parametrize("name", STARTS)
def test_a_start_may_be_given_by_name_or_as_a_function(name):
    by_name = fit_restarts(X, 2, n_init=2, seed=3, init=name, **QUICK)
    by_callable = fit_restarts(X, 2, n_init=2, seed=3, init=STARTS[name], **QUICK)
    assert final_nlls(by_name) == final_nlls(by_callable)


def test_a_start_of_your_own_gets_the_data_the_number_and_a_generator():
    seen = []

    def own(data, n_components, rng):
        seen.append((data is X, n_components, isinstance(rng, np.random.Generator)))
        return identity_start(data, n_components, rng)

    fit_restarts(X, 2, n_init=3, seed=3, init=own, **QUICK)
    assert seen == [(True, 2, True)] * 3


def test_runs_that_do_not_converge_are_reported_once():
    restarts, caught = caught_from(lambda: fit_restarts(X, 3, n_init=5, seed=0, max_iter=2))
    assert len(restarts.others) == 4
    assert [w.category for w in caught] == [ConvergenceWarning]
    assert "5 of 5 runs did not converge" in str(caught[0].message)
    assert caught[0].filename == __file__


def test_lost_runs_are_left_out_and_reported_once():
    restarts, caught = caught_from(
        lambda: fit_restarts(X, 3, n_init=5, seed=0, init=empty_at(0, 3), **QUICK)
    )
    assert len(restarts.others) == 2
    assert [w.category for w in caught] == [UserWarning]
    assert "2 of 5 runs failed" in str(caught[0].message)
    assert "component 1 in iteration 1 of EM is empty" in str(caught[0].message)
    assert caught[0].filename == __file__


def test_a_ridge_above_the_variance_is_reported_once_for_all_runs():
    _, caught = caught_from(lambda: fit_restarts(1e-6 * X, 1, n_init=5, seed=0))
    assert len(caught) == 1
    assert "more than the variance" in str(caught[0].message)
    assert caught[0].filename == __file__


def test_if_every_run_is_lost_the_error_comes_through():
    with pytest.raises(DegenerateComponentError) as error:
        fit_restarts(X, 3, n_init=3, seed=0, init=empty_at(0, 1, 2))
    assert (error.value.kind, error.value.component) == (Degeneracy.EMPTY, 1)
    with pytest.raises(DegenerateComponentError) as error:
        fit_restarts(np.ones((9, 2)), 2, n_init=3, seed=0, reg_covar=0)
    assert error.value.kind is Degeneracy.COLLAPSED


@pytest.mark.parametrize("init", ["", "kmeans", "Random points"])
def test_an_unknown_start_is_answered_with_the_known_ones(init):
    with pytest.raises(ValueError, match=r"no start is called .*choose one of .*'k-means"):
        fit_restarts(X, 3, n_init=2, seed=0, init=init)


@pytest.mark.parametrize("n_init", [0, -1, 2.5, None, "3"])
def test_a_number_of_starts_that_is_no_count_is_refused(n_init):
    with pytest.raises(ValueError, match=r"n_init is .*, expected an int of at least 1"):
        fit_restarts(X, 3, n_init=n_init, seed=0)


def test_a_mistake_is_not_taken_for_a_lost_run():
    with pytest.raises(ValueError, match="n_components=4 is more than the 3 samples"):
        fit_restarts(X[:3], 4, n_init=2, seed=0)

    right = GMMParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
    wrong = GMMParams(np.ones(1), np.zeros((1, 5)), np.eye(5)[None])
    for order in ([right, wrong], [wrong, right]):
        starts = iter(order)
        with pytest.raises(ValueError, match="X has 2 columns, but the other arguments have 5"):
            fit_restarts(X, 1, n_init=2, seed=0, init=lambda *_, s=starts: next(s))
