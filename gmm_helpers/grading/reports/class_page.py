"""The page that an instructor reads: a picture of what `summary.summary_of` returns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from statistics import fmean, median
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from ...exercises import Status
from ...exercises.statuses import Isolation
from ..notices import NoticeKind
from .attention import Reason
from .beside import Rule
from .pages import render
from .summary import is_graded

__all__ = ["SIGNS", "report_page"]

_OTHER = "other"
# What stands for a status, beside its colour.
SIGNS = {
    Status.CORRECT.code: "✓",
    Status.PARTIAL.code: "½",
    Status.INCORRECT.code: "✗",
    _OTHER: "!",
    Status.UNFINISHED.code: "…",
    Status.NOT_ATTEMPTED.code: "\u2013",
}
_MEANING = {code: Status.of_code(code).value for code in SIGNS if code != _OTHER} | {
    Status.NOT_ATTEMPTED.code: "not attempted or missing",
    _OTHER: "error, timeout, memory, crash or unreadable file",
}
_OF_PERSONS = ("id", "login", "is_late", "time")  # columns that are there if anybody has them
_SCRIPTS = ("tables.js", "students.js", "rules.js", "slides.js", "report.js")


def report_page(
    summary: Mapping[str, Any],
    links: Sequence[tuple[str, str]] = (),
    rules: Sequence[Rule] = (),
) -> str:
    """What an instructor reads, from what `summary.summary_of` returns.

    `links` are paths from the page and what is there; `rules` are those that hold already.
    """
    scores = [each["score"] for each in summary["students"] if each["handed_in"]]
    review = Status.NEEDS_REVIEW.code
    edited = NoticeKind.LOCKED_CELL_EDITED.code
    label, mistakes = _labels(summary["students"]), _with_rules(summary["mistakes"], rules)
    more = {
        "Isolation": Isolation,
        "style": _text("report.css"),
        "scripts": Markup("\n").join(map(_text, _SCRIPTS)),
        "signs": SIGNS,
        "meaning": _MEANING,
        "links": links,
        "contents": _contents(summary),
        "other_rules": _other_rules(mistakes, rules),
        "data": _data(summary, label, rules),
        "mean_score": fmean(scores) if scores else 0.0,
        "median_score": median(scores) if scores else 0.0,
        "max_in_bin": max(each["count"] for each in summary["distribution"]),
        "exercises": [_with_shares(each) for each in summary["exercises"]],
        "feedback": {each["student"]: each["feedback"] for each in summary["students"]},
        "label": label,
        "mistakes": mistakes,
        "max_named": max((each["count"] for each in summary["mistakes"]), default=0),
        "n_review": sum(each["status"] == review for each in summary["students"]),
        "helpers": _by_exercise(summary["possible_misconduct"]["helpers"]),
        "edited": [each for each in summary["notes"] if each["kind"] == edited],
    }
    return render("report.html", **{**summary, **more})


@lru_cache
def _text(name: str) -> Markup:
    """A file of ours, as it is."""
    return Markup((files(__package__) / "static" / name).read_text(encoding="utf-8"))


def _labels(students: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What to call each student: by name, with the id if several share it; "" is the class."""
    counts = Counter(each["name"] for each in students)
    numbers = Counter((each["name"], each["id"]) for each in students)
    labels = {"": "several"}
    for each in students:
        student, name = each["student"], each["name"]
        if counts[name] == 1:
            labels[student] = name
        elif each["id"] and numbers[name, each["id"]] == 1:
            labels[student] = f"{name} ({each['id']})"
        else:
            labels[student] = student
    return labels


def _by_exercise(helpers: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Exercise and students; the rarest first."""
    groups: dict[str, list[str]] = {}
    for each in helpers:
        groups.setdefault(each["exercise"], []).append(each["student"])
    rarest_first = sorted(groups, key=lambda exercise: (len(groups[exercise]), exercise))
    return [{"exercise": exercise, "students": groups[exercise]} for exercise in rarest_first]


def _with_rules(
    mistakes: Sequence[Mapping[str, Any]], rules: Sequence[Rule]
) -> list[dict[str, Any]]:
    """Each mistake with the points that a rule leaves whoever made it, if there is one."""
    by_mistake = {(rule.exercise, rule.mistake): rule for rule in rules if rule.number is not None}
    return [
        {**each, "rule": by_mistake.get((each["exercise"], each["mistake"]))} for each in mistakes
    ]


def _other_rules(mistakes: Sequence[Mapping[str, Any]], rules: Sequence[Rule]) -> list[Rule]:
    """Rules about what nobody did, or that are not written as a rule should be."""
    used = [each["rule"] for each in mistakes if each["rule"]]
    return [rule for rule in rules if not any(rule is one for one in used)]


def _contents(summary: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Sections that the page has: the id, and the heading."""
    is_there = {
        ("scores", "Scores"): summary["handed_in"],
        ("exercises", "Exercises"): summary["handed_in"],
        ("mistakes", "Mistakes"): summary["handed_in"],
        ("questions", "Questions"): summary["questions"],
        ("review", "Needs review"): True,
        ("possible_misconduct", "Possible misconduct"): True,
        ("students", "Students"): True,
    }
    return [section for section, there in is_there.items() if there]


def _data(
    summary: Mapping[str, Any], label: Mapping[str, str], rules: Sequence[Rule]
) -> dict[str, Any]:
    """What the scripts read: no names of values, as there may be a thousand students."""
    students = summary["students"]
    shown = [name for name in _OF_PERSONS if any(each[name] for each in students)]
    exercises = {(e["notebook"], e["exercise"]): e["max_score"] for e in summary["exercises"]}
    return {
        "shown": shown,
        "reasons": {reason.code: reason.words for reason in Reason},
        "words": {status.code: status.value for status in Status},
        "signs": {status.code: _sign(status.code) for status in Status},
        "colors": {status.code: _color(status.code) for status in Status},
        "exercises": [[name, max_score] for (_, name), max_score in exercises.items()],
        "students": [_student(each, label, shown) for each in students],
        "rules": [
            rule._replace(points=f"{rule.number:g}" if rule.number is not None else rule.points)
            for rule in rules
        ],
    }


def _student(
    student: Mapping[str, Any], label: Mapping[str, str], shown: Sequence[str]
) -> list[Any]:
    rows = [row for row in student["rows"] if is_graded(row["exercise"])]
    others = [row for row in student["rows"] if not is_graded(row["exercise"])]
    return [
        label[student["student"]],
        quote(student["feedback"]),
        student["attention_rank"],
        student["attention"],
        student["score"],
        student["max_score"],
        student["status"],
        [student[name] for name in shown],
        [[row["exercise"], row["status"], row["score"], row["max_score"]] for row in rows],
        sum(row["status"] == Status.TO_BE_GRADED.code for row in others),
    ]


def _color(code: str) -> str:
    if code == Status.MISSING.code:
        return Status.NOT_ATTEMPTED.code
    return code if code in SIGNS else _OTHER


def _sign(code: str) -> str:
    return SIGNS[_color(code)]


def _with_shares(exercise: Mapping[str, Any]) -> dict[str, Any]:
    """How many students there are of each colour in the report."""
    counts = dict.fromkeys(SIGNS, 0)
    for code, count in exercise["statuses"].items():
        counts[_color(code)] += count
    total = sum(counts.values()) or 1
    return {**exercise, "counts": counts, "shares": {k: n / total for k, n in counts.items()}}
