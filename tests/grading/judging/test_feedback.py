"""From outcomes to a row, whatever the outcomes hold: points of one run, words of the other."""

from dataclasses import replace

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, CallStatus, Outcome, Status, attempt
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import ExerciseRun, Reason, ReasonKind
from gmm_helpers.grading.judging.exercises import build_key
from gmm_helpers.grading.judging.feedback import Shown, row_of, run_that_counts
from gmm_helpers.grading.judging.marks import best_mark, mark_of
from gmm_helpers.grading.settings import PUBLIC_SEED

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


def run_of(name, function, n=None, status=RunStatus.RAN, reason=None, public=False):
    key = build_key(name, PUBLIC_SEED if public else SEED, public)
    outcomes = tuple(attempt(key.exercise, function, case) for case in key.cases[:n])
    return ExerciseRun(name, status, outcomes, reason)


def row_on(name, function, *how):
    """The row of a function that does the same in both runs."""
    return row_for(*(run_of(name, function, *how, public=public) for public in (False, True)))


def row_for(run, public=None, **how):
    return row_of("notebook", mark_of(run, build_key(run.exercise, SEED)), shown(public), **how)


def shown(run):
    key = run and build_key(run.exercise, PUBLIC_SEED, public=True)
    return Shown(run, key, PUBLIC_SEED) if run else None


@pytest.mark.parametrize("name", EXERCISES)
def test_whatever_comes_as_a_value_there_is_a_row_without_points(name):
    key = build_key(name, SEED)
    for value in WEIRD:
        outcomes = tuple(Outcome(value=value) for _ in key.cases)
        run = ExerciseRun(name, RunStatus.RAN, outcomes)
        row = row_for(run, run)
        assert row.status in ("incorrect", "unfinished", "error", "needs review")
        assert row.score == 0
        assert "<script>" not in row.card


@pytest.mark.parametrize("status", STOPPED)
def test_what_was_judged_before_the_end_counts(status):
    row = row_on("update_covariances", EXERCISES["update_covariances"].reference, 9, status)
    assert (row.status, row.score) == (Status(status.value), 5 * 9 / 18)
    assert row.named == (status.value,)


@pytest.mark.parametrize("status", STOPPED)
def test_without_any_outcome_there_are_no_points_and_a_status(status):
    row = row_on("e_step", EXERCISES["e_step"].reference, 0, status)
    assert (row.status, row.score, row.max_score) == (Status(status.value), 0, 5)


def test_a_mistake_is_still_named_beside_a_crash():
    row = row_on("update_weights", lambda r: r.sum(axis=0), 5, RunStatus.CRASHED)
    assert row.named == ("crashed", "not divided by N")


def test_one_call_that_does_not_return_makes_a_timeout_and_keeps_the_other_points():
    key = build_key("update_weights", SEED)
    outcomes = [attempt(key.exercise, key.exercise.reference, case) for case in key.cases]
    outcomes[-1] = Outcome(status=CallStatus.TIMED_OUT, seconds=6.0)
    row = row_for(ExerciseRun("update_weights", RunStatus.RAN, tuple(outcomes)))
    assert row.status is Status.TIMEOUT
    assert 0 < row.score < row.max_score
    assert "it had not returned after 6 seconds" in row.message


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
    row = row_on("e_step", EXERCISES["e_step"].reference, 0, RunStatus.TIMEOUT, reason)
    assert (row.status, row.score) == (Status.TIMEOUT, 0.0)
    assert row.message == reason.sentence
    assert "incorrect" not in row.message + row.card
    assert (row.named, row.out_of_time) == ((), True)


@pytest.mark.parametrize("reason", LATE)
def test_what_was_right_before_the_time_was_over_counts(reason):
    name = "update_covariances"
    row = row_on(name, EXERCISES[name].reference, 9, RunStatus.TIMEOUT, reason)
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
    row = row_on("e_step", EXERCISES["e_step"].reference, 1, RunStatus.TIMEOUT, reason)
    assert row.named == ("timeout",)
    assert reason.sentence in row.message


def test_a_function_that_raises_everywhere_has_an_error():
    row = row_on("e_step", lambda *_: 1 / 0)
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


def test_of_a_cell_that_raised_the_public_run_tells_the_words():
    def reason(message):
        raised, line = RaisedException("ValueError", message), CodeLine(1, message)
        return Reason(ReasonKind.RAISED, cell=3, exception=raised, line=line)

    run = ExerciseRun("e_step", RunStatus.UNDEFINED, (), reason("a quarter: 0.25"))
    row = row_for(run)
    assert row.message == "Code cell 3 raised an exception."
    assert "0.25" not in row.message + row.card
    row = row_for(run, run._replace(reason=reason("a half: 0.5")))
    assert row.message.startswith("Code cell 3 raised ValueError: a half: 0.5")


def test_words_values_and_pictures_come_from_the_public_run():
    def means(X, r):
        return r.T @ X / len(X)

    row = row_on("update_means", means)
    assert "Tried on ordinary data: the result at [0, 0]: expected" in row.message
    assert "<img" in row.card
    assert f"case = check(update_means, seed={PUBLIC_SEED}).case" in row.message
    assert "update_means(*case.arguments)" in row.message
    hidden = row_for(run_of("update_means", means))
    assert (hidden.score, hidden.status) == (row.score, row.status)
    assert "expected" not in hidden.message
    assert "<img" not in hidden.card


