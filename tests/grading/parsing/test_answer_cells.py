"""Where answers stand in notebooks that have kept their marks, and in those that have not."""

import copy

import pytest
from support.handed_in import ANSWER, as_bytes, cell_of, code, filled, student_copy, without_marks

from gmm_helpers.grading.parsing.answer_cells import MAX_ANSWER, answers_in, as_compared
from gmm_helpers.grading.parsing.notebook import read_cells

STEM = "02_e_step"
PRIOR, COLUMNS = "question_prior", "question_columns"


@pytest.fixture
def found(release):
    (chapter,) = [chapter for chapter in release.chapters if chapter.name == STEM]
    given = {str(cell.source) for cell in chapter.cells}
    return lambda notebook: answers_in(chapter, read_cells(as_bytes(notebook)), given)


def markdown(source):
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def bare(**sources):
    """A notebook without marks, whose cells have other ids, as editors give them."""
    notebook = without_marks(filled(STEM, **sources))
    for i, cell in enumerate(notebook["cells"]):
        cell["id"] = f"new{i}"
    return notebook


def place(notebook, text):
    """Where a cell stands, by a part of it."""
    (i,) = [i for i, c in enumerate(notebook["cells"]) if text in "".join(c["source"])]
    return i


QUESTION = "A sample lies exactly between"


@pytest.mark.parametrize("strip", [copy.deepcopy, without_marks, lambda n: without_marks(n, False)])
def test_an_untouched_notebook_holds_no_answer(strip, found):
    assert found(strip(student_copy(STEM))) == {PRIOR: "", COLUMNS: ""}


@pytest.mark.parametrize("kept", ["", "  \n", "Write your answer here.", "YOUR ANSWER HERE", "**"])
def test_a_stub_in_another_form_is_no_answer(kept, found):
    assert found(bare(question_prior=kept)) == {PRIOR: "", COLUMNS: ""}


def test_without_marks_each_question_has_its_own_answer(found):
    own = found(bare(question_prior="The weights.", question_columns="Which sample?"))
    assert own == {PRIOR: "The weights.", COLUMNS: "Which sample?"}


def test_without_marks_a_note_elsewhere_is_no_answer(found):
    notebook = bare(question_prior=ANSWER)
    notebook["cells"].insert(5, markdown("My note."))
    assert found(notebook) == {PRIOR: ANSWER, COLUMNS: ""}


@pytest.mark.parametrize("notebook", [lambda: student_copy(STEM), bare], ids=["marked", "bare"])
class TestTypedElsewhere:
    def test_below_the_question_in_its_cell(self, notebook, found):
        book = notebook()
        cell = book["cells"][place(book, QUESTION)]
        cell["source"] = "".join(cell["source"]) + "\n\nThe weights."
        assert found(book)[PRIOR] == "The weights."

    def test_in_the_last_line_of_the_question(self, notebook, found):
        book = notebook()
        cell = book["cells"][place(book, QUESTION)]
        cell["source"] = "".join(cell["source"]) + " Because the weights differ."
        assert found(book)[PRIOR].strip() == "Because the weights differ."

    def test_in_cells_after_the_stub(self, notebook, found):
        book = notebook()
        i = place(book, QUESTION)
        book["cells"][i + 2 : i + 2] = [markdown("One."), markdown("Two.")]
        assert found(book) == {PRIOR: "One.\n\nTwo.", COLUMNS: ""}

    def test_below_the_stub(self, notebook, found):
        book = notebook()
        cell = book["cells"][place(book, QUESTION) + 1]
        cell["source"] = "".join(cell["source"]) + "\n\nThe weights."
        assert found(book)[PRIOR] == "The weights."

    def test_in_a_cell_of_code(self, notebook, found):
        book = notebook()
        i = place(book, QUESTION)
        book["cells"][i + 1 : i + 2] = [
            code("# The weights."),
            code("x = 1"),
            code("It is so, yes it is"),
        ]
        assert found(book)[PRIOR] == "# The weights.\n\nIt is so, yes it is"

    def test_below_a_question_that_was_edited(self, notebook, found):
        book = (
            notebook(question_prior=ANSWER) if notebook is bare else filled(STEM, **{PRIOR: ANSWER})
        )
        cell = book["cells"][place(book, QUESTION)]
        text = "".join(cell["source"]).replace(
            "**Question 2 (2 points).** A sample", "2) a  sample"
        )
        cell["source"] = text.replace("possible?", "posible")
        assert found(book)[PRIOR] == ANSWER


def test_without_the_question_any_text_of_their_own_may_be_the_answer(found):
    notebook = bare(question_columns="Mine.")
    i = place(notebook, QUESTION)
    notebook["cells"][i : i + 2] = []
    notebook["cells"].insert(3, markdown(ANSWER))
    assert found(notebook) == {PRIOR: ANSWER, COLUMNS: "Mine."}


def test_an_answer_that_repeats_its_question_is_not_taken_for_it(found):
    notebook = bare()
    i = place(notebook, QUESTION)
    question = "".join(notebook["cells"][i]["source"])
    notebook["cells"][i + 1]["source"] = f"{question}\n\nThe weights."
    assert found(notebook)[PRIOR].endswith("The weights.")


def test_long_answers_are_cut_and_pictures_are_not_written_out(found):
    long = found(filled(STEM, question_prior="word " * 10_000))[PRIOR]
    assert MAX_ANSWER < len(long) < MAX_ANSWER + 50
    picture = f"![a](data:image/png;base64,{'iVBOR' * 10_000}) So it is."
    shown = found(filled(STEM, question_prior=picture))[PRIOR]
    assert shown.startswith("![a](data:image/png,")
    assert shown.endswith(") So it is.")
    assert len(shown) < 60


def test_a_mark_counts_wherever_its_cell_stands(found):
    notebook = filled(STEM, question_prior=ANSWER)
    cell = cell_of(notebook, PRIOR)
    notebook["cells"].remove(cell)
    notebook["cells"].insert(0, cell)
    assert found(notebook) == {PRIOR: ANSWER, COLUMNS: ""}


def test_what_is_compared_has_no_blanks_and_no_marks():
    assert as_compared("> **A** b_c\n`d`") == "abcd"
