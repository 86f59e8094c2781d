"""Log-densities of Gaussians and what is made of them, with one slot for each term.

A slot is a keyword, and a mistake is a way to fill it: ``{"half": 1.0}``. A recipe makes a function
of slots: ``gaussian_recipe(half=1.0)`` forgets the factor 1/2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, reduce
from typing import Any

import numpy as np

from ....model.density import LOG_2PI
from ...contents import Content, array_of, content_of
from ...mistake import Mistake

__all__ = [
    "by_rows",
    "followed_by",
    "gaussian",
    "gaussian_recipe",
    "inverse",
    "joint",
    "joint_recipe",
    "likelihood_recipe",
    "log_det",
    "log_sum",
    "mixture_recipe",
    "responsibility_recipe",
    "rows",
    "same",
    "shares",
    "squares",
    "ways",
]

Way = Mapping[str, Any]


def same(values):
    """Leave values as they are."""
    return values


def log_det(covariance) -> float:
    """Compute log det Σ."""
    return _kept(np.linalg.slogdet, covariance)[1]


def inverse(covariance) -> np.ndarray:
    """Compute Σ^-1."""
    return _kept(np.linalg.inv, covariance)


def _kept(function: Callable, matrix) -> Any:
    return _of_content(function, content_of(np.asarray(matrix, dtype=float)))


@lru_cache(maxsize=2048)
def _of_content(function: Callable, content: Content) -> Any:
    return function(array_of(content))


def squares(centred, matrix):
    """Compute xᵀ M x for each row x."""
    return np.einsum("nj,nj->n", centred @ matrix, centred)


def gaussian(
    X,
    mean,
    covariance,
    *,
    sigma: Callable = same,  # of the covariance, before anything else is done with it
    centre: Callable = lambda X, mean: mean,  # what is subtracted
    matrix: Callable = inverse,  # of the covariance: what stands between the differences
    distance: Callable = squares,  # of the differences and that matrix
    half=0.5,  # factor of the squared distances
    two_pi: Callable = lambda N, D: D * LOG_2PI,
    determinant: Callable = log_det,  # of the covariance
):
    """Compute log N(x_n | μ, Σ), or what mistakes in its terms make of it."""
    covariance = sigma(np.asarray(covariance, dtype=float))
    constant = two_pi(*X.shape) + determinant(covariance)
    return -0.5 * constant - half * distance(X - centre(X, mean), matrix(covariance))


def joint(
    X,
    *given,
    params: Callable = lambda *given: given,  # weights, means and covariances that are used
    weigh: Callable = lambda logs, weights: logs + np.log(weights),
    **slots,
):
    """Compute log π_k + log N(x_n | μ_k, Σ_k), shape (N, K); `slots` are those of `gaussian`."""
    weights, means, covariances = params(*given)
    contents = map(content_of, (X, means, covariances))
    logs = _densities(*contents, frozenset(slots.items())).copy()
    return weigh(logs, np.asarray(weights, dtype=float))


@lru_cache(maxsize=512)  # many mistakes have the same in common, and are tried on the same cases
def _densities(X, means, covariances, slots) -> np.ndarray:
    X, means, covariances = map(array_of, (X, means, covariances))
    components, filled = zip(means, covariances, strict=True), dict(slots)
    return np.column_stack([gaussian(X, *component, **filled) for component in components])


def log_sum(logs, axis=-1):
    """Compute log-sum-exp, with the maximum subtracted first."""
    largest = logs.max(axis=axis, keepdims=True)
    return (largest + np.log(np.exp(logs - largest).sum(axis=axis, keepdims=True))).squeeze(axis)


def shares(table, axis=1):
    """Divide by the sums over an axis."""
    return table / table.sum(axis=axis, keepdims=True)


def by_rows(logs, axis=1):
    """Compute the softmax, with the maximum subtracted first."""
    return shares(np.exp(logs - logs.max(axis=axis, keepdims=True)), axis)


def followed_by(core: Callable, **steps: Callable) -> Callable[..., Callable]:
    """Make a recipe: the core, then one step after the other, each of which is a slot as well."""

    def recipe(**slots) -> Callable:
        terms = {slot: value for slot, value in slots.items() if slot not in steps}
        chosen = [slots.get(slot, step) for slot, step in steps.items()]
        return lambda *given: reduce(
            lambda result, step: step(result), chosen, core(*given, **terms)
        )

    return recipe


# `each` is done to the values one by one, `total` puts the samples together.
gaussian_recipe = followed_by(gaussian, each=same, total=same, sign=same)
joint_recipe = followed_by(joint, each=same, total=same, sign=same)
mixture_recipe = followed_by(joint, sum=log_sum, each=same, total=same, sign=same)
likelihood_recipe = followed_by(joint, sum=log_sum, each=same, total=np.sum, sign=np.negative)
responsibility_recipe = followed_by(joint, normalise=by_rows, each=same)


def ways(slot: str, *values: Any, **others: Any) -> tuple[Way, ...]:
    """Fill a slot in several ways, the others always in the same."""
    return tuple({slot: value, **others} for value in values)


def rows(recipe: Callable, *tables: Mapping[str, Iterable[Way]]) -> tuple[Mistake, ...]:
    """Make the mistakes of an exercise from tables; ways of the same name are put together."""
    names = dict.fromkeys(name for table in tables for name in table)
    return tuple(
        Mistake(name, tuple(way for table in tables for way in table.get(name, ())), recipe)
        for name in names
    )
