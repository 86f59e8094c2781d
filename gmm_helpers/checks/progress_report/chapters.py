"""What a chapter asks, as its saved notebook says, and what of it was done."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ...questions import progress_file
from ..notebook_files import Cell, cells_of, notebooks_beside

__all__ = ["ChapterProgress", "Done", "Step", "chapters_beside"]

_ANSWER_STUB = "*Write your answer here.*"  # that of tools/transform.py


class Done(StrEnum):
    """How far one thing of a chapter is; the value is what people read."""

    RIGHT = "right"
    WRONG = "not right yet"
    SURPRISED = "predicted, and came out differently"
    OPEN = "not answered"
    WRITTEN = "written"
    UNWRITTEN = "not written"


@dataclass(frozen=True)
class Step:
    """A question or a written answer: its name and how far it is."""

    name: str
    done: Done


@dataclass(frozen=True)
class ChapterProgress:
    """What a notebook asks.

    Parameters
    ----------
    name : str
        The stem of its file.
    exercises : tuple of str
    questions, written : tuple of Step
    """

    name: str
    exercises: tuple[str, ...]
    questions: tuple[Step, ...]
    written: tuple[Step, ...]


def chapters_beside(known: set[str]) -> tuple[ChapterProgress | None, ChapterProgress | None]:
    """This notebook and the chapter before it, as they were saved last.

    Parameters
    ----------
    known : set of str
        Names of exercises.

    Returns
    -------
    this, before : ChapterProgress or None
        None where it is not known which notebook runs, or there is none before.
    """
    running = Path(os.environ.get("JPY_SESSION_NAME", "")).name  # JupyterLab tells its kernels
    paths = notebooks_beside()
    here = next((i for i, path in enumerate(paths) if path.name == running), None)
    if here is None:
        return None, None
    answered = progress_file.kept("question")
    earlier = (_chapter(path, known, answered) for path in reversed(paths[:here]))
    before = next((chapter for chapter in earlier if chapter.exercises), None)
    return _chapter(paths[here], known, answered), before


def _chapter(path: Path, known: set[str], answered: dict[str, dict]) -> ChapterProgress:
    cells = cells_of(path)
    return ChapterProgress(
        path.stem,
        tuple(cell.grade_id for cell in cells if cell.is_solution and cell.grade_id in known),
        tuple(Step(c.question, _answered(answered.get(c.question))) for c in cells if c.question),
        tuple(Step(c.grade_id, _written(c)) for c in cells if c.is_solution and _is_prose(c)),
    )


def _answered(event: dict | None) -> Done:
    if not event or not event.get("attempts"):
        return Done.OPEN
    if event.get("right"):
        return Done.RIGHT
    return Done.SURPRISED if event.get("prediction") else Done.WRONG


def _is_prose(cell: Cell) -> bool:
    return cell.kind == "markdown"


def _written(cell: Cell) -> Done:
    text = cell.source.replace(_ANSWER_STUB, "").strip()
    return Done.WRITTEN if text else Done.UNWRITTEN
