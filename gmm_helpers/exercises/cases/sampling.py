"""Mixtures to sample from, in which every typical mistake shows clearly or not at all.

So weights are never nearly equal, standard deviations never near 1 (where they are their own
squares), and the variances within a component differ, so that a transposed root shows.
"""

from __future__ import annotations

import numpy as np

from ...model.params import GMMParams
from ..definition import Case

__all__ = ["sample_cases"]

# Shares of the components, to be permuted and shaken a little.
_WEIGHTS = {1: (1.0,), 2: (0.28, 0.72), 3: (0.14, 0.28, 0.58), 5: (0.06, 0.1, 0.15, 0.24, 0.45)}
_VERY_UNEQUAL = (0.04, 0.13, 0.83)
_MODERATE, _STRONG = (0.7, 0.85), (0.93, 0.97)
SHIFT = 50.0

# Name, components, features, samples, topic, layout. No number of samples is a multiple of
# the number of components: equal counts then show by the rest.
_SIZES = (
    ("three components in the plane", 3, 2, 5_003, "", "plain"),
    ("one component (K = 1)", 1, 2, 603, "components", "plain"),
    ("two components on a line (D = 1)", 2, 1, 801, "dimension", "plain"),
    ("two components in space (D = 3)", 2, 3, 901, "dimension", "plain"),
    ("five components (K = 5)", 5, 2, 1_202, "components", "plain"),
    ("very unequal weights", 3, 2, 1_000, "unequal", "plain"),
    ("strong correlations, unequal variances", 3, 2, 802, "correlated", "plain"),
    ("means far from the origin", 3, 2, 700, "units", "plain"),
    ("means and covariances of whole numbers", 3, 2, 802, "", "plain"),
    ("a single sample", 3, 2, 1, "size", "plain"),
    ("arrays that are not contiguous", 3, 2, 301, "layout", "strided"),
    ("read-only arrays", 3, 2, 302, "layout", "read-only"),
)


def sample_cases(rng: np.random.Generator) -> list[Case]:
    """Cases for functions of ``(weights, means, covariances, n_samples, rng)``."""
    cases = []
    for name, n_components, n_features, n_samples, topic, layout in _SIZES:
        mixture = _mixture(rng, name, n_components, n_features)
        seeded = np.random.default_rng(rng.integers(2**63))
        cases.append(Case(name, (*mixture, n_samples, seeded), layout, topic))
    return cases


def _mixture(rng, name: str, n_components: int, n_features: int) -> GMMParams:
    if name.endswith("whole numbers"):
        return _of_whole_numbers(rng)
    profile = _VERY_UNEQUAL if name.startswith("very unequal") else _WEIGHTS[n_components]
    bounds = _STRONG if name.startswith("strong") else _MODERATE
    shift = SHIFT if name.startswith("means far") else 0.0
    return GMMParams(
        _shaken(rng, profile),
        _means(rng, n_components, n_features) + shift,
        _covariances(rng, n_components, n_features, bounds),
    )


def _shaken(rng, profile) -> np.ndarray:
    weights = rng.permutation(profile) * rng.uniform(0.95, 1.05, size=len(profile))
    return weights / weights.sum()


def _means(rng, n_components: int, n_features: int) -> np.ndarray:
    """Means far from the origin, and of components that overlap: their labels are no guess."""
    steps = np.arange(n_components) - (n_components - 1) / 2
    places = 1.2 * np.column_stack([rng.permutation(steps) for _ in range(n_features)])
    offset = rng.choice([-1.0, 1.0], size=n_features) * rng.uniform(3.0, 5.0, size=n_features)
    return places + offset + rng.uniform(-0.3, 0.3, size=places.shape)


def _covariances(rng, n_components: int, n_features: int, bounds) -> np.ndarray:
    """Features of unlike spread within a component, components of unlike size."""
    spread = np.linspace(0.45, 1.9, n_features) if n_features > 1 else np.array([1.0])
    sizes = rng.permutation(np.geomspace(0.6, 1.7, n_components)) if n_components > 1 else [1.5]
    deviations = np.stack([size * rng.permutation(spread) for size in sizes])
    deviations = deviations * rng.uniform(0.95, 1.05, size=deviations.shape)
    signs = rng.choice([-1.0, 1.0], size=(n_components, n_features))
    strength = rng.uniform(*bounds, size=n_components)[:, None, None]
    correlations = np.where(
        np.eye(n_features), 1.0, strength * signs[:, :, None] * signs[:, None, :]
    )
    return correlations * deviations[:, :, None] * deviations[:, None, :]


def _of_whole_numbers(rng) -> GMMParams:
    means = np.round(1.5 * _means(rng, 3, 2))
    diagonal = np.stack([rng.permutation([1, 3]) for _ in range(3)])
    roots = np.zeros((3, 2, 2))
    roots[:, [0, 1], [0, 1]] = diagonal
    roots[:, 1, 0] = rng.choice([-1, 1], size=3) * rng.permutation([2, 3, 4])
    return GMMParams(_shaken(rng, _WEIGHTS[3]), means, roots @ roots.transpose(0, 2, 1))
