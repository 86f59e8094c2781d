"""How a verdict reads: in a notebook as a card, elsewhere as text, in both the same words."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from ..exercises import CallStatus, Status, Verdict
from .card_pictures import picture_of

__all__ = ["as_html", "as_text", "framed"]

MOST_CASES = 4
_STRESSED = re.compile(r"(?<![\w*])\*(\w[\w ]*)\*(?![\w*])")  # *words* in a message

# Colour, background and sign of each status: AA contrast, under a dark theme too.
_LOOK = {
    Status.CORRECT: ("#00664A", "#EEF8F4", "✓"),
    Status.PARTIAL: ("#7A4F00", "#FDF6E7", "½"),
    Status.INCORRECT: ("#A63D00", "#FDF3EE", "✗"),
    Status.NOT_ATTEMPTED: ("#595959", "#F3F3F3", "…"),
}


def as_text(verdict: Verdict, values: bool = True, hinted: bool = True) -> str:
    """Say a verdict in a few lines.

    Parameters
    ----------
    verdict : Verdict
    values : bool, default=True
        Whether expected and returned values may be shown.
    hinted : bool, default=True
        Whether to say how to get a hint.

    Returns
    -------
    str

    Examples
    --------
    >>> print(as_text(Verdict("e_step", Status.CORRECT, 5.0, 5.0, n_cases=18)))
    e_step: correct, 5 of 5 points. It agrees with the tested helper in all 18 cases.
    """
    lines = "\n".join([_headline(verdict), *_lines(verdict, values, hinted)]).replace("\n", " ", 1)
    return _STRESSED.sub(r"\1", lines)


def as_html(verdict: Verdict, values: bool = True, hinted: bool = True) -> str:
    """Say a verdict as a card: the lines of `as_text`, and a picture where one helps.

    Parameters
    ----------
    verdict : Verdict
    values, hinted : bool, default=True
        As for `as_text`.

    Returns
    -------
    str
        HTML.
    """
    picture = picture_of(verdict.exercise, verdict.failures) if values else ""
    return framed(_headline(verdict), verdict.status, _lines(verdict, values, hinted), picture)


def framed(headline: str, status: Status, lines: Sequence[str] = (), picture: str = "") -> str:
    """Put lines into a card in the look of a status.

    Parameters
    ----------
    headline : str
    status : Status
        One of those of `Verdict`.
    lines : sequence of str
        The first one stands beside the headline.
    picture : str
        HTML of what follows.

    Returns
    -------
    str
        HTML. A screen reader reads it out when it appears; no meaning lies in colour alone.
    """
    color, paper, sign = _LOOK[status]
    escaped = [_STRESSED.sub(r"<em>\1</em>", html.escape(line)) for line in lines]
    first, *others = escaped or [""]
    below = [f"<p>{line}</p>" for line in others] + ([f"<p>{picture}</p>"] if picture else [])
    return (
        f'<div role="status" style="border-left: 4px solid {color}; background: {paper}; '
        f'color: #1A1A1A; padding: 0.1em 0.8em; max-width: 50em"><p><strong style="color: {color}">'
        f'<span aria-hidden="true">{sign}</span> {html.escape(headline)}</strong> {first}</p>'
        f"{''.join(below)}</div>"
    )


def _headline(verdict: Verdict) -> str:
    points = "" if verdict.status == Status.NOT_ATTEMPTED else f", {_points(verdict)}"
    return f"{verdict.exercise}: {verdict.status}{points}."


def _points(verdict: Verdict) -> str:
    return f"{verdict.score:g} of {verdict.points:g} points"


def _lines(verdict: Verdict, values: bool, hinted: bool) -> list[str]:
    if verdict.failures:
        lines = [_summary(verdict), *_found(verdict, values)]
    elif verdict.diagnoses:
        lines = [verdict.diagnoses[0].message]
    else:
        lines = [_summary(verdict)]
    if hinted and verdict.status != Status.CORRECT:
        lines.append(f'For a hint: hint("{verdict.exercise}")')
    return lines


def _summary(verdict: Verdict) -> str:
    n_wrong, n_cases = len(verdict.failures), verdict.n_cases
    if verdict.status == Status.CORRECT:
        return f"It agrees with the tested helper in all {n_cases} cases."
    untried = sum(f.outcome.status is CallStatus.UNTRIED for f in verdict.failures)
    rest = f" {untried} cases were not tried." if untried else ""
    if verdict.status == Status.INCORRECT:
        gate = (
            ", the ordinary one among them (others count once it is right)"
            if n_wrong < n_cases
            else ""
        )
        return f"It is wrong in {n_wrong - untried} of {n_cases} cases{gate}.{rest}"
    tried = [f for f in verdict.failures if f.outcome.status is not CallStatus.UNTRIED]
    names = [failure.case.name for failure in tried]
    more = f" and {len(names) - MOST_CASES} more" if len(names) > MOST_CASES else ""
    listed = "; ".join(names[:MOST_CASES]) + more
    return f"It is right in {n_cases - n_wrong} of {n_cases} cases, but not in: {listed}.{rest}"


def _found(verdict: Verdict, values: bool) -> list[str]:
    first = verdict.failures[0]
    named = [
        " ".join([f"{_title(found.name)}.", found.message, found.numbers if values else ""]).strip()
        for found in verdict.diagnoses
    ]
    if verdict.diagnoses and verdict.diagnoses[0].quotes_error and not first.outcome.returned:
        return [*named, f"Tried on {first.case.name}."]  # what was raised has been said
    if values:
        return [*named, f"Tried on {first.case.name}: {first.problem}"]
    return named or [f"It fails on {first.case.name}."]


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]  # capitalize() would make log N out of log n
