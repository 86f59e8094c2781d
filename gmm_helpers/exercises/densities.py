"""Exercises of notebook 01 on densities: of one Gaussian, and of a mixture."""

from __future__ import annotations

import numpy as np

from ..model import density
from .cases.mixtures import SHIFT, mixture_cases
from .definition import Case, Exercise
from .mistakes.gaussian_log_density import catalogue as density_mistakes
from .mistakes.mixture_log_density import catalogue as mixture_mistakes
from .symptoms.densities import gaussian_symptom, mixture_symptom, same_mistake

__all__ = ["EXERCISES"]

FAR = 200.0  # in standard deviations: log-densities near -2e4


def _gaussian(rng, n_samples: int, n_features: int):
    """Draw a Gaussian in which variances and correlations differ, and samples around it."""
    mean = rng.normal(scale=3.0, size=n_features)
    roots = rng.normal(size=(n_features, n_features))
    covariance = rng.uniform(0.5, 2.0) * (roots @ roots.T + 0.3 * np.eye(n_features))
    return _around(rng, mean, covariance, n_samples), mean, covariance


def _around(rng, mean, covariance, n_samples: int, deviations: float = 1.0):
    noise = rng.normal(size=(n_samples, len(mean)))
    return mean + deviations * noise @ np.linalg.cholesky(covariance).T


def _moved_away(rng, X, mean, covariance):
    """Put samples so far from the mean that their densities underflow, however it is turned."""
    directions = rng.normal(size=X.shape)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    steps = rng.uniform(FAR, 1.3 * FAR, size=(len(X), 1))
    return mean + steps * directions @ np.linalg.cholesky(covariance).T


# Name, samples, features, topic.
_SIZES = (
    ("an ordinary Gaussian", 9, 2, ""),
    ("one feature (D = 1)", 8, 1, "dimension"),
    ("three features (D = 3)", 10, 3, "dimension"),
    ("six features (D = 6)", 11, 6, "dimension"),
    ("three samples", 3, 2, "size"),
    ("many samples", 400, 2, "size"),
)


def _of_sizes(rng) -> list[Case]:
    return [
        Case(name, _gaussian(rng, n_samples, n_features), topic=topic)
        for name, n_samples, n_features, topic in _SIZES
    ]


def _of_forms(rng) -> list[Case]:
    """Covariances in which some mistakes show best, and some in which one alone shows."""
    _, mean, covariance = _gaussian(rng, 1, 2)
    root = np.sqrt(np.linalg.det(covariance))
    deviations = rng.permutation([0.2, 3.0])
    correlated = np.outer(deviations, deviations) * [[1, 0.95], [0.95, 1]]
    forms = (
        ("a strong correlation", correlated, "correlated"),
        ("uncorrelated features", np.diag(rng.permutation([0.3, 4.0])), "correlated"),
        ("a wide Gaussian", 40 / root * covariance, "units"),
        ("a covariance with determinant one", covariance / root, "units"),
    )
    return [
        Case(name, (_around(rng, mean, form, 7), mean, form), topic=topic)
        for name, form, topic in forms
    ]


def _of_places(rng) -> list[Case]:
    X, mean, covariance = _gaussian(rng, 8, 2)
    far = _moved_away(rng, X, mean, covariance)
    return [
        # There the distance is zero, and what is wrong is the normalisation.
        Case("a single sample, at the mean", (mean[None].copy(), mean, covariance), topic="size"),
        Case("samples far away", (far, mean, covariance), topic="far"),
        Case(
            "one sample far from the others",
            (np.vstack([X[:-1], far[-1:]]), mean, covariance),
            topic="far",
        ),
        Case("shifted data", (X + SHIFT, mean + SHIFT, covariance), topic="units"),
        Case("a narrow Gaussian", (1e-3 * X, 1e-3 * mean, 1e-6 * covariance), topic="units"),
    ]


def _of_forms_of_input(rng) -> list[Case]:
    root = np.array([[1.0, 0.0], [1.0, 1.0]]) * rng.integers(1, 3, size=(2, 1))
    mean = rng.integers(-4, 5, size=2).astype(float)
    integers = rng.integers(-6, 7, size=(7, 2)), mean, root @ root.T
    return [
        Case("whole numbers (dtype int)", integers, topic="integers"),
        Case("arrays that are not contiguous", _gaussian(rng, 6, 2), "strided", "layout"),
        Case("read-only arrays", _gaussian(rng, 7, 2), "read-only", "layout"),
    ]


def gaussian_cases(rng) -> list[Case]:
    """Cases for functions of ``(X, mean, covariance)``."""
    return [*_of_sizes(rng), *_of_forms(rng), *_of_places(rng), *_of_forms_of_input(rng)]


EXERCISES = (
    Exercise(
        "gaussian_log_density",
        3,
        density.gaussian_log_density,
        gaussian_cases,
        hints=(
            "The formula has three terms. Two of them are numbers that all samples share: compute "
            "these first. Which one needs x?",
            "The squared distance is one number for each sample: x - μ, weighed with the inverse "
            "of Σ, times x - μ again, summed over the features. What shape has X minus the mean?",
            "Solve L z = x - μ for all samples at once: with the differences as columns z has "
            "shape (D, N). Square it, and sum over the D features.",
            "log det Σ is twice the sum of the logarithms of the diagonal of L. Add D log 2π and "
            "the squared distances, and multiply everything by -1/2. No exponential is needed.",
        ),
        misconceptions=density_mistakes.MISTAKES,
        agree=same_mistake(density.gaussian_log_density),
        symptom=gaussian_symptom,
    ),
    Exercise(
        "mixture_log_density",
        3,
        density.mixture_log_density,
        mixture_cases,
        hints=(
            "For one sample: which K numbers are added up, and where does the logarithm stand?",
            "Multiplying with a weight means adding its logarithm. That gives a table a_nk with a "
            "row for each sample and a column for each component, shape (N, K).",
            "log p(x_n) is the log-sum-exp of row n: over the components, so over axis 1.",
            "Take the largest entry of each row out before you exponentiate, sum, take the "
            "logarithm, and add the largest entry again. Mind the shapes (N,) and (N, 1).",
        ),
        misconceptions=mixture_mistakes.MISTAKES,
        agree=same_mistake(density.mixture_log_density),
        symptom=mixture_symptom,
    ),
)
