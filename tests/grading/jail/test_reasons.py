"""Why something did not end as it should: every kind has a status and a sentence."""

import signal

import pytest

from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import CellNote, Reason, ReasonKind
from gmm_helpers.grading.jail.reasons import CELL_KINDS

WHOLE = {
    ReasonKind.EXERCISE_OUT_OF_TIME,
    ReasonKind.UNDEFINED,
    ReasonKind.NOT_A_FUNCTION,
    ReasonKind.WORKER_LOST,
    ReasonKind.NO_RESULT,
}
RAISED = RaisedException("KeyError", "'k'")


@pytest.mark.parametrize("kind", ReasonKind)
def test_every_kind_has_a_sentence_that_says_where(kind):
    place = {} if kind in WHOLE else {"cell": 7}
    reason = Reason(kind, seconds=6.0, exception=RAISED, exercise="e_step", **place)
    assert reason.sentence.endswith((".", ")"))
    assert "{" not in reason.sentence
    assert reason.sentence.startswith("Code cell 7 ") == bool(place)


def test_no_two_kinds_read_the_same_but_the_two_that_raise():
    places = {kind: {} if kind in WHOLE else {"case": 2} for kind in ReasonKind}
    sentences = {str(Reason(kind, seconds=1.0, **places[kind])) for kind in ReasonKind}
    assert len(sentences) == len(ReasonKind) - 1


@pytest.mark.parametrize("kind", ReasonKind)
def test_a_kind_that_stops_an_exercise_has_a_status_other_than_ran(kind):
    assert kind.status is not RunStatus.RAN


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (
            Reason(ReasonKind.RAISED, cell=3, exception=RAISED, line=CodeLine(2, "x['k']")),
            "Code cell 3 raised KeyError: 'k' (line 2 of the cell: x['k'])",
        ),
        (
            Reason(ReasonKind.INTERRUPTED, case=1, seconds=5.5),
            "Case 1: the function was stopped after 5.5 seconds.",
        ),
        (
            Reason(ReasonKind.CRASHED_BY_SIGNAL, signal=int(signal.SIGSEGV)),
            "A cell or another function crashed the whole process (SIGSEGV).",
        ),
        (
            Reason(ReasonKind.CRASHED_BY_SIGNAL, case=2, signal=4000),
            "Case 2: the function crashed the whole process (an unknown signal).",
        ),
        (
            Reason(ReasonKind.NOTEBOOK_OUT_OF_TIME, seconds=240.0),
            "Its notebook took more than 240 seconds, so the rest was not tried.",
        ),
        (
            Reason(ReasonKind.NOTEBOOK_OUT_OF_TIME, case=4, seconds=240.0),
            "Case 4: the function was stopped, because the time for its notebook was up.",
        ),
        (Reason(ReasonKind.NOT_A_FUNCTION, exercise="e_step"), "e_step is not a function."),
        (Reason(ReasonKind.UNDEFINED, exercise="e_step"), "No cell defines e_step."),
    ],
)
def test_sentences(reason, sentence):
    assert reason.sentence == sentence


def test_a_note_names_its_notebook():
    reason = Reason(ReasonKind.EXITED, cell=4)
    assert str(CellNote("a.ipynb", reason)) == "a.ipynb, code cell 4 was ended by sys.exit()"
    assert str(CellNote("", reason)) == str(reason)


def test_what_a_worker_may_say_of_a_cell_ends_no_process():
    for kind in ReasonKind:
        ends_process = kind.status is RunStatus.CRASHED and kind not in CELL_KINDS
        assert not (kind in CELL_KINDS and ends_process)
    assert not CELL_KINDS & WHOLE
