"""From outcomes to a row, whatever the outcomes hold."""

import numpy as np
import pytest
from gmm_helpers.grading.judging.quoting.student_source import OwnSource

from gmm_helpers.exercises import EXERCISES, CallStatus, Outcome, Status, attempt
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import ExerciseRun, Reason, ReasonKind
from gmm_helpers.grading.judging.exercises import (
    build_key,
    build_row,
    draw_cases,
    judge_best,
    judge_run,
)

pytestmark = pytest.mark.slow

SEED = 7
STOPPED = (RunStatus.TIMEOUT, RunStatus.MEMORY, RunStatus.CRASHED)
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


def row_of(name, function, n=None, status=RunStatus.RAN, reason=None):
    key = build_key(name, SEED)
    outcomes = tuple(attempt(key.exercise, function, case) for case in key.cases[:n])
    return row_for(ExerciseRun(name, status, outcomes, reason))


def row_for(run):
    return judge_run(run, build_key(run.exercise, SEED), "notebook", OwnSource())


@pytest.mark.parametrize("name", EXERCISES)
def test_whatever_comes_as_a_value_there_is_a_row_without_points(name):
    key = build_key(name, SEED)
    for value in WEIRD:
        outcomes = tuple(Outcome(value=value) for _ in key.cases)
        row = row_for(ExerciseRun(name, RunStatus.RAN, outcomes))
        assert row.status in ("incorrect", "unfinished", "error", "needs review")
        assert row.score == 0
        assert "<script>" not in row.card


@pytest.mark.parametrize("status", STOPPED)
def test_what_was_judged_before_the_end_counts(status):
    row = row_of("update_covariances", EXERCISES["update_covariances"].reference, 9, status)
    assert (row.status, row.score) == (Status(status.value), 5 * 9 / 18)
    assert row.named == (status.value,)


@pytest.mark.parametrize("status", STOPPED)
def test_without_any_outcome_there_are_no_points_and_a_status(status):
    row = row_of("e_step", EXERCISES["e_step"].reference, 0, status)
    assert (row.status, row.score, row.max_score) == (Status(status.value), 0, 5)


def test_a_mistake_is_still_named_beside_a_crash():
    row = row_of("update_weights", lambda r: r.sum(axis=0), 5, RunStatus.CRASHED)
    assert row.named == ("crashed", "not divided by N")


def test_one_call_that_does_not_return_makes_a_timeout_and_keeps_the_other_points():
    key = build_key("update_weights", SEED)
    outcomes = [attempt(key.exercise, key.exercise.reference, case) for case in key.cases]
    outcomes[-1] = Outcome(status=CallStatus.TIMED_OUT, seconds=6.0)
    row = row_for(ExerciseRun("update_weights", RunStatus.RAN, tuple(outcomes)))
    assert row.status is Status.TIMEOUT
    assert 0 < row.score < row.max_score
    assert "it had not returned after 6 seconds" in row.message


def test_everybody_gets_the_same_cases_and_next_term_others():
    def inputs(seed):
        return [case.arguments[0] for case in draw_cases("e_step", seed)]

    assert all(map(np.array_equal, inputs(1), inputs(1)))
    assert not any(map(np.array_equal, inputs(1), inputs(2)))
    assert build_key("e_step", 1) is build_key("e_step", 1)


def test_more_outcomes_than_cases_earn_no_more():
    key = build_key("update_weights", SEED)
    good = attempt(key.exercise, key.exercise.reference, key.cases[0])
    run = ExerciseRun("update_weights", RunStatus.RAN, (good,) * 100)
    assert row_for(run).score < key.exercise.points


LATE = [
    Reason(ReasonKind.NOTEBOOK_OUT_OF_TIME, seconds=240.0),
    Reason(ReasonKind.NOTEBOOK_OUT_OF_TIME, case=3, seconds=240.0),
    Reason(ReasonKind.EXERCISE_OUT_OF_TIME, seconds=60.0),
]


@pytest.mark.parametrize("reason", LATE)
def test_what_was_never_tried_is_not_called_wrong_and_needs_review(reason):
    row = row_of("e_step", EXERCISES["e_step"].reference, 0, RunStatus.TIMEOUT, reason)
    assert (row.status, row.score) == (Status.TIMEOUT, 0.0)
    assert row.message == reason.sentence
    assert "incorrect" not in row.message + row.card
    assert (row.named, row.out_of_time) == ((), True)


