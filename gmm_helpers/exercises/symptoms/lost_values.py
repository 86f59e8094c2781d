"""Values that a function computes and does not keep, or keeps for too long."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..definition import Diagnosis
from ..judging.returned_values import Unusable, UnusableKind
from ..running.attempts import Outcome
from ..running.library_messages import is_about_none
from .source import FunctionSource

__all__ = ["confirmed_slip", "is_nothing", "lost_value", "name_of", "printed"]

# Methods that change what they belong to and return None.
_CHANGING = {"append", "extend", "insert", "sort", "reverse", "clear", "fill", "shuffle"}
_GROWING = {"append", "extend", "insert"}
_MODULES = {"np", "numpy"}  # whose functions of these names return something
_MAKING = {"append", "concatenate", "vstack", "hstack", "stack", "insert", "delete", "sum", "exp"}
_MAKING |= {"log", "sqrt", "mean", "dot", "outer", "divide", "multiply", "add", "subtract"}


def confirmed_slip(source: FunctionSource, outcomes: Sequence[Outcome]) -> Diagnosis | None:
    """Find a slip that needs no comparison with mistakes; `outcomes` are those that are wrong."""
    return (
        _changed_in_place(source, outcomes)
        or _compared(source)
        or _kept_list(source)
        or _written_outside(source)
    )


def lost_value(source: FunctionSource) -> Diagnosis | None:
    """Find a line whose value is thrown away."""
    for node in source.own:
        value = node.value if isinstance(node, ast.Expr) else None
        called = value.func if isinstance(value, ast.Call) else None
        if isinstance(value, ast.Attribute) and value.attr in _CHANGING:
            what = (
                f"The method {value.attr} is named, but not called: write what it is to do in "
                "parentheses after its name."
            )
        elif isinstance(value, ast.BinOp | ast.UnaryOp) or (
            isinstance(value, ast.Call)
            and isinstance(called, ast.Attribute)
            and called.attr in _MAKING
            and name_of(called.value) in _MODULES
            and not any(each.arg == "out" for each in value.keywords)
        ):
            what = "This line computes something and does not keep it: give its value a name."
        else:
            continue
        return Diagnosis("value not kept", what, line=source.line(node))
    return None


def printed(source: FunctionSource, outcomes: Sequence[Outcome]) -> Diagnosis | None:
    """Say that a function ends by printing its result."""
    last = source.body[-1] if source.body else None
    call = last.value if isinstance(last, ast.Expr | ast.Return) else None
    if not isinstance(call, ast.Call) or name_of(call.func) != "print":
        return None
    if not all(outcome.returned and is_nothing(outcome.value) for outcome in outcomes):
        return None
    others = [each.value for each in source.returns if each is not last]
    if any(others) or all(isinstance(each, ast.Constant) for each in call.args):
        return None
    return Diagnosis(
        "printed instead of returned",
        "Your function prints its result and returns None. What is printed can be read, but not "
        "used: end with return and the result instead of print.",
        line=source.line(call),
    )


def is_nothing(value: object) -> bool:
    """Whether a result, or all that it consists of, is None."""
    if isinstance(value, tuple) and not isinstance(value, Unusable):
        return bool(value) and all(map(is_nothing, value))
    return isinstance(value, Unusable) and value.kind is UnusableKind.NOTHING


def name_of(node: ast.AST | None) -> str:
    """The last part of a name: "sum" of ``np.sum``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _met_none(outcome: Outcome) -> bool:
    if outcome.returned:
        parts = outcome.value if isinstance(outcome.value, tuple) else ()
        return is_nothing(outcome.value) or any(map(is_nothing, parts))
    return outcome.exception is not None and is_about_none(outcome.exception)


def _changed_in_place(source: FunctionSource, outcomes) -> Diagnosis | None:
    if not any(map(_met_none, outcomes)):
        return None
    for node in source.own:
        value = getattr(node, "value", None)
        method = value.func if isinstance(value, ast.Call) else None
        if (
            isinstance(node, ast.Assign | ast.AnnAssign | ast.Return | ast.NamedExpr)
            and isinstance(method, ast.Attribute)
            and method.attr in _CHANGING
            and not (isinstance(method.value, ast.Name) and method.value.id in _MODULES)
        ):
            return Diagnosis(
                "result of append used",
                f"The method {method.attr} changes what it belongs to and returns None, and you "
                f"keep that None: write the call of {method.attr} alone, without = or return "
                "before it.",
                line=source.line(node),
            )
    return None


def _compared(source: FunctionSource) -> Diagnosis | None:
    for node in source.own:
        value = node.value if isinstance(node, ast.Expr) else None
        if isinstance(value, ast.Compare) and isinstance(value.ops[0], ast.Eq):
            return Diagnosis(
                "compared instead of assigned",
                "This line compares with == and does nothing with the answer. To give "
                f"`{ast.unparse(value.left)}` a value, write a single =.",
                line=source.line(node),
            )
    return None


def _written_outside(source: FunctionSource) -> Diagnosis | None:
    """An array of the notebook that a function writes into, because it makes none of its own."""
    for node in source.own:
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            name = node.value.id if isinstance(node.value, ast.Name) else ""
            if name in source.variables and name not in source.own_names:
                return Diagnosis(
                    "notebook variable written to",
                    f"Your function writes into `{name}`, which is a variable of the notebook: no "
                    f"line of yours makes it. Make a new array for your result first.",
                    line=source.line(node),
                )
    return None


def _kept_list(source: FunctionSource) -> Diagnosis | None:
    """A list that is made outside, or once for all calls, and grows with every call."""
    kept = _made_once(source.node.args)
    stored = source.own_names - {*source.parameters}
    for node in source.own:
        name, is_grown = _changed_by(node)
        outside = is_grown and name in source.variables and name not in source.own_names
        if outside or (name in kept and name not in stored):
            what = "The list" if is_grown else "The default"
            return Diagnosis(
                "list kept between calls" if is_grown else "default kept between calls",
                f"{what} `{name}` is made once and kept between calls of your function, so what "
                "earlier calls wrote is still in it. Make it inside the function.",
                line=source.line(node),
            )
    return None


def _made_once(given: ast.arguments) -> set[str]:
    """Arguments whose default is an object that calls can change."""
    pairs = [
        *zip(reversed([*given.posonlyargs, *given.args]), reversed(given.defaults), strict=False),
        *zip(given.kwonlyargs, given.kw_defaults, strict=True),
    ]
    made = ast.List | ast.ListComp | ast.Dict | ast.Set | ast.Call
    return {each.arg for each, default in pairs if isinstance(default, made)}


def _changed_by(node: ast.AST) -> tuple[str, bool]:
    """The variable that a line changes in place, and whether it is a list that grows."""
    method = node.func if isinstance(node, ast.Call) else None
    is_grown = isinstance(method, ast.Attribute) and method.attr in _GROWING
    target: ast.AST | None = None
    if isinstance(method, ast.Attribute):
        target = method.value if is_grown else None
    elif isinstance(node, ast.AugAssign):
        target = node.target
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
        target = node.value
    return (target.id if isinstance(target, ast.Name) else ""), is_grown
