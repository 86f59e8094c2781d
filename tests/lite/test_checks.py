"""Checks in a browser alone: right, wrong and without an end; the explorer is moved."""

import re
import time

import pytest
from support.lite import LiteNotebook
from support.pages import Explorer

BEGIN = """\
import numpy as np
import gmm_helpers as gmm
from gmm_helpers.checks import check
"""
RIGHT = "def update_weights(responsibilities):\n    return responsibilities.mean(axis=0)\n"
WRONG = "def update_weights(responsibilities):\n    return responsibilities.sum(axis=0)\n"
ENDLESS = {
    "a loop": "while True:\n        pass",
    "a generator": "return sum(1 for _ in iter(int, 1))",
    "what catches everything": (
        "while True:\n        try:\n            np.linalg.norm(responsibilities)\n"
        "        except BaseException:\n            continue"
    ),
}


@pytest.fixture(scope="module")
def notebook(visitor, site):
    opened = LiteNotebook(visitor, site, "empty.ipynb")
    opened.run(BEGIN)
    yield opened
    opened.page.close()


def said(notebook, function):
    outputs = notebook.run(f"{function}\nprint(check(update_weights))")
    assert not [out for out in outputs if out["output_type"] == "error"], outputs
    return "".join(out["text"] for out in outputs if out["output_type"] == "stream")


def test_a_right_function_is_right(notebook):
    assert said(notebook, RIGHT).startswith("update_weights: correct, ")


def test_a_mistake_is_named(notebook):
    answer = said(notebook, WRONG)
    assert answer.startswith("update_weights: incorrect")
    assert "divide" in answer


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS)
def test_what_never_returns_is_stopped(notebook, body):
    begun = time.monotonic()
    answer = said(notebook, f"def update_weights(responsibilities):\n    {body}\n")
    assert re.search(r"had not returned after \d+ seconds|never|stopped", answer), answer
    assert time.monotonic() - begun < 60
    assert said(notebook, RIGHT).startswith("update_weights: correct, ")  # as before


def test_the_explorer_is_moved_by_keys(notebook):
    notebook.run("from gmm_helpers.explorer import EMExplorer\nEMExplorer()")
    explorer = Explorer(notebook.page)
    before = explorer.numbers()
    explorer.press("ArrowRight")
    explorer.at(before["h"] + 1)
    assert explorer.numbers()["nll"] <= before["nll"]


def test_the_explorer_runs_a_students_own_step(notebook):
    code = (
        "from gmm_helpers.explorer import EMExplorer\n"
        "def my_e_step(X, weights, means, covariances):\n"
        "    return gmm.e_step(X, weights, means, covariances)\n"
        "EMExplorer(e_step=my_e_step)"
    )
    outputs = notebook.run(code)
    assert not [out for out in outputs if out["output_type"] == "error"], outputs
    explorer = Explorer(notebook.page)
    explorer.press("ArrowRight")
    explorer.at(1)
