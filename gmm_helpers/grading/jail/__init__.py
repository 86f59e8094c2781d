"""Run student code where it can do no harm and finds nothing: see `Runner`."""

from .limits import Limits
from .runner import Runner
from .runs import ExerciseRun, JailError, Program, SubmissionRun

__all__ = ["ExerciseRun", "JailError", "Limits", "Program", "Runner", "SubmissionRun"]
