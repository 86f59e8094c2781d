"""The answer key: right answers, known mistakes, each computed once for a whole class."""

from types import SimpleNamespace

import numpy as np
import pytest

from gmm_helpers.exercises import (
    AnswerKey,
    CallStatus,
    Case,
    Exercise,
    Mistake,
    Outcome,
    attempt,
)
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException

RAISED = RaisedException("KeyError", "'k'")


def double(x):
    return 2 * x


def square(x):
    return x**2


def failing_on_negatives(x):
    if (x < 0).any():
        raise ValueError("negative")
    return 3 * x


CASES = [
    Case("ordinary numbers", (np.array([1.0, 5.0]),)),
    Case("twos", (np.array([2.0, 2.0]),)),  # where squares are doubles
    Case("negative numbers", (np.array([-1.0]),)),
]


def counting(function):
    def counted(x):
        counted.calls.append(x.tolist())
        return function(x)

    counted.calls = []
    return counted


def key_for(*mistakes, **options):
    known = (Mistake("a mistake", mistakes),)
    return AnswerKey(Exercise("double", 3, double, lambda rng: CASES, (), known, **options), CASES)


def outcome(key, function, i):
    return attempt(key.exercise, function, key.cases[i])


def view(key, function, i):
    return key.view(outcome(key, function, i), i)


def test_the_right_answers_are_the_references():
    assert [values.tolist() for values in key_for().expected] == [[2, 10], [4, 4], [-2]]


def test_a_reference_that_fails_is_named_with_the_case():
    exercise = Exercise("triple", 1, failing_on_negatives, None)
    with pytest.raises(RuntimeError) as error:
        AnswerKey(exercise, CASES)
    assert str(error.value) == (
        "the helper for triple failed on negative numbers: it raised ValueError: negative"
    )


def test_a_reference_that_is_not_written_fails_too():
    def unwritten(x):
        raise NotImplementedError

    with pytest.raises(RuntimeError, match="failed on ordinary numbers: it raised NotImpl"):
        AnswerKey(Exercise("double", 1, unwritten, None), CASES)


def test_a_mistake_is_run_only_when_it_is_needed_and_only_once():
    mistake = counting(square)
    key = key_for(mistake)
    assert mistake.calls == []
    for _ in range(3):
        assert key.is_wrong(mistake, 0)
        assert key.agrees(view(key, square, 0), mistake, 0)
        assert key.outcome_of(mistake, 0).value.tolist() == [1, 25]
    assert mistake.calls == [[1, 5]]
    key.outcome_of(mistake, 1)
    assert mistake.calls == [[1, 5], [2, 2]]


def test_a_mistake_need_not_show_in_every_case():
    key = key_for(square)
    assert [key.is_wrong(square, i) for i in range(3)] == [True, False, True]


def test_a_mistake_that_raises_is_wrong_and_agrees_with_nothing():
    key = key_for(failing_on_negatives)
    raised = key.outcome_of(failing_on_negatives, 2).exception
    assert raised == RaisedException("ValueError", "negative")
    assert key.is_wrong(failing_on_negatives, 2)
    assert key.view(key.outcome_of(failing_on_negatives, 2), 2) is None
    assert not key.agrees(view(key, double, 2), failing_on_negatives, 2)
    assert not key.agrees(view(key, failing_on_negatives, 2), failing_on_negatives, 2)


def test_whether_results_agree_is_for_the_exercise_to_say():
    def to_the_sign(case, got, other):
        return np.array_equal(np.abs(got), np.abs(other))

    strict, lenient = key_for(), key_for(agree=to_the_sign)
    got = view(strict, lambda x: -(x**2), 0)
    assert not strict.agrees(got, square, 0)
    assert lenient.agrees(got, square, 0)


def test_what_is_compared_with_mistakes_is_for_the_exercise_to_say_and_seen_once():
    seen = []

    def first_entry(case, value):
        seen.append(case.name)
        return value[:1]

    key = key_for(square, view=first_entry)
    got = view(key, lambda x: np.append(x[:1] ** 2, 99.0), 0)
    assert got.tolist() == [1]
    assert key.agrees(got, square, 0)
    assert key.agrees(got, square, 0)
    assert seen == ["ordinary numbers"] * 2  # the function's, and the mistake's once


