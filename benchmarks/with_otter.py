"""Have otter-grader grade a class made by `class_of`; run by `grading.py` in .venv-otter.

    .venv-otter/bin/python benchmarks/with_otter.py FOLDER SEED

`otter generate` makes an autograder zip for each notebook, with one otter test per exercise. The
test draws the cases that `gmm-grade --seed SEED` draws, and judges as `gmm-grade` does. Each case
is one test case for otter, because otter gives a test case either all of its points or none. The
check cells of a notebook are replaced by otter's own, so that nothing is checked twice.

otter grades one notebook at a time, here without Docker, so a submission takes up to four runs of
`otter.api.grade_submission`, each with its own kernel. They share one process, so that otter's
imports, which take some seconds, are not counted.

Prints one line of JSON: the seconds of all runs, the number of submissions and notebooks, and the
scores, by student and exercise.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from otter.api import grade_submission
from otter.generate import main as generate

from gmm_helpers.exercises import CHAPTERS, EXERCISES
from gmm_helpers.grading.judging.exercises import draw_cases

TEST = """\
from functools import cache

from otter.test_files import test_case

from gmm_helpers.checks.cards import as_text
from gmm_helpers.exercises import CallStatus, attempt, judge
from gmm_helpers.grading.judging.exercises import build_key

OK_FORMAT = False
name = {name!r}
points = {points}
SECONDS = 6.0  # for one case


@cache
def verdict_of(function):
    key, outcomes = build_key(name, {seed}), []
    for case in key.cases:
        outcomes.append(attempt(key.exercise, function, case, SECONDS))
        if outcomes[-1].stopped or outcomes[0].status is CallStatus.UNWRITTEN:
            break
    return judge(key, outcomes)


def require(i, function):
    assert callable(function), f"there is no function {{name}}"
    verdict, case = verdict_of(function), build_key(name, {seed}).cases[i]
    failed = any(failure.case is case for failure in verdict.failures)
    assert verdict.score and not failed, as_text(verdict, values=False)


def test_of(i):
    return test_case()(lambda env: require(i, env.get(name)))


globals().update({{f"case_{{i}}": test_of(i) for i in range({n_cases})}})
"""


def main(submissions: Path, seed: int) -> int:
    """Make the tests and notebooks, have otter grade them, and take the time."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "DATA", "RUNTIME"):  # ignore this user's own settings
            os.environ[f"JUPYTER_{name}_DIR"] = str(Path(folder) / "jupyter" / name.lower())
        os.environ["IPYTHONDIR"] = str(Path(folder) / "ipython")
        zips = {chapter: made_zip(Path(folder), chapter, seed) for chapter in CHAPTERS}
        handed_in = [
            (path.parent.name, path.stem, converted(path, Path(folder)))
            for path in sorted(submissions.glob("*/*.ipynb"))
        ]
        scores: dict[str, dict[str, float]] = {}
        begun = time.perf_counter()
        for student, chapter, path in handed_in:
            graded = grade_submission(str(path), str(zips[chapter]), quiet=True)
            if sorted(graded.results) != sorted(CHAPTERS[chapter]):
                sys.exit(f"otter did not grade {chapter} of {student}: {graded}")
            found = {name: round(graded.get_score(name), 2) for name in graded.results}
            scores[student] = scores.get(student, {}) | found
        seconds = time.perf_counter() - begun
    counts = {"submissions": len(scores), "notebooks": len(handed_in)}
    print(json.dumps({"seconds": seconds, **counts, "scores": scores}))
    return 0


def made_zip(folder: Path, chapter: str, seed: int) -> Path:
    """Write an autograder zip with the tests for a notebook."""
    tests = folder / "tests" / chapter
    tests.mkdir(parents=True)
    for name in CHAPTERS[chapter]:
        points, n_cases = EXERCISES[name].points, len(draw_cases(name, seed))
        source = TEST.format(name=name, points=points, seed=seed, n_cases=n_cases)
        (tests / f"{name}.py").write_text(source, encoding="utf-8")
    path = folder / f"{chapter}.zip"
    alone = {"no_config": True, "no_requirements": True, "no_environment": True}
    generate(tests_dir=str(tests), output_path=str(path), **alone)
    return path


def converted(path: Path, folder: Path) -> Path:
    """Write a copy of a notebook with otter's tests in place of the checks."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "").removeprefix("check_")
        if name in EXERCISES and cell["metadata"]["nbgrader"]["grade"]:
            cell["source"], cell["metadata"]["otter"] = "", {"tests": [name]}
    copy = folder / "submitted" / path.parent.name / path.name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(json.dumps(notebook), encoding="utf-8")
    return copy


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
