"""Symptoms in the shape of a result, and the sizes N, D and K that it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...model.params import GMMParams
from ..definition import Case, Diagnosis

__all__ = ["answer_symptom", "part_symptom", "read_sizes", "shape_symptom", "wrong_shape"]

MIN_CASES = 3  # of different shapes, for one that is the same in all
_AXES = {
    "X": ("N", "D"),
    "responsibilities": ("N", "K"),
    "weights": ("K",),
    "means": ("K", "D"),
    "covariances": ("K", "D", "D"),
    "mean": ("D",),
}
_COUNTS = {"n_samples": "N", "n_features": "D", "n_components": "K"}


def read_sizes(names: Sequence[str], case: Case) -> dict[str, int]:
    """Read N, D and K off the arguments of a case."""
    sizes: dict[str, int] = {}
    for name, value in zip(names, case.arguments, strict=False):
        if name in _AXES and isinstance(value, np.ndarray):
            sizes.update(zip(_AXES[name], value.shape, strict=True))
        elif name in _COUNTS and isinstance(value, (int, np.integer)):
            sizes[_COUNTS[name]] = int(value)
    return sizes


def shape_symptom(
    names: Sequence[str], triples: Sequence[tuple], what: str = "result"
) -> Diagnosis | None:
    """Say what is wrong with the shape, if it is the same in all cases.

    `names` are those of the arguments; there is a triple (case, got, expected) for each failed
    case; the sentence is about your `what`.
    """
    informative = _informative(triples)
    first_fits = triples[0][1].shape == triples[0][2].shape
    if not informative or first_fits or len(informative) < len(triples) / 2:
        return None
    return next(
        (
            Diagnosis(name, f"Your {what} {message}{_describe(names, informative)}")
            for name, holds, message in _SHAPES
            if all(holds(got, right, read_sizes(names, case)) for case, got, right in informative)
        ),
        None,
    )


def part_symptom(names: Sequence[str], triples: Sequence[tuple]) -> Diagnosis | None:
    """Say what is wrong with the shape of one of several results, such as the means."""
    parts = [(case, got, right) for case, got, right in triples if isinstance(right, tuple)]
    usable = [t for t in parts if type(t[1]) is type(t[2]) is tuple and len(t[1]) == len(t[2])]
    if not usable or len(usable) < len(triples):
        return None
    for i, name in enumerate(GMMParams._fields[: len(usable[0][2])]):
        each = [(case, got[i], right[i]) for case, got, right in usable]
        if not all(isinstance(v, np.ndarray) for _, got, right in each for v in (got, right)):
            continue
        what = f"array of {name}"
        found = shape_symptom(names, each, what) or wrong_shape(each, names, what)
        if found:
            return found
    return None


def answer_symptom(triples: Sequence[tuple]) -> Diagnosis | None:
    """Say that a yes-no question is answered by an array; there are several in each case."""
    answers = [answer for _, got, _ in triples for answer in got]
    if not any(isinstance(answer, np.ndarray) and answer.size != 1 for answer in answers):
        return None
    return Diagnosis(
        "several answers",
        "Your function returns an array with an answer for each of several entries. You are asked "
        "for a single answer, True or False: choose the entries that decide.",
    )


def wrong_shape(
    triples: Sequence[tuple], names: Sequence[str] = (), what: str = "result"
) -> Diagnosis | None:
    """Say that a shape is wrong, where nothing better can be said."""
    _, got, right = triples[0]
    if got.shape == right.shape:
        return None
    shapes = [{pair[i].shape for _, *pair in triples} for i in (0, 1)]
    if len(shapes[0]) == 1 < MIN_CASES <= len(shapes[1]):
        return Diagnosis(
            "same shape in every case",
            f"Your {what} has the shape {got.shape} in every case, whatever the sizes of the "
            "arguments: something in it is written for one size. Take N, K and D from the shapes "
            "of the arguments.",
        )
    return Diagnosis(
        "wrong shape",
        f"Your {what} has the wrong shape: compare it with what the exercise asks for, axis by "
        f"axis.{_describe(names, _informative(triples))}",
    )


def _informative(triples: Sequence[tuple]) -> list[tuple]:
    wrong = [t for t in triples if t[1].shape != t[2].shape]
    return [t for t in wrong if t[2].size > 1] or wrong


def _describe(names: Sequence[str], triples: Sequence[tuple]) -> str:
    """The two shapes in N, K and D, if they can be read off all cases."""
    sizes = [read_sizes(names, case) for case, *_ in triples]
    got = _letters([got.shape for _, got, _ in triples], sizes)
    right = _letters([right.shape for *_, right in triples], sizes)
    if not got or not right:
        return ""
    return f" Its shape is {got}; it should be {right if right != '()' else 'a number'}."


def _letters(shapes: Sequence[tuple], sizes: Sequence[dict[str, int]]) -> str:
    if len({len(shape) for shape in shapes}) != 1:
        return ""
    axes = []
    for lengths in zip(*shapes, strict=True):
        fits = [
            letter
            for letter in ("N", "K", "D")
            if all(size.get(letter) == n for size, n in zip(sizes, lengths, strict=True))
        ]
        if set(lengths) == {1}:
            fits = ["1"]
        if len(fits) != 1:
            return ""
        axes += fits
    return f"({axes[0]},)" if len(axes) == 1 else f"({', '.join(axes)})"


def _without_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(n for n in shape if n != 1)


# Name, whether it holds for (got, right, sizes), what to say of "your result".
_SHAPES = (
    (
        "transposed",
        lambda got, right, _: min(got.ndim, right.ndim) > 1 and got.shape == right.shape[::-1],
        "is transposed: its rows should be its columns. The rows of X and of the "
        "responsibilities are samples, the rows of the means are components.",
    ),
    (
        "one axis too many",
        lambda got, right, _: (
            got.ndim == right.ndim + 1 and got.size == right.size and 1 in got.shape
        ),
        "has one axis of length one too many, as left by keepdims=True or [:, "
        "None]: a vector of shape (K,) is not a table of shape (K, 1).",
    ),
    (
        "axes of length one too many",
        lambda got, right, _: (
            right.size > 1
            and got.ndim > right.ndim
            and _without_ones(got.shape) == _without_ones(right.shape)
        ),
        "has several axes of length one too many, as left by keepdims=True or [:, None]: index or "
        "sum them away.",
    ),
    (
        "one axis missing",
        lambda got, right, _: (
            got.ndim < right.ndim and _without_ones(got.shape) == _without_ones(right.shape)
        ),
        "has the right number of entries, but an axis of length one is missing: "
        "squeeze or an index has dropped it.",
    ),
    (
        "summed over everything",
        lambda got, right, _: got.size == 1 and right.size > 1,
        "is one number instead of several, as a sum or mean over all axes gives, or one entry.",
    ),
    (
        "one value per sample",
        lambda got, right, sizes: (
            got.shape == (sizes.get("N"),) and right.shape == (sizes.get("N"), sizes.get("K"))
        ),
        "has one value per sample, where each sample needs one value for each component.",
    ),
    (
        "one value per sample",
        lambda got, right, sizes: got.shape == (sizes.get("N"),) and right.ndim != 1,
        "has one value per sample: the samples have not been combined yet, or were "
        "combined along the wrong axis.",
    ),
    (
        "one value per component",
        lambda got, right, sizes: (
            got.shape == (sizes.get("K"),) and right.shape == (sizes.get("N"),)
        ),
        "has one value per component: a sum runs over the samples instead of the "
        "components, or something is missing from the term of each component.",
    ),
    (
        "one value per component",
        lambda got, right, sizes: got.shape == (sizes.get("K"),),
        "has one value per component, which is not what the exercise asks for.",
    ),
    (
        "one value per sample and component",
        lambda got, right, sizes: got.shape == (sizes.get("N"), sizes.get("K")) and right.ndim < 2,
        "still has one value per sample and component: the sum over the components is missing.",
    ),
    (
        "all pairs of samples",
        lambda got, right, sizes: got.shape == (sizes.get("N"), sizes.get("N")),
        "has one value for every pair of samples, shape (N, N): you need only the "
        "diagonal of the matrix product, each sample with itself.",
    ),
)
