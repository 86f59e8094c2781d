"""The gradebook that was named on the command line, and what people gave in it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ...adjustments.applying import FormgraderGrade
from ...adjustments.given_points import Key
from ...errors import BadArgumentError

if TYPE_CHECKING:
    from .gradebook import Course

__all__ = ["open_gradebook"]


def open_gradebook(
    options: Namespace,
) -> tuple[Course | None, dict[Key, FormgraderGrade]]:
    """Opened before anything is graded, so that a wrong address is reported at once.

    Raises
    ------
    BadArgumentError
    """
    if options.gradebook is None:
        return None, {}
    try:
        from .gradebook import Course, GradebookError
    except ModuleNotFoundError:
        message = "--gradebook needs nbgrader: pip install 'gmm-helpers[gradebook]'"
        raise BadArgumentError(message) from None
    try:
        course = Course(options.gradebook, options.assignment)
        return course, course.given()
    except GradebookError as error:
        raise BadArgumentError(str(error)) from None
