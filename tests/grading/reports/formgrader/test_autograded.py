"""The notebook that formgrader shows: the student's cells, with marks and locked cells restored."""

from types import SimpleNamespace

import pytest
from support.handed_in import ANSWER, cell_of, code, filled, solution, submission, without_marks

from gmm_helpers.grading.intake.submission import File
from gmm_helpers.grading.reports.results import complete

nbformat = pytest.importorskip("nbformat")

from gmm_helpers.grading.reports.formgrader.autograded import write_autograded  # noqa: E402

STEM = "02_e_step"


class Stored:
    """What nbgrader's gradebook knows of the notebook that was handed out."""

    def __init__(self, chapter):
        marked = [cell for cell in chapter.cells if cell.grade_id]
        self.source_cells = [
            SimpleNamespace(
                name=cell.grade_id,
                locked=cell.locked,
                checksum="0",
                cell_type=cell.kind,
                source=str(cell.source),
            )
            for cell in marked
        ]
        self.grade_cells = [
            SimpleNamespace(name=cell.grade_id, max_score=cell.points)
            for cell in marked
            if cell.points
        ]
        self.solution_cells = [
            SimpleNamespace(name=cell.grade_id) for cell in marked if not cell.locked
        ]

    def find_notebook(self, _notebook, _assignment):
        return self


@pytest.fixture
def written(grader, release, tmp_path):
    """Grade a notebook, and read what was written for formgrader; None if nothing was."""

    def write(notebook, student="ann", submitted=None):
        handed_in = submission(notebook, student=student)
        result = complete(grader.grade(handed_in), release.chapters[1:2])
        names = {"student": student, "assignment": "em", "notebook": STEM}
        stored = Stored(release.chapters[1])
        write_autograded(stored, tmp_path, names, result, submitted or handed_in)
        path = tmp_path / "autograded" / student / "em" / f"{STEM}.ipynb"
        return nbformat.read(path, 4) if path.is_file() else None

    return write


def by_mark(notebook):
    cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return {cell.metadata.nbgrader.grade_id: cell for cell in cells}


def test_the_card_stands_where_the_check_stood(written):
    cells = by_mark(written(filled(STEM, e_step=solution("e_step"))))
    (output,) = cells["check_e_step"].outputs
    assert output.data["text/plain"].startswith("e_step: correct")
    assert cells["e_step"].source == solution("e_step")


def test_locked_cells_are_restored_and_removed_ones_come_back(written, release):
    notebook = filled(STEM)
    cell_of(notebook, "check_e_step")["source"] = "5"
    notebook["cells"].remove(cell_of(notebook, "check_weighted_log_prob"))
    notebook["cells"].append(code("x = 1"))
    read = written(notebook)
    released = {c.grade_id: c.source for c in release.chapters[1].cells if c.grade_id}
    cells = by_mark(read)
    assert cells.keys() == released.keys()
    for name in ("check_e_step", "check_weighted_log_prob"):
        assert cells[name].source == released[name]
    assert "x = 1" in [cell.source for cell in read.cells]


def test_a_mark_that_is_there_twice_counts_once(written):
    notebook = filled(STEM)
    notebook["cells"].append(dict(cell_of(notebook, "e_step")))
    read = written(notebook)
    marks = [c.metadata.nbgrader.grade_id for c in read.cells if "nbgrader" in c.metadata]
    assert len(marks) == len(set(marks))


def test_without_marks_an_answer_is_shown_where_it_was_written(written):
    read = written(without_marks(filled(STEM, question_prior=ANSWER)))
    cells = by_mark(read)
    assert cells["question_prior"].source == ANSWER
    assert [cell.source for cell in read.cells].count(ANSWER) == 1
    place = read.cells.index(cells["question_prior"])
    assert "lies exactly between" in read.cells[place - 1].source
    assert cells["question_columns"].source.strip("*") == "Write your answer here."


@pytest.mark.parametrize("strip", [without_marks, dict], ids=["bare", "marked"])
def test_an_answer_below_the_question_is_shown_in_the_answer_cell(strip, written):
    notebook = filled(STEM)
    question = next(c for c in notebook["cells"] if "lies exactly between" in "".join(c["source"]))
    question["source"] = "".join(question["source"]) + "\n\n" + ANSWER
    assert by_mark(written(strip(notebook)))["question_prior"].source == ANSWER


@pytest.mark.parametrize("student", ["..", "a/b", "."])
def test_nothing_is_written_outside_of_a_students_folder(student, written, tmp_path):
    assert written(filled(STEM), student) is None
    assert not (tmp_path / "autograded").exists()


def test_a_file_that_changed_since_is_left_out(written):
    changed = submission(filled(STEM))._replace(files=(File("0.ipynb", 0.0, b"{"),))
    assert written(filled(STEM), submitted=changed) is None
