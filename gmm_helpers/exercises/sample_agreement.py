"""Whether two samplers do the same, right or wrong: two-sample statistics of their draws.

Random results never agree number by number. Two are taken for the same if they have the same
form, take their randomness from the same places, and if shares, order, moments and tails of
their whitened samples differ by no more than chance would have it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .definition import Case
from .plain import Unusable
from .sample_draws import Draws
from .sample_look import Look

__all__ = ["same_sampling"]

N_ERRORS = 5.5  # standard errors by which two results of the same mistake may differ
FEWEST = 12  # samples of a component below which standard errors say nothing
NOTHING = 1e-9
MOST_KEPT = 32

# A student's draws are compared with those of every known mistake: look at them once.
_kept: dict[int, tuple[Any, Look]] = {}


def same_sampling(case: Case, got, other) -> bool:
    """Whether two outcomes of `draw_often` may have come from the same (wrong) sampler.

    Parameters
    ----------
    case : Case
    got, other : Draws or Unusable

    Returns
    -------
    bool
    """
    if isinstance(got, Unusable) or isinstance(other, Unusable):
        return isinstance(got, Unusable) and isinstance(other, Unusable) and got[0] == other[0]
    mine, theirs = _looked_at(case, got), Look(Draws(*other), case)
    if mine.shapes != theirs.shapes:
        return False
    if case.arguments[3] == 1 or not mine.is_comparable:
        return True
    if not (mine.is_finite and theirs.is_finite):
        return mine.is_finite == theirs.is_finite
    return (
        _same_labels(mine, theirs)
        and _same_samples(mine, theirs)
        and mine.sources == theirs.sources
        and mine.counts_hardly_vary == theirs.counts_hardly_vary
    )


def _looked_at(case: Case, value) -> Look:
    kept = _kept.get(id(value))
    if kept and kept[0] is value and kept[1].case is case:
        return kept[1]
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    look = Look(Draws(*value), case)
    _kept[id(value)] = value, look
    return look


def _same_labels(mine: Look, theirs: Look) -> bool:
    if mine.has_one_label or theirs.has_one_label:  # which one it is may be chance
        return mine.has_one_label and theirs.has_one_label
    if not np.array_equal(mine.values, theirs.values):
        return False
    return _same_means(mine.shares, theirs.shares) and _same_means(
        mine.neighbours, theirs.neighbours
    )


def _same_samples(mine: Look, theirs: Look) -> bool:
    for first, second in zip(mine.groups, theirs.groups, strict=True):
        if min(first.n, second.n) < FEWEST:
            continue
        if first.is_constant or second.is_constant:
            # Constant noise differs from draw to draw, unless it is none at all.
            if (first.is_constant, first.is_zero) != (second.is_constant, second.is_zero):
                return False
        elif not _same_means(first.moments, second.moments):
            return False
    return _same_means(mine.followers, theirs.followers)


def _same_means(first, second) -> bool:
    """Two-sample test of every column's mean, by the columns' own variances."""
    (n, mean, variance), (other_n, other_mean, other_variance) = first, second
    if min(n, other_n) < FEWEST:
        return True
    error = np.sqrt(variance / n + other_variance / other_n)
    return bool((np.abs(mean - other_mean) <= N_ERRORS * error + NOTHING).all())
