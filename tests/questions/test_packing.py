import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.questions import show_question
from gmm_helpers.questions.packing import pack, unpack

TWO = 'ask("two", "1 + 1?", right("2", "Count.", fact=n == 2), wrong("3", "No."))'


@given(st.text(min_size=1))
def test_what_was_packed_comes_back(text):
    assert unpack(pack(text)) == text


def test_it_gives_nothing_away():
    assert not any(word in pack(TWO) for word in ("two", "right", "Count"))
    assert pack(TWO) == pack(TWO)


@pytest.mark.parametrize("packed", ["", "x", "QlpoOTFB", pack(TWO)[:-8], pack(TWO)[4:], "äöü"])
def test_what_was_changed_is_refused_in_a_sentence(packed):
    with pytest.raises(ValueError, match="take the cell from the notebook"):
        unpack(packed)


def test_a_question_may_use_what_the_notebook_has_computed():
    names = {"show_question": show_question, "n": 2, "packed": pack(TWO), "right": "of a reader"}
    assert eval("show_question(packed)", names).question.key == "two"


def test_what_stands_above_the_question_stays_in_the_notebook():
    names = {"show_question": show_question, "packed": pack(f"n = 1 + 1\n\n{TWO}")}
    assert eval("show_question(packed)", names).question.key == "two"
    assert names["n"] == 2
    assert "right" not in names


def test_a_cell_above_that_was_not_run_is_named(capsys):
    names = {"show_question": show_question, "packed": pack(TWO)}
    assert eval("show_question(packed)", names) is None
    assert capsys.readouterr().out == (
        "Run the cells above first, then this one again: n is not there yet.\n"
    )
