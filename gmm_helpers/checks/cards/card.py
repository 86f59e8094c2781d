"""How a verdict reads: as a card in a notebook, as text elsewhere, in the same words."""

from __future__ import annotations

import html
from collections.abc import Sequence

from ...drawing.typesetting import code, code_block, typeset, typeset_plain
from ...exercises import Status, Verdict
from ..hints import nested
from .lines import Line, headline, lines_of
from .pictures import picture_of

__all__ = ["SIGNS", "as_html", "as_text", "framed"]

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


def as_text(
    verdict: Verdict,
    values: bool = True,
    hinted: bool = True,
    more: Sequence[str] = (),
    *,
    seed: int | None = None,
    function: str | None = None,
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
    seed : int, optional
        What the cases were drawn from, if the lines that repeat the first failed one are to be
        printed: ``check(e_step, seed=4821).case``.
    function : str, optional
        The name of the function in these lines, "" if it has none; by default the exercise's.
    """
    said = [_plain(line) for line in lines_of(verdict, values, hinted, seed, function)]
    said += map(typeset_plain, more)
    if hinted and verdict.status != Status.CORRECT:
        said.append(f'For a hint: hint("{verdict.exercise}")')
    beside = _is_short(verdict)
    first = f"{headline(verdict)} {said[0]}" if beside else headline(verdict)
    return "\n".join([first, *said[beside:]])


def as_html(
    verdict: Verdict,
    values: bool = True,
    hinted: bool = True,
    more: Sequence[str] = (),
    *,
    seed: int | None = None,
    function: str | None = None,
) -> str:
    """Describe a verdict on a card: the lines of `as_text`, and a picture where one helps.

    Instead of a line that says how to get hints there are the hints themselves, each to be opened.

    Parameters
    ----------
    values, hinted, more, seed, function
        As for `as_text`.

    Returns
    -------
    str
        HTML.
    """
    picture = picture_of(verdict.exercise, verdict.failures) if values else ""
    lines = []
    for line in lines_of(verdict, values, hinted, seed, function):
        lines.append(_marked_up(line))
        if picture and line.pictured:
            lines.append(f"<p>{picture}</p>")
    lines += [f"<p>{typeset(sentence)}</p>" for sentence in more]
    if hinted and verdict.status != Status.CORRECT:
        lines.append(nested(verdict.exercise))
    return _card(headline(verdict), verdict.status, lines, beside=_is_short(verdict))


def framed(
    headline: str,
    status: Status,
    lines: Sequence[str] = (),
    picture: str = "",
    *,
    marked_up: Sequence[str] = (),
) -> str:
    """Put lines of plain text on a card with the colours of a status.

    Parameters
    ----------
    status : Status
        One of those of `Verdict`.
    lines : sequence of str
        Shown as they are; the first one stands beside the headline.
    picture : str
        HTML that follows the lines.
    marked_up : sequence of str
        More lines, each as HTML.

    Returns
    -------
    str
        HTML; nothing is said by colour alone.
    """
    inside = [*map(html.escape, lines), *marked_up]
    below = [f"<p>{line}</p>" for line in inside] or ["<p></p>"]
    return _card(headline, status, [*below, *([f"<p>{picture}</p>"] if picture else [])])


def _is_short(verdict: Verdict) -> bool:
    """Whether there is so little to say that it stands beside the headline."""
    return not verdict.failures or verdict.status == Status.UNFINISHED


def _card(headline: str, status: Status, lines: Sequence[str], beside: bool = True) -> str:
    color, background = _COLORS[status]
    title = (
        f'<strong role="heading" aria-level="3" style="color: {color}">'
        f'<span aria-hidden="true">{SIGNS[status]}</span> '
        f"{html.escape(headline)}</strong>"
    )
    inside = "".join(lines)
    inside = inside.replace("<p>", f"<p>{title} ", 1) if beside else f"<p>{title}</p>{inside}"
    return (
        f'<div style="border-left: 4px solid {color}; background: {background}; '
        "color: #1A1A1A; padding: 0.1em 0.8em; max-width: 50em; overflow-wrap: anywhere"
        f'">{inside}</div>'
    )


def _plain(line: Line) -> str:
    text = typeset_plain(line.text, line.verbatim)
    first = " ".join(filter(None, [typeset_plain(line.title), text, line.source]))
    return "\n".join([first, *(f"    {each}" for each in line.code)])


def _marked_up(line: Line) -> str:
    title = f"<strong>{typeset(line.title)}</strong>" if line.title else ""
    source = code(line.source) if line.source else ""
    text = " ".join(filter(None, [title, typeset(line.text, line.verbatim), source]))
    return f"<p>{text}</p>{code_block(line.code) if line.code else ''}"
