"""A class in numbers: the content of `report.json`, of which `report.html` is a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...exercises import EXERCISES as _JUDGED
from ...exercises import Status
from ..judging.exercises import OUT_OF_TIME
from ..notes.misconduct import same_solutions
from ..rows import Row
from .results import Result

if TYPE_CHECKING:
    from .outputs import About

__all__ = ["look_of", "summary_of"]

N_BINS = 10
LOOK = (
    Status.CRASHED,
    Status.MEMORY,
    Status.NEEDS_REVIEW,
)  # of what is unreadable, the file is told
RAISED = (Status.ERROR, Status.TIMEOUT)  # mistakes of students as a rule


def summary_of(results: Sequence[Result], about: About, names: Mapping[str, str]) -> dict[str, Any]:
    """What an instructor may want to know, as plain JSON.

    Parameters
    ----------
    results : sequence of Result
    about : About
    names : mapping
        Name of each student's file of feedback.

    Returns
    -------
    dict
    """
    handed_in = [result for result in results if result.total.status != Status.MISSING]
    most = sum(chapter.points for chapter in about.chapters)
    by_code = sum(_JUDGED[name].points for chapter in about.chapters for name in chapter.exercises)
    return {
        "seed": about.seed,
        "versions": dict(about.versions),
        "isolation": about.isolation,
        "notebooks": [chapter.name for chapter in about.chapters],
        "max_score": most,
        "code_points": by_code,
        "submissions": len(results),
        "handed_in": len(handed_in),
        "distribution": _distribution([result.total.score for result in handed_in], by_code),
        "exercises": _exercises(handed_in),
        "mistakes": _mistakes(handed_in),
        "look": [entry for result in results for entry in look_of(result)],
        "raised": [
            {"student": result.student, **_named(row)}
            for result in results
            for row in result.rows
            if row.status in RAISED and OUT_OF_TIME not in row.named
        ],
        "notes": [
            {"student": result.student, "why": note} for result in results for note in result.notes
        ],
        "written": _written(handed_in),
        "suspicion": _suspicion(results),
        "outside": list(about.odd),
        "students": [_student(result, names) for result in results],
    }


def _distribution(scores: Sequence[float], most: float) -> list[dict[str, float]]:
    """How many students in each tenth of the points; the last one holds full points too."""
    width = most / N_BINS or 1.0
    counts = Counter(min(int(score / width), N_BINS - 1) for score in scores)
    return [
        {"from": round(i * width, 2), "to": round((i + 1) * width, 2), "count": counts[i]}
        for i in range(N_BINS)
    ]


def _exercises(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Status and mean score of everything that is judged by cases."""
    rows = [row for result in results for row in result.rows]
    found = []
    for notebook, exercise in dict.fromkeys((row.notebook, row.exercise) for row in rows):
        own = [row for row in rows if (row.notebook, row.exercise) == (notebook, exercise)]
        if exercise not in _JUDGED:
            continue
        statuses = Counter(row.status for row in own)
        found.append(
            {
                "notebook": notebook,
                "exercise": exercise,
                "max_score": own[0].max_score,
                "mean_score": round(sum(row.score for row in own) / len(own), 2),
                "statuses": {each.code: statuses[each] for each in Status if statuses[each]},
            }
        )
    return found


def _mistakes(results: Sequence[Result]) -> list[dict[str, Any]]:
    """The named mistakes, the most frequent first; how functions ended is told elsewhere."""
    counts = Counter(
        (row.exercise, name)
        for result in results
        for row in result.rows
        for name in dict.fromkeys(row.named)
        if row.status not in (Status.NOT_ATTEMPTED, *RAISED, *LOOK)
    )
    return [
        {"exercise": exercise, "mistake": name, "count": count}
        for (exercise, name), count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    ]


def look_of(result: Result) -> list[dict[str, str]]:
    """What a person should see: what could not be judged, and what is odd about the files.

    Parameters
    ----------
    result : Result

    Returns
    -------
    list of dict
        With "student", "what" and "why".
    """
    rows = [row for row in result.rows if row.status in LOOK or OUT_OF_TIME in row.named]
    entries = [_named(row) for row in rows if row.exercise in _JUDGED]
    entries += [
        {"what": f"{file['path']}: {file['status']}", "why": file["problem"]}
        for file in result.files
        if file["problem"]
    ]
    entries += result.look
    return [{"student": result.student, **entry} for entry in entries]


def _named(row: Row) -> dict[str, str]:
    return {"what": f"{row.exercise}: {row.status}", "why": row.message}


def _written(results: Sequence[Result]) -> int:
    return sum(
        row.status == Status.NEEDS_REVIEW and row.exercise not in _JUDGED
        for result in results
        for row in result.rows
    )


def _suspicion(results: Sequence[Result]) -> dict[str, Any]:
    prints = {result.student: result.fingerprints for result in results}
    return {
        "same": [
            {"exercise": exercise, "students": list(students)}
            for exercise, students in same_solutions(prints)
        ],
        "helpers": [
            {"student": result.student, "exercise": exercise, "uses": list(uses)}
            for result in results
            for exercise, uses in result.helpers.items()
        ],
    }


def _student(result: Result, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "student": result.student,
        "score": result.total.score,
        "max_score": result.total.max_score,
        "status": result.total.status.code,
        "feedback": f"feedback/{names[result.student]}.html",
        "rows": [
            {
                "exercise": row.exercise,
                "score": row.score,
                "max_score": row.max_score,
                "status": row.status.code,
                "named": list(row.named),
            }
            for row in result.rows
        ],
    }
