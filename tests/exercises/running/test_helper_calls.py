"""Calls of the helpers that solve an exercise are seen however they are reached, and no others."""

import functools
import sys

import numpy as np
import pytest
from support.judged import NAMES

import gmm_helpers as gmm
from gmm_helpers.em import EMTrace
from gmm_helpers.em.half_steps import HalfStep
from gmm_helpers.em.steps import e_step as imported_before
from gmm_helpers.exercises import EXERCISES, attempt
from gmm_helpers.exercises.running.helper_calls import HelperCalls

IMPORT = "import gmm_helpers as gmm"
CALLS = {
    "module": "def e_step(*a):\n    return gmm.e_step(*a)",
    "name": "e_step = gmm.e_step",
    "star": "def e_step(*a):\n    return 0\nfrom gmm_helpers import *",
    "import": "from gmm_helpers.em.steps import e_step",
    "import under another name": "from gmm_helpers.em.steps import e_step as q\n"
    "def e_step(*a):\n    return q(*a)",
    "imported inside": "def e_step(*a):\n    from gmm_helpers.em import e_step as f\n"
    "    return f(*a)",
    "name put together": "def e_step(*a):\n    return getattr(gmm, 'e_' + 'step')(*a)",
    "text": "def e_step(*a):\n    return eval('gmm.e_step')(*a)",
    "table": "def e_step(*a):\n    return vars(gmm.em)['e_step'](*a)",
    "partial": "import functools\ne_step = functools.partial(gmm.e_step)",
    "another function": "def g(*a):\n    return gmm.e_step(*a)\ndef e_step(*a):\n    return g(*a)",
    "map": "def e_step(*a):\n    return next(map(gmm.e_step, *[[x] for x in a]))",
    "thread": "from concurrent.futures import ThreadPoolExecutor as P\ndef e_step(*a):\n"
    "    return P(1).submit(gmm.e_step, *a).result()",
    "what it is made of": "from gmm_helpers.em.steps import e_step_and_nll\n"
    "def e_step(X, *a):\n    return e_step_and_nll(X, gmm.GMMParams(*a))[0]",
}
OTHERS = {
    "other helpers": "def e_step(*a):\n    return gmm.weighted_log_prob(*a)",
    "in a cell alone": "def e_step(*a):\n    return 0\n"
    "gmm.e_step([[0.0]], [1.0], [[0.0]], [[[1.0]]])",
    "mentioned": "def e_step(*a):\n    'Not gmm.e_step.'\n    return gmm.e_step and 0",
    "a function of that name": "def g(*a):\n    return 0\ng.__name__ = 'e_step'\ne_step = g",
}
# What the texts offer, and what a student may think of.
ALLOWED = {
    "mixture_log_density": lambda X, w, *p: gmm.log_sum_exp(
        np.log(w) + gmm.component_log_prob(X, *p)
    ),
    "negative_log_likelihood": lambda *a: -gmm.mixture_log_density(*a).sum(),
    "weighted_log_prob": lambda X, w, *p: gmm.component_log_prob(X, *p) + np.log(w),
    "e_step": lambda *a: np.exp(gmm.weighted_log_prob(*a) - gmm.mixture_log_density(*a)[:, None]),
    "update_weights": lambda r: gmm.effective_counts(r) / len(r),
    "update_means": lambda X, r: r.T @ X / gmm.effective_counts(r)[:, None],
    "em_step": lambda X, *p: gmm.m_step(X, gmm.e_step(X, *p)),
    "elbo": lambda *a: gmm.expected_log_joint(*a) + gmm.entropy(a[1]),
    "bic": lambda nll, N, K, D: 2 * nll + gmm.n_parameters(K, D) * np.log(N),
}


def is_seen(function, name):
    """Whether a helper is called, when a function is tried on a case."""
    case = EXERCISES[name].cases(np.random.default_rng(0))[0]
    with HelperCalls(name) as calls:
        attempt(EXERCISES[name], function, case)
    return calls.seen


def of_source(source):
    namespace = {}
    exec(IMPORT, namespace)
    exec(source, namespace)
    return is_seen(namespace["e_step"], "e_step")


@pytest.mark.parametrize("source", CALLS.values(), ids=CALLS)
def test_the_helper_is_seen_however_it_is_reached(source):
    assert of_source(source)


