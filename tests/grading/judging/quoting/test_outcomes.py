"""What a hostile process says is reduced to what quotes no input."""

import numpy as np
import pytest

from gmm_helpers.exercises import CallStatus, Outcome
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.grading.judging.exercises import build_key
from gmm_helpers.grading.judging.quoting.outcomes import known_of, mask_outcomes
from gmm_helpers.grading.judging.quoting.student_source import OwnSource

KEY = build_key("e_step", 0)  # first 30 samples, 3 components, 2 features
NOBODYS = OwnSource()


def values_shown(*values):
    """What is left of results."""
    return [
        found.value for found in mask_outcomes([Outcome(value=v) for v in values], KEY, NOBODYS)
    ]


def test_only_lines_that_the_student_wrote_are_shown_and_where_they_stand():
    own = OwnSource(["def f(X):\n    return  X[0]"])
    real = CodeLine(2, "return X[0]")
    false = [CodeLine(2, "0.25 0.75"), CodeLine(7, "return X[0]"), CodeLine(2, "0.25 return X[0]")]
    raised = {"status": CallStatus.RAISED, "exception": RaisedException("ValueError", "x")}
    outcomes = [Outcome(line=line, **raised) for line in (real, *false)]
    assert [o.line for o in mask_outcomes(outcomes, KEY, own)] == [real, None, None, None]


def test_how_a_call_ended_is_kept():
    for status in CallStatus:
        (found,) = mask_outcomes([Outcome(1.0, status, seconds=6.0)], KEY, NOBODYS)
        assert (found.status, found.seconds) == (status, 6.0)
        assert (found.value is None) == (status is not CallStatus.RETURNED)


OBJECT, SEQUENCE, ARRAY = UnusableKind.OBJECT, UnusableKind.SEQUENCE, UnusableKind.ARRAY


@pytest.mark.parametrize(
    ("unusable", "shown"),
    [
        (Unusable(UnusableKind.TEXT), "text"),
        (Unusable(OBJECT, "dict"), "an object of type dict"),
        (Unusable(OBJECT, "Secret"), "an object of another type"),
        (Unusable(OBJECT, "S" + "e" * 99), "an object of another type"),
        (Unusable(SEQUENCE, "tuple", length=3), "a tuple of 3"),
        (Unusable(SEQUENCE, "tuple", length=2531), "a tuple of …"),
        (Unusable(SEQUENCE, "Secret", length=3), "an object of another type"),
        (Unusable(ARRAY, shape=(30, 3)), "one array of shape (30, 3)"),
        (Unusable(ARRAY, shape=(2531, 3)), "one array of shape (…)"),
        (Unusable(ARRAY, shape=(1, 2, 3, 2, 1)), "one array of shape (…)"),
        (Unusable(ARRAY, shape=()), "one array of shape ()"),
    ],
)
def test_what_a_result_is_quotes_nothing(unusable, shown):
    (found,) = values_shown(unusable)
    assert found.describe() == shown


def test_an_own_class_may_be_named():
    own = OwnSource(["class Mixture: pass"])
    (found,) = mask_outcomes([Outcome(value=Unusable(OBJECT, "Mixture"))], KEY, own)
    assert found.value == Unusable(OBJECT, "Mixture")


def test_only_arguments_can_be_changed():
    (found,) = mask_outcomes([Outcome(value=1.0, changed=("X", "quarter", "means"))], KEY, NOBODYS)
    assert found.changed == ("X", "means")


@pytest.mark.parametrize("value", [object(), {"a": 1}, "text", [[1], [1, 2]], (1, object()), None])
def test_whatever_is_sent_as_a_value_is_plain_afterwards(value):
    def is_plain(part):
        if isinstance(part, tuple) and not isinstance(part, Unusable):
            return all(map(is_plain, part))
        return isinstance(part, Unusable) or type(part) is np.ndarray

    assert is_plain(*values_shown(value))


def test_more_outcomes_than_cases_are_dropped():
    assert len(mask_outcomes([Outcome(value=1.0)] * 500, KEY, NOBODYS)) == len(KEY.cases)


def test_lengths_and_products_of_two_are_known_and_nothing_else():
    X, weights, *_ = KEY.cases[0].arguments
    lengths = {*X.shape, len(weights)}
    known = known_of(KEY, 0, OwnSource(["a_name = 5"]))
    assert {0, 1, 2, 3} | lengths <= known.numbers
    assert {a * b for a in lengths for b in lengths} <= known.numbers
    assert not {5, 1_000_003} & known.numbers - lengths - {a * b for a in lengths for b in lengths}
    assert known.is_name("a_name")
    assert not known.is_name("another_name")


def test_lengths_are_those_of_the_case():
    own = OwnSource()
    for i, case in enumerate(KEY.cases):
        assert len(case.arguments[0]) in known_of(KEY, i, own).numbers
    numbers = {known_of(KEY, i, own).numbers for i in range(len(KEY.cases))}
    assert len(numbers) > 1
