"""Known mistakes in `update_weights`: what is summed, and what the sum is divided by."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.m_step import HARD, normalise

__all__ = ["SUM_MISTAKES"]


def _labels_counted(responsibilities):
    """Count hard labels; components after the last label are missing."""
    return np.bincount(responsibilities.argmax(axis=1)) / len(responsibilities)


SUM_MISTAKES = (
    Misconception(
        "not divided by N",
        "You return the counts N_k: how many samples each component accounts for. A weight is a "
        "fraction of all samples, and the weights sum to 1. Divide by the number of samples. "
        "(Dividing each row by its own sum changes nothing: it is already 1.)",
        (lambda r: r.sum(axis=0),),
    ),
    Misconception(
        "summed over the wrong axis",
        "You sum or average over the components (each row), which gives one value per sample, "
        "always the same: a row of responsibilities sums to one. The weight of a component comes "
        "from its *column*, over all samples. Look at the axis of your sum.",
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
        "You divide the counts by the number of components K. The counts N_k sum to N, the "
        "number of samples, so dividing by N makes them fractions that sum to one. Look at "
        "which axis has which length.",
        (lambda r: r.sum(axis=0) / r.shape[1],),
    ),
    Misconception(
        "hard counts",
        "You count hard labels: each sample counts only for its most probable component (by "
        "argmax, rounding or a threshold). In the M-step a sample with responsibilities (0.8, "
        "0.2) adds 0.8 to one count and 0.2 to the other.",
        (
            *(lambda r, way=way: way(r).mean(axis=0) for way in HARD),
            *(lambda r, way=way: way(r).sum(axis=0) for way in HARD),
            *(lambda r, way=way: normalise(way(r).sum(axis=0)) for way in HARD),
            _labels_counted,
        ),
    ),
    Misconception(
        "divided by N - 1",
        "You divide by N - 1. That correction is for variances around an estimated mean. A "
        "weight is a plain fraction of the N samples: divided by N - 1, the weights sum to more "
        "than 1.",
        (lambda r: r.sum(axis=0) / (len(r) - 1), lambda r: r.sum(axis=0) / max(len(r) - 1, 1)),
    ),
    Misconception(
        "uniform weights",
        "Every component gets the weight 1/K, whatever the data. The new weight of a component "
        "is the fraction of the samples it accounts for: look at how its responsibilities enter.",
        (lambda r: np.full(r.shape[1], 1 / r.shape[1]), lambda r: np.full(r.shape[1], r.mean())),
    ),
    Misconception(
        "normalised over samples first",
        "You divide every column of the responsibilities by its own sum, N_k. After that every "
        "component counts the same, whatever number of samples it accounts for. The counts N_k are "
        "what you need: divide them by the number of samples.",
        (
            lambda r: (r / r.sum(axis=0)).mean(axis=0),
            lambda r: (r / r.sum(axis=0)).sum(axis=0),
            lambda r: 1 / r.sum(axis=0),
        ),
    ),
    Misconception(
        "summed over everything",
        "Your sum or mean runs over the whole table and leaves one number. Each component needs "
        "its own: sum over the samples only, one of the two axes.",
        (np.mean, np.sum, lambda r: r.sum() / len(r)),
    ),
    Misconception(
        "not summed over the samples",
        "Your result still has one row per sample: the sum over the samples, which turns "
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
        (lambda r: r[0], lambda r: r[-1], lambda r: r[0] / len(r), lambda r: r[-1] / len(r)),
    ),
    Misconception(
        "one sample left out",
        "One sample, the first or the last, is not counted. Look at where your loop or slice "
        "begins and ends.",
        (
            lambda r: r[:-1].sum(axis=0) / len(r),
            lambda r: r[1:].sum(axis=0) / len(r),
            lambda r: r[:-1].mean(axis=0),
            lambda r: r[1:].mean(axis=0),
        ),
    ),
)
