"""Which version of the notebooks was handed in, where it is not the one handed out."""

from __future__ import annotations

from collections.abc import Sequence

from ..notices import Notice, NoticeKind
from ..parsing.selection import ChosenNotebook

__all__ = ["other_versions"]


def other_versions(chosen: Sequence[ChosenNotebook]) -> list[Notice]:
    """A note on all notebooks of another version; what says nothing of itself is not one."""
    found = [
        f"{each.path} ({each.notebook.version})"
        for each in chosen
        if each.chapter.version and each.notebook.version not in ("", each.chapter.version)
    ]
    return [NoticeKind.OTHER_VERSION(notebooks=found)] if found else []
