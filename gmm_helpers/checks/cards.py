"""How a verdict reads: as a card in a notebook, as text elsewhere, in the same words."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from ..exercises import CallStatus, Status, Verdict
from .card_pictures import picture_of
from .typesetting import capitalize, typeset, typeset_plain

__all__ = ["SIGNS", "as_html", "as_text", "framed"]

MAX_CASES = 4

SIGNS = {
    Status.CORRECT: "✓",
    Status.PARTIAL: "½",
    Status.INCORRECT: "✗",
    Status.NOT_ATTEMPTED: "…",
}
# Colour and background of each status: AA contrast, under a dark theme too.
_COLORS = {
    Status.CORRECT: ("#00664A", "#EEF8F4"),
    Status.PARTIAL: ("#7A4F00", "#FDF6E7"),
    Status.INCORRECT: ("#A63D00", "#FDF3EE"),
    Status.NOT_ATTEMPTED: ("#595959", "#F3F3F3"),
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
    if verdict.status == Status.NOT_ATTEMPTED:
        points = ""
    return f"{verdict.exercise}: {verdict.status}{points}."


def _lines(verdict: Verdict, values: bool, hinted: bool, typeset: Callable) -> list[str]:
    """What a verdict says, typeset for the reader it is meant for."""
    if verdict.failures:
        lines = [typeset(_summary(verdict)), *_mistakes(verdict, values, typeset)]
    elif verdict.diagnoses:
        lines = [typeset(verdict.diagnoses[0].message)]
    else:
        lines = [typeset(_summary(verdict))]
    if hinted and verdict.status != Status.CORRECT:
        lines.append(typeset(f'For a hint: hint("{verdict.exercise}")'))
    return lines


def _summary(verdict: Verdict) -> str:
    n_wrong, n_cases = len(verdict.failures), verdict.n_cases
    if verdict.status == Status.CORRECT:
        return f"It agrees with the tested helper in all {n_cases} cases."
    untried = sum(f.outcome.status is CallStatus.UNTRIED for f in verdict.failures)
    rest = f" Cases not tried: {untried}." if untried else ""
    if verdict.status == Status.INCORRECT:
        gate = (
            ", including the ordinary one; the others earn points only once that is right"
            if n_wrong < n_cases
            else ""
        )
        return f"It is wrong in {n_wrong - untried} of {n_cases} cases{gate}.{rest}"
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
        sentences = [f"{capitalize(mistake.name)}.", mistake.message]
        if values and mistake.numbers:
            sentences.append(mistake.numbers)
        named.append(typeset(" ".join(sentences), quoted))
    if verdict.diagnoses and verdict.diagnoses[0].quotes_error and not first.outcome.returned:
        return [*named, typeset(f"Tried on {first.case.name}.")]  # what was raised has been said
    if values:
        return [*named, typeset(f"Tried on {first.case.name}: {first.problem}", quoted)]
    return named or [typeset(f"It fails on {first.case.name}.")]
