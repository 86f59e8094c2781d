"""Names of newer libraries: the table is compared with what is installed."""

import ast

import pytest

from gmm_helpers.grading.parsing import newer_names
from gmm_helpers.grading.parsing.newer_names import INSTALLED, is_new_in, library_names


@pytest.mark.parametrize("name", newer_names._SINCE)
def test_the_table_is_right_about_what_is_installed(name):
    library, since = newer_names._SINCE[name]
    assert newer_names._exists(name) == (since <= INSTALLED[library])
    assert is_new_in(name) == (None if since <= INSTALLED[library] else (library, since))


@pytest.mark.parametrize("name", ["math.prod", "math.nothing", "", "sumprod", "no.such"])
def test_other_names_are_not_called_new(name):
    assert is_new_in(name) is None


def test_what_was_added_to_an_older_library_is_there(monkeypatch):
    monkeypatch.setitem(newer_names._SINCE, "math.prod", ("Python", (3, 99)))
    monkeypatch.setitem(newer_names._SINCE, "math.product", ("Python", (3, 99)))
    assert is_new_in("math.prod") is None
    assert is_new_in("math.product") == ("Python", (3, 99))


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("import math\nmath.sumprod(x, y)", "math.sumprod"),
        ("import math as m\ndef f(x): return m.sumprod(x, x)", "math.sumprod"),
        ("from itertools import batched as parts", "itertools.batched"),
        ("import numpy as np\nnp.linalg.vecdot", "numpy.linalg.vecdot"),
        ("from numpy import linalg\nlinalg.vecdot(x, y)", "numpy.linalg.vecdot"),
        ("import concurrent.futures\nconcurrent.futures.A", "concurrent.futures.A"),
        ("import annotationlib", "annotationlib"),
    ],
)
def test_names_are_read_through_their_imports(code, name):
    assert name in library_names([ast.parse(code)])


def test_an_attribute_of_something_else_is_no_name_of_a_library():
    trees = [ast.parse("class math: pass"), ast.parse("math.sumprod, f().sumprod")]
    assert library_names(trees) == set()
