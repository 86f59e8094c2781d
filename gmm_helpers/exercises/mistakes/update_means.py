"""Known mistakes in `update_means`."""

from __future__ import annotations

import numpy as np

from .recipes.moments import ways
from .recipes.updates import mistakes_of, repeat, shared

__all__ = ["MISTAKES"]


def _medians_of_labels(X, responsibilities):
    labels = responsibilities.argmax(axis=1)
    return [np.median(X[labels == k], axis=0) for k in range(responsibilities.shape[1])]


def _of_features(pool):
    """Sum or average over the features, and repeat the number for all of them or do not."""
    return (
        lambda means: pool(means, axis=1),
        lambda means: np.zeros_like(means) + pool(means, axis=1, keepdims=True),
    )


_ROWS = {
    **shared("divided by N", "not divided by N_k", "divided by N_k - 1"),
    **shared("counts along the wrong axis", "divided by the wrong count", "divided twice"),
    **shared("divided by the weight", "normalised inside the loop over k"),
    **shared("divided inside the loop over the samples"),
    "divided by N - 1": ways(divisor=lambda g: g.N - 1),
    "multiplied by the count": ways(divisor=(lambda g: 1 / g.plain, lambda g: g.N / g.plain)),
    "one mean for all": (
        *ways(weights=np.ones_like, post=(None, lambda means: means[0])),
        *ways(post=lambda means: repeat(means.mean(axis=0), len(means))),
    ),
    "responsibilities missing": ways(weights=np.ones_like, divisor=("plain", 1)),
    "product after averaging": ways(
        weights=lambda r: 0 * r + r.mean(axis=0), divisor=("N", 1, lambda g: 1 / g.N)
    ),
    **shared("hard labels", "responsibilities squared"),
    **shared("square root of the responsibilities", "responsibilities exponentiated"),
    **shared("responsibilities of another component", "responsibilities of another sample"),
    "centred first": ways(
        data=(
            lambda X: X - X.mean(axis=0),
            lambda X: (X - X.mean(axis=0)) / X.std(axis=0),
            lambda X: X / X.std(axis=0),
        )
    ),
    "running total not reset": (
        *shared("running total not reset")["running total not reset"],
        # X is multiplied in place by one column after the other.
        *ways(weights=lambda r: np.cumprod(r, axis=1), divisor="plain"),
    ),
    **shared("one sample left out", "small number in the denominator"),
    "median": (
        _medians_of_labels,
        lambda X, r: np.median(X, axis=0),
        lambda X, r: repeat(np.median(X, axis=0), r.shape[1]),
        *ways(total=np.median, divisor=1),
    ),
    "most responsible sample": (lambda X, r: X[r.argmax(axis=0)],),
    "sample k as the mean of component k": (lambda X, r: X[: r.shape[1]],),
    "transposed": ways(post=(np.transpose, lambda means: means.reshape(means.shape[::-1]))),
    **shared("one component only"),
    "summed over the components": ways(
        post=lambda means: means.sum(axis=0), divisor=(None, 1, lambda g: g.N_k.max())
    ),
    "summed over the features": ways(post=(*_of_features(np.sum), *_of_features(np.mean))),
    **shared("not summed over the samples", "maximum instead of sum"),
    "absolute or squared values averaged": (
        *ways(data=(np.abs, np.square)),
        *ways(post=np.abs),
        *ways(data=np.square, post=np.sqrt),
    ),
    **shared("rounded"),
}
MISTAKES = mistakes_of("update_means", _ROWS)
