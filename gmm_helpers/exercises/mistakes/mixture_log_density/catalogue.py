"""Known mistakes in `mixture_log_density`."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..gaussian_log_density.catalogue import FACTORS
from ..gaussian_log_density.variants import DENSITY_MISTAKES
from ..recipes.gaussians import log_sum, of_joint
from .pairs import PAIRS
from .sums import mixture_density, of_parts, plain_densities, right, sum_terms
from .terms import PER_SAMPLE_MISTAKES

__all__ = ["MISTAKES"]

MISTAKES = (
    *PER_SAMPLE_MISTAKES,
    Misconception(
        "density instead of its logarithm",
        "Your result is the density itself, not its logarithm. You are asked for the logarithm "
        "because far from all components the density is too small to represent as a float. Look at "
        "the last step.",
        (
            mixture_density,
            lambda *given: sum_terms(plain_densities(*given)),
            *(
                of_joint(sum_terms, **change)
                for name in FACTORS
                for change in DENSITY_MISTAKES[name]
            ),
        ),
    ),
    Misconception(
        "summed over the wrong axis",
        "You sum over the samples (axis 0) instead of the components: every sample has a "
        "density of its own, to which all K components contribute. The result has shape (N,). "
        "Look at the axis of your sum.",
        (
            of_joint(lambda logs: log_sum(logs, axis=0)),
            of_joint(lambda logs: np.log(np.exp(logs).sum(axis=0))),
            of_joint(lambda logs: logs.sum(axis=0)),
        ),
    ),
    Misconception(
        "summed over samples",
        "Your result combines all samples into one number. Each sample has a log-density of its "
        "own: sum over the components only, and keep one value for each of the N samples.",
        (
            lambda *given: right(*given).sum(),
            lambda *given: right(*given).mean(),
            lambda *given: log_sum(right(*given)),
            lambda *given: np.log(mixture_density(*given).sum()),
            lambda *given: -right(*given).sum(),
        ),
    ),
    Misconception(
        "not summed over the components",
        "Your result still has one value per component, shape (N, K): the terms of the sum are "
        "there, the sum is not. Exponentiate and add over the components before the last "
        "logarithm.",
        (
            of_joint(lambda logs: logs),
            of_joint(np.exp),
            of_parts(lambda weights, logs: logs),
            of_parts(lambda weights, logs: np.exp(logs)),
            of_joint(lambda logs: logs.T),
            of_parts(lambda weights, logs: weights * logs),
        ),
    ),
    Misconception(
        "only one sample",
        "Your result is the log-density of one sample only. Look for a return line inside the "
        "loop, or for a value that each pass of the loop overwrites.",
        (lambda *given: right(*given)[0], lambda *given: right(*given)[-1]),
    ),
    *PAIRS,
)
