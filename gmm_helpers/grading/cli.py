"""``gmm-grade SUBMISSIONS --output OUT``: the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

__all__ = ["main"]

DESCRIPTION = """\
Grade a class: one folder a student, with notebooks at any depth, or a zip of that. Student code
runs isolated and never meets an expected value. Read report.html in OUT first."""

LEAST_SECONDS = 0.1  # in less than that a right answer may be cut short by a busy machine


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"gmm-grade: {' '.join(message.split())}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default those of the process.

    Returns
    -------
    int
        0 when every submission was dealt with, whatever it scored; 1 if grading could not go
        on; 130 after Ctrl-C. Bad arguments leave with status 2, and one line why.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        if options.doctor:
            return _doctor(options.isolation)
        if options.submissions is None or options.output is None:
            parser.error("name the submissions and --output, the folder for everything made.")
        from .workflow import grade_class
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("gmm_helpers"):
            raise
        return _complain(f"{error.name} is missing: pip install 'gmm-helpers[grading]'", 1)
    from .failures import BadArgumentError, BrokenWorkerError
    from .reports.output_folder import UnwritableError

    try:
        return grade_class(options)
    except BadArgumentError as error:
        parser.error(str(error))
    except BrokenWorkerError as error:
        return _complain(str(error), 1)
    except UnwritableError as error:
        advice = "make room, or allow it, and go on with the same line and --resume"
        return _complain(f"{error}; what is done is kept: {advice}", 1)
    except KeyboardInterrupt:
        return _complain(
            "stopped; what is done is kept: go on with the same line and --resume", 130
        )


def _doctor(isolation: str) -> int:
    """Say of each wall around student code whether it holds; returns 1 if one does not."""
    from .jail import JailError
    from .jail.doctor import doctor

    try:
        findings = doctor(isolation)
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
    parser.add_argument(
        "submissions",
        type=Path,
        nargs="?",
        metavar="SUBMISSIONS",
        help="folder with one folder a student, or a zip of it",
    )
    parser.add_argument(
        "--output", type=Path, metavar="OUT", help="new folder, for grades, feedback and reports"
    )
    parser.add_argument(
        "--seed",
        type=_at_least(0),
        metavar="S",
        help="of the cases everybody is tried on; by default a new one, noted in report.json",
    )
    parser.add_argument(
        "--workers",
        type=_at_least(1),
        default=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2,
        metavar="N",
        help="processes; by default one a core",
    )
    parser.add_argument(
        "--timeout", type=_seconds, metavar="S", help="seconds for one call of a function"
    )
    parser.add_argument("--resume", action="store_true", help="go on where it stopped")
    parser.add_argument(
        "--release",
        type=Path,
        metavar="DIR",
        help="notebooks as they were handed out, if they are not the package's own",
    )
    parser.add_argument(
        "--notebooks",
        nargs="+",
        metavar="NAME",
        help="those that count, such as 02_e_step; by default all that anybody handed in",
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a dask.distributed cluster: tcp://host:8786"
    )
    parser.add_argument(
        "--gradebook", metavar="URL", help="of nbgrader: sqlite:///course/gradebook.db"
    )
    parser.add_argument("--assignment", metavar="NAME", help="its name in the gradebook")
    parser.add_argument(
        "--isolation",
        choices=("auto", "bubblewrap", "none"),
        default="auto",
        help="bubblewrap: refuse to grade without; none: a plain process; by default the best",
    )
    parser.add_argument(
        "--doctor", action="store_true", help="say how student code is isolated here, and try it"
    )
    return parser


def _at_least(least: int):
    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"expected a whole number from {least}, got {text}")
        return value

    number.__name__ = "whole number"  # argparse says: invalid whole number value
    return number


def _seconds(text: str) -> float:
    value = float(text)
    if not LEAST_SECONDS <= value < 86_400:
        raise argparse.ArgumentTypeError(f"expected seconds, at least {LEAST_SECONDS}, got {text}")
    return value


_seconds.__name__ = "number"
