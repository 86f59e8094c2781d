"""Known mistakes in `update_means`: divisors, and weights of the samples."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import MISUSED, harden
from .averages import AVERAGE_MISTAKES, average, count, repeat_row

__all__ = ["MISTAKES"]

# Added to counts so that none is zero; smaller ones do no harm.
GUARDS = (1.0, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6)


def _over(divisor):
    """Divide the correct sum by a wrong divisor."""
    return lambda X, r: r.T @ X / divisor(X, r)


def _weighed_by(spoil):
    """Average with spoilt responsibilities, divided in three ways."""
    return (
        lambda X, r: spoil(r).T @ X / count(spoil(r)),
        lambda X, r: spoil(r).T @ X / count(r),
        lambda X, r: spoil(r).T @ X / len(X),
    )


def _spoilt_in_place(X, responsibilities):
    if not X.flags.writeable:  # this case is excused, so it must not rule out the mistake
        return average(X, responsibilities)
    X = X.astype(float)
    means = []
    for column in responsibilities.T:
        X *= column[:, None]
        means.append(X.sum(axis=0) / column.sum())
    return means


def _total_kept(X, responsibilities):
    return np.cumsum(responsibilities.T @ X, axis=0) / count(responsibilities)


def _count_kept_too(X, responsibilities):
    return np.cumsum(responsibilities.T @ X, axis=0) / np.cumsum(count(responsibilities), axis=0)


MISTAKES = (
    Mistake(
        "divided by N",
        (_over(lambda X, r: len(X)),),
    ),
    Mistake(
        "not divided by N_k",
        (lambda X, r: r.T @ X,),
    ),
    Mistake(
        "divided by N_k - 1",
        (_over(lambda X, r: count(r) - 1), _over(lambda X, r: len(X) - 1)),
    ),
    Mistake(
        "divided by the wrong count",
        (
            _over(lambda X, r: r.sum(axis=0)),
            _over(lambda X, r: count(r)[::-1]),
            _over(lambda X, r: np.roll(count(r), 1)),
            _over(lambda X, r: np.roll(count(r), -1)),
            _over(lambda X, r: count(r)[0]),
            _over(lambda X, r: count(r).max()),
            _over(lambda X, r: r.shape[1]),
            _over(lambda X, r: X.shape[1]),
            _over(lambda X, r: count(harden(r))),
            _over(lambda X, r: count(r**2)),
            _over(lambda X, r: np.sqrt(count(r))),
            _over(lambda X, r: np.round(count(r))),
            _over(lambda X, r: np.floor(count(r))),
            _over(lambda X, r: np.sqrt(count(r**2))),
        ),
    ),
    Mistake(
        "divided twice",
        (
            _over(lambda X, r: count(r) ** 2),
            _over(lambda X, r: count(r) * len(X)),
            _over(lambda X, r: np.float64(len(X)) ** 2),
        ),
    ),
    Mistake(
        "divided by the weight",
        (_over(lambda X, r: count(r) / len(X)),),
    ),
    Mistake(
        "multiplied by the count",
        (lambda X, r: r.T @ X * count(r), lambda X, r: average(X, r) * count(r) ** 2 / len(X)),
    ),
    Mistake(
        "responsibilities missing",
        (
            repeat_row(lambda X, r: X.mean(axis=0)),
            lambda X, r: X.mean(axis=0),
            lambda X, r: X.sum(axis=0) / count(r),
            repeat_row(lambda X, r: X.sum(axis=0)),
            repeat_row(lambda X, r: average(X, r).mean(axis=0)),
            lambda X, r: np.tile(X.mean(axis=0), (r.shape[1], 1)) * count(r) / len(X),
        ),
    ),
    *(
        Mistake(
            name,
            tuple(function for way in ways for function in _weighed_by(way)),
        )
        for name, ways in MISUSED.items()
    ),
    Mistake(
        "centred first",
        (
            lambda X, r: average(X - X.mean(axis=0), r),
            lambda X, r: average((X - X.mean(axis=0)) / X.std(axis=0), r),
            lambda X, r: average(X / X.std(axis=0), r),
        ),
    ),
    Mistake(
        "running total not reset",
        (_total_kept, _count_kept_too, _spoilt_in_place),
    ),
    Mistake(
        "one sample left out",
        (
            lambda X, r: average(X[:-1], r[:-1]),
            lambda X, r: average(X[1:], r[1:]),
            lambda X, r: r[:-1].T @ X[:-1] / count(r),
            lambda X, r: r[1:].T @ X[1:] / count(r),
        ),
    ),
    Mistake(
        "small number in the denominator",
        (
            *(_over(lambda X, r, guard=guard: count(r) + guard) for guard in GUARDS),
            *(_over(lambda X, r, least=least: np.maximum(count(r), least)) for least in (1, 0.5)),
        ),
    ),
    *AVERAGE_MISTAKES,
)
