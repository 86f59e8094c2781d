"""Run the cells of a notebook as IPython would, without displaying anything."""

from __future__ import annotations

import ast
import builtins
import inspect
import linecache
import os
import sys
from collections.abc import Sequence
from types import CodeType, ModuleType
from typing import Any

from ....exercises.running.exceptions import line_of, record
from ....exercises.running.time_limits import TookTooLongError, time_limit
from ..reasons import Reason, ReasonKind
from .absence import Absences, absent_names
from .cell_code import CellCompiler, has_annotations, without_decorators
from .moments import MomentReachedError
from .shell import Shell, display, input_line, put_into_ipython

__all__ = ["Notebook", "quiet"]

SECONDS_TO_DEFINE = 0.25  # for what stands below a line that took too long
_QUICK = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom


class Notebook:
    """A namespace in which cells run one after the other."""

    def __init__(self):
        put_into_ipython(self.get_ipython)
        # What a cell changes in `builtins` must not reach the code that calls the functions.
        own_builtins: Any = ModuleType("builtins")
        vars(own_builtins).update(vars(builtins), input=input_line)
        sys.modules["builtins"] = own_builtins
        module = ModuleType("__main__")
        self.namespace: dict[str, Any] = module.__dict__
        self.namespace.update(
            __builtins__=own_builtins,
            display=display,
            get_ipython=self.get_ipython,
            exit=sys.exit,
            quit=sys.exit,
            **dict.fromkeys(("help", "copyright", "credits", "license"), _nothing),
        )
        self._compiler, self._absences = CellCompiler(), Absences(self.namespace)
        self._shell = Shell(self.namespace, self._run)
        self._filename = ""
        self._reason: Reason | None = None
        self._left: Sequence[ast.stmt] = ()  # statements of the cell that are running
        self._before: dict[str, Any] = {}  # the namespace before the cell
        sys.modules["__main__"] = module
        sys.argv = [""]
        sys.path.append("")  # modules that a cell writes
        sys.displayhook = self._shell.show
        sys.breakpointhook = _nothing

    def get_ipython(self) -> Shell:
        """As in IPython."""
        return self._shell

    def run(self, number: int, source: str, seconds: float) -> Reason | None:
        """Run a cell, and interrupt it after a time; an error ends only the cell.

        A statement that fails for want of something that was there where the notebook was
        written, such as a module or a file, ends only itself. The number is for tracebacks. The
        result is what went wrong; None if nothing did.
        """
        self._before = dict(self.namespace)
        self._filename, self._reason = f"<ipython-input-{number}>", None  # known to `line_of`
        lines = source.splitlines(keepends=True)
        linecache.cache[self._filename] = (len(source), None, lines, self._filename)
        self._shell.begin(number, source)
        try:
            with time_limit(seconds):
                self._run(source)
        except MomentReachedError:
            raise
        except TookTooLongError as error:
            self._define_the_rest(error)
            return Reason(ReasonKind.INTERRUPTED)
        except SystemExit:
            return Reason(ReasonKind.EXITED)
        except BaseException as error:  # a cell may raise anything
            self._reason = self._reason_of(error)
        return self._reason

    def _run(self, source: str) -> None:
        outer = self._left  # there is one if a magic runs this
        statements: Sequence[ast.stmt] = self._compiler.parse(source, self._filename)
        while statements:
            self._left = statements
            try:
                for code in self._compiler.compile(statements, self._filename):
                    self._execute(code)
            except Exception as error:
                failed = self._find_failed(statements, error)
                if failed is None:
                    raise
                at = statements.index(failed)
                self._absences.note_given(statements[:at])
                if not self._absences.explain(error, failed):
                    raise
                self._reason = self._reason_of(error)
                if not self._define_without(failed):
                    self._absences.note(error, failed)
                statements = statements[at + 1 :]
            else:
                self._absences.note_given(statements)
                break
        self._left = outer

    def _execute(self, code: CodeType) -> None:
        if code.co_flags & inspect.CO_COROUTINE:  # a cell awaits something at its top level
            import asyncio

            asyncio.run(eval(code, self.namespace))
        else:
            exec(code, self.namespace)

    def _find_failed(self, statements: Sequence[ast.stmt], error: BaseException) -> ast.stmt | None:
        """The statement of the cell at which an error came up."""
        traceback = error.__traceback__
        while traceback:
            code = traceback.tb_frame.f_code
            if code.co_filename == self._filename and code.co_name == "<module>":
                line = traceback.tb_lineno
                for statement in statements:
                    begin = min([statement.lineno, *_decorator_lines(statement)])
                    if begin <= line <= (statement.end_lineno or begin):
                        return statement
            traceback = traceback.tb_next
        return None

    def _define_without(self, failed: ast.stmt) -> bool:
        """Define a function without the decorators and annotations that need what is missing."""
        missing = self._absences.names | absent_names(self.namespace)
        again = without_decorators(failed, missing) or failed
        if not has_annotations(again):
            return False
        try:
            exec(self._compiler.compile_lazily(again, self._filename), self.namespace)
        except Exception:
            return False
        return True

    def _define_the_rest(self, error: TookTooLongError) -> None:
        """Run the definitions and imports below a line that took too long."""
        failed = self._find_failed(self._left, error)
        below = self._left[self._left.index(failed) + 1 :] if failed else ()
        try:
            with time_limit(SECONDS_TO_DEFINE):
                for statement in below:
                    if isinstance(statement, _QUICK):
                        for code in self._compiler.compile([statement], self._filename):
                            self._execute(code)
        except (Exception, TookTooLongError, SystemExit):
            return

    def _reason_of(self, error: BaseException) -> Reason:
        kind = ReasonKind.RAISED
        if isinstance(error, MemoryError):
            kind = ReasonKind.OUT_OF_MEMORY
            self._free_memory()
        return Reason(kind, exception=record(error), line=line_of(None, error))

    def _free_memory(self) -> None:
        """Delete what a cell that ran out of memory has filled; functions stay."""
        before = self._before
        changed = {n for n, v in self.namespace.items() if before.get(n, before) is not v}
        for name in changed:
            if not callable(self.namespace[name]) and not isinstance(
                self.namespace[name], ModuleType
            ):
                del self.namespace[name]


def _decorator_lines(statement: ast.stmt) -> list[int]:
    return [each.lineno for each in getattr(statement, "decorator_list", ())]


def _nothing(*args, **kwargs) -> None:
    return None


def quiet(folder: str) -> None:
    """Discard what is printed, and work in a folder of its own."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.chdir(folder)
