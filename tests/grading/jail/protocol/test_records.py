"""Reports come back as they were written; anything else that JSON can hold is refused."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.exercises import CallStatus, Outcome
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import Reason, ReasonKind
from gmm_helpers.grading.jail.protocol.records import (
    read_cell,
    read_exercise,
    read_outcome,
    write_cell,
    write_exercise,
    write_outcome,
)
from gmm_helpers.grading.jail.protocol.values import MalformedError
from gmm_helpers.grading.jail.reasons import CELL_KINDS

RAISED = RaisedException("KeyError", "'k'")
LINE = CodeLine(3, "return x['k']")
WITH_EXCEPTION = (ReasonKind.RAISED, ReasonKind.OUT_OF_MEMORY)
OUTCOMES = [
    Outcome(np.ones(3)),
    Outcome(np.ones(3), changed=("X", "means")),
    Outcome(status=CallStatus.RAISED, exception=RAISED, line=LINE),
    Outcome(status=CallStatus.RAISED, exception=RAISED),
    Outcome(status=CallStatus.UNWRITTEN, exception=RaisedException("NotImplementedError")),
    Outcome(status=CallStatus.OUT_OF_MEMORY, exception=RaisedException("MemoryError")),
    Outcome(status=CallStatus.TIMED_OUT, line=LINE),
]


def sent(header):
    """As it arrives: tuples are lists."""
    return json.loads(json.dumps(header))


@pytest.mark.parametrize("kind", [kind for kind in ReasonKind if kind in CELL_KINDS])
def test_a_cell_comes_back_as_it_was(kind):
    exception = RAISED if kind in WITH_EXCEPTION else None
    reason = Reason(kind, cell=4, exception=exception, line=LINE)
    assert read_cell(sent(write_cell(4, reason)), 4) == reason
    assert read_cell(sent(write_cell(4, None)), 4) is None


@pytest.mark.parametrize("status", [RunStatus.RAN, RunStatus.UNDEFINED, RunStatus.NOT_A_FUNCTION])
def test_an_exercise_comes_back_as_it_was(status):
    report = sent(write_exercise("e_step", status, [4, 0]))
    assert read_exercise(report, "e_step") == (status, [4, 0])


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_call_comes_back_as_it_was(outcome):
    header, buffers = write_outcome(2, outcome)
    back = read_outcome("e_step", 2, sent(header), b"".join(buffers))
    np.testing.assert_array_equal(back.value, outcome.value)
    assert (back.status, back.exception, back.line, back.changed, back.seconds) == (
        outcome.status,
        outcome.exception,
        outcome.line,
        outcome.changed,
        None,
    )


@pytest.mark.parametrize("kind", [kind for kind in ReasonKind if kind not in CELL_KINDS])
def test_what_only_the_outside_can_see_is_not_believed_of_a_cell(kind):
    header = {**write_cell(1, None), "kind": kind.name}
    with pytest.raises(MalformedError):
        read_cell(header, 1)


CELL = sent(write_cell(4, Reason(ReasonKind.RAISED, exception=RAISED, line=LINE)))


@pytest.mark.parametrize(
    "change",
    [
        {"cell": 5},
        {"cell": "4"},
        {"kind": "NO_KIND"},
        {"kind": "EXITED"},  # but there is an exception
        {"kind": ["RAISED"]},
        {"kind": {}},
        {"kind": None},
        {"exception": None},
        {"exception": "KeyError"},
        {"exception": ["KeyError"]},
        {"exception": ["KeyError", 3]},
        {"exception": {"type": "KeyError"}},
        {"line": [0, "x"]},
        {"line": [True, "x"]},
        {"line": [1.5, "x"]},
        {"line": [10**9, "x"]},
        {"line": [1, None]},
        {"line": ["1", "x"]},
        {"more": 1},
    ],
)
def test_a_cell_of_another_form_is_refused(change):
    assert read_cell(CELL, 4).kind is ReasonKind.RAISED
    with pytest.raises(MalformedError):
        read_cell({**CELL, **change}, 4)


@pytest.mark.parametrize(
    "change",
    [
        {"exercise": "m_step"},
        {"status": "CRASHED"},
        {"status": "ran"},
        {"found": 1},
        *({"moments": moments} for moments in (None, 3, [0, 1, 2, 3], ["1"], [-1], [True], [1e9])),
    ],
)
def test_an_exercise_of_another_form_is_refused(change):
    header = {**sent(write_exercise("e_step", RunStatus.RAN)), **change}
    with pytest.raises(MalformedError):
        read_exercise(header, "e_step")


CALL = sent(write_outcome(2, Outcome(status=CallStatus.RAISED, exception=RAISED))[0])


@pytest.mark.parametrize(
    "change",
    [
        {"case": 3},
        {"status": "CRASHED"},
        {"status": "UNTRIED"},
        {"status": "RETURNED"},
        {"status": "TIMED_OUT"},
        {"status": 1},
        {"exception": None},
        {"value": {"array": []}},
        {"changed": ["quarter"]},
        {"changed": "X"},
        {"changed": [["X"]]},
        {"seconds": 0.25},
    ],
)
def test_a_call_of_another_form_is_refused(change):
    assert read_outcome("e_step", 2, CALL, b"").status is CallStatus.RAISED
    with pytest.raises(MalformedError):
        read_outcome("e_step", 2, {**CALL, **change}, bytes(8) if "value" in change else b"")


def test_texts_are_of_bounded_length_and_lines_far_down_are_left_out():
    long = RaisedException("E" * 10_000, "m" * 10_000)
    reason = Reason(ReasonKind.RAISED, exception=long, line=CodeLine(10**7, "x"))
    header = sent(write_cell(1, reason))
    assert len(json.dumps(header)) < 2_000
    assert read_cell(header, 1).line is None
    forged = {**header, "exception": ["E" * 10_000, "m\n" * 10_000]}
    assert len(str(read_cell(forged, 1).exception)) < 1_300


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.fixed_dictionaries(dict.fromkeys(("kind", "exception", "line"), JSON)))
def test_any_json_about_a_cell_is_read_or_refused(rest):
    try:
        reason = read_cell({"cell": 1, **rest}, 1)
    except MalformedError:
        return
    assert reason is None or reason.kind in CELL_KINDS
