import importlib

import nbformat
import pytest
from support.asked_notebook import FULL, write_solved
from support.notebook_tools import build_notebooks

from gmm_helpers.questions.record import MIME

reading = importlib.import_module("question_files.reading")

EXECUTED = """\
from gmm_helpers.drawing import new_figure, show
from gmm_helpers.questions import ask, place, point
fig, ax = new_figure(height=3)
ax.set(xlim=(-4, 4), ylim=(-2, 2))
ask("mean", "Click where r_nk goes.", point(ax, "An empty plane.",
    place(1, 1, 0.4, "The average."), elsewhere="No."), shows=show(fig, alt="It moved."))"""


@pytest.mark.parametrize("kind", FULL)
def test_a_question_comes_back_as_it_was_with_its_pictures(kind, tmp_path):
    write_solved(tmp_path, "01_sampling", "Sampling", FULL[kind])
    (chapter,) = reading.chapters_of(tmp_path)
    assert chapter == reading.Chapter("01_sampling", "Sampling", (FULL[kind],))


def test_chapters_come_in_order_and_only_those_with_questions(tmp_path):
    write_solved(tmp_path, "02_e_step", "The E-step", FULL["order"], FULL["one"])
    write_solved(tmp_path, "01_sampling", "Sampling", FULL["number"])
    write_solved(tmp_path, "explorer", "Explorer")
    found = [(each.name, [q.key for q in each.questions]) for each in reading.chapters_of(tmp_path)]
    assert found == [("01_sampling", ["quotient"]), ("02_e_step", ["steps", "rows"])]


def test_two_questions_of_one_name_are_refused(tmp_path):
    write_solved(tmp_path, "01_a", "A", FULL["one"])
    write_solved(tmp_path, "02_b", "B", FULL["one"])
    with pytest.raises(reading.ReadingError, match=r"'rows' is in 01_a.ipynb and in 02_b.ipynb"):
        reading.chapters_of(tmp_path)


def spoil(path, change):
    notebook = nbformat.read(path, 4)
    change(notebook.cells[-1].outputs)
    nbformat.write(notebook, path)


@pytest.mark.parametrize(
    "change",
    [
        lambda outputs: outputs[1].data.pop("text/html"),
        lambda outputs: outputs[0].data[MIME].pop("question"),
        lambda outputs: outputs[0].data[MIME]["question"]["answer"].update(kind="essay"),
        lambda outputs: outputs[0].data[MIME]["question"]["answer"]["target"].pop("x"),
        lambda outputs: outputs[0].data[MIME]["question"].update(answer=None),
    ],
)
def test_a_spoilt_notebook_is_named(change, tmp_path):
    spoil(write_solved(tmp_path, "01_a", "A", FULL["point"]), change)
    with pytest.raises(reading.ReadingError, match=r"01_a.ipynb holds a question that cannot be"):
        reading.chapters_of(tmp_path)


@pytest.mark.slow
def test_a_notebook_the_build_has_executed_is_read(tmp_path):
    cells = [nbformat.v4.new_code_cell(EXECUTED)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    solved = build_notebooks.execute(notebook, tmp_path)
    build_notebooks.write(solved, tmp_path / "01_sampling.ipynb")
    (chapter,) = reading.chapters_of(tmp_path)
    assert chapter.title == "01_sampling"  # as it has no heading
    (question,) = chapter.questions
    assert question.answer.target.reason == "The average."
    assert question.answer.picture["alt"] == "An empty plane."
    assert question.answer.picture["png"].startswith("iVBOR")
    assert question.shows["alt"] == "It moved."
    assert question.shows["png"] == question.answer.picture["png"]
