"""Weighted moments, with one slot for each term: all that the updates of the M-step compute."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any, NamedTuple

import numpy as np

__all__ = ["RECIPES", "Given", "moment", "outer", "ways"]


class Given(NamedTuple):
    """What centres and divisors are computed from: arguments, weights that are used, and counts."""

    X: np.ndarray
    r: np.ndarray
    means: np.ndarray
    w: np.ndarray
    N: int
    K: int
    D: int
    N_k: np.ndarray  # of the weights that are used
    plain: np.ndarray  # N_k of the responsibilities as they are given
    total: float  # of the weights that are used


def outer(rows):
    """Multiply every row with itself, which makes a matrix."""
    return rows[..., :, None] * rows[..., None, :]


# What is summed, and what the sum is divided by: for weights, means and covariances.
_TERMS: tuple[Callable, ...] = (lambda d: np.ones(d.shape[:2]), lambda d: d, outer)
_DIVISORS = ("N", "N_k", "N_k")


def moment(
    order: int,  # 0, 1 or 2: weights, means or covariances
    *,
    weights: Callable = lambda r: r,  # what the responsibilities are spoilt to
    rows: slice = slice(None),  # of the samples that are used
    data: Callable = lambda X: X,  # what the samples are spoilt to
    centre: Callable = lambda g: g.means,  # subtracted from the samples; nothing for means
    term: Callable | None = None,  # of the deviations, shape (N, K, D), that is summed
    total: Callable = np.sum,  # over axis 0 of the weighted terms, shape (N, K, ...)
    divisor: Callable | str | float | None = None,  # of a `Given`, or the name of a part of it
    post: Callable = lambda result: result,  # done to the result
) -> Callable:
    """Make an update of the M-step, or what a mistake makes of it.

    A divisor with one number per component is lined up with the components.
    """
    term = term or _TERMS[order]
    divided_by: Any = divisor or _DIVISORS[order]

    def update(*arguments):
        X = data(np.asarray(arguments[0], dtype=float))
        r = arguments[min(order, 1)]
        shape = (r.shape[1], X.shape[1])
        w = weights(r[rows])
        g = Given(
            *(X, r, arguments[2] if order == 2 else np.zeros(shape), w, len(r), *shape),
            *(w.sum(axis=0), r.sum(axis=0), w.sum()),
        )
        terms = term(X[rows, None] - np.broadcast_to(centre(g), shape))
        n_axes = terms.ndim - 2
        sums = total(w.reshape(*w.shape, *[1] * n_axes) * terms, axis=0)
        by = getattr(g, divided_by) if isinstance(divided_by, str) else divided_by
        by = np.asarray(by(g) if callable(by) else by)
        return post(sums / (by.reshape(-1, *[1] * n_axes) if by.ndim == 1 else by))

    return update


# One recipe per exercise, so that its rows are known to be of the same formula.
RECIPES = {
    "update_weights": partial(moment, 0),
    "update_means": partial(moment, 1),
    "update_covariances": partial(moment, 2),
}


def ways(**slots) -> tuple[dict[str, Any], ...]:
    """Turn slots: a tuple holds values to try, each with all those of the others; None is no turn.

    Examples
    --------
    >>> ways(divisor=(None, "N"), rows=slice(1))
    ({'rows': slice(None, 1, None)}, {'divisor': 'N', 'rows': slice(None, 1, None)})
    """
    values = [value if isinstance(value, tuple) else (value,) for value in slots.values()]
    turns = [dict(zip(slots, turn[::-1], strict=True)) for turn in product(*values[::-1])]
    return tuple({key: value for key, value in turn.items() if value is not None} for turn in turns)
