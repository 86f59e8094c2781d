"""A case that hands over a function: right and wrong answers, and those that tamper with it."""

import numpy as np
import pytest
from support.submitted import SHORT

from gmm_helpers.exercises import EXERCISES, AnswerKey, judge
from gmm_helpers.exercises.judging.points import CHANCE
from gmm_helpers.grading.jail import JailError, Program, Runner

pytestmark = pytest.mark.slow

NAME = "held_out_nll"
IMPORTS = "import numpy as np\nimport gmm_helpers as gmm"
BODY = """
def held_out_nll(X, folds, n_components, fit):
    {first}
    total = 0.0
    for fold in np.unique(folds):
        params = fit(X[folds {sign} fold], n_components)
        total += gmm.negative_log_likelihood(X[folds == fold], *params)
        {inside}
    return total
"""
HARM = {
    "changes the fit": "object.__setattr__(fit, 'sharpness', 0.0)",
    "sets an attribute": "fit.sharpness = 0.0",
    "replaces what it does": "type(fit).__call__ = lambda *given: ([1.0], X[:1], [np.cov(X.T)])",
    "replaces how it is copied": "type(fit).__deepcopy__ = lambda *given: print",
    "calls itself": "return held_out_nll(X, folds, n_components, fit)",
    "empties X": "X[:] = 0",
    "empties the folds": "folds[:] = folds[::-1]",
    "looks for the answer": "return gmm.exercises.EXERCISES['held_out_nll'].reference("
    "X, folds, n_components, fit)",
    "looks for the answer in memory": "import gc\n    found = [o for o in gc.get_objects() "
    "if type(o).__name__ == 'AnswerKey']\n    return found[0].expected[0]",
    "returns the fit": "return fit",
    "returns an object like a number": "return type('Fake', (), {'__float__': lambda s: 1.0})()",
}


def answer(first="pass", sign="!=", inside="pass"):
    return Program((IMPORTS, BODY.format(first=first, sign=sign, inside=inside)), (NAME,))


@pytest.fixture(scope="module")
def key():
    """Of this exercise alone."""
    exercise = EXERCISES[NAME]
    return AnswerKey(exercise, exercise.cases(np.random.default_rng(7)))


@pytest.fixture(scope="module", params=["bubblewrap", "none"])
def handing(request, key):
    """A runner of either kind."""
    try:
        made = Runner({NAME: key.cases}, SHORT, isolation=request.param)
    except JailError as error:
        pytest.skip(str(error))
    with made:
        yield made


def outcomes_of(program, runner):
    return runner.run([program]).exercises[0].outcomes


def right_in(program, runner, key):
    """In how many cases it is right, without a diagnosis."""
    outcomes = outcomes_of(program, runner)
    return sum(not key.problem(i, outcome) for i, outcome in enumerate(outcomes))


def test_right_and_wrong_answers_are_told_apart(handing, key):
    assert judge(key, outcomes_of(answer(), handing)).status == "correct"
    wrong = judge(key, outcomes_of(answer(sign="=="), handing))
    assert [each.name for each in wrong.diagnoses] == ["fitted to the left-out samples"]


@pytest.mark.parametrize("handing", ["bubblewrap"], indirect=True)
@pytest.mark.parametrize("harm", HARM)
def test_harm_earns_nothing(handing, key, harm):
    assert right_in(answer(first=HARM[harm]), handing, key) < CHANCE * len(key.cases)


def test_harm_reaches_nobody_else(handing, key):
    right_in(answer(first=HARM["replaces what it does"]), handing, key)
    assert right_in(answer(), handing, key) == len(key.cases)


@pytest.mark.parametrize("handing", ["bubblewrap"], indirect=True)
@pytest.mark.parametrize("argument", ["X", "folds"])
def test_what_is_changed_after_it_was_used_costs_the_read_only_case(handing, key, argument):
    cell = BODY.format(first="pass", sign="!=", inside="pass")
    rude = cell.replace("    return total", f"    {argument}[:] = 0\n    return total")
    verdict = judge(key, outcomes_of(Program((IMPORTS, rude), (NAME,)), handing))
    assert [each.name for each in verdict.diagnoses] == ["arguments modified"]
    assert [failure.case.name for failure in verdict.failures] == ["read-only arrays"]
