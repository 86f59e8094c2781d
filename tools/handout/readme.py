"""The README of the students' zip: it says what is in the zip, and nothing that is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gmm_helpers.exercises.syllabus import Syllabus
from gmm_helpers.grading.parsing.handout.notebooks import VERSION, marks_in

from .address import address_in
from .first_cell import PROJECT

__all__ = ["readme"]

_COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_COLAB = {
    True: "upload a notebook and run its first cell, which installs the package.",
    False: "upload a notebook; behind the folder symbol on the left upload the file\n"
    "  `{wheel}`, too; then run the first cell, which installs the package.",
}
_HAND_IN = "Upload the notebooks that you were asked for, such as `{first}`."


def readme(parts: Path, notebooks: Mapping[str, bytes], syllabus: Syllabus, wheel: str) -> str:
    """Return the text for some notebooks, by name."""
    read = {name: json.loads(content) for name, content in notebooks.items()}
    chapters = {name: notebook for name, notebook in read.items() if marks_in(notebook)}
    first = f"notebooks/{next(iter(chapters))}.ipynb"
    has_address = bool(syllabus.package or address_in(PROJECT))
    return (
        (parts / "README.md")
        .read_text(encoding="utf-8")
        .format(
            notebooks=_listed(read, chapters),
            first=first,
            colab=_COLAB[has_address].format(wheel=wheel),
            hand_in=syllabus.hand_in.strip() or _HAND_IN.format(first=first),
            points=_points(chapters),
            wheel=wheel,
            version=f"{PROJECT['version']}; " + ", ".join(_versions(read)),
        )
    )


def _listed(read: Mapping[str, Any], chapters: Mapping[str, Any]) -> str:
    n = len(chapters)
    count = _COUNTS[n].capitalize() if n < len(_COUNTS) else str(n)
    lines = [f"{count} notebook{'s' * (n != 1)} with exercises:", ""]
    lines += [f"- `notebooks/{name}.ipynb`: {_title(chapters[name])}" for name in chapters]
    demos = [name for name in read if name not in chapters]
    if demos:
        lines += ["", "and without exercises:", ""]
        lines += [f"- `notebooks/{name}.ipynb`: {_title(read[name])}" for name in demos]
    return "\n".join(lines)


def _title(notebook: Mapping[str, Any]) -> str:
    source = notebook["cells"][0]["source"]
    text = source if isinstance(source, str) else "".join(source)
    return text.splitlines()[0].lstrip("# ").lstrip("0123456789. ")


def _points(chapters: Mapping[str, Any]) -> str:
    lines = ["| notebook | exercise or question | points |", "|---|---|---:|"]
    for name, notebook in chapters.items():
        for cell in notebook["cells"]:
            grading = cell["metadata"].get("nbgrader", {})
            if "points" in grading:
                mark = grading["grade_id"].removeprefix("check_")
                lines.append(f"| {name} | `{mark}` | {grading['points']:g} |")
    return "\n".join([*lines, ""])


def _versions(read: Mapping[str, Any]) -> list[str]:
    given = {name: notebook["metadata"].get(VERSION, "") for name, notebook in read.items()}
    return [f"{name} {version.partition('+')[2]}" for name, version in given.items() if version]
