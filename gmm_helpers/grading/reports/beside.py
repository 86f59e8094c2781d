"""What lies beside the report in its folder: files to link to, and rules that hold already."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..intake.people.roster import delimiter_of, text_of

__all__ = ["Rule", "files_beside", "rules_beside"]

RULES = "rules.csv"
_FILES = {
    "grades.csv": "one row per exercise",
    "summary.csv": "one row per student",
    "answers/index.html": "written answers, by question",
    "points.csv": "points given by hand",
    RULES: "points kept by rule",
    "report.json": "this report as data",
}
MAX_BYTES = 1_000_000
MAX_LINKS = 40  # of the upload folder


class Rule(NamedTuple):
    """A line of `rules.csv`, as it stands there."""

    exercise: str
    mistake: str
    points: str
    comment: str = ""

    @property
    def number(self) -> float | None:
        """The points, if they are a number; `4,5` is one."""
        try:
            return float(self.points.replace(",", "."))
        except ValueError:
            return None


def files_beside(folder: Path) -> list[tuple[str, str]]:
    """Files that are there, as paths from the report, and what is in them."""
    found = [(name, what) for name, what in _FILES.items() if (folder / name).is_file()]
    return [*found, *_for_upload(folder / "upload")]


def _for_upload(folder: Path) -> Iterator[tuple[str, str]]:
    if folder.is_dir():
        paths = sorted(path for path in folder.iterdir() if path.is_file())
        yield from ((f"upload/{path.name}", "for your LMS") for path in paths[:MAX_LINKS])


def rules_beside(folder: Path) -> list[Rule]:
    """The rules that hold already; none where the file can't be read."""
    path = folder / RULES
    try:
        with path.open("rb") as file:
            text = text_of(file.read(MAX_BYTES))
        lines = csv.DictReader(io.StringIO(text), delimiter=delimiter_of(text))
        return [_rule(line) for line in lines]
    except (OSError, ValueError, csv.Error):
        return []


def _rule(line: dict[str, str]) -> Rule:
    return Rule(*((line.get(name) or "").strip() for name in Rule._fields))
