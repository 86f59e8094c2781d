"""What the shape of a result says: each symptom on an example, and not on a similar one."""

import numpy as np
import pytest

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.symptoms.shapes import read_sizes, shape_symptom, wrong_shape

NAMES = ["X", "responsibilities"]
N, D, K = 7, 2, 3


def triple(got, right, n=N, k=K):
    """A case of n samples and k components, with a result and the right one, by shape."""
    case = Case("a case", (np.zeros((n, D)), np.zeros((n, k))))
    return case, np.ones(got), np.zeros(right)


def symptom(*triples):
    diagnosis = shape_symptom(NAMES, triples)
    return diagnosis and diagnosis.name


@pytest.mark.parametrize(
    ("got", "right", "name"),
    [
        ((K, D), (D, K), "transposed"),
        ((D, K, N), (N, K, D), "transposed"),
        ((1, K), (K, 1), "transposed"),
        ((K, 1), (K,), "one axis too many"),
        ((1, K), (K,), "one axis too many"),
        ((K, 1, D), (K, D), "one axis too many"),
        ((K,), (K, 1), "one axis missing"),
        ((), (K,), "summed over everything"),
        ((1,), (K, D), "summed over everything"),
        ((1, 1), (K, D), "summed over everything"),
        ((N,), (K, D), "one value per sample"),
        ((N,), (), "one value per sample"),
        ((K,), (N,), "one value per component"),
        ((K,), (K, D), "one value per component"),
        ((N, K), (N,), "one value per sample and component"),
        ((N, K), (), "one value per sample and component"),
        ((N, N), (N,), "all pairs of samples"),
        ((N, N), (K, D), "all pairs of samples"),
    ],
)
def test_a_wrong_shape_is_called_what_it_is(got, right, name):
    assert symptom(triple(got, right)) == name
    assert symptom(*[triple(got, right)] * 3) == name


@pytest.mark.parametrize(
    ("got", "right"),
    [
        ((D,), (K,)),
        ((N,), (K,)),
        ((K, D), (K, D + 1)),
        ((N, K), (K, D)),
        ((K, D, 2), (D, K)),
        ((0,), (K,)),
    ],
)
def test_a_wrong_shape_without_a_name_is_only_wrong(got, right):
    made = triple(got, right)
    assert symptom(made) is None
    assert wrong_shape([made]).name == "wrong shape"
    # The first case is the one that is shown: its shape must be wrong.
    assert wrong_shape([triple(right, right), made]) is None


def test_a_shape_that_is_the_same_for_all_sizes_is_called_that():
    sizes = [triple((2,), (k,), k=k) for k in (3, 5, 4)]
    found = wrong_shape(sizes, NAMES)
    assert found.name == "same shape in every case"
    assert "(2,)" in found.message
    # Where it should be the same, or is not, that says nothing.
    assert wrong_shape([triple((2,), (3,))] * 3, NAMES).name == "wrong shape"
    others = [triple((k - 1,), (k,), k=k) for k in (3, 5, 4)]
    assert wrong_shape(others, NAMES).name == "wrong shape"


@pytest.mark.parametrize("shape", [(), (K,), (K, D), (N, N)])
def test_the_right_shape_is_no_symptom(shape):
    made = triple(shape, shape)
    assert symptom(made) is None
    assert wrong_shape([made, made]) is None


def test_a_symptom_must_hold_in_every_case_that_has_a_wrong_shape():
    transposed, other = triple((K, D), (D, K)), triple((K + 1, D), (K, D))
    assert symptom(transposed, transposed) == "transposed"
    assert symptom(transposed, other) is None


def test_cases_with_the_right_shape_do_not_speak_against_it_unless_they_are_more():
    """With K = D a transposed table has the right shape."""
    transposed, square = triple((K, D), (D, K)), triple((D, D), (D, D))
    assert symptom(transposed, transposed, square) == "transposed"
    assert symptom(transposed, square) == "transposed"
    assert symptom(transposed, square, square) is None


