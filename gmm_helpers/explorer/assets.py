"""The browser's side: a module, which `make bundle` makes, a style sheet, and a page's text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["page_text", "script", "style"]


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


@cache
def page_text() -> str:
    """Return what stands beside an explorer on a page: things to try, as HTML.

    Examples
    --------
    >>> "<h2>Things to try</h2>" in page_text()
    True
    """
    return _read("page_text.html")


def _read(name: str) -> str:
    return (files(__package__) / "static" / name).read_text(encoding="utf-8")
