"""What is said of a function: words from a run on public cases, points from the hidden ones.

The process of the second run has seen nothing secret, so what it raised and returned is quoted in
full. Of the first run there is only its `Mark`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ...checks.cards import as_html, as_text
from ...exercises import AnswerKey, CallStatus, Diagnosis, Status, Verdict
from ...exercises.statuses import RunStatus
from ...exercises.symptoms.source import FunctionSource
from ..jail import ExerciseRun
from ..rows import Row
from .exercises import build_row
from .marks import STOPPED, Mark, judge_outcomes

__all__ = ["Shown", "row_of", "run_that_counts"]


class Shown(NamedTuple):
    """What came of a function on the public cases of an exercise."""

    run: ExerciseRun
    key: AnswerKey
    seed: int
    source: FunctionSource | None = None


def run_that_counts(run: ExerciseRun, mark: Mark) -> ExerciseRun | None:
    """Of a public run that of the state of the function that counts, if there is one."""
    if mark.state is None:
        return run
    return run.earlier[mark.state] if mark.state < len(run.earlier) else None


def row_of(
    notebook: str,
    mark: Mark,
    shown: Shown | None = None,
    causes: Sequence[Diagnosis] = (),
    more: Sequence[str] = (),
) -> Row:
    """The row of one exercise, whatever its process has sent.

    `causes` say what is wrong in other cells, if the result is wrong; `more` is said at the end.
    """
    if mark.verdict is None:
        return _without_verdict(notebook, mark, shown, causes)
    try:
        told = _public_verdict(mark, shown, causes) if shown else None
        if shown and told:
            named = tuple(diagnosis.name for diagnosis in told.diagnoses)
            said = tuple("" if each.quotes_error else each.message for each in told.diagnoses)
            more = [*_beside(mark, told), *more]
            return _with_verdict(notebook, mark, told, named, more, shown.seed)._replace(said=said)
    except Exception:  # an outcome that no honest process sends
        pass
    causes = causes if mark.says else ()
    named = (*(cause.name for cause in causes), *mark.named)
    return _with_verdict(notebook, mark, _hidden_verdict(mark, shown, causes), named, more)


def _without_verdict(
    notebook: str, mark: Mark, shown: Shown | None, causes: Sequence[Diagnosis]
) -> Row:
    says = mark.says
    if shown and shown.run.reason and shown.run.status is mark.run_status:
        says = shown.run.reason.sentence
    if mark.run_status in (RunStatus.UNDEFINED, RunStatus.NOT_A_FUNCTION):
        says = " ".join([says, *(cause.message for cause in causes)])
    row = build_row(notebook, mark.exercise, mark.points, mark.status, says, *mark.named)
    return row._replace(out_of_time=mark.out_of_time)


def _with_verdict(
    notebook: str,
    mark: Mark,
    verdict: Verdict,
    named: tuple[str, ...],
    more: Sequence[str],
    seed: int | None = None,
) -> Row:
    text = as_text(verdict, hinted=False, more=more, seed=seed)
    card = as_html(verdict, hinted=False, more=more, seed=seed)
    about = mark.score, mark.points, mark.status, text, card, named
    row = Row(notebook, mark.exercise, *about, mark.out_of_time, mark.end_score)
    return row._replace(replaced=mark.replaced)


def _public_verdict(mark: Mark, shown: Shown, causes: Sequence[Diagnosis]) -> Verdict | None:
    """What the public run shows, with the points of the hidden one; None if it shows nothing."""
    run, hidden = shown.run, mark.verdict
    if hidden is None or not run.outcomes:
        return None
    if run.status in STOPPED and run.status is not mark.run_status:
        return None
    verdict = judge_outcomes(run, shown.key, shown.source, hidden.calls_helper, mark.named)
    if mark.failed and not (verdict.failures or verdict.diagnoses):
        return None
    if mark.is_full and verdict.failures:
        return None
    # What hidden cases do not show costs nothing there.
    diagnoses = tuple(d if d.name in mark.named else _without_cost(d) for d in verdict.diagnoses)
    if run.status in STOPPED:
        why = run.reason.sentence if run.reason else STOPPED[run.status]
        others = [diagnosis for diagnosis in diagnoses if not diagnosis.quotes_error]
        diagnoses = (Diagnosis(run.status.value, why), *others)
    verdict = replace(verdict, status=hidden.status, score=hidden.score, diagnoses=diagnoses)
    return _with_causes(verdict, causes) if verdict.failures else verdict


def _hidden_verdict(mark: Mark, shown: Shown | None, causes: Sequence[Diagnosis]) -> Verdict:
    """Without a public run that shows it: which hidden cases fail, and how."""
    verdict = mark.verdict
    assert verdict is not None, "there is something to say only of what was judged"
    if not mark.says:
        return verdict
    says = mark.says
    if shown and shown.run.status is RunStatus.RAN and mark.failed:
        says = f"It is right on the public cases (seed {shown.seed}), but not on others. {says}"
    told = " ".join([says, *(cause.message for cause in causes)])
    return replace(verdict, diagnoses=(Diagnosis("", told),))


def _without_cost(diagnosis: Diagnosis) -> Diagnosis:
    return diagnosis._replace(cost=None)


def _with_causes(verdict: Verdict, causes: Sequence[Diagnosis]) -> Verdict:
    """What is wrong in other cells comes first; where that is why it raised, that is said once."""
    if not any(cause.quotes_error for cause in causes):
        return replace(verdict, diagnoses=(*causes, *verdict.diagnoses))
    lines = [failure.outcome.line for failure in verdict.failures if failure.outcome.line]
    at = f" It happened at {lines[0]}" if lines else ""
    told = [c._replace(message=f"{c.message}{at}") if c.quotes_error else c for c in causes]
    others = [each for each in verdict.diagnoses if not each.quotes_error]
    return replace(verdict, diagnoses=(*told, *others))


def _beside(mark: Mark, verdict: Verdict) -> list[str]:
    """Where other cases gave the points than those that are shown, which."""
    if not verdict.failures or verdict.status is Status.UNFINISHED or not mark.says:
        return []
    tried = [f for f in verdict.failures if f.outcome.status is not CallStatus.UNTRIED]
    same = {*mark.failed} == {failure.case.name for failure in tried}
    return [] if same else [f"The points come from other cases. {mark.says}"]
