"""Known mistakes in `update_weights`."""

from __future__ import annotations

import numpy as np

from .recipes.gaussians import by_rows
from .recipes.moments import ways
from .recipes.updates import (
    GUARDS,
    HARD,
    PERMUTATIONS,
    ROWS,
    mistakes_of,
    none_summed,
    normalise,
    shared,
)

__all__ = ["MISTAKES"]


def _normalised_in_turn(average, whole=True):
    """Divide the new weight, or all so far, by the sum of all so far."""

    def update(responsibilities):
        weights = np.zeros(responsibilities.shape[1])
        for k, value in enumerate(average(responsibilities, axis=0)):
            weights[k] = value
            weights[0 if whole else k :] /= weights.sum()
        return weights

    return update


_ROWS = {
    "not divided by N": ways(divisor=1),
    "summed over the wrong axis": ways(
        total=(lambda r, axis: r.sum(axis=1), lambda r, axis: r.sum(axis=1, keepdims=True)),
        divisor=("K", 1, None),
    ),
    "divided by the number of components": ways(divisor="K"),
    "hard counts": (
        *ways(weights=HARD, divisor=(None, 1, "total")),
        lambda r: np.bincount(r.argmax(axis=1)) / len(r),  # none for the last components
    ),
    "divided by N - 1": ways(divisor=(lambda g: g.N - 1, lambda g: max(g.N - 1, 1))),
    "uniform weights": ways(weights=lambda r: np.full_like(r, 1 / r.shape[1])),
    "normalised over samples first": ways(
        weights=lambda r: r / r.sum(axis=0), divisor=(None, 1, "plain")
    ),
    "normalised inside the loop over k": (
        *ways(divisor=(lambda g: g.N_k.cumsum(), lambda g: g.N ** np.arange(g.K, 0.0, -1))),
        *(_normalised_in_turn(of, whole) for of in (np.sum, np.mean) for whole in (True, False)),
    ),
    "summed over everything": ways(
        total=lambda r, axis: r.sum(), divisor=(1, lambda g: g.r.size, None)
    ),
    "not summed over the samples": (
        *ways(total=none_summed, divisor=(None, 1, "plain", "total")),
        *ways(total=np.cumsum),
    ),
    "divided twice": ways(divisor=(lambda g: float(g.N) ** 2, lambda g: g.r.size)),
    "one sample only": ways(rows=(slice(1), slice(-1, None)), divisor=(None, 1)),
    "one sample left out": ways(rows=ROWS, divisor=(None, lambda g: len(g.w))),
    "responsibilities squared": ways(weights=np.square, divisor=(None, "total", "plain")),
    "square root of the responsibilities": ways(weights=np.sqrt, divisor=(None, "total")),
    "responsibilities exponentiated": ways(weights=np.exp, divisor=(None, "total")),
    "labels instead of shares": (
        lambda r: r.argmax(axis=1),
        lambda r: r.argmax(axis=1) + 1,
        lambda r: r.argmax(axis=1) / len(r),
    ),
    "maximum instead of sum": ways(total=np.max, divisor=(None, 1), post=(None, normalise)),
    "statistic other than the mean": ways(
        total=(
            *(np.median, np.min, np.std, np.var),
            lambda r, axis: np.sqrt(r.mean(axis)),
            lambda r, axis: np.exp(np.log(r).mean(axis)),
        ),
        divisor=1,
        post=(None, normalise),
    ),
    "rounded": (
        *shared("rounded")["rounded"],
        *ways(post=np.floor),
        *ways(
            total=(
                *(lambda r, axis, of=of: of(r.sum(axis)) for of in (np.round, np.floor)),
                lambda r, axis: len(r) * normalise(np.round(r.sum(axis))),
            )
        ),
    ),
    "softmax of the counts": ways(post=lambda values: by_rows(values, axis=0), divisor=(None, 1)),
    "divided by the largest": ways(divisor=lambda g: g.N_k.max()),
    "scaled to length one": ways(divisor=lambda g: np.linalg.norm(g.N_k)),
    "components in the wrong order": ways(post=PERMUTATIONS),
    "proportion of the other components": ways(
        post=(lambda w: 1 - w, lambda w: normalise(1 - w), lambda w: normalise(1 / w))
    ),
    "running total not reset": ways(post=np.cumsum, divisor=(None, 1)),
    "a constant added": (
        *ways(weights=tuple(lambda r, c=c: r + c / len(r) for c in GUARDS), divisor="total"),
        *ways(weights=lambda r: r + 1 / len(r), divisor=(None, lambda g: g.N + 1)),
    ),
    "logarithm returned": ways(post=np.log, divisor=(None, 1)),
    "weights in percent": ways(post=lambda w: 100 * w),
}
MISTAKES = mistakes_of("update_weights", _ROWS)
