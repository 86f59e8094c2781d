"""Which cells of a notebook have to run before its exercises can be called.

When in doubt a cell runs: that costs time, not points. What need not run is known exactly: text,
and cells as they were handed out whose names no other cell uses (pictures, sliders).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..jail import Program
from .authorship import code_in, other_names_in
from .candidates import choose
from .cells import Cell, checks_anything, exercise_of, only_checks
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
    borrowed: tuple[Cell, ...] = ()  # from other notebooks: what is a stub in this one

    @property
    def path(self) -> str:
        """Of the notebook."""
        return self.notebook.path

    @cached_property
    def code(self) -> list[Cell]:
        """Cells of code, and of what was handed out as code."""
        return code_in(self.notebook.cells)

    @cached_property
    def released(self) -> set[str]:
        """Source of the cells of code that were handed out."""
        return {cell.source.strip() for cell in self.chapter.cells if cell.kind == "code"}

    @cached_property
    def own_cells(self) -> list[Cell]:
        """What the student wrote or may have written, in order."""
        own = [c for c in self.code if not self.is_unchanged(c) and not only_checks(c)]
        # A stub that was left as it is, while another cell holds the function, is not theirs.
        cells = [*own, *self.borrowed]
        written = {name for cell in cells for name in cell.source.written_names}
        return [cell for cell in own if not cell.source.stubs & written]

    @cached_property
    def own_sources(self) -> list[CellSource]:
        """Source of these."""
        return [cell.source for cell in self.own_cells]

    @cached_property
    def other_names(self) -> dict[str, str]:
        """Functions that are meant for exercises under other names, by exercise."""
        return other_names_in(self.code, self.exercises)

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
        near = [
            ChosenNotebook(chapter, by_exercise[names[0]], tuple(names))
            for names in exercises.values()
        ]
        chosen += [replace(each, borrowed=_borrowed(each, near)) for each in near]
    return chosen


def _borrowed(chosen: ChosenNotebook, near: Sequence[ChosenNotebook]) -> tuple[Cell, ...]:
    """Cells for functions of a chapter that a notebook uses, and that another one holds."""
    used = {name for cell in chosen.own_cells for name in cell.source.names.uses}
    wanted = used - chosen.notebook.by.written
    cells: list[Cell] = []
    for other in near:
        names = wanted & {*other.exercises} & other.notebook.by.written
        homes = [c for c in other.own_cells if c.source.written_names & names]
        front = _needed([c for c in other.code if not only_checks(c)], homes) if homes else []
        cells += dict.fromkeys([*front, *homes])
    return tuple(cells)


def program_of(chosen: ChosenNotebook) -> Program:
    """Choose the cells that run, in order, and those of its exercises that they may define.

    There are four additions to the cells: a function that stands under another name in the cell
    of its exercise is given the name it should have; a cell that was removed, and whose names are
    used, is put back at the start, and so is what is borrowed from another notebook; and a
    function of theirs whose name a cell that was handed out takes for something else, further
    down, is defined once more at the end.
    """
    code, own = chosen.code, chosen.own_cells
    # A check computes nothing here, but it shows which function it was given.
    checking = [cell for cell in code if only_checks(cell) and checks_anything(cell)]
    removed = [cell for cell in chosen.chapter.cells if _is_removed(cell, code)]
    back = [*_needed(removed, own + checking, _bound_in(code)), *chosen.borrowed]
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
