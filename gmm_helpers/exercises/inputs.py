"""Random mixtures, data and responsibilities that the cases are made of, and shared cases."""

from __future__ import annotations

import numpy as np

from ..params import GMMParams
from ..sampling import sample_gmm
from .definition import Case

__all__ = [
    "in_small_units",
    "mixture_cases",
    "random_mixture",
    "random_problem",
    "random_responsibilities",
    "with_outlier",
]


def random_mixture(rng: np.random.Generator, n_components: int, n_features: int) -> GMMParams:
    """Draw a mixture in which everything differs: weights, determinants, correlations."""
    weights = rng.dirichlet(np.full(n_components, 5.0))
    means = rng.normal(scale=3.0, size=(n_components, n_features))
    roots = rng.normal(size=(n_components, n_features, n_features))
    sizes = rng.uniform(0.3, 2.0, size=(n_components, 1, 1))
    covariances = sizes * (roots @ roots.transpose(0, 2, 1) + 0.3 * np.eye(n_features))
    return GMMParams(weights, means, covariances)


def random_problem(rng, n_samples: int, n_components: int, n_features: int):
    """Draw a mixture and data around it: ``(X, params)``."""
    params = random_mixture(rng, n_components, n_features)
    X = sample_gmm(*params, n_samples, rng)[0] + rng.normal(size=(n_samples, n_features))
    return X, params


def random_responsibilities(rng, n_samples: int, n_components: int) -> np.ndarray:
    """Draw responsibilities whose rows sum to one and whose columns differ in size."""
    return rng.dirichlet(np.arange(1, n_components + 1) / 2, size=n_samples)


def mixture_cases(rng) -> list[Case]:
    """Cases for functions of ``(X, weights, means, covariances)``."""
    cases = []
    for name, n_samples, n_components, n_features, offset in (
        ("an ordinary mixture", 30, 3, 2, 0.0),
        ("one component", 9, 1, 2, 0.0),
        ("five components", 25, 5, 2, 0.0),
        ("one feature", 12, 2, 1, 0.0),
        ("three features", 12, 2, 3, 0.0),
        ("samples far away", 8, 3, 2, 300.0),
        ("a single sample", 1, 3, 2, 0.0),
    ):
        X, params = random_problem(rng, n_samples, n_components, n_features)
        cases.append(Case(name, (X + offset, *params)))
    X, *params = cases[0].arguments
    cases.append(Case("one sample far from the others", (with_outlier(X), *params)))
    X, weights, means, covariances = cases[2].arguments
    X, means, covariances = in_small_units(X, means, covariances)
    cases.append(Case("narrow components", (X, weights, means, covariances)))
    return cases


def in_small_units(X, means, covariances):
    """Measure in thousandths: densities become large and their logarithms positive."""
    return 1e-3 * X, 1e-3 * means, 1e-6 * covariances


def with_outlier(X):
    """Return a copy in which the last sample is far away, where its density underflows."""
    return np.vstack([X[:-1], X[-1:] + 300.0])
