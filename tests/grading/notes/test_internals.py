"""Code that reaches for what judges it is named to a person, and no other code is."""

import pytest
from support.handed_in import code, filled, submission

from gmm_helpers.grading.notes.internals import machinery_in, stars_in

ZERO = "def e_step(X, weights, means, covariances):\n    return 0"
FORGERIES = (
    "import gmm_helpers.grading.jail.inside.worker as w",
    "import gmm_helpers.exercises as e",
    "from gmm_helpers import exercises",
    "from gmm_helpers.exercises import EXERCISES as T",
    "import gmm_helpers as gmm\nT = gmm.exercises.EXERCISES",
    "import importlib\nw = importlib.import_module('gmm_helpers.grading.jail.frames')",
    "import sys\nf = sys._getframe()\nwhile f.f_back: f = f.f_back",
    "import sys\nsys.setprofile(print)",
    "import os\nos.dup2(3, 4)",
    "import inspect\ninspect.stack()",
    "from sys import _getframe as g",
    "import ctypes",
    "%%time\nimport gmm_helpers.exercises\n!ls",
)
INNOCENT = (
    "import numpy as np\nnp.stack([np.ones(2)])",
    "import gmm_helpers as gmm\nfrom gmm_helpers.drawing import plot_data",
    "from gmm_helpers.checks import check, hint, progress",
    "class Stack:\n    def stack(self):\n        return self.modules",
    "import gc\ngc.collect()",
)


@pytest.mark.parametrize("source", FORGERIES)
def test_who_reaches_inside_is_named(source):
    assert machinery_in(["x = 1", source])


@pytest.mark.parametrize("source", INNOCENT)
def test_others_are_not(source):
    assert machinery_in([source]) == stars_in([source]) == ()


def test_a_person_is_asked_to_look_and_no_point_is_taken(grader):
    notebook = filled("02_e_step", e_step=ZERO)
    notebook["cells"].append(code("import gmm_helpers.grading.jail.inside.worker as w"))
    result = grader.grade(submission(notebook))
    (entry,) = result["look"]
    assert entry["what"] == "02_e_step: code that reaches for what runs or judges it"
    assert "gmm_helpers.grading.jail.inside.worker" in entry["why"]


def test_helpers_imported_by_a_star_after_a_function_are_listed(grader):
    notebook = filled("02_e_step", e_step=ZERO)
    notebook["cells"].append(code("from gmm_helpers import *"))
    result = grader.grade(submission(notebook))
    assert result["helpers"]["02_e_step"] == ["from gmm_helpers import *"]
    assert result["look"] == []


def test_a_function_under_another_name_is_taken_and_told(grader):
    source = "def E_step(X, weights, means, covariances):\n    return 0"
    result = grader.grade(submission(filled("02_e_step", e_step=source)))
    assert any("E_step was taken for e_step" in note for note in result["notes"])
