"""Why a function may be wrong that is not written in its own cell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ...exercises import Diagnosis
from ..jail import Program
from ..parsing.syntax import written_in

__all__ = ["bound_again", "inherited"]


def inherited(called: Sequence[str], wrong: Collection[str]) -> list[Diagnosis]:
    """Say which of the student's functions that are called are wrong themselves.

    Examples
    --------
    >>> inherited(["em_step", "e_step"], {"e_step"})[0].message
    'It calls your e_step, which is not right: look there first.'
    """
    names = [name for name in called if name in wrong]
    if not names:
        return []
    are = "is" if len(names) == 1 else "are"
    message = f"It calls your {' and '.join(names)}, which {are} not right: look there first."
    return [Diagnosis("built on a wrong function", message)]


def bound_again(programs: Iterable[Program]) -> dict[str, list[Diagnosis]]:
    """Say which cell binds the name of an exercise once more: in Jupyter the last one counts.

    Examples
    --------
    >>> cells = "def e_step(X): return X", "", "e_step = e_step(3)"
    >>> bound_again([Program(cells, ("e_step",))])["e_step"][0].message
    'Code cell 3 gives the name e_step once more, and the last one counts.'
    """
    found = {}
    for program in programs:
        for name in program.exercises:
            places = [i for i, text in enumerate(program.cells, 1) if name in written_in(text)]
            *before, last = places or [0]
            is_copy = any(
                program.cells[last - 1].strip() in program.cells[i - 1] for i in before
            )  # a function that was put at the end once more, as another cell takes its name
            if before and not is_copy:
                message = (
                    f"Code cell {last} gives the name {name} once more, and the last one counts."
                )
                found[name] = [Diagnosis("defined again", message)]
    return found
