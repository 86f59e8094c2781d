"""Rows of numbers as mixtures, and their densities."""

import numpy as np
import pytest
from support import oracles
from support.javascript import in_node

from gmm_helpers import STARTS
from gmm_helpers.explorer.table import params_table, row_length

RNG = np.random.default_rng(6)


@pytest.mark.parametrize("D", [1, 2, 3, 10])
def test_a_row_is_read_as_python_writes_it(D):
    X = RNG.normal(size=(30, D))
    params = STARTS["random responsibilities"](X, 4, 0)
    row = params_table([params])[0]
    body = """
      const row = floats(value.row);
      const K = gaussians.componentCount(row.length, value.D);
      const each = Array.from({ length: K }, (_, k) => k);
      return {
        length: gaussians.rowLength(K, value.D), K,
        means: each.map((k) => Array.from(gaussians.meanOf(row, K, value.D, k))),
        covariances: each.map((k) => Array.from(gaussians.covarianceOf(row, K, value.D, k))),
        at: each.map((k) => row[gaussians.covarianceAt(K, value.D, k)]),
      };
    """
    found = in_node(body, {"row": row, "D": D}, "em/gaussians")
    assert (found["length"], found["K"]) == (row_length(4, D), 4)
    assert np.array_equal(found["means"], params.means)
    assert np.array_equal(
        np.reshape(found["covariances"], params.covariances.shape), params.covariances
    )
    assert found["at"] == params.covariances[:, 0, 0].tolist()


@pytest.mark.parametrize("D", [1, 2, 3, 10])
def test_densities_are_those_of_scipy(D):
    X = RNG.normal(size=(30, D))
    params = STARTS["random responsibilities"](X, 3, 0)
    body = """
      const { X, N, D } = data(value.X);
      const out = new Float64Array(N * 3);
      const logs = Array.from(gaussians.weightedLogProb(X, N, D, floats(value.row), 3, out));
      return { logs, nll: gaussians.normalise(out, N, 3), r: out };
    """
    found = in_node(body, {"X": X, "row": params_table([params])[0]}, "em/gaussians")
    logs = oracles.weighted_log_prob(X, *params)
    assert np.reshape(found["logs"], logs.shape) == pytest.approx(logs, rel=1e-11)
    assert found["nll"] == pytest.approx(oracles.negative_log_likelihood(X, *params), rel=1e-13)
    assert found["r"] == pytest.approx(oracles.responsibilities(X, *params).ravel(), rel=1e-12)


def test_the_exponential_is_exact_but_for_the_last_digits():
    values = np.concatenate(
        [
            [0.0, -1e-300, -707.999, -708.5, -744.0, -745.2, -1e9],
            -(RNG.uniform(size=5000) ** 3) * 710,
        ]
    )
    found = np.array(in_node("return value.map(gaussians.exponential)", values, "em/gaussians"))
    normal = values > -708
    assert found[normal] == pytest.approx(np.exp(values[normal]), rel=1e-15, abs=0)
    assert found[~normal] == pytest.approx(np.exp(values[~normal]), rel=1e-15, abs=5e-324)
    assert in_node("return [NaN, -Infinity].map(gaussians.exponential)", 0, "em/gaussians") == [
        None,
        0,
    ]


def test_thousands_of_samples_lose_no_digits_of_the_likelihood():
    """Sums of exponentials are multiplied before their logarithm is taken."""
    logs = RNG.uniform(-3, 3, (50_000, 8)) - 700 * (RNG.uniform(size=(50_000, 1)) < 0.5)
    body = "return gaussians.normalise(floats(value), value.length, 8)"
    assert in_node(body, logs, "em/gaussians") == pytest.approx(
        -np.logaddexp.reduce(logs, axis=1).sum(), rel=1e-13
    )
