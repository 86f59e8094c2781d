"""Whether two samplers do the same, right or wrong: two-sample statistics of their draws.

Random results never agree number by number. Two are taken for the same if they have the same
form, take their randomness from the same places, and if shares, order, moments and tails of
their whitened samples differ by no more than chance would have it.
"""

from __future__ import annotations

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import Draws
from .statistics import first_problem
from .summary import Look

__all__ = ["look_at", "same_sampling"]

N_ERRORS = 5.5  # standard errors by which two results of the same mistake may differ
FEWEST = 12  # samples of a component below which standard errors say nothing
NOTHING = 1e-9


def look_at(case: Case, result):
    """What is compared of a result of `draw_often`."""
    if isinstance(result, Unusable):
        return result
    problem = first_problem(case, result)
    return Look(Draws(*result), case, problem.kind if problem else "")


def same_sampling(case: Case, mine, theirs) -> bool:
    """Whether two results of `draw_often` may have come from the same (wrong) sampler.

    Parameters
    ----------
    case : Case
    mine, theirs : Look or Unusable
        As `look_at` returns them.

    Returns
    -------
    bool
    """
    if isinstance(mine, Unusable) or isinstance(theirs, Unusable):
        return type(mine) is type(theirs) and mine[0] == theirs[0]
    # Statistics of few samples agree by chance: the first thing seen to be wrong must, too.
    if mine.shapes != theirs.shapes or mine.kind != theirs.kind:
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
