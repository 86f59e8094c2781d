"""A class in numbers: the content of `report.json`, of which `report.html` is a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ...exercises import EXERCISES, Status
from ..adjustments.problems import sentences_of
from ..notes.fingerprints import same_solutions
from ..notices import NoticeKind
from ..parsing.release import SELF_TESTS
from ..rows import Row
from .adjusted import adjusted_entry
from .attention import Reason, reasons_of
from .missed_questions import questions_of
from .mistakes import RAISED, mistakes_of
from .pairs import pairs_of
from .results import About, Result, review_of, row_entry

__all__ = ["is_graded", "summary_of"]

N_BINS = 10
_TOLD_ONCE = (NoticeKind.OTHER_VERSION, NoticeKind.COLAB)


def summary_of(results: Sequence[Result], about: About, names: Mapping[str, str]) -> dict[str, Any]:
    """What an instructor may want to know, as plain JSON."""
    handed_in = [result for result in results if result.is_handed_in]
    code_points = sum(points for chapter in about.chapters for points in chapter.worth.values())
    question_points = sum(chapter.self_test_points for chapter in about.chapters)
    written_points = _written_points(handed_in)  # of questions with answers that people have read
    graded = code_points + question_points + written_points
    misconduct = _possible_misconduct(results)
    reasons = reasons_of(results, misconduct, misconduct["pairs"])
    return {
        "seed": about.seed,
        "public_seed": about.public_seed,
        "versions": dict(about.versions),
        "isolation": about.isolation,
        "helper_counts": about.helper_counts,
        "notebooks": [chapter.name for chapter in about.chapters],
        "max_score": sum(chapter.points for chapter in about.chapters),
        "code_points": code_points,
        "question_points": question_points,
        "written_points": written_points,
        "graded_points": graded,
        "submissions": len(results),
        "handed_in": len(handed_in),
        "distribution": _distribution([result.total.score for result in handed_in], graded),
        "exercises": _exercises(handed_in),
        "mistakes": mistakes_of(handed_in),
        "questions": questions_of(handed_in, about.chapters),
        "review": [entry for result in results for entry in review_of(result)],
        "raised": [
            {"student": result.student, **row_entry(row)}
            for result in results
            for row in result.rows
            if row.status in RAISED and not row.out_of_time
        ],
        "notes": [
            *_of_class(results),
            *(
                {"student": result.student, **note.as_json(), "why": str(note)}
                for result in results
                for note in result.notes
                if note.kind not in _TOLD_ONCE
            ),
        ],
        "written": _n_written(handed_in),
        "possible_misconduct": misconduct,
        "outside": [*map(str, about.notes), *sentences_of(about.problems)],
        "adjustments": [problem.as_json() for problem in about.problems],
        "students": [_student(each, names, reasons[each.student]) for each in results],
    }


def _of_class(results: Sequence[Result]) -> list[dict[str, Any]]:
    """What is told once, however many students it is true of."""
    told = []
    for kind in _TOLD_ONCE:
        found = [
            f"{result.person.name}: {path}"
            for result in results
            for note in result.notes
            if note.kind == kind
            for path in note.fields["notebooks"]
        ]
        note = kind(notebooks=found)
        told += [{"student": "", **note.as_json(), "why": str(note)}] if found else []
    return told


def is_graded(name: str) -> bool:
    """Whether a row is graded here, and not by a person."""
    return name in EXERCISES or name == SELF_TESTS


def _distribution(scores: Sequence[float], max_score: float) -> list[dict[str, float]]:
    """How many students in each tenth of the points; the last one holds full points too."""
    width = max_score / N_BINS or 1.0
    counts = Counter(min(int(score / width), N_BINS - 1) for score in scores)
    return [
        {"from": round(i * width, 2), "to": round((i + 1) * width, 2), "count": counts[i]}
        for i in range(N_BINS)
    ]


def _exercises(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Status and mean score of everything that is graded here."""
    by_exercise: dict[tuple[str, str], list[Row]] = {}
    for result in results:
        for row in result.rows:
            if is_graded(row.exercise):
                by_exercise.setdefault((row.notebook, row.exercise), []).append(row)
    exercises = []
    for (notebook, exercise), rows in by_exercise.items():
        statuses = Counter(row.status for row in rows)
        exercises.append(
            {
                "notebook": notebook,
                "exercise": exercise,
                "max_score": rows[0].max_score,
                "mean_score": round(sum(row.score for row in rows) / len(rows), 2),
                "statuses": {each.code: statuses[each] for each in Status if statuses[each]},
            }
        )
    return exercises


def _written_points(results: Sequence[Result]) -> float:
    """What the written questions are worth of which anybody has points."""
    rows = (row for result in results for row in result.rows if not is_graded(row.exercise))
    given = (row for row in rows if row.adjusted and row.status != Status.TO_BE_GRADED)
    return sum({(row.notebook, row.exercise): row.max_score for row in given}.values())


def _n_written(results: Sequence[Result]) -> int:
    return sum(row.status == Status.TO_BE_GRADED for result in results for row in result.rows)


def _possible_misconduct(results: Sequence[Result]) -> dict[str, Any]:
    prints = {result.student: result.fingerprints for result in results}
    return {
        "same": [
            {"exercise": exercise, "students": list(students)}
            for exercise, students in same_solutions(prints)
        ],
        "helpers": [
            {"student": result.student, "exercise": exercise}
            for result in results
            for exercise in result.helpers
        ],
        "pairs": pairs_of(results),
    }


def _student(result: Result, names: Mapping[str, str], reasons: Sequence[Reason]) -> dict[str, Any]:
    return {
        "student": result.student,
        **result.person._asdict(),
        "score": result.total.score,
        "max_score": result.total.max_score,
        "status": result.total.status.code,
        "handed_in": result.is_handed_in,
        "attention": [reason.code for reason in reasons],
        "attention_rank": sum({reason.weight for reason in reasons}),
        "feedback": f"feedback/{names[result.student]}.html",
        "rows": [
            {
                "exercise": row.exercise,
                "score": row.score,
                "max_score": row.max_score,
                "status": row.status.code,
                "named": list(row.named),
                **adjusted_entry(row),
            }
            for row in result.rows
        ],
    }
