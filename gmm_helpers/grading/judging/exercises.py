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
    RAISED,
    AnswerKey,
    Case,
    Diagnosis,
    Outcome,
    Status,
    Verdict,
    judge,
)
from ..jail import ExerciseRun, Limits
from ..rows import Row
from .quoting.outcomes import masked, masked_sentence
from .quoting.public_facts import seconds_of
from .quoting.student_source import OwnSource
from .quoting.templates import Known

__all__ = ["OUT_OF_TIME", "cases_of", "judged", "key_of", "plain_row"]

_STOPPED = {
    Status.TIMEOUT: "It took longer than is allowed and was stopped.",
    Status.MEMORY: "It took more memory than is allowed and was stopped.",
    Status.CRASHED: "Its process ended before all cases were tried.",
}
_LIMITS = Limits()
OUT_OF_TIME = "out of time"
_NO_FAULT = (Status.MISSING, Status.NEEDS_REVIEW, Status.NOT_ATTEMPTED)


@lru_cache(maxsize=64)
def key_of(exercise: str, seed: int) -> AnswerKey:
    """The answers to an exercise's cases of one seed: one key for a whole class."""
    return AnswerKey(EXERCISES[exercise], cases_of(exercise, seed))


def cases_of(exercise: str, seed: int) -> list[Case]:
    """The cases that everybody in a class is tried on; other exercises do not change them."""
    rng = np.random.default_rng([seed, crc32(exercise.encode())])
    return EXERCISES[exercise].cases(rng)


def judged(
    run: ExerciseRun,
    key: AnswerKey,
    notebook: str,
    own: OwnSource,
    limits: Limits = _LIMITS,
    elsewhere: Sequence[Diagnosis] = (),
) -> Row:
    """Judge one exercise; whatever the outcomes hold, there is a row.

    Parameters
    ----------
    run : ExerciseRun
        Its outcomes come from a process in which anything may have happened.
    key : AnswerKey
    notebook : str
    own : OwnSource
        The student's: what stands there may be quoted.
    limits : Limits, optional
        Under which it ran.
    elsewhere : sequence of Diagnosis, optional
        What is wrong outside of its own cell, if it is wrong.

    Returns
    -------
    Row
    """
    seconds = seconds_of(limits)
    told = _sentence(run.message, own, seconds)
    name, points = key.exercise.name, float(key.exercise.points)
    if run.status in ("undefined", "not a function"):
        told = " ".join([told, *(diagnosis.message for diagnosis in elsewhere)]).strip()
        return _without_function(run, notebook, points, told)
    out_of_time = (OUT_OF_TIME,) if _is_out_of_time(run) else ()
    if run.status in _STOPPED and not run.outcomes:  # not wrong: it was never called
        message = told or _STOPPED[run.status]
        return plain_row(notebook, name, points, Status(run.status), message, *out_of_time)
    try:
        with np.errstate(all="ignore"):  # it may have returned any numbers
            verdict = _verdict(run, key, own, seconds, told)
        if verdict.failures:
            verdict = replace(verdict, diagnoses=(*elsewhere, *verdict.diagnoses))
        text = as_text(verdict, values=False, hinted=False)
        card = as_html(verdict, values=False, hinted=False)
    except Exception as error:  # an outcome that no honest process sends
        message = f"What it returned could not be judged ({type(error).__name__}): please look."
        return plain_row(notebook, name, points, Status.NEEDS_REVIEW, message)
    status = _status(run, verdict)
    named = tuple(diagnosis.name for diagnosis in verdict.diagnoses)
    return Row(notebook, name, verdict.score, points, status, text, card, named + out_of_time)


def _is_out_of_time(run: ExerciseRun) -> bool:
    """Whether there was no time to try everything, which need not be this function's fault."""
    return run.status == Status.TIMEOUT and run.message.endswith(("not tried", "was over"))


def _without_function(run: ExerciseRun, notebook: str, points: float, told: str) -> Row:
    name = run.exercise
    message = told or f"After the cells there is no function {name}."
    status = Status.ERROR if run.status == "undefined" else Status.INCORRECT
    return plain_row(notebook, name, points, status, message, run.status)


def plain_row(notebook: str, name: str, points: float, status: Status, message: str, *named) -> Row:
    """A row without points for what has no verdict, with a card that says why."""
    look = Status.NOT_ATTEMPTED if status in _NO_FAULT else Status.INCORRECT
    headline = f"{name}: {status}, 0 of {points:g} points."
    if status in _NO_FAULT:
        headline = f"{name}: {status}."
    card = framed(headline, look, [message])
    return Row(notebook, name, 0.0, points, status, message, card, named)


def _verdict(
    run: ExerciseRun, key: AnswerKey, own: OwnSource, seconds: frozenset[str], told: str
) -> Verdict:
    outcomes = masked(run.outcomes, key, own, seconds)
    if not outcomes:
        outcomes = [Outcome(error="it was not tried", timed_out=True, untried=True)]
    verdict = judge(key, outcomes)
    if run.status not in _STOPPED:
        return verdict
    stopped = Diagnosis(run.status, told or _STOPPED[run.status])
    others = [found for found in verdict.diagnoses if found.name not in RAISED]
    return replace(verdict, diagnoses=(stopped, *others))


def _sentence(text: str, own: OwnSource, seconds: frozenset[str]) -> str:
    said = masked_sentence(text, own, Known(own.names, seconds=seconds)) if text else ""
    end = "" if said.endswith((".", "…", ")")) else "."
    said = f"code {said}" if said.startswith("cell ") else said  # text is not counted
    first = said[:1] if said.partition(" ")[0] in EXERCISES else said[:1].upper()  # not E_step
    return f"{first}{said[1:]}{end}" if said else ""


def _status(run: ExerciseRun, verdict: Verdict) -> Status:
    """What happened comes before how right it is; the score says that."""
    if run.status in _STOPPED:
        return Status(run.status)
    tried = [failure.outcome for failure in verdict.failures]
    if any(outcome.timed_out and not outcome.untried for outcome in tried):
        return Status.TIMEOUT
    if len(tried) == verdict.n_cases and all(outcome.error for outcome in tried):
        return Status.ERROR
    return verdict.status
