"""Have nbgrader autograde a class made by `class_of`; run by `grading.py` in .venv-nbgrader.

Prints one line of JSON: the seconds for all submissions, including the start of the command, and
the number of submissions.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.course import ASSIGNMENT, Course, read


def main(submissions: Path) -> int:
    """Set up a course, hand everything in, and time the grading."""
    with tempfile.TemporaryDirectory() as folder:
        course = Course(Path(folder))
        course.nbgrader("generate_assignment", ASSIGNMENT)
        students = sorted(path.name for path in submissions.iterdir())
        for student in students:
            for path in (submissions / student).glob("*.ipynb"):
                course.submit(student, path.stem, read(path))
        begun = time.perf_counter()
        course.nbgrader("autograde", ASSIGNMENT)
        seconds = time.perf_counter() - begun
        n_done = len(list((course.folder / "autograded").iterdir()))
    print(json.dumps({"seconds": seconds, "submissions": n_done}))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
