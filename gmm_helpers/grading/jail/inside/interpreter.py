"""Run the cells of a notebook as IPython would, without displaying anything."""

from __future__ import annotations

import ast
import builtins
import inspect
import linecache
import os
import sys
from time import monotonic
from types import CodeType, ModuleType
from typing import Any

from ....exercises.running.exceptions import line_of, record
from ....exercises.running.time_limits import TookTooLongError, time_limit
from ...parsing.syntax import parse_cell
from ..reasons import Reason, ReasonKind
from .stubs import Stub

__all__ = ["Notebook"]

_PYLAB = "import numpy as np\nimport matplotlib.pyplot as plt\nfrom pylab import *"
# Cell magics whose body is Python all the same.
_RUN_THE_BODY = {"time", "timeit", "capture", "prun", "python", "python3"}


class Notebook:
    """A namespace in which cells run one after the other."""

    def __init__(self):
        module = ModuleType("__main__")
        self.namespace: dict[str, Any] = module.__dict__
        self.namespace.update(
            __builtins__=builtins,
            display=_nothing,
            get_ipython=lambda: self._shell,
            In=[],
            Out={},
            exit=sys.exit,
            quit=sys.exit,
            help=_nothing,
            copyright=_nothing,
            credits=_nothing,
            license=_nothing,
            _="",
        )
        self._shell = _Shell(self)
        for name in ("IPython", "IPython.core.getipython"):
            if name in sys.modules:
                sys.modules[name].get_ipython = self.namespace["get_ipython"]
        self._filename = ""
        sys.modules["__main__"] = module
        sys.argv = [""]
        builtins.input = _no_input
        sys.breakpointhook = _nothing

    def run(self, number: int, source: str, seconds: float) -> Reason | None:
        """Run a cell, and interrupt it after a time; an error ends only the cell.

        The number is for tracebacks. The result is what went wrong; None if nothing did.
        """
        before = dict(self.namespace)
        self._filename = f"<ipython-input-{number}>"  # `line_of` knows cells by this
        lines = source.splitlines(keepends=True)
        linecache.cache[self._filename] = (len(source), None, lines, self._filename)
        return self._try(source, seconds, before)

    def _try(self, source: str, seconds: float, before: dict[str, Any]) -> Reason | None:
        begun = monotonic()
        try:
            with time_limit(seconds):
                self._run(_compile(source, self._filename))
        except TookTooLongError:
            return Reason(ReasonKind.INTERRUPTED)
        except SystemExit:
            return Reason(ReasonKind.EXITED)
        except BaseException as error:  # a cell may raise anything
            kind = ReasonKind.RAISED
            if isinstance(error, MemoryError):
                kind = ReasonKind.OUT_OF_MEMORY
                self._free_memory(before)
            reason = Reason(kind, exception=record(error), line=line_of(None, error))
            rest = _lines_below_import(source, error, self._filename)
        else:
            return None
        if not rest:
            return reason
        # A package of the student's machine may be missing here: the other lines still count.
        return self._try(rest, max(0.1, seconds - (monotonic() - begun)), before) or reason

    def _run(self, code: CodeType) -> None:
        if not code.co_flags & inspect.CO_COROUTINE:
            exec(code, self.namespace)
            return
        import asyncio  # for a cell that awaits something at its top level

        asyncio.run(eval(code, self.namespace))

    def _free_memory(self, before: dict[str, Any]) -> None:
        """Delete what a cell that ran out of memory has filled; functions stay."""
        changed = {n for n, v in self.namespace.items() if before.get(n, before) is not v}
        for name in changed:
            if not callable(self.namespace[name]) and not isinstance(
                self.namespace[name], ModuleType
            ):
                del self.namespace[name]

    def run_body(self, source: str) -> None:
        """Run what stands below a cell magic."""
        self._run(_compile(f"\n{source}", self._filename))


def _lines_below_import(source: str, error: BaseException, filename: str) -> str:
    """The source below an import of a module that is missing, on its own lines; or ""."""
    traceback = error.__traceback__ if isinstance(error, ModuleNotFoundError) else None
    while traceback and traceback.tb_frame.f_code.co_filename != filename:
        traceback = traceback.tb_next
    if traceback is None or traceback.tb_frame.f_code.co_name != "<module>":
        return ""
    tree = parse_cell(source)
    for line in tree.body if tree else ():
        end = line.end_lineno or line.lineno
        if line.lineno <= traceback.tb_lineno <= end:
            below = source.splitlines()[end:]
            is_import = isinstance(line, (ast.Import, ast.ImportFrom))
            return "\n" * end + "\n".join(below) if is_import and below else ""
    return ""


def _compile(source: str, filename: str) -> CodeType:
    """Compile a cell; what is not Python, like magics, is transformed as IPython does."""
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        return compile(source, filename, "exec", flags, dont_inherit=True)
    except SyntaxError:
        from IPython.core.inputtransformer2 import TransformerManager

        plain = TransformerManager().transform_cell(source)
        return compile(plain, filename, "exec", flags, dont_inherit=True)


class _Shell(Stub):
    """What get_ipython() returns: magics that run code run it, the others do nothing."""

    def __init__(self, notebook: Notebook):
        self._notebook = notebook
        self.user_ns = notebook.namespace

    def run_line_magic(self, name: str, line: str, *args, **kwargs) -> None:
        if name == "time":  # other magics bind nothing in the notebook
            self._notebook.run_body(line)
        elif name == "pylab":
            self._notebook.run_body(_PYLAB)

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        if name in _RUN_THE_BODY:
            self._notebook.run_body(cell)


def _nothing(*args, **kwargs) -> None:
    return None


def _no_input(*args) -> str:
    return ""


def quiet(folder: str) -> None:
    """Discard what is printed, and work in a folder of its own."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.chdir(folder)
