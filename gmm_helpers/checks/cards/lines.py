"""What a verdict says, line by line, before it is typeset for a card or for plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...drawing.typesetting import capitalize
from ...exercises import CallStatus, Diagnosis, Failure, Status, Verdict
from ...exercises.definition import Cost

__all__ = ["COSTS", "Line", "headline", "lines_of", "repeat_lines"]

MAX_CASES = 4

# What is said of a topic that has a share of its own in the points.
_LESSONS = {
    "far": "Samples far away are worth a third of the points here, because logarithms are what "
    "this exercise is about.",
    "whole": "Whether the count is an integer is worth a quarter of the points.",
    "labels": "Folds that are not numbered 0, 1, 2, ... are worth a quarter of the points here.",
    "zeros": "Cases with responsibilities of exactly 0 are worth a third of the points here.",
}

COSTS = {
    Cost.NOTHING: "It is too small to cost points.",
    Cost.A_QUARTER: "This costs a quarter of the points, however many cases show it.",
}


class Line(NamedTuple):
    """A paragraph.

    Parameters
    ----------
    text : str
    title : str, default=""
        The name of a mistake, before the text.
    source : str, default=""
        The student's own line, after the text.
    code : tuple of str
        Lines to copy, below the text.
    verbatim : tuple of str
        Parts of the text that are quoted as they are.
    pictured : bool, default=False
        Whether a picture, if there is one, shows what the text says.
    """

    text: str = ""
    title: str = ""
    source: str = ""
    code: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()
    pictured: bool = False


def headline(verdict: Verdict) -> str:
    """Exercise, status and points."""
    points = f", {verdict.score:g} of {verdict.points:g} points"
    if verdict.status in (Status.NOT_ATTEMPTED, Status.UNFINISHED) or not verdict.points:
        points = ""
    return f"{verdict.exercise}: {verdict.status}{points}."


def lines_of(
    verdict: Verdict, values: bool, hinted: bool, seed: int | None, function: str | None
) -> list[Line]:
    """What follows the headline: what is wrong, where it shows, how to repeat it, how often."""
    remarks = _remarks(verdict, hinted)
    if verdict.calls_helper and not verdict.score:  # which is why, whatever else there is to say
        before, after = remarks[:1], remarks[1:]
    else:
        before, after = [], remarks
    if not verdict.failures or verdict.status == Status.UNFINISHED:
        return [*before, *_in_short(verdict), *after]
    tried = [f for f in verdict.failures if f.outcome.status is not CallStatus.UNTRIED]
    return [
        *before,
        *(line for mistake in verdict.diagnoses for line in _mistake(verdict, mistake, values)),
        *_first_case(verdict, values),
        *_repeat(verdict, function, seed),
        *after,
        Line(" ".join([_count(verdict, tried), *_lessons(verdict, tried)])),
    ]


def repeat_lines(exercise: str, function: str, seed: int) -> tuple[str, str]:
    """Lines of code that call a function again on the first case it failed on.

    Examples
    --------
    >>> print(*repeat_lines("e_step", "e_step", 4821), sep="\\n")
    case = check(e_step, seed=4821).case
    e_step(*case.arguments)  # expected: case.expected
    """
    name = "" if function == exercise else f', "{exercise}"'
    return (
        f"case = check({function}{name}, seed={seed}).case",
        f"{function}(*case.arguments)  # expected: case.expected",
    )


def _repeat(verdict: Verdict, function: str | None, seed: int | None) -> list[Line]:
    exercise = verdict.exercise
    if seed is None or verdict.failures[0].outcome.stopped:  # it would not return this time either
        return []
    if function == "":  # it has no name of its own
        how = "To repeat it, with your function as f:"
        return [Line(how, code=repeat_lines(exercise, "f", seed))]
    return [Line("To repeat it:", code=repeat_lines(exercise, function or exercise, seed))]


def _in_short(verdict: Verdict) -> list[Line]:
    if verdict.diagnoses:
        return _sentences(verdict.diagnoses[0])
    return [Line(f"It agrees with the tested helper in all {verdict.n_cases} cases.")]


def _remarks(verdict: Verdict, hinted: bool) -> list[Line]:
    lines = [line for remark in verdict.remarks for line in _sentences(remark)]
    cost = "" if not hinted else " Until then it may earn no points when the notebook is graded."
    if verdict.calls_helper:  # the first remark says that
        cost = cost if verdict.score else " Until then it earns no points."
        lines[0] = lines[0]._replace(text=lines[0].text + cost)
    return lines


def _mistake(verdict: Verdict, mistake: Diagnosis, values: bool) -> list[Line]:
    numbers = mistake.numbers if values else ""
    first, *others = _sentences(mistake, _quoted(verdict), numbers)
    title = f"{capitalize(mistake.name)}." if mistake.name else ""
    return [first._replace(title=title), *others]


def _sentences(diagnosis: Diagnosis, verbatim: Iterable[str] = (), numbers: str = "") -> list[Line]:
    """What a diagnosis says, and the student's line that it is about."""
    cost = COSTS[diagnosis.cost] if diagnosis.cost else ""
    text = " ".join(filter(None, [diagnosis.message, cost, numbers]))
    lines = [Line(text, verbatim=tuple(verbatim))]
    at = diagnosis.line
    if at:
        lines.append(Line(f"Look at line {at.number} of the cell:", source=at.text))
    return lines


