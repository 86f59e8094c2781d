"""Whether draws have the form that was asked for, and come from the generator alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..returned_values import Unusable
from .draws import FEW, REPEATED_SIZE, Draws, is_usable
from .tail_bounds import EXPONENT

__all__ = ["Problem", "equal_draws", "form_problem", "labels_tell", "source_problem"]

SAME = 1e-9  # numbers that agree to so many digits were not drawn anew


class Problem(NamedTuple):
    """What speaks against some draws: its kind, and a sentence for the student."""

    kind: str
    sentence: str


def form_problem(draws: Draws, n_samples: int, shape: tuple) -> Problem | None:
    """Look at the shapes and the labels of all draws.

    Parameters
    ----------
    draws : Draws
    n_samples : int
        Asked for in the large draw.
    shape : tuple
        K and D.

    Returns
    -------
    Problem or None
    """
    n_few = min(n_samples, FEW)
    asked = [(draws.large, n_samples)]
    asked += [(draw, n_few) for draw in (*draws.pair, draws.elsewhere, draws.later)]
    asked += [(draw, REPEATED_SIZE) for draw in draws.repeats]
    problem = next((p for draw, n in asked if (p := _form_of(draw, n, shape))), None)
    return _ignored(draws, n_samples, n_few, shape[1]) or problem


def _ignored(draws: Draws, n_samples: int, n_few: int, n_features: int) -> Problem | None:
    """Whether the number of samples is the same, whatever is asked for."""
    if not (is_usable(draws.large) and is_usable(draws.pair[0])):
        return None
    shape = draws.large[0].shape
    if shape != draws.pair[0][0].shape or shape[:1] in ((), (n_few,), (n_samples,)):
        return None
    if n_samples == 1 and (len(shape) < 2 or shape != (max(shape[0], 9), n_features)):
        return None
    return Problem(
        "size ignored",
        f"X: {n_samples} samples were asked for, but X has shape {shape} for any n_samples.",
    )


def _form_of(draw, n_samples: int, shape: tuple) -> Problem | None:
    if isinstance(draw, Unusable):
        sentence = f"the result is {draw.what}; expected two results: return X, labels."
        return Problem("shape", sentence)
    n_components, n_features = shape
    for name, values, wanted in zip(
        ("X", "labels"), draw, ((n_samples, n_features), (n_samples,)), strict=True
    ):
        if isinstance(values, Unusable):
            return Problem("shape", f"{name} is {values.what}{'' if '?' in values.what else '.'}")
        if values.shape != wanted:
            return Problem("shape", f"{name}: expected shape {wanted}, got {values.shape}.")
    # Of one sample only the form is asked: whether its label is out of range would be chance.
    if n_samples > 1 and not np.isin(draw[1], np.arange(n_components)).all():
        return Problem(
            "labels", f"labels: expected whole numbers from 0 to {n_components - 1} only."
        )
    return None if np.isfinite(draw[0]).all() else Problem("finite", "X holds NaN or infinity.")


def equal_draws(first, second, part: int) -> bool:
    """Whether two draws have the same samples (part 0) or labels (part 1).

    Examples
    --------
    >>> one, other = (np.zeros((2, 1)), np.zeros(2)), (np.ones((2, 1)), np.zeros(2))
    >>> equal_draws(one, other, 0), equal_draws(one, other, 1)
    (False, True)
    """
    a, b = first[part], second[part]
    return a.shape == b.shape and bool((np.abs(a - b) <= SAME * (1 + np.abs(b))).all())


def labels_tell(weights, n_samples: int) -> bool:
    """Whether independent labels would not agree in all samples by chance."""
    return -n_samples * np.log((np.asarray(weights) ** 2).sum()) > EXPONENT


def source_problem(draws: Draws, weights) -> Problem | None:
    """Whether anything but `rng` decides about the draws, or `rng` does not."""
    first, second = draws.pair
    same = [equal_draws(first, second, part) for part in (0, 1)]
    if not all(same):
        what = "samples" if not any(same) else "labels" if same[0] else "samples (but equal labels)"
        return Problem(
            "not reproducible",
            f"two generators in the same state gave different {what}: take all randomness from "
            "rng.",
        )
    varied = (draws.large[1] != draws.large[1][0]).any()
    parts = (0, 1) if varied and labels_tell(weights, len(first[0])) else (0,)
    if any(equal_draws(first, draws.elsewhere, part) for part in parts):
        what = "samples" if equal_draws(first, draws.elsewhere, 0) else "labels"
        return Problem(
            "fixed seed",
            f"generators with different seeds gave the same {what}: take all randomness from rng.",
        )
    if any(equal_draws(first, draws.later, part) for part in parts):
        return Problem(
            "not advanced",
            "a second call with the same generator gave the same again: draw from rng itself, "
            "not from a copy of it.",
        )
    return None
