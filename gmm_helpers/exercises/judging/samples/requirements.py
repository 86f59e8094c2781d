"""Whether draws have the shapes that were asked for, and come from the generator alone."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

import numpy as np

from ..returned_values import Unusable
from .draws import FEW, REPEATED_SIZE, Draws, is_usable
from .tail_bounds import EXPONENT

__all__ = [
    "Problem",
    "ProblemKind",
    "are_equal_draws",
    "are_labels_telling",
    "check_shapes",
    "check_sources",
]

EXPECTED = "two results: return X, labels"
SAME = 1e-9  # numbers that agree this closely were not drawn independently


class ProblemKind(Enum):
    """What can be wrong with draws."""

    # Of the result itself.
    UNUSABLE = auto()
    SHAPE = auto()
    SIZE_IGNORED = auto()
    LABELS = auto()
    NOT_FINITE = auto()
    # Of where the randomness comes from.
    NOT_REPRODUCIBLE = auto()
    FIXED_SEED = auto()
    NOT_ADVANCED = auto()
    # Of the labels.
    NEIGHBOURS = auto()
    ONE_LABEL = auto()
    PROPORTIONS = auto()
    GUESSED_LABELS = auto()
    FIXED_COUNTS = auto()
    # Of the samples, given their labels.
    MEAN = auto()
    COVARIANCE = auto()
    REPEATED = auto()
    REUSED_NOISE = auto()
    NOT_NORMAL = auto()
    DEPENDENT = auto()


class Problem(NamedTuple):
    """What is wrong with some draws, and a sentence about it for the student."""

    kind: ProblemKind
    sentence: str


def check_shapes(draws: Draws, n_samples: int, shape: tuple) -> Problem | None:
    """Look at the shapes and the labels of all draws; `shape` is (K, D)."""
    n_few = min(n_samples, FEW)
    asked = [(draws.large, n_samples)]
    asked += [(draw, n_few) for draw in (*draws.pair, draws.elsewhere, draws.later)]
    asked += [(draw, REPEATED_SIZE) for draw in draws.repeats]
    problem = next((p for draw, n in asked if (p := _check_shape(draw, n, shape))), None)
    return _check_size(draws, n_samples, n_few, shape[1]) or problem


def _check_size(draws: Draws, n_samples: int, n_few: int, n_features: int) -> Problem | None:
    """Whether the number of samples is the same, whatever was asked for."""
    if not (is_usable(draws.large) and is_usable(draws.pair[0])):
        return None
    shape = draws.large[0].shape
    if shape != draws.pair[0][0].shape or shape[:1] in ((), (n_few,), (n_samples,)):
        return None
    if n_samples == 1 and (len(shape) < 2 or shape != (max(shape[0], 9), n_features)):
        return None
    return Problem(
        ProblemKind.SIZE_IGNORED,
        f"X: {n_samples} samples were asked for, but X has shape {shape} for any n_samples.",
    )


def _check_shape(draw, n_samples: int, shape: tuple) -> Problem | None:
    if isinstance(draw, Unusable):
        return Problem(ProblemKind.SHAPE, draw.complain("the result", EXPECTED))
    n_components, n_features = shape
    for name, values, wanted in zip(
        ("X", "labels"), draw, ((n_samples, n_features), (n_samples,)), strict=True
    ):
        if isinstance(values, Unusable):
            return Problem(ProblemKind.SHAPE, values.complain(name))
        if values.shape != wanted:
            sentence = f"{name}: expected shape {wanted}, got {values.shape}."
            return Problem(ProblemKind.SHAPE, sentence)
    # With one sample only shapes are checked: whether its label is out of range would be chance.
    if n_samples > 1 and not np.isin(draw[1], np.arange(n_components)).all():
        return Problem(
            ProblemKind.LABELS, f"labels: expected whole numbers from 0 to {n_components - 1} only."
        )
    if np.isfinite(draw[0]).all():
        return None
    return Problem(ProblemKind.NOT_FINITE, "X holds NaN or infinity.")


def are_equal_draws(first, second, part: int) -> bool:
    """Whether two draws have the same samples (part 0) or labels (part 1)."""
    a, b = first[part], second[part]
    return a.shape == b.shape and bool((np.abs(a - b) <= SAME * (1 + np.abs(b))).all())


def are_labels_telling(weights, n_samples: int) -> bool:
    """Whether independent labels would not agree in all samples by chance."""
    return -n_samples * np.log((np.asarray(weights) ** 2).sum()) > EXPONENT


def check_sources(draws: Draws, weights) -> Problem | None:
    """Look for randomness that comes from elsewhere than `rng`."""
    first, second = draws.pair
    same = [are_equal_draws(first, second, part) for part in (0, 1)]
    if not all(same):
        what = "samples" if not any(same) else "labels" if same[0] else "samples (but equal labels)"
        return Problem(
            ProblemKind.NOT_REPRODUCIBLE,
            f"two generators in the same state gave different {what}: take all randomness from "
            "rng.",
        )
    varied = (draws.large[1] != draws.large[1][0]).any()
    parts = (0, 1) if varied and are_labels_telling(weights, len(first[0])) else (0,)
    if any(are_equal_draws(first, draws.elsewhere, part) for part in parts):
        what = "samples" if are_equal_draws(first, draws.elsewhere, 0) else "labels"
        return Problem(
            ProblemKind.FIXED_SEED,
            f"generators with different seeds gave the same {what}: take all randomness from rng.",
        )
    if any(are_equal_draws(first, draws.later, part) for part in parts):
        return Problem(
            ProblemKind.NOT_ADVANCED,
            "a second call with the same generator gave the same result: draw from rng itself, "
            "not from a copy of it.",
        )
    return None