def test_cases_with_one_entry_only_do_not_hide_what_the_others_say():
    """With K = 1 one number for all is one number for each component, in another shape."""
    summed, alone = triple((), (K,)), triple((), (1,), k=1)
    assert symptom(summed, summed, alone) == "summed over everything"


def test_one_entry_in_another_shape_is_no_symptom_when_the_entry_is_all_there_is():
    case = Case("a case", (np.zeros((1, D)), np.zeros((1, 1))))
    assert shape_symptom(NAMES, [(case, np.ones((1, 1, 1)), np.ones(1))]) is None


def test_the_sizes_are_those_of_each_case():
    """Seven entries are one per sample where there are seven samples."""
    assert symptom(triple((7,), (K, D), n=7), triple((9,), (K, D), n=9)) == "one value per sample"
    assert symptom(triple((7,), (K, D), n=7), triple((7,), (K, D), n=9)) is None


def test_without_named_arguments_only_the_shapes_themselves_speak():
    unnamed = (Case("a case", (np.zeros((N, D)),)), np.ones(N), np.zeros((K, D)))
    assert shape_symptom(["table"], [unnamed]) is None
    assert shape_symptom(["X"], [unnamed]).name == "one value per sample"


def test_every_message_says_what_it_is_in_sentences():
    shapes = [((K, D), (D, K)), ((K, 1), (K,)), ((), (K,)), ((N, N), (N,))]
    messages = {shape_symptom(NAMES, [triple(*each)]).message for each in shapes}
    assert len(messages) == len(shapes)
    assert all(m.startswith("Your result ") and m.endswith(".") for m in messages)


@pytest.mark.parametrize(
    ("names", "arguments", "found"),
    [
        (["X"], (np.zeros((5, 2)),), {"N": 5, "D": 2}),
        (["X", "weights"], (np.zeros((5, 2)), np.zeros(3)), {"N": 5, "D": 2, "K": 3}),
        (["covariances", "mean"], (np.zeros((3, 4, 4)), np.zeros(4)), {"K": 3, "D": 4}),
        (["nll_history", "tol"], ([1.0, 2.0], 0.1), {}),
        (["X"], ([[1.0, 2.0]],), {}),
        (["responsibilities"], (np.zeros((5, 2)), np.zeros(9)), {"N": 5, "K": 2}),
        (["X", "means"], (np.zeros((5, 2)),), {"N": 5, "D": 2}),
    ],
)
def test_sizes_are_read_off_the_arguments_that_are_known(names, arguments, found):
    assert read_sizes(names, Case("a case", arguments)) == found


def described(got, right, *sizes):
    """What is said of shapes that are given by functions of N and K."""
    triples = [triple(got(n, k), right(n, k), n, k) for n, k in sizes]
    found = shape_symptom(NAMES, triples) or wrong_shape(triples, NAMES)
    return found.name, found.message


@pytest.mark.parametrize(
    ("got", "right", "name", "said"),
    [
        (
            lambda n, k: (n, 1, 1),
            lambda n, k: (n,),
            "axes of length one too many",
            "(N, 1, 1); it should be (N,)",
        ),
        (
            lambda n, k: (1, k, 1, D),
            lambda n, k: (k, D),
            "axes of length one too many",
            "(1, K, 1, D); it should be (K, D)",
        ),
        (lambda n, k: (n, k, k), lambda n, k: (n, k), "wrong shape", "(N, K, K); it should be"),
        (lambda n, k: (n, n), lambda n, k: (n,), "all pairs of samples", "(N, N); it should be (N"),
        (lambda n, k: (n, k), lambda n, k: (), "one value per sample and component", "a number."),
    ],
)
def test_axes_are_named(got, right, name, said):
    found, message = described(got, right, (7, 3), (9, 4), (8, 5))
    assert found == name
    assert said in message


def test_an_axis_that_has_no_name_is_not_guessed():
    _, message = described(lambda n, k: (n + 1, 17), lambda n, k: (n, k), (7, 3), (9, 4))
    assert "Its shape" not in message
    assert "17" not in message


def test_entries_in_one_row_lack_no_axis_of_length_one():
    assert symptom(triple((K * D,), (K, D))) is None
