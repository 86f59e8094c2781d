"""Error carried forward: a function that is right where a wrong one of the student's is ours.

The exercises offer our helpers, and whoever calls these loses nothing by an earlier mistake. So
whoever calls a function of their own, as they may, shall not lose more than that one's points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import gmm_helpers

from ...exercises import CallStatus, Case, Status
from ...exercises.running.helper_calls import solve
from ...exercises.statuses import RunStatus
from ...exercises.symptoms.source import FunctionSource
from ..jail import ExerciseRun, Program
from ..rows import Problem, Replaced
from .feedback import run_that_counts
from .marks import Mark
from .serious_tries import is_serious

__all__ = ["Carried", "Tried", "carry_forward", "programs_with", "tell_carried"]

Calls = Mapping[str, Sequence[str]]
_RESTS = {
    Problem.UNWRITTEN: "which {are} not written yet",
    Problem.UNDEFINED: "which no cell defines",
}


class Tried(NamedTuple):
    """A function, and what came of it on the hidden cases."""

    run: ExerciseRun
    mark: Mark
    source: FunctionSource | None
    cases: Sequence[Case]


class Carried(NamedTuple):
    """A function that was graded with some of ours, and the program in which they stand."""

    program: Program
    tried: Tried


def carry_forward(
    programs: Sequence[Program],
    tried: Mapping[str, Tried],
    find_calls: Callable[[], Sequence[Calls]],
    try_again: Callable[[Program], Mapping[str, Tried]],
) -> dict[str, Carried]:
    """Try the functions that failed once more, with ours in place of wrong ones that they call.

    Parameters
    ----------
    programs : sequence of Program
    tried : mapping of str to Tried
        The functions that they are graded for.
    find_calls : callable
        Says for each program which functions of exercises each of them uses in the end: see
        `notes.dependencies`.
    try_again : callable
        Runs a program on the hidden cases.

    Returns
    -------
    dict
        Those that earn more so. Nothing is run if there is none that may.

    Notes
    -----
    Not replaced is what is right; what was not seriously tried; a helper whose call would solve
    the exercise; and a function that itself uses the one that is graded. A function that is not
    written is replaced: it does not claim to be an answer.
    """
    if not any(_is_asked(each) for each in tried.values()):
        return {}
    carried: dict[str, Carried] = {}
    for program, calls in zip(programs, find_calls(), strict=True):
        carried |= _carry(program, tried, calls, try_again)
    return carried


def _carry(program: Program, tried: Mapping[str, Tried], calls: Calls, try_again) -> dict:
    known = {name: tried[name] for name in program.exercises if name in tried}
    carried: dict[str, Carried] = {}

    def depth(name: str) -> int:
        return len(calls.get(name, ()))

    for name in sorted(known, key=depth):
        own = known[name]
        if not _is_asked(own):
            continue
        replaced = []
        for other in sorted(calls.get(name, ()), key=depth):
            if not _may_stand_in(other, name, calls):
                continue
            if other not in known:  # an exercise of another notebook, written in this one
                known |= try_again(program._replace(exercises=(other,), homes={}))
            problem = _problem_of(known[other])
            replaced += [Replaced(other, problem)] if problem else []
        if not replaced:
            continue
        ours = tuple(each.name for each in replaced)
        again = program._replace(exercises=(name,), replaced=ours)
        found = try_again(again)[name]
        if _is_better(found.mark, own.mark):
            mark = replace(found.mark, replaced=tuple(replaced), own_score=own.mark.score)
            known[name] = found._replace(mark=mark)
            carried[name] = Carried(again, known[name])
    return carried


def _is_asked(own: Tried) -> bool:
    """Whether it may earn more: not what calls a helper that solves the exercise."""
    calls_helper = own.mark.verdict is not None and own.mark.verdict.calls_helper
    return not own.mark.is_full and not (calls_helper and not own.mark.score)


def programs_with(programs: Sequence[Program], carried: Mapping[str, Carried]) -> list[Program]:
    """The programs, with what is carried forward in those in which it was graded."""
    rest = [
        program._replace(exercises=tuple(n for n in program.exercises if n not in carried))
        for program in programs
    ]
    return [*rest, *(each.program for each in carried.values())]


def _may_stand_in(other: str, name: str, calls: Calls) -> bool:
    """Whether ours may stand for a function: not if it answers the exercise by itself."""
    if not hasattr(gmm_helpers, other) or other in solve(name):
        return False
    return name not in calls.get(other, ())


def _problem_of(tried: Tried) -> Problem | None:
    """Why a function is replaced; None if it is not."""
    run, mark, source = run_that_counts(tried.run, tried.mark), tried.mark, tried.source
    if mark.is_full or run is None:
        return None
    if run.status is RunStatus.UNDEFINED:
        return Problem.UNDEFINED
    is_empty = source is not None and not source.body
    if is_empty or (run.outcomes and run.outcomes[0].status is CallStatus.UNWRITTEN):
        return Problem.UNWRITTEN
    if mark.failed and is_serious(mark, run.outcomes, tried.cases, source):
        return Problem.WRONG
    return None


def _is_better(mark: Mark, own: Mark) -> bool:
    if mark.verdict is None:
        return False
    is_begun = own.status is Status.NOT_ATTEMPTED and mark.status is not Status.NOT_ATTEMPTED
    return mark.score > own.score or is_begun


def tell_carried(mark: Mark, exercises: Iterable[str]) -> list[str]:
    """Say what was replaced, and where the first error is; `exercises` are those of the notebook.

    Examples
    --------
    >>> from gmm_helpers.exercises import Status
    >>> mark = Mark("e_step", Status.CORRECT, 5, 5, replaced=(Replaced("weighted_log_prob"),))
    >>> tell_carried(mark, ["weighted_log_prob", "e_step"])[0]
    "Your e_step is right: it was graded with the course's weighted_log_prob, because yours is \
wrong (see there)."
    """
    name, told = mark.exercise, []
    by = {p: [each.name for each in mark.replaced if each.problem is p] for p in Problem}
    for problem, what in _RESTS.items():
        if others := by[problem]:
            begin = f"Your {name} is right, but rests" if mark.is_full else "It rests"
            which = what.format(are="is" if len(others) == 1 else "are")
            told.append(
                f"{begin} on your {' and '.join(others)}, {which}: the course's was used instead."
            )
    if others := by[Problem.WRONG]:
        begin = f"Your {name} is right: it" if mark.is_full and not told else "It"
        why = f"yours are wrong (look at {others[0]} first)"
        if len(others) == 1:
            is_there = others[0] in {*exercises}
            why = "yours is wrong (see there)" if is_there else "the one in this notebook is wrong"
        ours = " and ".join(others)
        told.append(f"{begin} was graded with the course's {ours}, because {why}.")
    return told
