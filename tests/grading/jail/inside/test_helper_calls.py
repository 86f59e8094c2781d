"""Calls of the helper that an exercise asks for are seen however it is reached, and no others."""

import functools
import inspect

import numpy as np
import pytest

import gmm_helpers
import gmm_helpers as gmm
from gmm_helpers.em import steps
from gmm_helpers.exercises import EXERCISES, attempt
from gmm_helpers.grading.jail import Program, Runner
from gmm_helpers.grading.jail.inside.helper_calls import HelperCalls

E_STEP = "e_step"
START = functools.partial(gmm.identity_start, rng=np.random.default_rng(0))
IMPORT = "import gmm_helpers as gmm"
CALLS = {
    "module": "def e_step(*a):\n    return gmm.e_step(*a)",
    "name": "e_step = gmm.e_step",
    "star": "def e_step(*a):\n    return 0\nfrom gmm_helpers import *",
    "import": "from gmm_helpers.em.steps import e_step",
    "imported inside": "def e_step(*a):\n    from gmm_helpers.em import e_step as f\n"
    "    return f(*a)",
    "name put together": "def e_step(*a):\n    return getattr(gmm, 'e_' + 'step')(*a)",
    "text": "def e_step(*a):\n    return eval('gmm.e_step')(*a)",
    "table": "def e_step(*a):\n    return vars(gmm.em)['e_step'](*a)",
    "partial": "import functools\ne_step = functools.partial(gmm.e_step)",
    "another function": "def g(*a):\n    return gmm.e_step(*a)\ndef e_step(*a):\n    return g(*a)",
    "map": "def e_step(*a):\n    return next(map(gmm.e_step, *[[x] for x in a]))",
}
OTHERS = {
    "other helpers": "def e_step(*a):\n    return gmm.weighted_log_prob(*a)",
    "a helper that calls it": "def e_step(X, *a):\n    gmm.fit(X, gmm.GMMParams(*a), max_iter=1)\n"
    "    return 0",
    "in a cell alone": "def e_step(*a):\n    return 0\n"
    "gmm.e_step([[0.0]], [1.0], [[0.0]], [[[1.0]]])",
    "mentioned": "def e_step(*a):\n    'Not gmm.e_step.'\n    return gmm.e_step and 0",
}


@pytest.fixture
def calls():
    """Counts for the E-step and for whole fits; everything is as before at the end."""
    counting = HelperCalls([E_STEP, "fit_em"])
    yield counting
    counting.close()


def called(source, calls):
    """Whether a student's function calls the helper, when it is tried on a case."""
    namespace = {}
    exec(IMPORT, namespace)
    exec(source, namespace)
    calls.take(E_STEP)
    case = EXERCISES[E_STEP].cases(np.random.default_rng(0))[0]
    attempt(EXERCISES[E_STEP], namespace[E_STEP], case)
    return calls.take(E_STEP)


@pytest.mark.parametrize("source", CALLS.values(), ids=CALLS)
def test_the_helper_is_seen_however_it_is_reached(source, calls):
    assert called(source, calls)
    assert not calls.take(E_STEP)  # each call is reported once


@pytest.mark.parametrize("source", OTHERS.values(), ids=OTHERS)
def test_what_is_allowed_is_not(source, calls):
    assert not called(source, calls)


@pytest.mark.parametrize("name", ["fit", "fit_restarts"])
def test_whole_fits_answer_the_last_exercise(name, calls):
    X = np.random.default_rng(0).normal(size=(30, 1))
    if name == "fit":
        gmm.fit(X, START(X, 1))
    else:
        gmm.fit_restarts(X, 1, n_init=2, seed=0)
    assert calls.take("fit_em")
    assert not calls.take(E_STEP)


def test_helpers_behave_as_before_and_are_put_back():
    before = gmm_helpers.e_step
    arguments = np.zeros((3, 1)), np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1))
    counting = HelperCalls([E_STEP])
    assert gmm_helpers.e_step is steps.e_step is not before
    assert inspect.signature(gmm_helpers.e_step) == inspect.signature(before)
    np.testing.assert_array_equal(gmm_helpers.e_step(*arguments), before(*arguments))
    assert functools.partial(gmm_helpers.e_step).func.__doc__ == before.__doc__
    counting.close()
    assert gmm_helpers.e_step is steps.e_step is before


def test_an_exercise_without_a_helper_is_never_called():
    counting = HelperCalls(["no_such_helper"])
    assert not counting.take("no_such_helper")


def test_a_fit_takes_the_helpers_for_its_own(calls):
    """Whether a step is the tested helper is asked by identity; the answer stays yes."""
    X = np.random.default_rng(1).normal(size=(40, 2))
    start = START(X, 2)
    given = gmm.fit(X, start, e_step=gmm.e_step, max_iter=5)
    plain = gmm.fit(X, start, max_iter=5)
    np.testing.assert_array_equal(given.negative_log_likelihood, plain.negative_log_likelihood)


def test_the_runner_reports_it_for_each_exercise_and_points_do_not_change():
    names = ("update_weights", "update_means")
    cases = {name: EXERCISES[name].cases(np.random.default_rng(0)) for name in names}
    copy = "def update_weights(responsibilities):\n    return gmm.update_weights(responsibilities)"
    own = (
        "def update_means(X, responsibilities):\n"
        "    return responsibilities.T @ X / responsibilities.sum(axis=0)[:, None]"
    )
    with Runner(cases) as runner:
        run = runner.run([Program((IMPORT, copy, own), names)])
    assert [(each.exercise, each.calls_helper) for each in run.exercises] == [
        ("update_weights", True),
        ("update_means", False),
    ]
    assert {each.status for each in run.exercises} == {"ran"}
    assert not any(not outcome.returned for each in run.exercises for outcome in each.outcomes)
