"""Known mistakes in `update_means`: something other than K weighted averages."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import keep_some

__all__ = ["AVERAGE_MISTAKES", "average", "count", "repeat_row"]


def count(responsibilities):
    """Compute N_k, shaped to divide a (K, D) table."""
    return responsibilities.sum(axis=0)[:, None]


def average(X, responsibilities):
    """Compute the new means correctly."""
    return responsibilities.T @ X / count(responsibilities)


def repeat_row(value):
    """Use the same row for every component."""
    return lambda X, r: np.tile(value(X, r), (r.shape[1], 1))


def _medians_of_labels(X, responsibilities):
    labels = responsibilities.argmax(axis=1)
    return [np.median(X[labels == k], axis=0) for k in range(responsibilities.shape[1])]


def _weighted_medians(X, responsibilities):
    orders = np.argsort(X, axis=0)
    medians = []
    for column in responsibilities.T:
        sums = np.cumsum(column[orders], axis=0)
        places = (sums < column.sum() / 2).sum(axis=0)
        medians.append(np.take_along_axis(np.sort(X, axis=0), places[None], axis=0)[0])
    return medians


AVERAGE_MISTAKES = (
    Mistake(
        "sign",
        (lambda X, r: -average(X, r),),
    ),
    Mistake(
        "median",
        (
            repeat_row(lambda X, r: np.median(X, axis=0)),
            lambda X, r: np.median(X, axis=0),
            _medians_of_labels,
            _weighted_medians,
            lambda X, r: [np.median(column[:, None] * X, axis=0) for column in r.T],
        ),
    ),
    Mistake(
        "most responsible sample",
        (lambda X, r: X[r.argmax(axis=0)], lambda X, r: X[: r.shape[1]]),
    ),
    Mistake(
        "transposed",
        (
            lambda X, r: average(X, r).T,
            lambda X, r: X.T @ r,
            lambda X, r: X.T @ r / len(X),
            lambda X, r: average(X, r).reshape(X.shape[1], -1),
        ),
    ),
    Mistake(
        "one component only",
        (
            lambda X, r: average(X, r)[0],
            lambda X, r: average(X, r)[-1],
            lambda X, r: average(X, r)[:1],
            lambda X, r: average(X, r)[:-1],
            lambda X, r: average(X, r)[1:],
            repeat_row(lambda X, r: average(X, r)[0]),
            repeat_row(lambda X, r: average(X, r)[-1]),
            *(lambda X, r, i=i: keep_some(average(X, r))[i] for i in range(4)),
        ),
    ),
    Mistake(
        "summed over the components",
        (
            lambda X, r: average(X, r).sum(axis=0),
            lambda X, r: (r.T @ X).sum(axis=0),
            lambda X, r: (r.T @ X).sum(axis=0) / r.sum(axis=0).max(),
        ),
    ),
    Mistake(
        "summed over the features",
        (
            lambda X, r: average(X, r).sum(axis=1),
            lambda X, r: average(X, r).mean(axis=1),
            lambda X, r: (r.T @ X).sum(axis=1),
            lambda X, r: (r.T @ X).mean(axis=1),
            lambda X, r: np.tile(average(X, r).mean(axis=1)[:, None], X.shape[1]),
            lambda X, r: np.tile(average(X, r).sum(axis=1)[:, None], X.shape[1]),
        ),
    ),
    Mistake(
        "not summed over the samples",
        (
            lambda X, r: r[:, :, None] * X[:, None],
            lambda X, r: r[:, :, None] * X[:, None] / count(r),
            lambda X, r: r.T[:, :, None] * X,
            lambda X, r: r.T[:, :, None] * X / count(r)[:, None],
        ),
    ),
    Mistake(
        "absolute or squared values averaged",
        (
            lambda X, r: average(np.abs(X), r),
            lambda X, r: np.abs(average(X, r)),
            lambda X, r: average(X**2, r),
            lambda X, r: np.sqrt(average(X**2, r)),
        ),
    ),
    Mistake(
        "rounded",
        tuple(lambda X, r, n=n: np.round(average(X, r), n) for n in range(7)),
    ),
)
