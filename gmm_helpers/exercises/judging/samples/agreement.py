"""Whether two samplers do the same, right or wrong: two-sample statistics of their draws.

Random results never agree number by number. Two samplers count as the same if their results have
the same shapes, if they take their randomness from the same places, and if proportions, order,
moments and tails of their whitened samples differ by no more than chance allows.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import Draws, is_usable
from .requirements import ProblemKind, are_equal_draws, telling_parts
from .statistics import MAGNITUDES, find_problem, is_repeated, is_shared, whiten

__all__ = [
    "Moments",
    "SampleSummary",
    "agree_on_sampling",
    "agree_on_the_large",
    "summarize",
]

N_ERRORS = 5.5  # standard errors by which two results of the same mistake may differ
MIN_SAMPLES = 12  # of a component; with fewer, standard errors say nothing
NOTHING = 1e-9
HARDLY = 0.2  # of the variance that drawn counts have
MAX_LABELS = 10


class Moments(NamedTuple):
    """Number, mean and variance of each column."""

    n: int
    mean: np.ndarray
    variance: np.ndarray

    @classmethod
    def of(cls, values) -> Moments:
        n, mean = len(values), values.mean(axis=0)
        return cls(n, mean, np.maximum((values * values).mean(axis=0) - mean**2, 0))

    def agrees(self, other: Moments) -> bool:
        """Two-sample test of every mean, with the variances of the columns."""
        if min(self.n, other.n) < MIN_SAMPLES:
            return True
        error = np.sqrt(self.variance / self.n + other.variance / other.n)
        return bool((np.abs(self.mean - other.mean) <= N_ERRORS * error + NOTHING).all())


class SampleSummary:
    """What is compared of some draws, computed when it is needed: most differ at once."""

    def __init__(self, draws: Draws, case: Case):
        self.draws, self.case = draws, case

    @cached_property
    def shapes(self) -> list:
        """Shapes of X and labels, in the large draw and in one of the others."""
        return [*self.large_shapes, *_shapes_of(self.draws.pair[0])]

    @cached_property
    def large_shapes(self) -> list:
        """Those of the large draw alone."""
        return _shapes_of(self.draws.large)

    @cached_property
    def is_comparable(self) -> bool:
        """Whether every sample is a row of D finite numbers and has one label."""
        draws, n_features = self.draws, self.case.arguments[1].shape[1]
        return self.case.arguments[3] > 1 and all(
            is_usable(draw)
            and draw[0].ndim == 2
            and draw[0].shape[1] == n_features
            and draw[1].shape == draw[0].shape[:1]
            and len(draw[1]) > 1
            and all(np.isfinite(part).all() for part in draw)
            for draw in (draws.large, *draws.pair, draws.elsewhere, draws.later)
        )

    @cached_property
    def values(self) -> list:
        """The labels that occur; one alone may be any, so that it does not count."""
        values = np.unique(self.draws.large[1])[:MAX_LABELS]
        return values.tolist() if len(values) > 1 else []

    @cached_property
    def labels(self) -> Moments:
        """How often each label occurs, and how often it is that of the previous sample."""
        labels = self.draws.large[1]
        return Moments.of(np.column_stack([labels[1:, None] == self.values, np.diff(labels) == 0]))

    @cached_property
    def noise(self) -> np.ndarray:
        return self._whiten(self.draws.large)

    @cached_property
    def groups(self) -> list[Moments | float]:
        """Moments of the noise of each label; where it is constant, whether it is zero."""
        labels = self.draws.large[1]
        noises = [self.noise[labels == value] for value in self.values] or [self.noise]
        return [_summarize(z) for z in noises]

    @cached_property
    def followers(self) -> Moments:
        """How the noise of a sample correlates with that of the previous one."""
        centred = self.noise - self.noise.mean(axis=0)
        scale = np.maximum((centred**2).mean(axis=0), NOTHING)
        return Moments.of(centred[1:] * centred[:-1] / scale)

    @cached_property
    def sources(self) -> tuple:
        """What repeats in draws from equal generators, from others, and from one used twice."""
        draws, (first, second) = self.draws, self.draws.pair
        parts = telling_parts(self.case.arguments[0], draws.large[1], len(first[0]))
        others, noise = (draws.elsewhere, draws.later), self._whiten(first)
        return (
            is_repeated(self.noise),
            *(are_equal_draws(first, draw, part) for draw in (second, *others) for part in parts),
            *(is_shared(noise, self._whiten(draw)) for draw in others),
        )

    @cached_property
    def counts_hardly_vary(self) -> bool:
        """Whether counts over many draws vary much less than binomial counts would."""
        repeats = self.draws.repeats
        if not repeats or not self.values or not all(is_usable(draw) for draw in repeats):
            return False
        shares = np.array(
            [(draw[1].reshape(-1, 1) == self.values).mean(axis=0) for draw in repeats]
        )
        mean = shares.mean(axis=0)
        binomial = np.maximum(mean * (1 - mean), NOTHING) / repeats[0][1].size
        return bool((shares.var(axis=0) / binomial).mean() < HARDLY)

    @cached_property
    def kind(self) -> ProblemKind | None:
        """The first problem: statistics of few samples agree by chance."""
        problem = find_problem(self.case, self.draws)
        if problem and problem.kind is ProblemKind.MEAN:
            return (
                ProblemKind.COVARIANCE
            )  # with too large a covariance, which shows first is chance
        return problem.kind if problem else None

    def _whiten(self, draw) -> np.ndarray:
        return whiten(*draw, *self.case.arguments[1:3])


def _shapes_of(draw) -> list:
    parts = (draw,) if isinstance(draw, Unusable) else draw
    return [part if isinstance(part, Unusable) else part.shape for part in parts]


def _summarize(z) -> Moments | bool:
    if (np.ptp(z, axis=0) < NOTHING).all() and len(z) >= MIN_SAMPLES:
        return bool((np.abs(z) < 1e-6).all())
    rows, columns = np.triu_indices(z.shape[1])
    # How many are small or large says more about the distribution than fourth moments do.
    below = (np.abs(z)[:, :, None] < MAGNITUDES[:2]).mean(axis=1)
    negative = (z < 0).mean(axis=1)
    return Moments.of(np.column_stack([z, z[:, rows] * z[:, columns], below, negative]))


def summarize(case: Case, result):
    """Return what is compared of a result of `draw_often`: a `SampleSummary` or `Unusable`."""
    return result if isinstance(result, Unusable) else SampleSummary(Draws(*result), case)


def agree_on_sampling(case: Case, mine, theirs) -> bool:
    """Whether two results, as `summarize` returns them, may be of the same (wrong) sampler."""
    if isinstance(mine, Unusable) or isinstance(theirs, Unusable):
        return mine == theirs
    if mine.shapes != theirs.shapes or mine.is_comparable != theirs.is_comparable:
        return False
    return (not mine.is_comparable or _agree_on_samples(mine, theirs)) and mine.kind == theirs.kind


def _agree_on_samples(mine: SampleSummary, theirs: SampleSummary) -> bool:
    """From what is quickly computed to what takes longer."""
    return (
        agree_on_the_large(mine, theirs)
        and mine.followers.agrees(theirs.followers)
        and mine.sources == theirs.sources
        and mine.counts_hardly_vary == theirs.counts_hardly_vary
    )


def agree_on_the_large(mine: SampleSummary, theirs: SampleSummary) -> bool:
    """Compare labels, and the noise of each, in the large draws alone."""
    return (
        mine.values == theirs.values
        and mine.labels.agrees(theirs.labels)
        and all(
            one.agrees(other)
            if isinstance(one, Moments) and isinstance(other, Moments)
            else one == other
            for one, other in zip(mine.groups, theirs.groups, strict=True)
        )
    )
