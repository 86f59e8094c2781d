"""Whatever a function returned becomes plain numbers or is described, and nothing of it is kept."""

import numpy as np
import pytest

from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind, as_plain


class Lying(np.ndarray):
    """Equal to everything, and whatever NumPy asks of it gives what it likes."""

    def __eq__(self, other):
        return True

    __hash__ = None

    def __array_function__(self, func, types, args, kwargs):
        return np.float64(42.0)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.float64(42.0)

    def __array__(self, *args, **kwargs):
        return np.full(self.shape, 42.0)


def raising(method, error):
    """An object that raises as soon as it is read in one of the ways there are."""

    def read(self, *args, **kwargs):
        raise error

    return type("Touchy", (), {method: read})()


def touchy_list(method, error):
    def read(self, *args, **kwargs):
        raise error

    return type("TouchyList", (list,), {method: read})([1.0, 2.0])


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (3, 3.0),
        (True, 1.0),
        (np.float32(0.5), 0.5),
        ([1, 2], [1.0, 2.0]),
        ((0.5, [1.0][0]), [0.5, 1.0]),
        ([[1, 2], [3, 4]], [[1.0, 2.0], [3.0, 4.0]]),
        ([], []),
        (range(3), [0.0, 1.0, 2.0]),
        ([True, False], [1.0, 0.0]),
        (np.array([True, False]), [1.0, 0.0]),
        (np.array([1, -2], dtype=np.int8), [1.0, -2.0]),
        (np.array([0.5, 2.0], dtype=np.float32), [0.5, 2.0]),
        (np.array([0.5, 2], dtype=object), [0.5, 2.0]),
        ([np.array(1.0), np.array(2.0)], [1.0, 2.0]),
        ([np.array([1.0]), np.array([2.0])], [[1.0], [2.0]]),
        (np.array([[1.0, 2.0]]).view(np.matrix), [[1.0, 2.0]]),
        (np.ma.masked_array([1.0, 2.0], mask=[False, True]), [1.0, 2.0]),
        ([np.nan, np.inf], [np.nan, np.inf]),
        (np.arange(12.0).reshape(3, 4)[::2, ::-2], [[3.0, 1.0], [11.0, 9.0]]),
    ],
)
def test_numbers_in_any_form_become_a_float_array_of_its_own(value, numbers):
    plain = as_plain(value)
    assert type(plain) is np.ndarray
    assert plain.dtype == np.float64
    assert plain.flags.c_contiguous
    assert plain.flags.writeable
    np.testing.assert_array_equal(plain, numbers)
    assert plain.shape == np.shape(numbers)


def itself_inside():
    endless = []
    endless.append(endless)
    return endless


@pytest.mark.parametrize(
    ("value", "unusable"),
    [
        (None, Unusable(UnusableKind.NOTHING)),
        ("1.5", Unusable(UnusableKind.TEXT)),
        (b"1.5", Unusable(UnusableKind.TEXT)),
        ({"a": 1}, Unusable(UnusableKind.OBJECT, "dict")),
        ({1.0}, Unusable(UnusableKind.OBJECT, "set")),
        ((n for n in (1, 2)), Unusable(UnusableKind.OBJECT, "generator")),
        (object(), Unusable(UnusableKind.OBJECT, "object")),
        (np.sin, Unusable(UnusableKind.OBJECT, "ufunc")),
        ([[1.0], [1.0, 2.0]], Unusable(UnusableKind.SEQUENCE, "list", length=2)),
        (([1.0], [1.0, 2.0], 3), Unusable(UnusableKind.SEQUENCE, "tuple", length=3)),
        (["1.5", "2"], Unusable(UnusableKind.SEQUENCE, "list", length=2)),
        ([1.0, "2"], Unusable(UnusableKind.SEQUENCE, "list", length=2)),
        ([None, 1.0, {}], Unusable(UnusableKind.HOLDS_NONE)),
        (np.array([None, None]), Unusable(UnusableKind.HOLDS_NONE)),
        (np.ones(3).mean, Unusable(UnusableKind.FUNCTION)),
        (itself_inside, Unusable(UnusableKind.FUNCTION)),
        (itself_inside(), Unusable(UnusableKind.SEQUENCE, "list", length=1)),
        (np.array(["1.5", "2"]), Unusable(UnusableKind.ARRAY, shape=(2,))),
        (np.array(["1.5", 2.0, 3.0], dtype=object), Unusable(UnusableKind.ARRAY, shape=(3,))),
        (np.array([object()]), Unusable(UnusableKind.ARRAY, shape=(1,))),
        (np.array(["2020-01-01"], dtype="M8[D]"), Unusable(UnusableKind.ARRAY, shape=(1,))),
        (np.zeros(2, dtype=[("a", float)]), Unusable(UnusableKind.ARRAY, shape=(2,))),
        (1j, Unusable(UnusableKind.COMPLEX)),
        (np.array([1.0, 1j]), Unusable(UnusableKind.COMPLEX)),
    ],
)
def test_what_is_no_array_of_numbers_is_described(value, unusable):
    assert as_plain(value) == unusable


