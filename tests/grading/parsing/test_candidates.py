"""Which exercises a notebook holds, which notebook is graded, and what becomes of each file."""

import itertools

import pytest
from support.handed_in import (
    as_bytes,
    code,
    filled,
    solution,
    solved,
    student_copy,
    submission,
    without_marks,
)

from gmm_helpers.exercises import CHAPTERS
from gmm_helpers.exercises.statuses import FileStatus
from gmm_helpers.grading.intake.submission import File, Submission
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing import syntax
from gmm_helpers.grading.parsing.candidates import (
    FileReport,
    choose,
    exercises_held,
    guess_chapters,
    read_notebooks,
)
from gmm_helpers.grading.parsing.notebook import Authorship, SubmittedNotebook, read_cells
from gmm_helpers.grading.parsing.release import Release

STEM = "02_e_step"
E_STEP = solution("e_step")
NOTHING = Release(())


def cells_of(notebook):
    return read_cells(as_bytes(notebook))


@pytest.mark.parametrize("stem", CHAPTERS)
def test_each_notebook_holds_its_own_exercises(stem, release):
    assert exercises_held(cells_of(solved(stem)), release) == dict.fromkeys(CHAPTERS[stem], True)


def test_a_file_of_one_function_holds_it_without_a_mark(release):
    cells = cells_of({"cells": [code("import numpy as np"), code(E_STEP)]})
    assert exercises_held(cells, release) == {"e_step": False}


def test_a_copy_from_another_chapter_is_not_held(release):
    notebook = filled("04_convergence")
    notebook["cells"].append(code(E_STEP))
    assert "e_step" not in exercises_held(cells_of(notebook), release)


@pytest.mark.parametrize(
    ("cells", "chapters"),
    [
        ([code("check(e_step)")], {STEM}),
        ([code("check(mine, 'e_step')")], {STEM}),
        ([code("def e_step(X):\n    return X")], {STEM}),
        ([code("e_step = update_means = 3")], {STEM}),
        ([code("def e_step(X):\n    update_means = 3")], {STEM}),
        ([code("x", id="check_fit_em"), code("def e_step(X): pass")], {"04_convergence"}),
        ([code("# def e_step(")], set()),
        ([code("x = (")], set()),
        ([code("check(" + "a" * 500_000), code("e_step =" + " " * 500_000)], {STEM}),
    ],
    ids=range(9),
)
def test_chapters_are_guessed_without_parsing_anything(cells, chapters, release, monkeypatch):
    monkeypatch.setattr(syntax, "_parse", lambda text: pytest.fail("it was parsed"))
    assert guess_chapters(cells_of({"cells": cells}), release) == chapters


@pytest.mark.parametrize("stem", CHAPTERS)
@pytest.mark.parametrize("marks", [True, False])
def test_a_guess_agrees_with_what_is_held(stem, marks, release):
    notebook = solved(stem) if marks else without_marks(solved(stem))
    cells = cells_of(notebook)
    held = exercises_held(cells, release)
    assert guess_chapters(cells, release) == {
        chapter.name for chapter in release.chapters if held.keys() & {*chapter.exercises}
    }


def written(path, modified=1.0, marked=True, by=frozenset({"e_step"})):
    return SubmittedNotebook(path, modified, (), {"e_step": marked}, Authorship(by))


def stub(path, modified=1.0):
    return written(path, modified, by=frozenset())


def chosen(release, *books):
    """The path of the notebook that is graded, in whatever order they come."""
    (path,) = {
        choose(order, release.chapters[1])["e_step"].path for order in itertools.permutations(books)
    }
    return path


def test_what_is_written_comes_before_age_age_before_marks_and_marks_before_the_path(release):
    assert chosen(release, written("a"), stub("b", 9.0)) == "a"
    assert chosen(release, written("a", 9.0, marked=False), written("b")) == "a"
    assert chosen(release, written("a", marked=True), written("b", marked=False)) == "a"
    assert chosen(release, written("a"), written("b")) == "b"
    assert chosen(release, stub("a", 9.0), stub("b")) == "a"
    assert choose([], release.chapters[1]) == {}


@pytest.mark.parametrize(
    "body",
    [
        "return None",
        "return 0",
        "return ...",
        "return 'todo'",
        "responsibilities = None\n    return responsibilities",
        "N, K = len(X), len(weights)\n    r = np.zeros((N, K))\n    return r",
        "return np.zeros((len(X), len(weights)))",
        "print('TODO')",
        '"""Later."""  # todo',
        "raise Exception('todo')",
        "assert X is not None\n    raise ValueError",
        "r = weighted_log_prob(X, weights, means, covariances)\n    raise NotImplementedError",
        "r = weighted_log_prob(X, weights, means, covariances)",
    ],
)
def test_what_returns_a_placeholder_does_not_take_the_place_of_what_is_written(body, release):
    begun = student_copy(STEM)
    begun["cells"].append(code(f"def e_step(X, weights, means, covariances):\n    {body}"))
    books = [("older.ipynb", 1.0, filled(STEM, e_step=E_STEP)), ("newer.ipynb", 2.0, begun)]
    files = [File(path, modified, as_bytes(book)) for path, modified, book in books]
    notebooks, _ = read_notebooks(Submission("ann", tuple(files)), release, NOTHING)
    assert choose(notebooks, release.chapters[1])["e_step"].path == "older.ipynb"


