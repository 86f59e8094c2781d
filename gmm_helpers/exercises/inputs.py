"""Random mixtures, data and responsibilities that the cases are made of."""

from __future__ import annotations

import numpy as np

from ..params import GMMParams
from ..sampling import sample_gmm

__all__ = ["random_mixture", "random_problem", "random_responsibilities"]


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
