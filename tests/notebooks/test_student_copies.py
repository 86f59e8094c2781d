"""The students' copies on disk: stubs in place of solutions, and metadata a grader can rely on."""

import ast
import json
import re

import nbformat
import pytest
from support.notebook_tools import (
    CHAPTERS,
    NOTEBOOKS,
    SOURCES,
    build_notebooks,
    public_lines,
    secret_lines,
    transform,
)

from gmm_helpers.exercises import EXERCISES

STEMS = [source.stem for source in SOURCES]
PATHS = [NOTEBOOKS / f"{stem}.ipynb" for stem in STEMS]
CHAPTER_PATHS = [NOTEBOOKS / f"{source.stem}.ipynb" for source in CHAPTERS]
EVERY_CHAPTER = pytest.mark.parametrize("path", CHAPTER_PATHS, ids=lambda path: path.stem)
EVERY_COPY = pytest.mark.parametrize("path", PATHS, ids=STEMS)


SECRETS = {
    source.stem: set(secret_lines(source.read_text(encoding="utf-8"))) - {""} for source in SOURCES
}


def handed_out(path):
    return nbformat.read(path, 4)


def lines_of(path):
    return {line.strip() for cell in handed_out(path).cells for line in cell.source.splitlines()}


def marked(path):
    return [cell for cell in handed_out(path).cells if "nbgrader" in cell.metadata]


def exercise_cells(path):
    return [cell for cell in marked(path) if cell.id in EXERCISES]


def question_cells(path):
    return [cell for cell in marked(path) if cell.cell_type == "markdown"]


def test_there_is_a_copy_of_every_source_and_all_exercises_are_set():
    assert len(SOURCES) >= 4
    assert sorted(NOTEBOOKS.glob("*.ipynb")) == PATHS
    names = [cell.id for path in PATHS for cell in exercise_cells(path)]
    assert names == list(EXERCISES)


def test_the_reader_of_secrets_finds_what_the_tool_removes():
    for source in CHAPTERS:
        notebook = transform.read_source(source, build_notebooks.POINTS)
        assert SECRETS[source.stem] == set(transform.solution_lines(notebook))
        assert len(SECRETS[source.stem]) >= 5


@EVERY_CHAPTER
def test_no_solution_of_any_chapter_is_in_a_copy(path):
    public = public_lines((NOTEBOOKS / "source" / f"{path.stem}.py").read_text(encoding="utf-8"))
    secrets = set().union(*SECRETS.values())
    assert lines_of(path) & secrets <= public
    own = SECRETS[path.stem] - public
    assert len(own) >= 5
    text = path.read_text(encoding="utf-8")
    leaked = {line for line in own if len(line) > 8 and json.dumps(line)[1:-1] in text}
    assert not leaked


@EVERY_COPY
def test_a_copy_mentions_no_markers_and_no_solution_notebooks(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search("(begin|end) solution|model answer|solutions/", text, re.IGNORECASE)


@EVERY_COPY
def test_a_copy_has_no_outputs_and_was_never_run(path):
    for cell in handed_out(path).cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
    assert "widgets" not in handed_out(path).metadata


@EVERY_COPY
def test_an_exercise_is_a_signature_a_docstring_and_a_stub(path):
    source = ast.parse((NOTEBOOKS / "source" / f"{path.stem}.py").read_text(encoding="utf-8"))
    asked_for = {node.name: node for node in ast.walk(source) if isinstance(node, ast.FunctionDef)}
    for cell in exercise_cells(path):
        (function,) = ast.parse(cell.source).body
        assert function.name == cell.id
        assert ast.unparse(function.args) == ast.unparse(asked_for[cell.id].args)
        assert ast.get_docstring(function) == ast.get_docstring(asked_for[cell.id])
        docstring, stub = function.body
        assert docstring.value.value.endswith(".")
        assert ast.unparse(stub) == f"raise NotImplementedError('write {cell.id} here')"


@EVERY_CHAPTER
def test_answers_are_replaced_by_a_place_to_write_one(path):
    assert len(question_cells(path)) >= 2
    assert {cell.source for cell in question_cells(path)} == {"*Write your answer here.*"}


@EVERY_COPY
def test_metadata_follow_version_3_of_nbgrader(path):
    """https://nbgrader.readthedocs.io, metadata: which keys, and which combinations make sense."""
    for cell in marked(path):
        grading = dict(cell.metadata.nbgrader)
        points = grading.pop("points", None)
        assert set(grading) == {
            "grade",
            "grade_id",
            "locked",
            "schema_version",
            "solution",
            "task",
        }
        assert (grading["schema_version"], grading["task"]) == (3, False)
        assert grading["grade_id"] == cell.id
        assert grading["locked"] is (not grading["solution"])
        assert grading["grade"] is (points is not None)
        if points is not None:
            assert isinstance(points, int)
            assert points > 0


@EVERY_COPY
def test_exercises_are_written_and_their_checks_are_graded(path):
    grading = {cell.id: cell.metadata.nbgrader for cell in marked(path)}
    for cell in exercise_cells(path):
        check = grading[f"check_{cell.id}"]
        assert (grading[cell.id]["solution"], grading[cell.id]["grade"]) == (True, False)
        assert (check["solution"], check["grade"], check["locked"]) == (False, True, True)
        assert check["points"] == EXERCISES[cell.id].points
    for cell in question_cells(path):
        assert (cell.metadata.nbgrader["solution"], cell.metadata.nbgrader["grade"]) == (True, True)


@EVERY_COPY
def test_a_check_follows_its_exercise_and_cannot_be_edited(path):
    found = handed_out(path).cells
    ids = [cell.id for cell in found]
    for cell in exercise_cells(path):
        after = found[ids.index(cell.id) + 1 :]
        check = next(c for c in after if "try_it(" not in c.source)
        assert check.id == f"check_{cell.id}"
        assert check.source == f"check({cell.id})"
        assert (check.metadata.editable, check.metadata.deletable) == (False, False)


def test_ids_are_unique_and_valid():
    for path in PATHS:
        ids = [cell.id for cell in handed_out(path).cells]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell_id) for cell_id in ids)
    grade_ids = [cell.id for path in PATHS for cell in marked(path)]
    assert len(set(grade_ids)) == len(grade_ids)


@pytest.mark.parametrize("source", SOURCES, ids=STEMS)
def test_a_copy_is_what_its_source_gives_to_the_byte_time_after_time(source):
    def built():
        _, student = build_notebooks.copies_of(source)
        return build_notebooks.serialised(student).encode()

    assert built() == built() == (NOTEBOOKS / f"{source.stem}.ipynb").read_bytes()
