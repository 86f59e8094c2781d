"""Whether a wrong function was seriously tried, so that its error may be carried forward.

What returns an argument, a constant or nothing is a placeholder, and so is what raises at once.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

import numpy as np

from ...exercises import Case, Outcome, Status
from ...exercises.judging.evidence import is_usable, numbers_in
from ...exercises.symptoms.constants import CONSTANT
from ...exercises.symptoms.slips import are_answers
from ...exercises.symptoms.source import FunctionSource
from ...exercises.symptoms.unfinished import NAME
from .marks import Mark

__all__ = ["is_serious"]

_PLACEHOLDERS = {CONSTANT, NAME, "data not used yet"}
_COMPUTING = (ast.Call, ast.BinOp, ast.Compare, ast.Subscript, ast.For, ast.While)
_MEASURING = {"len", "zeros", "ones", "full", "empty", "eye"}


def is_serious(
    mark: Mark, outcomes: Sequence[Outcome], cases: Sequence[Case], source: FunctionSource | None
) -> bool:
    """Whether a function that is wrong computes something from what it is given.

    Parameters
    ----------
    outcomes : sequence of Outcome
        What came of the cases, as far as they were tried: a claim of the student's process. Who
        forges it gains nothing but a right function in place of a wrong one.
    source : FunctionSource, optional
        What stands in it; without that its results alone decide.
    """
    if mark.status is Status.UNFINISHED or _PLACEHOLDERS & {*mark.named}:
        return False
    if source is not None and not _computes(source):
        return False
    pairs = [(case, each) for case, each in zip(cases, outcomes, strict=False) if is_usable(each)]
    results = [(case.arguments, numbers_in(outcome.value)) for case, outcome in pairs]
    if not results:  # it raises: its code says more than that
        return source is not None and any(not each.returned for each in outcomes)
    if are_answers(pairs[0][1].value):  # few answers, which may well be the same
        return source is not None
    if all(_is_given(arrays, arguments) for arguments, arrays in results):
        return False
    arrays = [array for _, of_one in results for array in of_one]
    if all(map(_is_flat, arrays)):
        return all(array.size == 1 for array in arrays) and len({*map(_number, arrays)}) > 1
    return True


def _computes(source: FunctionSource) -> bool:
    """Whether a line computes something with an argument, and does not just pick or measure it."""
    given = source.node.args
    names = {*source.parameters}
    names |= {each.arg for each in (given.vararg, given.kwarg) if each is not None}
    body = source.body
    if not body or isinstance(body[0], ast.Raise):
        return False
    if isinstance(body[0], ast.Assert) and isinstance(body[0].test, ast.Constant):
        return bool(body[0].test.value)
    return any(
        isinstance(node, _COMPUTING) and not _measures(node) and names & _read_in(node)
        for line in body
        for node in ast.walk(line)
    )


def _measures(node: ast.AST) -> bool:
    """Whether it asks for the size of something, or picks a part of it."""
    if isinstance(node, ast.Subscript):
        return True
    called = node.func if isinstance(node, ast.Call) else None
    name = getattr(called, "id", getattr(called, "attr", ""))
    return name in _MEASURING or name.endswith("_like")


def _read_in(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _is_given(arrays: Sequence[np.ndarray], arguments: Sequence) -> bool:
    """Whether a result consists of arguments, or of parts of them."""
    return bool(arrays) and all(any(_equal(each, a) for a in arguments) for each in arrays)


def _equal(array: np.ndarray, argument: object) -> bool:
    if not isinstance(argument, (np.ndarray, int, float, list, tuple)):
        return False
    try:
        return np.array_equal(array, np.asarray(argument, dtype=float))
    except (ValueError, TypeError):
        return False


def _is_flat(array: np.ndarray) -> bool:
    return bool(array.size) and bool((array == array.flat[0]).all())


def _number(array: np.ndarray) -> float:
    return float(array.flat[0])
