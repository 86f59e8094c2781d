"""One E-step and one M-step in the browser, held to the helpers and to plain formulas."""

import numpy as np
import pytest
from support import oracles
from support.javascript import in_node
from support.js_runs import distance

from gmm_helpers import STARTS, DegenerateComponentError, GMMParams, e_step, m_step
from gmm_helpers.explorer.table import params_of_row, params_table

RNG = np.random.default_rng(3)
BODY = """
  return value.map(({ X, row, K, ridge }) => {
    const samples = data(X);
    const r = new Float64Array(samples.N * K);
    try {
      const nll = steps.eStep(samples, floats(row), K, r);
      return { nll, r, row: steps.mStep(samples, r, K, ridge) };
    } catch (error) {
      if (!(error instanceof failures.StepFailure)) throw error;
      return { failure: error.failure, message: error.message };
    }
  });
"""


def both(*cases):
    """E-step and M-step for each X, params and ridge."""
    asked = [
        {"X": X, "row": params_table([params])[0], "K": params.n_components, "ridge": ridge}
        for X, params, ridge in cases
    ]
    return in_node(BODY, asked, "em/steps", "em/failures")


@pytest.mark.parametrize("D", [1, 2, 3, 5, 10])
@pytest.mark.parametrize(
    ("shift", "scale"), [(0, 1), (1e6, 1), (-3e6, 1), (0, 1e-6), (0, 1e6), (1, 1e-6)]
)
def test_one_step_of_each_is_the_same(D, shift, scale):
    X = shift + scale * np.concatenate([RNG.normal(3 * k, 1, (40, D)) for k in range(3)])
    cases = [
        (X, STARTS[name](X, K, 1), 1e-6 * scale**2)
        for name in STARTS
        if name != "identity"
        for K in (1, 3, 8)
    ]
    for (X, params, ridge), js in zip(cases, both(*cases), strict=True):
        r = e_step(X, *params)
        assert np.reshape(js["r"], r.shape) == pytest.approx(r, rel=1e-9, abs=1e-12)
        found = params_of_row(np.array(js["row"]), params.n_components, D)
        assert distance(found, m_step(X, r, ridge)) < 1e-9


def test_the_textbook_says_the_same():
    X = RNG.normal(size=(30, 3))
    params = STARTS["k-means++"](X, 2, 0)
    (js,) = both((X, params, 0.1))
    r = oracles.responsibilities(X, *params)
    found = params_of_row(np.array(js["row"]), 2, 3)
    assert np.reshape(js["r"], r.shape) == pytest.approx(r, rel=1e-12)
    assert js["nll"] == pytest.approx(oracles.negative_log_likelihood(X, *params), rel=1e-13)
    for k in range(2):
        mean = np.average(X, axis=0, weights=r[:, k])
        covariance = np.cov(X.T, aweights=r[:, k], ddof=0) + 0.1 * np.eye(3)
        assert found.weights[k] == pytest.approx(r[:, k].mean())
        assert found.means[k] == pytest.approx(mean)
        assert found.covariances[k] == pytest.approx(covariance)


def failing():
    flat = np.ones((2, 2))
    eye = np.eye(2)
    X = RNG.normal(size=(20, 2))
    halves, zeros = np.array([0.5, 0.5]), np.zeros((2, 2))
    return {
        "negative eigenvalue": (X, GMMParams(halves, zeros, np.array([eye, eye - 2 * flat]))),
        "singular": (X, GMMParams(halves, zeros, np.array([flat, eye - 2 * flat]))),
        "flat up to rounding": (X, GMMParams(halves, zeros, np.array([eye, eye * [1, 1e-300]]))),
        "no digits": (X, GMMParams(halves, zeros, np.array([eye, [[1, 1], [1, 1 + 4e-16]]]))),
        "empty": (X, GMMParams(halves, np.array([[0, 0], [60.0, 0]]), np.array([eye, eye]))),
        "no density": (X, GMMParams(np.ones(1), np.full((1, 2), 1e200), eye[None])),
        "zero": (X, GMMParams(halves, zeros, np.array([0 * eye, eye]))),
    }


@pytest.mark.parametrize("name", failing())
def test_a_step_fails_where_python_does_and_in_its_words(name):
    X, params = failing()[name]
    (js,) = both((X, params, 0.0))
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (of any kind; its words are compared)
        m_step(X, e_step(X, *params))
    assert js["message"] == str(caught.value)
    if isinstance(caught.value, DegenerateComponentError):
        found, error = js["failure"], caught.value
        assert (found["kind"], found["component"]) == (error.kind.value, error.component)
        assert found["value"] == pytest.approx(error.value, rel=1e-9, abs=1e-15)


def test_rows_of_responsibilities_that_would_underflow_sum_to_one():
    X = np.array([[0.0], [1e4], [-1e6]])
    params = GMMParams(np.array([0.5, 0.5]), np.array([[0.0], [1.0]]), np.full((2, 1, 1), 1e-2))
    (js,) = both((X, params, 1.0))
    r = np.reshape(js["r"], (3, 2))
    assert r.sum(axis=1) == pytest.approx(1, abs=1e-15)
    assert r == pytest.approx(e_step(X, *params), rel=1e-9)
