"""What a notebook had where it was written and has not got here, and what is left of it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Mapping, Sequence
from types import ModuleType
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
    call getitem setitem delitem contains iter next len bool enter exit await int float index
    complex array add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow
    matmul rmatmul and rand or ror xor rxor neg pos abs invert lt le gt ge round
"""


class Absent:
    """Stands for what needs a module that is missing: every use says which one."""

    def __init__(self, error: BaseException):
        object.__setattr__(self, "_error", error)

    def __getattr__(self, name):
        if name.startswith("__"):  # copying, pickling and NumPy ask whether these exist
            raise AttributeError(name)
        raise _again(self._error)

    def __setattr__(self, name, value):
        raise _again(self._error)

    def __mro_entries__(self, bases):
        raise _again(self._error)


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
