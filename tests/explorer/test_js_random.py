"""The generator in JavaScript gives numpy's numbers, to the last bit."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from support.javascript import asked_of_node

ROOT = Path(__file__).parents[2]
SEEDS = [*range(20), 42, 12345, 2**31 - 1, 2**32 - 1, 2**32, 2**53 - 1, 2**64, 2**128 - 1, 10**60]
SIZES = [1, 2, 3, 7, 8, 9, 100, 257, 600, 4096, 20_000]


def from_javascript(answer, cases):
    """Ask for each case; seeds are given as text, as they may be large."""
    cases = [{**case, "seed": str(case["seed"])} for case in cases]
    answer = f"({{ seed, ...more }}) => ({answer})(generator(BigInt(seed)), more)"
    return asked_of_node("random/generator.js", "generator", answer, cases)


def streams(names):
    return [{"seed": seed, "n": n} for seed in SEEDS for n in names]


def test_a_seed_is_a_number_or_a_bigint():
    cases = [{"seed": seed} for seed in (0, 7, 2**53 - 1)]
    got = asked_of_node(
        "random/generator.js", "generator", "({ seed }) => generator(seed).random()", cases
    )
    assert got == [np.random.default_rng(case["seed"]).random() for case in cases]


def test_random():
    cases = streams([50])
    got = from_javascript("(g, { n }) => Array.from({ length: n }, () => g.random())", cases)
    for case, numbers in zip(cases, got, strict=True):
        np.testing.assert_array_equal(numbers, np.random.default_rng(case["seed"]).random(50))


def test_a_long_stream():
    (got,) = from_javascript(
        "(g, { n }) => Array.from({ length: n }, () => g.random())", [{"seed": 3, "n": 100_000}]
    )
    np.testing.assert_array_equal(got, np.random.default_rng(3).random(100_000))


def test_integers_of_all_sizes():
    # Beyond 2^31, up to every second word is rejected.
    sizes = [*SIZES, 2**21 + 1, 2**31, 2**31 + 1, 3 * 2**30, 2**32 - 2, 2**32 - 1]
    cases = streams(sizes)
    got = from_javascript("(g, { n }) => Array.from({ length: 40 }, () => g.integers(n))", cases)
    for case, numbers in zip(cases, got, strict=True):
        rng = np.random.default_rng(case["seed"])
        assert numbers == [int(rng.integers(case["n"])) for _ in range(40)], case


def test_permutations():
    cases = streams(SIZES[:-1]) + [{"seed": seed, "n": 20_000} for seed in (0, 19, 2**64)]
    got = from_javascript("(g, { n }) => [g.permutation(n), g.random()]", cases)
    for case, (order, after) in zip(cases, got, strict=True):
        rng = np.random.default_rng(case["seed"])
        np.testing.assert_array_equal(order, rng.permutation(case["n"]))
        assert after == rng.random()


def test_choice_by_probabilities():
    rng = np.random.default_rng(5)
    cases = []
    for n in (1, 2, 3, 50, 1000, 20_000):
        for zeros in (0.0, 0.9):
            weights = rng.random(n) ** 8 * (rng.random(n) >= zeros)
            weights[rng.integers(n)] = 1.0
            cases += [{"seed": s, "n": n, "p": list(weights / weights.sum())} for s in (0, 1, 9)]
    got = from_javascript(
        "(g, { n, p }) => Array.from({ length: 10 }, () => g.choice(n, p))", cases
    )
    for case, chosen in zip(cases, got, strict=True):
        rng = np.random.default_rng(case["seed"])
        assert chosen == [int(rng.choice(case["n"], p=case["p"])) for _ in range(10)]


@pytest.mark.parametrize(
    ("method", "name"),
    [("standardNormal", "standard_normal"), ("standardExponential", "standard_exponential")],
)
def test_normal_and_exponential_numbers(method, name):
    cases = [*streams([2000]), {"seed": 1, "n": 300_000}]
    got = from_javascript(f"(g, {{ n }}) => g.{method}(n)", cases)
    for case, numbers in zip(cases, got, strict=True):
        expected = getattr(np.random.default_rng(case["seed"]), name)(case["n"])
        np.testing.assert_array_equal(numbers, expected)
    # The last stream reaches the tails, on both sides.
    assert expected.max() > (3.7 if method == "standardNormal" else 7.7)
    assert expected.min() < (-3.7 if method == "standardNormal" else 1e-4)


def test_distributions_drawn_uniformly():
    cases = [
        {"seed": seed, "n": n, "K": K} for seed in (*range(5), 2**64) for K in range(1, 9)
        for n in (1, 5, 600)
    ]  # fmt: skip
    got = from_javascript("(g, { n, K }) => g.dirichletOfOnes(K, n)", cases)
    for case, numbers in zip(cases, got, strict=True):
        rng = np.random.default_rng(case["seed"])
        expected = rng.dirichlet(np.ones(case["K"]), size=case["n"])
        np.testing.assert_array_equal(numbers, expected.ravel())


def test_words_of_32_bits_come_in_pairs_whatever_is_drawn_between():
    got = from_javascript(
        "(g) => [g.integers(9), g.random(), g.integers(1), g.standardNormal(3), g.integers(9),"
        " g.integers(2 ** 31 + 1), g.permutation(5), g.choice(3, [0.2, 0.3, 0.5]), g.random()]",
        [{"seed": seed} for seed in SEEDS],
    )
    for seed, drawn in zip(SEEDS, got, strict=True):
        rng = np.random.default_rng(seed)
        expected = [rng.integers(9), rng.random(), rng.integers(1), rng.standard_normal(3).tolist()]
        expected += [rng.integers(9), rng.integers(2**31 + 1), rng.permutation(5).tolist()]
        expected += [rng.choice(3, p=[0.2, 0.3, 0.5]), rng.random()]
        assert drawn == expected


def test_widths_are_those_of_numpy():
    tool = ROOT / "tools" / "ziggurat.py"
    done = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
