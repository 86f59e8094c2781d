"""Which cells run: all that may be needed, none that only draws."""

import pytest
from support.handed_in import (
    as_bytes,
    cell_of,
    code,
    filled,
    solved,
    student_copy,
    submission,
)

from gmm_helpers.exercises import CHAPTERS
from gmm_helpers.grading.parsing.candidates import read_notebooks
from gmm_helpers.grading.parsing.notebook import SubmittedNotebook, read_cells
from gmm_helpers.grading.parsing.selection import ChosenNotebook, choose_notebooks, program_of

pytestmark = pytest.mark.slow

STEM = "02_e_step"


def chosen(notebook, release, stem=STEM):
    chapter = next(chapter for chapter in release.chapters if chapter.name == stem)
    submitted = SubmittedNotebook("x.ipynb", 0.0, read_cells(as_bytes(notebook)), {})
    return ChosenNotebook(chapter, submitted, chapter.exercises)


def running(notebook, release, stem=STEM):
    return [cell for cell in program_of(chosen(notebook, release, stem)).cells if cell]


@pytest.mark.parametrize("stem", CHAPTERS)
def test_of_a_solved_notebook_imports_and_solutions_run_alone(stem, release):
    sources = running(solved(stem), release, stem)
    assert not any("SliderFigure(" in source or "show(" in source for source in sources)
    sources = [source for source in sources if not source.startswith("check(")]
    for name in CHAPTERS[stem]:
        assert any(f"def {name}(" in source for source in sources)
    assert any("import numpy as np" in source for source in sources)
    assert len(sources) <= len(CHAPTERS[stem]) + 2


def test_a_given_cell_runs_if_a_solution_uses_its_names(release):
    notebook = filled(STEM, e_step="def e_step(*arguments):\n    return start.weights")
    assert any("start = data.start" in source for source in running(notebook, release))


def test_a_local_name_is_no_use_of_a_given_cell(release):
    notebook = filled(STEM, e_step="def e_step(X, start):\n    data = 1\n    return start")
    assert not any("start = data.start" in source for source in running(notebook, release))


@pytest.mark.parametrize(
    "source",
    [
        "%matplotlib inline\nk = 3",
        "!ls",
        "%%time\nhelper = 5",
        "k = 3 if True else",
        "np.random.seed(0)",
        "print('hello')",
        "exec('k = 3')",
        "while True: pass",
    ],
)
def test_when_in_doubt_a_cell_runs(source, release):
    notebook = student_copy(STEM)
    notebook["cells"].append(code(source))
    assert source in running(notebook, release)


def test_a_look_at_names_by_their_text_counts(release):
    notebook = filled(STEM, e_step="def e_step(*a):\n    return globals()['start']")
    assert any("start = data.start" in source for source in running(notebook, release))


def test_what_is_left_out_keeps_its_place(release):
    untouched = chosen(student_copy(STEM), release)
    n_code = sum(cell.kind == "code" for cell in untouched.notebook.cells)
    assert len(program_of(untouched).cells) == n_code


def test_only_what_a_cell_may_define_is_called(release):
    notebook = filled(STEM, e_step="x = 1")
    assert "e_step" not in program_of(chosen(notebook, release)).exercises
    assert "weighted_log_prob" in program_of(chosen(notebook, release)).exercises  # its stub


def test_each_notebook_that_is_graded_comes_once_with_its_exercises(release):
    books = [
        SubmittedNotebook("old", 1.0, (), {"e_step": True, "weighted_log_prob": True}),
        SubmittedNotebook("new", 2.0, (), {"e_step": True, "update_means": True}),
    ]
    graded = [(c.path, c.chapter.name, c.exercises) for c in choose_notebooks(books, release)]
    assert graded == [
        ("old", STEM, ("weighted_log_prob",)),
        ("new", STEM, ("e_step",)),
        ("new", "03_m_step", ("update_means",)),
    ]


LOG_PROB = "def weighted_log_prob(X, *params):\n    return helper(X) + np.log(params[0])"
E_STEP = "def e_step(X, *params):\n    return weighted_log_prob(X, *params)"


@pytest.mark.parametrize("without", ["stub", "cell", "all else"])
def test_a_function_that_is_a_stub_here_is_borrowed_from_where_it_is_written(without, release):
    first, second = filled(STEM, weighted_log_prob=LOG_PROB), filled(STEM, e_step=E_STEP)
    first["cells"].insert(2, code("def helper(X):\n    return X"))
    if without == "cell":
        second["cells"].remove(cell_of(second, "weighted_log_prob"))
    if without == "all else":
        second = {"cells": [code(E_STEP)]}
    books, _ = read_notebooks(submission(first, second), release, release)
    programs = {each.exercises: program_of(each) for each in choose_notebooks(books, release)}
    (program,) = [p for names, p in programs.items() if "e_step" in names]
    namespace = {}
    for source in filter(None, program.cells):
        exec(source, namespace)
    assert namespace["e_step"](1.0, 1.0) == 1.0


def names_after(notebook, release, stem):
    """What the cells that run leave behind."""
    namespace = {}
    for source in running(notebook, release, stem):
        exec(source, namespace)
    return namespace


@pytest.mark.parametrize("name", ["order", "responsibilities"])
def test_a_helper_whose_name_is_taken_further_down_is_there_for_its_function(name, release):
    text = f"def {name}(X):\n    return 42\n\ndef e_step(X, *params):\n    return {name}(X)"
    found = names_after(filled(STEM, e_step=text), release, STEM)
    assert found["e_step"](None) == 42


def test_a_helper_that_is_defined_anew_by_its_author_is_the_later_one(release):
    old = "def order(X):\n    return 1\n\ndef e_step(X, *params):\n    return order(X)"
    notebook = filled(STEM, e_step=old)
    notebook["cells"].append(code("def order(X):\n    return 2"))
    assert names_after(notebook, release, STEM)["e_step"](None) == 2


def test_a_helper_that_nobody_takes_is_defined_once(release):
    text = "def mine(X):\n    return 42\n\ndef e_step(X, *params):\n    return mine(X)"
    sources = running(filled(STEM, e_step=text), release)
    assert sum("def mine" in source for source in sources) == 1


def test_cells_that_define_nothing_may_be_left_out(release):
    notebook = filled(STEM, e_step="def e_step(*arguments):\n    return arguments[0]")
    notebook["cells"].append(code("import time\ntime.sleep(4)"))
    notebook["cells"].append(code("total = sum(range(10))"))
    program = program_of(chosen(notebook, release))
    optional = [program.cells[i - 1] for i in sorted(program.optional)]
    assert "total = sum(range(10))" in optional
    assert not any("def " in source or "import" in source for source in optional)
