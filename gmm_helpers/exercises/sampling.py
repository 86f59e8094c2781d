"""Exercises of notebook 01: sampling and densities."""

from __future__ import annotations

import copy

import numpy as np

from .. import density, sampling
from ..params import GMMParams
from .definition import Case, Exercise
from .plain import Unusable, as_plain
from .inputs import (
    mixture_cases,
    random_mixture,
    random_problem,
    with_outlier,
)

__all__ = ["EXERCISES"]

N_SAMPLES = 4_000
# In standard errors: a right function fails one entry in two million.
N_ERRORS = 5.5
# Counts of the components, over many small samples. Drawn counts fall below these sums of
# chi-squared once in ten million; counts that are only rounded stay far below.
N_SMALL, N_REPEATS = 40, 60
CHI_SQUARED_FLOOR = {2: 18.0, 3: 54.0}


def _density_cases(rng):
    cases = []
    for name, n_features, offset in (
        ("two features", 2, 0.0),
        ("one feature", 1, 0.0),
        ("three features", 3, 0.0),
        ("samples far away", 2, 300.0),
    ):
        X, params = random_problem(rng, 7, 1, n_features)
        cases.append(Case(name, (X + offset, params.means[0], params.covariances[0])))
    X, mean, covariance = cases[0].arguments
    cases.append(Case("one sample far from the others", (with_outlier(X), mean, covariance)))
    cases.append(Case("a single sample", (X[:1], mean, covariance)))
    cases.append(Case("a narrow Gaussian", (1e-3 * X, 1e-3 * mean, 1e-6 * covariance)))
    cases.append(Case("read-only arrays", (X, mean, covariance), "read-only", "layout"))
    return cases


def _sample_cases(rng):
    cases = []
    for name, n_components, n_features in (
        ("three components in the plane", 3, 2),
        ("one component", 1, 2),
        ("two components on a line", 2, 1),
    ):
        params = random_mixture(rng, n_components, n_features)
        seeded = np.random.default_rng(rng.integers(2**63))
        cases.append(Case(name, (*params, N_SAMPLES, seeded), "read-only"))
    return cases


def _sample_often(function, arguments):
    """Draw one large sample, two from equal generators, and many small ones."""
    *mixture, n_samples, rng = arguments

    def draw(n_samples, rng):
        return as_plain(function(*mixture, n_samples, rng), n_results=2)

    twice = [draw(N_SMALL, copy.deepcopy(rng)) for _ in range(2)]
    many = [draw(N_SMALL, rng) for _ in range(N_REPEATS)]
    return draw(n_samples, rng), twice, many


def _judge_sample(case: Case, got, _expected) -> str | None:
    large, (first, second), small = got
    params, n_samples = GMMParams(*case.arguments[:3]), case.arguments[3]
    for output, size in ((large, n_samples), (first, N_SMALL), (second, N_SMALL)):
        problem = _judge_form(output, size, params)
        if problem:
            return problem
    X, labels = large[0], large[1].astype(int)
    if not np.array_equal(first[0], second[0]):
        return (
            "two generators in the same state gave different samples: take all randomness from rng."
        )
    counts = np.bincount(labels, minlength=params.n_components)
    error = np.sqrt(n_samples * params.weights * (1 - params.weights))
    if (np.abs(counts - n_samples * params.weights) > N_ERRORS * error + 1e-9).any():
        shares = np.array2string(counts / n_samples, precision=3)
        asked = np.array2string(params.weights, precision=3)
        return f"components have shares {shares} of the samples, but weights {asked}."
    if params.n_components > 1 and (np.diff(labels) != 0).sum() <= 2 * params.n_components:
        return "the samples come component after component: each needs a draw of its own."
    for k in range(params.n_components):
        problem = _judge_component(k, X[labels == k], params)
        if problem:
            return problem
    return _judge_repeats(small, params)


def _judge_repeats(small, params: GMMParams) -> str | None:
    """Samples must differ from call to call, and so must the components' counts."""
    for output in small:
        problem = _judge_form(output, N_SMALL, params)
        if problem:
            return problem
    if np.array_equal(small[0][0], small[1][0]):
        return "every call gives the same samples, whatever rng is: take all randomness from rng."
    if params.n_components == 1:
        return None
    expected = N_SMALL * params.weights
    counts = [
        np.bincount(labels.astype(int), minlength=params.n_components)
        for _, labels in small
    ]
    chi_squared = ((counts - expected) ** 2 / expected).sum()
    if chi_squared < CHI_SQUARED_FLOOR[params.n_components]:
        return (
            f"in {N_REPEATS} samples of {N_SMALL} the components' counts hardly vary: they must "
            "be drawn, not fixed in advance."
        )
    return None


def _judge_form(output, n_samples, params) -> str | None:
    if isinstance(output, Unusable):
        return f"the result is {output.what}; expected two results: return X, labels."
    X, labels = (None if isinstance(values, Unusable) else values for values in output)
    if X is None or X.shape != (n_samples, params.n_features):
        got = "no array of numbers" if X is None else f"shape {X.shape}"
        return f"X: expected shape {(n_samples, params.n_features)}, got {got}."
    if labels is None or labels.shape != (n_samples,):
        got = "no array of numbers" if labels is None else f"shape {labels.shape}"
        return f"labels: expected shape {(n_samples,)}, got {got}."
    if not np.isin(labels, np.arange(params.n_components)).all():
        return f"labels: expected whole numbers from 0 to {params.n_components - 1}."
    return None if np.isfinite(X).all() else "X holds NaN or infinity."


def _judge_component(k: int, X, params: GMMParams) -> str | None:
    """Whiten the samples of a component: they must have mean 0 and covariance I."""
    factor = density.cholesky_factors(params.covariances)[k]
    white = np.linalg.solve(factor, (X - params.means[k]).T).T
    n = len(white)
    if np.abs(white.mean(axis=0)).max() > N_ERRORS / np.sqrt(n):
        return f"the samples labelled {k} do not have the mean of component {k}."
    spread = white.T @ white / n - np.eye(params.n_features)
    # The variance of a product of two standard normals is 1, of a square 2.
    if np.abs(spread).max() > N_ERRORS * np.sqrt(2 / n):
        return f"the samples labelled {k} do not have the covariance of component {k}."
    return None


EXERCISES = (
    Exercise(
        "sample_gmm",
        4,
        sampling.sample_gmm,
        _sample_cases,
        compare=_judge_sample,
        call=_sample_often,
    ),
    Exercise("gaussian_log_density", 3, density.gaussian_log_density, _density_cases),
    Exercise("mixture_log_density", 3, density.mixture_log_density, mixture_cases),
)
