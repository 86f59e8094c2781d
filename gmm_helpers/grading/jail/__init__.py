"""Placeholder of the interface; replaced by the package in which student code runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ...exercises import Outcome


class Program(NamedTuple):
    cells: tuple[str, ...]
    exercises: tuple[str, ...]


@dataclass(frozen=True)
class Limits:
    case_seconds: float = 6.0
    later_case_seconds: float = 1.5


class JailError(RuntimeError):
    pass


class ExerciseRun(NamedTuple):
    exercise: str
    status: str
    outcomes: tuple[Outcome, ...]
    message: str = ""


class SubmissionRun(NamedTuple):
    exercises: tuple[ExerciseRun, ...]
    notes: tuple[str, ...]
    isolation: str
