"""The page that lists the public names of every room."""

from __future__ import annotations

from importlib import import_module

__all__ = ["ROOMS", "reference_page"]

ROOMS = ("model", "em", "selection", "drawing", "checks", "questions", "explorer")
HEAD = """\
Reference
=========

``import gmm_helpers as gmm`` has the names of ``model``, ``em`` and ``selection``:
``gmm.fit``, ``gmm.e_step``, ``gmm.load_dataset`` and so on. The others are imported from their
room, as in ``from gmm_helpers.checks import check``.
"""


def reference_page() -> str:
    """ReStructuredText, with one table per room."""
    return "\n".join([HEAD, *(_table(room) for room in ROOMS)])


def _table(room: str) -> str:
    module = import_module(f"gmm_helpers.{room}")
    title = f"gmm_helpers.{room}"
    first = (module.__doc__ or "").strip().split("\n\n")[0]
    described = (
        name for name in sorted(module.__all__, key=str.lower) if _has_words(getattr(module, name))
    )
    names = "\n".join(f"   {name}" for name in described)
    return (
        f"{room}\n{'-' * len(room)}\n\n{first}\n\n.. currentmodule:: {title}\n\n"
        f".. autosummary::\n   :toctree: api\n\n{names}\n"
    )


def _has_words(thing) -> bool:
    """Functions and classes; a constant would show the words of its type."""
    return callable(thing) and bool(thing.__doc__)
