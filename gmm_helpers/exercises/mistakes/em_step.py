"""Known mistakes in `em_step`; those in its parts are known to the exercises on them."""

from __future__ import annotations

from itertools import permutations

from .recipes.em_run import one_step
from .recipes.gaussians import rows, ways

__all__ = ["ITERATION", "MISTAKES"]

_REPEATED = tuple(
    first + one + second + other + third
    for first, second, third in permutations("WMC")
    for one, other in (("E", "E"), ("E", ""), ("", "E"))
)
# Orders of the updates in an iteration, see `recipes.em_run`.
ITERATION = {
    "old means in the covariances": ways("order", "WCM"),
    "E-step repeated between the updates": ways("order", *_REPEATED),
    "weights not updated": ways("order", "MC", "CM"),
    "only the means updated": ways("order", "M"),
    "means or covariances not updated": ways("order", "WM", "WmC", "mC", "W", "WC", "C"),
    "two iterations in one": ways("order", "WMCEWMC"),
    "parameters returned unchanged": ways("order", ""),
}
_RESULTS = [
    lambda new, order=order: tuple(new[j] for j in order) for order in [*permutations(range(3))][1:]
]
MISTAKES = rows(one_step, ITERATION, {"results in the wrong order": ways("result", *_RESULTS)})
