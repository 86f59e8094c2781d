"""Pages from templates, and the one that a student reads; `class_page` is the instructor's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...checks.cards import framed
from ...drawing.typesetting import typeset_plain
from ...exercises import Status
from ..adjustments.words import card_of
from ..parsing.release import Chapter
from ..rows import Row
from .results import Result, is_online_text
from .summary import is_graded

__all__ = ["feedback_page", "render", "templates_of"]

_WHOLE = (Status.MISSING, Status.UNREADABLE, Status.CRASHED)
_BY_HAND = (Status.NEEDS_REVIEW, Status.TO_BE_GRADED)


def templates_of(room: str) -> Environment:
    """How the pages of a room are written: all is escaped, and nothing may be missing."""
    templates = Environment(
        loader=PackageLoader(f"gmm_helpers.grading.{room}"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["points"] = lambda number: f"{number:g}"
    return templates


@lru_cache(maxsize=1)
def _templates() -> Environment:
    templates = templates_of("reports")
    templates.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    templates.filters["words"] = lambda code: Status.of_code(code).value
    templates.filters["typeset"] = typeset_plain
    templates.filters["address"] = lambda path: quote(path)
    return templates


def render(template: str, **content: Any) -> str:
    """A page from the template of that name; all text in it is escaped."""
    return _templates().get_template(template).render(**content)


def feedback_page(result: Result, chapters: Sequence[Chapter], public_seed: int) -> str:
    """What a student reads: the cards of all exercises, and nothing of the class."""
    notebooks = []
    for chapter in chapters:
        rows = [row for row in result.rows if row.notebook == chapter.name]
        notebooks.append((chapter.name, rows, _cards(rows)))
    by_hand = sum(row.max_score for row in result.rows if row.status in _BY_HAND)
    answers = [row for row in result.rows if not is_graded(row.exercise)]
    written = sum(row.max_score for row in answers)
    is_marked = any(row.adjusted for row in answers)
    about: dict[str, Any] = {"by_hand": by_hand, "written": written, "is_marked": is_marked}
    # A text typed online is no file of theirs.
    files = [file for file in result.files if not is_online_text(file)]
    about |= {"public_seed": public_seed, "files": files}
    return render("feedback.html", result=result, notebooks=notebooks, **about)


def _cards(rows: Sequence[Row]) -> list[Markup]:
    """A card for each row; a single one if the same happened to a whole notebook."""
    whole = {(row.status, row.message) for row in rows}
    is_one = len(rows) > 1 and len(whole) == 1 and not any(row.adjusted for row in rows)
    if is_one and rows[0].status in _WHOLE:
        status, message = rows[0].status, rows[0].message
        style = Status.NOT_ATTEMPTED if status == Status.MISSING else Status.INCORRECT
        return [Markup(framed(f"{status.capitalize()}.", style, [message]))]
    return [Markup(card_of(row)) for row in rows]
