"""What wrong values have in common with the right ones: each on an example, and not on another."""

import numpy as np
import pytest

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.symptoms.values import value_symptom

NAMES = ["X", "weights"]
RNG = np.random.default_rng(3)
LOG_2PI = np.log(2 * np.pi)
# Samples, features, components: all different, so that no factor is another one.
SIZES = [(7, 2, 3), (11, 3, 5), (13, 5, 4)]


def triples(change, shape=(4,), low=0.2, high=3.0):
    """Three cases; `change` makes a wrong result of the right one and N, D and K."""
    made = []
    for n, d, k in SIZES:
        case = Case("a case", (RNG.normal(size=(n, d)), RNG.uniform(size=k)))
        right = RNG.uniform(low, high, size=shape)
        made.append((case, np.asarray(change(right, n, d, k), dtype=float), right))
    return made


def symptom(change, **options):
    diagnosis = value_symptom(NAMES, triples(change, **options))
    return diagnosis and diagnosis.name


def float32(values):
    return values.astype(np.float32).astype(float)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda v, *_: -v, "sign"),
        (lambda v, *_: np.log(v), "logarithm returned"),
        (lambda v, *_: np.exp(v), "logarithm missing"),
        (lambda v, *_: v**2, "squared"),
        (lambda v, *_: np.sqrt(v), "square root returned"),
        (lambda v, *_: np.roll(v, 1), "components in the wrong order"),
        (lambda v, *_: v[::-1], "components in the wrong order"),
        (lambda v, *_: float32(v), "single precision"),
        (lambda v, *_: float32(v * (1 + 1e-4)), "single precision"),
        (lambda v, *_: v.astype(np.float16).astype(float), "single precision"),
        (lambda v, *_: 2 * v, "factor 2"),
        (lambda v, *_: -2 * v, "factor minus 2"),
        (lambda v, *_: v / 2, "factor 1/2"),
        (lambda v, *_: -v / 2, "factor minus 1/2"),
        (lambda v, n, d, k: n * v, "factor N"),
        (lambda v, n, d, k: v / n, "factor 1/N"),
        (lambda v, n, d, k: -v / n, "factor minus 1/N"),
        (lambda v, n, d, k: k * v, "factor K"),
        (lambda v, n, d, k: v / k, "factor 1/K"),
        (lambda v, n, d, k: d * v, "factor D"),
        (lambda v, n, d, k: v / d, "factor 1/D"),
        (lambda v, n, d, k: v * n / k, "factor N/K"),
        (lambda v, n, d, k: v * n / (n - 1), "factor N/(N - 1)"),
        (lambda v, n, d, k: v * (n - 1) / n, "factor (N - 1)/N"),
        (lambda v, *_: v / np.log(2), "factor 1/log 2"),
        (lambda v, *_: v / np.log(10), "factor 1/log 10"),
        (lambda v, *_: v + 1, "off by 1"),
        (lambda v, *_: v - 1, "off by 1"),
        (lambda v, n, d, k: v + np.log(k), "off by log K"),
        (lambda v, n, d, k: v - n * np.log(k), "off by N log K"),
        (lambda v, n, d, k: v + k * np.log(k), "off by K log K"),
        (lambda v, n, d, k: v - np.log(n), "off by log N"),
        (lambda v, n, d, k: v + n * np.log(n), "off by N log N"),
        (lambda v, n, d, k: v + d / 2 * LOG_2PI, "off by (D/2) log 2π"),
        (lambda v, n, d, k: v - n * d / 2 * LOG_2PI, "off by N (D/2) log 2π"),
        (lambda v, n, d, k: v + (d - 1) / 2 * LOG_2PI, "off by ((D - 1)/2) log 2π"),
        (lambda v, n, d, k: v + n * (d - 1) / 2 * LOG_2PI, "off by N ((D - 1)/2) log 2π"),
        (lambda v, *_: np.append(v[:-1], np.nan), "not a number"),
        (lambda v, *_: np.append(v[:-1], np.inf), "infinite"),
        (lambda v, *_: v - np.inf, "infinite"),
    ],
)
def test_wrong_values_are_called_what_they_are(change, name):
    assert symptom(change) == name


@pytest.mark.parametrize(
    "change",
    [
        lambda v, *_: np.append(-v[:-1], v[-1]),
        lambda v, *_: np.abs(np.log(v)) + 0.01,
        lambda v, *_: v**2 * 1.01,
        lambda v, *_: v**3,
        lambda v, *_: np.append(2 * v[:-1], v[-1]),
        lambda v, *_: 2.001 * v,
        lambda v, *_: 3 * v,
        lambda v, n, d, k: (n + 1) * v,
        lambda v, *_: v + 1.001,
        lambda v, *_: v + np.log(17),
        lambda v, *_: float32(1.01 * v),
        lambda v, *_: v * (1 + 1e-4),
        lambda v, *_: np.append(v[1:], 5.0),
        lambda v, *_: np.sort(v) + 0.01,
    ],
)
def test_values_that_are_only_similar_are_not(change):
    assert symptom(change) is None


