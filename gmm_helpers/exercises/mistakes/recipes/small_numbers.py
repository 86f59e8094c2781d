"""Small numbers that are added against division by zero or singular matrices, wherever they may be.

Each way takes the number and returns a wrong function, so that any number can be recognised.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ...mistake import SmallNumber
from .gaussians import gaussian_recipe, joint, log_det, log_sum
from .m_step import counts, covariances_around, scatter
from .raised_steps import OTHER_HALVES, RAISED_HALVES, divided, loop, means_over, one

__all__ = ["SMALL_NUMBERS"]

Way = Callable[[float], Callable]


def _eye(covariances):
    return np.eye(np.shape(covariances)[-1])


def _factor_raised(covariance, c):
    factor = np.linalg.cholesky(covariance) + c * _eye(covariance)
    return factor @ factor.T


# A number added to the covariance, or to a part of what is made of it: slots of `gaussian`.
_RAISED: tuple[Callable[[float], dict], ...] = (
    lambda c: {"sigma": lambda covariance: covariance + c * _eye(covariance)},
    lambda c: {"sigma": lambda covariance: covariance + c},
    lambda c: {"sigma": lambda covariance: _factor_raised(covariance, c)},
    lambda c: {"matrix": lambda covariance: np.linalg.inv(covariance + c * _eye(covariance))},
    lambda c: {"determinant": lambda covariance: log_det(covariance + c * _eye(covariance))},
)


def _shares(logs):
    return np.exp(logs - log_sum(logs)[:, None])


def _rows_normalised(table):
    return table / table.sum(axis=1, keepdims=True)


def _sum_raised(logs, c):
    """Log-sum-exp with a number added to the sum of terms, of which the largest is 1."""
    total = log_sum(logs)
    return total + np.log1p(c * np.exp(logs.max(axis=1) - total))


_OF_JOINT: dict[str, Callable] = {
    "weighted_log_prob": lambda logs: logs,
    "mixture_log_density": log_sum,
    "negative_log_likelihood": lambda logs: -log_sum(logs).sum(),
    "e_step": _shares,
}


def _on_covariances(make) -> tuple[Way, ...]:
    return tuple(
        lambda c, raised=raised: lambda *given: make(joint(*given, **raised(c)))
        for raised in _RAISED
    )


def _on_weights(make) -> Way:
    return lambda c: lambda *given: make(joint(*given, weigh=lambda logs, w: logs + np.log(w + c)))


_ON_SHARES: tuple[Way, ...] = (
    lambda c: lambda *given: _shares(joint(*given)) + c,
    lambda c: lambda *given: _rows_normalised(_shares(joint(*given)) + c),
    lambda c: lambda *given: _shares(joint(*given)) / (1 + c),
)


_RAISED_SUMS: dict[str, Callable] = {
    "mixture_log_density": _sum_raised,
    "negative_log_likelihood": lambda logs, c: -_sum_raised(logs, c).sum(),
    "e_step": lambda logs, c: divided(_shares(logs), c),
}


def _on_sums(name: str) -> tuple[Way, ...]:
    """On the sum of the terms, and on the weights, too."""
    make = _RAISED_SUMS.get(name)
    return (
        (
            lambda c: lambda *given: make(joint(*given), c),
            lambda c: (
                lambda *given: make(joint(*given, weigh=lambda logs, w: logs + np.log(w + c)), c)
            ),
        )
        if make
        else ()
    )


_WEIGHTS: tuple[Way, ...] = (
    lambda c: lambda r: r.mean(axis=0) + c,
    lambda c: lambda r: (r + c).sum(axis=0) / (r + c).sum(),
    lambda c: lambda r: (r.sum(axis=0) + c) / len(r),
    lambda c: lambda r: (r.sum(axis=0) + c) / (r.sum() + c * r.shape[1]),
    lambda c: lambda r: r.sum(axis=0) / (len(r) + c),
)
_MEANS: tuple[Way, ...] = (
    lambda c: lambda X, r: means_over(X, r, r.sum(axis=0) + c),
    lambda c: lambda X, r: means_over(X, r + c, (r + c).sum(axis=0)),
    lambda c: lambda X, r: means_over(X, r + c, r.sum(axis=0)),
    lambda c: lambda X, r: means_over(X, r, r.sum(axis=0)) + c,
)
_DIAGONALS: tuple[Way, ...] = (
    lambda c: lambda X, r, means: covariances_around(X, r, means) + c * np.eye(X.shape[1]),
    lambda c: lambda X, r, means: covariances_around(X, r, means) + c,
    # In the divisor, too.
    lambda c: lambda X, r, means: scatter(X, r, means) / (counts(r) + c) + c * np.eye(X.shape[1]),
)
_COUNTS: tuple[Way, ...] = (
    lambda c: lambda X, r, means: scatter(X, r, means) / (counts(r) + c),
    lambda c: lambda X, r, means: covariances_around(X, r + c, means),
    lambda c: lambda X, r, means: scatter(X, r + c, means) / counts(r),
)


_RIDGE = (
    "A small number is added to the covariances, as a guard against singular matrices (reg_covar "
    "does that). What counts as small depends on the units, and here nothing needs it: compute "
    "with the covariances as they are."
)
_GUARD = (
    "A small number (an epsilon) is added to weights, counts or responsibilities, as a guard "
    "against zeros. It changes the result a little everywhere, and here nothing needs it."
)


def _small(ridge_name: str, ridges, guards=()) -> tuple[SmallNumber, ...]:
    guard = (SmallNumber("small number added", _GUARD, tuple(guards), False),) if guards else ()
    return (SmallNumber(ridge_name, _RIDGE, tuple(ridges), True), *guard)


_DENSITY = "number added to the covariance"
SMALL_NUMBERS: Mapping[str, tuple[SmallNumber, ...]] = {
    "gaussian_log_density": _small(
        _DENSITY, (lambda c, raised=raised: gaussian_recipe(**raised(c)) for raised in _RAISED)
    ),
    **{
        name: _small(
            _DENSITY,
            _on_covariances(make),
            (_on_weights(make), *_on_sums(name), *(_ON_SHARES if name == "e_step" else ())),
        )
        for name, make in _OF_JOINT.items()
    },
    "update_weights": (SmallNumber("small number added", _GUARD, _WEIGHTS, False),),
    "update_means": (SmallNumber("small number added", _GUARD, _MEANS, False),),
    "update_covariances": _small("ridge added", _DIAGONALS, _COUNTS),
    "em_step": _small(
        "something added to the covariances",
        (one(*halves) for halves in RAISED_HALVES),
        (one(*halves) for halves in OTHER_HALVES),
    ),
    "fit_em": _small(
        "ridge added",
        (loop(*halves) for halves in RAISED_HALVES),
        (loop(*halves) for halves in OTHER_HALVES),
    ),
}
