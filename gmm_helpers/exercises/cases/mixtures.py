"""Random mixtures and data that the cases are made of, and shared cases.

No formula is led to divide by zero, and all numbers stay within what every correct formula
computes to many digits: every correct style must be accepted.
"""

from __future__ import annotations

import numpy as np

from ...model.params import GMMParams
from ...model.sampling import sample_gmm
from ..definition import Case
from .integers import whole_number_cases

__all__ = [
    "FAR_SHARE",
    "far_between_two",
    "mixture_cases",
    "random_mixture",
    "random_problem",
    "rescale",
    "total_cases",
    "whole_numbers",
    "with_correlation",
    "with_outlier",
    "with_unequal_sizes",
]

FAR_SHARE = 1 / 3  # of the points, where underflow is what the exercise teaches
FAR = 300.0  # log-densities there are below -1e4
NEAR = 1000.0  # the largest squared distance elsewhere: exp(-500) is no underflow
SHIFT = 50.0  # far from the origin, near enough for Xᵀ X - N m mᵀ to keep its digits


def random_mixture(
    rng: np.random.Generator, n_components: int, n_features: int, apart: float = 3.0
) -> GMMParams:
    """Draw a mixture in which everything differs: weights, determinants, correlations."""
    weights = rng.dirichlet(np.full(n_components, 5.0))
    means = rng.normal(scale=apart, size=(n_components, n_features))
    roots = rng.normal(size=(n_components, n_features, n_features))
    sizes = rng.uniform(0.3, 2.0, size=(n_components, 1, 1))
    covariances = sizes * (roots @ roots.transpose(0, 2, 1) + 0.3 * np.eye(n_features))
    return GMMParams(weights, means, covariances)


def random_problem(rng, n_samples: int, n_components: int, n_features: int, apart: float = 3.0):
    """Draw a mixture and data around it: ``(X, params)``."""
    params = random_mixture(rng, n_components, n_features, apart)
    X = sample_gmm(*params, n_samples, rng)[0] + rng.normal(size=(n_samples, n_features))
    return X, params


# Name, samples, components, features, shift of the mixture and its data, topic.
_SIZES = (
    ("an ordinary mixture", 30, 3, 2, 0.0, ""),
    ("one feature (D = 1)", 12, 2, 1, 0.0, "dimension"),
    ("three features (D = 3)", 12, 2, 3, 0.0, "dimension"),
    ("one component (K = 1)", 9, 1, 2, 0.0, "components"),
    ("five components (K = 5)", 25, 5, 2, 0.0, "components"),
    ("shifted data", 20, 3, 2, SHIFT, "units"),
    ("two samples", 2, 3, 2, 0.0, "size"),
    ("many samples", 450, 3, 2, 0.0, "size"),
)


def mixture_cases(rng) -> list[Case]:
    """Make cases for functions of ``(X, weights, means, covariances)``."""
    cases = []
    for name, n_samples, n_components, n_features, shift, topic in _SIZES:
        # The ordinary components overlap, so that a picture shows who is responsible for what.
        apart = 3.0 if topic else 1.5
        X, params = _drawn_near(*random_problem(rng, n_samples, n_components, n_features, apart))
        params = params._replace(means=params.means + shift)
        cases.append(Case(name, (X + shift, *params), topic=topic))
    X, params = _drawn_near(*random_problem(rng, 25, 3, 2))
    weights = np.array([0.02, 0.9, 0.08])[rng.permutation(3)]
    unequal = _drawn_near(X, with_unequal_sizes(params))
    correlated = _drawn_near(X, with_correlation(rng, params))
    cases += [
        Case("very unequal weights", (X, weights, *params[1:]), topic="unequal"),
        Case("unequal determinants", (unequal[0], *unequal[1]), topic="unequal"),
        Case("strong correlations", (correlated[0], *correlated[1]), topic="correlated"),
        Case("samples far away", (X[:8] + FAR, *params), topic="far"),
        Case("one sample far from the others", (with_outlier(X), *params), topic="far"),
        Case("far away, between two components", far_between_two(rng), topic="far"),
        Case("narrow components", rescale((X, *params), scale=1e-3), topic="units"),
        *whole_number_cases(*whole_numbers(rng)),
    ]
    X, params = _drawn_near(*random_problem(rng, 15, 3, 2))
    cases.append(Case("arrays that are not contiguous", (X, *params), "strided", "layout"))
    X, params = _drawn_near(*random_problem(rng, 15, 3, 2))
    cases.append(Case("read-only arrays", (X, *params), "read-only", "layout"))
    return cases


