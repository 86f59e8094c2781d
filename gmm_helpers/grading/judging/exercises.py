"""From what came out of a student's process to one row: score, status, message, card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from zlib import crc32

import numpy as np

from ...checks.cards import as_html, as_text, framed
from ...exercises import (
    EXERCISES,
    AnswerKey,
    CallStatus,
    Case,
    Diagnosis,
    Outcome,
    Status,
    Verdict,
    judge,
)
from ...exercises.statuses import RunStatus
from ..jail import ExerciseRun, reasons
from ..rows import Row
from .quoting.exceptions import mask_reason
from .quoting.outcomes import mask_outcomes
from .quoting.student_source import OwnSource
from .quoting.templates import Known

__all__ = ["build_key", "build_row", "draw_cases", "judge_best", "judge_run"]

# Where a run did not get to its end; what was judged before counts.
_STOPPED = {
    RunStatus.TIMEOUT: "It took longer than is allowed and was stopped.",
    RunStatus.MEMORY: "It took more memory than is allowed and was stopped.",
    RunStatus.CRASHED: "Its process ended before all cases were tried.",
}
_NEUTRAL = (Status.MISSING, Status.NEEDS_REVIEW, Status.NOT_ATTEMPTED)  # nothing is wrong yet


@lru_cache(maxsize=64)
def build_key(exercise: str, seed: int) -> AnswerKey:
    """The answers to an exercise's cases of one seed: one key for a whole class."""
    return AnswerKey(EXERCISES[exercise], draw_cases(exercise, seed))


def draw_cases(exercise: str, seed: int) -> list[Case]:
    """The cases that everybody in a class is tried on; other exercises do not change them."""
    rng = np.random.default_rng([seed, crc32(exercise.encode())])
    return EXERCISES[exercise].cases(rng)


def judge_best(
    run: ExerciseRun,
    key: AnswerKey,
    notebook: str,
    own: OwnSource,
    other_cells: Sequence[Diagnosis] = (),
    change: str = "",
    helper_counts: bool = False,
) -> Row:
    """Judge a function as it is after the last cell, and as its checks saw it: the better counts.

    `change` is what the cells below a check did to it, as a sentence for the student.
    """
    at_end = judge_run(run, key, notebook, own, other_cells, helper_counts=helper_counts)
    rows = [
        judge_run(earlier, key, notebook, own, (), [change], helper_counts)
        for earlier in run.earlier
    ]
    best = max([at_end, *rows], key=lambda row: row.score)
    return best if best is at_end else best._replace(end_score=at_end.score)


def judge_run(
    run: ExerciseRun,
    key: AnswerKey,
    notebook: str,
    own: OwnSource,
    other_cells: Sequence[Diagnosis] = (),
    more: Sequence[str] = (),
    helper_counts: bool = False,
) -> Row:
    """Judge one exercise; whatever the outcomes hold, which are untrusted, there is a row.

    What stands in the student's `own` source may be quoted. `other_cells` say what is wrong
    there, if the result is wrong; `more` is said at the end. What calls a helper that solves the
    exercise earns points only if `helper_counts`.
    """
    why = mask_reason(run.reason, own, Known(own.names)).sentence if run.reason else ""
    name, points = key.exercise.name, float(key.exercise.points)
    if run.status in (RunStatus.UNDEFINED, RunStatus.NOT_A_FUNCTION):
        status = Status.ERROR if run.status is RunStatus.UNDEFINED else Status.INCORRECT
        why = " ".join([why, *(diagnosis.message for diagnosis in other_cells)]).strip()
        message = why or f"No function {name} is defined after all cells have run."
        return build_row(notebook, name, points, status, message, run.status.value)
    # There was no time to try everything, which need not be this function's fault.
    out_of_time = run.reason is not None and run.reason.kind in reasons.OUT_OF_TIME
    if run.status in _STOPPED and not run.outcomes:  # not wrong: it was never called
        status, message = Status[run.status.name], why or _STOPPED[run.status]
        row = build_row(notebook, name, points, status, message)
        return row._replace(out_of_time=out_of_time)
    try:
        with np.errstate(all="ignore"):  # it may have returned any numbers
            verdict = _judge_outcomes(run, key, own, why)
        if verdict.failures:
            verdict = replace(verdict, diagnoses=_with_causes(verdict, other_cells))
        if verdict.calls_helper and not helper_counts:
            verdict = replace(verdict, score=0.0, status=Status.INCORRECT)
        text = as_text(verdict, values=False, hinted=False, more=more)
        card = as_html(verdict, values=False, hinted=False, more=more)
    except Exception as error:  # an outcome that no honest process sends
        message = f"What it returned could not be judged ({type(error).__name__}): please review."
        return build_row(notebook, name, points, Status.NEEDS_REVIEW, message)
    status = _choose_status(run, verdict)
    named = tuple(diagnosis.name for diagnosis in verdict.diagnoses)
    return Row(notebook, name, verdict.score, points, status, text, card, named, out_of_time)


def build_row(notebook: str, name: str, points: float, status: Status, message: str, *named) -> Row:
    """A row without points for what has no verdict, with a card that says why."""
    color = Status.NOT_ATTEMPTED if status in _NEUTRAL else Status.INCORRECT
    headline = f"{name}: {status}, 0 of {points:g} points."
    if status in _NEUTRAL:
        headline = f"{name}: {status}."
    card = framed(headline, color, [message])
    return Row(notebook, name, 0.0, points, status, message, card, named)


def _judge_outcomes(run: ExerciseRun, key: AnswerKey, own: OwnSource, why: str) -> Verdict:
    outcomes = mask_outcomes(run.outcomes, key, own) or [Outcome(status=CallStatus.UNTRIED)]
    verdict = judge(key, outcomes, own.function(key.exercise.name), run.calls_helper)
    if run.status not in _STOPPED:
        return verdict
    stopped = Diagnosis(run.status.value, why or _STOPPED[run.status])
    others = [diagnosis for diagnosis in verdict.diagnoses if not diagnosis.quotes_error]
    return replace(verdict, diagnoses=(stopped, *others))


def _with_causes(verdict: Verdict, causes: Sequence[Diagnosis]) -> tuple[Diagnosis, ...]:
    """What is wrong in other cells comes first; where that is why it raised, that is said once."""
    if not any(cause.quotes_error for cause in causes):
        return (*causes, *verdict.diagnoses)
    lines = [failure.outcome.line for failure in verdict.failures if failure.outcome.line]
    at = f" It happened at {lines[0]}" if lines else ""
    told = [c._replace(message=f"{c.message}{at}") if c.quotes_error else c for c in causes]
    return (*told, *(each for each in verdict.diagnoses if not each.quotes_error))


def _choose_status(run: ExerciseRun, verdict: Verdict) -> Status:
    """What happened comes before how right it is; the score says that."""
    if run.status in _STOPPED:
        return Status[run.status.name]
    failed = [failure.outcome for failure in verdict.failures]
    if any(outcome.status is CallStatus.TIMED_OUT for outcome in failed):
        return Status.TIMEOUT
    if len(failed) == verdict.n_cases and not any(outcome.returned for outcome in failed):
        return Status.ERROR
    return verdict.status
