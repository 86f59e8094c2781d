"""Known mistakes in `n_parameters`: in the weights, the means, the covariances, or their sum."""

from __future__ import annotations

from collections.abc import Callable

from ..recipes.gaussians import rows, same, ways

__all__ = ["MISTAKES", "counted", "symmetric"]


def symmetric(K: int, D: int) -> int:
    """Count the entries of K symmetric matrices that are free."""
    return K * D * (D + 1) // 2


def counted(
    *,
    weights: Callable = lambda K, D: K - 1,
    means: Callable = lambda K, D: K * D,
    covariances: Callable = symmetric,
    given: Callable = lambda K, D: (K, D),
    total: Callable = same,
):
    """Count parameters, or what mistakes in one of the three counts make of them."""

    def n_parameters(n_components, n_features):
        sizes = given(n_components, n_features)
        return total(weights(*sizes) + means(*sizes) + covariances(*sizes))

    return n_parameters


def _none(K, D):
    return 0


_ROWS = {
    "K weights counted": ways("weights", lambda K, D: K),
    "weights forgotten": ways("weights", _none),
    "another number of weights": ways(
        "weights", lambda K, D: K + 1, lambda K, D: K - 2, lambda K, D: 1, lambda K, D: -1
    ),
    "weights counted per feature": ways(
        "weights", lambda K, D: (K - 1) * D, lambda K, D: K * D, lambda K, D: D
    ),
    "means or diagonals forgotten": ways("means", _none),  # K D fewer, which is the same
    "means with one number each": ways("means", lambda K, D: K),
    "one mean for all components": ways("means", lambda K, D: D),
    "last component left out": (
        *ways("means", lambda K, D: (K - 1) * D),
        *ways("covariances", lambda K, D: symmetric(K - 1, D)),
        *ways("means", lambda K, D: (K - 1) * D, covariances=lambda K, D: symmetric(K - 1, D)),
    ),
    "all entries of the covariances counted": ways("covariances", lambda K, D: K * D * D),
    "diagonal covariances": ways("covariances", lambda K, D: K * D),
    "one variance per component": ways("covariances", lambda K, D: K),
    "one covariance for all components": ways(
        "covariances", lambda K, D: symmetric(1, D), lambda K, D: D * D
    ),
    "covariances forgotten": ways("covariances", _none),
    "symmetric entries not halved": ways("covariances", lambda K, D: K * D * (D + 1)),
    "half of all entries": ways(
        "covariances",
        lambda K, D: K * D * D / 2,
        lambda K, D: K * D * D // 2,
        lambda K, D: K * (D * D // 2),
    ),
    "diagonal counted twice": ways(
        "covariances",
        lambda K, D: symmetric(K, D) + K * D,
        lambda K, D: K * (D + 1) * (D + 2) // 2,
    ),
    "counted for one component only": (
        *ways("means", lambda K, D: D, covariances=lambda K, D: symmetric(1, D)),
        *ways("means", lambda K, D: D, covariances=lambda K, D: D * D),
    ),
    "K and D exchanged": ways("given", lambda K, D: (D, K)),
    "multiplied instead of added": ways(
        "covariances",
        lambda K, D: (K - 1) * K * D * symmetric(K, D),
        lambda K, D: K * K * D * symmetric(K, D),
        weights=_none,
        means=_none,
    ),
    "float returned": ways("total", float),
}

MISTAKES = rows(counted, _ROWS)
