"""Mixtures to sample from, in which every typical mistake shows clearly or not at all.

So weights are never nearly equal, standard deviations are never near 1 (where they equal their
squares), and the variances within a component differ, so that a transposed root shows.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...model.params import GMMParams
from ..definition import Case
from .mixtures import SHIFT

__all__ = ["sample_cases"]

# Weights, to be permuted and varied a little.
_WEIGHTS = {1: (1.0,), 2: (0.28, 0.72), 3: (0.14, 0.28, 0.58), 5: (0.06, 0.1, 0.15, 0.24, 0.45)}
_VERY_UNEQUAL = (0.04, 0.13, 0.83)
_MODERATE, _STRONG = (0.7, 0.85), (0.93, 0.97)


class _Mixture(NamedTuple):
    """What is drawn: sizes, and what is special about the parameters."""

    n_components: int
    n_features: int
    n_samples: int
    weights: tuple[float, ...] = ()  # those of `_WEIGHTS` if empty
    correlation: tuple[float, float] = _MODERATE
    shift: float = 0.0
    is_integer: bool = False


# Name, mixture, topic, layout. The number of samples is never a multiple of the number of
# components, so that equal counts show by the remainder. The last case is tried only where those
# before it leave doubt.
_MANY = ("three components in the plane, many samples", _Mixture(3, 2, 5_003), "", "plain")
_CASES = (
    ("three components in the plane", _Mixture(3, 2, 802, is_integer=True), "", "plain"),
    ("one component (K = 1)", _Mixture(1, 2, 603), "components", "plain"),
    ("two components on a line (D = 1)", _Mixture(2, 1, 801), "dimension", "plain"),
    ("two components in space (D = 3)", _Mixture(2, 3, 901), "dimension", "plain"),
    ("five components (K = 5)", _Mixture(5, 2, 1_202), "components", "plain"),
    ("very unequal weights", _Mixture(3, 2, 1_000, weights=_VERY_UNEQUAL), "unequal", "plain"),
    (
        "strong correlations, unequal variances",
        _Mixture(3, 2, 802, correlation=_STRONG),
        "correlated",
        "plain",
    ),
    ("means far from the origin", _Mixture(3, 2, 700, shift=SHIFT), "units", "plain"),
    ("a single sample", _Mixture(3, 2, 1), "size", "plain"),
    ("arrays that are not contiguous", _Mixture(3, 2, 301), "layout", "strided"),
    ("read-only arrays", _Mixture(3, 2, 302), "layout", "read-only"),
    _MANY,
)


def sample_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(weights, means, covariances, n_samples, rng)``."""
    cases = []
    for name, mixture, topic, layout in _CASES:
        params = _draw_integer_params(rng) if mixture.is_integer else _draw_params(rng, mixture)
        generator = np.random.default_rng(rng.integers(2**63))
        cases.append(Case(name, (*params, mixture.n_samples, generator), layout, topic))
    return cases


def _draw_params(rng, mixture: _Mixture) -> GMMParams:
    n_components, n_features = mixture[:2]
    return GMMParams(
        _draw_weights(rng, mixture.weights or _WEIGHTS[n_components]),
        _draw_means(rng, n_components, n_features) + mixture.shift,
        _draw_covariances(rng, n_components, n_features, mixture.correlation),
    )


def _draw_weights(rng, profile) -> np.ndarray:
    weights = rng.permutation(profile) * rng.uniform(0.95, 1.05, size=len(profile))
    return weights / weights.sum()


def _draw_means(rng, n_components: int, n_features: int) -> np.ndarray:
    """Means far from the origin, of components that overlap: labels cannot be guessed."""
    steps = np.arange(n_components) - (n_components - 1) / 2
    places = 1.2 * np.column_stack([rng.permutation(steps) for _ in range(n_features)])
    offset = rng.choice([-1.0, 1.0], size=n_features) * rng.uniform(3.0, 5.0, size=n_features)
    return places + offset + rng.uniform(-0.3, 0.3, size=places.shape)


def _draw_covariances(rng, n_components: int, n_features: int, correlation) -> np.ndarray:
    """Features with different variances within a component, components of different sizes."""
    profile = np.linspace(0.45, 1.9, n_features) if n_features > 1 else np.array([1.0])
    sizes = rng.permutation(np.geomspace(0.6, 1.7, n_components)) if n_components > 1 else [1.5]
    deviations = np.stack([size * rng.permutation(profile) for size in sizes])
    deviations = deviations * rng.uniform(0.95, 1.05, size=deviations.shape)
    signs = rng.choice([-1.0, 1.0], size=(n_components, n_features))
    strength = rng.uniform(*correlation, size=n_components)[:, None, None]
    correlations = np.where(
        np.eye(n_features), 1.0, strength * signs[:, :, None] * signs[:, None, :]
    )
    return correlations * deviations[:, :, None] * deviations[:, None, :]


def _draw_integer_params(rng) -> GMMParams:
    """Three components in the plane, whose means and covariances are whole numbers."""
    means = np.round(1.5 * _draw_means(rng, 3, 2))
    roots = np.zeros((3, 2, 2))
    roots[:, [0, 1], [0, 1]] = np.stack([rng.permutation([2, 3]) for _ in range(3)])
    roots[:, 1, 0] = rng.choice([-1, 1], size=3) * rng.permutation([2, 3, 4])
    weights = _draw_weights(rng, _WEIGHTS[3])
    return GMMParams(weights, means, roots @ roots.transpose(0, 2, 1))
