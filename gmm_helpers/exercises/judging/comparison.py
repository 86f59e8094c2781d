"""How two results are compared, and how their difference is described."""

from __future__ import annotations

import math

import numpy as np

from ...model.params import GMMParams
from .returned_values import Unusable

__all__ = ["agree", "describe_difference", "describe_parameters", "is_close"]

RTOL = 1e-6
ATOL = 1e-9  # relative to the largest expected entry
N_SHOWN = 3


def describe_difference(got, expected, what: str = "the result") -> str | None:
    """Say in a sentence how `got` differs from `expected`, or return None if it does not.

    `got` is what `as_plain` made of a student's result; the sentence begins with `what`.
    """
    expected = np.asarray(expected, dtype=float)
    if isinstance(got, Unusable):
        asked = f"numbers of shape {expected.shape}" if expected.ndim else "one number"
        return got.complain(what, asked)
    if isinstance(got, tuple):
        return f"{what} is a tuple of {len(got)}."
    if got.shape != expected.shape and not got.size == expected.size == 1:
        wanted = expected.shape if expected.ndim else "one number"
        return f"{what} has shape {got.shape}, expected {wanted}."
    got = got.reshape(expected.shape)
    if np.isnan(got).any() and not expected.ndim:
        return f"{what} is NaN."
    if np.isnan(got).any():
        return f"{what} holds NaN, first at {_place(np.isnan(got))}."
    wrong = ~is_close(got, expected)
    if not wrong.any():
        return None
    places = [tuple(place) for place in np.argwhere(wrong)[:N_SHOWN]]
    entries = "; ".join(_entry(place, got[place], expected[place]) for place in places)
    many = f" ({wrong.sum()} of {wrong.size} entries differ)" if wrong.sum() > N_SHOWN else ""
    return f"{what}{' ' if expected.ndim else ': '}{entries}{many}."


def describe_parameters(got, expected) -> str | None:
    """Say how weights, means or covariances differ, whichever is wrong first."""
    parts = zip(got, expected, GMMParams._fields, strict=True)  # or what is missing would count
    return next(filter(None, (describe_difference(*part) for part in parts)), None)


def agree(got, other) -> bool:
    """Whether two results are the same, including NaN and infinity."""
    if isinstance(got, tuple) or isinstance(other, tuple):
        same_kind = type(got) is type(other) and len(got) == len(other)
        if isinstance(got, Unusable) or not same_kind:
            return got == other if same_kind else False
        return all(map(agree, got, other))
    if got.shape != other.shape and not got.size == other.size == 1:
        return False
    if other.size == 1:
        return _are_same(float(got.item()), float(other.item()))
    if other.size and _differ_at_the_largest(got, other):  # as nearly all known mistakes do
        return False
    got = got.reshape(other.shape)
    with np.errstate(invalid="ignore"):
        same = is_close(got, other) | (got == other) | (np.isnan(got) & np.isnan(other))
    return bool(same.all())


def _are_same(got: float, other: float) -> bool:
    """What `agree` says of one number, in less time."""
    if math.isfinite(got) and math.isfinite(other):
        return abs(got - other) <= (RTOL + ATOL) * abs(other)
    return got == other or (got != got and other != other)


def _differ_at_the_largest(got, other) -> bool:
    place = np.abs(other).argmax()
    value = other.item(place)
    # If it is not finite, nothing is known yet: the other entries decide.
    return abs(got.item(place) - value) > 2 * (RTOL + ATOL) * abs(value)


def is_close(got, expected) -> np.ndarray:
    """Compare entry by entry; NaN and infinity are close to nothing.

    The absolute tolerance is relative to the largest expected entry: an entry that is tiny
    compared with the others need not be right to six digits of its own.
    """
    finite = np.isfinite(expected)
    floor = ATOL * np.abs(np.where(finite, expected, 0)).max(initial=0)
    with np.errstate(invalid="ignore", over="ignore"):
        near = np.abs(got - expected) <= RTOL * np.abs(expected) + floor
    return near & finite & np.isfinite(got)


def _entry(place, got: float, expected: float) -> str:
    digits = next((n for n in (6, 9, 12) if f"{expected:.{n}g}" != f"{got:.{n}g}"), 17)
    where = f"at {[int(i) for i in place]}: " if place else ""
    return f"{where}expected {expected:.{digits}g}, got {got:.{digits}g}"


def _place(where: np.ndarray) -> list[int]:
    return [int(i) for i in np.argwhere(where)[0]]
