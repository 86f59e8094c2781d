"""Code that reaches into what judges it is listed for review, and no other code is."""

import pytest
from support.handed_in import code, filled, submission

from gmm_helpers.grading.notes.internals import internals_in
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.syntax import CellSource

STEM = "02_e_step"
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
    "import sys\nx = (\nsys._getframe()",  # it can't be parsed
    "getattr(sys, '_getframe')",
)
INNOCENT = (
    "import numpy as np\nnp.stack([np.ones(2)])",
    "import gmm_helpers as gmm\nfrom gmm_helpers.drawing import plot_data",
    "from gmm_helpers.checks import check, hint, progress",
    "class Stack:\n    def stack(self):\n        return self.modules",
    "import gc\ngc.collect()",
    "x = 'a frame of f_backs'",
)


@pytest.mark.parametrize("source", FORGERIES)
def test_code_that_reaches_inside_is_seen(source):
    assert internals_in(CellSource(source))


@pytest.mark.parametrize("source", INNOCENT)
def test_other_code_is_not(source):
    assert internals_in(CellSource(source)) == []


def test_it_needs_review_and_costs_no_points(grader):
    notebook = filled(STEM, e_step=ZERO)
    notebook["cells"].append(code("import gmm_helpers.grading.jail.inside.worker as w"))
    result = grader.grade(submission(notebook))
    uses = ["gmm_helpers.grading.jail.inside.worker"]
    assert result["review"] == [NoticeKind.REACHES_INSIDE(notebook=STEM, uses=uses).as_json()]
