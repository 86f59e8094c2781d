"""Grading a submission: the same verdict as `check`, whatever was done to the notebook."""

import ast
import gc
import json
import tracemalloc
from collections import Counter
from dataclasses import replace

import pytest
from support.handed_in import (
    ANSWER,
    bank,
    cell_of,
    code,
    filled,
    grade_id_of,
    solution,
    solved,
    student_copy,
    submission,
    text,
    without_marks,
)
from support.implementations import RIGHT, WRONG
from support.standin import InProcess, in_process

from gmm_helpers.exercises import CHAPTERS, EXERCISES, attempt, judge
from gmm_helpers.exercises.symptoms.source import source_of
from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.judging.exercises import build_key
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.reports.results import complete

pytestmark = pytest.mark.slow

CHAPTER_OF = {name: stem for stem, names in CHAPTERS.items() for name in names}
STATUS = {"correct": "correct", "partly correct": "partial", "incorrect": "incorrect"}
STATUS |= {"unfinished": "unfinished"}
E_STEP = solution("e_step")
STEM = "02_e_step"


def verdict(name, function, seed, public=False):
    key = build_key(name, seed, public)
    source = source_of(function)
    return judge(key, [attempt(key.exercise, function, case) for case in key.cases], source)


@pytest.mark.parametrize("name", EXERCISES)
def test_right_and_wrong_answers_get_the_points_of_a_check(name, graded, settings):
    right, wrong = bank("right", name), bank("wrong", name)
    chosen = [("right", key) for key in list(right)[:1]]
    chosen += [("wrong", key) for key in list(wrong)[:: max(1, len(wrong) // 3)][:3]]
    assert len(chosen) >= 3
    for kind, key in chosen:
        source = (right if kind == "right" else wrong)[key]
        function = (RIGHT if kind == "right" else WRONG)[name][key]
        expected = verdict(name, function, settings.seed)
        told = verdict(name, function, settings.public_seed, public=True)
        row = graded(submission(filled(CHAPTER_OF[name], **{name: source})))[name]
        assert (row["score"], row["max_score"]) == (expected.score, expected.points)
        assert row["named"] == tuple(d.name for d in told.diagnoses)
        allowed = {STATUS[expected.status], "error"} if kind == "wrong" else {"correct"}
        assert row["status"] in allowed


def test_the_solved_notebooks_get_all_points_for_code(grader):
    result = grader.grade(submission(*[solved(stem) for stem in CHAPTERS]))
    code_rows = [row for row in result["rows"] if row["exercise"] in EXERCISES]
    assert [row["exercise"] for row in code_rows] == list(EXERCISES)
    assert {row["status"] for row in code_rows} == {"correct"}
    assert all(row["score"] == row["max_score"] for row in code_rows)
    assert result["notes"] == []
    json.dumps(result)


def test_the_untouched_student_copies_are_not_attempted(graded):
    rows = graded(submission(*[student_copy(stem) for stem in CHAPTERS]))
    assert {row["status"] for row in rows.values()} == {"not_attempted"}
    assert {row["score"] for row in rows.values()} == {0}


# written questions


def test_an_answer_in_prose_waits_for_a_person(graded):
    rows = graded(submission(filled(STEM, question_prior=ANSWER)))
    assert (rows["question_prior"]["status"], rows["question_prior"]["max_score"]) == (
        "to_be_graded",
        2,
    )
    assert rows["question_columns"]["status"] == "not_attempted"


def test_an_answer_without_marks_still_waits_for_a_person(graded):
    notebook = without_marks(filled(STEM, question_prior=ANSWER, e_step=E_STEP))
    assert graded(submission(notebook))["question_prior"]["status"] == "to_be_graded"


# what happens to cells


def moved(notebook):
    cell = cell_of(notebook, "e_step")
    notebook["cells"].remove(cell)
    notebook["cells"].insert(0, cell)


def duplicated(notebook):
    notebook["cells"].append(dict(cell_of(notebook, "e_step")))


def stub_left_below(notebook):
    below = notebook["cells"].index(cell_of(notebook, "e_step")) + 1
    notebook["cells"].insert(below, cell_of(student_copy(STEM), "e_step"))


def without_all_marks(notebook):
    notebook.update(without_marks(notebook))


def with_ids_only(notebook):
    notebook.update(without_marks(notebook, ids=False))


def retyped_as_text(notebook):
    cell_of(notebook, "e_step")["cell_type"] = "markdown"


def retyped_as_raw(notebook):
    cell_of(notebook, "e_step")["cell_type"] = "raw"


def other_grade_id(notebook):
    cell_of(notebook, "e_step")["metadata"]["nbgrader"]["grade_id"] = "another"


def marks_of_another_schema(notebook):
    for cell in notebook["cells"]:
        if grade_id_of(cell):
            cell["metadata"]["nbgrader"]["schema_version"] = 99


def marks_without_schema(notebook):
    for cell in notebook["cells"]:
        cell["metadata"].get("nbgrader", {}).pop("schema_version", None)


def marks_of_another_kind(notebook):
    for i, cell in enumerate(notebook["cells"]):
        cell["metadata"] = [None, 3, "nbgrader", {"nbgrader": 7}][i % 4]


def points_raised(notebook):
    for cell in notebook["cells"]:
        if grade_id_of(cell):
            cell["metadata"]["nbgrader"]["points"] = 1000


def check_edited(notebook):
    cell_of(notebook, "check_e_step")["source"] = "check = lambda *a: 5"


def checks_removed(notebook):
    notebook["cells"] = [
        cell for cell in notebook["cells"] if not (grade_id_of(cell) or "").startswith("check_")
    ]


def imports_removed(notebook):
    del notebook["cells"][1]


def function_renamed(notebook):
    cell = cell_of(notebook, "e_step")
    cell["source"] = E_STEP.replace("def e_step(", "def my_e_step(")


def helper_in_another_cell(notebook):
    cell = cell_of(notebook, "e_step")
    helper = code(E_STEP.replace("def e_step(", "def helper("))
    notebook["cells"].append(helper)
    cell["source"] = "def e_step(*arguments):\n    return helper(*arguments)"


def later_definition(notebook):
    cell_of(notebook, "e_step")["source"] = "def e_step(*arguments):\n    return 1 / 0"
    notebook["cells"].append(code(E_STEP))


def broken_cell(notebook):
    notebook["cells"].insert(3, code("def ("))
    notebook["cells"].insert(3, code("raise ValueError"))


def format_three(notebook):
    cells = [{**cell, "input": cell["source"]} for cell in notebook["cells"]]
    for cell in cells:
        if cell["cell_type"] == "code":
            del cell["source"]
    notebook.pop("cells")
    notebook.update(nbformat=3, worksheets=[{"cells": cells}])


def unknown_kernel(notebook):
    notebook["metadata"] = {"kernelspec": {"name": "julia-9"}}


def no_kernel(notebook):
    notebook["metadata"] = {}


def sources_as_lists(notebook):
    for cell in notebook["cells"]:
        cell["source"] = text(cell).splitlines(keepends=True)


def lone_surrogates(notebook):
    for cell in notebook["cells"]:
        cell["source"] = text(cell) + "\n\n# \ud800" * (cell["cell_type"] == "code")


def cells_of_no_kind(notebook):
    notebook["cells"] += [None, 3, [], {}, {"cell_type": 5, "source": {"a": 1}, "metadata": None}]


@pytest.mark.parametrize(
    "change",
    [
        moved,
        duplicated,
        stub_left_below,
        without_all_marks,
        with_ids_only,
        retyped_as_text,
        retyped_as_raw,
        other_grade_id,
        marks_of_another_schema,
        marks_without_schema,
        marks_of_another_kind,
        points_raised,
        check_edited,
        checks_removed,
        imports_removed,
        function_renamed,
        helper_in_another_cell,
        later_definition,
        broken_cell,
        format_three,
        unknown_kernel,
        no_kernel,
        sources_as_lists,
        lone_surrogates,
        cells_of_no_kind,
    ],
)
def test_a_right_answer_keeps_its_points_whatever_was_done_to_the_cells(change, graded):
    notebook = filled(STEM, e_step=E_STEP)
    change(notebook)
    rows = graded(submission(("my homework (1).ipynb", 5, notebook)))
    row = rows["e_step"]
    assert (row["notebook"], row["status"], row["score"], row["max_score"]) == (
        STEM,
        "correct",
        5,
        5,
    )
    assert rows["weighted_log_prob"]["status"] == "not_attempted"
    assert sum(row["max_score"] for row in rows.values()) == 14


def test_a_removed_exercise_is_not_attempted_and_costs_the_others_nothing(graded):
    notebook = filled(STEM, e_step=E_STEP)
    notebook["cells"].remove(cell_of(notebook, "weighted_log_prob"))
    rows = graded(submission(notebook))
    assert rows["weighted_log_prob"]["status"] == "not_attempted"
    assert rows["e_step"]["score"] == 5


def test_a_cell_that_can_not_be_compiled_is_an_error_of_its_exercise_alone(graded):
    rows = graded(
        submission(filled(STEM, e_step=E_STEP, weighted_log_prob="def weighted_log_prob("))
    )
    assert rows["weighted_log_prob"]["status"] == "error"
    assert "SyntaxError" in rows["weighted_log_prob"]["message"]
    assert rows["e_step"]["score"] == 5


def test_a_number_in_place_of_the_function_is_incorrect(graded):
    row = graded(submission(filled(STEM, e_step="e_step = 5")))["e_step"]
    assert (row["status"], row["score"]) == ("incorrect", 0)


def test_a_function_under_another_spelling_is_named_and_needs_review(grader):
    notebook = filled(STEM)
    notebook["cells"].remove(cell_of(notebook, "e_step"))
    notebook["cells"].append(code(E_STEP.replace("def e_step(", "def E_step(")))
    result = grader.grade(submission(notebook))
    (row,) = [row for row in result["rows"] if row["exercise"] == "e_step"]
    message = "No cell defines e_step: there is E_step, but the exercise asks for e_step."
    assert (row["status"], row["message"]) == ("not_attempted", message)
    other = NoticeKind.OTHER_SPELLING(name="E_step", exercise="e_step")
    assert result["review"] == [other.as_json()]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("exec('def e_step(X, *a):\\n    return X')", True),
        ("run('def e_step(X, *a):\\n    return X')", True),
        ("setattr(__main__, 'e_step', f)", True),
        ("import inspect\nexec(inspect.getsource(gmm.e_step), globals())", True),
        ("x = 'the e_step is missing'", False),
        ("x = gmm.e_step(1)", False),
    ],
)
def test_a_function_that_a_text_may_define_needs_review(source, seen, grader):
    notebook = filled(STEM, e_step=source)
    review = grader.grade(submission(notebook))["review"]
    assert review == [NoticeKind.NAME_IN_TEXT(exercise="e_step").as_json()] * seen


def test_a_function_that_always_raises_is_an_error(graded):
    source = "def e_step(*arguments):\n    return int('no')"
    row = graded(submission(filled(STEM, e_step=source)))["e_step"]
    assert (row["status"], row["score"]) == ("error", 0)


def test_nothing_but_a_raise_is_unfinished_as_its_message_says(graded):
    source = "def e_step(*arguments):\n    raise ValueError('no')"
    row = graded(submission(filled(STEM, e_step=source)))["e_step"]
    assert (row["status"], row["score"]) == ("unfinished", 0)
    assert row["message"].startswith("e_step: unfinished")


# several notebooks


def test_of_two_notebooks_the_newest_is_graded_and_both_are_named(grader):
    right, wrong = (
        filled(STEM, e_step=E_STEP),
        filled(STEM, e_step="def e_step(*a):\n    return a[0] + 0"),
    )
    for first, second, score in ((right, wrong, 0), (wrong, right, 5)):
        result = grader.grade(submission(("b.ipynb", 1, first), ("a/c.ipynb", 2, second)))
        rows = {row["exercise"]: row for row in result["rows"]}
        assert rows["e_step"]["score"] == score
        assert {file["path"]: file["status"] for file in result["files"]} == {
            "b.ipynb": "not_graded",
            "a/c.ipynb": "graded",
        }
        names = {"notebook": "b.ipynb", "graded": "a/c.ipynb"}
        other = NoticeKind.OTHER_NOTEBOOK(**names, exercises=[*CHAPTERS[STEM]])
        assert other.as_json() in result["notes"]


def test_equally_new_notebooks_are_ranked_by_path(graded):
    right, wrong = (
        filled(STEM, e_step=E_STEP),
        filled(STEM, e_step="def e_step(*a):\n    return a[0] + 0"),
    )
    assert graded(submission(("a.ipynb", 1, wrong), ("b.ipynb", 1, right)))["e_step"]["score"] == 5


@pytest.mark.parametrize("times", [(1, 1), (1, 9), (9, 1)])
@pytest.mark.parametrize("names", ["ab", "ba"])
def test_halves_in_two_notebooks_are_one_work(times, names, graded):
    first = filled(STEM, weighted_log_prob=solution("weighted_log_prob"))
    second = filled(STEM, e_step=E_STEP.replace("gmm.weighted_log_prob", "weighted_log_prob"))
    assert second != filled(STEM, e_step=E_STEP)
    rows = graded(submission(*zip(names, times, (first, second), strict=True)))
    assert (rows["weighted_log_prob"]["score"], rows["e_step"]["score"]) == (2, 5)


OWN_WRONG = filled(STEM, e_step="def e_step(*a):\n    return a[0] + 0")


@pytest.mark.parametrize("beside", [OWN_WRONG, student_copy(STEM)], ids=["own", "blank"])
@pytest.mark.parametrize("times", [(1, 1), (1, 9), (9, 1)])
@pytest.mark.parametrize("path", ["solutions/02_e_step.ipynb", "final (9).ipynb", "a.zip/x.ipynb"])
def test_our_solved_notebook_beside_anything_else_earns_nothing(path, times, beside, grader):
    books = ("02_e_step.ipynb", times[0], beside), (path, times[1], solved(STEM))
    result = grader.grade(submission(*books))
    assert sum(row["score"] for row in result["rows"]) == 0
    assert {row["status"] for row in result["rows"]} <= {"not_attempted", "unfinished", "incorrect"}
    assert path in json.dumps([result["notes"], result["files"]])
    problems = {file["path"]: file["problem"] for file in result["files"]}
    assert problems[path] == NoticeKind.SOLVED_NOTEBOOK().as_json()


def test_our_solved_notebook_alone_needs_review(grader):
    result = grader.grade(submission(solved(STEM)))
    assert result["files"][0]["problem"] == NoticeKind.SOLVED_NOTEBOOK().as_json()


def test_our_solved_notebook_with_cells_that_were_added_is_mostly_ours(grader):
    notebook = solved(STEM)
    notebook["cells"].append(code("my_plot = plot_data(X)"))
    (file,) = grader.grade(submission(notebook))["files"]
    assert file["problem"] == NoticeKind.MOSTLY_SOLVED().as_json()


def test_our_solved_notebook_beside_the_whole_work_is_a_note(grader):
    own = filled(STEM, **{name: f"def {name}(*a):\n    return a[0]" for name in CHAPTERS[STEM]})
    result = grader.grade(submission(own, solved(STEM)))
    assert [file["problem"] for file in result["files"]] == [None, None]
    assert [note["kind"] for note in result["notes"]] == ["solved_notebook_beside"]


def test_our_solved_notebook_is_no_replacement_for_a_broken_one(grader):
    result = grader.grade(submission(("02_e_step.ipynb", 1, b"{"), ("x.ipynb", 1, solved(STEM))))
    assert result["rows"] == []


@pytest.mark.parametrize(
    "path",
    [
        "02_e_step.py",
        "02_e_step.pdf",
        "02_e_step.html",
        ".02_e_step.ipynb.icloud",
        "essay.docx",
        "notes.txt",
        "x.md",
        "data.csv",
    ],
)
def test_our_solved_notebook_does_not_count_beside_a_file_of_any_kind(path, grader, release):
    json_ = grader.grade(submission(solved(STEM))._replace(other_files=(path,)))
    result = complete(json_, release.chapters[1:2])
    assert result.total.score == 0
    assert result.total.status == "needs review"
    assert {row.status.code for row in result.rows} == {"unreadable"}
    assert [file.path for file in result.files if file.problem] == ["0.ipynb", path]


def test_our_solved_notebook_counts_for_nothing_if_another_chapter_can_not_be_read(grader, release):
    """What is named like another chapter is not this one."""
    json_ = grader.grade(submission(solved(STEM))._replace(other_files=("01_sampling.pdf",)))
    result = complete(json_, release.chapters[:2])
    assert result.total.score == 0
    assert {row.status.code for row in result.rows} == {"unreadable", "missing"}


@pytest.mark.parametrize(
    "source",
    [
        "e_step = None",
        "e_step = 3 * [0]",
        "def e_step(*a):\n    return (",
        "class e_step:\n    a = 1",
        "async def e_step(*a):\n    return a",
        "def e_step(*a):\n    return a\ne_step = e_step,",
    ],
)
def test_a_newer_copy_without_a_function_does_not_win(source, grader):
    older, newer = filled(STEM, e_step=E_STEP), filled(STEM, e_step=source)
    result = grader.grade(submission(("older.ipynb", 1, older), ("newer.ipynb", 2, newer)))
    rows = {row["exercise"]: row for row in result["rows"]}
    assert rows["e_step"]["score"] == 5
    said = json.dumps(result["notes"])
    assert "older.ipynb" in said
    assert "newer.ipynb" in said
    alone = grader.grade(submission(student_copy(STEM), newer))
    assert [row["score"] for row in alone["rows"] if row["exercise"] == "e_step"] == [0]


def test_a_function_copied_into_a_later_notebook_is_not_handed_in_again(graded):
    later = student_copy("04_convergence")
    later["cells"].append(code("def e_step(*arguments):\n    return 0"))
    rows = graded(submission(("02.ipynb", 1, filled(STEM, e_step=E_STEP)), ("04.ipynb", 2, later)))
    assert rows["e_step"]["score"] == 5
    alone = graded(submission(later))
    assert "e_step" not in alone


def test_two_chapters_in_one_notebook_are_both_graded(graded):
    notebook = filled(STEM, e_step=E_STEP)
    other = filled("03_m_step", update_means=solution("update_means"))
    notebook["cells"] += other["cells"]
    rows = graded(submission(notebook))
    assert (rows["e_step"]["score"], rows["update_means"]["score"]) == (5, 3)


# what can't be read


def deep(n):
    return b'{"cells": ' + b"[" * n + b"]" * n + b"}"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", NoticeKind.EMPTY),
        (b"  \n", NoticeKind.EMPTY),
        (b"not json", NoticeKind.INVALID_JSON),
        (json.dumps(student_copy(STEM)).encode()[:5000], NoticeKind.INVALID_JSON),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", NoticeKind.NOT_TEXT),
        (b"[]", NoticeKind.NOT_AN_OBJECT),
        (b'"text"', NoticeKind.NOT_AN_OBJECT),
        (b"{}", NoticeKind.NO_CELLS),
        (b'{"cells": 5}', NoticeKind.NO_CELLS),
        (b'{"cells": "' + b"\0" * 20 + b'"}', NoticeKind.INVALID_JSON),
        (deep(100_000), NoticeKind.NESTED_JSON),
        (b'{"cells": ' + b"1" * 10_000 + b"}", NoticeKind.INVALID_JSON),
    ],
)
def test_a_file_that_is_not_a_notebook_is_named_and_spoils_nothing(content, kind, grader):
    good = filled(STEM, e_step=E_STEP)
    result = grader.grade(submission(("a.ipynb", 9, content), ("b.ipynb", 1, good)))
    (bad,) = [file for file in result["files"] if file["path"] == "a.ipynb"]
    assert bad["status"] == "unreadable"
    assert bad["problem"]["kind"] == kind.code
    assert {row["exercise"]: row for row in result["rows"]}["e_step"]["score"] == 5


