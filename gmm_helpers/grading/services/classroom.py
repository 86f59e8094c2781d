"""What a GitHub workflow runs: ``python -m gmm_helpers.grading.services.classroom``.

It writes the table of one repository into the summary of the job, and the points in the form that
https://github.com/classroom-resources/autograding-grading-reporter reads.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...exercises.statuses import Isolation
from ..intake.people.person import Person
from ..jail import JailError
from ..workers import MakeRunner, jailed
from .markdown import escape, table
from .named_tests import NamedTest, make_tests, outline, sum_up
from .one_submission import Assignment, Graded, grade_one

__all__ = ["main", "points_of", "summary_of"]

MAX_MESSAGE = 1_000  # characters; all of them travel in one environment variable
_WEAK = "Student code was not isolated here: bubblewrap does not work on this runner."


def main(arguments: Sequence[str] | None = None, make_runner: MakeRunner = jailed) -> int:
    """Grade a repository; 0 if that was done, whatever it scored, and 1 if it could not be.

    The seed of the hidden cases is ``GMM_SEED`` of the environment; without one it is a new one.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("."))
    parser.add_argument("--notebooks", nargs="+", default=[], help="that count; by default all")
    options = parser.parse_args(arguments)
    try:
        assignment = Assignment(_seed(), tuple(options.notebooks), isolation="auto")
        person = Person(os.environ.get("GITHUB_ACTOR", "") or "student")
        graded = grade_one(options.folder.resolve(), person, assignment, make_runner)
    except (ValueError, JailError) as error:
        problem = f"Nothing was graded: {error}"
        _append("GITHUB_STEP_SUMMARY", f"{escape(problem)}\n")
        _append("GITHUB_OUTPUT", f"result={_packed(_failed(problem))}\n")
        print(problem, file=sys.stderr)
        return 1
    _append("GITHUB_STEP_SUMMARY", summary_of(graded))
    _append("GITHUB_OUTPUT", f"result={_packed(points_of(graded))}\n")
    tests = make_tests(graded)
    for test in tests:
        print(f"{test.number:>5}  {test.name}: {test.status}, {test.score:g} of {test.max_score:g}")
    score, max_score = sum_up(tests)
    print(f"{score:g} of {max_score:g} points")
    return 0


def summary_of(graded: Graded) -> str:
    """The summary of the job, as Markdown: a table, and the text of what is not fully right."""
    tests = make_tests(graded)
    lines = table(("", "exercise", "status", "points"), map(_line, tests))
    parts = ["## Points", outline(graded), lines]
    if graded.result.isolation == Isolation.NONE.value:
        parts.append(_WEAK)
    for test in tests:
        if graded.result.is_handed_in and not test.is_passed:
            parts += [f"### {test.number} {escape(test.name)}", test.text]
    return "\n\n".join(parts) + "\n"


def _line(test: NamedTest) -> tuple[str, ...]:
    points = "by hand" if test.by_hand else f"{test.score:g} of {test.max_score:g}"
    return test.number, escape(test.name), escape(test.status), points


def points_of(graded: Graded) -> dict[str, Any]:
    """What the reporter of GitHub Classroom reads; written answers are left out."""
    tests = [test for test in make_tests(graded) if not test.by_hand]
    return {
        "version": 1,
        "status": "pass" if all(test.is_passed for test in tests) else "fail",
        "max_score": sum_up(tests)[1],
        "tests": [
            {
                "name": f"{test.number} {test.name}",
                "status": "pass" if test.is_passed else "fail",
                "score": test.score,
                "message": test.message[:MAX_MESSAGE],
                "line_no": 0,
                "execution_time": "0s",
                "test_code": "",
                "filename": "",
            }
            for test in tests
        ],
    }


def _failed(problem: str) -> dict[str, Any]:
    test = {"name": "grading", "status": "error", "score": 0, "message": problem[:MAX_MESSAGE]}
    return {"version": 1, "status": "error", "max_score": 0, "tests": [test]}


def _seed() -> int:
    given = os.environ.get("GMM_SEED", "").strip()
    if not given:
        return secrets.randbelow(2**32)
    if not given.isdecimal():
        raise ValueError("the secret GMM_SEED is not a whole number: set it to one, such as 8391.")
    return int(given)


def _packed(value: Any) -> str:
    return base64.b64encode(json.dumps(value).encode()).decode("ascii")


def _append(variable: str, text: str) -> None:
    """Write into the file that GitHub names in the environment, if it does."""
    path = os.environ.get(variable)
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    sys.exit(main())
