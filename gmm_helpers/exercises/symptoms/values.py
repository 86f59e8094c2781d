"""Symptoms in the values of a result that has the right shape."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np

from ...model.density import LOG_2PI
from ..definition import Diagnosis
from ..judging.comparison import agree
from .constants import not_finite
from .shapes import read_sizes

__all__ = ["value_symptom"]

WHOLE = 1e-9  # how far a number may be from a whole one that is meant
SINGLE_PRECISION = 1e-3  # relative error of a calculation in float32
MIN_CASES = 3  # of different sizes, for a number that is the same in all


@np.errstate(over="ignore")  # of an exponential: then it does not fit
def value_symptom(names: Sequence[str], triples: Sequence[tuple]) -> Diagnosis | None:
    """Say how wrong values relate to the right ones, in all cases; arguments as `shape_symptom`."""
    comparable = [
        (case, got.reshape(right.shape), right)
        for case, got, right in triples
        if got.size == right.size
    ]
    if 2 * len(comparable) <= len(triples):  # by chance, where a size is one
        return None
    triples = comparable
    for name, holds, message in _VALUES:
        if all(holds(*triple) for triple in triples):
            return Diagnosis(name, message)
    return (
        _rounded(triples)
        or _factor(names, triples)
        or _fixed_count(names, triples)
        or _offset(names, triples)
        or not_finite(triples)
    )


def _unchanged(case, got, right) -> bool:
    arrays = [value for value in case.arguments if isinstance(value, np.ndarray)]
    return any(agree(got, np.asarray(value, dtype=float)) for value in arrays)


def _permuted(case, got, right) -> bool:
    """Whether the components (at most 5) are permuted along one of the axes."""
    for axis in range(right.ndim):
        n = right.shape[axis]
        if 1 < n <= 5:
            permutations = list(itertools.permutations(range(n)))[1:]
            if any(agree(got, np.take(right, order, axis)) for order in permutations):
                return True
    return False


def _single_precision(case, got, right) -> bool:
    with np.errstate(over="ignore"):
        is_single = np.array_equal(got.astype(np.float32), got)
    scale = np.abs(right).max(initial=0)
    return is_single and bool(np.allclose(got, right, SINGLE_PRECISION, SINGLE_PRECISION * scale))


# Name, whether it holds for (case, got, right), message.
_VALUES: tuple[tuple[str, Callable, str], ...] = (
    (
        "argument returned",
        _unchanged,
        "Your function returns one of its arguments unchanged: the result is stored under another "
        "name, or was never computed.",
    ),
    (
        "single precision",
        _single_precision,
        "Your result is nearly right, but computed in single precision (float32) or less, which "
        "keeps at most seven digits. Leave the arrays as they are, in float64.",
    ),
    (
        "sign",
        lambda case, got, right: agree(got, -right),
        "Your result has the wrong sign: it is minus what it should be.",
    ),
    (
        "logarithm returned",
        lambda case, got, right: (right > 0).all() and agree(got, np.log(right)),
        "Your result is the logarithm of what it should be: it still has to be exponentiated.",
    ),
    (
        "logarithm missing",
        lambda case, got, right: agree(got, np.exp(right)),
        "Your result is the exponential of what it should be: the logarithm is missing.",
    ),
    (
        "squared",
        lambda case, got, right: agree(got, right**2),
        "Your result is the square of what it should be.",
    ),
    (
        "square root returned",
        lambda case, got, right: (right >= 0).all() and agree(got, np.sqrt(right)),
        "Your result is the square root of what it should be.",
    ),
    (
        "transposed",
        lambda case, got, right: (
            right.ndim == 2 and right.shape == right.T.shape and agree(got, right.T)
        ),
        "Your result is transposed: rows and columns are exchanged.",
    ),
    (
        "components in the wrong order",
        _permuted,
        "Your result has the right numbers in the wrong order: component k of the arguments "
        "must be component k of the result. Look for a sort, or for weights paired with the "
        "wrong means.",
    ),
)


def _rounded(triples) -> Diagnosis | None:
    for n in range(8):
        if all(np.array_equal(got, np.round(right, n)) for _, got, right in triples):
            digits = "1 digit" if n == 1 else f"{n} digits"
            return Diagnosis(
                "rounded",
                f"Your result is right up to rounding: it is rounded to {digits} after the point. "
                "Return all digits: rounding is for what is printed.",
            )
    if all(_is_cut(got, right) for _, got, right in triples):
        return Diagnosis(
            "decimals cut off",
            "Your result consists of whole numbers: apart from the decimals, which are cut off, it "
            "is right. An array made for whole numbers (dtype=int) keeps no decimals, and int(...) "
            "and // drop them, too. Look at how your result is made.",
        )
    return None


def _is_cut(got, right) -> bool:
    """Whether numbers are the next whole ones, all towards zero or all below."""
    # Next to a whole number, rounding errors decide on which side it falls.
    return np.array_equal(got, np.round(got)) and any(
        ((got == cut(right - WHOLE)) | (got == cut(right + WHOLE))).all()
        for cut in (np.trunc, np.floor)
    )


def _factor(names, triples) -> Diagnosis | None:
    for name, factor in _FACTORS.items():
        if all(_fits(factor, names, t, lambda right, c: right * c) for t in triples):
            return Diagnosis(
                f"factor {name}",
                f"Your result is {name} times what it should be: look "
                f"{'at its sign, and ' if name.startswith('minus') else ''}for a number that you "
                "divide by, or multiply by, once too often or not at all.",
            )
    return None


def _fixed_count(names, triples) -> Diagnosis | None:
    """A count that is the same in all cases, where it should be that of the case."""
    ratios = [_ratio(got, right) for _, got, right in triples]
    if len(triples) < MIN_CASES or not all(ratios):
        return None
    for letter, things in (("N", "samples"), ("K", "components"), ("D", "features")):
        sizes = [read_sizes(names, case).get(letter, 0) for case, *_ in triples]
        if len(set(sizes)) < MIN_CASES or not all(sizes):
            continue
        for counts in (
            [r * s for r, s in zip(ratios, sizes, strict=True)],
            [s / r for r, s in zip(ratios, sizes, strict=True)],
        ):
            if np.allclose(counts, counts[0], rtol=1e-6) and counts[0] > 1:
                return Diagnosis(
                    f"fixed number of {things}",
                    f"Your result is right except for a factor: you divide or multiply by the "
                    f"same number of {things} in every case. Take {letter} from the shape of an "
                    "argument.",
                    f"Yours is written for {counts[0]:.6g}.",
                )
    return None


def _ratio(got, right) -> float:
    """The factor between a result and the right one; 0 if there is none."""
    largest = np.abs(right).argmax() if right.size else 0
    if not right.size or not right.flat[largest]:
        return 0.0
    ratio = float(got.flat[largest] / right.flat[largest])
    return ratio if np.isfinite(ratio) and agree(got, ratio * right) else 0.0


def _offset(names, triples) -> Diagnosis | None:
    for name, offset in _OFFSETS.items():
        for sign, word in ((1, "more"), (-1, "less")):
            if all(
                _fits(offset, names, t, lambda right, c, sign=sign: right + sign * c)
                for t in triples
            ):
                return Diagnosis(
                    f"off by {name}",
                    f"Your result is {name} {word} than it should be, whatever the data: a "
                    "constant is missing, or added once too often.",
                )
    return None


def _fits(constant, names, triple, changed) -> bool:
    case, got, right = triple
    try:
        return agree(got, changed(right, constant(read_sizes(names, case))))
    except (KeyError, ZeroDivisionError):
        return False


_FACTORS: dict[str, Callable[[dict[str, int]], float]] = {
    "2": lambda s: 2.0,
    "1/2": lambda s: 0.5,
    "N": lambda s: s["N"],
    "1/N": lambda s: 1 / s["N"],
    "K": lambda s: s["K"],
    "1/K": lambda s: 1 / s["K"],
    "D": lambda s: s["D"],
    "1/D": lambda s: 1 / s["D"],
    "N/K": lambda s: s["N"] / s["K"],
    "N/(N - 1)": lambda s: s["N"] / (s["N"] - 1),
    "(N - 1)/N": lambda s: (s["N"] - 1) / s["N"],
    "minus 1/N": lambda s: -1 / s["N"],
    "minus 2": lambda s: -2.0,
    "minus 1/2": lambda s: -0.5,
    "1/log 2": lambda s: 1 / np.log(2),
    "1/log 10": lambda s: 1 / np.log(10),
}
_OFFSETS: dict[str, Callable[[dict[str, int]], float]] = {
    "log K": lambda s: np.log(s["K"]),
    "N log K": lambda s: s["N"] * np.log(s["K"]),
    "K log K": lambda s: s["K"] * np.log(s["K"]),
    "log N": lambda s: np.log(s["N"]),
    "N log N": lambda s: s["N"] * np.log(s["N"]),
    "(D/2) log 2π": lambda s: s["D"] / 2 * LOG_2PI,
    "N (D/2) log 2π": lambda s: s["N"] * s["D"] / 2 * LOG_2PI,
    "((D - 1)/2) log 2π": lambda s: (s["D"] - 1) / 2 * LOG_2PI,
    "N ((D - 1)/2) log 2π": lambda s: s["N"] * (s["D"] - 1) / 2 * LOG_2PI,
    "1": lambda s: 1.0,
}
