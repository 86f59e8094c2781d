"""The exercises of the course, and how answers to them are judged."""

from dataclasses import replace

from . import bound, convergence, e_step, iteration, m_step, sampling, selection
from .definition import Case, Diagnosis, Exercise
from .judging.answer_key import AnswerKey
from .judging.verdicts import Failure, Verdict, judge
from .mistake import Mistake
from .running.attempts import Outcome, attempt, attempt_next
from .statuses import CallStatus, Status
from .syllabus import packaged_syllabus

__all__ = [
    "CHAPTERS",
    "EXERCISES",
    "AnswerKey",
    "CallStatus",
    "Case",
    "Diagnosis",
    "Exercise",
    "Failure",
    "Mistake",
    "Outcome",
    "Status",
    "Verdict",
    "attempt",
    "attempt_next",
    "judge",
]

_CHAPTERS = {
    "01_sampling": sampling.EXERCISES,
    "02_e_step": e_step.EXERCISES,
    "03_m_step": m_step.EXERCISES,
    "04_convergence": (*iteration.EXERCISES, *convergence.EXERCISES),
    "05_why_em_works": bound.EXERCISES,
    "06_how_many_components": selection.EXERCISES,
}
_POINTS = packaged_syllabus().points  # of the course that this package was handed out in
EXERCISES: dict[str, Exercise] = {
    exercise.name: replace(exercise, points=_POINTS.get(exercise.name, exercise.points))
    for exercises in _CHAPTERS.values()
    for exercise in exercises
}
# Names of the exercises of each notebook.
CHAPTERS: dict[str, tuple[str, ...]] = {
    stem: tuple(exercise.name for exercise in exercises) for stem, exercises in _CHAPTERS.items()
}
