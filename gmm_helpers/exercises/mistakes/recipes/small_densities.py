"""Small numbers that are added to densities before their logarithm is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ...definition import Diagnosis
from .gaussians import gaussian_recipe, joint_recipe, likelihood_recipe, mixture_recipe

__all__ = ["ADDED_TO_DENSITIES", "IN_LOGARITHM"]

Way = Callable[[float], Callable]

IN_LOGARITHM = Diagnosis(
    "small number in the logarithm",
    "A small number (an epsilon) is added to a density so that its logarithm is never -inf, or "
    "the density is cut off there. That hides the underflow instead of curing it: all distant "
    "samples get the same log-density. Work with logarithms throughout.",
)


def _guards(c: float) -> tuple[Callable, Callable]:
    return lambda logs: np.log(np.exp(logs) + c), lambda logs: np.log(np.maximum(np.exp(logs), c))


def _of_results(recipe) -> tuple[Way, ...]:
    return tuple(lambda c, i=i: recipe(each=_guards(c)[i]) for i in range(2))


def _of_terms(recipe) -> tuple[Way, ...]:
    return tuple(
        lambda c, i=i: recipe(weigh=lambda logs, weights: _guards(c)[i](logs + np.log(weights)))
        for i in range(2)
    )


# Each way takes the number and returns a wrong function, as in `small_numbers`.
ADDED_TO_DENSITIES: Mapping[str, tuple[Way, ...]] = {
    "gaussian_log_density": _of_results(gaussian_recipe),
    "weighted_log_prob": _of_results(joint_recipe),
    "mixture_log_density": (*_of_results(mixture_recipe), *_of_terms(mixture_recipe)),
    "negative_log_likelihood": (*_of_results(likelihood_recipe), *_of_terms(likelihood_recipe)),
}