@pytest.mark.parametrize("kind", ["positive", "negative"])
def test_the_sign_is_said_of_any_values_and_logarithm_and_root_of_positive_ones(kind):
    low, high = (0.2, 3.0) if kind == "positive" else (-3.0, -0.2)
    assert symptom(lambda v, *_: -v, low=low, high=high) == "sign"
    assert symptom(lambda v, *_: np.log(np.abs(v)), low=low, high=high) == (
        "logarithm returned" if kind == "positive" else None
    )
    assert symptom(lambda v, *_: np.sqrt(np.abs(v)), low=low, high=high) == (
        "square root returned" if kind == "positive" else None
    )


def test_a_square_table_can_be_transposed_a_vector_not():
    assert symptom(lambda v, *_: v.T, shape=(3, 3)) == "transposed"
    assert symptom(lambda v, *_: v.T + 0.01, shape=(3, 3)) is None


@pytest.mark.parametrize("axis", [0, 1])
def test_components_in_another_order_are_seen_along_each_axis(axis):
    assert (
        symptom(lambda v, *_: np.roll(v, 1, axis), shape=(4, 3)) == "components in the wrong order"
    )
    assert symptom(lambda v, *_: np.roll(v, 1), shape=(4, 3)) is None


def test_more_components_than_five_are_not_put_into_every_order():
    assert symptom(lambda v, *_: np.roll(v, 1), shape=(6,)) is None


@pytest.mark.parametrize(("i", "constant"), [(0, 0.0), (1, 0.0), (0, 0.01), (1, 0.01)])
def test_an_argument_returned_unchanged_is_seen(i, constant):
    made = triples(lambda v, *_: v)
    changed = [
        (case, case.arguments[i] + constant, np.full_like(case.arguments[i], 9.0))
        for case, *_ in made
    ]
    diagnosis = value_symptom(NAMES, changed)
    assert (diagnosis and diagnosis.name) == (None if constant else "argument returned")


def test_a_symptom_must_hold_in_every_case():
    negative, double = (triples(change) for change in (lambda v, *_: -v, lambda v, *_: 2 * v))
    assert value_symptom(NAMES, negative).name == "sign"
    assert value_symptom(NAMES, [*negative[:2], double[0]]) is None
    assert value_symptom(NAMES, [*double[:2], negative[0]]) is None


def test_more_and_less_are_told_apart():
    more, less = (value_symptom(NAMES, triples(lambda v, *_, c=c: v + c)) for c in (1, -1))
    assert "1 more than" in more.message
    assert "1 less than" in less.message


def test_sizes_that_are_not_known_make_no_factor():
    made = triples(lambda v, n, d, k: n * v)
    assert value_symptom(["table"], made) is None
    assert value_symptom(NAMES, made).name == "factor N"


def test_one_sample_is_no_division_by_zero():
    case = Case("a case", (np.zeros((1, 2)), np.zeros(2)))
    assert value_symptom(NAMES, [(case, np.array([3.7]), np.array([1.1]))]) is None


def test_results_of_another_size_say_nothing():
    case, _, right = triples(lambda v, *_: v)[0]
    assert value_symptom(NAMES, [(case, np.ones(9), right)]) is None
    assert value_symptom(NAMES, [(case, -right[:, None], right)]).name == "sign"


@pytest.mark.parametrize("value", [1e300, -1e300, 1e39, np.inf])
def test_huge_values_are_not_warned_of(value, recwarn):
    assert symptom(lambda v, *_: np.full_like(v, value)) in (None, "infinite")
    assert [str(warning.message) for warning in recwarn] == []


@pytest.mark.parametrize("cut", [np.trunc, np.floor])
@pytest.mark.parametrize(("low", "high"), [(0.2, 30), (-30, 30)])
def test_decimals_that_are_cut_off_are_named(cut, low, high):
    assert symptom(lambda v, *_: cut(v), shape=(40,), low=low, high=high) == "decimals cut off"


def test_whole_numbers_that_are_wrong_otherwise_are_not_called_cut():
    assert symptom(lambda v, *_: np.trunc(v) + 1, shape=(40,), high=30) != "decimals cut off"
    assert symptom(lambda v, *_: np.trunc(v + 0.5) % 2, shape=(40,)) != "decimals cut off"


def test_a_factor_below_zero_is_told_with_its_sign():
    assert "its sign" in value_symptom(NAMES, triples(lambda v, n, d, k: -v / n)).message
    assert "its sign" not in value_symptom(NAMES, triples(lambda v, n, d, k: v / n)).message
