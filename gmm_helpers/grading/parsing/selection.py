"""Which cells of a notebook have to run before its exercises can be called.

When in doubt a cell runs: that costs time, not points. What need not run is known exactly: text,
and cells as they were handed out whose names no other cell uses (pictures, sliders).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..jail import Program
from .candidates import choose
from .cells import Cell, checked_as, checks_anything, exercise_of, is_retyped, only_checks
from .notebook import SubmittedNotebook
from .release import Chapter, Release
from .syntax import CellSource

__all__ = ["ChosenNotebook", "choose_notebooks", "program_of"]


@dataclass(frozen=True, eq=False)
class ChosenNotebook:
    """A notebook, and the exercises of a chapter that it is graded for."""

    chapter: Chapter
    notebook: SubmittedNotebook
    exercises: tuple[str, ...]

    @property
    def path(self) -> str:
        """Of the notebook."""
        return self.notebook.path

    @cached_property
    def code(self) -> list[Cell]:
        """Cells of code, and of what was handed out as code."""
        return [cell for cell in self.notebook.cells if cell.kind == "code" or is_retyped(cell)]

    @cached_property
    def released(self) -> set[str]:
        """Source of the cells of code that were handed out."""
        return {cell.source.strip() for cell in self.chapter.cells if cell.kind == "code"}

    @cached_property
    def own_cells(self) -> list[Cell]:
        """What the student wrote or may have written, in order."""
        own = [c for c in self.code if not self.is_unchanged(c) and not only_checks(c)]
        # A stub that was left as it is, while another cell holds the function, is not theirs.
        written = {name for cell in own for name in cell.source.written_names}
        return [cell for cell in own if not cell.source.stubs & written]

    @cached_property
    def own_sources(self) -> list[CellSource]:
        """Source of these."""
        return [cell.source for cell in self.own_cells]

    @cached_property
    def other_names(self) -> dict[str, str]:
        """Functions that are meant for exercises under other names, by exercise.

        They stand in the cell of the exercise, or are checked as it: ``check(mine, "e_step")``.
        """
        bound = _bound_in(self.code)
        written = {name for cell in self.code for name in cell.source.written_names}
        others = {}
        for name in self.exercises:
            if name in written:
                continue
            homes = [cell for cell in self.code if name in (cell.grade_id, cell.cell_id)]
            if any(name == inner for c in homes for _, inner in c.source.inner_functions):
                continue
            functions = [] if name in bound else [f for c in homes for f in c.source.functions]
            checked = [f for cell in self.code for f in checked_as(cell, name) if f in bound]
            if functions or checked:
                others[name] = (functions + checked)[-1]
        return others

    def is_unchanged(self, cell: Cell) -> bool:
        """Whether a cell is one of those that were given; no exercise is."""
        is_released = cell.source.strip() in self.released
        return is_released and not exercise_of(cell) and not only_checks(cell)


def choose_notebooks(
    notebooks: Sequence[SubmittedNotebook], release: Release
) -> list[ChosenNotebook]:
    """The notebooks that are graded, in the order of chapters."""
    chosen = []
    for chapter in release.chapters:
        exercises: dict[int, list[str]] = {}
        by_exercise = choose(notebooks, chapter)
        for name, notebook in by_exercise.items():
            exercises.setdefault(id(notebook), []).append(name)
        chosen += [
            ChosenNotebook(chapter, by_exercise[names[0]], tuple(names))
            for names in exercises.values()
        ]
    return chosen


def program_of(chosen: ChosenNotebook) -> Program:
    """Choose the cells that run, in order, and those of its exercises that they may define.

    There are three additions to the cells: a function that stands under another name in the cell
    of its exercise is given the name it should have; a cell that was removed, and whose names are
    used, is put back at the start; and a function of theirs whose name a cell that was handed out
    takes for something else, further down, is defined once more at the end.
    """
    code, own = chosen.code, chosen.own_cells
    # A check computes nothing here, but it shows which function it was given.
    checking = [cell for cell in code if only_checks(cell) and checks_anything(cell)]
    removed = [cell for cell in chosen.chapter.cells if _is_removed(cell, code)]
    back = _needed(removed, own + checking, _bound_in(code))
    unchanged = [cell for cell in code if chosen.is_unchanged(cell)]
    running = _needed(unchanged, own + checking + back)
    kept = {id(cell) for cell in own + checking + running}
    # What is left out keeps its place, so that cells are numbered as in the notebook.
    nothing = CellSource("")
    sources = [cell.source if id(cell) in kept else nothing for cell in code]
    other_names = [CellSource(f"{name} = {f}") for name, f in chosen.other_names.items()]
    front = [cell.source for cell in back]
    cells = (*front, *sources, *_functions_to_keep(code, own, running), *other_names)
    numbered = [*enumerate(sources, start=len(front) + 1)]
    optional = (i for i, source in numbered if source and not source.is_definition)
    checks = {id(cell.source) for cell in checking}
    homes = {f: i for i, source in numbered for f in {*source.functions} - source.stubs}
    bound = {name for source in cells if source for name in source.names.binds}
    asked = tuple(name for name in chosen.exercises if name in bound)
    return Program(
        cells,
        asked,
        frozenset(optional),
        chosen.path,
        checks=frozenset(i for i, source in numbered if id(source) in checks),
        homes={name: homes[name] for name in asked if name in homes},
    )


def _functions_to_keep(
    code: Sequence[Cell], own: Sequence[Cell], running: Sequence[Cell]
) -> list[CellSource]:
    """Own functions whose names are taken by cells that were handed out.

    When its check is run in the notebook, a function still sees its helper by that name.
    """
    place = {id(cell): i for i, cell in enumerate(code)}
    last: dict[str, tuple[int, CellSource]] = {}
    for cell in own:
        source = cell.source
        last |= dict.fromkeys(source.names.binds, (-1, source))
        for name, text in source.function_sources.items():
            last[name] = (place[id(cell)], source if text == source else CellSource(text))
    taken = {
        name
        for cell in running
        for name in cell.source.names.binds & last.keys()
        if place[id(cell)] > last[name][0] >= 0
    }
    return [last[name][1] for name in last if name in taken]


def _bound_in(cells: Sequence[Cell]) -> set[str]:
    return {name for cell in cells for name in cell.source.names.binds}


def _is_removed(cell: Cell, code: Sequence[Cell]) -> bool:
    if cell.kind != "code" or exercise_of(cell):
        return False
    source = cell.source.strip()
    return all(c.cell_id != cell.cell_id and c.source.strip() != source for c in code)


def _needed(
    offered: Sequence[Cell], users: Sequence[Cell], bound: set[str] | frozenset[str] = frozenset()
) -> list[Cell]:
    """Those of the offered cells that bind a name which the users, or they themselves, use.

    Names that are `bound` elsewhere need no further cell.
    """
    taken: set[int] = set()
    used = {name for cell in users for name in cell.source.names.uses} - bound
    left = list(offered)
    while binding := [cell for cell in left if cell.source.names.binds & used]:
        taken |= {id(cell) for cell in binding}
        left = [cell for cell in left if id(cell) not in taken]
        used |= {name for cell in binding for name in cell.source.names.uses} - bound
    return [cell for cell in offered if id(cell) in taken]