def _quoted(verdict: Verdict) -> tuple[str, ...]:
    """What the student's code raised, and in which line."""
    outcomes = [failure.outcome for failure in verdict.failures]
    return tuple({str(part) for one in outcomes for part in (one.exception, one.line) if part})


def _first_case(verdict: Verdict, values: bool) -> list[Line]:
    first = verdict.failures[0]
    if verdict.diagnoses and verdict.diagnoses[0].quotes_error and not first.outcome.returned:
        how = f"it raised {first.outcome.exception.type}" if first.outcome.exception else ""
        how = how or "it did not return a result"
        return [Line(f"Tried on {first.case.name}: {how}.")]  # the rest has been said
    if values:
        tried = f"Tried on {first.case.name}: {first.problem}"
        return [Line(tried, verbatim=_quoted(verdict), pictured=True)]
    return [] if verdict.diagnoses else [Line(f"It fails on {first.case.name}.")]


def _lessons(verdict: Verdict, tried: Sequence[Failure]) -> list[str]:
    """Which of the cases are worth more than others, where some are right."""
    failed = {failure.case.topic for failure in tried}
    some = len(verdict.failures) < verdict.n_cases
    return [_LESSONS[topic] for topic in verdict.shares if some and topic in failed]


def _count(verdict: Verdict, tried: Sequence[Failure]) -> str:
    """In how many cases it is wrong, in which, and why it earns nothing if it does not."""
    n_cases, n_right = verdict.n_cases, verdict.n_cases - len(verdict.failures)
    n_untried = len(verdict.failures) - len(tried)
    count = f"Wrong in {len(tried)} of {n_cases} cases"
    if len(tried) == n_cases:
        count = f"Wrong in all {n_cases} cases" if n_cases > 1 else "Wrong in the only case"
    if n_untried:
        count += f"; {n_untried} more were not tried, because earlier calls did not return"
    elif verdict.status == Status.PARTIAL and n_right:
        names = [failure.case.name for failure in tried]
        more = f" and {len(names) - MAX_CASES} more" if len(names) > MAX_CASES else ""
        count += f": {'; '.join(names[:MAX_CASES])}{more}"
    if verdict.score or verdict.calls_helper:  # that alone may be why it earns nothing
        return f"{count}."
    if n_right:
        return f"{count}. No points yet: they begin when a quarter of the cases is right."
    return f"{count}. No points yet."
