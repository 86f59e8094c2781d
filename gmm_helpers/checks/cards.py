"""How a verdict reads: as a card in a notebook, as text elsewhere, in the same words."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence

from ..exercises import CallStatus, Diagnosis, Status, Verdict
from .card_pictures import picture_of
from .typesetting import capitalize, typeset, typeset_plain

__all__ = ["SIGNS", "as_html", "as_text", "framed"]

MAX_CASES = 4

SIGNS = {
    Status.CORRECT: "✓",
    Status.PARTIAL: "½",
    Status.INCORRECT: "✗",
    Status.UNFINISHED: "✎",
    Status.NOT_ATTEMPTED: "…",
    Status.NOT_CHECKED: "-",
}
# Colour and background of each status: AA contrast, under a dark theme too.
_COLORS = {
    Status.CORRECT: ("#00664A", "#EEF8F4"),
    Status.PARTIAL: ("#7A4F00", "#FDF6E7"),
    Status.INCORRECT: ("#A63D00", "#FDF3EE"),
    Status.UNFINISHED: ("#1F5C99", "#EEF4FA"),
    Status.NOT_ATTEMPTED: ("#595959", "#F3F3F3"),
    Status.NOT_CHECKED: ("#6B4A8A", "#F5F1F8"),
}
# What is said of a topic that has a share of its own in the points.
_LESSONS = {
    "far": "Samples far away are worth a third of the points here, because logarithms are what "
    "this exercise is about.",
}


def as_text(
    verdict: Verdict, values: bool = True, hinted: bool = True, more: Sequence[str] = ()
) -> str:
    """Describe a verdict in a few lines.

    Parameters
    ----------
    values : bool, default=True
        Whether expected and returned values may be shown.
    hinted : bool, default=True
        Whether to say how to get a hint.
    more : sequence of str
        Sentences that follow.
    """
    first, *others = _lines(verdict, values, hinted, typeset_plain)
    return "\n".join([f"{_headline(verdict)} {first}", *others, *map(typeset_plain, more)])


def as_html(
    verdict: Verdict, values: bool = True, hinted: bool = True, more: Sequence[str] = ()
) -> str:
    """Describe a verdict on a card: the lines of `as_text`, and a picture where one helps.

    Parameters
    ----------
    values, hinted, more
        As for `as_text`.

    Returns
    -------
    str
        HTML.
    """
    picture = picture_of(verdict.exercise, verdict.failures) if values else ""
    lines = [*_lines(verdict, values, hinted, typeset), *map(typeset, more)]
    return _card(_headline(verdict), verdict.status, lines, picture)


def framed(headline: str, status: Status, lines: Sequence[str] = (), picture: str = "") -> str:
    """Put lines of plain text on a card with the colours of a status.

    Parameters
    ----------
    status : Status
        One of those of `Verdict`.
    lines : sequence of str
        Shown as they are; the first one stands beside the headline.
    picture : str
        HTML that follows the lines.

    Returns
    -------
    str
        HTML. A screen reader reads it out when it appears; nothing is said by colour alone.
    """
    return _card(headline, status, [html.escape(line) for line in lines], picture)


def _card(headline: str, status: Status, lines: Sequence[str], picture: str) -> str:
    color, background = _COLORS[status]
    first, *others = lines or [""]
    below = [f"<p>{line}</p>" for line in others] + ([f"<p>{picture}</p>"] if picture else [])
    return (
        f'<div role="status" style="border-left: 4px solid {color}; background: {background}; '
        f'color: #1A1A1A; padding: 0.1em 0.8em; max-width: 50em"><p><strong style="color: {color}">'
        f'<span aria-hidden="true">{SIGNS[status]}</span> {html.escape(headline)}</strong> '
        f"{first}</p>{''.join(below)}</div>"
    )


def _headline(verdict: Verdict) -> str:
    points = f", {verdict.score:g} of {verdict.points:g} points"
    if verdict.status in (Status.NOT_ATTEMPTED, Status.UNFINISHED):
        points = ""
    return f"{verdict.exercise}: {verdict.status}{points}."


def _lines(verdict: Verdict, values: bool, hinted: bool, typeset: Callable) -> list[str]:
    """What a verdict says, typeset for the reader it is meant for."""
    if verdict.failures and verdict.status != Status.UNFINISHED:
        lines = [typeset(_summary(verdict)), *_mistakes(verdict, values, typeset)]
        tried = [f for f in verdict.failures if f.outcome.status is not CallStatus.UNTRIED]
        failed = {failure.case.topic for failure in tried}
        lines += [typeset(_LESSONS[topic]) for topic in verdict.shares if topic in failed]
    elif verdict.diagnoses:
        lines = [_sentences(verdict.diagnoses[0], typeset)]
    else:
        lines = [typeset(_summary(verdict))]
    remarks = [typeset(remark.message) for remark in verdict.remarks]
    if verdict.calls_helper and not verdict.score:  # which is why, whatever else there is to say
        first, *remarks = remarks
        lines = [f"{first} {typeset('Until then it earns no points.')}", *lines]
    lines += remarks
    if verdict.calls_helper and verdict.score and hinted:
        lines.append(typeset("Until then it may earn no points when the notebook is graded."))
    if hinted and verdict.status != Status.CORRECT:
        lines.append(typeset(f'For a hint: hint("{verdict.exercise}")'))
    return lines


def _summary(verdict: Verdict) -> str:
    n_wrong, n_cases = len(verdict.failures), verdict.n_cases
    if not n_wrong:
        return f"It agrees with the tested helper in all {n_cases} cases."
    untried = sum(f.outcome.status is CallStatus.UNTRIED for f in verdict.failures)
    rest = f" Cases not tried: {untried}." if untried else ""
    if verdict.status == Status.INCORRECT:
        few = "; points begin when a quarter is right" if n_wrong < n_cases else ""
        few = "" if verdict.calls_helper else few  # that alone may be why it earns nothing
        first = (
            f", beginning with {verdict.failures[0].case.name}" if _error_is_said(verdict) else ""
        )
        return f"It is wrong in {n_wrong - untried} of {n_cases} cases{first or few}.{rest}"
    tried = [f for f in verdict.failures if f.outcome.status is not CallStatus.UNTRIED]
    names = [failure.case.name for failure in tried]
    more = f" and {len(names) - MAX_CASES} more" if len(names) > MAX_CASES else ""
    listed = "; ".join(names[:MAX_CASES]) + more
    return f"It is right in {n_cases - n_wrong} of {n_cases} cases, but not in: {listed}.{rest}"


def _mistakes(verdict: Verdict, values: bool, typeset: Callable) -> list[str]:
    """The mistakes by name, then the first failed case."""
    first = verdict.failures[0]
    # Quoted as they are: what the student's code raised, and in which line.
    outcomes = [failure.outcome for failure in verdict.failures]
    quoted = {str(part) for one in outcomes for part in (one.exception, one.line) if part}
    named = []
    for mistake in verdict.diagnoses:
        numbers = mistake.numbers if values else ""
        name = f"{capitalize(mistake.name)}."
        named.append(f"{typeset(name)} {_sentences(mistake, typeset, quoted, numbers)}")
    if _error_is_said(verdict):
        return named
    if values:
        return [*named, typeset(f"Tried on {first.case.name}: {first.problem}", quoted)]
    return named or [typeset(f"It fails on {first.case.name}.")]


def _error_is_said(verdict: Verdict) -> bool:
    """Whether the first mistake quotes what was raised on the first failed case."""
    quoted = verdict.diagnoses[0].quotes_error if verdict.diagnoses else False
    return quoted and not verdict.failures[0].outcome.returned


def _sentences(
    diagnosis: Diagnosis, typeset: Callable, quoted: Iterable[str] = (), numbers: str = ""
) -> str:
    """What a diagnosis says, and the student's line that it is about."""
    line = f"Look at {diagnosis.line}" if diagnosis.line else ""
    text = " ".join(filter(None, [diagnosis.message, numbers, line]))
    return typeset(text, {*quoted, str(diagnosis.line or "")})
