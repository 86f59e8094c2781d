"""What is an array of numbers, in whatever wrapping, and what is not, wherever it hides."""

import datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from scipy import sparse

import gmm_helpers as gmm
from gmm_helpers.model.conversion import as_floats, find_not_numbers

DAY = datetime.date(2020, 2, 29)
NOT_NUMBERS = {
    "dates in nanoseconds": (
        np.array([["2020-01-01"], ["2021-01-01"]], "M8[ns]"),
        r"dates or times, first at X\[0, 0\]",
    ),
    "dates in days": (np.array([["2020-01-01"], ["2021-01-01"]], "M8[D]"), "dates or times"),
    "no date": (np.array([["NaT"]], "M8[s]"), "dates or times"),
    "durations": (np.array([[1], [2]], "m8[ns]"), "dates or times"),
    "durations among numbers": (
        np.array([[1.0, np.timedelta64(3, "ns")]], object),
        r"dates or times, first at X\[0, 1\]",
    ),
    "dates of Python": ([[1.0], [DAY]], r"first at X\[1, 0\] \(2020-02-29\)"),
    "times of Python": ([[datetime.timedelta(1)]], "dates or times"),
    "masked": (np.ma.array([[1.0, 2.0]], mask=[[0, 1]]), "masked values"),
    "masked rows": (
        [np.ma.array([1.0, 2.0]), np.ma.array([3.0, 4.0], mask=[0, 1])],
        "masked values",
    ),
    "a masked number": ([[1.0, np.ma.masked]], "masked values"),
    "masked rows in tuples": (([np.ma.array([1.0], mask=[1])],), "masked values"),
    "text": ([["1", "2"]], r"text, first at X\[0, 0\] \('1'\)"),
    "text among numbers": (np.array([[1.0, "2"]], object), r"text, first at X\[0, 1\] \('2'\)"),
    "bytes": ([[b"1"]], "text"),
    "complex": ([[1.0, 1j]], "complex numbers"),
    "complex among objects": (np.array([[1.0, 2j]], object), r"complex .* X\[0, 1\] \(2j\)"),
    "None among numbers": ([[1.0], [None]], r"missing values, first at X\[1, 0\] \(None\)"),
    "None": (None, r"missing values \(None\)"),
    "fields": (np.zeros(2, [("a", float), ("b", float)]), "named fields"),
    "sparse": (sparse.csr_matrix(np.eye(2)), r"sparse matrix; pass a dense array, X\.toarray\(\)"),
    "sparse array": (sparse.coo_array(np.eye(2)), "sparse matrix"),
    "too large": ([[10**400]], "array of numbers.*too large"),
    "ragged": ([[1.0, 2.0], [3.0]], "array of numbers.*lists of equal length"),
    "objects": ([[object()]], "not numbers"),
    "a generator": ((i for i in range(3)), "not numbers"),
}


@pytest.mark.parametrize("case", NOT_NUMBERS)
def test_what_is_not_a_number_is_named_in_one_sentence(case):
    values, message = NOT_NUMBERS[case]
    with pytest.raises(ValueError, match=message) as error:
        as_floats(values, "X")
    text = str(error.value)
    assert text.startswith("X could not be read as an array of numbers")
    assert text.endswith(".")


@pytest.mark.parametrize("case", [case for case in NOT_NUMBERS if case != "a generator"])
def test_every_way_to_start_or_fit_refuses_it(case):
    values, _ = NOT_NUMBERS[case]
    one = gmm.GMMParams([1.0], [[0.0]], [[[1.0]]])
    takers = [
        *(lambda X, start=start: start(X, 1, 0) for start in gmm.STARTS.values()),
        lambda X: gmm.fit(X, one),
        lambda X: gmm.fit_restarts(X, 1, n_init=1, seed=0),
        lambda X: gmm.e_step(X, *one),
        lambda X: gmm.m_step(X, [[1.0]]),
    ]
    for take in takers:
        with pytest.raises(ValueError, match="X could not be read as an array of numbers"):
            take(values)


@pytest.mark.parametrize(
    "values",
    [
        [[1, 2.0]],
        [[Decimal(1), Fraction(2)]],
        np.array([[1, 2]], object),
        np.array([[True, 2]], object),
        np.array([[1, 2]], np.float16),
        [np.ma.array([1.0, 2.0])],
        np.ma.array([[1.0, 2.0]], mask=False),
        np.ma.array([[1, 2]], mask=[[0, 0]]),
        (np.array([1.0, 2.0]),),
    ],
)
def test_numbers_in_any_wrapping_are_numbers(values):
    np.testing.assert_array_equal(as_floats(values, "X"), [[1.0, 2.0]])


def test_missing_values_of_pandas_are_known_by_their_type():
    """They are no class of ours to import: pandas is not needed for the course."""
    missing = type("NAType", (), {})()
    no_date = type("NaTType", (datetime.datetime,), {})(2020, 1, 1)
    with pytest.raises(ValueError, match="missing values"):
        as_floats([[1.0, missing]], "X")
    with pytest.raises(ValueError, match="dates or times"):
        as_floats([[1.0, no_date]], "X")


def test_an_array_of_numbers_holds_nothing_else():
    assert find_not_numbers(np.zeros((2, 2), "i4")) is None
    assert find_not_numbers(np.array([1.5, None], object)).place == (1,)
