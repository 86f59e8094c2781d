"""Methods, inner functions, coroutines and the like are told as what they are."""

import sys

import pytest
from support.handed_in import as_bytes, code, filled

from gmm_helpers.grading.notes.definitions import (
    misplaced,
    needed_pythons,
    newer_python,
    unusual_kinds,
    unusual_syntax,
)
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.notebook import SubmittedNotebook, read_cells
from gmm_helpers.grading.parsing.selection import ChosenNotebook

STEM = "02_e_step"
METHOD = "class A:\n    def e_step(self, X):\n        return X"


@pytest.fixture
def chosen(release):
    def choose(*cells, python=None, **sources):
        notebook = filled(STEM, **sources)
        notebook["cells"] += map(code, cells)
        read = read_cells(as_bytes(notebook))
        (chapter,) = [chapter for chapter in release.chapters if chapter.name == STEM]
        submitted = SubmittedNotebook("x.ipynb", 0.0, read, {}, python=python)
        return [ChosenNotebook(chapter, submitted, chapter.exercises)]

    return choose


@pytest.mark.parametrize(
    ("source", "kind", "name"),
    [
        (METHOD, NoticeKind.METHOD, "A"),
        ("if True:\n  class A:\n    def e_step(self, X): return X", NoticeKind.METHOD, "A"),
        ("def run(X):\n    def e_step(X): return X", NoticeKind.INNER_FUNCTION, "run"),
        ("def run(X):\n    async def e_step(X): return X", NoticeKind.INNER_FUNCTION, "run"),
    ],
)
def test_a_function_in_another_place_is_named(source, kind, name, chosen):
    assert misplaced(chosen(source)) == {"e_step": kind(exercise="e_step", name=name)}
    assert misplaced(chosen(source, "def e_step(X): return X")) == {}


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("async def e_step(X): return X", ["a coroutine"]),
        ("def e_step(X): yield X", ["a generator"]),
        ("def e_step(X):\n    for x in X:\n        yield from x", ["a generator"]),
        ("class e_step: pass", ["a class"]),
        ("def e_step(X):\n    def f(): yield X\n    return [*f()]", []),
        ("def e_step(X): return sum(x for x in X)", []),
        ("async def e_step(X): pass\ndef e_step(X): return X", []),
        ("e_step = lambda X: X", []),
    ],
)
def test_the_last_definition_says_what_it_is(source, kinds, chosen):
    found = unusual_kinds(chosen(e_step=source), ["e_step"])
    assert [diagnosis.name for diagnosis in found.get("e_step", [])] == kinds


def test_newer_syntax_is_named_with_both_versions(chosen):
    newer = "lazy import numpy as np\ndef e_step(X):\n    return X"
    handed_in = chosen("x = 1", newer)
    (notice,) = newer_python(handed_in)
    running = "{}.{}".format(*sys.version_info)
    assert (notice.fields["needed"], notice.fields["running"]) == ("3.15", running)
    assert f"this code cell: {notice.fields['cells'][0]}. " in str(notice)
    assert "these code cells: " in str(newer_python(chosen(newer, newer))[0])
    assert needed_pythons(handed_in) == {(3, 15)}
    message = unusual_syntax(handed_in)["e_step"][0].message
    assert "Python 3.15" in message
    assert f"Python {running}," in message
    assert "3.99" in unusual_syntax(chosen(newer, python=(3, 99)))["e_step"][0].message


def test_of_a_cell_that_is_wrong_the_notebook_may_say_why(chosen):
    wrong = "def e_step(X) where X:\n    return X"
    assert "3.99" in unusual_syntax(chosen(wrong, python=(3, 99)))["e_step"][0].message
    assert unusual_syntax(chosen(wrong, python=(3, 8))) == {}
    assert newer_python(chosen(wrong, python=(3, 99))) == []
    assert needed_pythons(chosen(wrong, python=(3, 99))) == {(3, 99)}
    assert needed_pythons(chosen(wrong, python=(3, 8))) == needed_pythons(chosen("x = 1")) == set()
