"""What a notebook had where it was written and has not got here, and what is left of it."""

from __future__ import annotations

import ast
import dis
import functools
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from types import CodeType, ModuleType
from typing import Any

from ...parsing.syntax import Names, names_in
from .stubs import Stub

__all__ = ["Absences", "Absent"]

# Errors of a machine without network, files, keyboard, memory or packages.
_OF_THE_MACHINE = OSError, EOFError, ImportError, MemoryError, subprocess.SubprocessError
_OURS = "gmm_helpers"  # the same everywhere
# Modules that reach for what is limited here, or for a page.
_REACHING_OUT = {"threading", "concurrent", "multiprocessing", "asyncio", "subprocess", "IPython"}
_REACHING_OUT |= {"urllib", "http", "ssl", "socket", "tkinter", "webbrowser", "signal"}
_REACHING_OUT |= {"os", "psutil", "getpass"}
_RUN_TEXT = {"exec", "eval", "get_ipython"}  # that may come from a file, and bind any name
# Names that only a notebook binds, with values that are others here.
_OF_IPYTHON = re.compile(r"get_ipython|input|In|Out|display|_{1,3}|_[iod]h|_i{1,3}|_i?\d+")
_OPERATORS = """
    setitem delitem contains iter next len bool enter exit await int float index
    complex array add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow
    matmul rmatmul and rand or ror xor rxor neg pos abs invert lt le gt ge round
"""
_BARS = {  # give back one by one what they are given
    "alive_progress.alive_it",
    "fastprogress.progress_bar",
    "progressbar.progressbar",
    "rich.progress.track",
}


class Absent:
    """Stands for what needs a module that is missing: every use says which one.

    What a module is only called for, as a log or a progress bar, is left out instead: a call whose
    result nobody uses.
    """

    def __init__(self, error: BaseException):
        object.__setattr__(self, "_error", error)

    def __getattr__(self, name):
        if name.startswith("__"):  # copying, pickling and NumPy ask whether these exist
            raise AttributeError(name)
        return _nothing(self)

    def __setattr__(self, name, value):
        raise _again(self._error)

    def __call__(self, *args, **kwargs):
        return _nothing(self)

    def __getitem__(self, key):
        return _nothing(self)

    def __mro_entries__(self, bases):
        raise _again(self._error)


def _nothing(absent: Absent) -> Absent:
    """The same again within a statement that only calls it, which then does nothing."""
    frame = sys._getframe(2)
    name = _called_for_nothing(frame.f_code, frame.f_lasti)
    value = frame.f_locals.get(name, frame.f_globals.get(name)) if name else None
    if type(value) is Absent and isinstance(absent._error, ImportError):
        return absent
    raise _again(absent._error)


@functools.lru_cache(maxsize=1000)
def _called_for_nothing(code: CodeType, at: int) -> str | None:
    """The name with which a statement begins, if it is a call whose result is dropped.

    All parts of ``a.b[c].d(e)`` that lead to the call begin where it does, and nothing else does.
    """
    steps = [*dis.get_instructions(code)]
    places = [
        step.positions and (step.positions.lineno, step.positions.col_offset) for step in steps
    ]
    now = max((i for i, step in enumerate(steps) if step.offset <= at), default=0)
    own = [i for i, place in enumerate(places) if place == places[now]]
    calls = [i for i in own[:-1] if steps[i].opname.startswith("CALL")]
    first = steps[own[0]]
    is_name = first.opname.startswith("LOAD_") and isinstance(first.argval, str)
    is_dropped = any(steps[i + 1].opname == "POP_TOP" for i in calls)
    return first.argval if places[now] and is_name and is_dropped else None


def _operator(self, *args, **kwargs):
    raise _again(self._error)


for _name in _OPERATORS.split():
    setattr(Absent, f"__{_name}__", _operator)


def _again(error: BaseException) -> BaseException:
    """The same error without its traceback."""
    if isinstance(error, ModuleNotFoundError):
        return ModuleNotFoundError(str(error), name=error.name)
    return error.with_traceback(None)


class Absences:
    """Names of a notebook that are not what they were, and why."""

    def __init__(self, namespace: dict[str, Any]):
        self._namespace = namespace
        self.names: set[str] = set()
        self._may_be_any = False  # everything was to be imported from a missing module

    def explain(self, error: Exception, statement: ast.stmt) -> bool:
        """Whether a statement failed for want of something, not by a mistake in it."""
        if isinstance(error, NameError):
            name = error.name or ""
            return self._may_be_any or name in self.names or bool(_OF_IPYTHON.fullmatch(name))
        if isinstance(error, AttributeError) and isinstance(error.obj, ModuleType):
            return not error.obj.__name__.startswith(_OURS)  # another version may have it
        if isinstance(error, _OF_THE_MACHINE):
            return not (isinstance(error, ImportError) and str(error.name).startswith(_OURS))
        if _origin(error) in _REACHING_OUT:
            return True
        names = names_in(statement)
        return any(map(self._is_other, names.uses if names else ()))

    def _is_other(self, name: str) -> bool:
        value = self._namespace.get(name)
        kind = type(value)
        return (
            name in self.names
            or _OF_IPYTHON.fullmatch(name) is not None
            or issubclass(kind, (Absent, Stub))
            or (issubclass(kind, ModuleType) and kind is not ModuleType)
        )

    def note(self, error: Exception, statement: ast.stmt) -> None:
        """Note what a statement that failed would have bound."""
        names = names_in(statement) or Names(frozenset(), frozenset())
        if isinstance(statement, ast.ImportFrom):
            for alias in statement.names:
                if f"{statement.module}.{alias.name}" in _BARS:
                    self._namespace.setdefault(alias.asname or alias.name, _without_bar)
        for name in names.binds:
            self.names.add(name)
            self._namespace.setdefault(name, Absent(error.with_traceback(None)))
        if isinstance(statement, ast.ImportFrom):
            self._may_be_any |= any(alias.name == "*" for alias in statement.names)
        elif names.uses & _RUN_TEXT:
            self._may_be_any |= isinstance(error, OSError)

    def note_given(self, statements: Sequence[ast.stmt]) -> None:
        """Note what statements have bound to something that IPython gave them."""
        for statement in statements:
            if isinstance(statement, ast.Assign):
                names = names_in(statement)
                if names and "get_ipython" in names.uses:
                    self.names |= names.binds


def _without_bar(iterable, *args, **kwargs):
    return iter(iterable)


def _origin(error: BaseException) -> str:
    """The package in which an error came up."""
    traceback, module = error.__traceback__, ""
    while traceback is not None:
        module = traceback.tb_frame.f_globals.get("__name__", "")
        traceback = traceback.tb_next
    return str(module).partition(".")[0]


def absent_names(namespace: Mapping[str, Any]) -> set[str]:
    """Names that stand for something that is missing."""
    return {name for name, value in namespace.items() if type(value) is Absent}
