"""Symptoms in the shape of a result, and the sizes N, D and K that it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..definition import Case, Diagnosis

__all__ = ["read_sizes", "shape_symptom", "wrong_shape"]

_AXES = {
    "X": ("N", "D"),
    "responsibilities": ("N", "K"),
    "weights": ("K",),
    "means": ("K", "D"),
    "covariances": ("K", "D", "D"),
    "mean": ("D",),
}


def read_sizes(names: Sequence[str], case: Case) -> dict[str, int]:
    """Read N, D and K off the arguments of a case."""
    sizes: dict[str, int] = {}
    for name, value in zip(names, case.arguments, strict=False):
        if name in _AXES and isinstance(value, np.ndarray):
            sizes.update(zip(_AXES[name], value.shape, strict=True))
    return sizes


def shape_symptom(names: Sequence[str], triples: Sequence[tuple]) -> Diagnosis | None:
    """Say what is wrong with the shape, if it is the same in all cases.

    `names` are those of the arguments; there is a triple (case, got, expected) for each failed
    case.
    """
    informative = [t for t in triples if t[1].shape != t[2].shape and t[2].size > 1] or [
        t for t in triples if t[1].shape != t[2].shape
    ]
    first_fits = triples[0][1].shape == triples[0][2].shape
    if not informative or first_fits or len(informative) < len(triples) / 2:
        return None
    return next(
        (
            Diagnosis(name, message)
            for name, holds, message in _SHAPES
            if all(holds(got, right, read_sizes(names, case)) for case, got, right in informative)
        ),
        None,
    )


def wrong_shape(triples: Sequence[tuple]) -> Diagnosis | None:
    """Say that a shape is wrong, where nothing better can be said."""
    _, got, right = triples[0]
    if got.shape == right.shape:
        return None
    return Diagnosis(
        "wrong shape",
        "Your result has the wrong shape: compare it with what the exercise asks for, axis by "
        "axis.",
    )


# Name, whether it holds for (got, right, sizes), message.
_SHAPES = (
    (
        "transposed",
        lambda got, right, _: min(got.ndim, right.ndim) > 1 and got.shape == right.shape[::-1],
        "Your result is transposed: its rows should be its columns. The rows of X and of the "
        "responsibilities are samples, the rows of the means are components.",
    ),
    (
        "one axis too many",
        lambda got, right, _: (
            got.ndim == right.ndim + 1 and got.size == right.size and 1 in got.shape
        ),
        "Your result has one axis of length one too many, as left by keepdims=True or [:, "
        "None]: a vector of shape (K,) is not a table of shape (K, 1).",
    ),
    (
        "one axis missing",
        lambda got, right, _: got.ndim < right.ndim and got.size == right.size,
        "Your result has the right number of entries, but an axis of length one is missing: "
        "squeeze or an index has dropped it.",
    ),
    (
        "summed over everything",
        lambda got, right, _: got.size == 1 and right.size > 1,
        "Your result is one number instead of several: a sum or mean runs over all axes instead "
        "of one.",
    ),
    (
        "one value per sample",
        lambda got, right, sizes: got.shape == (sizes.get("N"),) and right.ndim != 1,
        "Your result has one value per sample: the samples have not been combined yet, or were "
        "combined along the wrong axis.",
    ),
    (
        "one value per component",
        lambda got, right, sizes: got.shape == (sizes.get("K"),),
        "Your result has one value per component: a sum runs over the samples instead of the "
        "components, or something is missing from the term of each component.",
    ),
    (
        "one value per sample and component",
        lambda got, right, sizes: got.shape == (sizes.get("N"), sizes.get("K")) and right.ndim < 2,
        "Your result still has one value per sample and component: the sum over the components "
        "is missing.",
    ),
    (
        "all pairs of samples",
        lambda got, right, sizes: got.shape == (sizes.get("N"), sizes.get("N")),
        "Your result has one value for every pair of samples, shape (N, N): you need only the "
        "diagonal of the matrix product, each sample with itself.",
    ),
)
