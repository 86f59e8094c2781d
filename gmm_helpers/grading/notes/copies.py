"""Several notebooks with the same exercises, and solutions that are ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..intake.file_names import copy_of
from ..notices import Notice, NoticeKind
from ..parsing.authorship import home_of
from ..parsing.candidates import is_checkpoint
from ..parsing.notebook import SubmittedNotebook
from ..parsing.selection import ChosenNotebook

__all__ = ["doubts_of", "other_notebooks"]


def other_notebooks(
    notebooks: Sequence[SubmittedNotebook], chosen: Sequence[ChosenNotebook]
) -> list[Notice]:
    """For which exercises of a notebook another one was graded, and why."""
    graded = _graded(chosen)
    notes = []
    for notebook in notebooks:
        rivals: dict[tuple[NoticeKind, str], list[str]] = {}
        for name in notebook.held:
            winner = graded.get(name, notebook)
            if winner is not notebook:
                rivals.setdefault((_why(notebook, winner, name), winner.path), []).append(name)
        notes += [
            kind(notebook=notebook.path, graded=path, exercises=names)
            for (kind, path), names in rivals.items()
        ]
    return notes


def _why(notebook: SubmittedNotebook, winner: SubmittedNotebook, name: str) -> NoticeKind:
    if notebook.by.is_solved_notebook:
        return NoticeKind.SOLVED_NOTEBOOK_BESIDE
    if name in winner.by.written - notebook.by.written:
        return NoticeKind.UNWRITTEN_BESIDE
    if name in notebook.by.lost - winner.by.lost:
        return NoticeKind.LOST_BESIDE
    if is_checkpoint(notebook.path):
        return NoticeKind.CHECKPOINT_BESIDE
    is_older = notebook.modified < winner.modified
    return NoticeKind.OTHER_NOTEBOOK if is_older else NoticeKind.EARLIER_COPY


def doubts_of(
    notebooks: Sequence[SubmittedNotebook], chosen: Sequence[ChosenNotebook]
) -> list[Notice]:
    """What a person should look at: a choice that nothing decides, and functions that are ours."""
    doubts: dict[tuple[str, str], list[str]] = {}
    for name, winner in _graded(chosen).items():
        for rival in _equals(notebooks, winner, name):
            doubts.setdefault((winner.path, rival.path), []).append(name)
    notes = [
        NoticeKind.EQUALLY_NEW(notebook=path, other=other, exercises=names)
        for (path, other), names in doubts.items()
    ]
    for each in chosen:
        by = each.notebook.by
        ours = [name for name in each.exercises if name in by.ours]
        if ours and by.is_copied and not by.is_solved_notebook:
            notes.append(NoticeKind.OUR_FUNCTIONS(notebook=each.path, exercises=ours))
    return notes


def _graded(chosen: Sequence[ChosenNotebook]) -> dict[str, SubmittedNotebook]:
    return {name: each.notebook for each in chosen for name in each.exercises}


def _equals(
    notebooks: Sequence[SubmittedNotebook], winner: SubmittedNotebook, name: str
) -> Iterator[SubmittedNotebook]:
    """Notebooks of the same age with another function; numbers in their names decide nothing."""
    source = home_of(winner.cells, name)
    for other in notebooks:
        if other is winner or other.modified != winner.modified or name not in other.by.written:
            continue
        is_named_so = copy_of(other.path)[0] == copy_of(winner.path)[0] != ""
        is_set_aside = other.by.is_solved_notebook or is_checkpoint(other.path)
        if not (is_named_so or is_set_aside) and home_of(other.cells, name) != source:
            yield other
