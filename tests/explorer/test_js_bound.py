"""The bound of the negative log-likelihood as a function of one parameter."""

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from support import oracles
from support.javascript import in_node

from gmm_helpers import STARTS, GMMParams, e_step, em_step
from gmm_helpers.explorer.table import params_table

RNG = np.random.default_rng(4)
KINDS = ("weight", "mean", "variance")
BODY = """
  const [samples, row, r] = [data(value.X), floats(value.row), floats(value.r)];
  return value.asked.map(({ parameter, values }) => {
    const { nll, bound: bounds } = bound.curves(samples, row, value.K, r, parameter, values);
    const best = bound.minimumOfBound(samples, row, value.K, r, parameter);
    return { nll, bounds, best, place: bound.placeOf(parameter, value.K, samples.D) };
  });
"""


def curves(X, params, r, asked):
    value = {
        "X": X,
        "row": params_table([params])[0],
        "K": params.n_components,
        "r": r,
        "asked": asked,
    }
    return in_node(BODY, value, "em/bound")


def with_value(params, kind, k, i, value):
    weights, means, covariances = (np.array(values) for values in params)
    if kind == "weight":
        weights *= (1 - value) / (1 - weights[k])
        weights[k] = value
    elif kind == "mean":
        means[k, i] = value
    else:
        covariances[k, i, i] = value
    return GMMParams(weights, means, covariances)


def bound_of(X, params, r):
    logs = oracles.weighted_log_prob(X, *params)
    return np.where(r > 0, r * (np.log(np.maximum(r, 1e-300)) - logs), 0).sum()


def value_of(params, kind, k, i):
    return {
        "weight": params.weights[k],
        "mean": params.means[k, i],
        "variance": params.covariances[k, i, i],
    }[kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("D", [1, 2, 4])
def test_curves_and_minimum_are_those_of_plain_formulas(kind, D):
    X = np.concatenate([RNG.normal(2 * k, 1, (25, D)) for k in range(3)])
    params = STARTS["k-means++"](X, 3, 1)
    params = em_step(X, *em_step(X, *params))
    k, i = 1, D - 1
    here = value_of(params, kind, k, i)
    r = e_step(X, *params)
    values = here + np.linspace(-0.3, 0.3, 7) * (1 if kind == "mean" else here)
    parameter = {"kind": kind, "component": k, "feature": i}
    (found,) = curves(X, params, r, [{"parameter": parameter, "values": values}])
    mixtures = [with_value(params, kind, k, i, value) for value in values]
    assert params_table([params])[0][found["place"]] == here
    assert found["nll"] == pytest.approx(
        [oracles.negative_log_likelihood(X, *p) for p in mixtures], rel=1e-11
    )
    assert found["bounds"] == pytest.approx([bound_of(X, p, r) for p in mixtures], rel=1e-11)
    assert found["bounds"][3] == pytest.approx(found["nll"][3], rel=1e-13)  # it touches here
    assert (np.array(found["bounds"]) >= np.array(found["nll"]) - 1e-9).all()
    best = found["best"]
    width = 0.5 * min(best, 1 - best) if kind == "weight" else 0.2 * (1 if kind == "mean" else best)
    search = minimize_scalar(
        lambda value: bound_of(X, with_value(params, kind, k, i, value), r),
        bounds=(best - width, best + width),
        method="bounded",
        options={"xatol": 1e-9},
    )
    assert best == pytest.approx(search.x, abs=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_the_m_step_of_one_feature_goes_to_the_minimum(kind):
    X = RNG.normal(size=(60, 1))
    params = STARTS["random points"](X, 2, 0)
    r = e_step(X, *params)
    new = em_step(X, *params)
    # The variance is taken around the new mean.
    at = params._replace(means=new.means) if kind == "variance" else params
    (found,) = curves(
        X, at, r, [{"parameter": {"kind": kind, "component": 1, "feature": 0}, "values": [0.5]}]
    )
    assert found["best"] == pytest.approx(value_of(new, kind, 1, 0), rel=1e-12)


def test_where_there_is_no_mixture_there_is_no_number():
    X = RNG.normal(size=(20, 2))
    slanted = np.array([[[1.0, 0.9], [0.9, 1.0]]] * 2)
    params = GMMParams(np.array([0.5, 0.5]), np.zeros((2, 2)), slanted)
    asked = [
        {
            "parameter": {"kind": "variance", "component": 0, "feature": 0},
            "values": [-1, 0, 0.8, 0.82],
        },
        {"parameter": {"kind": "weight", "component": 0}, "values": [-0.1, 1.1, 0.3]},
    ]
    variance, weight = curves(X, params, e_step(X, *params), asked)
    assert [value is None for value in variance["nll"]] == [True, True, True, False]
    assert [value is None for value in weight["bounds"]] == [True, True, False]