@pytest.mark.parametrize("source", OTHERS.values(), ids=OTHERS)
def test_what_does_not_solve_the_exercise_is_not(source):
    assert not of_source(source)


@pytest.mark.parametrize(("name", "function"), ALLOWED.items(), ids=ALLOWED)
def test_what_the_texts_offer_is_allowed(name, function):
    assert not is_seen(function, name)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "fit_em"])
def test_every_helper_solves_its_own_exercise(name):
    helper = getattr(gmm, name)
    assert is_seen(helper, name)
    assert is_seen(lambda *arguments: helper(*arguments), name)


def fit_em(X, weights, means, covariances, tol, max_iter):
    run = gmm.fit(X, gmm.GMMParams(weights, means, covariances), tol=tol, max_iter=max_iter)
    return *run.params[-1], run.negative_log_likelihood


def one_run(X, responsibilities):
    start = gmm.random_points_start(X, responsibilities.shape[1], rng=0)
    return gmm.fit(X, start, e_step=lambda *_: responsibilities, max_iter=1)


def first_half_step(X, params):
    step = HalfStep(X, params)
    return step(step.start)


def one_gaussian(X, mean, covariance):
    return gmm.component_log_prob(X, mean[None], covariance[None])[:, 0]


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("fit_em", fit_em),
        ("em_step", lambda X, *p: gmm.fit(X, gmm.GMMParams(*p), max_iter=1).params[-1]),
        ("e_step", lambda X, *p: gmm.fit(X, p, max_iter=1).responsibilities(0)),
        ("e_step", lambda X, *p: first_half_step(X, gmm.GMMParams(*p))),
        ("e_step", lambda X, *p: EMTrace((gmm.GMMParams(*p),), 0, 0, X).responsibilities(0)),
        ("negative_log_likelihood", lambda X, *p: gmm.fit(X, p, max_iter=1)),
        ("mixture_log_density", lambda X, *p: [gmm.fit(x[None], p, max_iter=1) for x in X]),
        ("update_weights", lambda r: one_run(np.eye(len(r)), r).params[1].weights),
        ("update_means", lambda X, r: one_run(X, r).params[1].means),
        ("update_covariances", lambda X, r, means: one_run(X, r).params[1].covariances),
        ("update_means", lambda X, r: gmm.m_step(X, r).means),
        ("update_covariances", lambda X, r, means: gmm.m_step(X, r).covariances),
        ("gaussian_log_density", one_gaussian),
        ("expected_log_joint", lambda X, r, *p: gmm.elbo(X, r, *p) - gmm.entropy(r)),
        ("entropy", lambda r: gmm.icl(0.0, r) / 2),
        ("n_parameters", lambda K, D: gmm.aic(0.0, K, D) / 2),
        ("n_parameters", lambda K, D: gmm.bic(0.0, 3, K, D) / np.log(3)),
    ],
)
def test_a_helper_that_contains_the_answer_solves_it_too(name, function):
    assert is_seen(function, name)


def test_a_loop_over_the_helper_for_one_iteration_is_allowed():
    def loop(X, weights, means, covariances, tol, max_iter):
        params, history = (weights, means, covariances), []
        for _ in range(max_iter):
            params = gmm.em_step(X, *params)
            history.append(gmm.negative_log_likelihood(X, *params))
            gmm.has_converged(history, tol)
        return *params, history

    assert not is_seen(loop, "fit_em")


def test_it_is_seen_whenever_it_was_imported_and_only_inside():
    arguments = np.zeros((3, 1)), np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1))
    with HelperCalls("e_step") as calls:
        assert not calls.seen
        functools.partial(imported_before)(*arguments)
    assert calls.seen
    with HelperCalls("e_step") as calls:
        pass
    gmm.e_step(*arguments)
    assert not calls.seen


def test_another_profile_goes_on_afterwards_even_after_an_error():
    def other(*_arguments):
        return None

    before = sys.getprofile()
    sys.setprofile(other)
    try:
        with pytest.raises(KeyError), HelperCalls("e_step"):
            raise KeyError
        assert sys.getprofile() is other
    finally:
        sys.setprofile(before)


def test_an_exercise_without_a_helper_is_never_solved():
    with HelperCalls("no_such_exercise") as calls:
        gmm.effective_counts(np.ones((2, 1)))
    assert not calls.seen
