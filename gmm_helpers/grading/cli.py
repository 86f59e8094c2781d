"""``gmm-grade SUBMISSIONS --output OUT``: the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .upload.options import add_upload_options

__all__ = ["main"]

DESCRIPTION = """\
Grade a class: what an LMS lets you download, as a folder or a zip, or one folder per student, with
notebooks at any depth. Student code runs in isolation and never sees an expected
value. Open report.html in OUT first."""

MIN_SECONDS = 0.1  # with less, a busy machine may cut a right answer short


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"gmm-grade: {' '.join(message.split())}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the result is the status of the process.

    It is 0 if every submission was graded, whatever it scored; 3 if that is so, but there are files
    that belong to nobody; 4 if there are lines in points.csv or rules.csv that can't be applied; 1
    if grading had to stop; 130 after Ctrl-C. Bad arguments end with status 2, and one line that
    says why.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.doctor and (options.submissions is None or options.output is None):
        parser.error("name the submissions and --output, a folder for the results.")
    try:
        from .handover import hand_over
        from .workflow import grade_class
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("gmm_helpers"):
            raise
        return _complain(f"{error.name} is missing: pip install 'gmm-helpers[grading]'", 1)
    from .errors import BadArgumentError, BrokenWorkerError, UnwritableError

    try:
        hand_over(options, sys.argv[1:] if arguments is None else arguments)
        return _doctor(options.isolation) if options.doctor else grade_class(options)
    except BadArgumentError as error:
        parser.error(str(error))
    except BrokenWorkerError as error:
        return _complain(str(error), 1)
    except UnwritableError as error:
        advice = "free some space or fix the permissions, then run the same command with --resume"
        return _complain(f"{error}; finished results are kept: {advice}", 1)
    except KeyboardInterrupt:
        advice = "run the same command with --resume to continue"
        return _complain(f"stopped; finished results are kept: {advice}", 130)


def _doctor(isolation: str) -> int:
    """Print for each wall around student code whether it holds; returns 1 if one does not."""
    from .jail import JailError
    from .jail.doctor import examine_walls

    try:
        findings = examine_walls(isolation)
    except JailError as error:
        return _complain(str(error), 1)
    for finding in findings:
        tried = f" ({finding.tried})" if finding.tried else ""
        print(f"{'holds' if finding.holds else 'OPEN '}  {finding.wall}{tried}: {finding.message}")
    return 0 if all(finding.holds for finding in findings) else 1


def _complain(message: str, status: int) -> int:
    print(f"gmm-grade: {message}", file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="gmm-grade", description=DESCRIPTION)
    add = parser.add_argument
    add(
        "submissions",
        type=Path,
        nargs="?",
        metavar="SUBMISSIONS",
        help="a folder with everything that was handed in, or a zip of it",
    )
    add("--output", type=Path, metavar="OUT", help="a new folder for grades, feedback and reports")
    add(
        "--roster",
        type=Path,
        metavar="CSV",
        help="the list of the class, as an LMS exports it or with the columns id, name, email, "
        "login: everybody on it has a row",
    )
    add(
        "--points",
        type=Path,
        metavar="CSV",
        help="points by hand, with the columns student, exercise, points, comment; OUT/points.csv "
        "by default, if it is there",
    )
    add(
        "--rules",
        type=Path,
        metavar="CSV",
        help="points that everybody keeps who made a mistake, with the columns exercise, mistake, "
        "points, comment; OUT/rules.csv by default, if it is there",
    )
    add(
        "--seed",
        type=_at_least(0),
        metavar="S",
        help="seed of the hidden cases that give the points, the same for everybody; by default a "
        "new one, noted in report.json",
    )
    add(
        "--public-seed",
        type=_at_least(0),
        metavar="S",
        help="seed of the cases that feedback shows, printed there; 1 by default",
    )
    add(
        "--workers",
        type=_at_least(1),
        default=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2,
        metavar="N",
        help="number of processes; by default one per core",
    )
    add("--timeout", type=_seconds, metavar="S", help="seconds allowed for one call of a function")
    add(
        "--resume",
        action="store_true",
        help="continue a run that was stopped, or grade only what is new",
    )
    add(
        "--release",
        type=Path,
        metavar="PLACE",
        help="what was handed out, if not the notebooks of this package as they are: the students' "
        "zip, a folder, or a release.toml with points",
    )
    add(
        "--notebooks",
        nargs="+",
        metavar="NAME",
        help="notebooks that count, such as 02_e_step; by default all that anybody submitted",
    )
    add(
        "--scheduler",
        metavar="ADDRESS",
        help="address of a dask.distributed cluster: tcp://host:8786",
    )
    add(
        "--gradebook",
        metavar="URL",
        help="URL of an nbgrader gradebook: sqlite:///course/gradebook.db",
    )
    add("--assignment", metavar="NAME", help="name of the assignment in the gradebook")
    add(
        "--isolation",
        choices=("auto", "bubblewrap", "user", "none"),
        default="auto",
        help="bubblewrap: refuse to grade without it; none: an ordinary process; auto: the first, "
        "or else the second; user: the same, but as root a user without rights before an ordinary "
        "process, for containers",
    )
    add(
        "--python",
        metavar="PYTHON",
        help="the Python to grade with; by default this one, or a newer one on PATH that has the "
        "packages, if a notebook needs it",
    )
    add(
        "--helper-counts",
        action="store_true",
        help="give points to a function that calls the helper it should replace; by default it "
        "earns none, and its author is told so",
    )
    add(
        "--questions",
        choices=("none", "answered", "right"),
        default="none",
        help="what predictions and self-tests earn points for, one line per notebook; by default "
        "they earn none",
    )
    add(
        "--question-points",
        type=_points,
        default=1.0,
        metavar="P",
        help="points for each of them; 1 by default",
    )
    add_upload_options(add)
    add(
        "--doctor",
        action="store_true",
        help="say how student code is isolated on this machine, and test it",
    )
    return parser


def _at_least(minimum: int):
    def number(text: str) -> int:
        value = int(text)
        if value < minimum:
            expected = f"expected a whole number of at least {minimum}"
            raise argparse.ArgumentTypeError(f"{expected}, got {text}")
        return value

    number.__name__ = "whole number"  # argparse says: invalid whole number value
    return number


def _seconds(text: str) -> float:
    value = float(text)
    if not MIN_SECONDS <= value < 86_400:
        raise argparse.ArgumentTypeError(f"expected at least {MIN_SECONDS} seconds, got {text}")
    return value


_seconds.__name__ = "number"


def _points(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1000:
        raise argparse.ArgumentTypeError(f"expected 0 to 1000 points, got {text}")
    return value


_points.__name__ = "number"
