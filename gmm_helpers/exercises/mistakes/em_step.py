"""Known mistakes in `em_step`; those in its parts are known to the exercises on them."""

from __future__ import annotations

from itertools import permutations

from ..mistake import Mistake
from .recipes.em_run import one_step

__all__ = ["MISTAKES", "iteration_mistakes"]

# Name -> orders of the updates in an iteration, see `recipes.em_run`.
_ORDERS = {
    "old means in the covariances": ("WCM",),
    "E-step repeated between the updates": tuple(
        first + one + second + other + third
        for first, second, third in permutations("WMC")
        for one, other in (("E", "E"), ("E", ""), ("", "E"))
    ),
    "weights not updated": ("MC", "CM"),
    "only the means updated": ("M",),
    "means or covariances not updated": ("WM", "WmC", "mC", "W", "WC", "C"),
    "two iterations in one": ("WMCEWMC",),
    "parameters returned unchanged": ("",),
}


def iteration_mistakes(recipe) -> tuple[Mistake, ...]:
    """Make mistakes in one iteration, of `em_step` or of a whole run."""
    return tuple(
        Mistake(name, tuple({"order": order} for order in orders), recipe)
        for name, orders in _ORDERS.items()
    )


MISTAKES = (
    *iteration_mistakes(one_step),
    Mistake(
        "results in the wrong order",
        tuple(
            {"result": lambda new, order=order: tuple(new[j] for j in order)}
            for order in list(permutations(range(3)))[1:]
        ),
        one_step,
    ),
)