def test_why_it_is_not_json_ends_with_a_word(grader):
    number = b'{"cells": ' + b"1" * 10_000 + b"}"
    (file,) = grader.grade(submission(number))["files"]
    assert file["problem"]["error"].endswith("10000 digits")


def test_a_worker_that_breaks_leaves_named_rows(settings):
    class Broken:
        def __enter__(self):
            return self

        def __exit__(self, *raised):
            pass

        def run(self, programs):
            raise BrokenPipeError

    with Grader(settings, lambda cases, settings: Broken()) as grader:
        result = grader.grade(submission(filled(STEM, e_step=E_STEP, question_prior=ANSWER)))
    rows = {row["exercise"]: row for row in result["rows"]}
    assert rows["e_step"]["status"] == "crashed"
    assert rows["question_prior"]["status"] == "to_be_graded"
    assert result["notes"] == [NoticeKind.WORKER_STOPPED(error="BrokenPipeError").as_json()]


def test_a_notebook_of_a_hundred_megabytes_is_graded(graded):
    notebook = filled(STEM, e_step=E_STEP)
    notebook["cells"][1]["outputs"] = [{"output_type": "stream", "text": "x" * 100_000_000}]
    assert graded(submission(notebook))["e_step"]["score"] == 5


def test_more_cells_or_bytes_than_anybody_writes_are_not_read(grader):
    cells = {"cells": [code("x = 1")] * 6_000}
    long = {"cells": [code("x = 1" * 3 * 10**5)]}
    result = grader.grade(submission(cells, b" " * (130 * 2**20), long))
    kinds = [file["problem"]["kind"] for file in result["files"]]
    assert kinds == ["too_many_cells", "too_large", "too_much_code"]
    assert result["files"][0]["problem"]["count"] == 6000


