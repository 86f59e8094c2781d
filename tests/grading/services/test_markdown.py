"""Text that a student wrote stays text."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.services.markdown import code_block, escape, paragraphs, table

markdown = pytest.importorskip("mistune")  # comes with nbconvert; Markdown as others read it


@pytest.mark.parametrize(
    "line",
    [
        "# no heading",
        "- no list",
        "1. no list",
        "> no quotation",
        "*not* _stressed_ **at** all",
        "<script>alert(1)</script>",
        "[no](http://link) ![picture](x)",
        "`no` code",
        "a | b",
        "$x$ and \\(y\\)",
        "back\\slash",
        "===",
        "&lt; stays",
    ],
)
def test_a_line_is_shown_as_it_is(line):
    assert unescape(markdown.html(escape(line))) == f"<p>{line}</p>\n"


def test_lines_are_paragraphs_and_indented_ones_code():
    text = paragraphs("one\ntwo\n    x_1 = 1\n    ``` = 2\nthree")
    assert text == "one\n\ntwo\n\n````\nx_1 = 1\n``` = 2\n````\n\nthree"


@given(st.text(alphabet="`ab\n"))
def test_a_block_of_code_cannot_be_left(text):
    fence, *_, last = code_block(text).split("\n")
    assert fence == last
    assert fence not in text


def test_a_table_has_a_line_for_each_row():
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
