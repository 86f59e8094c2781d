"""The browser's side: one module, which `make bundle` makes, and one style sheet."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["script", "style"]


@cache
def script() -> str:
    """Return the module, which exports `initialize` and `render`, as anywidget asks.

    It also exports `open`, for a page on disk.

    Examples
    --------
    >>> "initialize" in script()
    True
    """
    return _read("explorer.js")


@cache
def style() -> str:
    """Return the style sheet; all its rules are for what is inside an explorer.

    Examples
    --------
    >>> ".emx" in style()
    True
    """
    return _read("explorer.css")


def _read(name: str) -> str:
    return (files(__package__) / "static" / name).read_text(encoding="utf-8")
