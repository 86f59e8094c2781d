"""What a student reads of points that a person gave."""

from __future__ import annotations

from ...checks.cards import SIGNS, framed
from ...exercises import Status
from ..rows import Row, Source

__all__ = ["card_of", "message_of", "sentences_of"]


def sentences_of(row: Row) -> list[str]:
    """What was given, why, and what the row had before; nothing if that is as before.

    Examples
    --------
    >>> from gmm_helpers.grading.rows import Adjusted
    >>> row = Row("02_e_step", "e_step", 4.0, 5.0, Status.PARTIAL, "")
    >>> row = row._replace(adjusted=Adjusted(1.0, Source.BY_HAND, "N_k - 1"))
    >>> sentences_of(row)
    ['Your instructor gave 4 of 5 points: N_k - 1', 'Before that it had 1 of 5 points.']
    """
    adjusted = row.adjusted
    if adjusted is None or not (row.is_changed or adjusted.comment):
        return []
    if not row.is_changed and adjusted.source is Source.IN_FORMGRADER:
        return [f"Your instructor wrote: {adjusted.comment}"]
    of = f"of {row.max_score:g} points"
    said = f"Your instructor gave {row.score:g} {of}"
    reasons = [adjusted.mistake, adjusted.comment]
    said = ": ".join([said, *(reason for reason in reasons if reason)])
    said = said if adjusted.comment else f"{said}."
    before = adjusted.points_before
    if before is None or not row.is_changed:
        return [said]
    return [said, f"Before that it had {before:g} {of}."]


def message_of(row: Row) -> str:
    """The message of a row, after what a person gave."""
    return "\n".join([*sentences_of(row), *([] if _is_answer(row) else [row.message])])


def card_of(row: Row) -> str:
    """The card of a row, as HTML, below one that says what a person gave."""
    sentences = sentences_of(row)
    if not sentences:
        return row.card
    color = row.status if row.status in SIGNS else Status.INCORRECT
    points = f", {row.score:g} of {row.max_score:g} points"
    if row.status == Status.TO_BE_GRADED:
        color, points = Status.NOT_ATTEMPTED, ""
    card = framed(f"{row.exercise}: {row.status}{points}.", color, sentences)
    return card if _is_answer(row) else f"{card}\n{row.card}"


def _is_answer(row: Row) -> bool:
    """Whether there was nothing to say before a person had read it."""
    return row.is_changed and row.adjusted is not None and row.adjusted.points_before is None
