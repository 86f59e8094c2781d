"""From outcomes to a row, whatever the outcomes hold."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, Outcome, attempt
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.grading.jail import ExerciseRun
from gmm_helpers.grading.judging.exercises import OUT_OF_TIME, cases_of, judged, key_of
from gmm_helpers.grading.judging.quoting.student_source import OwnSource

SEED = 7
STOPPED = ("timeout", "memory", "crashed")
HUGE = np.full((200, 300), np.nan)
WEIRD = [
    None,
    (),
    (1.0,),
    tuple(range(50)),
    np.zeros(0),
    np.zeros((0, 3, 0)),
    np.zeros([1] * 30),
    HUGE,
    np.full((40, 3), np.inf),
    1e308,
    -0.0,
    Unusable(UnusableKind.TEXT),
    Unusable(UnusableKind.OBJECT, "<script>"),
    (Unusable(UnusableKind.TEXT), np.zeros(3), ()),
    ((), ((), ()), np.zeros(2), (), ()),
    tuple((np.zeros((3, 2)), np.zeros(7)) for _ in range(5)),
    ((np.zeros((0, 2)), np.zeros(0)),) * 5,
    "text",
    object(),
]


def run_of(name, function, n=None, status="ran", message=""):
    key = key_of(name, SEED)
    outcomes = tuple(attempt(key.exercise, function, case) for case in key.cases[:n])
    return judged(ExerciseRun(name, status, outcomes, message), key, "notebook", OwnSource())


@pytest.mark.parametrize("name", EXERCISES)
def test_whatever_comes_as_a_value_there_is_a_row_without_points(name):
    key = key_of(name, SEED)
    for value in WEIRD:
        outcomes = tuple(Outcome(value=value) for _ in key.cases)
        row = judged(ExerciseRun(name, "ran", outcomes), key, "notebook", OwnSource())
        assert row.status in ("incorrect", "error", "needs review")
        assert row.score == 0
        assert "<script>" not in row.card


@pytest.mark.parametrize("status", STOPPED)
def test_what_was_judged_before_the_end_counts(status):
    helper = EXERCISES["e_step"].reference
    n = len(key_of("e_step", SEED).cases)
    row = run_of("e_step", helper, n // 2, status)
    assert (row.status, row.score) == (status, pytest.approx(5 * (n // 2) / n, abs=0.005))
    assert row.named[0] == status
    assert "end its loop" not in row.message or status == "timeout"


@pytest.mark.parametrize("status", STOPPED)
def test_without_any_outcome_there_are_no_points_and_a_status(status):
    row = run_of("e_step", EXERCISES["e_step"].reference, 0, status)
    assert (row.status, row.score, row.max_score) == (status, 0, 5)


def test_a_mistake_is_still_named_beside_a_crash():
    row = run_of("update_weights", lambda r: r.sum(axis=0), 5, "crashed")
    assert row.named == ("crashed", "not divided by N")


def test_one_call_that_does_not_return_makes_a_timeout_and_keeps_the_other_points():
    key = key_of("update_weights", SEED)
    outcomes = [attempt(key.exercise, key.exercise.reference, case) for case in key.cases]
    late = "it had not returned after 6 seconds"
    outcomes[-1] = Outcome(error=late, timed_out=True)
    row = judged(
        ExerciseRun("update_weights", "ran", tuple(outcomes)), key, "notebook", OwnSource()
    )
    assert row.status == "timeout"
    assert 0 < row.score < row.max_score
    assert late in row.message


def test_everybody_gets_the_same_cases_and_next_term_others():
    def inputs(seed):
        return [case.arguments[0] for case in cases_of("e_step", seed)]

    assert all(map(np.array_equal, inputs(1), inputs(1)))
    assert not any(map(np.array_equal, inputs(1), inputs(2)))
    assert key_of("e_step", 1) is key_of("e_step", 1)


def test_more_outcomes_than_cases_earn_no_more():
    key = key_of("update_weights", SEED)
    good = attempt(key.exercise, key.exercise.reference, key.cases[0])
    run = ExerciseRun("update_weights", "ran", (good,) * 100)
    assert judged(run, key, "notebook", OwnSource()).score < key.exercise.points


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("its notebook took more than 240 seconds, so the rest was not tried", "240 seconds"),
        ("all its calls took more than 60 seconds, so the rest was not tried", "60 seconds"),
    ],
)
def test_what_was_never_tried_is_not_called_wrong_and_is_looked_at(message, shown):
    row = run_of("e_step", EXERCISES["e_step"].reference, 0, "timeout", message)
    assert (row.status, row.score) == ("timeout", 0.0)
    assert shown in row.message
    assert "incorrect" not in row.message + row.card
    assert OUT_OF_TIME in row.named


def test_what_was_right_before_the_time_was_over_counts():
    message = "all its calls took more than 60 seconds, so the rest was not tried"
    row = run_of("e_step", EXERCISES["e_step"].reference, 9, "timeout", message)
    assert row.score == round(5 * 9 / len(key_of("e_step", SEED).cases), 2)
    assert OUT_OF_TIME in row.named


def test_the_name_of_an_exercise_keeps_its_spelling_at_the_start_of_a_sentence():
    run = ExerciseRun("e_step", "not a function", (), "e_step is something else than a function")
    row = judged(run, key_of("e_step", 0), "notebook", OwnSource())
    assert row.message == "e_step is something else than a function."
