"""What the beginning of a history says of a mistake in `fit_em` is what its whole run says."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, attempt
from gmm_helpers.exercises.judging.histories import begin_history, begins_otherwise, course_of
from gmm_helpers.exercises.mistakes.combinations import mistakes_in
from gmm_helpers.exercises.mistakes.recipes.em_run import em, one_step

EXERCISE = EXERCISES["fit_em"]
CASES = EXERCISE.cases(np.random.default_rng(5))
NO_ITERATION, ONE_ITERATION, TWO_ITERATIONS, FAR = 1, 2, 3, 18
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
@pytest.mark.parametrize("i", [NO_ITERATION, ONE_ITERATION, TWO_ITERATIONS, FAR])
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


def places(seen):
    return [reading.place for reading in seen.readings()]


def test_of_a_run_the_beginning_of_the_history_is_looked_at():
    right = EXERCISE.reference(*CASES[TWO_ITERATIONS].arguments)[3]
    seen = begin_history(CASES[TWO_ITERATIONS], em())
    assert np.allclose([reading.value for reading in seen.readings()], right[:2])
    assert not seen.is_wrong
    wrong = begin_history(CASES[TWO_ITERATIONS], em(nll=lambda *given: 0.0))
    assert wrong.is_wrong
    assert places(wrong) == [(3, 0)]
    assert places(begin_history(CASES[TWO_ITERATIONS], em(order="MC"))) == [(3, 0), (3, 1)]
    assert places(begin_history(CASES[NO_ITERATION], em(order="MC"))) == [(3, 0)]


@pytest.mark.parametrize("order", ["WMC", "CWM", "MC", "WWMC", ""])
def test_after_one_iteration_the_parameters_are_seen_one_by_one(order):
    X, *start, _, _ = CASES[ONE_ITERATION].arguments
    found = one_step(order=order)(X, *start)
    for _ in range(2):  # the second time from what is kept
        seen = begin_history(CASES[ONE_ITERATION], em(order=order))
        parts = {reading.place[0]: reading.value for reading in seen.readings()}
        for j, values in enumerate(found):
            np.testing.assert_allclose(parts[j], values, rtol=1e-12)


def test_what_is_wrong_is_known_before_the_iteration_is_done():
    seen = begin_history(CASES[ONE_ITERATION], em(weights=lambda r: r[0], covariances=fails))
    assert seen.is_wrong
    assert begins_otherwise(EXERCISE.reference(*CASES[ONE_ITERATION].arguments), seen)
    assert not begins_otherwise((r"not", "a", "result"), begin_history(CASES[ONE_ITERATION], em()))


def test_with_another_history_only_the_parameters_are_looked_at():
    changed = em(history=lambda h, end: -h)
    assert begin_history(CASES[TWO_ITERATIONS], changed) is None
    assert places(begin_history(CASES[ONE_ITERATION], changed)) == [(0,), (1,), (2,)]
    others = em(parameters=lambda end: end.run.state(0))
    assert places(begin_history(CASES[ONE_ITERATION], others)) == [(3, 0), (3, 1)]


def test_what_changes_all_that_is_returned_is_not_looked_at():
    for parts in ({"limit": max}, {"result": lambda new, h: h}):
        assert begin_history(CASES[0], em(**parts)) is None
    assert begin_history(CASES[0], lambda *given: given) is None
    assert not begins_otherwise(EXERCISE.reference(*CASES[0].arguments), None)


def test_a_run_that_fails_is_another_than_one_that_returns():
    seen = begin_history(CASES[0], em(weights=fails))
    assert seen.is_wrong
    assert begins_otherwise(EXERCISE.reference(*CASES[0].arguments), seen)


@pytest.mark.parametrize("entry", [np.nan, np.inf])
def test_nothing_is_certain_of_a_history_that_is_not_finite(entry):
    new = CASES[0].arguments[1:4]
    assert not begins_otherwise((*new, np.array([entry, 1.0])), begin_history(CASES[0], em()))


@pytest.mark.parametrize("i", [NO_ITERATION, ONE_ITERATION, TWO_ITERATIONS, 4])
def test_mistakes_of_the_same_course_return_the_same(i):
    by_course: dict = {}
    stops = (part for part in EXERCISE.parts if part.slot == "has_converged")
    for mistake in [*EXERCISE.mistakes, *mistakes_in(tuple(stops))]:
        for function in mistake.functions:
            by_course.setdefault(course_of(CASES[i], function), []).append(function)
    shared = [functions for functions in by_course.values() if len(functions) > 1]
    assert shared
    for first, *others in shared:
        one = attempt(EXERCISE, first, CASES[i])
        assert one.returned
        for other in others:
            two = attempt(EXERCISE, other, CASES[i])
            assert all(map(np.array_equal, one.value, two.value))


def test_what_ends_elsewhere_or_returns_something_else_has_another_course():
    case = CASES[TWO_ITERATIONS]
    others = (
        em(stop=lambda *_: True),
        em(history=np.negative),
        em(parameters=lambda end: end.run.state(0)),
        em(result=lambda new, h: new),
        em(order="MC"),
        em(limit=lambda max_iter, tol: max_iter + 1),
    )
    courses = [course_of(case, mistake) for mistake in (em(), *others)]
    assert len({*courses}) == len(courses)
    assert course_of(case, em(stop=fails)) != course_of(case, em(stop=fails))  # as it raises
    assert course_of(case, fails) is fails
