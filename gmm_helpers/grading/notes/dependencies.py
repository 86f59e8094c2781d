"""Why a function may be wrong although its own cell is right: what it calls, what replaces it."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection, Iterable, Sequence

from ...exercises import Diagnosis
from ..jail import Program
from ..notices import Notice, NoticeKind, join
from ..parsing.selection import ChosenNotebook
from ..parsing.syntax import CellSource, Names
from ..rows import Row

__all__ = [
    "call_mistakes",
    "calls_by_exercise",
    "calls_in",
    "carried_notice",
    "change_notice",
    "changes_below",
    "redefinitions",
    "tell_change",
]

MAX_CHARACTERS = 100_000  # of a notebook; it would take longer to read more than to run it


def calls_by_exercise(chosen: Sequence[ChosenNotebook]) -> dict[str, tuple[str, ...]]:
    """Exercises whose functions, the student's own, each exercise's code uses."""
    everything = [name for each in chosen for name in each.exercises]
    calls: dict[str, tuple[str, ...]] = {}
    for each in chosen:
        calls |= calls_in(each.own_sources, each.exercises, everything)
    return calls


def calls_in(
    sources: Sequence[CellSource],
    exercises: Iterable[str],
    others: Collection[str],
    unbound: Collection[str] = (),
) -> dict[str, tuple[str, ...]]:
    """Which of the other names, bound in the same cells, each exercise's code uses in the end.

    Names in `unbound` need not be bound.
    """
    if sum(map(len, sources)) > MAX_CHARACTERS:
        return {}
    binding: dict[str, list[Names]] = {}  # by name, the names in each statement that binds it
    for source in sources:
        for _, names in source.statements:
            for name in names.binds:
                binding.setdefault(name, []).append(names)
    calls = {}
    for exercise in exercises:
        used = _used(binding, exercise) & {*binding, *unbound}
        calls[exercise] = tuple(name for name in others if name in used and name != exercise)
    return calls


def _used(binding: dict[str, list[Names]], name: str) -> set[str]:
    """Names that the statements which bind a name use, and those which bind these, and so on."""
    used: set[str] = set()
    waiting, seen = [name], {name}
    while waiting:
        for names in binding.get(waiting.pop(), ()):
            used |= names.uses
            waiting += names.uses - seen
            seen |= names.uses
    return used


def call_mistakes(calls: Sequence[str], wrong: Collection[str]) -> list[Diagnosis]:
    """Say which of the student's functions that are called are wrong themselves.

    Examples
    --------
    >>> call_mistakes(["em_step", "e_step"], {"e_step"})[0].message
    'It calls your e_step, which is itself incorrect: fix that first.'
    """
    names = [name for name in calls if name in wrong]
    if not names:
        return []
    are, them = ("is itself", "that") if len(names) == 1 else ("are themselves", "those")
    message = f"It calls your {' and '.join(names)}, which {are} incorrect: fix {them} first."
    return [Diagnosis("calls an incorrect function", message)]


def changes_below(program: Program, exercise: str) -> tuple[int, list[str]]:
    """The last cell that binds anew what an exercise's function uses, and these names.

    Examples
    --------
    >>> cells = "def g(x): return x", "def e_step(X): return g(X)", "g = len"
    >>> changes_below(Program(tuple(map(CellSource, cells)), ("e_step",)), "e_step")
    (3, ['g'])
    """
    binding: dict[str, list[Names]] = {}
    places: dict[str, set[int]] = {}  # of cells that bind a name
    imports: dict[str, dict[str, set[int]]] = {}  # the same for each thing that is imported as it
    for i, cell in enumerate(program.cells, start=1):
        for statement, names in cell.statements:  # type: ignore[attr-defined]
            for name in names.binds:
                binding.setdefault(name, []).append(names)
                if not isinstance(statement, (ast.Import, ast.ImportFrom)):
                    places.setdefault(name, set()).add(i)
            for name, thing in _imported(statement):
                imports.setdefault(name, {}).setdefault(thing, set()).add(i)
    for name, things in imports.items():
        if len(things) > 1 or name in places or hasattr(builtins, name):
            places.setdefault(name, set()).update(*things.values())
    used = {exercise, *_used(binding, exercise)} & places.keys()
    again = {n for n in used if len(places[n]) > 1 or len(binding[n]) > 1 or hasattr(builtins, n)}
    last = max((max(places[name]) for name in again), default=0)
    if last < program.homes.get(exercise, 0):
        return 0, []
    return last, sorted(name for name in again if last in places[name])


def _imported(statement: ast.stmt) -> Iterable[tuple[str, str]]:
    """Names that an import binds, and what to."""
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            top = alias.name.partition(".")[0]
            yield alias.asname or top, alias.name if alias.asname else top
    elif isinstance(statement, ast.ImportFrom):
        start = "." * statement.level + (statement.module or "")
        for alias in statement.names:
            yield alias.asname or alias.name, f"{start}.{alias.name}"


def tell_change(exercise: str, cell: int, names: Sequence[str]) -> str:
    """What later cells did to a function, for the student."""
    if not cell:
        return "It counts as its check saw it: a later cell changes something that it uses."
    uses = "" if list(names) == [exercise] else ", which it uses"
    return f"It counts as it was before code cell {cell} changes {join(names)}{uses}."


def change_notice(row: Row, notebook: str, cell: int, names: Sequence[str]) -> Notice:
    """The same for the instructor, with the points of both states."""
    kind = NoticeKind.COUNTED_EARLIER if cell else NoticeKind.CHANGED_LATER
    fields = {"notebook": notebook, "exercise": row.exercise, "cell": cell, "names": [*names]}
    return kind(**fields, score=f"{row.score:g}", end_score=f"{row.end_score:g}")


def carried_notice(row: Row, notebook: str, own_score: float) -> Notice:
    """That one was graded with our functions, with the points it has without them."""
    replaced = [each.name for each in row.replaced]
    fields = {"notebook": notebook, "exercise": row.exercise, "replaced": replaced}
    return NoticeKind.CARRIED(**fields, score=f"{row.score:g}", own_score=f"{own_score:g}")


def redefinitions(programs: Iterable[Program]) -> dict[str, list[Diagnosis]]:
    """Say which cell binds the name of an exercise once more: in Jupyter the last one counts.

    The cells of the programs are of type `CellSource`.

    Examples
    --------
    >>> cells = "def e_step(X): return X", "e_step = e_step(3)"
    >>> program = Program(tuple(map(CellSource, cells)), ("e_step",))
    >>> redefinitions([program])["e_step"][0].message
    'Code cell 2 redefines (or deletes) e_step; only the last definition counts.'
    """
    diagnoses = {}
    for program in programs:
        for name in program.exercises:
            places = [
                i
                for i, cell in enumerate(program.cells)
                if cell and name in cell.written_names  # type: ignore[attr-defined]
            ]
            *before, last = places or [0]
            # A function is put at the end once more if another cell takes its name.
            is_copy = any(program.cells[last].strip() in program.cells[i] for i in before)
            if before and not is_copy:
                message = (
                    f"Code cell {last + 1} redefines (or deletes) {name}; "
                    "only the last definition counts."
                )
                diagnoses[name] = [Diagnosis("redefined", message)]
    return diagnoses
