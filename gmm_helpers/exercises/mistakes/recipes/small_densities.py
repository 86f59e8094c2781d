"""Small numbers that are added to densities before their logarithm is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ...definition import Diagnosis
from .gaussians import gaussian, joint, log_sum

__all__ = ["ADDED_TO_DENSITIES", "IN_LOGARITHM"]

Way = Callable[[float], Callable]

IN_LOGARITHM = Diagnosis(
    "small number in the logarithm",
    "A small number (an epsilon) is added to a density so that its logarithm is never -inf, or "
    "the density is cut off there. That hides the underflow instead of curing it: all distant "
    "samples get the same log-density. Work with logarithms throughout.",
)


def _log_added(logs, c):
    return np.log(np.exp(logs) + c)


def _log_floored(logs, c):
    return np.log(np.maximum(np.exp(logs), c))


def _to_densities(make) -> tuple[Way, ...]:
    return tuple(
        lambda c, guard=guard: lambda *given: make(given, lambda logs: guard(logs, c))
        for guard in (_log_added, _log_floored)
    )


# Each way takes the number and returns a wrong function, as in `small_numbers`.
ADDED_TO_DENSITIES: Mapping[str, tuple[Way, ...]] = {
    "gaussian_log_density": _to_densities(lambda given, guard: guard(gaussian(*given))),
    "weighted_log_prob": _to_densities(lambda given, guard: guard(joint(*given))),
    "mixture_log_density": (
        *_to_densities(lambda given, guard: guard(log_sum(joint(*given)))),
        *_to_densities(lambda given, guard: log_sum(guard(joint(*given)))),
    ),
    "negative_log_likelihood": (
        *_to_densities(lambda given, guard: -guard(log_sum(joint(*given))).sum()),
        *_to_densities(lambda given, guard: -log_sum(guard(joint(*given))).sum()),
    ),
}
