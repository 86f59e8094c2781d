"""`exit()` in a student's function ends the function, not the kernel."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["no_exit"]

_running = ContextVar("_running", default=False)


@contextmanager
def no_exit() -> Iterator[None]:
    """Let `exit()` and `quit()` in the block raise SystemExit, as they do outside of IPython.

    IPython's own do not raise: they ask the shell, which ends the kernel after the cell.
    """
    _guard_shell()
    before = _running.set(True)
    try:
        yield
    finally:
        _running.reset(before)


def _guard_shell() -> None:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    ask_exit = getattr(shell, "ask_exit", None)
    if shell is None or ask_exit is None or getattr(ask_exit, "is_guarded", False):
        return

    def ask_outside() -> None:
        if _running.get():
            raise SystemExit
        ask_exit()

    ask_outside.is_guarded = True  # type: ignore[attr-defined]
    shell.ask_exit = ask_outside
