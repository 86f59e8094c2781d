"""What has to be written before a function can be judged: a helper, a line, the end."""

from __future__ import annotations

import ast

from ..definition import Diagnosis
from ..running.attempts import Outcome
from ..running.endings import describe_ending, full_stop
from ..running.library_messages import is_about_none
from ..statuses import CallStatus
from ..symptoms.slips import is_without_result
from ..symptoms.source import FunctionSource
from ..symptoms.unfinished import NAME

__all__ = ["unwritten_helper", "unwritten_line"]


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


def unwritten_line(outcome: Outcome, source: FunctionSource | None) -> Diagnosis | None:
    """Say that a line still stands for one that is to be written: a ``...``, a raise, an assert."""
    if source is None or outcome.status is not CallStatus.RAISED:
        return None
    dots = [node for node in source.own if _stands_for_a_value(node)]
    if dots:
        what = "There is still a ... in your function: write in its place what belongs there."
        return Diagnosis(NAME, what, line=source.line(dots[0]), unfinished=True)
    ends = [node for node in source.body if _always_raises(node)]
    if ends and any(node.lineno < ends[0].lineno for node in source.returns):
        return None  # the raise is for what none of these lines returns
    line = source.line(ends[0]) if ends else None
    if line and outcome.line and line.number == outcome.line.number:
        raised = full_stop(f"Your function {describe_ending(outcome)}")
        what = f"{raised} This line ends it before it returns anything: write what belongs there."
        return Diagnosis(NAME, what, quotes_error=True, line=line, unfinished=True)
    return None


def _stands_for_a_value(node: ast.AST) -> bool:
    values = [node.value] if isinstance(node, ast.Assign | ast.AugAssign | ast.Return) else []
    if isinstance(node, ast.Call):
        values = [*node.args]
    return any(isinstance(each, ast.Constant) and each.value is ... for each in values)


def _always_raises(node: ast.AST) -> bool:
    test = node.test if isinstance(node, ast.Assert) else None
    return isinstance(node, ast.Raise) or (isinstance(test, ast.Constant) and not test.value)
