"""What is said of a worker that reports nothing more: seen from its end, never from its words."""

import signal
import time

import pytest

from gmm_helpers.grading.jail import Limits, ReasonKind
from gmm_helpers.grading.jail.protocol.frames import frame
from gmm_helpers.grading.jail.protocol.worker_reports import Reports, StoppedError


class Played:
    """A worker that says what it is given, piece by piece, and ends as it is told to."""

    def __init__(self, *pieces, status=0, exceeded_memory=False):
        self.pieces, self.status, self.exceeded_memory = list(pieces), status, exceeded_memory

    def read(self, seconds):
        return self.pieces.pop(0) if self.pieces else b""

    def finish(self):
        return self.status


def reports_of(worker, seconds_left=60.0, **limits):
    return Reports(
        worker, Limits(notebook_seconds=240.0, **limits), time.monotonic() + seconds_left
    )


def reason_of(worker, **options):
    with pytest.raises(StoppedError) as stopped:
        reports_of(worker, **options).next(5.0)
    return stopped.value.reason


def test_reports_come_one_after_the_other_however_they_are_cut():
    first, second = frame({"a": 1}, [b"xyz"]), frame({"b": 2})
    data = first + second
    reports = reports_of(Played(data[:3], data[3:20], data[20:]))
    assert reports.next(5.0) == ({"a": 1}, b"xyz")
    assert reports.next(5.0) == ({"b": 2}, b"")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (0, ReasonKind.ENDED_PROCESS),
        (3, ReasonKind.ENDED_PROCESS),
        (None, ReasonKind.ENDED_PROCESS),  # it closed the pipe and had to be killed
        (-signal.SIGKILL, ReasonKind.KILLED),
        (-signal.SIGXCPU, ReasonKind.PROCESSOR_TIME),
        (-signal.SIGSEGV, ReasonKind.CRASHED_BY_SIGNAL),
    ],
)
def test_an_end_is_explained_by_the_exit_status(status, kind):
    reason = reason_of(Played(status=status))
    assert reason.kind is kind
    assert reason.signal == max(0, -(status or 0))


def test_too_much_memory_comes_before_the_signal_that_ended_it():
    worker = Played(status=-signal.SIGKILL, exceeded_memory=True)
    assert reason_of(worker).kind is ReasonKind.MEMORY_LIMIT


def test_a_report_that_does_not_come_is_late():
    reason = reason_of(Played(None))
    assert (reason.kind, reason.seconds) == (ReasonKind.TIMED_OUT, 5.0)


def test_if_the_time_of_the_notebook_is_up_first_that_is_the_reason():
    reason = reason_of(Played(None), seconds_left=2.0)
    assert (reason.kind, reason.seconds) == (ReasonKind.NOTEBOOK_OUT_OF_TIME, 240.0)


@pytest.mark.parametrize(
    "data", [b"full marks, please", frame({}, [bytes(100)]), b"\0\0\0\2\0\0\0\0[]"]
)
def test_what_is_not_a_report_is_forged(data):
    assert reason_of(Played(data), result=99).kind is ReasonKind.WROTE_INTO_REPORTS