@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_what_is_read_of_one_student_is_bounded_however_it_is_spread(kind, grader):
    long = code("def e_step():\n    pass\n" * 10_000, id="e_step")
    long["cell_type"] = kind
    result = grader.grade(submission(*[{"cells": [long]} for _ in range(6)]))
    problems = [file["problem"] for file in result["files"]]
    assert problems[:4] == [None] * 4
    assert [problem["kind"] for problem in problems[4:]] == ["too_much_code"] * 2


@pytest.mark.parametrize(
    "source",
    [
        "\n".join(f"def f{i}():\n    return f{i + 1}()" for i in range(1_500)),
        "x = " + "(" * 150 + ")" * 150,
        "x = " + "-" * 20_000 + "1",
        "x = " + "+".join(["1"] * 20_000),
        "x = [" * 90 + "]" * 90,
        "f" + "()" * 5_000,
        "a" * 900_000,
        "def " * 10_000,
        "\0",
        "def e_step(:\n" * 3_000,
        "x = '\\N{' + '\\ud800'",
        *(f"check({'-' * n}1)" for n in (300, 600, 900)),
        *("f" + "()" * n + "  # check" for n in (300, 500, 900)),
        "x" + ".a" * 800 + "()  # check",
        "check(" + "+".join(["1"] * 900) + ")",
        "(0x" + "f" * 20_000 + ")()  # check",
        "def update_means(*a):\n    raise NotImplementedError(0x" + "f" * 20_000 + ")",
        "update_means = " + "lambda: " * 900 + "1",
    ],
    ids=range(22),
)
def test_code_that_is_hard_to_read_stops_nobody(source, graded):
    notebook = filled(STEM, e_step=E_STEP)
    notebook["cells"].insert(2, code(source))
    assert graded(submission(notebook))["e_step"]["score"] == 5


