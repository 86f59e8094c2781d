"""What a function is called with: fresh copies, laid out as the case asks, and watched."""

import numpy as np
import pytest
from support.total import EXERCISE, case, total, tried

from gmm_helpers.exercises import Case, attempt
from gmm_helpers.exercises.definition import fresh_arguments


def into_the_table(X, offsets):
    X[0, 0] = 7
    return 0


def into_a_list(X, offsets):
    offsets[0][:] = 7
    return 0


def into_a_tuple_in_a_list(X, offsets):
    offsets[1][0][-1] = 7
    return 0


def a_number_for_a_tuple(X, offsets):
    offsets[1] = 7
    return 0


def one_more(X, offsets):
    offsets.append(np.ones(1))
    return 0


def everything_and_then_raises(X, offsets):
    X *= 2
    offsets[0] += 1
    raise ValueError


@pytest.mark.parametrize(
    ("function", "changed"),
    [
        (total, ()),
        (into_the_table, ("X",)),
        (into_a_list, ("offsets",)),
        (into_a_tuple_in_a_list, ("offsets",)),
        (a_number_for_a_tuple, ("offsets",)),
        (one_more, ("offsets",)),
        (everything_and_then_raises, ("X", "offsets")),
        (lambda X, offsets: X.__imul__(1.0), ()),
    ],
)
@pytest.mark.parametrize("layout", ["plain", "strided"])
def test_arguments_that_were_changed_are_named_by_the_reference(function, changed, layout):
    assert tried(function, layout).changed == changed


@pytest.mark.parametrize("change", [list.sort, list.reverse, lambda x: x.__setitem__(0, 7.0)])
def test_numbers_in_a_list_can_be_changed_too(change):
    numbers = Case("a list", (np.zeros(2), [3.0, 2.0, 2.5]))
    assert attempt(EXERCISE, lambda X, offsets: change(offsets), numbers).changed == ("offsets",)
    assert attempt(EXERCISE, lambda X, offsets: sorted(offsets), numbers).changed == ()


def test_nan_in_an_argument_is_no_change():
    arguments = (np.array([np.nan, 1.0]), [])
    assert attempt(EXERCISE, lambda *_: 0, Case("NaN", arguments)).changed == ()


@pytest.mark.parametrize("layout", ["plain", "strided", "read-only"])
def test_the_case_never_changes(layout):
    tried_on = case(layout)
    attempt(EXERCISE, everything_and_then_raises, tried_on)
    attempt(EXERCISE, one_more, tried_on)
    X, (ones, (more, number)) = tried_on.arguments
    assert X.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert X.flags.writeable
    assert (ones.tolist(), more.tolist(), number) == ([1, 1], [1, 1, 1], 4.0)


def arrays(arguments):
    X, (ones, (more, _)) = arguments
    return X, ones, more


def test_strided_arrays_are_not_contiguous_and_hold_the_same():
    for given, original in zip(
        arrays(fresh_arguments(case("strided"))), arrays(case().arguments), strict=True
    ):
        assert not given.flags.c_contiguous
        assert not given.flags.f_contiguous
        assert given.flags.writeable
        np.testing.assert_array_equal(given, original)


def test_read_only_arrays_can_not_be_written():
    for given in arrays(fresh_arguments(case("read-only"))):
        with pytest.raises(ValueError, match="read-only"):
            given[...] = 0
    assert "read-only" in tried(into_a_list, "read-only").exception.message
    assert tried(into_a_list, "read-only").changed == ()


def test_integers_stay_integers_in_every_layout():
    for layout in ("plain", "strided", "read-only"):
        (given,) = fresh_arguments(Case("a case", (np.arange(3),), layout))
        assert given.dtype == int
