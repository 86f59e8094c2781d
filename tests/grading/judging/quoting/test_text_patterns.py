"""Texts of a cell, and whether a message is made of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.judging.quoting.text_patterns import fits, shown, texts_in


@given(st.lists(st.text("ab ", min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_what_is_put_together_from_pieces_fits_them(pieces, data):
    template, message = [], ""
    for piece in pieces:
        template += [None, piece]
        message += data.draw(st.text("abc ", max_size=3)) + piece
    assert fits(message, tuple(template))
    assert not fits(f"{message}!", tuple(template))


@pytest.mark.parametrize(
    ("message", "pieces", "fitting"),
    [
        ("aba", ("ab", None, "ba"), False),  # the pieces would overlap
        ("ab", (None, "b", None, "a", None), False),  # in another order
    ],
)
def test_pieces_are_found_in_their_order_and_without_overlap(message, pieces, fitting):
    assert fits(message, pieces) == fitting


def test_gaps_are_shown_as_dots():
    assert shown(("a ", None, " b")) == "a … b"


@pytest.mark.parametrize("source", ["x = 1 +", "", "1 + 1", "f'{x}{y}'", "''", "'123'"])
def test_where_no_words_are_there_are_no_texts(source):
    assert texts_in(source) == ()
