"""EM made of right parts is right; each part can be replaced."""

import numpy as np
from hypothesis import given, settings
from support import oracles
from support.strategies import SEEDS, problems, random_mixture, random_samples

import gmm_helpers as gmm
from gmm_helpers.exercises.mistakes.recipes.em_run import em, one_step

RNG = np.random.default_rng(5)
PARAMS = random_mixture(RNG, 1, 2)
X = random_samples(RNG, PARAMS, 30)
START = PARAMS._replace(means=PARAMS.means + 0.3)
PARTS = {
    "e_step": gmm.e_step,
    "weights": gmm.update_weights,
    "means": gmm.update_means,
    "covariances": gmm.update_covariances,
}


@given(problems(max_features=2, max_components=3))
@settings(max_examples=20, deadline=None)
def test_the_right_parts_make_em(problem):
    params, history = oracles.fit_em(problem.X, *problem.start, 1e-2, 4)
    *got, nll_history = em()(problem.X, *problem.start, 1e-2, 4)
    for values, expected in zip((*got, nll_history), (*params, history), strict=True):
        np.testing.assert_allclose(values, expected, rtol=1e-7, atol=1e-7)


@given(problems(max_features=2, max_components=3))
@settings(max_examples=20, deadline=None)
def test_the_right_parts_make_an_iteration(problem):
    params, _ = oracles.fit_em(problem.X, *problem.start, 0.0, 1)
    for slots in ({}, PARTS, {"order": "MWC"}, {"given": lambda run, i: run.state(i)}):
        got = one_step(**slots)(problem.X, *problem.start)
        for values, expected in zip(got, params, strict=True):
            np.testing.assert_allclose(values, expected, rtol=1e-7, atol=1e-7)


def test_the_right_functions_in_their_slots_make_em():
    right = em()(X, *START, 1e-3, 9)
    for slots in (
        PARTS,
        {"density": gmm.gaussian_log_density},
        {"joint": gmm.weighted_log_prob},
        {"nll": gmm.negative_log_likelihood},
        {"has_converged": gmm.has_converged},
    ):
        for values, expected in zip(em(**slots)(X, *START, 1e-3, 9), right, strict=True):
            np.testing.assert_allclose(values, expected, rtol=1e-9)


def test_updates_are_made_in_the_order_that_is_asked_for():
    r = gmm.e_step(X, *START)
    new = gmm.m_step(X, r)
    around_old = gmm.update_covariances(X, r, START.means)
    again = gmm.e_step(X, new.weights, new.means, START.covariances)
    expected = {
        "": START,
        "MC": (START.weights, new.means, new.covariances),
        "WmC": (new.weights, START.means, new.covariances),
        "WCM": (new.weights, new.means, around_old),
        "WMEC": (new.weights, new.means, gmm.update_covariances(X, again, new.means)),
        "WMCEWMC": gmm.em_step(X, *new),
    }
    for order, params in expected.items():
        for values, right in zip(one_step(order=order)(X, *START), params, strict=True):
            np.testing.assert_allclose(values, right, rtol=1e-9)


@given(SEEDS)
@settings(max_examples=5)
def test_each_part_can_be_replaced(seed):
    n = int(np.random.default_rng(seed).integers(4))
    frozen = em(step=lambda run, i: run.state(i))
    assert len(set(frozen(X, *START, 0.0, n)[3])) == 1
    assert len(em(stop=lambda run, i, tol: True)(X, *START, 0.0, n)[3]) == min(n, 1) + 1
    assert len(em(limit=lambda max_iter, tol: max_iter + 1)(X, *START, 0.0, n)[3]) == n + 2
    assert em(result=lambda params, history: len(history))(X, *START, 0.0, n) == n + 1
    assert em(history=lambda values, end: end.n)(X, *START, 0.0, n)[3] == n
    seen = em(seen=lambda run, i: run.state(0))
    assert len(set(seen(X, *START, 0.0, n)[3])) == 1


def test_a_history_can_be_changed_without_the_parameters():
    *params, history = em(history=lambda values, end: -values)(X, *START, 0.0, 3)
    *right, right_history = em()(X, *START, 0.0, 3)
    np.testing.assert_array_equal(history, -right_history)
    for values, expected in zip(params, right, strict=True):
        np.testing.assert_array_equal(values, expected)
