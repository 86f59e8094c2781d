"""A function of the student's own that has to be written before another can be judged."""

from __future__ import annotations

from ..definition import Diagnosis
from ..running.attempts import Outcome
from ..running.library_messages import is_about_none
from ..statuses import CallStatus
from ..symptoms.slips import is_without_result
from ..symptoms.source import FunctionSource
from ..symptoms.unfinished import NAME

__all__ = ["unwritten_helper"]


def unwritten_helper(outcome: Outcome, source: FunctionSource | None) -> Diagnosis | None:
    """Say which of the student's own functions has to be written first."""
    if source is None or not source.unwritten:
        return None
    raised = outcome.exception
    meets_none = raised is not None and is_about_none(raised)
    if not (meets_none or outcome.status is CallStatus.UNWRITTEN or is_without_result([outcome])):
        return None
    name = source.unwritten[0]
    return Diagnosis(
        NAME,
        f"`{name}`, which your function calls, is not written yet: finish `{name}` first.",
        unfinished=True,
    )
