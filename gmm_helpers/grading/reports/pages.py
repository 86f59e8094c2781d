"""Pages from templates: what a student reads, and what an instructor reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import fmean, median
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...checks.cards import framed
from ...drawing.typesetting import typeset_plain
from ...exercises import Status
from ...exercises.statuses import Isolation
from ..adjustments.words import card_of
from ..notices import NoticeKind
from ..parsing.release import Chapter
from ..rows import Row
from .results import Result
from .summary import is_graded

__all__ = ["feedback_page", "report_page"]

_WHOLE = (Status.MISSING, Status.UNREADABLE, Status.CRASHED)
_BY_HAND = (Status.NEEDS_REVIEW, Status.TO_BE_GRADED)
_OTHER = "other"
_OF_PERSONS = ("id", "login", "is_late", "time")  # columns that are there if anybody has them
_COLORS = (
    Status.CORRECT.code,
    Status.PARTIAL.code,
    Status.INCORRECT.code,
    _OTHER,
    Status.UNFINISHED.code,
    Status.NOT_ATTEMPTED.code,
)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("gmm_helpers.grading.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["points"] = lambda number: f"{number:g}"
    templates.filters["words"] = _words
    templates.filters["typeset"] = typeset_plain
    templates.globals["Isolation"] = Isolation
    templates.filters["address"] = lambda path: quote(path)
    return templates


def feedback_page(result: Result, chapters: Sequence[Chapter], public_seed: int) -> str:
    """What a student reads: the cards of all exercises, and nothing of the class."""
    notebooks = []
    for chapter in chapters:
        rows = [row for row in result.rows if row.notebook == chapter.name]
        notebooks.append((chapter.name, rows, _cards(rows)))
    by_hand = sum(row.max_score for row in result.rows if row.status in _BY_HAND)
    written = sum(row.max_score for row in result.rows if not is_graded(row.exercise))
    page = _templates().get_template("feedback.html")
    about = {"by_hand": by_hand, "written": written}
    about |= {"public_seed": public_seed}
    return page.render(result=result, notebooks=notebooks, **about)


def _cards(rows: Sequence[Row]) -> list[Markup]:
    """A card for each row; a single one if the same happened to a whole notebook."""
    whole = {(row.status, row.message) for row in rows}
    is_one = len(rows) > 1 and len(whole) == 1 and not any(row.adjusted for row in rows)
    if is_one and rows[0].status in _WHOLE:
        status, message = rows[0].status, rows[0].message
        style = Status.NOT_ATTEMPTED if status == Status.MISSING else Status.INCORRECT
        return [Markup(framed(f"{status.capitalize()}.", style, [message]))]
    return [Markup(card_of(row)) for row in rows]


def report_page(summary: Mapping[str, Any]) -> str:
    """What an instructor reads, from what `summary.summary_of` returns."""
    scores = [each["score"] for each in summary["students"] if each["handed_in"]]
    review = Status.NEEDS_REVIEW.code
    edited = NoticeKind.LOCKED_CELL_EDITED.code
    more = {
        "students": [_with_colors(each) for each in summary["students"]],
        "mean_score": fmean(scores) if scores else 0.0,
        "median_score": median(scores) if scores else 0.0,
        "max_in_bin": max(each["count"] for each in summary["distribution"]),
        "exercises": [_with_shares(each) for each in summary["exercises"]],
        "feedback": {each["student"]: each["feedback"] for each in summary["students"]},
        "label": _labels(summary["students"]),
        "shown": [name for name in _OF_PERSONS if any(each[name] for each in summary["students"])],
        "max_named": max((each["count"] for each in summary["mistakes"]), default=0),
        "n_review": sum(each["status"] == review for each in summary["students"]),
        "helpers": _by_exercise(summary["possible_misconduct"]["helpers"]),
        "edited": [each for each in summary["notes"] if each["kind"] == edited],
    }
    return _templates().get_template("report.html").render({**summary, **more})


def _labels(students: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What to call each student: by name, unless several have the same one; "" is the class."""
    counts = Counter(each["name"] for each in students)
    names = {each["student"]: each["name"] for each in students if counts[each["name"]] == 1}
    return {"": "several"} | {each["student"]: each["student"] for each in students} | names


def _by_exercise(helpers: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Exercise and students; the rarest first."""
    groups: dict[str, list[str]] = {}
    for each in helpers:
        groups.setdefault(each["exercise"], []).append(each["student"])
    rarest_first = sorted(groups, key=lambda exercise: (len(groups[exercise]), exercise))
    return [{"exercise": exercise, "students": groups[exercise]} for exercise in rarest_first]


def _with_colors(student: Mapping[str, Any]) -> dict[str, Any]:
    """Exercises with their colours in the report, and how many answers are graded by hand."""
    code = [row for row in student["rows"] if is_graded(row["exercise"])]
    other = [row for row in student["rows"] if not is_graded(row["exercise"])]
    return {
        **student,
        "code": [{**row, "color": _color(row["status"])} for row in code],
        "by_hand": sum(row["status"] == Status.TO_BE_GRADED.code for row in other),
    }


def _words(code: str) -> str:
    return code if code == _OTHER else Status.of_code(code).value


def _color(code: str) -> str:
    if code == Status.MISSING.code:
        return Status.NOT_ATTEMPTED.code
    return code if code in _COLORS else _OTHER


def _with_shares(exercise: Mapping[str, Any]) -> dict[str, Any]:
    """How many students there are of each colour in the report."""
    counts = dict.fromkeys(_COLORS, 0)
    for code, count in exercise["statuses"].items():
        counts[_color(code)] += count
    total = sum(counts.values()) or 1
    return {**exercise, "counts": counts, "shares": {k: n / total for k, n in counts.items()}}
