"""How a call ended, in words."""

from __future__ import annotations

from ..statuses import CallStatus
from .attempts import Outcome

__all__ = ["describe_ending", "full_stop"]


def describe_ending(outcome: Outcome) -> str:
    """How a call ended that returned nothing: a phrase that follows "your function"."""
    if outcome.exception:
        return f"raised {outcome.exception}"
    if outcome.status is CallStatus.TIMED_OUT and outcome.seconds:
        return f"was stopped: it had not returned after {outcome.seconds:g} seconds"
    return _ENDINGS[outcome.status]


def full_stop(sentence: str) -> str:
    """End a sentence that may end with what an exception says, which may bring its own stop.

    Examples
    --------
    >>> full_stop("It raised ValueError: no;"), full_stop("It raised ValueError: why?")
    ('It raised ValueError: no.', 'It raised ValueError: why?')
    """
    whole = sentence.rstrip(" ,;:")
    return whole if whole.endswith((".", "?", "!", "…")) else f"{whole}."


_ENDINGS = {
    CallStatus.RETURNED: "returned",
    CallStatus.RAISED: "raised an exception",
    CallStatus.UNWRITTEN: "is not written yet",
    CallStatus.TIMED_OUT: "was stopped: it did not return in time",
    CallStatus.OUT_OF_MEMORY: "was stopped: it took too much memory",
    CallStatus.CRASHED: "ended the whole process",
    CallStatus.SPARED: "was not tried, because earlier calls leave no doubt",
    CallStatus.UNTRIED: "was not tried, because earlier calls did not return",
}
