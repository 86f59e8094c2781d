"""Known mistakes in how `sample_gmm` chooses the component of each sample."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.permutations import OTHER_ORDERS
from ..recipes.sampler import drawn, sampler

__all__ = ["CHOICE_MISTAKES", "blocks", "random_blocks", "uniform"]


def blocks(counts):
    return np.repeat(np.arange(len(counts)), counts)


def _shuffled(choose):
    return lambda weights, n, rng: rng.permutation(choose(weights, n, rng))


def _equal_blocks(weights, n, rng):
    return np.sort(np.arange(n) % len(weights))


def _equal_blocks_rest_last(weights, n, rng):
    return np.minimum(np.arange(n) // max(n // len(weights), 1), len(weights) - 1)


def _equal_short(weights, n, rng):
    return blocks([n // len(weights)] * len(weights))


def _cyclic(weights, n, rng):
    return np.arange(n) % len(weights)


def _rounded(weights, n, rng):
    """Fixed counts that add up to n."""
    ends = np.round(np.cumsum(weights) * n)
    return np.searchsorted(ends[:-1], np.arange(n), side="right")


def _rounded_down(weights, n, rng):
    return blocks(np.floor(weights * n).astype(int))


def _rounded_each(weights, n, rng):
    return blocks(np.round(weights * n).astype(int))


def _rounded_up(weights, n, rng):
    return blocks(np.ceil(weights * n).astype(int))


def _stratified(weights, n, rng):
    return np.searchsorted(np.cumsum(weights)[:-1], (np.arange(n) + rng.random(n)) / n)


def random_blocks(weights, n, rng):
    return blocks(rng.multinomial(n, weights))


def uniform(weights, n, rng):
    return rng.integers(len(weights), size=n)


def _below_weight(weights, n, rng):
    """The first component whose own weight exceeds a uniform number; else the first."""
    return (rng.random(n)[:, None] < weights).argmax(axis=1)


def _below_weight_else_last(weights, n, rng):
    below = rng.random(n)[:, None] < weights
    return np.where(below.any(axis=1), below.argmax(axis=1), len(weights) - 1)


def _searched_in_weights(weights, n, rng):
    return np.minimum(np.searchsorted(weights, rng.random(n)), len(weights) - 1)


def _loudest(weights, n, rng):
    return (weights * rng.random((n, len(weights)))).argmax(axis=1)


def _ordered(order):
    return lambda weights, n, rng: drawn(order(np.asarray(weights)), n, rng)


def _one_for_all(weights, n, rng):
    return np.full(n, drawn(weights, 1, rng)[0])


CHOICE_MISTAKES = (
    Misconception(
        "equal counts",
        "You draw the same number of samples from every component, so each has equal counts and "
        "the weights are never used. In the model the component of each sample is chosen at "
        "random, component k with probability π_k. Compare the share of each label with weights.",
        tuple(
            sampler(choose=choose)
            for choose in (
                _equal_blocks,
                _shuffled(_equal_blocks),
                _cyclic,
                _equal_blocks_rest_last,
                _equal_short,
                _shuffled(_equal_short),
            )
        ),
    ),
    Misconception(
        "weights ignored",
        "The weights are ignored: you choose every component with the same probability. Component "
        "k must be chosen with probability π_k, so that rare components are rare in the data. "
        "Look at how the label is drawn.",
        (sampler(choose=uniform),),
    ),
    Misconception(
        "counts rounded instead of drawn",
        "You fix the counts of the components in advance, by rounding n_samples times the "
        "weight, instead of drawing them. Each sample chooses its component for itself, so the "
        "counts must vary from call to call, and only their averages follow the weights.",
        tuple(
            sampler(choose=choose)
            for fixed in (_rounded, _rounded_down, _rounded_each, _rounded_up, _stratified)
            for choose in (fixed, _shuffled(fixed))
        ),
    ),
    Misconception(
        "labels blocked",
        "The counts of the components are right but the samples are blocked: first all of "
        "component 0, then all of component 1, and so on. The samples of a mixture are "
        "independent, so the label of one says nothing about the next. Choose a component for "
        "every sample, or bring X and labels into one random order.",
        (
            sampler(choose=random_blocks),
            sampler(choose=lambda *arguments: random_blocks(*arguments)[::-1]),
        ),
    ),
    Misconception(
        "weights not accumulated",
        "A uniform random number is compared with the weights themselves, not with their running "
        "sum (the cumulative weights). It must fall between the sum of the weights before k and "
        "that sum plus π_k to choose component k.",
        tuple(
            sampler(choose=choose)
            for choose in (_below_weight, _below_weight_else_last, _searched_in_weights, _loudest)
        ),
    ),
    Misconception(
        "weights in the wrong order",
        "The weights are paired with the wrong components: weights[k] belongs to means[k] and "
        "covariances[k]. Look for a sort, a reversal or an index that is off by one.",
        tuple(sampler(choose=_ordered(order)) for order in OTHER_ORDERS),
    ),
    Misconception(
        "one component for all",
        "You choose one component for all samples, so the whole sample comes from the same "
        "Gaussian. The model chooses a component anew for every single sample. Look at how "
        "often the label is drawn: once, or n_samples times?",
        (sampler(choose=_one_for_all),),
    ),
)
