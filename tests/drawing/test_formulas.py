"""Formulas that people write into comments, and dollars that are none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.drawing.formulas import formula_as_html, with_formulas


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\pi_k", "π<sub>k</sub>"),
        (r"\sqrt{x^2}", "√(x<sup>2</sup>)"),
        (r"\unknown_{nk} <", r"\unknown<sub>nk</sub> &lt;"),
    ],
)
def test_signs_are_shown(text, shown):
    assert formula_as_html(text) == shown
    assert with_formulas(f"${text}$") == f"<i>{shown}</i>"


@pytest.mark.parametrize("text", ["5$ or 6$", "$ 5 $", "from $5 to $6", "$", "$$"])
def test_dollars_are_no_formulas(text):
    assert with_formulas(text) == text


@given(st.text("<>&$_^*\\{}pi k`1"))
def test_nothing_else_becomes_an_element(text):
    allowed = r'</?(?:i|sub|sup|em|code)(?: style="[^"]*")?>'
    assert not set("<>") & set(re.sub(allowed, "", with_formulas(text)))
