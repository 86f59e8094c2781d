"""What a function did not find where it was graded is named, if that is certain."""

import sys

import pytest
from support.handed_in import as_bytes, filled

from gmm_helpers.exercises import CallStatus, Outcome
from gmm_helpers.exercises.running.exceptions import RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import ExerciseRun
from gmm_helpers.grading.notes.machine import missing_here
from gmm_helpers.grading.parsing.notebook import SubmittedNotebook, read_cells
from gmm_helpers.grading.parsing.selection import ChosenNotebook

NEWER = (sys.version_info[0], sys.version_info[1] + 1)


@pytest.mark.parametrize(
    ("line", "kind", "message", "said"),
    [
        (
            "from icecream import ic",
            "ModuleNotFoundError",
            "No module named 'icecream'",
            "icecream",
        ),
        ("import a.b", "ModuleNotFoundError", "No module named 'a'", "the module a,"),
        ("import numpy", "ModuleNotFoundError", "No module named 'secret'", ""),
        ("from multiprocessing import Pool", "FileNotFoundError", "[Errno 2]", "other processes"),
        ("open('x')", "FileNotFoundError", "[Errno 2]", ""),
        (
            "import math; math.sumprod",
            "AttributeError",
            "module 'math' has no attribute 'sumprod'",
            "math.sumprod",
        ),
        (
            "from itertools import batched",
            "ImportError",
            "cannot import name 'batched' from 'itertools' (unknown location)",
            "itertools.batched",
        ),
        ("import numpy", "AttributeError", "module 'numpy' has no attribute 'foo'", ""),
    ],
)
def test_what_is_missing_is_named(line, kind, message, said, release):
    cells = read_cells(as_bytes(filled("02_e_step", e_step=f"def e_step(X):\n    {line}")))
    book = SubmittedNotebook("x.ipynb", 0.0, cells, {}, python=NEWER)
    chosen = ChosenNotebook(release.chapters[1], book, ("e_step",))
    outcome = Outcome(status=CallStatus.RAISED, exception=RaisedException(kind, message))
    run = ExerciseRun("e_step", RunStatus.RAN, (outcome,))
    found = missing_here([chosen], {"e_step": run})
    assert ("e_step" in found) == bool(said)
    assert all(said in diagnosis.message for each in found.values() for diagnosis in each)
