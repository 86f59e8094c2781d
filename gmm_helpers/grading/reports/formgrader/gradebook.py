"""Scores and comments into nbgrader's gradebook, so that formgrader and `nbgrader export` go on.

What a person gave there (manual scores, extra credit, comments) is never touched. Points by hand
and by rule are automatic scores, so that they follow their files.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nbformat.v4 import new_notebook
from nbgrader.api import Gradebook, InvalidEntry, MissingEntry
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SAWarning, SQLAlchemyError
from traitlets.config.loader import Config, PyFileConfigLoader

from ....exercises import EXERCISES, Status
from ...adjustments.applying import FormgraderGrade
from ...adjustments.formgrader import read_given
from ...adjustments.given_points import Key
from ...adjustments.words import message_of
from ...intake.submission import Submission
from ...rows import Row
from ..results import REVIEW, Result
from .autograded import write_autograded

__all__ = ["Course", "GradebookError"]

_REVIEW = (Status.UNREADABLE, *REVIEW)
NO_RESPONSE = "No response."  # as nbgrader says it


class GradebookError(ValueError):
    """The gradebook can't be used; the message is one sentence that says why."""


class Course:
    """A course of nbgrader, the folder of the gradebook, in which one assignment is graded.

    Raises
    ------
    GradebookError
        If there is no gradebook at the address ("sqlite:///gradebook.db"), or no such assignment
        in it, or none was named and there are several.
    """

    def __init__(self, url: str, assignment: str | None):
        self.url, self.folder = url, _folder(url)
        try:
            with Gradebook(url) as gradebook:
                names = [assignment.name for assignment in gradebook.assignments]
        except (SQLAlchemyError, OSError) as error:
            raise GradebookError(f"the gradebook {url} can't be opened: {error}") from None
        if assignment is None and len(names) != 1:
            content = f"holds {', '.join(names)}" if names else "holds no assignment"
            raise GradebookError(
                f"the gradebook {content}: name one with --assignment, or make one with "
                "nbgrader generate_assignment."
            )
        self.assignment = assignment or names[0]
        if self.assignment not in names:
            raise GradebookError(f"the gradebook has no assignment called {self.assignment}.")

    def given(self) -> dict[Key, FormgraderGrade]:
        """What people gave in Formgrader."""
        try:
            with Gradebook(self.url) as gradebook, warnings.catch_warnings():
                warnings.simplefilter("ignore", SAWarning)
                return read_given(gradebook, self.assignment)
        except (SQLAlchemyError, OSError) as error:
            raise GradebookError(f"the gradebook {self.url} can't be read: {error}") from None

    def write(self, results: Sequence[Result], load: Callable[[str], Submission]) -> list[str]:
        """Write everything that was graded; of students who handed in nothing only the names.

        ``load(student)`` reads a submission again. The result is one sentence on each student who
        could not be written.
        """
        problems = []
        late = AssignLatePenalties(config=_config(self.folder))
        with Gradebook(self.url) as gradebook, warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own queries
            for result in results:
                try:
                    self._student(gradebook, result, load(result.student), late)
                except (InvalidEntry, MissingEntry, OSError) as error:
                    problems.append(f"{result.student} is not in the gradebook: {error}")
        return problems

    def _student(self, gradebook, result: Result, submission: Submission, late) -> None:
        gradebook.update_or_create_student(result.student)
        if not result.is_handed_in:
            return
        when = _time(submission.timestamp)
        more = {"timestamp": when} if when else {}
        gradebook.update_or_create_submission(self.assignment, result.student, **more)
        rows = {row.exercise: row for row in result.rows}
        notebooks = [book.name for book in gradebook.find_assignment(self.assignment).notebooks]
        for notebook in notebooks:
            stored = gradebook.find_submission_notebook(notebook, self.assignment, result.student)
            for grade in stored.grades:
                _give(grade, rows.get(grade.name.removeprefix("check_")))
            for comment in stored.comments:
                comment.auto_comment = _comment(rows.get(comment.name))
        gradebook.db.commit()
        for notebook in notebooks:
            names = {"student": result.student, "assignment": self.assignment, "notebook": notebook}
            resources = {**names, "db_url": self.url}
            late.preprocess(new_notebook(), {"nbgrader": resources})
            write_autograded(gradebook, self.folder, resources, result, submission)


def _give(grade: Any, row: Row | None) -> None:
    """Give an automatic score; what is not there gets none, as nbgrader has it."""
    if row is None:
        grade.auto_score, grade.needs_manual_grade = 0, False
    elif row.status == Status.TO_BE_GRADED:
        grade.auto_score, grade.needs_manual_grade = None, True
    else:
        share = row.score / row.max_score if row.max_score else 0.0
        grade.auto_score = round(share * grade.max_score, 2)  # the gradebook's points count
        grade.needs_manual_grade = row.status in _REVIEW or grade.manual_score is not None


def _comment(row: Row | None) -> str | None:
    if row is None or (row.status in (Status.MISSING, Status.NOT_ATTEMPTED) and not row.adjusted):
        return NO_RESPONSE
    if row.adjusted or row.exercise in EXERCISES:
        return message_of(row)
    return None


def _time(text: str):
    try:
        return parse_utc(text) if text else None
    except ValueError:
        return None


def _folder(url: str) -> Path:
    try:
        parts = make_url(url)
    except SQLAlchemyError:
        raise GradebookError(
            f"{url} is not the address of a gradebook: write sqlite:///gradebook.db, for instance."
        ) from None
    if parts.get_backend_name() != "sqlite" or not parts.database:
        return Path.cwd()
    path = Path(parts.database)
    if not path.is_file():  # it would be made, and be empty
        raise GradebookError(f"there is no {path}: nbgrader generate_assignment makes it.")
    return path.resolve().parent


def _config(folder: Path) -> Config:
    """The course's own configuration: which penalty there is for being late."""
    name = "nbgrader_config.py"
    if not (folder / name).is_file():
        return Config()
    return PyFileConfigLoader(name, path=str(folder)).load_config()
