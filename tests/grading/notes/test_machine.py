"""What a function did not find where it was graded is named, if that is certain."""

import sys

import pytest
from support.handed_in import as_bytes, filled, submission

from gmm_helpers.exercises import CallStatus, Outcome
from gmm_helpers.exercises.running.exceptions import RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import ExerciseRun
from gmm_helpers.grading.notes.definitions import needed_pythons
from gmm_helpers.grading.notes.machine import missing_here, newer_libraries
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing import newer_names
from gmm_helpers.grading.parsing.notebook import SubmittedNotebook, read_cells
from gmm_helpers.grading.parsing.selection import ChosenNotebook

NEWER = (sys.version_info[0], sys.version_info[1] + 1)


@pytest.fixture
def later(monkeypatch):
    for name, library in {"numpy.linalg.later": "NumPy", "math.later": "Python"}.items():
        monkeypatch.setitem(newer_names._SINCE, name, (library, (99, 0)))


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
        (
            "import numpy as np; np.linalg.later",
            "AttributeError",
            "module 'numpy.linalg' has no attribute 'later'",
            "numpy.linalg.later, which is new in NumPy 99.0",
        ),
        (
            "import concurrent.futures as c; c.ProcessPoolExecutor",
            "FileNotFoundError",
            "[Errno 2]",
            "other processes",
        ),
        ("import numpy", "AttributeError", "module 'numpy' has no attribute 'foo'", ""),
    ],
)
def test_what_is_missing_is_named(line, kind, message, said, release, later):
    cells = read_cells(as_bytes(filled("02_e_step", e_step=f"def e_step(X):\n    {line}")))
    book = SubmittedNotebook("x.ipynb", 0.0, cells, {}, python=NEWER)
    chosen = ChosenNotebook(release.chapters[1], book, ("e_step",))
    outcome = Outcome(status=CallStatus.RAISED, exception=RaisedException(kind, message))
    run = ExerciseRun("e_step", RunStatus.RAN, (outcome,))
    found = missing_here([chosen], {"e_step": run})
    assert ("e_step" in found) == bool(said)
    assert all(said in diagnosis.message for each in found.values() for diagnosis in each)


def test_a_name_that_is_new_needs_a_person_and_no_other_notebook(release, later):
    line = "import math; math.later(1)"
    cells = read_cells(as_bytes(filled("02_e_step", e_step=f"def e_step(X):\n    {line}")))
    book = SubmittedNotebook("x.ipynb", 0.0, cells, {})
    chosen = ChosenNotebook(release.chapters[1], book, ("e_step",))
    raised = RaisedException("AttributeError", "module 'math' has no attribute 'later'")
    outcome = Outcome(status=CallStatus.RAISED, exception=raised)
    run = ExerciseRun("e_step", RunStatus.RAN, (outcome,))
    (notice,) = newer_libraries([chosen], {"e_step": run})
    assert notice.kind is NoticeKind.NEWER_LIBRARY
    assert notice.fields["names"] == ["math.later"]
    assert notice.fields["needed"] == "99.0"
    assert newer_libraries([chosen], {}) == []
    assert needed_pythons([chosen]) == {(99, 0)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "said"),
    [("import math; math.later(1)", "new in Python 99.0"), ("from math import later", "new in Py")],
)
def test_what_is_missing_is_told_once(line, said, graded, later):
    source = f"def update_weights(responsibilities):\n    {line}"
    row = graded(submission(filled("03_m_step", update_weights=source)))["update_weights"]
    assert row["named"] == ("missing where it was graded",)
    assert said in row["message"]
    assert "Did you mean" not in row["message"]