def total_cases(rng) -> list[Case]:
    """Make the same cases, and one in which the samples lie close to the means.

    What is added to every covariance raises the log-density of samples far from the means, and
    lowers that of others. In a total it can cancel, but not where all samples are near.
    """
    cases = mixture_cases(rng)
    params = random_mixture(rng, 3, 2, apart=3.0)
    X = np.repeat(params.means, 4, axis=0) + 0.1 * rng.normal(size=(12, 2))
    narrow = rescale((X, *params), scale=1e-3)
    return [*cases, Case("samples close to narrow means", narrow, topic="units")]


def _drawn_near(X, params: GMMParams) -> tuple:
    """Draw samples and means together where a density would underflow: that is a lesson of its own.

    No factor of it then depends on the draw.
    """
    apart = X[:, None] - params.means
    solved = np.linalg.solve(params.covariances, apart.transpose(1, 2, 0)).transpose(2, 0, 1)
    largest = (apart * solved).sum(axis=2).max()
    factor = min(1.0, np.sqrt(NEAR / largest))
    return factor * X, params._replace(means=factor * params.means)


def with_unequal_sizes(params: GMMParams) -> GMMParams:
    """Make the determinants differ by factors of thousands."""
    factors = np.geomspace(0.05, 5.0, params.n_components)
    return params._replace(covariances=params.covariances * factors[:, None, None])


def with_correlation(rng, params: GMMParams) -> GMMParams:
    """Give every component a correlation of 0.95 or -0.95 and unequal variances."""
    deviations = rng.uniform(0.5, 2.0, size=params.means.shape)
    signs = rng.choice([-0.95, 0.95], size=params.n_components)
    correlations = np.where(np.eye(params.n_features), 1.0, signs[:, None, None])
    return params._replace(
        covariances=correlations * deviations[:, :, None] * deviations[:, None, :]
    )


def far_between_two(rng) -> tuple:
    """Draw samples whose densities all underflow, but that belong to both components.

    Two components have the same covariance, so the logarithm of their ratio is linear in x,
    and far along its zero line lie samples that belong to both.
    """
    params = random_mixture(rng, 2, 2)
    covariances = np.stack([params.covariances[0]] * 2)
    normal = np.linalg.solve(covariances[0], params.means[1] - params.means[0])
    along = np.array([-normal[1], normal[0]]) / np.linalg.norm(normal)
    across = normal / (normal @ normal)
    middle = params.means.mean(axis=0) - across * np.log(params.weights[1] / params.weights[0])
    steps = rng.uniform(1.0, 1.5, size=(6, 1)) * FAR
    X = middle + steps * along + rng.uniform(-1.5, 1.5, size=(6, 1)) * across
    return X, params.weights, params.means, covariances


def whole_numbers(rng) -> tuple:
    """Draw whole numbers: data of dtype int, means and covariances as floats."""
    X = rng.integers(-6, 7, size=(14, 2))
    means = rng.integers(-4, 5, size=(3, 2)).astype(float)
    roots = rng.integers(1, 3, size=(3, 2, 2)) * np.array([[1.0, 0.0], [1.0, 1.0]])
    return X, rng.dirichlet(np.full(3, 5.0)), means, roots @ roots.transpose(0, 2, 1)


def rescale(problem: tuple, shift: float = 0.0, scale: float = 1.0) -> tuple:
    """Measure data and mixture in other units; in small ones log-densities become positive."""
    X, weights, means, covariances = problem
    return scale * X + shift, weights, scale * means + shift, scale**2 * covariances


def with_outlier(X):
    """Return a copy in which the last sample is far away, where its density underflows."""
    return np.vstack([X[:-1], X[-1:] + FAR])