@pytest.mark.parametrize(
    "body",
    [
        "yield X",
        "if len(X):\n        return 0\n    return X",
        "r = np.zeros(3)\n    r[0] = 1\n    return r",
        "return X",
        "if len(X) == 0:\n        return X\n    raise ValueError",
    ],
)
def test_what_may_return_something_is_written(body):
    source = syntax.CellSource(f"def e_step(X, *params):\n    {body}")
    assert source.written_names == {"e_step"}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("02_e_step.ipynb", "02_e_step-2.ipynb"),
        ("02_e_step-9.ipynb", "02_e_step-10.ipynb"),
        ("02_e_step (9).ipynb", "02_e_step (10).ipynb"),
        ("02_e_step(2).ipynb", "02_e_step (3).IPYNB"),
        ("z/02_e_step.ipynb", "a/02_e_step-Copy1.ipynb"),
        ("02_e_step-Copy9.ipynb", "02_e_step-Copy10.ipynb"),
        ("hw.ipynb", "hw_v2.ipynb"),
        ("hw_v9.ipynb", "hw_v10.ipynb"),
        ("hw_v1.9.ipynb", "hw_v1.10.ipynb"),
        ("hw.ipynb", "Copy of hw.ipynb"),
        ("hw.ipynb", "Kopie von hw.ipynb"),
        ("Copy of hw.ipynb", "hw - Copy (2).ipynb"),
        ("hw.ipynb", "hw.ipynb (1)"),
        ("Untitled9.ipynb", "Untitled10.ipynb"),
        ("attempt 9/hw.ipynb", "attempt 10/hw.ipynb"),
        ("hw-2026-03-02.ipynb", "hw-2026-03-10.ipynb"),
        (".ipynb_checkpoints/x-checkpoint.ipynb", "a.ipynb"),
    ],
)
def test_of_equally_new_ones_the_highest_copy_counts(earlier, later, release):
    assert chosen(release, written(earlier), written(later)) == later
    assert chosen(release, written(earlier), stub(later, 9.0)) == earlier


def test_a_name_of_any_length_is_read_at_once(release):
    long = "(1) " * 20_000
    assert chosen(release, written(long), written(long + "-2")) == long + "-2"


def test_every_file_has_a_report(release):
    empty = File("empty.ipynb", 0.0, b"", NoticeKind.LINK())
    files = submission(filled(STEM), b"{", {"cells": []}).files
    notebooks, reports = read_notebooks(Submission("ann", (*files, empty)), release, NOTHING)
    assert [(r.path, r.status, r.problem and r.problem.kind) for r in reports] == [
        ("0.ipynb", FileStatus.READ, None),
        ("1.ipynb", FileStatus.UNREADABLE, NoticeKind.INVALID_JSON),
        ("2.ipynb", FileStatus.READ, NoticeKind.NO_EXERCISES),
        ("empty.ipynb", FileStatus.UNREADABLE, NoticeKind.LINK),
    ]
    assert reports[0].holds == CHAPTERS[STEM]
    assert [notebook.path for notebook in notebooks] == ["0.ipynb", "2.ipynb"]


def test_a_notebook_of_another_release_is_not_unusual(release):
    graded, rest = Release(release.chapters[:1]), Release(release.chapters[1:])
    _, (report,) = read_notebooks(submission(filled(STEM)), graded, rest)
    assert (report.problem, report.holds) == (None, ())


def test_a_notebook_without_exercises_that_was_handed_out_is_not_unusual(release):
    _, (report,) = read_notebooks(submission(student_copy("explorer")), release, release)
    assert (report.problem, report.holds) == (None, ())


def test_where_there_is_no_notebook_the_first_other_files_are_named(release):
    beside = tuple(f"{n}.pdf" for n in range(7, 25))  # no chapter has such a number
    _, reports = read_notebooks(Submission("ann", (), other_files=beside), release, NOTHING)
    assert [report.path for report in reports] == [f"{n}.pdf" for n in range(10, 20)]
    assert {report.problem.kind for report in reports} == {NoticeKind.NOT_IPYNB}


@pytest.mark.parametrize("problem", [None, NoticeKind.TOO_LARGE(limit=128)])
def test_a_report_comes_back_from_json(problem):
    report = FileReport("a.ipynb", FileStatus.NOT_GRADED, ("e_step",), problem)
    assert report.as_json()["status"] == "not_graded"
    assert FileReport.of_json(report.as_json()) == report
