"""Small numbers that are added to densities, or that values are cut off at, from below.

What such a number does is not in proportion to it: it matters where a value is smaller.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from ...definition import Diagnosis
from .em_run import em, one_step
from .gaussians import gaussian, joint, log_sum
from .m_step import covariances_around

__all__ = ["FLOORS", "Floor", "Way"]

Way = Callable[[float], Callable]


class Floor(NamedTuple):
    """A small number that values are added to or cut off at, whatever its size.

    Parameters
    ----------
    diagnosis : Diagnosis
    ways : tuple of callable
        ``way(number)`` is a function with that number, as in `SmallNumber`.
    matters : float
        A smaller number costs nothing.
    is_underflow : bool, default=False
        Whether it hides underflow, and costs what that costs: the samples far away.
    """

    diagnosis: Diagnosis
    ways: tuple[Way, ...]
    matters: float = 0.0
    is_underflow: bool = False


_IN_LOGARITHM = Diagnosis(
    "small number in the logarithm",
    "A small number (an epsilon) is added to a density so that its logarithm is never -inf, or "
    "the density is cut off there. That hides the underflow instead of curing it: all distant "
    "samples get the same log-density. Work with logarithms throughout.",
)
_IN_DENOMINATOR = Diagnosis(
    "small number in the denominator",
    "A small number (an epsilon) is added to the densities or to their sum, or they are cut off "
    "there, so that nothing is divided by zero. That hides the underflow: where all densities are "
    "tiny, rows no longer sum to one, or all components get the same responsibility.",
)
_IN_DETERMINANT = Diagnosis(
    "small number added to the determinant",
    "A small number (an epsilon) is added to the determinant so that its logarithm is never -inf, "
    "or the determinant is cut off there. In small units a determinant is itself as small as "
    "that. np.linalg.slogdet gives its logarithm without computing it first.",
)
_CUT_OFF = Diagnosis(
    "cut off at a small number",
    "Small or negative values of your result are replaced by a small number (np.maximum, np.clip), "
    "as a guard against zeros. It changes right values, and here nothing needs it.",
)


def _add(values, c):
    return values + c


GUARDS = (_add, np.maximum)


def _to_densities(make) -> tuple[Way, ...]:
    """Guard what `make` is given as logarithms."""
    return tuple(
        lambda c, guard=guard: (
            lambda *given: make(given, lambda logs: np.log(guard(np.exp(logs), c)))
        )
        for guard in GUARDS
    )


def _each(given, guard):
    """Log π_k + log N(x_n | μ_k, Σ_k), where each density is guarded."""
    return joint(*given, weigh=lambda logs, weights: guard(logs) + np.log(weights))


def _log_det(guard, c):
    return lambda covariance: np.log(guard(np.linalg.det(covariance), c))


def _raised(guard, c):
    """A log-density with a guarded determinant."""
    return partial(gaussian, determinant=_log_det(guard, c))


def _to_determinants(make) -> tuple[Way, ...]:
    return tuple(
        lambda c, guard=guard: lambda *given: make(joint(*given, determinant=_log_det(guard, c)))
        for guard in GUARDS
    )


def _by_rows(terms):
    return terms / terms.sum(axis=1, keepdims=True)


def _shares(logs):
    return np.exp(logs - log_sum(logs)[:, None])


def _naive(place: str, guard: Callable) -> Callable:
    """Responsibilities from densities, with a guard somewhere: ``(X, *params, c)``."""

    def shares(X, weights, means, covariances, c):
        if place == "densities":
            logs = joint(X, np.ones_like(weights), means, covariances)
            return _by_rows(weights * guard(np.exp(logs), c))
        terms = np.exp(joint(X, weights, means, covariances))
        if place == "terms":
            return _by_rows(guard(terms, c))
        above = guard(terms, c) if place == "numerator too" else terms
        return above / guard(terms.sum(axis=1, keepdims=True), c)

    return shares


_NAIVE = tuple(
    _naive(place, guard)
    for place in ("sum", "terms", "densities", "numerator too")
    for guard in GUARDS
)


def _one_step(shares) -> Way:
    return lambda c: one_step(e_step=lambda *given: shares(*given, c))


def _steps(shares) -> Way:
    return lambda c: em(e_step=lambda *given: shares(*given, c))


_CUT_SHARES = (
    lambda *given: np.maximum(_shares(joint(*given[:-1])), given[-1]),
    lambda *given: np.clip(_shares(joint(*given[:-1])), given[-1], 1 - given[-1]),
    lambda *given: _by_rows(np.maximum(_shares(joint(*given[:-1])), given[-1])),
)
_VISIBLE = 1e-7  # in a result whose largest entry is about 1
_IN_SMALL_UNITS = 5e-12
_IN_SHARES = 1e-14  # where all determinants are cut off, they no longer say at what


def _one_e_step(shares) -> Way:
    return lambda c: lambda *given: shares(*given, c)


def _of_shares(way: Callable) -> tuple[Floor, ...]:
    """What may be done to responsibilities, in a function that computes them."""
    return (
        Floor(_CUT_OFF, tuple(map(way, _CUT_SHARES)), _VISIBLE),
        Floor(_IN_DENOMINATOR, tuple(map(way, _NAIVE)), is_underflow=True),
    )


def _floors(densities, make) -> tuple[Floor, ...]:
    return (
        Floor(_IN_LOGARITHM, tuple(densities), is_underflow=True),
        Floor(_IN_DETERMINANT, _to_determinants(make), _IN_SMALL_UNITS),
    )


FLOORS: Mapping[str, tuple[Floor, ...]] = {
    "gaussian_log_density": (
        Floor(
            _IN_LOGARITHM,
            _to_densities(lambda given, guard: guard(gaussian(*given))),
            is_underflow=True,
        ),
        Floor(
            _IN_DETERMINANT,
            tuple(lambda c, guard=guard: _raised(guard, c) for guard in GUARDS),
            _IN_SMALL_UNITS,
        ),
    ),
    "weighted_log_prob": _floors(
        (*_to_densities(lambda given, guard: guard(joint(*given))), *_to_densities(_each)),
        lambda logs: logs,
    ),
    "mixture_log_density": _floors(
        (
            *_to_densities(lambda given, guard: guard(log_sum(joint(*given)))),
            *_to_densities(lambda given, guard: log_sum(guard(joint(*given)))),
            *_to_densities(lambda given, guard: log_sum(_each(given, guard))),
        ),
        log_sum,
    ),
    "negative_log_likelihood": _floors(
        (
            *_to_densities(lambda given, guard: -guard(log_sum(joint(*given))).sum()),
            *_to_densities(lambda given, guard: -log_sum(guard(joint(*given))).sum()),
            *_to_densities(lambda given, guard: -log_sum(_each(given, guard)).sum()),
        ),
        lambda logs: -log_sum(logs).sum(),
    ),
    "e_step": (
        *_of_shares(_one_e_step),
        Floor(_IN_DETERMINANT, _to_determinants(_shares), _IN_SHARES),
    ),
    "update_covariances": (
        Floor(
            _CUT_OFF,
            (lambda c: lambda X, r, means: np.maximum(covariances_around(X, r, means), c),),
        ),
    ),
    "em_step": _of_shares(_one_step),
    "fit_em": _of_shares(_steps),
}
