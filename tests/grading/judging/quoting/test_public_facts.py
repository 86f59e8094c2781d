"""What anybody may know of a case: lengths of axes, products of two of them, small numbers."""

from gmm_helpers.grading.judging.exercises import build_key
from gmm_helpers.grading.judging.quoting.public_facts import known_of
from gmm_helpers.grading.judging.quoting.student_source import OwnSource

KEY = build_key("e_step", 0)


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
