"""Pages from templates: what a student reads, and what an instructor reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from .results import Result

if TYPE_CHECKING:
    from .outputs import About

__all__ = ["feedback_page", "report_page"]


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("gmm_helpers.grading"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["points"] = lambda number: f"{number:g}"
    made.filters["words"] = lambda status: status.replace("_", " ")
    made.filters["address"] = lambda path: quote(path)
    return made


def feedback_page(result: Result, about: About) -> str:
    """What a student reads: the cards of all exercises, and nothing of the class.

    Parameters
    ----------
    result : Result
    about : About

    Returns
    -------
    str
        HTML.
    """
    notebooks = [
        (
            chapter.name,
            [(row, Markup(row.card)) for row in result.rows if row.notebook == chapter.name],
        )
        for chapter in about.chapters
    ]
    waiting = sum(row.max_score for row in result.rows if row.status == "needs_review")
    page = _templates().get_template("feedback.html")
    return page.render(result=result, notebooks=notebooks, waiting=waiting)


def report_page(summary: Mapping[str, Any]) -> str:
    """What an instructor reads.

    Parameters
    ----------
    summary : mapping
        What `summary.summary_of` returns.

    Returns
    -------
    str
        HTML.
    """
    return _templates().get_template("report.html").render(**summary)
