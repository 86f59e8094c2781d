"""Messages of the installed Python and NumPy are still those that are looked for."""

import re

import numpy as np
import pytest

from gmm_helpers.exercises.running.exceptions import RaisedException, record
from gmm_helpers.exercises.running.library_messages import (
    explained,
    is_about_none,
    missing_attribute,
    undefined_name,
)


def raised(function):
    try:
        function()
    except Exception as error:
        return record(error)
    raise AssertionError("it did not raise")


@pytest.mark.parametrize("operation", [np.add, np.multiply, np.subtract, np.maximum, np.logaddexp])
def test_shapes_that_numpy_cannot_broadcast_are_read(operation):
    found = explained(raised(lambda: operation(np.ones((30, 3)), np.ones(30))))
    assert found.name == "incompatible shapes"
    assert "shapes (30, 3) and (30,), which do not fit" in found.sentence


def in_place(left, right):
    left += right


def store(left, right):
    left[0] = right


O = np.ones  # noqa: E741
EXPLAINED = {
    "a product": (
        lambda: O((30, 3)) @ O((2, 30)),
        "the inner sizes 3 and 2 differ",
    ),
    "a product with a vector": (lambda: O((30, 3)) @ O(30), "the inner sizes 3 and 30 differ"),
    "np.matmul": (lambda: np.matmul(O((4, 5)), O((6, 4))), "the inner sizes 5 and 6 differ"),
    "np.dot": (
        lambda: np.dot(O((30, 3)), O((2, 30))),
        "(30, 3) @ (2, 30): the inner sizes 3 and 2 differ",
    ),
    "dot": (lambda: O((4, 3)).dot(O(4)), "(4, 3) @ (4,): the inner sizes 3 and 4 differ"),
    "solve": (lambda: np.linalg.solve(np.eye(3), O((2, 2))), "A has 3, B has 2"),
    "einsum": (
        lambda: np.einsum("nk,kd->nd", O((30, 3)), O((2, 30))),
        "shapes (30, 3) and (2, 30) a letter that they share stands for two",
    ),
    "einsum, a letter too few": (
        lambda: np.einsum("nk,nd", O((30, 3, 1)), O((3, 30))),
        "every axis of an array has one letter",
    ),
    "einsum, a letter too many": (
        lambda: np.einsum("nk", O(30)),
        "every axis of an array has one letter",
    ),
    "einsum, a new letter": (
        lambda: np.einsum("nk,kd->nde", O((30, 3)), O((3, 30))),
        "stand before it, and 'e' does not",
    ),
    "in place": (
        lambda: in_place(O(3), O((2, 3))),
        "on its left has shape (3,), and the result would have shape (2, 3)",
    ),
    "stored": (lambda: store(O((3, 2)), O(3)), "an array of shape (3,) in a place of shape (2,)"),
    "joined": (lambda: np.concatenate([O(3), O((2, 3))]), "one of yours has 1, another 2"),
    "joined, other lengths": (
        lambda: np.vstack([O((3, 2)), O((3, 4))]),
        "in axis 1 one of yours has length 2, another 4",
    ),
    "stacked": (lambda: np.stack([O((3, 2)), O((3, 4))]), "the same shape become one array"),
    "ragged": (lambda: np.array([[1, 2], [3]]), "the same shape become one array"),
    "reshape": (lambda: O(3).reshape(2, 2), "3 entries do not fill an array of shape (2, 2)"),
    "an index": (lambda: O((3, 2))[:, 2], "There is no index 2: axis 1 has length 2"),
    "a negative index": (lambda: O((3, 2))[-4], "There is no index -4: axis 0 has length 3"),
    "too many indices": (lambda: O(3)[:, None, 0, 0], "dimension 1, but you give 3 indices"),
    "an axis": (lambda: O(3).sum(axis=1), "dimension 1, and axes are counted from 0: there is no"),
    "an axis of max": (lambda: O((3, 2)).max(axis=2), "there is no axis 2"),
    "a mask": (lambda: O((3, 2))[O(4, bool)], "the axis has length 3, the mask 4"),
    "a list": (lambda: [1][1], "The list has fewer entries"),
    "a list of lists": (lambda: [[1]].__getitem__((0, 0)), "A list takes one index at a time"),
    "an index of 1.0": (lambda: O(3)[4 / 2], "/ gives a float"),
    "an array of floats": (lambda: O(3)[O(2)], "An index must be a whole number"),
    "a range": (lambda: range(4 / 2), "/ gives a float"),
    "a condition": (lambda: 1 if O(3) > 0 else 0, "a single True or False"),
    "an option": (
        lambda: np.random.default_rng(0).choice(3, 2, O(3)),
        "A condition, or an option of a function,",
    ),
    "an array called": (lambda: O(3)(1), "Round brackets call a function"),
    "lists minus": (lambda: [1] - [2], "Lists do not calculate"),
    "lists times": (lambda: [1] * 0.5, "Lists do not calculate"),
    "a root": (lambda: np.linalg.cholesky(O((2, 3))), "square matrices only"),
}


@pytest.mark.parametrize(("function", "said"), EXPLAINED.values(), ids=EXPLAINED)
def test_why_something_was_raised_is_said(function, said):
    found = explained(raised(function))
    assert said in found.sentence
    assert len(found.sentence) <= 300
    assert found.sentence.endswith(".")
    assert not {"{", "}"} & {*found.sentence}


def test_every_length_of_the_message_is_in_a_sentence_that_tells_all():
    for function, _ in EXPLAINED.values():
        error = raised(function)
        found = explained(error)
        if found.tells_all:
            sizes = set(re.findall(r"size (\d+)", error.message))
            assert sizes <= set(re.findall(r"\d+", found.sentence)), error


@pytest.mark.parametrize(
    "function", [lambda: 1 / 0, lambda: {}["size"], lambda: int("three"), lambda: len(3)]
)
def test_what_explains_itself_is_not_explained(function):
    assert explained(raised(function)) is None


def test_lengths_that_are_not_shown_may_be_missing():
    message = "operands could not be broadcast together with shapes (…) (30,2)"
    assert "(…) and (30, 2)" in explained(RaisedException("ValueError", message)).sentence


def raised_by(code):
    """What Python itself says of an expression."""
    return raised(lambda: eval(code, {"np": np}))


def test_names_that_python_does_not_know_are_read_off_its_messages():
    assert undefined_name(raised_by("wieghts + 1")) == "wieghts"
    assert missing_attribute(raised_by("np.sumn(3)")) == ("numpy", "sumn")
    assert missing_attribute(raised_by("np.ones(3).lenght")) == ("numpy.ndarray", "lenght")
    assert missing_attribute(raised_by("[].apend(3)")) == ("list", "apend")
    for code in ("1 / 0", "{}['name']", "np.ones(2) + np.ones(3)"):
        assert undefined_name(raised_by(code)) is None
        assert missing_attribute(raised_by(code)) is None


# Helpers of this project that are given None.
OWN = [
    "__import__('gmm_helpers').has_converged(None, 1.0)",
    "__import__('gmm_helpers').update_weights(None)",
]


@pytest.mark.parametrize("code", ["None.append(1)", "None - {}", "len(None)", "(*None,)", *OWN])
def test_what_was_asked_of_none_is_recognised(code):
    assert is_about_none(raised_by(code))
    assert not is_about_none(raised_by(code.replace("None", "(3)")))
