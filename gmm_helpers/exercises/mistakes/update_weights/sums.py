"""Known mistakes in `update_weights`: what is summed, and what the sum is divided by."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import HARD, normalise

__all__ = ["SUM_MISTAKES"]


def _labels_counted(responsibilities):
    """Count hard labels; components after the last label are missing."""
    return np.bincount(responsibilities.argmax(axis=1)) / len(responsibilities)


SUM_MISTAKES = (
    Mistake(
        "not divided by N",
        (lambda r: r.sum(axis=0),),
    ),
    Mistake(
        "summed over the wrong axis",
        (
            lambda r: r.mean(axis=1),
            lambda r: r.sum(axis=1),
            lambda r: r.sum(axis=1) / len(r),
            lambda r: r.sum(axis=1) / r.sum(),
            lambda r: r.sum(axis=1, keepdims=True),
            lambda r: r.mean(axis=1, keepdims=True),
        ),
    ),
    Mistake(
        "divided by the number of components",
        (lambda r: r.sum(axis=0) / r.shape[1],),
    ),
    Mistake(
        "hard counts",
        (
            *(lambda r, way=way: way(r).mean(axis=0) for way in HARD),
            *(lambda r, way=way: way(r).sum(axis=0) for way in HARD),
            *(lambda r, way=way: normalise(way(r).sum(axis=0)) for way in HARD),
            _labels_counted,
        ),
    ),
    Mistake(
        "divided by N - 1",
        (lambda r: r.sum(axis=0) / (len(r) - 1), lambda r: r.sum(axis=0) / max(len(r) - 1, 1)),
    ),
    Mistake(
        "uniform weights",
        (lambda r: np.full(r.shape[1], 1 / r.shape[1]), lambda r: np.full(r.shape[1], r.mean())),
    ),
    Mistake(
        "normalised over samples first",
        (
            lambda r: (r / r.sum(axis=0)).mean(axis=0),
            lambda r: (r / r.sum(axis=0)).sum(axis=0),
            lambda r: 1 / r.sum(axis=0),
        ),
    ),
    Mistake(
        "summed over everything",
        (np.mean, np.sum, lambda r: r.sum() / len(r)),
    ),
    Mistake(
        "not summed over the samples",
        (
            lambda r: r / len(r),
            lambda r: r,
            lambda r: r / r.sum(axis=0),
            lambda r: r / r.sum(),
            lambda r: np.cumsum(r, axis=0) / len(r),
        ),
    ),
    Mistake(
        "divided twice",
        (
            lambda r: r.mean(axis=0) / len(r),
            lambda r: r.mean(axis=0) / r.shape[1],
            lambda r: r.sum(axis=0) / r.size,
        ),
    ),
    Mistake(
        "one sample only",
        (lambda r: r[0], lambda r: r[-1], lambda r: r[0] / len(r), lambda r: r[-1] / len(r)),
    ),
    Mistake(
        "one sample left out",
        (
            lambda r: r[:-1].sum(axis=0) / len(r),
            lambda r: r[1:].sum(axis=0) / len(r),
            lambda r: r[:-1].mean(axis=0),
            lambda r: r[1:].mean(axis=0),
        ),
    ),
)
