"""Known mistakes in `update_covariances`: centres, and weights of the samples."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import (
    HARD,
    MISUSED,
    counts,
    covariances_around,
    harden,
    repeat,
    scatter,
)
from .divisors import DIVISOR_MISTAKES
from .layouts import LAYOUT_MISTAKES
from .matrices import MATRIX_MISTAKES

__all__ = ["MISTAKES"]


def _around(*centres):
    """Make scatter around each of some other centres, divided in three ways."""
    divisors = (lambda X, r: counts(r), lambda X, r: len(X), lambda X, r: counts(r) - 1)

    def scattered(centre, divisor):
        return lambda X, r, means: (
            scatter(X, r, np.zeros_like(means) + centre(X, r, means)) / divisor(X, r)
        )

    return tuple(scattered(centre, divisor) for centre in centres for divisor in divisors)


def _weighed_by(spoil):
    """Make scatter with spoilt responsibilities, divided in four ways."""
    return (
        lambda X, r, means: scatter(X, spoil(r), means) / counts(spoil(r)),
        lambda X, r, means: scatter(X, spoil(r), means) / counts(r),
        lambda X, r, means: scatter(X, spoil(r), means) / (counts(spoil(r)) - 1),
        lambda X, r, means: scatter(X, spoil(r), means) / len(X),
    )


def _own_means(X, r):
    return r.T @ X / r.sum(axis=0)[:, None]


def _by_numpy(X, ddof, rows=None, **weights):
    return np.atleast_2d(np.cov(X.T if rows is None else X[rows].T, ddof=ddof, **weights))


def _of_labels(ddof, way):
    def covariances(X, r, means):
        return [_by_numpy(X, ddof, column > 0) for column in way(r).T]

    return covariances


def _centred_in_place(X, r, means):
    if not X.flags.writeable:  # this case is excused, so it must not rule out the mistake
        return covariances_around(X, r, means)
    X = X.astype(float)
    matrices = []
    for column, mean, count in zip(r.T, means, r.sum(axis=0), strict=True):
        X = X - mean
        matrices.append((column[:, None] * X).T @ X / count)
    return matrices


def _kept(X, r, means):
    return np.cumsum(scatter(X, r, means), axis=0) / counts(r)


def _rows_left_out(rows):
    return (
        lambda X, r, means: covariances_around(X[rows], r[rows], means),
        lambda X, r, means: scatter(X[rows], r[rows], means) / counts(r),
    )


def _ones(r):
    return np.ones_like(r)


_CENTRES = (
    Mistake(
        "second moment not centred",
        _around(lambda X, r, means: 0.0),
    ),
    Mistake(
        "global mean",
        _around(lambda X, r, means: X.mean(axis=0), lambda X, r, means: means.mean(axis=0)),
    ),
    Mistake(
        "mean of another component",
        _around(
            lambda X, r, means: np.roll(means, 1, axis=0),
            lambda X, r, means: np.roll(means, -1, axis=0),
            lambda X, r, means: means[::-1],
            lambda X, r, means: means[0],
            lambda X, r, means: means[-1],
            lambda X, r, means: np.sort(means, axis=0),
        ),
    ),
    Mistake(
        "centre other than the given means",
        _around(
            lambda X, r, means: np.median(X, axis=0),
            lambda X, r, means: _own_means(X, harden(r)),
            lambda X, r, means: _own_means(X, r**2),
            lambda X, r, means: r.T @ X / len(X),
            lambda X, r, means: means.astype(int),
            lambda X, r, means: np.round(means),
            lambda X, r, means: -means,
        ),
    ),
    Mistake(
        "centred in place",
        (_centred_in_place,),
    ),
)

_WEIGHTS = (
    Mistake(
        "responsibilities missing",
        (
            lambda X, r, means: scatter(X, _ones(r), means) / len(X),
            lambda X, r, means: scatter(X, _ones(r), means) / counts(r),
            lambda X, r, means: scatter(X, _ones(r), means) / (len(X) - 1),
            lambda X, r, means: scatter(X, _ones(r), means) / (counts(r) - 1),
            lambda X, r, means: scatter(X, _ones(r), means),
            *(
                lambda X, r, means, ddof=ddof: repeat(_by_numpy(X, ddof), len(means))
                for ddof in (0, 1)
            ),
            *(lambda X, r, means, ddof=ddof: _by_numpy(X, ddof) for ddof in (0, 1)),
            lambda X, r, means: covariances_around(X, _ones(r), np.zeros_like(means)),
            lambda X, r, means: repeat(_by_numpy(X, 0) * len(X), len(means)) / counts(r),
        ),
    ),
    *(
        Mistake(
            name,
            (
                *(function for way in ways for function in _weighed_by(way)),
                *(
                    _of_labels(ddof, way)
                    for ddof in (0, 1)
                    for way in (HARD if name == "hard labels" else ())
                ),
            ),
        )
        for name, ways in MISUSED.items()
    ),
    Mistake(
        "running total not reset",
        (
            _kept,
            lambda X, r, means: np.cumsum(covariances_around(X, r, means), axis=0),
            lambda X, r, means: (
                np.cumsum(scatter(X, r, means), axis=0) / np.cumsum(counts(r), axis=0)
            ),
        ),
    ),
    Mistake(
        "one sample left out",
        (*_rows_left_out(slice(1, None)), *_rows_left_out(slice(None, -1))),
    ),
)

# Centres come first, as they explain most.
MISTAKES = (*_CENTRES, *DIVISOR_MISTAKES, *_WEIGHTS, *MATRIX_MISTAKES, *LAYOUT_MISTAKES)
