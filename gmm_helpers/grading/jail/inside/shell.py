"""What `get_ipython` gives back, and the history that IPython keeps of a notebook."""

from __future__ import annotations

import builtins
import contextlib
import importlib
import os
import re
import runpy
import shlex
import sys
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

from ...parsing.syntax import PYTHON_MAGICS
from .stubs import Stub

__all__ = ["Shell", "display", "input_line", "put_into_ipython", "remember_ipython"]

_PYLAB = "import numpy as np\nimport matplotlib.pyplot as plt\nfrom pylab import *"
_COMMANDS: dict[str, Callable[[list[str]], str]] = {
    "echo": " ".join,
    "pwd": lambda words: os.getcwd(),
    "nproc": lambda words: str(os.cpu_count()),
    "date": lambda words: time.ctime(),
    "whoami": lambda words: "student",
    "ls": lambda words: "\n".join(sorted(os.listdir())),
}


class Shell(Stub):
    """Magics that bind or return something do so, the others do nothing.

    ``run(source)`` runs code in the `namespace`.
    """

    def __init__(self, namespace: dict[str, Any], run: Callable[[str], None]):
        self.user_ns, self._run = namespace, run
        self.execution_count = 0
        self._hidden: set[str] = set()
        self._magics: dict[tuple[str, str], Callable] = {}
        self._inputs: list[str] = [""]
        self._outputs: dict[int, Any] = {}
        self._source = ""
        self._shown: list[Any] = ["", "", ""]  # values of "_", "__" and "___"
        namespace.update(In=self._inputs, _ih=self._inputs, Out=self._outputs, _oh=self._outputs)
        namespace.update(_dh=[os.getcwd()], _i="", _ii="", _iii="", _="", __="", ___="")
        self._hidden = set(namespace)

    def begin(self, number: int, source: str) -> None:
        """Note a cell that is about to run."""
        space, self.execution_count = self.user_ns, number
        self._inputs += [""] * (number - len(self._inputs) + 1)
        self._inputs[number] = space[f"_i{number}"] = self._source = source
        space["_iii"], space["_ii"] = space.get("_ii", ""), space.get("_i", "")
        space["_i"] = self._inputs[number - 1]

    def show(self, value: Any) -> None:
        """Keep the value of the last expression of a cell."""
        if value is None or self._source.rstrip().endswith(";"):
            return
        names = ("_", "__", "___")
        if all(self.user_ns.get(name) is old for name, old in zip(names, self._shown, strict=True)):
            self._shown = [value, *self._shown[:2]]
            self.user_ns.update(zip(names, self._shown, strict=True))
        self._outputs[self.execution_count] = value
        self.user_ns[f"_{self.execution_count}"] = value

    def run_line_magic(self, name: str, line: str, *args, **kwargs) -> Any:
        own = self._magics.get(("line", name)) or getattr(self, f"_magic_{name}", None)
        return None if isinstance(own, Stub) or own is None else own(line.strip())

    def run_cell_magic(self, name: str, line: str, cell: str) -> Any:
        if own := self._magics.get(("cell", name)):
            return own(line, cell)
        if name in ("writefile", "file"):
            *options, path = shlex.split(line)
            with open(path, "a" if "-a" in options else "w") as file:
                file.write(cell)
            importlib.invalidate_caches()
        elif name in PYTHON_MAGICS:
            self._run(f"\n{cell}")
        if name == "capture":
            from IPython.utils.capture import CapturedIO

            bound = [word for word in line.split() if not word.startswith("-")]
            self.user_ns.update(dict.fromkeys(bound[:1], CapturedIO(None, None)))
        return None

    def register_magic_function(self, func, magic_kind="line", magic_name=None) -> None:
        for kind in ("line", "cell") if magic_kind == "line_cell" else (magic_kind,):
            self._magics[kind, magic_name or func.__name__] = func

    def magic(self, text: str) -> Any:
        name, _, line = text.lstrip("%").partition(" ")
        return self.run_line_magic(name, line)

    def run_cell(self, source: str, *args, **kwargs) -> Stub:
        self._run(source)
        return Stub()

    ex = run_cell

    def ev(self, expression: str) -> Any:
        return eval(expression, self.user_ns)

    def push(self, variables, *args, **kwargs) -> None:
        if isinstance(variables, dict):
            self.user_ns.update(variables)

    def system(self, command: str) -> None:
        self.user_ns["_exit_code"] = 0

    def getoutput(self, command: str, *args, **kwargs) -> list[str]:
        """What simple commands say; there is no system to run others."""
        from IPython.utils.text import SList

        first, *words = [*shlex.split(command, comments=True), ""]
        say = _COMMANDS.get(first)
        return SList(say(words[:-1]).splitlines() if say else [])

    def _magic_time(self, line: str) -> Any:
        with contextlib.suppress(SyntaxError):
            return eval(compile(line, "<magic>", "eval", dont_inherit=True), self.user_ns)
        self._run(line)
        return None

    def _magic_prun(self, line: str) -> None:
        if not line.startswith("-"):
            self._run(line)

    def _magic_pylab(self, line: str) -> None:
        self._run(_PYLAB)

    def _magic_pwd(self, line: str) -> str:
        return os.getcwd()

    def _magic_cd(self, line: str) -> None:
        with contextlib.suppress(OSError):
            os.chdir(line)
            self.user_ns["_dh"] = [*self.user_ns["_dh"], os.getcwd()]

    def _magic_env(self, line: str) -> Any:
        if not line:
            return dict(os.environ)
        name, *value = re.split(r"\s*=\s*|\s+", line, maxsplit=1)
        if value:
            os.environ[name] = value[0]
            return None
        return os.environ.get(name, "")

    _magic_set_env = _magic_env

    def _magic_who_ls(self, line: str) -> list[str]:
        kinds = line.split()
        return sorted(
            name
            for name, value in self.user_ns.items()
            if name not in self._hidden and not name.startswith("_")
            if not kinds or type(value).__name__ in kinds
        )

    def _magic_reset(self, line: str) -> None:
        for name in self._magic_who_ls(""):
            del self.user_ns[name]

    def _magic_xdel(self, line: str) -> None:
        self.user_ns.pop(line, None)

    def _magic_run(self, line: str) -> None:
        *_, path = [word for word in shlex.split(line) if not word.startswith("-")] or [""]
        self.user_ns.update(
            (name, value)
            for name, value in runpy.run_path(path, run_name="__main__").items()
            if not name.startswith("__")
        )

    def _magic_sx(self, line: str) -> list[str]:
        return self.getoutput(line)

    _magic_system = _magic_sx

    def _magic_timeit(self, line: str) -> Any:
        return Stub() if re.match(r"-\w*o\b|.*\s-o\b", line) else None


Shell.__name__ = "ZMQInteractiveShell"  # by which code asks whether it runs in a notebook


def input_line(*args) -> str:
    """There is nobody to type anything."""
    return ""


def display(*shown, display_id=None, **how) -> Stub | None:
    """Show nothing; give back what can be updated, if that is asked for."""
    return Stub() if display_id else None


_found: list[ModuleType] = []


def _find_ipython() -> list[ModuleType]:
    """The modules of IPython."""
    with contextlib.suppress(ImportError):
        import IPython.display  # noqa: F401 - so that it need not be replaced later
    return [module for name, module in sys.modules.items() if name.startswith("IPython")]


def remember_ipython() -> None:
    """Find them once for all processes that are forked from this one.

    To walk through all modules costs such a process a copy of the pages they lie in.
    """
    _found[:] = _find_ipython()


def put_into_ipython(get_ipython: Callable) -> None:
    """Let code that asks IPython itself find the same as in the notebook."""
    places = _found or _find_ipython()
    for own in (get_ipython, display):
        setattr(builtins, own.__name__, own)
        for place in places:
            if callable(vars(place).get(own.__name__)):
                setattr(place, own.__name__, own)
