"""Where student code runs: a worker for the hidden cases, and another for the public ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

from ..exercises import Case
from ..exercises.statuses import RunStatus
from .jail import CellNote, ExerciseRun, JailError, Program, Reason, ReasonKind
from .judging.exercises import draw_cases
from .notices import Notice, NoticeKind
from .settings import Settings

__all__ = ["MakeRunner", "Workers", "jailed"]

MAX_NOTE = 500  # characters of a note on a run
MakeRunner = Callable[[Mapping[str, Sequence[Case]], Settings], Any]


def jailed(cases: Mapping[str, Sequence[Case]], settings: Settings) -> Any:
    """A worker in which student code runs, isolated as well as this machine can."""
    from .jail import Runner

    return Runner(cases, settings.limits, settings.isolation)


class Workers:
    """Runs submissions on the hidden cases, and what is wrong once more on public ones.

    The second worker has never seen a hidden case, nor anything that the first one has left. It
    is started when it is needed for the first time. For ``make_runner`` see `Grader`.
    """

    def __init__(self, settings: Settings, make_runner: MakeRunner):
        self._settings, self._make_runner = settings, make_runner
        self._stack = ExitStack()
        self._hidden = self._start(settings.seed)
        self._public: Any = None

    def close(self) -> None:
        """End both."""
        self._stack.close()

    def _start(self, seed: int, public: bool = False) -> Any:
        cases = {name: draw_cases(name, seed, public) for name in self._settings.exercises}
        return self._stack.enter_context(self._make_runner(cases, self._settings))

    def run(self, programs: Sequence[Program]) -> tuple[dict[str, ExerciseRun], str, list[Notice]]:
        """What came of each exercise on the hidden cases, the isolation, and notes."""
        return _run(programs, self._hidden)

    def run_publicly(
        self, programs: Sequence[Program], asked: Collection[str]
    ) -> dict[str, ExerciseRun]:
        """What came of the exercises that are asked for on the public cases."""
        if not asked:
            return {}
        self._public = self._public or self._start(self._settings.public_seed, public=True)
        again = [
            p._replace(exercises=tuple(n for n in p.exercises if n in asked)) for p in programs
        ]
        return _run(again, self._public)[0]


def _run(
    programs: Sequence[Program], runner: Any
) -> tuple[dict[str, ExerciseRun], str, list[Notice]]:
    """Run the notebooks; a worker that breaks says so in place of every exercise."""
    programs = [program for program in programs if program.exercises]
    asked = [name for program in programs for name in program.exercises]
    if not asked:
        return {}, "", []
    try:
        result = runner.run(programs)
    except JailError:
        raise
    except Exception as error:
        note = NoticeKind.WORKER_STOPPED(error=type(error).__name__)
        return {name: _crashed(name, ReasonKind.WORKER_LOST) for name in asked}, "", [note]
    runs = {name: _crashed(name, ReasonKind.NO_RESULT) for name in asked}
    runs |= {run.exercise: run for run in result.exercises if run.exercise in runs}
    notes = [_run_note(note) for note in result.notes]
    return runs, result.isolation.value, notes


def _run_note(note: CellNote) -> Notice:
    reason = note.reason
    fields = {"event": reason.kind.name.lower(), "cell": reason.cell, "notebook": note.notebook}
    return NoticeKind.RUN(text=str(note)[:MAX_NOTE], **fields)


def _crashed(exercise: str, why: ReasonKind) -> ExerciseRun:
    return ExerciseRun(exercise, RunStatus.CRASHED, (), Reason(why))
