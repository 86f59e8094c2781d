"""What a hostile process says is reduced to what quotes no input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.exercises import Outcome
from gmm_helpers.exercises.judging.plain import Unusable
from gmm_helpers.grading.masking import masked, masked_text

SECRET = np.random.default_rng(3).normal(size=(40, 2))


@pytest.mark.parametrize(
    "error",
    [
        f"ValueError: {SECRET.tolist()}",
        f"{SECRET.tolist()}: oops",
        f"it had not returned after {SECRET.tolist()}",
        "ValueError: operands could not be broadcast together with shapes "
        f"({','.join(str(int(1e6 * abs(x))) for x in SECRET[:, 0])}) (3,)",
        f"Secret{''.join(str(x) for x in SECRET[0])}Error: x",
        "ValueError: " + "".join(f"{int(1e4 * abs(x))}" for x in SECRET[0]),
        "ValueError: " + " ".join(f"x{int(1e4 * abs(x))}" for x in SECRET[0]),
        "ValueError: " + " ".join(f"{int(1e4 * abs(x))}x" for x in SECRET[0]),
    ],
)
def test_numbers_of_the_inputs_are_not_quoted(error):
    said = masked_text(error)
    assert len(said) < 200
    for number in SECRET.ravel():
        assert f"{abs(number):.4f}"[2:] not in said
        assert str(int(1e4 * abs(number))) not in said


@given(st.text(max_size=3000))
def test_whatever_is_said_is_short(text):
    assert len(masked_text(text)) <= 250


@pytest.mark.parametrize(
    "error",
    [
        "it had not returned after 6 seconds",
        "NameError: name 'np' is not defined",
        "AxisError: axis 1 is out of bounds for array of dimension 1",
        "ValueError: operands could not be broadcast together with shapes (40,3) (40,)",
        "LinAlgError: Singular matrix",
        "NotImplementedError: write e_step here",
    ],
)
def test_what_everybody_needs_to_know_is_kept(error):
    assert masked_text(error) == error


def test_a_long_name_is_shown_if_the_student_has_written_it():
    error = "NameError: name 'covariances_around_the_old_means' is not defined"
    own = {"step = covariances_around_the_old_means(X)"}
    assert masked_text(error, own) == error
    assert masked_text(error, {"step = covariances_around_the_old_means_too(X)"}) != error
    assert "1234" not in masked_text("NameError: name 'covariances_around_1234' is", {"x1234"})


def test_only_lines_that_the_student_wrote_are_shown():
    own, other = "line 2 of the cell: return X[0]", "line 2 of the cell: 0.25 0.75"
    outcomes = [Outcome(error="ValueError: x", line=line) for line in (own, other)]
    assert [o.line for o in masked(outcomes, 9, {"return X[0]"})] == [own, ""]


def test_names_of_types_are_not_a_message():
    values = [Unusable("an object of type Secret"), Unusable("an object of type S" + "e" * 99)]
    found = masked([Outcome(value=value) for value in values], 9, ())
    assert found[0].value == values[0]
    assert found[1].value == Unusable("an object of another type")


@pytest.mark.parametrize("value", [object(), {"a": 1}, "text", [[1], [1, 2]], (1, object()), None])
def test_whatever_is_sent_as_a_value_is_plain_afterwards(value):
    (found,) = masked([Outcome(value=value)], 9, ())

    def is_plain(part):
        if isinstance(part, tuple) and not isinstance(part, Unusable):
            return all(map(is_plain, part))
        return isinstance(part, Unusable) or type(part) is np.ndarray

    assert is_plain(found.value)


def test_more_outcomes_than_cases_are_dropped():
    assert len(masked([Outcome(value=1.0)] * 5, 3, ())) == 3
