"""Whose functions a notebook holds: nobody's yet, the student's, or ours."""

import copy
import re

import pytest
from support.handed_in import (
    ANSWER,
    as_bytes,
    bank,
    cell_of,
    code,
    filled,
    solution,
    solved,
    student_copy,
    text,
    without_marks,
)

from gmm_helpers.exercises import CHAPTERS
from gmm_helpers.grading.parsing.authorship import authorship_of
from gmm_helpers.grading.parsing.candidates import exercises_held
from gmm_helpers.grading.parsing.notebook import read_cells

STEM = "02_e_step"
ALL = {*CHAPTERS[STEM]}
OWN = "def e_step(X, *params):\n    return X + 1"


@pytest.fixture
def by(release):
    def of(notebook):
        cells = read_cells(as_bytes(notebook))
        return authorship_of(cells, exercises_held(cells, release), release)

    return of


# What is written.


@pytest.mark.parametrize(
    "source",
    [
        "def e_step(X, *params):\n    raise NotImplementedError('write it')",
        "def e_step(X, *params):\n    '''Mine.'''\n    # todo\n    raise NotImplementedError",
        "def e_step(X, *params):\n    ...",
        "def e_step(X, *params): pass",
        "def e_step(X, *params):\n    return",
        "x = 1",
    ],
)
def test_a_function_that_does_nothing_is_a_stub(source, by):
    assert by(filled(STEM, e_step=source)).written == frozenset()


@pytest.mark.parametrize(
    "source",
    [
        OWN,
        OWN.replace("return", "if len(X) == 0: raise NotImplementedError\n    return"),
        "def mine(X, *params):\n    return X + 1",
        "mine = lambda X, *params: 1\ncheck(mine, 'e_step')",
        "e_step = helper",
        "def e_step(X): pass\ndef e_step(X, *params):\n    return X + 1",
        "def e_step(X:\n    return X + 1",
    ],
)
def test_a_function_that_does_anything_is_written_under_whatever_name(source, by):
    assert by(filled(STEM, e_step=source)).written == {"e_step"}


def test_nothing_is_written_in_what_was_handed_out(by):
    assert not any(any(by(student_copy(stem))) for stem in CHAPTERS)


# What is ours.


def executed(notebook):
    for n, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            cell.update(execution_count=n, outputs=[{"output_type": "stream", "text": "x"}])


def with_a_cell_more(notebook):
    notebook["cells"].insert(3, code("print('hello')"))


def with_answers_of_their_own(notebook):
    cell_of(notebook, "question_prior")["source"] = ANSWER
    cell_of(notebook, "question_columns")["source"] = ANSWER


def without_comments(notebook):
    for name in ALL:
        cell = cell_of(notebook, name)
        cell["source"] = re.sub(r"(?m)^ *#.*\n?", "", text(cell))


def stripped(notebook):
    notebook.update(without_marks(notebook))


def shortened(notebook):
    keep = {"e_step", "weighted_log_prob"}
    notebook["cells"] = [cell_of(notebook, name) for name in keep]


@pytest.mark.parametrize(
    "change",
    [
        lambda notebook: None,
        executed,
        with_a_cell_more,
        with_answers_of_their_own,
        without_comments,
        stripped,
        shortened,
    ],
)
def test_our_solved_notebook_is_known_whatever_was_done_to_it(change, by):
    notebook = solved(STEM)
    change(notebook)
    found = by(notebook)
    assert found.is_solved_notebook
    assert found.ours == found.written <= ALL


@pytest.mark.parametrize("stem", CHAPTERS)
def test_all_solved_notebooks_are_known_and_two_in_one(stem, by):
    assert by(solved(stem)).is_solved_notebook
    both = copy.deepcopy(solved(STEM))
    both["cells"] += solved(stem)["cells"]
    assert by(both).is_solved_notebook


def test_a_function_of_their_own_in_it_makes_it_theirs_and_the_others_are_named(by):
    notebook = solved(STEM)
    cell_of(notebook, "e_step")["source"] = OWN
    found = by(notebook)
    assert (found.is_solved_notebook, found.is_copied) == (False, True)
    assert found.ours == ALL - {"e_step"}


def unmarked(name):
    """A solution of ours as somebody might have written it."""
    return re.sub(r"(?m)^ *###.*\n?", "", solution(name))


def test_functions_that_happen_to_be_ours_are_a_students(by):
    one = by(filled(STEM, e_step=OWN, weighted_log_prob=unmarked("weighted_log_prob")))
    assert (one.ours, one.is_copied) == ({"weighted_log_prob"}, False)
    short = by(filled("03_m_step", update_weights=unmarked("update_weights")))
    assert (short.is_solved_notebook, short.is_copied) == (False, False)
    every = by(filled(STEM, **{name: unmarked(name) for name in ALL}))
    assert (every.is_solved_notebook, every.is_copied) == (False, True)  # a person should look


@pytest.mark.parametrize("stem", CHAPTERS)
def test_right_answers_of_the_bank_are_nobodys_copies(stem, by):
    for number in range(3):
        sources = {name: [*bank("right", name).values()] for name in CHAPTERS[stem]}
        notebook = filled(stem, **{n: each[number % len(each)] for n, each in sources.items()})
        assert not by(notebook).is_copied


def test_the_first_cell_is_nobodys_in_any_version(by):
    notebook = solved(STEM)
    (first,) = (cell for cell in notebook["cells"] if cell["id"] == "first_cell")
    assert not by(notebook).has_own_cells
    first["source"] = text(first).replace("0.1.0", "0.0.9") + "\n"
    assert not by(notebook).has_own_cells
    first["source"] = text(first) + "mine = 1\n"
    assert by(notebook).has_own_cells
