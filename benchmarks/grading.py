"""How fast a class is graded, and in how much memory, next to other graders.

    .venv/bin/python benchmarks/grading.py                   100 submissions, about 5 minutes
    .venv/bin/python benchmarks/grading.py --students 20

Prints one Markdown table, which belongs in docs/measurements.md. `class_of` makes the classes: a
mixed one in which a tenth of the submissions are hostile, one with honest submissions only, and one
in which everybody hands in the four solved notebooks; in the other two a submission has up to four
notebooks. `gmm-grade` grades them in a process of its own, from the command line to the last page
of feedback.

- start: seconds until the first submission is graded: Python, imports, the jails.
- seconds per submission: all seconds after that, divided by the number of other submissions.
- memory: the proportional set size (memory shared between processes counts once), summed over all
  processes, including workers and jails; the largest of four samples per second.
- relative to ours: seconds per submission, divided by ours for the honest class with 1 worker, in
  the same run.

"functions alone" is a lower bound: the calls of the students' functions on the same cases, on one
core, without any jail or judging; see `functions_alone`. Half of it is spent in the functions of
one student in ten, who draws samples one by one with `multivariate_normal`.

nbgrader comes from .venv-nbgrader (`make .venv-nbgrader/.installed`) and autogrades the first few
submissions of the honest class; its time includes its start. It does different work: it executes
whole notebooks, with pictures and sliders, each in its own kernel, and takes the points from the
check cells, which draw their own cases and know the answers.

otter-grader comes from .venv-otter (`make .venv-otter/.installed`) and grades the same few
submissions, one notebook after another, without a container. It executes whole notebooks as well;
its tests draw the same cases as ours; see `with_otter`. Its start is not counted. A line below the
table says in how many exercises it gives the same points as `gmm-grade`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import class_of
import psutil

HERE = Path(__file__).resolve().parent
NBGRADER = HERE.parent / ".venv-nbgrader" / "bin" / "python"
OTTER = HERE.parent / ".venv-otter" / "bin" / "python"
N_OTHERS = 3  # submissions for the other graders
LOOK = 0.25  # seconds between two looks at what is there
WEIGH = 1.0  # seconds between two looks at the memory, which take long
SEED = 1
ONE_THREAD = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
HEADINGS = (
    "grader",
    "class",
    "workers",
    "submissions",
    "start, s",
    "s per submission",
    "submissions per second",
    "relative to ours",
    "memory, MB",
)


class Measured(NamedTuple):
    """Seconds for the start, seconds per submission after that, bytes of memory; the scores."""

    start: float | None
    each: float
    memory: int
    scores: dict[str, dict[str, float]] | None = None  # by student and exercise


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=100)
    n_students = parser.parse_args().students
    print(
        f"{date.today().isoformat()}, {platform.machine()}, {os.cpu_count()} cores, Python ", end=""
    )
    print(f"{platform.python_version()}, load before {os.getloadavg()[0]:.1f}\n")
    print_row(HEADINGS)
    print_row(["---", "---", *["---:"] * (len(HEADINGS) - 2)])
    with tempfile.TemporaryDirectory() as folder:
        mixed, honest, few, solved = (
            Path(folder) / name for name in ("mixed", "honest", "few", "solved")
        )
        class_of.write(mixed, n_students)
        class_of.write(honest, n_students, hostile=0.0)
        class_of.write(few, N_OTHERS, hostile=0.0)
        class_of.write_solved(solved, n_students)
        unit = ours(honest, 1)
        print_measured("gmm-grade", "honest", 1, n_students, unit, unit)
        print_measured("gmm-grade", "honest", 2, n_students, ours(honest, 2), unit)
        print_measured("functions alone", "honest", 1, n_students, alone(honest), unit)
        for group, submissions in (("as solved", solved), ("a tenth hostile", mixed)):
            for n_workers in (1, 2):
                measured = ours(submissions, n_workers)
                print_measured("gmm-grade", group, n_workers, n_students, measured, unit)
        if NBGRADER.exists():
            print_measured("nbgrader", "honest", 1, N_OTHERS, nbgrader(few), unit)
        else:
            print_row(["nbgrader", "not installed: make .venv-nbgrader/.installed"])
        if OTTER.exists():
            measured = otter(few)
            print_measured("otter-grader", "honest", 1, N_OTHERS, measured, unit)
            print(f"\n{agreement(measured.scores, unit.scores)}")
        else:
            print_row(["otter-grader", "not installed: make .venv-otter/.installed"])
    return 0


def print_row(cells: Sequence[str]) -> None:
    """Print a row of a Markdown table."""
    print(f"| {' | '.join([*cells, *[''] * (len(HEADINGS) - len(cells))])} |", flush=True)


def print_measured(grader, group, n_workers, n_students, measured: Measured, unit: Measured):
    """Print what was measured."""
    start, each, memory, _ = measured
    begin = "" if start is None else f"{start:.1f}"
    numbers = begin, f"{each:.2f}", f"{1 / each:.2f}", f"{each / unit.each:.2f} x"
    print_row([grader, group, str(n_workers), str(n_students), *numbers, f"{memory / 1e6:.0f}"])


def ours(submissions: Path, n_workers: int) -> Measured:
    """Grade a class with gmm-grade."""
    with tempfile.TemporaryDirectory() as folder:
        line = [sys.executable, "-m", "gmm_helpers.grading", str(submissions), "--output", folder]
        results = Path(folder) / "results"
        begun = time.perf_counter()
        first: list[float] = []

        def look() -> None:
            if not first and any(results.glob("*.json")):
                first.append(time.perf_counter() - begun)

        _, memory = run([*line, "--seed", str(SEED), "--workers", str(n_workers)], look)
        seconds = time.perf_counter() - begun
        graded = [json.loads(path.read_text(encoding="utf-8")) for path in results.glob("*.json")]
    scores = {
        each["student"]: {row["exercise"]: row["score"] for row in each["rows"]} for each in graded
    }
    return Measured(first[0], (seconds - first[0]) / (len(graded) - 1), memory, scores)


def alone(submissions: Path) -> Measured:
    """Call the functions of a class, and nothing else."""
    line = [sys.executable, str(HERE / "functions_alone.py"), str(submissions), str(SEED)]
    said, memory = run(line, env=ONE_THREAD)
    found = json.loads(said.splitlines()[-1])
    return Measured(None, found["seconds"] / found["submissions"], memory)


def nbgrader(submissions: Path) -> Measured:
    """Grade a class with nbgrader."""
    said, memory = run([str(NBGRADER), str(HERE / "with_nbgrader.py"), str(submissions)])
    found = json.loads(said.splitlines()[-1])
    return Measured(None, found["seconds"] / found["submissions"], memory)


def otter(submissions: Path) -> Measured:
    """Grade a class with otter-grader."""
    said, memory = run([str(OTTER), str(HERE / "with_otter.py"), str(submissions), str(SEED)])
    found = json.loads(said.splitlines()[-1])
    return Measured(None, found["seconds"] / found["submissions"], memory, found["scores"])


def agreement(theirs, ours) -> str:
    """Say in how many exercises of the same students two graders give the same points."""
    pairs = {
        f"{name} of {student}": (score, ours[student].get(name))
        for student, scores in theirs.items()
        if student in ours
        for name, score in scores.items()
    }
    other = [f"{name} ({a} and {b})" for name, (a, b) in pairs.items() if a != b]
    text = f"otter-grader and gmm-grade give the same points in {len(pairs) - len(other)} of "
    return f"{text}{len(pairs)} exercises{'; not in ' + ', '.join(other) if other else ''}."


def run(
    command: Sequence[str], look: Callable[[], None] = lambda: None, env: dict | None = None
) -> tuple[str, int]:
    """What a command prints, and the most memory that it and its descendants held at once."""
    most, weighed = 0, -WEIGH
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=said, stderr=errors, env=env)
        while process.poll() is None:
            if time.perf_counter() - weighed > WEIGH:
                most, weighed = max(most, held(process.pid)), time.perf_counter()
            look()
            time.sleep(LOOK)
        errors.seek(0)
        said.seek(0)
        if process.returncode:
            sys.exit(f"{' '.join(command)} failed: {errors.read()}")
        return said.read(), most


def held(pid: int) -> int:
    """Bytes of a process and its descendants."""
    total = 0
    with contextlib.suppress(psutil.Error):
        parent = psutil.Process(pid)
        for process in (parent, *parent.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                total += process.memory_full_info().pss
    return total


if __name__ == "__main__":
    sys.exit(main())
