"""How a call ended, as a phrase for every status."""

import pytest

from gmm_helpers.exercises import CallStatus, Outcome
from gmm_helpers.exercises.running.endings import describe_ending
from gmm_helpers.exercises.running.exceptions import RaisedException


@pytest.mark.parametrize("status", CallStatus)
def test_every_status_has_a_phrase(status):
    phrase = describe_ending(Outcome(status=status))
    assert phrase
    assert phrase[-1].isalpha()


def test_no_two_statuses_read_the_same():
    assert len({describe_ending(Outcome(status=status)) for status in CallStatus}) == len(
        CallStatus
    )


@pytest.mark.parametrize("seconds", [6.0, 0.75])
def test_a_limit_that_is_known_is_said(seconds):
    outcome = Outcome(status=CallStatus.TIMED_OUT, seconds=seconds)
    assert describe_ending(outcome) == (
        f"was stopped: it had not returned after {seconds:g} seconds"
    )


@pytest.mark.parametrize("status", [CallStatus.RAISED, CallStatus.OUT_OF_MEMORY])
def test_an_exception_is_quoted(status):
    raised = RaisedException("MemoryError", "no room")
    assert (
        describe_ending(Outcome(status=status, exception=raised)) == "raised MemoryError: no room"
    )
