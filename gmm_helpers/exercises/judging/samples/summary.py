"""Statistics of draws by which two samplers can be compared, computed when they are needed."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import Draws, is_usable
from .noise import MAGNITUDES, N_ACCIDENTS, is_repeated, n_shared, whiten
from .requirements import ProblemKind, are_equal_draws, are_labels_telling

__all__ = ["Group", "SampleSummary"]

NOTHING = 1e-9
HARDLY = 0.2  # of the variance that drawn counts have
MAX_LABELS = 10


class Group(NamedTuple):
    """The whitened samples of one label."""

    n: int
    is_constant: bool
    is_zero: bool
    moments: tuple


class SampleSummary:
    """Draws, their statistics, and the kind of the first problem with them, if there is one."""

    def __init__(self, draws: Draws, case: Case, kind: ProblemKind | None = None):
        self.draws, self.case, self.kind = draws, case, kind

    @cached_property
    def shapes(self) -> list:
        """Shapes of X and labels, in the large draw and in one of the others."""
        return [
            part if isinstance(part, Unusable) else part.shape
            for draw in (self.draws.large, self.draws.pair[0])
            for part in ((draw,) if isinstance(draw, Unusable) else draw)
        ]

    @cached_property
    def is_comparable(self) -> bool:
        """Whether every sample is a row of D numbers and has one label."""
        draws, n_features = self.draws, self.case.arguments[1].shape[1]
        return all(
            is_usable(draw)
            and draw[0].ndim == 2
            and draw[0].shape[1] == n_features
            and draw[1].shape == draw[0].shape[:1]
            and len(draw[1]) > 0
            for draw in (draws.large, *draws.pair, draws.elsewhere, draws.later)
        )

    @cached_property
    def is_finite(self) -> bool:
        return all(np.isfinite(part).all() for part in self.draws.large)

    @cached_property
    def values(self) -> np.ndarray:
        """The labels that occur."""
        return np.unique(self.draws.large[1])[:MAX_LABELS]

    @property
    def has_one_label(self) -> bool:
        return len(self.values) == 1

    @cached_property
    def proportions(self) -> tuple:
        return _compute_moments(self.draws.large[1][:, None] == self.values)

    @cached_property
    def neighbours(self) -> tuple:
        """How often a sample has the label of the previous one."""
        return _compute_moments((np.diff(self.draws.large[1]) == 0)[:, None])

    @cached_property
    def noise(self) -> np.ndarray:
        return self._whiten(self.draws.large)

    @cached_property
    def groups(self) -> list[Group]:
        labels = self.draws.large[1]
        if self.has_one_label:
            return [_summarize_group(self.noise)]
        return [_summarize_group(self.noise[labels == value]) for value in self.values]

    @cached_property
    def followers(self) -> tuple:
        """How the noise of a sample correlates with that of the previous one."""
        centred = self.noise - self.noise.mean(axis=0)
        scale = np.maximum((centred**2).mean(axis=0), NOTHING)
        return _compute_moments(centred[1:] * centred[:-1] / scale)

    @cached_property
    def sources(self) -> tuple:
        """What repeats in draws from equal generators, from others, and from one used twice."""
        draws, (first, second) = self.draws, self.draws.pair
        telling = (
            are_labels_telling(self.case.arguments[0], len(first[0])) and not self.has_one_label
        )
        parts = (0, 1) if telling else (0,)
        others = (draws.elsewhere, draws.later)
        noise = self._whiten(first)
        return (
            is_repeated(self.noise),
            *(are_equal_draws(first, draw, part) for draw in (second, *others) for part in parts),
            *(n_shared(noise, self._whiten(draw)) >= N_ACCIDENTS for draw in others),
        )

    @cached_property
    def counts_hardly_vary(self) -> bool:
        """Whether counts over many draws vary much less than binomial counts would."""
        repeats = self.draws.repeats
        if not all(is_usable(draw) for draw in repeats) or len(self.values) < 2:
            return False
        proportions = np.array(
            [(draw[1].reshape(-1, 1) == self.values).mean(axis=0) for draw in repeats]
        )
        if not proportions.size:
            return False
        mean = proportions.mean(axis=0)
        binomial = np.maximum(mean * (1 - mean), NOTHING) / repeats[0][1].size
        return bool((proportions.var(axis=0) / binomial).mean() < HARDLY)

    def _whiten(self, draw) -> np.ndarray:
        return whiten(*draw, *self.case.arguments[1:3])


def _summarize_group(z) -> Group:
    is_constant = bool((np.ptp(z, axis=0) < NOTHING).all())
    rows, columns = np.triu_indices(z.shape[1])
    # How many are small or large says more about the distribution than fourth moments do.
    below = (np.abs(z)[:, :, None] < MAGNITUDES[:2]).mean(axis=1)
    negative = (z < 0).mean(axis=1)
    moments = _compute_moments(np.column_stack([z, z[:, rows] * z[:, columns], below, negative]))
    return Group(len(z), is_constant, bool((np.abs(z) < 1e-6).all()), moments)


def _compute_moments(values) -> tuple:
    """Number, mean and variance of each column."""
    if not len(values):
        return 0, np.zeros(values.shape[1]), np.zeros(values.shape[1])
    mean = values.mean(axis=0)
    return len(values), mean, np.maximum((values * values).mean(axis=0) - mean**2, 0)