METHODS = ["__array__", "__array_interface__", "__float__", "__len__", "__iter__", "__str__"]


@pytest.mark.parametrize("error", [ValueError("no"), ZeroDivisionError(), SystemExit(3)])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("n_results", [1, 2])
def test_an_object_that_raises_when_it_is_read_is_described(method, error, n_results):
    assert as_plain(raising(method, error), n_results) == Unusable(UnusableKind.OBJECT, "Touchy")


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(3)])
@pytest.mark.parametrize("method", ["__len__", "__iter__", "__getitem__", "__array__"])
@pytest.mark.parametrize("n_results", [1, 2])
def test_a_list_that_raises_when_it_is_read_raises_nothing(method, error, n_results):
    plain = as_plain(touchy_list(method, error), n_results)
    assert type(plain) in (np.ndarray, Unusable, tuple)


def test_an_interruption_by_the_user_passes():
    with pytest.raises(KeyboardInterrupt):
        as_plain(raising("__array__", KeyboardInterrupt()))


@pytest.mark.parametrize("wrapped", [lambda a: a, lambda a: [a, a]], ids=["alone", "in a list"])
def test_a_subclass_that_lies_is_taken_for_the_numbers_it_holds(wrapped):
    """Its own methods would make any comparison come out in its favour."""
    honest = np.array([1.0, 2.0])
    plain = as_plain(wrapped(honest.view(Lying)))
    assert type(plain) is np.ndarray
    assert plain.tolist() == wrapped([1.0, 2.0])
    assert not (plain == 42).any()


def test_an_array_whose_shape_raises_is_described_or_read():
    class Shapeless(np.ndarray):
        @property
        def shape(self):
            raise SystemExit

    plain = as_plain(np.array(["a"]).view(Shapeless))
    assert plain == Unusable(UnusableKind.OBJECT, "Shapeless")
    np.testing.assert_array_equal(as_plain(np.ones(2).view(Shapeless)), [1.0, 1.0])


def test_nothing_of_the_object_is_kept():
    value = np.array([1.0, 2.0])
    plain = as_plain(value)
    value[:] = 7
    assert plain.tolist() == [1.0, 2.0]
    assert not np.shares_memory(value, plain)
    assert plain.base is None


def test_several_results_are_plain_one_by_one():
    first, second = as_plain((np.array([1, 2]), "text"), n_results=2)
    assert first.dtype == float
    assert second == Unusable(UnusableKind.TEXT)
    parts = as_plain([[1.0], [[2.0]], None], n_results=3)
    assert type(parts) is tuple
    assert [part.shape for part in parts[:2]] == [(1,), (1, 1)]


@pytest.mark.parametrize(
    ("value", "unusable"),
    [
        (None, Unusable(UnusableKind.NOTHING)),
        (np.zeros((3, 2)), Unusable(UnusableKind.ARRAY, shape=(3, 2))),
        ((1.0, 2.0), Unusable(UnusableKind.SEQUENCE, "tuple", length=2)),
        ([1.0] * 4, Unusable(UnusableKind.SEQUENCE, "list", length=4)),
        ("abc", Unusable(UnusableKind.TEXT)),
        ({"a": 1, "b": 2, "c": 3}, Unusable(UnusableKind.OBJECT, "dict")),
        (5, Unusable(UnusableKind.OBJECT, "int")),
    ],
)
def test_another_number_of_results_is_described(value, unusable):
    assert as_plain(value, n_results=3) == unusable


@pytest.mark.parametrize(
    ("unusable", "words"),
    [
        (Unusable(UnusableKind.NOTHING), "None"),
        (Unusable(UnusableKind.TEXT), "text"),
        (Unusable(UnusableKind.COMPLEX), "an array of complex numbers"),
        (Unusable(UnusableKind.TOO_LARGE), "an array far larger than expected"),
        (Unusable(UnusableKind.ARRAY, shape=(3, 2)), "one array of shape (3, 2)"),
        (Unusable(UnusableKind.ARRAY), "one array of shape (…)"),
        (Unusable(UnusableKind.SEQUENCE, "tuple", length=3), "a tuple of 3"),
        (Unusable(UnusableKind.SEQUENCE, "list"), "a list of …"),
        (Unusable(UnusableKind.OBJECT, "dict"), "an object of type dict"),
        (Unusable(UnusableKind.OBJECT), "an object of another type"),
    ],
)
def test_what_a_result_is_instead_is_said_in_words(unusable, words):
    assert unusable.describe() == words


@pytest.mark.parametrize("kind", UnusableKind)
def test_a_complaint_is_a_sentence_or_two(kind):
    unusable = Unusable(kind)
    for sentence in (unusable.complain("means"), unusable.complain("means", "two results")):
        assert sentence.startswith(f"means is {unusable.describe()}")
        assert sentence[-1] in ".?"
    assert sentence.lower().endswith("expected two results.")
