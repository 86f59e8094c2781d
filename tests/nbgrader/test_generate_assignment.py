"""nbgrader makes student versions of the solved notebooks, as they are, by itself."""

import re

import pytest
from nbgrader.preprocessors import ClearSolutions
from support.course import (
    ASSIGNMENT,
    SOLVED,
    STEMS,
    build_notebooks,
    checks,
    exercises,
    grading,
    marked,
    questions,
    transform,
)

from gmm_helpers.checks import check

EVERY_NOTEBOOK = pytest.mark.parametrize("stem", STEMS)
CODE_STUB = ClearSolutions().code_stub["python"].splitlines()
TEXT_STUB = ClearSolutions().text_stub


def points_of(cells):
    return {cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points for cell in cells}


def without_stub(source, is_stub):
    return [line for line in source.splitlines() if not is_stub(line.strip())]


def test_there_are_solved_notebooks_each_with_a_source():
    sources = SOLVED[0].parents[1].glob("source/[0-9]*.py")
    assert STEMS == sorted(path.stem for path in sources) != []


def test_generating_logs_no_warning(generated):
    lines = generated.splitlines()
    odd = [line for line in lines if not line.startswith("[GenerateAssignmentApp | INFO] ")]
    assert not odd
    converted = [line for line in lines if "Converting notebook" in line]
    assert len(converted) == len(STEMS)


# what students get


@EVERY_NOTEBOOK
def test_no_line_of_a_solution_is_released(released, stem):
    solved, release = released.source(stem), released.release(stem)
    build_notebooks.require_no_leak(solved, release, stem)
    text = "\n".join(cell.source for cell in release.cells)
    assert not re.search("(BEGIN|END) SOLUTION|Model answer", text)
    with pytest.raises(transform.SourceError, match="reached students"):
        build_notebooks.require_no_leak(solved, solved, stem)


@EVERY_NOTEBOOK
def test_the_first_line_of_a_model_answer_is_not_released(released, stem):
    """It reads otherwise in the solved notebook, so it is looked for as the source has it."""
    source = SOLVED[0].parents[1] / "source" / f"{stem}.py"
    notebook = transform.read_source(source, build_notebooks.POINTS)
    build_notebooks.require_no_leak(notebook, released.release(stem), source)


@EVERY_NOTEBOOK
def test_no_output_is_released(released, stem):
    code = [cell for cell in released.release(stem).cells if cell.cell_type == "code"]
    assert code
    assert not any(cell.outputs or cell.execution_count for cell in code)
    solved = [cell for cell in released.source(stem).cells if cell.cell_type == "code"]
    assert any(cell.outputs for cell in solved)


@EVERY_NOTEBOOK
def test_a_release_differs_from_the_projects_own_student_copy_in_stubs_only(released, stem):
    own, release = transform.student_copy(released.source(stem)), released.release(stem)
    assert [cell.id for cell in release.cells] == [cell.id for cell in own.cells]
    for ours, theirs in zip(own.cells, release.cells, strict=True):
        if not grading(ours).get("solution"):
            assert theirs.source == ours.source
        elif theirs.cell_type == "markdown":
            assert theirs.source == TEXT_STUB
        else:
            kept = without_stub(theirs.source, CODE_STUB.__contains__)
            assert len(kept) == len(theirs.source.splitlines()) - len(CODE_STUB)
            assert kept == without_stub(
                ours.source, lambda line: line.startswith("raise NotImplementedError(")
            )


@EVERY_NOTEBOOK
def test_a_released_exercise_counts_as_not_attempted(released, stem, monkeypatch):
    monkeypatch.delenv("GMM_CHECKS", raising=False)
    release, names = released.release(stem), {}
    code = (cell for cell in release.cells if cell.cell_type == "code")
    exec(next(cell.source for cell in code if cell.id != "first_cell"), names)  # imports
    assert exercises(release)
    for cell in exercises(release):
        exec(cell.source, names)
        assert check(names[cell.id]).status == "not attempted"


@EVERY_NOTEBOOK
def test_students_can_edit_their_answers_and_nothing_that_is_graded(released, stem):
    release = released.release(stem)
    assert marked(release).keys() == marked(released.source(stem)).keys()
    assert checks(release)
    assert questions(release)
    for cell in checks(release):
        assert (cell.metadata.editable, cell.metadata.deletable) == (False, False)
        assert grading(cell)["locked"]
    for cell in exercises(release) + questions(release):
        assert cell.metadata.get("editable", True)
        assert not cell.metadata.deletable
        assert not grading(cell)["locked"]


# what the gradebook gets


@EVERY_NOTEBOOK
def test_the_gradebook_has_the_points_of_the_metadata(released, stem):
    solved = released.source(stem)
    with released.gradebook() as gradebook:
        notebook = gradebook.find_notebook(stem, ASSIGNMENT)
        found = {cell.name: cell.max_score for cell in notebook.grade_cells}
        sums = notebook.max_code_score, notebook.max_written_score, notebook.max_score
    by_check, by_hand = points_of(checks(solved)), points_of(questions(solved))
    assert found == by_check | by_hand
    code, written = sum(by_check.values()), sum(by_hand.values())
    assert sums == (code, written, code + written)


@EVERY_NOTEBOOK
def test_written_questions_are_graded_by_hand_and_checks_are_not(released, stem):
    solved = released.source(stem)
    with released.gradebook() as gradebook:
        notebook = gradebook.find_notebook(stem, ASSIGNMENT)
        graded = {cell.name: cell.cell_type for cell in notebook.grade_cells}
        written = {cell.name for cell in notebook.solution_cells}
    assert graded.keys() & written == {cell.id for cell in questions(solved)}
    assert written - graded.keys() == {cell.id for cell in exercises(solved)}
    assert {graded[cell.id] for cell in questions(solved)} == {"markdown"}
    assert {graded[cell.id] for cell in checks(solved)} == {"code"}


def test_the_assignment_is_worth_the_sum_of_its_notebooks(released):
    total = 0
    for stem in STEMS:
        solved = released.source(stem)
        total += sum(points_of(checks(solved) + questions(solved)).values())
    with released.gradebook() as gradebook:
        assert gradebook.find_assignment(ASSIGNMENT).max_score == total
