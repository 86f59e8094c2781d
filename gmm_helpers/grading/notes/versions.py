"""Which version of the notebooks was handed in, where it is not the one handed out."""

from __future__ import annotations

from collections.abc import Sequence

from ..notices import Notice, NoticeKind
from ..parsing.selection import ChosenNotebook

__all__ = ["is_other_version", "other_versions"]


def is_other_version(chosen: ChosenNotebook) -> bool:
    """Whether a notebook says that it is of another version; most that say nothing are not."""
    given = chosen.chapter.version
    return bool(given) and chosen.notebook.version not in ("", given)


def other_versions(chosen: Sequence[ChosenNotebook]) -> list[Notice]:
    """A note on all notebooks of another version."""
    found = [f"{each.path} ({each.notebook.version})" for each in chosen if is_other_version(each)]
    return [NoticeKind.OTHER_VERSION(notebooks=found)] if found else []
