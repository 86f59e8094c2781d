"""Functions that are only begun: what they return is a placeholder."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import numpy as np

from ..definition import Diagnosis
from ..judging.returned_values import Unusable, UnusableKind
from ..running.attempts import Outcome
from ..running.exceptions import CodeLine
from ..skeletons import GAP
from .slips import is_without_result, slip_of
from .source import FunctionSource

__all__ = ["NAME", "SIZES", "is_placeholder", "only_result", "raise_line", "unfinished_symptom"]

NAME = "not finished yet"
_MAKERS = {"zeros", "ones", "empty", "full", "eye", "array"}
_MAKERS |= {"zeros_like", "ones_like", "empty_like", "full_like", "list", "dict", "asarray"}
_JOINING = {"array", "asarray", "list", "dict", "tile", "stack"}  # of nothing but placeholders
_WORK = ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For, ast.Return
_NUMBERS = ("first", "second", "third", "fourth")
SIZES = {"shape", "size", "ndim", "dtype"}


def unfinished_symptom(
    outcomes: Sequence[Outcome], source: FunctionSource | None
) -> Diagnosis | None:
    """Say what is missing, if every result is a placeholder: None, ``...``, an unfilled array."""
    if source and GAP in source.read:
        gap = next(n for n in ast.walk(source.node) if _is(n, GAP))
        what = (
            f"There is still a gap in your function: write in place of `{GAP}` what belongs there."
        )
        return Diagnosis(NAME, what, line=source.line(gap), unfinished=True)
    values = [outcome.value for outcome in outcomes if outcome.returned]
    if is_without_result(outcomes):
        returned = [outcome for outcome in outcomes if outcome.returned]
        slip = slip_of(source, returned) if source else None
        return slip._replace(unfinished=True) if slip else _nothing(source)
    if not outcomes[0].returned or (source is None and len(values) < len(outcomes)):
        return None
    if all(map(_is_ellipsis, values)):
        return _unfinished("There is still a ... in the place of your result.")
    if source is None:
        zeros = all(map(_is_zero, values))
        return _unfinished("Your result is zero everywhere, in every case.") if zeros else None
    result = only_result(source)
    if result is None:
        return None
    line = source.line(source.returns[0])
    if is_placeholder(result, source):
        what = "What you return is a placeholder: no line computes it from the arguments yet."
        return _unfinished(what, line)
    loop = next((node for node in source.own if _is_empty_loop(node)), None)
    if loop:
        return _unfinished("There is a loop in your function that does nothing.", source.line(loop))
    parts = result.elts if isinstance(result, ast.Tuple) else []
    for number, part in zip(_NUMBERS, parts, strict=False):
        if is_placeholder(part, source):
            what = f"The {number} of the results that you return is a placeholder: no line computes"
            return _unfinished(f"{what} it from the arguments yet.", line)
    return None


def only_result(source: FunctionSource) -> ast.expr | None:
    """What a function returns, if one line does that always."""
    # More than one return line, or one under a condition, decides something.
    lines = source.returns
    if len(lines) != 1 or lines[0] not in source.body or lines[0].value is None:
        return None
    return lines[0].value


def raise_line(source: FunctionSource | None, raised_at: CodeLine | None) -> Diagnosis | None:
    """Say that a stub's last line was forgotten, if there is code beside it."""
    raises = [node for node in source.own if _raises(node)] if source else []
    if source is None or not raises:
        return None
    if len(source.body) < 2 and not any(isinstance(node, _WORK) for node in source.own):
        return None
    line = source.line(raises[0])
    if raised_at and line and raised_at.number != line.number:  # it came up in another stub
        return None
    return Diagnosis(
        NAME,
        "There is code in your function, but the line that raises NotImplementedError still stands "
        "beside it: delete the raise line, and end with a return.",
        line=line,
        unfinished=True,
    )


def _raises(node: ast.AST) -> bool:
    raised = node.exc if isinstance(node, ast.Raise) else None
    raised = raised.func if isinstance(raised, ast.Call) else raised
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def _unfinished(sentence: str, line=None) -> Diagnosis:
    message = f"{sentence} Write the lines that are missing, and check again."
    return Diagnosis(NAME, message, line=line, unfinished=True)


def _nothing(source: FunctionSource | None) -> Diagnosis:
    body = source.body if source else []
    if source and all(isinstance(n, ast.Return) and _is_constant(n.value) for n in body):
        return _unfinished("There is no code in your function yet, and it returns None.")
    bare = [node for node in source.returns if node.value is None] if source else []
    if bare:
        what = "the return line names no result"
    elif source and not source.returns:
        what = "it has no return line"
    elif source and all(
        each.value and is_placeholder(each.value, source) for each in source.returns
    ):
        return _unfinished(
            "Your function returns None, and no line gives its result a value yet.",
            source.line(source.returns[-1]),
        )
    else:
        what = (
            "either it ends without a return line, or it returns the result of a method such as "
            "list.append or list.sort, which is None"
        )
    return Diagnosis(
        "nothing returned",
        f"Your function returned None: {what}. End with return and the result.",
        line=source.line(bare[-1]) if source and bare else None,
        unfinished=True,
    )


