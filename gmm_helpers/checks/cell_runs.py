"""The cells of a notebook that were run, and which of them a function comes from.

Outside of IPython there are none, and nothing is said.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from dataclasses import dataclass
from enum import Enum
from types import CodeType, FrameType
from typing import Any

from ..exercises.running.exceptions import CodeLine, RaisedException, is_cell, record
from .cell_source import MAGIC, definitions, functions_in, line_in, parse
from .naming import is_typo

__all__ = ["CellRun", "Origin", "OriginKind", "origin_of", "watch"]


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
        return name in dict(definitions(self.source))

    def ran(self, name: str) -> bool:
        """Whether that line was run to its end."""
        ends = [end for defined, end in definitions(self.source) if defined == name]
        return bool(ends) and (self.reached is None or ends[0] < self.reached)

    @property
    def functions(self) -> list[str]:
        """Names of the functions that it defines."""
        return functions_in(self.source)


class OriginKind(Enum):
    """How the code on the page and the function in memory go together."""

    JUDGED = "the function is what the cell says"
    ELSEWHERE = "a newer cell has a definition, but the function is not from there"
    STOPPED = "a newer run of its definition ended before it"
    RENAMED = "its cell was run again, and defines another name"


@dataclass(frozen=True)
class Origin:
    """The run that a function comes from, or the newer one in which its definition failed.

    Parameters
    ----------
    kind : OriginKind
    run : CellRun
    newer : CellRun, optional
        The one that has a definition, too, where the function is from elsewhere.
    older : bool, default=True
        Whether there is a function of the name, if its newest definition failed.
    """

    kind: OriginKind
    run: CellRun
    newer: CellRun | None = None
    older: bool = True


_TIMED = "<timed exec>"  # what IPython calls the code under %%time
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
    code = _code_of(function)
    timed = code is not None and code.co_filename == _TIMED
    if function is not None and not (code and (timed or is_cell(code.co_filename))):
        return None
    running = _running()
    runs = [*_runs, running] if running and running.ran(name) else _runs
    newest = next((i for i in reversed(range(len(runs))) if runs[i].defines(name)), None)
    if newest is None:
        return None
    of_code = _number_of(code.co_filename) if code and not timed else None
    own = next((run for run in reversed(runs) if run.number == of_code), None)
    named = code is not None and code.co_name == name
    if own and named and own.number > runs[newest].number:  # by a way that its text does not tell
        return Origin(OriginKind.JUDGED, own)
    if not runs[newest].ran(name):
        return Origin(OriginKind.STOPPED, runs[newest], older=function is not None)
    for run in reversed(runs[newest + 1 :]):
        if run.cell and run.cell == runs[newest].cell:
            stopped = run.error and not parse(run.source)
            kind = OriginKind.STOPPED if stopped else OriginKind.RENAMED
            return Origin(kind, run, older=function is not None)
        if not run.cell and any(is_typo(each, name) for each in run.functions):
            return Origin(OriginKind.RENAMED, run, older=function is not None)
    if own is None or own.number == runs[newest].number:
        return Origin(OriginKind.JUDGED, own) if own else None
    if not named:  # which cell gave it this name is not known
        return None
    if name in runs[newest].functions or not parse(runs[newest].source):
        return Origin(OriginKind.ELSEWHERE, own, newer=runs[newest])
    return Origin(OriginKind.JUDGED, own)


def _running() -> CellRun | None:
    """The cell that is running now, as far as it has come."""
    frame: FrameType | None = sys._getframe()
    while frame and not _runs_cell(frame.f_code):
        frame = frame.f_back
    try:
        history = _shell().history_manager.input_hist_raw
        if frame is None:
            return None
        source = str(history[-1])
        line = line_in(source, frame.f_lineno, frame.f_code.co_filename == _TIMED)
        return CellRun(len(history) - 1, source, reached=line.number)
    except Exception:  # no notebook, or no history is kept
        return None


def _runs_cell(code: CodeType) -> bool:
    return code.co_name == "<module>" and (code.co_filename == _TIMED or is_cell(code.co_filename))


def _code_of(function: Any) -> CodeType | None:
    """The code that a student wrote, below what a decorator has put around it."""
    try:
        code = inspect.unwrap(function).__code__
    except Exception:
        return None
    return code if isinstance(code, CodeType) else None


def _number_of(filename: str) -> int | None:
    """The number of the run in which IPython compiled a cell under this name."""
    numbers = getattr(getattr(_shell(), "compile", None), "_filename_map", {})
    in_name = re.match(r"<ipython-input-(\d+)", filename)
    return numbers.get(filename) or (int(in_name[1]) if in_name else None)


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
            line, reached = _where(error, str(info.raw_cell))
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


def _where(error: BaseException, source: str) -> tuple[CodeLine | None, int]:
    """The line of the cell that led to an error, and its number; 0 if no line was run."""
    timed = source.lstrip().startswith("%%")
    if isinstance(error, SyntaxError) and error.lineno and error.text:
        shown = line_in(source, error.lineno, timed)
        in_cell = shown.text.split() == error.text.split()
        return (shown if in_cell else CodeLine(error.lineno, error.text.strip())), 0
    line: CodeLine | None = None
    traceback = error.__traceback__
    while traceback:
        code = traceback.tb_frame.f_code
        if _runs_cell(code):
            line = line_in(source, traceback.tb_lineno, code.co_filename == _TIMED)
        traceback = traceback.tb_next
    return line, line.number if line else 0


def _of_history(number: int, text: str) -> CellRun:
    """A run of which only the source is known."""
    try:
        ast.parse(MAGIC.sub(r"\1pass", text))
    except SyntaxError as error:
        line = CodeLine(error.lineno or 1, (error.text or "").strip())
        return CellRun(number, text, None, _raised(error), line, 0)
    return CellRun(number, text)
