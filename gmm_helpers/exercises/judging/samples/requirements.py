"""What draws must be whatever chance does: shapes, and randomness from the generator alone."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

import numpy as np

from ..returned_values import Unusable
from .draws import FEW, REPEATED_SIZE, Draws, is_usable
from .p_values import LEVEL

__all__ = [
    "EXPECTED",
    "SAME",
    "Problem",
    "ProblemKind",
    "are_equal_draws",
    "check_shape",
    "check_shapes",
    "check_sources",
    "telling_parts",
]

EXPECTED = "two results: return X, labels"
SAME = 1e-9  # numbers that agree this closely were not drawn independently


class ProblemKind(Enum):
    """What can be wrong with draws, with a sentence for the student."""

    # Of the result itself.
    UNUSABLE = "{}"
    SHAPE = "{} "  # not the same value, or it would be the same member
    SIZE_IGNORED = "X: {} samples were asked for, but X has shape {} for any n_samples."
    LABELS = "labels: expected whole numbers from 0 to {} only."
    NOT_FINITE = "X holds NaN or infinity."
    # Of where the randomness comes from.
    NOT_REPRODUCIBLE = (
        "two generators in the same state gave different {}: take all randomness from rng."
    )
    FIXED_SEED = "generators with different seeds gave the same {}: take all randomness from rng."
    NOT_ADVANCED = (
        "a second call with the same generator gave the same result: draw from rng itself, not "
        "from a copy of it."
    )
    # Of the labels.
    NEIGHBOURS = (
        "the components of consecutive samples are not independent: each sample needs a draw of "
        "its own."
    )
    ONE_LABEL = "all samples have label {}, but the weights are {}."
    PROPORTIONS = "the components make up {} of the samples, but their weights are {}."
    GUESSED_LABELS = (
        "the labels follow from where the samples lie, instead of the other way around."
    )
    FIXED_COUNTS = (
        "in {} draws of {} samples the components' counts hardly vary: they must be drawn, not "
        "fixed in advance."
    )
    # Of the samples, given their labels.
    MEAN = "the samples{} do not lie around the mean of their component."
    COVARIANCE = "the samples{} do not have the covariance of their component."
    REPEATED = "samples are repeated: each must be made from noise drawn for it alone."
    REUSED_NOISE = "different draws are made from the same noise: take all randomness from rng."
    NOT_NORMAL = "mean and covariance are right, but the samples are not normally distributed."
    DEPENDENT = "consecutive samples are not independent."


class Problem(NamedTuple):
    """What is wrong with some draws, and what the sentence about it is filled with."""

    kind: ProblemKind
    details: tuple = ()

    @property
    def sentence(self) -> str:
        return self.kind.value.format(*self.details).strip()


def check_shapes(draws: Draws, n_samples: int, shape: tuple) -> Problem | None:
    """Look at the shapes and the labels of all draws; `shape` is (K, D)."""
    n_few = min(n_samples, FEW)
    asked = [(draws.large, n_samples)]
    asked += [(draw, n_few) for draw in (*draws.pair, draws.elsewhere, draws.later)]
    asked += [(draw, REPEATED_SIZE) for draw in draws.repeats]
    problem = next((p for draw, n in asked if (p := check_shape(draw, n, shape))), None)
    return problem and (_check_size(draws, n_samples, n_few, shape[1]) or problem)


def _check_size(draws: Draws, n_samples: int, n_few: int, n_features: int) -> Problem | None:
    """Whether the number of samples is the same, whatever was asked for."""
    if not (is_usable(draws.large) and is_usable(draws.pair[0])):
        return None
    shape = draws.large[0].shape
    if shape != draws.pair[0][0].shape or shape[:1] in ((), (n_few,), (n_samples,)):
        return None
    if n_samples == 1 and (len(shape) < 2 or shape != (max(shape[0], 9), n_features)):
        return None
    return Problem(ProblemKind.SIZE_IGNORED, (n_samples, shape))


def check_shape(draw, n_samples: int, shape: tuple) -> Problem | None:
    """Look at the shapes and the labels of one draw."""
    if isinstance(draw, Unusable):
        return Problem(ProblemKind.SHAPE, (draw.complain("the result", EXPECTED),))
    n_components, n_features = shape
    for name, values, wanted in zip(
        ("X", "labels"), draw, ((n_samples, n_features), (n_samples,)), strict=True
    ):
        if isinstance(values, Unusable):
            return Problem(ProblemKind.SHAPE, (values.complain(name),))
        if values.shape != wanted:
            sentence = f"{name}: expected shape {wanted}, got {values.shape}."
            return Problem(ProblemKind.SHAPE, (sentence,))
    # With one sample only shapes are checked: whether its label is out of range would be chance.
    if n_samples > 1 and not np.isin(draw[1], np.arange(n_components)).all():
        return Problem(ProblemKind.LABELS, (n_components - 1,))
    return None if np.isfinite(draw[0]).all() else Problem(ProblemKind.NOT_FINITE)


def are_equal_draws(first, second, part: int) -> bool:
    """Whether two draws have the same samples (part 0) or labels (part 1)."""
    a, b = first[part], second[part]
    return a.shape == b.shape and bool((np.abs(a - b) <= SAME * (1 + np.abs(b))).all())


def telling_parts(weights, labels, n_samples: int) -> tuple[int, ...]:
    """The parts that independent draws do not share by chance: samples, and mostly labels."""
    may_agree = (np.asarray(weights) ** 2).sum() ** n_samples >= LEVEL
    # In order, or all the same, few labels are the same wherever their counts are.
    return (0,) if may_agree or (np.diff(labels) >= 0).all() else (0, 1)


def check_sources(draws: Draws, weights) -> Problem | None:
    """Look for randomness that comes from elsewhere than `rng`."""
    first, second = draws.pair
    same = [are_equal_draws(first, second, part) for part in (0, 1)]
    if not all(same):
        what = "samples" if not any(same) else "labels" if same[0] else "samples (but equal labels)"
        return Problem(ProblemKind.NOT_REPRODUCIBLE, (what,))
    parts = telling_parts(weights, draws.large[1], len(first[0]))
    if any(are_equal_draws(first, draws.elsewhere, part) for part in parts):
        what = "samples" if are_equal_draws(first, draws.elsewhere, 0) else "labels"
        return Problem(ProblemKind.FIXED_SEED, (what,))
    if any(are_equal_draws(first, draws.later, part) for part in parts):
        return Problem(ProblemKind.NOT_ADVANCED)
    return None
