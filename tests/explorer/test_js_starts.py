"""The starts of the browser are those of Python."""

import re

import numpy as np
import pytest
from support.javascript import asked_of_node

from gmm_helpers.em.starts import STARTS
from gmm_helpers.explorer.configuration import Configuration
from gmm_helpers.explorer.data import NAMES, shown_dataset
from gmm_helpers.explorer.own_runs import OwnRuns
from gmm_helpers.explorer.table import params_of_row, params_table

EXACT = [name for name in STARTS if name != "random responsibilities"]


def odd_data():
    rng = np.random.default_rng(11)
    plane = rng.normal(size=(300, 2)) * [1, 3]
    spread = rng.normal(size=(400, 10)) @ rng.normal(size=(10, 10))
    return {
        "one sample": np.array([[3.0, -1.0]]),
        "one sample of one feature": np.array([[0.3]]),
        "two samples": np.array([[0.0], [4.0]]),
        "copies of one sample": np.full((9, 2), 0.1),
        "copies of two samples": np.repeat([[0.1, 0.2], [3.0, 4.0]], 6, axis=0),
        "a constant feature": np.column_stack([plane, np.full(300, 0.1 + 0.2)]),
        "constant but for rounding": np.column_stack([plane, [0.3, 0.1 + 0.2] * 150]),
        "tiny": 1e-6 * plane,
        "so tiny that variances underflow": 1e-170 * plane,
        "huge": 1e140 * plane,
        "far away": plane + 1e6,
        "far away, one feature": plane[:, :1] + 1e6,
        "many samples": rng.normal(size=(20_000, 2)),
        "many samples of one feature": rng.exponential(size=(20_000, 1)),
        **{f"{D} features": spread[:, :D] for D in range(3, 11)},
        **{f"{N} samples": rng.normal(size=(N, 1)) for N in (7, 8, 9, 127, 128, 129, 1000, 1031)},
    }


def from_javascript(X, cases, start_of_data=None):
    """Rows, or the sentences of errors, for (name, K, seed)."""
    shared = {"X": X.ravel().tolist(), "N": X.shape[0], "D": X.shape[1], "given": start_of_data}
    answer = """([name, K, seed], { X, N, D, given }) => {
      try {
        const data = { X: Float64Array.from(X), N, D };
        return start(name, data, K, seed, given && Float64Array.from(given));
      } catch (error) {
        return error.message;
      }
    }"""
    return asked_of_node("em/starts.js", "start", answer, cases, shared)


def from_python(X, name, K, seed):
    try:
        return params_table([STARTS[name](X, K, rng=seed)])[0]
    except ValueError as error:
        return str(error)


def assert_same(X, case, row):
    name, K, _ = case
    expected = from_python(X, *case)
    if isinstance(expected, str):
        assert row == expected
    elif name in EXACT:
        np.testing.assert_array_equal(row, expected, err_msg=str(case))
    else:
        assert_close(X, np.array(row), expected, K)


def assert_close(X, row, expected, K):
    """To 1e-12 of the spread of the data, or of where they are."""
    D = X.shape[1]
    got, wanted = params_of_row(row, K, D), params_of_row(expected, K, D)
    np.testing.assert_allclose(got.weights, wanted.weights, rtol=1e-12)
    np.testing.assert_allclose(got.means, wanted.means, rtol=1e-12, atol=1e-12 * np.ptp(X))
    deviations = np.sqrt(wanted.covariances.diagonal(axis1=1, axis2=2))
    scale = deviations[:, :, None] * deviations[:, None, :]
    difference = np.abs(got.covariances - wanted.covariances)
    rounding = 1e-12 + 1e-15 * np.abs(X).max() / deviations.min()  # of means far away
    assert (difference <= rounding * scale).all()


def all_cases(seeds):
    return [(name, K, seed) for name in STARTS for K in range(1, 9) for seed in seeds]


@pytest.mark.parametrize("seeds", [(0, 7), pytest.param(range(20), marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", NAMES)
def test_the_data_sets_of_the_course(name, seeds):
    X = shown_dataset(name).X
    cases = all_cases(seeds)
    for case, row in zip(cases, from_javascript(X, cases), strict=True):
        assert_same(X, case, row)


@pytest.mark.parametrize("name", odd_data())
def test_odd_data(name):
    X = odd_data()[name]
    cases = all_cases(range(3))
    for case, row in zip(cases, from_javascript(X, cases), strict=True):
        assert_same(X, case, row)


@pytest.mark.parametrize("name", NAMES)
def test_the_start_that_a_data_set_brings(name):
    answers, shown = OwnRuns(), shown_dataset(name)
    own = None if shown.start is None else params_table([shown.start])[0].tolist()
    cases = [(name, K, seed) for name in EXACT for K in (1, 3, 4) for seed in (0, 1)]
    for (start, K, seed), row in zip(cases, from_javascript(shown.X, cases, own), strict=True):
        configuration = Configuration(name, K, seed, start)
        np.testing.assert_array_equal(row, params_table([answers.start(configuration)])[0])


def test_the_original_brings_a_start():
    assert shown_dataset("original").start is not None  # or the test above says little


@pytest.mark.parametrize(
    ("name", "K", "seed"),
    [("identity", 4, 0), ("k-means++", 0, 0), ("k-means++", 2.5, 0), ("random points", 2, -1)],
)
def test_errors_are_those_of_python(name, K, seed):
    X = np.array([[0.0], [1.0], [5.0]])
    answers = OwnRuns({"mine": shown_dataset("ring")._replace(X=X)})
    (said,) = from_javascript(X, [(name, K, seed)])
    with pytest.raises(ValueError, match=re.escape(said)):
        answers.start(Configuration("mine", K, seed, name))


def test_an_unknown_start_is_told():
    (said,) = from_javascript(np.ones((3, 1)), [("toString", 1, 0)])
    assert said.startswith("no start is called 'toString': choose one of random points, k-means++")
