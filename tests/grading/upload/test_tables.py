"""Cells that a spreadsheet would compute are harmless, and those that an LMS needs are kept."""

import pytest

from gmm_helpers.grading.upload.tables import as_key, as_text, cell_of


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+A1", "-A1", " =1", "\uff1d1"])
def test_formulas_are_texts(text):
    assert as_text(text).startswith("'")


@pytest.mark.parametrize("text", ["", "-", "-3.5", "+4", "12", "Zoë, Öz", "a\tb"])
def test_what_is_no_formula_stays(text):
    assert as_text(text) == text


@pytest.mark.parametrize("text", ["@ann", "-ann@x.edu", "#0042", "s1-2", "+ann"])
def test_what_an_lms_looks_for_stays(text):
    assert as_key(text) == text


@pytest.mark.parametrize("text", ["=cmd|'/C calc'!A0", "@SUM(1+9)", "-2+3+cmd|' /C'!A0"])
def test_but_no_formula_does(text):
    assert as_key(text) == f"'{text}"


@pytest.mark.parametrize(
    ("points", "text"),
    [(0.0, "0"), (88.0, "88"), (100.0, "100"), (1234.5, "1234.5"), (1 / 3, "0.33")],
)
def test_points(points, text):
    assert cell_of(points) == text
