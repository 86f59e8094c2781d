"""How two results are compared, and the sentence that says how they differ."""

import numpy as np
import pytest

from gmm_helpers.exercises.judging.comparison import agree, describe_difference, is_close
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind

nan, inf = np.nan, np.inf
TEXT = Unusable(UnusableKind.TEXT)
LIST = Unusable(UnusableKind.SEQUENCE, "list", length=2)


def said(got, expected, **options):
    return describe_difference(
        np.array(got, dtype=float), np.array(expected, dtype=float), **options
    )


def agrees(got, other):
    return agree(np.array(got, dtype=float), np.array(other, dtype=float))


@pytest.mark.parametrize("values", [2.0, [], [0.0, 0.0], [1.0, -2.0], [[1.0], [1e300]]])
def test_equal_results_do_not_differ(values):
    assert said(values, values) is None
    assert agrees(values, values)


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        ([1.0, 2.5], [1.0, 2.0], "the result at [1]: expected 2, got 2.5."),
        (2.5, 2.0, "the result: expected 2, got 2.5."),
        (
            [[1, 2], [3, 5]],
            [[1, 2], [4, 3]],
            "the result at [1, 0]: expected 4, got 3; at [1, 1]: expected 3, got 5.",
        ),
        (
            [9, 1, 9, 9, 9],
            [1, 1, 2, 3, 4],
            "the result at [0]: expected 1, got 9; at [2]: expected 2, got 9; at [3]: expected 3, "
            "got 9 (4 of 5 entries differ).",
        ),
        ([inf, 1.0], [1.0, 1.0], "the result at [0]: expected 1, got inf."),
        ([1.0, nan], [1.0, 1.0], "the result holds NaN, first at [1]."),
        ([[1.0, 2.0], [nan, nan]], [[0.0] * 2] * 2, "the result holds NaN, first at [1, 0]."),
        ([[1.0], [2.0]], [1.0, 2.0], "the result has shape (2, 1), expected (2,)."),
        ([1.0, 2.0], [[1.0], [2.0]], "the result has shape (2,), expected (2, 1)."),
        ([1.0, 2.0], 1.0, "the result has shape (2,), expected one number."),
        (1.0, [1.0, 2.0], "the result has shape (), expected (2,)."),
        ([], [1.0], "the result has shape (0,), expected (1,)."),
    ],
)
def test_a_difference_is_said_with_its_places(got, expected, sentence):
    assert said(got, expected) == sentence


def test_the_sentence_starts_with_what_was_compared():
    assert said([1.0], [2.0], what="means") == "means at [0]: expected 2, got 1."
    assert said([[1.0, 2.0]], [1.0, 2.0], what="means").startswith("means has shape")


@pytest.mark.parametrize(
    ("got", "sentence"),
    [
        (TEXT, "the result is text; expected numbers of shape (2,)."),
        (Unusable(UnusableKind.NOTHING), "the result is None: did you forget to "),
        ((np.zeros(2), np.zeros(2)), "the result is a tuple of 2."),
        ((), "the result is a tuple of 0."),
    ],
)
def test_what_is_no_array_is_called_what_it_is(got, sentence):
    message = describe_difference(got, np.zeros(2))
    assert message.startswith(sentence)
    assert message.endswith(("?", "."))
    assert "?." not in message


@pytest.mark.parametrize(
    ("got", "expected"),
    [([2.0], 2.0), (2.0, [2.0]), ([[2.0]], 2.0), ([[[2.0]]], [2.0])],
)
def test_one_number_may_come_in_any_shape(got, expected):
    assert said(got, expected) is None
    assert agrees(got, expected)
    assert said(np.add(got, 1), expected).endswith("expected 2, got 3.")
    assert not agrees(np.add(got, 1), expected)


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_not_finite_is_never_right(value):
    assert said([value, 1.0], [value, 1.0]) is not None
    assert said([1.0, 1.0], [value, 1.0]) is not None
    assert said([value, 1.0], [1.0, 1.0]) is not None
    assert is_close(np.array([value, 1.0]), np.array([value, 1.0])).tolist() == [False, True]


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_two_wrong_results_that_are_not_finite_in_the_same_places_agree(value):
    assert agrees([value, 1.0], [value, 1.0])
    assert not agrees([value, 1.0], [1.0, value])
    assert not agrees([value, 1.0], [value, 2.0])
    assert not agrees([value, 1.0], [1.0, 1.0])


@pytest.mark.parametrize(("one", "other"), [(inf, -inf), (inf, nan), (nan, inf)])
def test_infinities_and_nan_are_told_apart(one, other):
    assert not agrees([one], [other])


@pytest.mark.parametrize(("factor", "equal"), [(1 + 0.9e-6, True), (1 + 1.1e-6, False)])
@pytest.mark.parametrize("size", [1e-200, 1.0, -1.0, 1e200])
def test_six_digits_count_whatever_the_size_of_the_numbers(size, factor, equal):
    assert (said([size * factor], [size]) is None) == equal
    assert agrees([size * factor], [size]) == equal


@pytest.mark.parametrize(("error", "equal"), [(0.9e-9, True), (1.1e-9, False)])
@pytest.mark.parametrize("largest", [1.0, -1e6])
def test_entries_tiny_beside_the_largest_need_not_have_six_digits_of_their_own(
    largest, error, equal
):
    assert (said([abs(largest) * error, largest], [0.0, largest]) is None) == equal


def test_nothing_is_near_zero_where_all_entries_are_zero():
    assert said([1e-300, 0.0], [0.0, 0.0]) == "the result at [0]: expected 0, got 1e-300."


@pytest.mark.parametrize("factor", [1 + 2e-6, 1 + 1e-5, 1 - 3e-4])
def test_two_numbers_that_differ_late_are_shown_apart(factor):
    expected, got = (
        said([2 / 3 * factor], [2 / 3]).split("expected ")[1].rstrip(".").split(", got ")
    )
    assert float(expected) == pytest.approx(2 / 3)
    assert float(got) == pytest.approx(2 / 3 * factor)
    assert expected != got


def test_results_of_another_kind_or_shape_do_not_agree():
    array, text, pair = (
        np.zeros(2),
        TEXT,
        (np.zeros(2), TEXT),
    )
    kinds = [array, text, pair, np.zeros((2, 1)), np.zeros(3), (), (np.zeros(2),)]
    for i, one in enumerate(kinds):
        for j, other in enumerate(kinds):
            assert agree(one, other) == (i == j)


def test_unusable_results_agree_if_they_are_the_same_thing():
    assert not agree(TEXT, LIST)
    assert agree(
        (np.array([nan]), TEXT),
        (np.array([nan]), TEXT),
    )
    assert not agree(
        (np.array([nan]), TEXT),
        (np.array([1.0]), TEXT),
    )


def test_nothing_is_warned_of(recwarn):
    for other in (inf, -inf, nan, 1.7e308, -1.7e308):
        agrees([inf, -1.7e308], [other, 1.7e308])
        said([inf, -1.7e308], [1.0, 1.7e308])
    assert [str(warning.message) for warning in recwarn] == []