@pytest.mark.parametrize("reason", LATE)
def test_what_was_right_before_the_time_was_over_counts(reason):
    name = "update_covariances"
    row = row_of(name, EXERCISES[name].reference, 9, RunStatus.TIMEOUT, reason)
    assert row.score == 5 * 9 / 18
    assert row.out_of_time


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in ReasonKind
        if kind.status is RunStatus.TIMEOUT and kind not in {reason.kind for reason in LATE}
    ],
)
def test_other_timeouts_are_the_functions_own(kind):
    reason = Reason(kind, case=2, seconds=6.0)
    row = row_of("e_step", EXERCISES["e_step"].reference, 1, RunStatus.TIMEOUT, reason)
    assert row.named == ("timeout",)
    assert reason.sentence in row.message


def test_a_function_that_raises_everywhere_has_an_error():
    row = row_of("e_step", lambda *_: 1 / 0)
    assert (row.status, row.score, row.named) == (Status.ERROR, 0.0, ("an exception",))
    assert "ZeroDivisionError: division by zero" in row.message


@pytest.mark.parametrize(
    ("status", "expected"),
    [(RunStatus.UNDEFINED, Status.ERROR), (RunStatus.NOT_A_FUNCTION, Status.INCORRECT)],
)
def test_without_a_function_the_reason_is_the_message(status, expected):
    for kind in (ReasonKind.UNDEFINED, ReasonKind.NOT_A_FUNCTION):
        reason = Reason(kind, exercise="e_step")
        row = row_for(ExerciseRun("e_step", status, (), reason))
        assert (row.status, row.message) == (expected, reason.sentence)
        assert row.named == (status.value,)
        assert type(row.named[0]) is str  # it goes into JSON
    assert "e_step" in row_for(ExerciseRun("e_step", status)).message


def test_of_a_cell_only_what_quotes_nothing_is_said():
    raised, line = RaisedException("ValueError", "a quarter: 0.25"), CodeLine(1, "0.25")
    reason = Reason(ReasonKind.RAISED, cell=3, exception=raised, line=line)
    row = row_for(ExerciseRun("e_step", RunStatus.UNDEFINED, (), reason))
    assert row.message.startswith("Code cell 3 raised ValueError: its message is not shown")
    assert "0.25" not in row.message + row.card


@pytest.mark.parametrize(
    ("status", "says_points"), [(Status.CRASHED, True), (Status.NOT_ATTEMPTED, False)]
)
def test_a_row_without_a_verdict_says_points_where_something_is_wrong(status, says_points):
    row = build_row("notebook", "e_step", 5.0, status, "Why <b>.", "a name")
    assert (row.score, row.max_score, row.named) == (0.0, 5.0, ("a name",))
    assert ("0 of 5 points" in row.card) == says_points
    assert "&lt;b&gt;" in row.card


@pytest.mark.parametrize("counts", [False, True])
def test_a_call_of_the_helper_earns_what_the_instructor_says(counts):
    name = "update_means"
    key = build_key(name, SEED)
    outcomes = tuple(attempt(key.exercise, key.exercise.reference, case) for case in key.cases)
    run = ExerciseRun(name, RunStatus.RAN, outcomes, None, calls_helper=True)
    row = judge_run(run, key, "03_m_step", OwnSource(()), helper_counts=counts)
    assert (row.score, row.status) == ((3.0, "correct") if counts else (0.0, "incorrect"))
    for text in (row.message, row.card):
        assert "It agrees with the tested helper in all 18 cases." in text
        assert "This calls the helper you were asked to write" in text
        assert ("Until then it earns no points." in text) == (not counts)


def test_of_a_function_after_the_last_cell_and_at_its_checks_the_better_counts():
    key = build_key("e_step", SEED)

    def run(function, earlier=()):
        outcomes = tuple(attempt(key.exercise, function, case) for case in key.cases)
        return ExerciseRun("e_step", RunStatus.RAN, outcomes, earlier=earlier)

    def wrong(*arguments):
        return 0.0

    right, change = key.exercise.reference, "It counts as it was before code cell 3 changes f."
    for at_end, at_check, score, end_score in (
        (wrong, right, 5, 0.0),
        (right, wrong, 5, None),
        (wrong, wrong, 0, None),
        (right, right, 5, None),
    ):
        one = run(at_end, (run(wrong), run(at_check)))
        row = judge_best(one, key, "notebook", OwnSource(), change=change)
        assert (row.score, row.end_score) == (score, end_score)
        assert (change in row.message, change in row.card) == (end_score is not None,) * 2
