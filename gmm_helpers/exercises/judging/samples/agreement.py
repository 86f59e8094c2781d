"""Whether two samplers do the same, right or wrong: two-sample statistics of their draws.

Random results never agree number by number. Two samplers count as the same if their results have
the same shapes, if they take their randomness from the same places, and if proportions, order,
moments and tails of their whitened samples differ by no more than chance allows.
"""

from __future__ import annotations

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import Draws
from .statistics import find_problem
from .summary import NOTHING, SampleSummary

__all__ = ["agree_on_sampling", "summarize"]

N_ERRORS = 5.5  # standard errors by which two results of the same mistake may differ
MIN_SAMPLES = 12  # of a component; with fewer, standard errors say nothing


def summarize(case: Case, result):
    """Return what is compared of a result of `draw_often`: a `SampleSummary` or `Unusable`."""
    if isinstance(result, Unusable):
        return result
    problem = find_problem(case, result)
    return SampleSummary(Draws(*result), case, problem.kind if problem else None)


def agree_on_sampling(case: Case, mine, theirs) -> bool:
    """Whether two results, as `summarize` returns them, may be of the same (wrong) sampler."""
    if isinstance(mine, Unusable) or isinstance(theirs, Unusable):
        return mine == theirs
    # Statistics of few samples agree by chance: the first problem must be the same, too.
    if mine.shapes != theirs.shapes or mine.kind != theirs.kind:
        return False
    if case.arguments[3] == 1 or not mine.is_comparable:
        return True
    if not (mine.is_finite and theirs.is_finite):
        return mine.is_finite == theirs.is_finite
    return (
        _agree_on_labels(mine, theirs)
        and _agree_on_samples(mine, theirs)
        and mine.sources == theirs.sources
        and mine.counts_hardly_vary == theirs.counts_hardly_vary
    )


def _agree_on_labels(mine: SampleSummary, theirs: SampleSummary) -> bool:
    if mine.has_one_label or theirs.has_one_label:  # which one it is may be chance
        return mine.has_one_label and theirs.has_one_label
    if not np.array_equal(mine.values, theirs.values):
        return False
    return _agree_on_means(mine.proportions, theirs.proportions) and _agree_on_means(
        mine.neighbours, theirs.neighbours
    )


def _agree_on_samples(mine: SampleSummary, theirs: SampleSummary) -> bool:
    for first, second in zip(mine.groups, theirs.groups, strict=True):
        if min(first.n, second.n) < MIN_SAMPLES:
            continue
        if first.is_constant or second.is_constant:
            # Constant noise differs from draw to draw, unless it is zero.
            if (first.is_constant, first.is_zero) != (second.is_constant, second.is_zero):
                return False
        elif not _agree_on_means(first.moments, second.moments):
            return False
    return _agree_on_means(mine.followers, theirs.followers)


def _agree_on_means(first, second) -> bool:
    """Two-sample test of the mean of every column, using the variances of the columns."""
    (n, mean, variance), (other_n, other_mean, other_variance) = first, second
    if min(n, other_n) < MIN_SAMPLES:
        return True
    error = np.sqrt(variance / n + other_variance / other_n)
    return bool((np.abs(mean - other_mean) <= N_ERRORS * error + NOTHING).all())