def test_every_cell_is_parsed_once(grader, monkeypatch):
    """What runs, what is noted, what may be quoted: all of it comes from one tree per cell."""
    notebook = filled(STEM, e_step=E_STEP.replace("return", "1 / 0; return"))
    notebook["cells"].append(code("%matplotlib inline\ncheck(e_step)"))
    notebook["cells"].append(code("mine = (  # it can't be parsed"))
    grader.grade(submission(notebook))  # the released cells are parsed once for a whole class
    parsed, parse = Counter(), ast.parse
    monkeypatch.setattr(ast, "parse", lambda text, *a, **k: parsed.update([text]) or parse(text))
    rows = {row["exercise"]: row for row in grader.grade(submission(notebook))["rows"]}
    assert "ZeroDivisionError" in rows["e_step"]["message"]
    own = [text(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert parsed[own[-1]] == parsed[E_STEP.replace("return", "1 / 0; return")] == 1
    assert max(parsed.values()) == 1
    assert len(parsed) <= len(own) + 4  # two without their magic lines; two that were put in


def test_a_notebook_needs_no_more_memory_once_it_is_graded(grader):
    notebook = filled(STEM, e_step=E_STEP)
    notebook["cells"] += [code(f"x = {[*range(900)]}  # {i}") for i in range(40)]
    grader.grade(submission(notebook))
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    grader.grade(submission(notebook))
    gc.collect()
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak - before > 5 * 2**20  # its trees
    assert held - before < 2**20


def test_files_and_notes_of_a_submission_are_left_alone(grader):
    handed_in = submission(filled(STEM, e_step=E_STEP), b"{")
    before = handed_in._replace()
    grader.grade(handed_in)
    assert handed_in == before


def test_a_function_that_calls_its_helper_is_named_once_however_often_it_was_tried(settings):
    """One is tried again, as its check saw it, where something else has changed by the end."""

    class Twice(InProcess):
        def run(self, programs):
            done = super().run(programs)
            called = [each._replace(calls_helper=True) for each in done.exercises]
            again = tuple(each._replace(earlier=(each, each)) for each in called)
            return done._replace(exercises=again)

    with Grader(settings, lambda cases, _: Twice(cases)) as grader:
        result = grader.grade(submission(filled(STEM, e_step=E_STEP)))
    assert Counter(result["helpers"]) == Counter(CHAPTERS[STEM])


def test_points_of_the_release_are_given(settings):
    """Half of a share of other points is half of them; what is left out has no row."""
    (chapter,) = (each for each in settings.release.chapters if each.name == STEM)
    names = tuple(name for name in chapter.exercises if name != "weighted_log_prob")
    other = chapter._replace(exercises=names, code_points=(("e_step", 20.0),))
    release = settings.release._replace(chapters=(other,))
    sign = "def negative_log_likelihood(X, *params):\n    return 0.0"
    notebook = filled(STEM, e_step=E_STEP, negative_log_likelihood=sign)
    with Grader(replace(settings, release=release), in_process) as grader:
        rows = {row["exercise"]: row for row in grader.grade(submission(notebook))["rows"]}
        empty = {r["exercise"]: r for r in grader.grade(submission(student_copy(STEM)))["rows"]}
    assert "weighted_log_prob" not in rows
    assert (rows["e_step"]["score"], rows["e_step"]["max_score"]) == (20, 20)
    assert "20 of 20 points" in rows["e_step"]["message"]
    worth = EXERCISES["negative_log_likelihood"].points
    assert rows["negative_log_likelihood"]["max_score"] == worth
    assert empty["e_step"]["max_score"] == 20
