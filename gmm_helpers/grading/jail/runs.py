"""What goes into the jail and what comes out of it."""

from __future__ import annotations

from typing import NamedTuple

from ...exercises import Outcome

__all__ = [
    "CRASHED",
    "MEMORY",
    "NO_FUNCTION",
    "RAN",
    "TIMEOUT",
    "UNDEFINED",
    "ExerciseRun",
    "JailError",
    "Program",
    "SubmissionRun",
]

RAN, UNDEFINED, NO_FUNCTION = "ran", "undefined", "not a function"
TIMEOUT, MEMORY, CRASHED = "timeout", "memory", "crashed"


class JailError(RuntimeError):
    """The jail itself does not work; no submission is to blame."""


class Program(NamedTuple):
    """One notebook as it is to be run.

    Parameters
    ----------
    cells : tuple of str
        Source of the code cells, in order, as the student wrote it. An empty one costs
        nothing, so cells that are left out may keep their place: messages count from 1.
    exercises : tuple of str
        Names of the functions to be called after the cells.
    optional : frozenset of int, optional
        Numbers of cells, from 1, that define no function and import nothing: they are left out
        where time or memory is short.
    name : str, optional
        By which notes call it.
    """

    cells: tuple[str, ...]
    exercises: tuple[str, ...]
    optional: frozenset[int] = frozenset()
    name: str = ""


class ExerciseRun(NamedTuple):
    """What came of one exercise.

    Parameters
    ----------
    exercise : str
    status : str
        "ran"; "undefined" (no such name after the cells); "not a function"; or what was the
        first to go wrong: "timeout", "memory", "crashed".
    outcomes : tuple of Outcome
        One for each case that was tried, in order. After a stopped case come some more; a
        function whose answer is not written yet is only tried on the first.
    message : str, default=""
        In a sentence, why it is not "ran".
    calls_helper : bool, default=False
        Whether the helper that answers the exercise was called: a claim, like all the rest.
    """

    exercise: str
    status: str
    outcomes: tuple[Outcome, ...] = ()
    message: str = ""
    calls_helper: bool = False


class SubmissionRun(NamedTuple):
    """What came of one submission.

    Parameters
    ----------
    exercises : tuple of ExerciseRun
        In the order in which the programs name them.
    notes : tuple of str
        What else happened: "cell 3 raised NameError: name 'np' is not defined".
    isolation : str
        "bubblewrap" or "not isolated".
    """

    exercises: tuple[ExerciseRun, ...]
    notes: tuple[str, ...]
    isolation: str