def test_what_fails_on_hidden_cases_only_hears_the_kind_and_the_cases():
    name = "update_means"
    right, key = EXERCISES[name].reference, build_key(name, SEED)
    secret = RaisedException("OddError", "0.25")
    outcomes = list(run_of(name, right).outcomes)
    outcomes[3] = Outcome(status=CallStatus.RAISED, exception=secret, line=CodeLine(9, "0.25"))
    run = ExerciseRun(name, RunStatus.RAN, tuple(outcomes))
    row = row_for(run, run_of(name, right, public=True))
    case = key.cases[3].name
    assert (
        f"It is right on the public cases (seed {PUBLIC_SEED}), but not on others." in row.message
    )
    assert (
        f"It is wrong in 1 of 18 cases ({case}): on {case} it raised an exception." in row.message
    )
    assert row.named
    assert row.status == Status.PARTIAL
    assert not {"OddError", "0.25"} & {*row.message.replace(":", " ").split()}


def test_where_other_cases_fail_than_the_points_come_from_both_are_told():
    name = "update_means"
    right = EXERCISES[name].reference
    hidden, public = (list(run_of(name, right, public=each).outcomes) for each in (False, True))
    hidden[2] = hidden[5] = public[1] = Outcome(value=np.zeros((1, 1)))
    runs = [ExerciseRun(name, RunStatus.RAN, tuple(each)) for each in (hidden, public)]
    row = row_for(*runs)
    assert "Wrong in 1 of 18 cases" in row.message
    assert "The points come from other cases. It is wrong in 2 of 18 cases" in row.message
    assert row.score == row_for(runs[0]).score < 3


def test_of_a_worker_that_is_lost_in_the_public_run_there_are_the_hidden_words():
    run = run_of("e_step", lambda *_: 0.0)
    lost = ExerciseRun("e_step", RunStatus.CRASHED, (), Reason(ReasonKind.WORKER_LOST))
    assert row_for(run, lost).message == row_for(run).message
    assert "It is wrong in 18 of 18 cases" in row_for(run).message


def test_only_what_is_not_settled_asks_for_a_public_run():
    def is_settled(run):
        return mark_of(run, build_key(run.exercise, SEED)).is_settled

    def stub(*arguments):
        raise NotImplementedError("write e_step here")

    assert is_settled(run_of("e_step", EXERCISES["e_step"].reference))
    assert is_settled(run_of("e_step", stub, 1))
    assert is_settled(ExerciseRun("e_step", RunStatus.UNDEFINED))
    assert is_settled(ExerciseRun("e_step", RunStatus.TIMEOUT, (), LATE[0]))
    assert not is_settled(run_of("e_step", lambda *_: 0.0))
    raised = Reason(ReasonKind.RAISED, cell=3, exception=RaisedException("ValueError"))
    assert not is_settled(ExerciseRun("e_step", RunStatus.UNDEFINED, (), raised))
    right = run_of("e_step", EXERCISES["e_step"].reference)
    assert not is_settled(right._replace(calls_helper=True))


@pytest.mark.parametrize("counts", [False, True])
def test_a_call_of_the_helper_earns_what_the_instructor_says(counts):
    name = "update_means"
    run = run_of(name, EXERCISES[name].reference)._replace(calls_helper=True)
    mark = mark_of(run, build_key(name, SEED), helper_counts=counts)
    public = run_of(name, EXERCISES[name].reference, public=True)
    for row in (row_of("03_m_step", mark), row_of("03_m_step", mark, shown(public))):
        assert (row.score, row.status) == ((3.0, "correct") if counts else (0.0, "incorrect"))
        for text in (row.message, row.card):
            assert "It agrees with the tested helper in all 18 cases." in text
            assert "This calls the helper you were asked to write" in text
            assert ("Until then it earns no points." in text) == (not counts)
            # Under a red cross comes first why it is there.
            assert (text.index("This calls") < text.index("It agrees")) == (not counts)


def test_of_a_function_after_the_last_cell_and_at_its_checks_the_better_counts():
    def wrong(*arguments):
        return 0.0

    right, change = EXERCISES["e_step"].reference, "It counts as it was before code cell 3 changes."
    key = build_key("e_step", SEED)
    for at_end, at_check, score, state in (
        (wrong, right, 5, 1),
        (right, wrong, 5, None),
        (wrong, wrong, 0, None),
        (right, right, 5, None),
    ):
        earlier = (run_of("e_step", wrong), run_of("e_step", at_check))
        mark = best_mark(run_of("e_step", at_end)._replace(earlier=earlier), key, None)
        row = row_of("notebook", mark, more=[change])
        assert (row.score, mark.state) == (score, state)
        assert row.end_score == (None if state is None else 0.0)
        assert change in row.message


def test_what_is_told_is_told_of_the_state_that_counts():
    mark = mark_of(run_of("e_step", lambda *_: 0.0), build_key("e_step", SEED))
    run = ExerciseRun("e_step", RunStatus.RAN)
    earlier = run._replace(calls_helper=True)
    assert run_that_counts(run._replace(earlier=(earlier,)), mark) is not earlier
    assert run_that_counts(run._replace(earlier=(earlier,)), replace(mark, state=0)) is earlier
    assert run_that_counts(run, replace(mark, state=0)) is None


@pytest.mark.parametrize("shows_hidden", [True, False])
def test_what_a_small_number_costs_is_said_only_where_it_was_deducted(shows_hidden):
    def added(r):
        return -(r * np.log(r + 1e-6)).sum()

    def changing(r):
        np.copyto(r, np.where(r > 0, r, 1.0))
        return -(r * np.log(r)).sum()

    hidden = run_of("entropy", added if shows_hidden else changing)
    row = row_for(hidden, run_of("entropy", added, public=True))
    assert "A small number (an epsilon) is added" in row.message
    assert ("costs a quarter of the points" in row.message) is shows_hidden
    assert (row.score == 1.5) is shows_hidden
