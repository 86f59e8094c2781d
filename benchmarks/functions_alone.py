"""How long the functions of an honest class take on their own; run by `grading.py`.

    .venv/bin/python benchmarks/functions_alone.py FOLDER SEED

Runs the cells of every notebook in this process, without any jail, and calls the functions on the
cases of `gmm-grade --seed SEED`; nothing is judged. No grader that tries as many cases can be
faster. Prints one line of JSON: the seconds that all calls took, and the number of submissions.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from gmm_helpers.exercises import EXERCISES, CallStatus, Case, attempt_next
from gmm_helpers.exercises.statuses import Isolation
from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.intake.class_folder import collect
from gmm_helpers.grading.intake.student_folder import load
from gmm_helpers.grading.jail import Program, SubmissionRun
from gmm_helpers.grading.judging.exercises import draw_cases
from gmm_helpers.grading.parsing.release import read_release
from gmm_helpers.grading.settings import Settings

SECONDS = 6.0  # per case


class Bare:
    """Takes the place of the jail, and times the calls."""

    def __init__(self, cases: Mapping[str, Sequence[Case]]):
        self.cases = cases
        self.seconds = 0.0

    def __enter__(self) -> Bare:
        return self

    def __exit__(self, *_raised) -> None:
        pass

    def run(self, programs: Sequence[Program]) -> SubmissionRun:
        """Run cells and call functions; no results are kept."""
        for program in programs:
            namespace = {"__name__": "__main__", "display": lambda *_: None}
            for cell in program.cells:
                with suppress(Exception):
                    exec(cell, namespace)
            for name in program.exercises:
                self._call(name, namespace.get(name))
        return SubmissionRun((), (), Isolation.NOTHING_RAN)

    def _call(self, name: str, function) -> None:
        if not callable(function):
            return
        begun = time.perf_counter()
        cases, outcomes = self.cases[name], []
        for _ in cases:
            outcomes.append(attempt_next(EXERCISES[name], function, cases, outcomes, SECONDS))
            if outcomes[-1].status is CallStatus.UNWRITTEN:
                break
        self.seconds += time.perf_counter() - begun


def main(folder: str, seed: str) -> int:
    """Call every function of everybody."""
    settings = Settings(int(seed), read_release(None))
    bare = Bare({name: draw_cases(name, settings.seed) for name in settings.exercises})
    found, _ = collect(Path(folder))
    with Grader(settings, lambda cases, settings: bare) as grader:
        for each in found:
            grader.grade(load(each))
    print(json.dumps({"seconds": bare.seconds, "submissions": len(found)}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
