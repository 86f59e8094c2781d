"""Symptoms in the shape of a result."""

from __future__ import annotations

from collections.abc import Sequence

from ..definition import Diagnosis
from ..judging.dimensions import sizes

__all__ = ["shape_symptom", "wrong_shape"]


def shape_symptom(names: Sequence[str], triples: Sequence[tuple]) -> Diagnosis | None:
    """Say what is wrong with the shape, if it is the same in all cases.

    Parameters
    ----------
    names : sequence of str
        Names of the arguments.
    triples : sequence of tuple
        (case, got, expected), one for each failed case.

    Returns
    -------
    Diagnosis or None
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
            if all(holds(got, right, sizes(names, case)) for case, got, right in informative)
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


def _transposed(got, right, _sizes) -> bool:
    return got.ndim > 1 and right.ndim > 1 and got.shape == right.shape[::-1]


def _extra_axis(got, right, _sizes) -> bool:
    return got.ndim == right.ndim + 1 and got.size == right.size and 1 in got.shape


def _axis_lost(got, right, _sizes) -> bool:
    return got.ndim < right.ndim and got.size == right.size


def _one_number(got, right, _sizes) -> bool:
    return got.size == 1 and right.size > 1


def _one_a_sample(got, right, sizes) -> bool:
    return got.shape == (sizes.get("N"),) and right.ndim != 1


def _one_a_component(got, right, sizes) -> bool:
    return got.shape == (sizes.get("K"),)


def _one_an_entry(got, right, sizes) -> bool:
    return got.shape == (sizes.get("N"), sizes.get("K")) and right.ndim < 2


def _pairs_of_samples(got, right, sizes) -> bool:
    return got.shape == (sizes.get("N"), sizes.get("N"))


_SHAPES = (
    (
        "transposed",
        _transposed,
        "Your result is transposed: its rows are what should be its columns. Samples go along "
        "the rows of X and of the responsibilities, components along the rows of the means.",
    ),
    (
        "an axis too many",
        _extra_axis,
        "Your result has an axis of length one too many, as keepdims=True or [:, None] leave it: "
        "a vector of shape (K,) is not a table of shape (K, 1).",
    ),
    (
        "an axis lost",
        _axis_lost,
        "Your result has the right number of entries but an axis of length one is missing, as "
        "squeeze or an index drops it.",
    ),
    (
        "summed over everything",
        _one_number,
        "Your result is one number where several are asked for: a sum or mean runs over all axes "
        "instead of one.",
    ),
    (
        "one value a sample",
        _one_a_sample,
        "Your result has one value for each sample: it is not yet, or not along the right axis, "
        "put together into what is asked for.",
    ),
    (
        "one value a component",
        _one_a_component,
        "Your result has one value for each component: a sum runs over the samples instead of "
        "the components, or something is missing from each component's part.",
    ),
    (
        "one value for each sample and component",
        _one_an_entry,
        "Your result still has one value for each sample and component: the sum over the "
        "components is missing.",
    ),
    (
        "all pairs of samples",
        _pairs_of_samples,
        "Your result has a value for every pair of samples, shape (N, N): of the product of "
        "matrices only the diagonal is meant, each sample with itself.",
    ),
)
