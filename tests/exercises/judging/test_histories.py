"""What the beginning of a history says of a mistake in `fit_em` is what its whole run says."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, attempt
from gmm_helpers.exercises.judging.histories import begin_history, begins_otherwise
from gmm_helpers.exercises.mistakes.combinations import mistakes_in
from gmm_helpers.exercises.mistakes.recipes.em_run import em

EXERCISE = EXERCISES["fit_em"]
CASES = EXERCISE.cases(np.random.default_rng(5))
NO_ITERATION, TWO_ITERATIONS, ONE_COMPONENT, FAR = 1, 3, 6, 18
MADE = {
    "right": em(),
    "weights not updated": em(order="MC"),
    "NLL per sample": em(
        nll=lambda X, *params: EXERCISE.reference(X, *params, 0, 0)[3][0] / len(X)
    ),
    "collapsed": em(covariances=lambda X, r, centres: np.zeros((r.shape[1], *2 * X.shape[1:]))),
}


def fails(*given):
    raise ValueError("no")


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("i", [NO_ITERATION, TWO_ITERATIONS, FAR])
def test_what_begins_otherwise_does_not_agree(name, i):
    key = AnswerKey(EXERCISE, CASES)
    mine = attempt(EXERCISE, MADE[name], CASES[i])
    if not mine.returned:
        return
    known = [*EXERCISE.mistakes, *mistakes_in(EXERCISE.parts)]
    for function in [way for mistake in known for way in mistake.functions[:1]]:
        seen, whole = begin_history(CASES[i], function), attempt(EXERCISE, function, CASES[i])
        if begins_otherwise(mine.value, seen):
            assert not (whole.returned and EXERCISE.agree(CASES[i], mine.value, whole.value))
        if seen is not None and seen.is_wrong:
            assert key.problem(i, whole)


def test_a_history_is_looked_at_up_to_its_first_wrong_entry():
    right = EXERCISE.reference(*CASES[TWO_ITERATIONS].arguments)[3]
    seen = begin_history(CASES[TWO_ITERATIONS], em())
    assert np.allclose(seen.values, right[:2])
    assert not seen.is_wrong
    assert begin_history(CASES[TWO_ITERATIONS], em(nll=lambda *given: 0.0)) == ([0.0], True)
    assert len(begin_history(CASES[TWO_ITERATIONS], em(order="MC")).values) == 2
    assert len(begin_history(CASES[NO_ITERATION], em(order="MC")).values) == 1


def test_what_changes_the_history_afterwards_is_not_looked_at():
    for parts in ({"history": lambda h, end: h}, {"limit": max}, {"result": lambda new, h: h}):
        assert begin_history(CASES[0], em(**parts)) is None
    assert begin_history(CASES[0], lambda *given: given) is None
    assert not begins_otherwise(EXERCISE.reference(*CASES[0].arguments), None)


def test_a_run_that_fails_is_another_than_one_that_returns():
    seen = begin_history(CASES[0], em(weights=fails))
    assert seen == ([], True)
    assert begins_otherwise(EXERCISE.reference(*CASES[0].arguments), seen)


@pytest.mark.parametrize("entry", [np.nan, np.inf])
def test_nothing_is_certain_of_a_history_that_is_not_finite(entry):
    new = CASES[0].arguments[1:4]
    assert not begins_otherwise((*new, np.array([entry, 1.0])), begin_history(CASES[0], em()))