def _is_constant(node: ast.AST | None) -> bool:
    return node is None or isinstance(node, ast.Constant)


def _is_ellipsis(value: object) -> bool:
    if isinstance(value, Unusable):
        return value.kind is UnusableKind.OBJECT and value.type_name == "ellipsis"
    return isinstance(value, tuple) and bool(value) and all(map(_is_ellipsis, value))


def _is_zero(value: object) -> bool:
    if isinstance(value, tuple) and not isinstance(value, Unusable):
        return bool(value) and all(map(_is_zero, value))
    return isinstance(value, np.ndarray) and value.size > 0 and not value.any()


def is_placeholder(node: ast.AST, source: FunctionSource, depth: int = 0) -> bool:
    """Whether an expression is a constant or a new array that nothing has been written into."""
    if isinstance(node, ast.Tuple | ast.List):
        return all(is_placeholder(each, source, depth) for each in node.elts)
    if isinstance(node, ast.UnaryOp):
        return is_placeholder(node.operand, source, depth)
    if isinstance(node, ast.BinOp):
        sides = [is_placeholder(each, source, depth) for each in (node.left, node.right)]
        sizes = [_is_size(each, source, depth) for each in (node.left, node.right)]
        return any(sides) and (all(sides) or ((sides[0] or sizes[0]) and (sides[1] or sizes[1])))
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        called = node.func.id if isinstance(node.func, ast.Name) else called
        if called in _JOINING:
            named = [each.value for each in node.keywords if each.arg not in ("dtype", "axis")]
            return all(is_placeholder(each, source, depth) for each in [*node.args[:1], *named])
        filled: list[ast.expr] = node.args[1:2] if called in ("full", "full_like") else []
        filled += [each.value for each in node.keywords if each.arg == "fill_value"]
        return called in _MAKERS and all(is_placeholder(each, source, depth) for each in filled)
    if isinstance(node, ast.ListComp):
        return is_placeholder(node.elt, source, depth)
    if isinstance(node, ast.Attribute):
        return node.attr in ("nan", "inf")
    if isinstance(node, ast.Name):
        given = _values_of(node.id, source) if depth < 5 else []
        known = bool(given) or node.id == "NotImplemented"
        return known and all(is_placeholder(each, source, depth + 1) for each in given)
    return isinstance(node, ast.Constant) and not isinstance(node.value, (str, bytes))


def _is_size(node: ast.AST, source: FunctionSource, depth: int) -> bool:
    """Whether an expression is a size of something, such as ``len(X)`` or ``X.shape[1]``."""
    if isinstance(node, ast.Subscript):
        return _is_size(node.value, source, depth)
    if isinstance(node, ast.Name):
        given = _values_of(node.id, source) if depth < 5 else []
        return bool(given) and all(_is_size(each, source, depth + 1) for each in given)
    if isinstance(node, ast.Attribute):
        return node.attr in SIZES
    return isinstance(node, ast.Call) and _is(node.func, "len")


def _values_of(name: str, source: FunctionSource) -> list[ast.AST]:
    """What a variable is given; nothing if it may be changed in another way than by =."""
    if name in source.parameters:
        return []
    given: list[ast.AST] = []
    stores: set[int] = set()
    for node in source.own:
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if _is(target, name):
                given.append(node.value)
                stores.add(id(target))
            elif isinstance(target, ast.Tuple):
                places = [i for i, each in enumerate(target.elts) if _is(each, name)]
                stores |= {id(target.elts[i]) for i in places}
                parts = node.value.elts if isinstance(node.value, ast.Tuple | ast.List) else []
                alike = len(parts) == len(target.elts)
                given += [parts[i] if alike else node.value for i in places]
    known = stores | _readings(name, source)
    uses = [node for node in ast.walk(source.node) if _is(node, name)]
    return given if all(id(node) in known for node in uses) else []


def _readings(name: str, source: FunctionSource) -> set[int]:
    """Where a variable is read in a way that cannot change it: returned, measured, printed."""
    found: set[int] = set()
    for node in source.own:
        inside: list[ast.AST | None] = []
        if isinstance(node, ast.Return) or (isinstance(node, ast.Attribute) and node.attr in SIZES):
            inside = [node.value]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            inside = [*node.args] if node.func.id in ("len", "print", "range") else []
        elif isinstance(node, ast.For) and _is_empty_loop(node):
            inside = [node.iter]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            inside = [*node.args] if node.func.attr in _MAKERS - {"asarray"} else []
        elif isinstance(node, ast.BinOp):
            inside = [each for each in (node.left, node.right) if isinstance(each, ast.Name)]
        found |= {id(each) for part in inside if part for each in ast.walk(part) if _is(each, name)}
    return found


def _is_empty_loop(node: ast.AST) -> bool:
    """Whether a loop does nothing in its rounds."""
    return isinstance(node, ast.For | ast.While) and all(
        isinstance(line, ast.Pass | ast.Continue)
        or (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
        for line in node.body
    )


def _is(node: ast.AST | None, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
