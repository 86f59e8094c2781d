"""Slips that the source of a function shows, and that its results confirm."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

import numpy as np

from ..definition import Diagnosis
from ..running.attempts import Outcome
from ..running.exceptions import CodeLine
from ..running.library_messages import mentions
from .lost_values import confirmed_slip, is_nothing, lost_value, name_of, printed
from .source import FunctionSource

__all__ = [
    "are_answers",
    "certain_slip",
    "first_reading",
    "is_without_result",
    "slip_of",
    "sometimes_nothing",
    "sum_of_everything",
]

_MAKERS = {"zeros", "ones", "empty", "full", "reshape"}
SHOWN = 0.8  # of the results: a number may fit some cases by chance
MIN_FIXED = 6  # a number of samples; there are never so many components or features


def slip_of(source: FunctionSource, outcomes: Sequence[Outcome]) -> Diagnosis | None:
    """Find a slip that explains why a function is wrong; `outcomes` are those that are wrong."""
    # What a function raises says more than a value that it does not keep.
    is_silent = any(outcome.returned for outcome in outcomes)
    return (
        confirmed_slip(source, outcomes)
        or printed(source, outcomes)
        or (certain_slip(source) if is_silent else _reads_notebook(source))
        or _fixed_length(source, outcomes)
    )


def certain_slip(source: FunctionSource) -> Diagnosis | None:
    """Find a slip that the code alone shows, whatever came of it."""
    return _returned_in_loop(source) or lost_value(source) or _reads_notebook(source)


def sometimes_nothing(outcomes: Sequence[Outcome], expected: object) -> Diagnosis | None:
    """Say that a function returns something on some of its paths only."""
    answers = [
        answer
        for outcome in outcomes
        if outcome.returned
        for answer in (outcome.value if are_answers(expected) else (outcome.value,))
    ]
    nothing = [is_nothing(answer) for answer in answers]
    if not any(nothing) or all(nothing):
        return None
    return Diagnosis(
        "nothing returned",
        "In some cases your function ends without a return line, and then it returns None: there "
        "is a path on which the return inside an if or a loop is not reached. Every path needs a "
        "return.",
    )


def is_without_result(outcomes: Sequence[Outcome]) -> bool:
    """Whether whatever came back is None, in the ordinary case and in all others."""
    values = [outcome.value for outcome in outcomes if outcome.returned]
    return outcomes[0].returned and all(map(is_nothing, values))


def are_answers(expected: object) -> bool:
    """Whether one case asks a function several times, for a number each time."""
    return isinstance(expected, tuple) and all(
        isinstance(each, np.ndarray) and each.ndim == 0 for each in expected
    )


def sum_of_everything(source: FunctionSource) -> CodeLine | None:
    """The line that sums a whole argument, without an axis."""
    for node in source.own:
        if isinstance(node, ast.Call) and name_of(node.func) == "sum" and not node.keywords:
            owner = node.func.value if isinstance(node.func, ast.Attribute) else None
            is_method = name_of(owner) in source.parameters if owner else False
            summed = [owner, *node.args] if is_method else node.args
            if len(summed) == 1 and name_of(summed[0]) in source.parameters:
                return source.line(node)
    return None


def _returned_in_loop(source: FunctionSource) -> Diagnosis | None:
    for loop in source.own:
        if isinstance(loop, ast.For) or (
            isinstance(loop, ast.While) and not isinstance(loop.test, ast.Constant)
        ):
            for node in _unconditional(loop.body):
                if isinstance(node, ast.Return):
                    return Diagnosis(
                        "return inside the loop",
                        "A return line stands inside a loop, so your function ends after the "
                        "first round of it. Indent the return less, so that it follows the loop.",
                        line=source.line(node),
                    )
    return None


def _unconditional(body: Iterable[ast.stmt]):
    """Statements that every round of a loop comes to."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.With):
            yield from _unconditional(statement.body)


def _reads_notebook(source: FunctionSource) -> Diagnosis | None:
    read = sorted(source.variables)
    if not read:
        return None
    are = "is a variable" if len(read) == 1 else "are variables"
    elsewhere = [name for name in read if name not in source.read or name in source.parameters]
    if elsewhere:
        return Diagnosis(
            "notebook variable instead of argument",
            f"A function that yours calls reads {_list(read)} from the notebook. That is the same "
            "whatever your function is given: give it all that it needs as arguments.",
        )
    listed, unused = _list(read), _list(source.unused)
    never = f", but never {unused}" if unused else ""
    return Diagnosis(
        "notebook variable instead of argument",
        f"Your function reads {listed}{never}: {listed} {are} of the notebook, and the same "
        "whatever your function is given. Use nothing but its arguments.",
        line=first_reading(source, set(read)),
    )


def first_reading(source: FunctionSource, names: set[str]) -> CodeLine | None:
    """The first line that reads one of some names."""
    nodes = [n for n in ast.walk(source.node) if isinstance(n, ast.Name) and n.id in names]
    return source.line(min(nodes, key=lambda n: n.lineno)) if nodes else None


def _list(names: Sequence[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " and ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]])) if quoted else ""


def _fixed_length(source: FunctionSource, outcomes) -> Diagnosis | None:
    """A number of samples that stands in the code, and that an index or a shape shows."""
    for node in source.own:
        if isinstance(node, ast.For) and _is_index(node):
            made = node.iter
        elif isinstance(node, ast.Call) and name_of(node.func) in _MAKERS:
            made = node
        else:
            continue
        for number in _lengths(made):
            if sum(_shows(each, number) for each in outcomes) >= SHOWN * len(outcomes):
                return Diagnosis(
                    "fixed number of samples",
                    f"Your function is written for {number} samples, but it is given other "
                    "numbers of them, too. Take the number from the shape of an argument.",
                    line=source.line(node),
                )
    return None


def _is_index(loop: ast.For) -> bool:
    """Whether a loop over a range counts the entries of something."""
    counted = isinstance(loop.iter, ast.Call) and name_of(loop.iter.func) in ("range", "arange")
    inside = [node for line in loop.body for node in ast.walk(line)]
    indices = [node.slice for node in inside if isinstance(node, ast.Subscript)]
    names = [node for index in indices for node in ast.walk(index)]
    return counted and any(name_of(n) == name_of(loop.target) != "" for n in names)


def _lengths(call: ast.AST) -> list[int]:
    given = [
        part
        for each in getattr(call, "args", ())
        for part in (each.elts if isinstance(each, ast.Tuple | ast.List) else [each])
    ]
    return [
        part.value
        for part in given
        if isinstance(part, ast.Constant) and type(part.value) is int and part.value >= MIN_FIXED
    ]


def _shows(outcome: Outcome, number: int) -> bool:
    if outcome.returned:
        return isinstance(outcome.value, np.ndarray) and number in outcome.value.shape
    raised = outcome.exception
    return raised is not None and (raised.type == "IndexError" or mentions(raised, number))