def test_what_is_wrong_is_for_the_exercise_to_say():
    key = key_for(compare=lambda case, got, expected: f"{case.name}: {got[0]:g}, {expected[0]:g}")
    assert key.problem(0, outcome(key, square, 0)) == "ordinary numbers: 1, 2"


def test_nothing_is_wrong_with_the_right_answer():
    key = key_for()
    assert [key.problem(i, outcome(key, double, i)) for i in range(3)] == ["", "", ""]
    assert key.problem(0, outcome(key, square, 0)) == (
        "the result at [0]: expected 2, got 1; at [1]: expected 10, got 25."
    )


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (
            Outcome(status=CallStatus.RAISED, exception=RAISED),
            "your function raised KeyError: 'k'.",
        ),
        (
            Outcome(status=CallStatus.RAISED, exception=RAISED, line=CodeLine(3, "x['k']")),
            "your function raised KeyError: 'k' (line 3 of the cell: x['k'])",
        ),
        (
            Outcome(status=CallStatus.TIMED_OUT, seconds=6.0),
            "your function was stopped: it had not returned after 6 seconds.",
        ),
        (
            Outcome(status=CallStatus.UNTRIED),
            "not tried, because earlier calls did not return.",
        ),
    ],
)
def test_what_did_not_come_to_an_end_is_wrong_and_said(made, problem):
    assert key_for().problem(0, made) == problem


def test_what_is_prepared_is_not_computed_again():
    mistake = counting(square)
    key = key_for(mistake)
    key.prepare(n_cases=2)
    assert mistake.calls == [[-1.0], [1.0, 5.0]]  # the smallest first
    assert key.is_wrong(mistake, 0)
    assert key.agrees(view(key, square, 0), mistake, 0)
    assert len(mistake.calls) == 2
    key.prepare(n_cases=5)
    assert len(mistake.calls) == 3


def test_sizes_are_those_of_arguments_and_results_and_iterations():
    assert key_for(square).sizes == [4, 4, 2]
    assert key_for(square, cost=lambda case: 9.0).sizes == [40, 40, 20]


def test_a_glance_spares_the_call_of_a_mistake():
    mistake, looks = counting(square), []

    def glance(case, function):
        looks.append(case.name)
        return SimpleNamespace(is_wrong=case.name == "twos")

    key = key_for(mistake, glance=glance)
    assert [key.look(mistake, i).is_wrong for i in (0, 1, 1)] == [False, True, True]
    assert looks == ["ordinary numbers", "twos"]
    assert key.is_wrong(mistake, 1)
    assert not mistake.calls
    key.outcome_of(mistake, 1)  # once it is called, the call says more
    assert key.look(mistake, 1) is None
    assert key_for(square).look(square, 0) is None


def test_who_was_asked_for_less_is_judged_on_that():
    def half(case, value):
        return Case(case.name, (case.arguments[0][:1],)) if value.size == 1 else case

    key = key_for(square, asked=half)
    full, short = (Outcome(np.zeros(n)) for n in (2, 1))
    assert key.as_asked([full, full, full]) is key
    assert key.as_asked([full, full, Outcome(status=CallStatus.TIMED_OUT)]) is key
    other = key.as_asked([short, full, full])
    assert [right.tolist() for right in other.expected] == [[2.0], [4.0, 4.0], [-2.0]]
    assert key.as_asked([short, full, full]) is other


def test_of_mistakes_that_do_the_same_on_a_case_one_is_called():
    first, second = counting(square), counting(square)
    alone = counting(failing_on_negatives)
    key = key_for(
        *(first, second, alone),
        course=lambda case, mistake: mistake if mistake is alone else "square",
    )
    for i in range(len(CASES)):
        assert key.outcome_of(first, i) is key.outcome_of(second, i)
        assert key.is_wrong(first, i) == key.is_wrong(second, i) == (i != 1)
        assert key.is_computed(second, i)
    assert (len(first.calls), len(second.calls), len(alone.calls)) == (len(CASES), 0, 0)
    assert not key.is_computed(alone, 0)
