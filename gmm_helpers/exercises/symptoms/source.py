"""The source of a student's function: read, never run."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import FunctionType
from typing import Any

import numpy as np

from ..running.code_parts import (
    TOO_HARD,
    names_bound,
    outside_names,
    says_nothing,
    stubs_among,
)
from ..running.exceptions import CodeLine

__all__ = ["DATA_NAMES", "SIZE_NAMES", "FunctionSource", "source_in", "source_of"]

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
SIZE_NAMES = {"N", "D", "K", "n_samples", "n_features", "n_components"}
# Under these names notebooks keep what functions are given as arguments.
DATA_NAMES = SIZE_NAMES | {
    *("X", "x", "data", "samples", "labels", "params", "start", "truth", "weights", "means"),
    *("covariances", "covs", "mean", "covariance", "responsibilities", "r", "resp", "gamma"),
    *("pi", "mu", "mus", "Sigma", "sigma", "sigmas", "tol", "max_iter", "nll_history", "history"),
}
COUNT_NAMES = {"N_k", "Nk", "n_k", "counts", "effective_counts", "n"}
MIN_SIZE = 6  # a number that may be one of samples
_SCOPES = ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef


@dataclass(frozen=True)
class FunctionSource:
    """What stands in a function, and what of the notebook it reads.

    Parameters
    ----------
    node : ast.FunctionDef or ast.Lambda
    lines : tuple of str
        Of the cell, or of the part that begins after `skipped` lines of it.
    skipped : int
    variables : frozenset of str
        Variables of the notebook that hold data, and that it reads, also in functions it calls.
    names : frozenset of str
        Names of the notebook: one of them may be meant by a name that does not exist.
    unwritten : tuple of str
        Functions of the notebook that it calls, and that are still stubs.
    """

    node: Function
    lines: tuple[str, ...] = ()
    skipped: int = 0
    variables: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    unwritten: tuple[str, ...] = ()

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Names of the arguments."""
        given = self.node.args
        return tuple(each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs))

    @cached_property
    def unused(self) -> tuple[str, ...]:
        """Arguments that no line reads."""
        return tuple(name for name in self.parameters if name not in self.read)

    @cached_property
    def read(self) -> frozenset[str]:
        """Names that stand in it."""
        return frozenset(n.id for n in ast.walk(self.node) if isinstance(n, ast.Name))

    @cached_property
    def own_names(self) -> frozenset[str]:
        """Arguments and variables of the function."""
        stored = {
            n.id
            for n in ast.walk(self.node)
            if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        return frozenset(stored | {*self.parameters})

    @cached_property
    def body(self) -> list[ast.stmt]:
        """Statements, without a docstring, other lone constants and `pass`."""
        if isinstance(self.node, ast.Lambda):
            return [ast.copy_location(ast.Return(self.node.body), self.node)]
        return [line for line in self.node.body if not says_nothing(line)]

    @cached_property
    def own(self) -> list[ast.AST]:
        """Everything in it but the insides of other functions."""
        return [node for line in self.body for node in _walk(line)]

    @property
    def returns(self) -> list[ast.Return]:
        """Its return lines."""
        return [node for node in self.own if isinstance(node, ast.Return)]

    def line(self, node: ast.AST) -> CodeLine | None:
        """The line at which a part of it begins."""
        number = getattr(node, "lineno", 0)
        if not 0 < number <= len(self.lines):
            return None
        return CodeLine(self.skipped + number, self.lines[number - 1].strip())


def source_of(function: Any) -> FunctionSource | None:
    """Read the source of a function of a notebook or a file.

    Returns
    -------
    FunctionSource or None
        None if there is no source, or more than one function in it.
    """
    try:
        own = inspect.unwrap(function)
        lines, first = inspect.getsourcelines(own)
        text = textwrap.dedent("".join(lines))
        node = _only_function(ast.parse(text), getattr(own, "__name__", ""))
    except (TypeError, OSError, IndexError, *TOO_HARD):
        return None
    if node is None:
        return None
    known = getattr(own, "__globals__", {})
    variables = _read_in_notebook(node, known, {id(own)})
    names = frozenset(name for name in known if not name.startswith("_"))
    own_functions = {
        name: source_of_called(known[name])
        for name in outside_names(node) & known.keys()
        if isinstance(known[name], FunctionType) and known[name].__globals__ is known
    }
    unwritten = stubs_among(own_functions)
    skipped = max(first - 1, 0)
    return FunctionSource(node, tuple(text.splitlines()), skipped, variables, names, unwritten)


def source_in(
    cells: Sequence[str], name: str, parse: Callable[[str], ast.Module | None]
) -> FunctionSource | None:
    """Read the last function of a name from the cells of a notebook, none of which is run.

    Parameters
    ----------
    parse : callable
    """
    found, functions, stored, named = None, {}, set(), set()
    for cell in cells:
        tree = parse(cell)
        for statement in tree.body if tree else ():
            named |= {name for node in _walk(statement) for name in names_bound(node)}
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                functions[statement.name] = statement
                found = (statement, cell) if statement.name == name else found
            elif not isinstance(statement, ast.ClassDef | ast.Import | ast.ImportFrom):
                stored |= _stored(statement)
    if found is None:
        return None
    node, cell = found
    stored -= functions.keys()
    variables, todo, done = set(), [node], set()
    while todo:
        each = todo.pop()
        done.add(id(each))
        outside = outside_names(each)
        variables |= outside & stored & (DATA_NAMES | COUNT_NAMES)  # others may be constants
        todo += [functions[n] for n in outside & {*functions} if id(functions[n]) not in done]
    names = frozenset(named)
    unwritten = stubs_among({name: functions[name] for name in outside_names(node) & {*functions}})
    lines = tuple(cell.splitlines())
    return FunctionSource(node, lines, 0, frozenset(variables), names, unwritten)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    if not isinstance(node, _SCOPES):
        for child in ast.iter_child_nodes(node):
            yield from _walk(child)


def _only_function(tree: ast.Module, name: str) -> Function | None:
    if len(tree.body) == 1 and isinstance(tree.body[0], Function):
        return tree.body[0]
    functions = [n for n in ast.walk(tree) if isinstance(n, Function)]
    lambdas = [n for n in functions if isinstance(n, ast.Lambda)]
    return lambdas[0] if len(functions) == len(lambdas) == 1 and name == "<lambda>" else None


def _read_in_notebook(node: Function, known: Mapping[str, Any], done: set[int]) -> frozenset[str]:
    found: set[str] = set()
    for name in outside_names(node) & known.keys():
        value = known[name]
        if isinstance(value, FunctionType) and value.__globals__ is known and id(value) not in done:
            done.add(id(value))
            called = source_of_called(value)
            found |= _read_in_notebook(called, known, done) if called else set()
        elif _is_data(name, value):
            found.add(name)
    return frozenset(found)


def source_of_called(function: FunctionType) -> Function | None:
    """The tree of a function that another one calls."""
    try:
        text = textwrap.dedent(inspect.getsource(function))
        return _only_function(ast.parse(text), function.__name__)
    except (TypeError, OSError, *TOO_HARD):
        return None


def _is_data(name: str, value: Any) -> bool:
    """Whether a value is data, and not a constant, a module or a function."""
    if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim):
        return len(value) > 0 and (name in DATA_NAMES or not name.isupper())
    if not isinstance(value, (int, float, np.ndarray, np.generic)):
        return False
    is_size = isinstance(value, (int, np.integer)) and bool(value >= MIN_SIZE)
    return name in DATA_NAMES or (is_size and not name.isupper())


def _stored(statement: ast.stmt) -> set[str]:
    """Names that a statement gives a value which is no function."""
    if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(
        statement.value, ast.Lambda | ast.Constant | ast.UnaryOp
    ):
        names = {n.id for n in ast.walk(statement) if isinstance(n, ast.Name)}
        return names & SIZE_NAMES if not isinstance(statement.value, ast.Lambda) else set()
    return {
        n.id for n in _walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
