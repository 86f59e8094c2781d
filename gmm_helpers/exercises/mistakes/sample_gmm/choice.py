"""Known mistakes in how `sample_gmm` chooses the component of each sample."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import PERMUTATIONS
from ..recipes.samplers import draw_labels, sampler

__all__ = ["CHOICE_MISTAKES", "blocks", "random_blocks", "uniform"]


def blocks(counts):
    return np.repeat(np.arange(len(counts)), counts)


def _shuffled(choose):
    return lambda weights, n, rng: rng.permutation(choose(weights, n, rng))


def _equal_blocks(weights, n, rng):
    return np.sort(np.arange(n) % len(weights))


def _equal_short(weights, n, rng):
    return blocks([n // len(weights)] * len(weights))


def _rounded(weights, n, rng):
    """Fix counts that sum to n."""
    ends = np.round(np.cumsum(weights) * n)
    return np.searchsorted(ends[:-1], np.arange(n), side="right")


def _rounded_by(rounding):
    return lambda weights, n, rng: blocks(rounding(weights * n).astype(int))


def _stratified(weights, n, rng):
    return np.searchsorted(np.cumsum(weights)[:-1], (np.arange(n) + rng.random(n)) / n)


def random_blocks(weights, n, rng):
    return blocks(rng.multinomial(n, weights))


def uniform(weights, n, rng):
    return rng.integers(len(weights), size=n)


def _below_weight(weights, n, rng):
    """Choose the first component whose weight exceeds a uniform number, or component 0."""
    return (rng.random(n)[:, None] < weights).argmax(axis=1)


def _below_weight_else_last(weights, n, rng):
    below = rng.random(n)[:, None] < weights
    return np.where(below.any(axis=1), below.argmax(axis=1), len(weights) - 1)


def _searched_in_weights(weights, n, rng):
    return np.minimum(np.searchsorted(weights, rng.random(n)), len(weights) - 1)


def _ordered(permute):
    return lambda weights, n, rng: draw_labels(permute(np.asarray(weights)), n, rng)


CHOICE_MISTAKES = (
    Mistake(
        "equal counts",
        tuple(
            sampler(choose=choose)
            for choose in (
                _equal_blocks,
                _shuffled(_equal_blocks),
                lambda w, n, rng: np.arange(n) % len(w),
                lambda w, n, rng: np.minimum(np.arange(n) // max(n // len(w), 1), len(w) - 1),
                _equal_short,
                _shuffled(_equal_short),
            )
        ),
    ),
    Mistake(
        "weights ignored",
        (sampler(choose=uniform),),
    ),
    Mistake(
        "counts rounded instead of drawn",
        tuple(
            sampler(choose=choose)
            for fixed in (_rounded, *map(_rounded_by, (np.floor, np.round, np.ceil)), _stratified)
            for choose in (fixed, _shuffled(fixed))
        ),
    ),
    Mistake(
        "labels in blocks",
        (
            sampler(choose=random_blocks),
            sampler(choose=lambda *arguments: random_blocks(*arguments)[::-1]),
        ),
    ),
    Mistake(
        "weights not accumulated",
        tuple(
            sampler(choose=choose)
            for choose in (
                _below_weight,
                _below_weight_else_last,
                _searched_in_weights,
                lambda w, n, rng: (w * rng.random((n, len(w)))).argmax(axis=1),
            )
        ),
    ),
    Mistake(
        "weights in the wrong order",
        tuple(sampler(choose=_ordered(permute)) for permute in PERMUTATIONS),
    ),
    Mistake(
        "one component for all",
        (sampler(choose=lambda w, n, rng: np.full(n, draw_labels(w, 1, rng)[0])),),
    ),
)
