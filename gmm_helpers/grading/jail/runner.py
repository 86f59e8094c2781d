"""Run submissions, one after the other, each as if it were the only one."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping, Sequence

from ...exercises import Case
from .confinement.bubblewrap import Jail
from .confinement.separate_user import SeparateUser
from .confinement.unconfined import Unconfined
from .limits import Limits
from .protocol.result_forms import ResultForms
from .reasons import Reason
from .runs import CellNote, ExerciseRun, JailError, Program, SubmissionRun
from .supervisor import NotebookSupervisor

__all__ = ["ISOLATIONS", "Runner"]

DEFAULT = Limits()
# What is tried, one after the other.
_CHOICES = {
    "auto": (Jail, Unconfined),
    "bubblewrap": (Jail,),
    "user": (Jail, SeparateUser, Unconfined),
    "none": (Unconfined,),
}
ISOLATIONS = tuple(_CHOICES)


class Runner:
    """Runs student code, in a jail where there is one; a context manager.

    One runner runs one submission at a time. Several may live in one process, one per thread.

    Parameters
    ----------
    cases : mapping of str to sequence of Case
        What each exercise is tried on. Arguments and layouts enter the jail, nothing else.
    limits : Limits
    isolation : str, default="auto"
        "bubblewrap"; "none": a plain process, with whatever limits the platform has; "auto":
        the first that works; "user": the same, but between the two, if the grader is root, a
        process of a user of its own, as in a container in which bubblewrap does not work.

    Attributes
    ----------
    isolation : str
        "bubblewrap", "a user of its own" or "not isolated".

    Raises
    ------
    JailError
        If "bubblewrap" was asked for and does not work here.
    ValueError
        If there is no such isolation or exercise.

    Examples
    --------
    >>> import numpy as np
    >>> from gmm_helpers.exercises import EXERCISES
    >>> cases = {"update_weights": EXERCISES["update_weights"].cases(np.random.default_rng(0))}
    >>> cell = "def update_weights(responsibilities): return responsibilities.mean(axis=0)"
    >>> with Runner(cases) as runner:
    ...     run = runner.run([Program((cell,), ("update_weights",))])
    >>> run.exercises[0].status, len(run.exercises[0].outcomes) == len(cases["update_weights"])
    (<RunStatus.RAN: 'ran'>, True)
    """

    def __init__(
        self,
        cases: Mapping[str, Sequence[Case]],
        limits: Limits = DEFAULT,
        isolation: str = "auto",
    ):
        if isolation not in ISOLATIONS:
            raise ValueError(f"isolation is one of {', '.join(ISOLATIONS)}, not {isolation!r}.")
        self._cases, self._limits, self._forms = dict(cases), limits, ResultForms(cases)
        self._jail = self._build(isolation)
        self.isolation = self._jail.isolation

    def _build(self, isolation: str) -> Jail | SeparateUser | Unconfined:
        *others, last = _CHOICES[isolation]
        for kind in others:
            with contextlib.suppress(JailError):
                return kind(self._cases, self._limits)
        return last(self._cases, self._limits)

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *raised) -> None:
        self.close()

    def close(self) -> None:
        """Kill whatever is still running."""
        self._jail.close()

    def run(self, programs: Sequence[Program]) -> SubmissionRun:
        """Run the notebooks of one submission; whatever the code does, it cannot raise here.

        Raises
        ------
        JailError
            If the jail does not work any more, and a new one does not either.
        ValueError
            If a program names an exercise there are no cases for.
        """
        exercises: list[ExerciseRun] = []
        notes: list[CellNote] = []
        for i, program in enumerate(programs, start=1):
            unknown = [name for name in program.exercises if name not in self._cases]
            if unknown:
                raise ValueError(f"there are no cases for {unknown[0]!r}.")
            runs, reasons = self._run_one(program)
            exercises += runs
            notebook = program.name or (f"notebook {i}" if len(programs) > 1 else "")
            notes += [CellNote(notebook, reason) for reason in reasons]
        return SubmissionRun(tuple(exercises), tuple(notes), self.isolation)

    def _run_one(self, program: Program) -> tuple[list[ExerciseRun], list[Reason]]:
        until = time.monotonic() + self._limits.notebook_seconds

        def attempt():
            supervisor = NotebookSupervisor(
                program, self._cases, self._forms, self._limits, self._start, until
            )
            return supervisor.run(), [supervisor.notes[i] for i in sorted(supervisor.notes)]

        try:
            return attempt()
        except JailError:  # once: the machine may have killed it to free memory
            self._jail.close()
            return attempt()

    def _start(self, plan):
        if self._jail.broken:
            self._jail.close()
            self._jail = type(self._jail)(self._cases, self._limits)
        return self._jail.start(plan)
