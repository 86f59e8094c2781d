"""Pages from templates: what a student reads, and what an instructor reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import fmean, median
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...checks.cards import framed
from ...exercises import EXERCISES, Status
from ..rows import Row
from .results import Result

if TYPE_CHECKING:
    from .outputs import About

__all__ = ["feedback_page", "report_page"]

_WHOLE = (Status.MISSING, Status.UNREADABLE, Status.CRASHED)
_KINDS = ("correct", "partial", "incorrect", "other", "not_attempted")


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("gmm_helpers.grading.reports"),
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
    by_name = {
        chapter.name: [row for row in result.rows if row.notebook == chapter.name]
        for chapter in about.chapters
    }
    notebooks = [(name, rows, _cards(rows)) for name, rows in by_name.items()]
    waiting = sum(row.max_score for row in result.rows if row.status == Status.NEEDS_REVIEW)
    page = _templates().get_template("feedback.html")
    return page.render(result=result, notebooks=notebooks, waiting=waiting)


def _cards(rows: Sequence[Row]) -> list[Markup]:
    """A card for each row; one for all, where the same befell a whole notebook."""
    whole = {(row.status, row.message) for row in rows if row.status in _WHOLE}
    if len(rows) > 1 and len(whole) == 1 and all(row.status in _WHOLE for row in rows):
        ((status, message),) = whole
        look = Status.NOT_ATTEMPTED if status == Status.MISSING else Status.INCORRECT
        return [Markup(framed(f"{status.capitalize()}.", look, [message]))]
    return [Markup(row.card) for row in rows]


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
    scores = [each["score"] for each in summary["students"] if each["status"] != "missing"]
    students = [_with_kinds(each) for each in summary["students"]]
    more = {
        "students": students,
        "mean_score": fmean(scores) if scores else 0.0,
        "median_score": median(scores) if scores else 0.0,
        "most_in_bin": max(each["count"] for each in summary["distribution"]),
        "exercises": [_with_shares(each) for each in summary["exercises"]],
        "feedback": {each["student"]: each["feedback"] for each in students},
        "most_named": max((each["count"] for each in summary["mistakes"]), default=0),
        "n_look": len({each["student"] for each in summary["look"]}),
        "helpers": _by_use(summary["suspicion"]["helpers"]),
        "edited": [each for each in summary["notes"] if "locked cell" in each["why"]],
    }
    return _templates().get_template("report.html").render({**summary, **more})


def _by_use(helpers: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, list[str]]]:
    """Exercise, expression and students; the rarest first."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in helpers:
        found.setdefault((each["exercise"], "; ".join(each["uses"])), []).append(each["student"])
    groups = [(*key, students) for key, students in found.items()]
    return sorted(groups, key=lambda group: (len(group[2]), group[:2]))


def _with_kinds(student: Mapping[str, Any]) -> dict[str, Any]:
    """Apart: exercises, each with its colour in the report, and how many answers are to be read."""
    code = [row for row in student["rows"] if row["exercise"] in EXERCISES]
    other = [row for row in student["rows"] if row["exercise"] not in EXERCISES]
    return {
        **student,
        "code": [{**row, "kind": _kind(row["status"])} for row in code],
        "to_read": sum(row["status"] == "needs_review" for row in other),
    }


def _kind(status: str) -> str:
    if status == "missing":
        return "not_attempted"
    return status if status in _KINDS else "other"


def _with_shares(exercise: Mapping[str, Any]) -> dict[str, Any]:
    """Add how many there are of each colour in the report."""
    counts = dict.fromkeys(_KINDS, 0)
    for status, count in exercise["statuses"].items():
        counts[_kind(status)] += count
    total = sum(counts.values()) or 1
    return {**exercise, "counts": counts, "shares": {k: n / total for k, n in counts.items()}}
