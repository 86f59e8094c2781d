"""Of several notebooks both are named, with the reason; what decides nothing is for a person."""

import pytest
from support.handed_in import cell_of, code, filled, solution, solved, student_copy, submission

from gmm_helpers.grading.notes.copies import doubts_of, other_notebooks
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.candidates import read_notebooks
from gmm_helpers.grading.parsing.selection import choose_notebooks

STEM = "02_e_step"
ONE = filled(STEM, e_step="def e_step(*a):\n    return a[0] + 1")
TWO = filled(STEM, e_step="def e_step(*a):\n    return a[0] + 2")
CHECKPOINT = ".ipynb_checkpoints/x-checkpoint.ipynb"


@pytest.fixture
def told(release):
    """Notes, and doubts, on notebooks given as (path, time, notebook)."""

    def of(*books):
        notebooks, _ = read_notebooks(submission(*books), release, release)
        chosen = choose_notebooks(notebooks, release)
        return other_notebooks(notebooks, chosen), doubts_of(notebooks, chosen)

    return of


def about(notes, exercise):
    (note,) = [note for note in notes if exercise in note.fields["exercises"]]
    return note.kind, note.fields["graded"], note.fields["notebook"]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (("a", 2, ONE), ("b", 1, TWO), NoticeKind.OTHER_NOTEBOOK),
        (("a", 1, ONE), ("b", 2, student_copy(STEM)), NoticeKind.UNWRITTEN_BESIDE),
        (("a", 1, ONE), ("b", 2, filled(STEM, e_step="e_step = None")), NoticeKind.LOST_BESIDE),
        (("a", 1, ONE), ("b", 2, filled(STEM, e_step="def e_step(*a:")), NoticeKind.LOST_BESIDE),
        (("hw-10", 1, ONE), ("hw-9", 1, TWO), NoticeKind.EARLIER_COPY),
        (("a", 1, ONE), ("b", 9, solved(STEM)), NoticeKind.SOLVED_NOTEBOOK_BESIDE),
        (("a", 1, ONE), (CHECKPOINT, 9, TWO), NoticeKind.CHECKPOINT_BESIDE),
    ],
)
def test_both_are_named_and_why_one_was_graded(first, second, kind, told):
    for books in ((first, second), (second, first)):
        notes, doubts = told(*books)
        assert about(notes, "e_step") == (kind, first[0], second[0])
        assert doubts == []
        assert all(first[0] in str(note) and second[0] in str(note) for note in notes)


def test_one_notebook_is_no_choice(told):
    assert told(("a", 1, ONE)) == ([], [])


def test_where_nothing_decides_a_person_should_look(told):
    _, doubts = told(("a", 1, ONE), ("b", 1, TWO))
    assert doubts == [NoticeKind.EQUALLY_NEW(notebook="b", other="a", exercises=["e_step"])]
    assert told(("a", 1, ONE), ("b", 1, ONE))[1] == []  # it is the same


def test_solutions_of_ours_in_a_notebook_of_theirs_are_for_a_person(told):
    notebook = solved(STEM)
    cell_of(notebook, "e_step")["source"] = "def e_step(*a):\n    return a[0] + 1"
    names = ["negative_log_likelihood", "weighted_log_prob"]
    expected = [NoticeKind.OUR_FUNCTIONS(notebook="a", exercises=names)]
    assert told(("a", 1, notebook))[1] == expected
    pasted = filled(STEM, **{name: solution(name) for name in names})
    pasted["cells"].append(code("def e_step(*a):\n    return a[0] + 1"))
    assert told(("a", 1, pasted))[1] == expected
    assert told(("a", 1, filled(STEM, e_step=solution("e_step"))))[1] == []
