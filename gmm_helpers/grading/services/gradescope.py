"""What Gradescope runs for every submission: ``python -m gmm_helpers.grading.services.gradescope``.

Its harness puts a submission into ``submission``, and reads ``results/results.json`` when we are
done. The formats are those of https://gradescope-autograders.readthedocs.io/en/latest/specs/.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...exercises.statuses import Isolation
from ..intake.people.person import Person
from ..reports.files import write_json
from ..reports.results import review_of
from ..workers import MakeRunner, jailed
from .markdown import escape
from .named_tests import NamedTest, make_tests, outline, sum_up
from .one_submission import Assignment, Graded, grade_one

__all__ = ["main", "results_of"]

SETTINGS = "settings.json"
_FAILED = (
    "The autograder itself failed, so there are no points yet. It is not your fault: please tell "
    "your instructor, who can read more under stdout and grade the submission again."
)
_ISOLATION = {
    Isolation.BUBBLEWRAP: "Student code ran isolated, by bubblewrap.",
    Isolation.USER: (
        "bubblewrap does not work in this container. Student code ran as a user without rights: it "
        "could not write results, read settings or the solved notebooks, or use the network, but "
        "it could see the disk of the container."
    ),
    Isolation.NONE: (
        "Student code was not isolated: it ran as an ordinary process of the autograder, and could "
        "read and change what the autograder can. Look at the code before you trust the points."
    ),
    Isolation.NOTHING_RAN: "No student code ran.",
}


def main(arguments: Sequence[str] | None = None, make_runner: MakeRunner = jailed) -> int:
    """Grade the submission below ``--root`` and write the results, whatever happens; returns 0."""
    parser = argparse.ArgumentParser(prog="run_autograder", description=__doc__)
    default = os.environ.get("AUTOGRADER_ROOT", "/autograder")
    parser.add_argument("--root", type=Path, default=Path(default), help="instead of /autograder")
    root = parser.parse_args(arguments).root.resolve()
    begun = time.perf_counter()
    try:
        close_to_others(root)
        settings = json.loads((root / "source" / SETTINGS).read_text(encoding="utf-8"))
        release = root / "source" / "release"
        assignment = Assignment(
            int(settings["seed"]),
            tuple(settings["notebooks"]),
            release if release.is_dir() else None,
        )
        person = submitter(root / "submission_metadata.json")
        graded = grade_one(root / "submission", person, assignment, make_runner)
        results = results_of(graded, settings.get("visibility", "visible"))
        _print_summary(graded)
    except Exception:
        traceback.print_exc(file=sys.stdout)
        results = _failure(_FAILED)
    results["execution_time"] = round(time.perf_counter() - begun, 1)
    write_json(root / "results" / "results.json", results)
    return 0


def close_to_others(root: Path) -> None:
    """As root, see to it that no other user can write below `root`, or read what is secret."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    source = root / "source"
    for path in (root, source, root / "results", root / "submission"):
        with contextlib.suppress(FileNotFoundError):
            os.chown(path, 0, 0)
            path.chmod(0o755)
    for path in (source / SETTINGS, source / "release", root / "submission_metadata.json"):
        with contextlib.suppress(FileNotFoundError):
            path.chmod(0o700 if path.is_dir() else 0o600)
    for path in (root / "submission").rglob("*"):
        with contextlib.suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)


def submitter(path: Path) -> Person:
    """Who handed it in, one or several, as Gradescope's metadata say it."""
    try:
        users = json.loads(path.read_text(encoding="utf-8"))["users"]
        names = [" ".join(str(user["name"]).split()) for user in users]
        emails = [str(user.get("email") or "") for user in users]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Person("student")
    return Person(" and ".join(filter(None, names)) or "student", email=" ".join(emails))


def results_of(graded: Graded, visibility: str = "visible") -> dict[str, Any]:
    """The content of ``results.json``: a test for each exercise, and one for instructors alone."""
    score, _ = sum_up(make_tests(graded))
    return {
        "score": score,
        "output": outline(graded),
        "output_format": "md",
        "test_output_format": "md",
        "visibility": visibility,
        "stdout_visibility": "hidden",
        "tests": [*map(_test, make_tests(graded)), _for_instructors(graded)],
        "extra_data": {"isolation": _isolation(graded).value},
    }


def _test(test: NamedTest) -> dict[str, Any]:
    return {
        "number": test.number,
        "name": test.name,
        "score": test.score,
        "max_score": test.max_score,
        "status": "passed" if test.is_passed else "failed",
        "output": test.text,
        "output_format": "md",
        "visibility": "visible",
    }


def _for_instructors(graded: Graded) -> dict[str, Any]:
    lines = [f"- {escape(_ISOLATION[_isolation(graded)])}"]
    lines += [
        f"- {escape(each['what'])}: {escape(each['why'])}" for each in review_of(graded.result)
    ]
    lines += [f"- {escape(str(note))}" for note in graded.result.notes]
    helpers = graded.result.helpers
    if helpers:
        lines.append(f"- The helper to be replaced was called: {escape(', '.join(helpers))}")
    return {
        "name": "For instructors: isolation, review, notes",
        "score": 0.0,
        "max_score": 0.0,
        "status": "passed",
        "output": "\n".join(lines),
        "output_format": "md",
        "visibility": "hidden",
    }


def _failure(sentence: str) -> dict[str, Any]:
    return {
        "score": 0.0,
        "output": sentence,
        "output_format": "md",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [],
    }


def _isolation(graded: Graded) -> Isolation:
    found = graded.result.isolation
    return Isolation(found) if found else Isolation.NOTHING_RAN


def _print_summary(graded: Graded) -> None:
    """What instructors find under stdout, which students do not see."""
    result = graded.result
    score, max_score = sum_up(make_tests(graded))
    print(f"{result.person.name}: {score:g} of {max_score:g} points, {graded.seconds:.0f} s.")
    print(_ISOLATION[_isolation(graded)])


if __name__ == "__main__":
    sys.exit(main())
