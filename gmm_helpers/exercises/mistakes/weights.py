"""Known mistakes in `update_weights`."""

from __future__ import annotations

import numpy as np

from ..definition import Misconception
from .shares import hard_ways

__all__ = ["MISTAKES"]


def _share(values):
    return values / values.sum()


def _softmax(values):
    return _share(np.exp(values - values.max()))


def _geometric_mean(responsibilities):
    return np.exp(np.log(responsibilities).mean(axis=0))


def _rounded(n_digits):
    return lambda r: np.round(r.mean(axis=0), n_digits)


def _labels_counted(responsibilities):
    """Components that are nobody's favourite are not counted at all."""
    return np.bincount(responsibilities.argmax(axis=1)) / len(responsibilities)


def _smoothed(constant):
    def weights(r):
        counts = r.sum(axis=0) + constant
        return _share(counts)

    return weights


_STATISTICS = (
    lambda r: np.median(r, axis=0),
    lambda r: r.max(axis=0),
    lambda r: r.min(axis=0),
    lambda r: r.std(axis=0),
    lambda r: r.var(axis=0),
    lambda r: np.sqrt(r.mean(axis=0)),
    _geometric_mean,
)

MISTAKES = (
    Misconception(
        "not divided by N",
        "You return the counts N_k: how many samples each component accounts for. A weight is a "
        "share of all samples, and the weights together make 1. Divide by how many samples there "
        "are. (To divide each row by its own sum changes nothing: it is 1 already.)",
        (lambda r: r.sum(axis=0),),
    ),
    Misconception(
        "over the wrong axis",
        "You sum or average over the components (each row), which gives one value for every "
        "sample, and always the same: a row of responsibilities sums to one. The weight of a "
        "component collects its *column*, over all samples. Look at the axis of your sum.",
        (
            lambda r: r.mean(axis=1),
            lambda r: r.sum(axis=1),
            lambda r: r.sum(axis=1) / len(r),
            lambda r: r.sum(axis=1) / r.sum(),
            lambda r: r.sum(axis=1, keepdims=True),
            lambda r: r.mean(axis=1, keepdims=True),
        ),
    ),
    Misconception(
        "divided by the number of components",
        "You divide the counts by the number of components K. The counts N_k together make N, the "
        "number of samples, so dividing by N makes shares of them. Look at which axis has which "
        "length.",
        (lambda r: r.sum(axis=0) / r.shape[1],),
    ),
    Misconception(
        "hard counts",
        "You count hard labels: each sample goes wholly to its most probable component (by argmax, "
        "rounding or a threshold). The M-step counts samples in parts: one with responsibilities "
        "(0.8, 0.2) adds 0.8 to one count and 0.2 to the other.",
        (
            *(lambda r, way=way: way(r).mean(axis=0) for way in hard_ways),
            *(lambda r, way=way: way(r).sum(axis=0) for way in hard_ways),
            *(lambda r, way=way: _share(way(r).sum(axis=0)) for way in hard_ways),
            _labels_counted,
        ),
    ),
    Misconception(
        "divided by N - 1",
        "You divide by N - 1. That correction belongs to variances that are estimated around an "
        "estimated mean; a weight is a plain share of the N samples, and divided by N - 1 the "
        "weights sum to more than 1.",
        (
            lambda r: r.sum(axis=0) / (len(r) - 1),
            lambda r: r.sum(axis=0) / max(len(r) - 1, 1),
        ),
    ),
    Misconception(
        "uniform weights",
        "Every component gets the weight 1/K, whatever the data. The new weight of a component "
        "is the share of the samples it accounts for: look at how its responsibilities enter.",
        (
            lambda r: np.full(r.shape[1], 1 / r.shape[1]),
            lambda r: np.full(r.shape[1], r.mean()),
        ),
    ),
    Misconception(
        "normalised over samples first",
        "You divide every column of the responsibilities by its own sum, N_k. After that every "
        "component counts the same, and how much it accounts for is lost. The counts N_k are what "
        "you need: divide them by the number of samples.",
        (
            lambda r: (r / r.sum(axis=0)).mean(axis=0),
            lambda r: (r / r.sum(axis=0)).sum(axis=0),
            lambda r: 1 / r.sum(axis=0),
        ),
    ),
    Misconception(
        "summed over everything",
        "Your sum or mean runs over the whole table and leaves one number. Each component needs "
        "its own: sum over the samples, one axis of the two.",
        (np.mean, np.sum, lambda r: r.sum() / len(r)),
    ),
    Misconception(
        "not summed over the samples",
        "Your result still has a row for each sample: the sum over the samples, which turns "
        "responsibilities into counts, is missing.",
        (
            lambda r: r / len(r),
            lambda r: r,
            lambda r: r / r.sum(axis=0),
            lambda r: r / r.sum(),
            lambda r: np.cumsum(r, axis=0) / len(r),
        ),
    ),
    Misconception(
        "divided twice",
        "You divide by the number of samples twice: a mean has already been divided. The weights "
        "must sum to 1.",
        (
            lambda r: r.mean(axis=0) / len(r),
            lambda r: r.mean(axis=0) / r.shape[1],
            lambda r: r.sum(axis=0) / r.size,
        ),
    ),
    Misconception(
        "one sample only",
        "Your weights are the responsibilities for a single sample. A weight is the average over "
        "all samples: look for an index, or a return inside the loop.",
        (
            lambda r: r[0],
            lambda r: r[-1],
            lambda r: r[0] / len(r),
            lambda r: r[-1] / len(r),
        ),
    ),
    Misconception(
        "a sample left out",
        "One sample is not counted, the first or the last. Look at where your loop or slice "
        "begins and ends.",
        (
            lambda r: r[:-1].sum(axis=0) / len(r),
            lambda r: r[1:].sum(axis=0) / len(r),
            lambda r: r[:-1].mean(axis=0),
            lambda r: r[1:].mean(axis=0),
        ),
    ),
    Misconception(
        "responsibilities squared",
        "The responsibilities are squared before they are summed, so that doubtful samples count "
        "too little. Each sample counts by its responsibility itself.",
        (
            lambda r: (r**2).mean(axis=0),
            lambda r: (r**2).sum(axis=0),
            lambda r: _share((r**2).sum(axis=0)),
            lambda r: (r**2).sum(axis=0) / r.sum(axis=0),
        ),
    ),
    Misconception(
        "another statistic than the mean",
        "You take something else than the mean of each column: a median, a largest or smallest "
        "value, a spread, a root or a geometric mean. A share of the samples is a sum of parts, "
        "divided by the number of samples.",
        (*_STATISTICS, *(lambda r, of=of: _share(of(r)) for of in _STATISTICS)),
    ),
    Misconception(
        "rounded",
        "Your weights are rounded, or cut off to whole numbers. They are shares between 0 and 1: "
        "keep all digits, and round only when you print.",
        (
            *map(_rounded, range(7)),
            lambda r: np.round(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.sum(axis=0)) / len(r),
            lambda r: np.floor(r.mean(axis=0)),
            lambda r: _share(np.round(r.sum(axis=0))),
        ),
    ),
    Misconception(
        "softmax of the counts",
        "You exponentiate before you normalise (softmax). That turns logarithms into shares, but "
        "these are counts, not logarithms: they only have to be divided.",
        (lambda r: _softmax(r.sum(axis=0)), lambda r: _softmax(r.mean(axis=0))),
    ),
    Misconception(
        "divided by the largest",
        "You divide by the largest count, so that the largest weight is 1. The weights must *sum* "
        "to 1: divide by the number of samples.",
        (
            lambda r: r.sum(axis=0) / r.sum(axis=0).max(),
            lambda r: r.sum(axis=0) / np.linalg.norm(r.sum(axis=0)),
        ),
    ),
    Misconception(
        "another order of components",
        "Your weights are right but stand in another order: sorted, reversed or moved on by one. "
        "Weight k belongs to column k of the responsibilities.",
        tuple(
            lambda r, order=order: order(r.mean(axis=0))
            for order in (
                np.sort,
                lambda w: np.sort(w)[::-1],
                lambda w: w[::-1],
                lambda w: np.roll(w, 1),
                lambda w: np.roll(w, -1),
            )
        ),
    ),
    Misconception(
        "share of the others",
        "Your weight of a component is what the *other* components account for, one minus its own "
        "share.",
        (
            lambda r: 1 - r.mean(axis=0),
            lambda r: _share(1 - r.mean(axis=0)),
            lambda r: _share(1 / r.sum(axis=0)),
        ),
    ),
    Misconception(
        "running totals",
        "Your weights grow from component to component: a total is not set back to zero before the "
        "next one, or they are added up one after the other.",
        (
            lambda r: np.cumsum(r.mean(axis=0)),
            lambda r: np.cumsum(r.sum(axis=0)),
        ),
    ),
    Misconception(
        "a constant added",
        "A constant is added to the counts, as a guard against empty components or to smooth them. "
        "The maximum of the likelihood is the plain share N_k / N.",
        (
            *map(_smoothed, (1, 0.5, 1e-1, 1e-2, 1e-3)),
            lambda r: (r.sum(axis=0) + 1) / len(r),
            lambda r: (r.sum(axis=0) + 1) / (len(r) + 1),
        ),
    ),
    Misconception(
        "logarithm returned",
        "Your result holds the logarithms of the weights. The weights themselves are asked for: "
        "shares between 0 and 1.",
        (lambda r: np.log(r.mean(axis=0)), lambda r: np.log(r.sum(axis=0))),
    ),
    Misconception(
        "in percent",
        "Your weights are in percent and sum to 100. They are probabilities and sum to 1.",
        (lambda r: 100 * r.mean(axis=0),),
    ),
)
