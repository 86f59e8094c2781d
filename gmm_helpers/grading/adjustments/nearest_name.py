"""The name that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["Names"]

_MAX_LOOKED_UP = 50  # comparing many names with many others takes seconds


class Names:
    """Names that are known.

    Examples
    --------
    >>> Names(["Ann Lee", "Bob"]).nearest("ann le")
    'Ann Lee'
    >>> Names(["Ann Lee", "Bob"]).nearest("Zoe")
    ''
    """

    def __init__(self, known: Iterable[str]):
        self._by_fold = {name.casefold(): name for name in known}
        self._found: dict[str, str] = {}

    def nearest(self, name: str) -> str:
        """The one that looks most like a name, or "" if none does."""
        if name not in self._found and len(self._found) < _MAX_LOOKED_UP:
            close = difflib.get_close_matches(name.casefold(), self._by_fold, 1)
            self._found[name] = self._by_fold[close[0]] if close else ""
        return self._found.get(name, "")
