"""The cells of a notebook that were run, and which of them a function comes from.

Outside of IPython there are none, and nothing is said.
"""

from __future__ import annotations

import ast
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from types import FrameType
from typing import Any

import gmm_helpers

from ..exercises import EXERCISES
from ..exercises.running.exceptions import CodeLine, RaisedException, is_cell, line_of, record

__all__ = ["CellRun", "Origin", "OriginKind", "is_typo", "origin_of", "watch"]

_FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef
MIN_ALIKE = 0.85
_SCOPES = *_FUNCTIONS, ast.ClassDef, ast.Lambda


@dataclass(frozen=True)
class CellRun:
    """One run of a cell.

    Parameters
    ----------
    number : int
        As in ``In [number]``.
    source : str
    cell : str, optional
        What identifies the cell in its notebook, where the front end says so.
    error : RaisedException, optional
        What ended it.
    line : CodeLine, optional
        Where that happened.
    reached : int, optional
        The last line of the cell that was begun; None if all were run.
    """

    number: int
    source: str
    cell: str | None = None
    error: RaisedException | None = None
    line: CodeLine | None = None
    reached: int | None = None

    def defines(self, name: str) -> bool:
        """Whether a line of the cell, which may not have been run, gives the name its meaning."""
        return name in dict(self._definitions())

    def ran(self, name: str) -> bool:
        """Whether that line was run to its end."""
        ends = [end for defined, end in self._definitions() if defined == name]
        return bool(ends) and (self.reached is None or ends[0] < self.reached)

    @property
    def functions(self) -> list[str]:
        """Names of the functions that it defines."""
        tree = _parse(self.source)
        return [n.name for n in _top_level(tree) if isinstance(n, _FUNCTIONS)] if tree else []

    def _definitions(self) -> Iterator[tuple[str, int]]:
        """Names with the last line of their definition."""
        tree = _parse(self.source)
        if tree is None:
            for found in _DEFINITION.finditer(self.source):
                yield found[1] or found[2], self.source.count("\n") + 1
            return
        for node in _top_level(tree):
            end = getattr(node, "end_lineno", 0) or 0
            if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
                yield node.name, end
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id, end
            elif isinstance(node, ast.Import | ast.ImportFrom):
                for alias in node.names:
                    yield alias.asname or alias.name, end


class OriginKind(Enum):
    """How the code on the page and the function in memory go together."""

    JUDGED = "the function is what the cell says"
    STOPPED = "a newer run of its definition ended before it"
    RENAMED = "its cell was run again, and defines another name"


@dataclass(frozen=True)
class Origin:
    """The run that a function comes from, or the newer one in which its definition failed."""

    kind: OriginKind
    run: CellRun


# A definition in a cell that cannot be parsed.
_DEFINITION = re.compile(r"^[ \t]*(?:async[ \t]+)?def[ \t]+(\w+)|^(\w+)[ \t]*=(?!=)", re.MULTILINE)
_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?{1,2}[ \t]*)$", re.MULTILINE)
_runs: list[CellRun] = []


def watch() -> None:
    """Take note of every cell that is run from now on, and of those that were run before."""
    shell = _shell()
    try:
        earlier = shell.history_manager.input_hist_raw[1 : -1 if _running() else None]
        _runs.extend(_of_history(number, text) for number, text in enumerate(earlier, start=1))
        shell.events.register("post_run_cell", _note)
    except Exception:  # no notebook, or one of a kind we do not know
        _runs.clear()


def origin_of(function: Any, name: str) -> Origin | None:
    """Where a function of a notebook comes from; None if that is not known.

    Parameters
    ----------
    function : object
        None if there is no function of the name.
    """
    code = getattr(function, "__code__", None)
    if function is not None and not (code and is_cell(code.co_filename)):
        return None
    running = _running()
    runs = [*_runs, running] if running and running.ran(name) else _runs
    newest = next((i for i in reversed(range(len(runs))) if runs[i].defines(name)), None)
    if newest is None:
        return None
    if not runs[newest].ran(name):
        return Origin(OriginKind.STOPPED, runs[newest])
    for run in reversed(runs[newest + 1 :]):
        if run.cell and run.cell == runs[newest].cell:
            stopped = run.error and not _parse(run.source)
            return Origin(OriginKind.STOPPED if stopped else OriginKind.RENAMED, run)
        if not run.cell and any(is_typo(each, name) for each in run.functions):
            return Origin(OriginKind.RENAMED, run)
    return Origin(OriginKind.JUDGED, runs[newest]) if function is not None else None


def is_typo(written: str, name: str) -> bool:
    """Whether a name is another one with a slip, and not a variation such as ``e_step2``.

    Examples
    --------
    >>> is_typo("e_stpe", "e_step"), is_typo("e_step2", "e_step"), is_typo("em_step", "e_step")
    (True, False, False)
    """
    if name in written or written in EXERCISES or written in gmm_helpers.__all__:
        return False
    alike = SequenceMatcher(None, written, name).ratio() >= MIN_ALIKE
    return alike or sorted(written) == sorted(name)


def _running() -> CellRun | None:
    """The cell that is running now, as far as it has come."""
    frame: FrameType | None = sys._getframe()
    while frame and not (frame.f_code.co_name == "<module>" and is_cell(frame.f_code.co_filename)):
        frame = frame.f_back
    try:
        history = _shell().history_manager.input_hist_raw
        return (
            CellRun(len(history) - 1, str(history[-1]), reached=frame.f_lineno) if frame else None
        )
    except Exception:  # no notebook, or no history is kept
        return None


def _shell() -> Any:
    """The running IPython, if there is one."""
    module = sys.modules.get("IPython")
    return module.get_ipython() if module and hasattr(module, "get_ipython") else None


def _note(result: Any) -> None:
    try:
        info, error = result.info, result.error_before_exec or result.error_in_exec
        number = result.execution_count
        if number is None or info.silent:
            return
        reached, line = None, None
        if error is not None:
            line, reached = _where(error)
            if result.error_before_exec is not None:
                reached = 0
        cell = getattr(info, "cell_id", None)
        raised = _raised(error) if error is not None else None
        _runs.append(CellRun(number, str(info.raw_cell), cell, raised, line, reached))
    except Exception:  # a note that is missing must never disturb a cell
        return


def _raised(error: BaseException) -> RaisedException:
    if isinstance(error, SyntaxError) and error.msg:  # without the file it stands in
        return RaisedException(type(error).__name__, str(error.msg))
    return record(error)


def _where(error: BaseException) -> tuple[CodeLine | None, int]:
    """The line in which something came up, and the line of the cell that led to it."""
    if isinstance(error, SyntaxError) and error.lineno and error.text:
        return CodeLine(error.lineno, error.text.strip()), 0
    reached, traceback = 0, error.__traceback__
    while traceback:
        code = traceback.tb_frame.f_code
        if not reached and code.co_name == "<module>" and is_cell(code.co_filename):
            reached = traceback.tb_lineno
        traceback = traceback.tb_next
    return line_of(None, error), reached


def _of_history(number: int, text: str) -> CellRun:
    """A run of which only the source is known."""
    try:
        ast.parse(_MAGIC.sub(r"\1pass", text))
    except SyntaxError as error:
        line, _ = _where(error)
        return CellRun(number, text, None, _raised(error), line, 0)
    return CellRun(number, text)


def _parse(source: str) -> ast.Module | None:
    try:
        return ast.parse(_MAGIC.sub(r"\1pass", textwrap.dedent(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _top_level(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs with the cell itself."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, _SCOPES):
            yield from _top_level(child)
