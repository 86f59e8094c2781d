"""Data and responsibilities that the three updates of the M-step are tried on."""

from __future__ import annotations

import numpy as np

from ...em import steps, updates
from ..definition import Case
from .integers import whole_number_cases
from .mixtures import FAR, SHIFT, random_problem, with_correlation, with_unequal_sizes

__all__ = ["covariance_cases", "mean_cases", "weight_cases"]

SMALL = 1e-4  # variances of 1e-8: there a ridge against singular matrices shows
MIN_FRACTION = 0.1  # of equal responsibilities: no component is so empty that digits are lost


def _draw_responsibilities(rng, n_samples: int, n_components: int) -> np.ndarray:
    """Draw rows that sum to one; columns differ in size, and none is nearly empty."""
    drawn = rng.dirichlet(np.arange(1, n_components + 1) / 2, size=n_samples)
    order = rng.permutation(n_components)
    return (1 - MIN_FRACTION) * drawn[:, order] + MIN_FRACTION / n_components


def _draw_nearly_empty(rng, n_samples: int) -> np.ndarray:
    """One of three components accounts for a tenth of a sample, one for nearly all samples."""
    others = rng.dirichlet([1.0, 8.0], size=n_samples)
    smallest = rng.dirichlet(np.full(n_samples, 2.0)) * rng.uniform(0.05, 0.15)
    table = np.column_stack([smallest, others * (1 - smallest)[:, None]])
    return table[:, rng.permutation(3)]


def _draw_nearly_sure(rng, n_samples: int, n_components: int) -> np.ndarray:
    """Nearly zeros and ones, with at least two ones per component.

    Not exactly zeros: a running average would begin with 0/0.
    """
    labels = np.concatenate(
        [np.repeat(np.arange(n_components), 2), rng.integers(n_components, size=n_samples)]
    )
    sure = np.eye(n_components)[rng.permutation(labels[:n_samples])]
    return 0.98 * sure + 0.02 / n_components


# Name, samples, components, topic: what can be special about responsibilities.
_TABLES = (
    ("ordinary responsibilities", 30, 3, ""),
    ("one component (K = 1)", 9, 1, "components"),
    ("two components (K = 2)", 14, 2, "components"),
    ("five components (K = 5)", 25, 5, "components"),
    ("one sample", 1, 3, "size"),
    ("fewer samples than components", 3, 4, "size"),
    ("many samples", 700, 3, "size"),
)


def weight_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(responsibilities)``."""
    cases = [
        Case(name, (_draw_responsibilities(rng, n_samples, n_components),), topic=topic)
        for name, n_samples, n_components, topic in _TABLES
    ]
    ordinary = [_draw_responsibilities(rng, n_samples, 3) for n_samples in (15, 16)]
    return [
        *cases,
        Case("components of very unequal size", (_draw_nearly_empty(rng, 20),), topic="unequal"),
        Case("responsibilities close to 0 or 1", (_draw_nearly_sure(rng, 12, 3),)),
        Case("arrays that are not contiguous", (ordinary[0],), "strided", "layout"),
        Case("read-only arrays", (ordinary[1],), "read-only", "layout"),
    ]


# Name, samples, components, features, topic.
_SIZES = (
    ("ordinary data", 30, 3, 2, ""),
    ("one feature (D = 1)", 12, 3, 1, "dimension"),
    ("three features (D = 3)", 14, 2, 3, "dimension"),
    ("one component (K = 1)", 9, 1, 2, "components"),
    ("as many components as features", 13, 2, 2, "components"),
    ("five components (K = 5)", 40, 5, 2, "components"),
    ("few samples", 4, 3, 2, "size"),
    ("many samples", 500, 3, 2, "size"),
)


def _draw_data(rng):
    """Yield name, data, responsibilities, layout and topic."""
    for name, n_samples, n_components, n_features, topic in _SIZES:
        X, params = random_problem(rng, n_samples, n_components, n_features)
        responsibilities = _draw_responsibilities(rng, n_samples, n_components)
        if not topic:  # in a picture of the ordinary case the components are apart
            responsibilities = 0.8 * steps.e_step(X, *params) + 0.2 * responsibilities
        yield name, X, responsibilities, "plain", topic
    for name, X, topic in _draw_special_data(rng):
        yield name, X, _draw_responsibilities(rng, len(X), 3), "plain", topic
    X, _ = random_problem(rng, 20, 3, 2)
    yield "components of very unequal size", X, _draw_nearly_empty(rng, 20), "plain", "unequal"
    X, _ = random_problem(rng, 12, 3, 2)
    yield "responsibilities close to 0 or 1", X, _draw_nearly_sure(rng, 12, 3), "plain", ""
    for name, layout in (
        ("arrays that are not contiguous", "strided"),
        ("read-only arrays", "read-only"),
    ):
        X, _ = random_problem(rng, 15, 3, 2)
        yield name, X, _draw_responsibilities(rng, 15, 3), layout, "layout"


def _draw_special_data(rng):
    """Yield name, data of two features for three components, and topic."""
    X, params = random_problem(rng, 20, 3, 2)
    yield "shifted data", X + SHIFT, "units"
    standardised = (X - X.mean(axis=0)) / X.std(axis=0)
    yield "data in small units", SMALL * (standardised + rng.normal(size=2)), "units"
    far = X[:18].copy()
    far[rng.integers(18)] += FAR
    yield "one sample far from the others", far, "units"
    noise = rng.normal(size=(24, 2))
    labels = rng.integers(3, size=24)
    for name, mixture, topic in (
        ("unequal determinants", with_unequal_sizes(params), "unequal"),
        ("strong correlations", with_correlation(rng, params), "correlated"),
    ):
        roots = np.linalg.cholesky(mixture.covariances)[labels]
        yield name, mixture.means[labels] + np.einsum("nij,nj->ni", roots, noise), topic


def mean_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(X, responsibilities)``."""
    cases = [
        Case(name, (X, responsibilities), layout, topic)
        for name, X, responsibilities, layout, topic in _draw_data(rng)
    ]
    X = rng.integers(-6, 7, size=(16, 2))
    return [*cases, *whole_number_cases(X, _draw_responsibilities(rng, 16, 3))]


def covariance_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(X, responsibilities, means)``."""
    # The means are those of the data and responsibilities, so every correct formula agrees.
    return [
        case._replace(arguments=(*case.arguments, updates.update_means(*case.arguments)))
        for case in mean_cases(rng)
    ]
