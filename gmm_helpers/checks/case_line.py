"""A line that says which case a slow check is at, and disappears with it."""

from __future__ import annotations

import contextvars
import html
import sys
import threading
from collections.abc import Callable
from typing import Any, TextIO

__all__ = ["CaseLine"]

AFTER = 1.5  # seconds: nothing is shown before
EVERY = 0.3  # seconds between two looks


class CaseLine:
    """Shown from another thread, since a case may take long itself.

    In a notebook it is one output, updated in place; elsewhere one line of a terminal.
    """

    def __init__(self, exercise: str, n_cases: int):
        self._exercise, self._n_cases, self._number, self._name = exercise, n_cases, 0, ""
        self._write = _writer()
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def next(self, name: str) -> None:
        """Begin another case."""
        self._number, self._name = self._number + 1, name

    def __enter__(self) -> CaseLine:
        if self._write:
            run = contextvars.copy_context().run  # outputs go to the cell that runs now
            thread = threading.Thread(target=run, args=(self._watch,), daemon=True, name="cases")
            try:
                thread.start()
                self._thread = thread
            except RuntimeError:  # Python in a browser has no threads
                pass
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()

    def _watch(self) -> None:
        assert self._write
        shown, wait = "", AFTER
        try:
            while not self._over.wait(wait):
                wait, text = EVERY, self._text()
                if text != shown:
                    self._write(text)
                    shown = text
            if shown:
                self._write("")
        except Exception:  # a line that is missing must never disturb a check
            return

    def _text(self) -> str:
        return f"{self._exercise}: trying case {self._number} of {self._n_cases}, {self._name} ..."


def _writer() -> Callable[[str], None] | None:
    """What replaces the line by another one; None where there is no place for it."""
    module: Any = sys.modules.get("IPython")
    shell = module.get_ipython() if module and hasattr(module, "get_ipython") else None
    if getattr(shell, "kernel", None) is not None:
        return _Output().show
    stream = sys.stderr  # which is another one while a function is called
    try:
        return _on_terminal(stream) if stream.isatty() else None
    except Exception:  # it is closed, or none at all
        return None


class _Output:
    """One output of a cell."""

    def __init__(self) -> None:
        self._handle: Any = None

    def show(self, text: str) -> None:
        """Make it hold a text."""
        from IPython.display import HTML, display  # there is a notebook around this

        shown = HTML(f"<em>{html.escape(text)}</em>" if text else "")
        if self._handle is None:
            self._handle = display(shown, display_id=True)
        else:
            self._handle.update(shown)


def _on_terminal(stream: TextIO) -> Callable[[str], None]:
    def write(text: str) -> None:
        stream.write(f"\r\x1b[K{text}")  # over what stood there
        stream.flush()

    return write
