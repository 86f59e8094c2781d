"""What a function earns on the hidden cases; nothing that its process has made is in a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...exercises import AnswerKey, CallStatus, Failure, Outcome, Status, Verdict, judge
from ...exercises.judging.verdicts import HELPER_CALLED, NOT_BEGUN
from ...exercises.running.endings import describe_ending
from ...exercises.statuses import RunStatus
from ...exercises.symptoms.source import FunctionSource
from ..jail import ExerciseRun, Reason, reasons
from ..rows import Replaced

__all__ = ["STOPPED", "Mark", "best_mark", "judge_outcomes", "mark_of"]

# Where a run did not get to its end; what was judged before counts.
STOPPED = {
    RunStatus.TIMEOUT: "It took longer than is allowed and was stopped.",
    RunStatus.MEMORY: "It took more memory than is allowed and was stopped.",
    RunStatus.CRASHED: "Its process ended before all cases were tried.",
}
MAX_CASES = 4


@dataclass(frozen=True)
class Mark:
    """Points and status of a function, with words of our own only.

    A function is given the hidden inputs, so whatever it raises, returns or is called may quote
    them. None of that is kept: only numbers, statuses, names of cases and of mistakes.

    Parameters
    ----------
    verdict : Verdict, optional
        Without failures and what is said of them; None where there was nothing to judge.
    says : str
        What happened, where the public cases do not show it.
    failed : tuple of str
        Names of the cases that count and failed.
    named : tuple of str
        The mistakes, by name.
    run_status : RunStatus
        The first thing that went wrong, or that nothing did.
    is_settled : bool
        Whether a run on public cases would show no more.
    state : int, optional
        Which of the earlier states of the function counts; None for that after the last cell.
    end_score : float, optional
        What the function earns after the last cell, where an earlier state counts.
    replaced : tuple of Replaced
        The student's other functions in whose place ours stood, where that gave the points.
    own_score : float
        What it earns without that.
    """

    exercise: str
    status: Status
    score: float
    points: float
    verdict: Verdict | None = None
    says: str = ""
    failed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    run_status: RunStatus = RunStatus.RAN
    out_of_time: bool = False
    is_settled: bool = False
    state: int | None = None
    end_score: float | None = None
    replaced: tuple[Replaced, ...] = ()
    own_score: float = 0.0

    @property
    def is_full(self) -> bool:
        """Whether it earns all points."""
        return self.score == self.points


def best_mark(
    run: ExerciseRun, key: AnswerKey, source: FunctionSource | None, helper_counts: bool = False
) -> Mark:
    """Judge a function after the last cell and as its checks saw it: the better counts."""
    at_end, *earlier = (mark_of(r, key, source, helper_counts) for r in (run, *run.earlier))
    best = max([at_end, *earlier], key=lambda mark: mark.score)
    if best is at_end:
        return at_end
    return replace(best, state=earlier.index(best), end_score=at_end.score)


def mark_of(
    run: ExerciseRun,
    key: AnswerKey,
    source: FunctionSource | None = None,
    helper_counts: bool = False,
) -> Mark:
    """Judge one exercise; whatever the outcomes hold, which are untrusted, there is a mark.

    What calls a helper that solves the exercise earns points only if `helper_counts`.
    """
    told = run.reason and run.reason._replace(exception=None, line=None)
    nothing = Mark(
        key.exercise.name,
        Status.NEEDS_REVIEW,
        0.0,
        float(key.exercise.points),
        says=told.sentence if told else "",
        run_status=run.status,
        # There was no time to try everything, which need not be this function's fault.
        out_of_time=told is not None and told.kind in reasons.OUT_OF_TIME,
        is_settled=told == run.reason,
    )
    if run.status in (RunStatus.UNDEFINED, RunStatus.NOT_A_FUNCTION):
        status = Status.ERROR if run.status is RunStatus.UNDEFINED else Status.INCORRECT
        says = (
            nothing.says or f"No function {nothing.exercise} is defined after all cells have run."
        )
        return replace(nothing, status=status, says=says, named=(run.status.value,))
    if run.status in STOPPED and not run.outcomes:  # not wrong: it was never called
        status = Status[run.status.name]
        return replace(nothing, status=status, says=nothing.says or STOPPED[run.status])
    try:
        verdict = judge_outcomes(run, key, source)
    except Exception as error:  # an outcome that no honest process sends
        says = f"What it returned could not be judged ({type(error).__name__}): please review."
        return replace(nothing, says=says, is_settled=True)
    if verdict.calls_helper and not helper_counts:
        verdict = replace(verdict, score=0.0, status=Status.INCORRECT)
    kept = tuple(each for each in verdict.diagnoses if each == NOT_BEGUN)
    tried = [each for each in verdict.failures if each.outcome.status is not CallStatus.UNTRIED]
    stopped = (run.status.value,) if run.status in STOPPED else ()
    helper = (HELPER_CALLED,) if verdict.calls_helper else ()
    return replace(
        nothing,
        status=_choose_status(run, verdict),
        score=verdict.score,
        verdict=replace(verdict, failures=(), diagnoses=kept, remarks=helper),
        says="" if kept else _in_words(verdict, tried, told if stopped else None),
        failed=tuple(failure.case.name for failure in tried),
        named=(*stopped, *(mistake.name for mistake in verdict.diagnoses)),
        is_settled=verdict.diagnoses == kept and not (verdict.failures or verdict.remarks),
    )


def judge_outcomes(
    run: ExerciseRun,
    key: AnswerKey,
    source: FunctionSource | None,
    calls_helper: bool = False,
    likely: Sequence[str] = (),
) -> Verdict:
    """The verdict on what came of calls, which may be any numbers and any number of them."""
    outcomes: Sequence[Outcome] = run.outcomes[: len(key.cases)]
    outcomes = outcomes or [Outcome(status=CallStatus.UNTRIED)]
    with np.errstate(all="ignore"):
        return judge(key, outcomes, source, calls_helper or run.calls_helper, likely)


def _in_words(verdict: Verdict, tried: Sequence[Failure], stopped: Reason | None) -> str:
    """Which cases fail and how the first of them ended: kinds and names, no values."""
    if not tried and stopped:
        return stopped.sentence
    if not tried and verdict.status in (Status.NOT_ATTEMPTED, Status.UNFINISHED):
        return "It stopped at something that is not written yet."
    if not tried:
        return " ".join(f"Noticed: {mistake.name}." for mistake in verdict.diagnoses)
    first = tried[0]
    how = "returned another result"
    if not first.outcome.returned:
        how = describe_ending(replace(first.outcome, exception=None))
    names = [failure.case.name for failure in tried]
    more = f" and {len(names) - MAX_CASES} more" if len(names) > MAX_CASES else ""
    count = f"{len(names)} of {verdict.n_cases} cases ({'; '.join(names[:MAX_CASES])}{more})"
    said = f"It is wrong in {count}: on {first.case.name} it {how}."
    return f"{stopped.sentence} {said}" if stopped else said


def _choose_status(run: ExerciseRun, verdict: Verdict) -> Status:
    """What happened comes before how right it is; the score says that."""
    if run.status in STOPPED:
        return Status[run.status.name]
    failed = [failure.outcome for failure in verdict.failures]
    if any(outcome.status is CallStatus.TIMED_OUT for outcome in failed):
        return Status.TIMEOUT
    is_begun = verdict.status is Status.UNFINISHED  # a raise that stands for what is to be written
    if len(failed) == verdict.n_cases and not is_begun and not any(o.returned for o in failed):
        return Status.ERROR
    return verdict.status
