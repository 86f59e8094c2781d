"""Known mistakes in `mixture_log_density`."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..gaussian_log_density.catalogue import FACTORS
from ..gaussian_log_density.variants import DENSITY_MISTAKES
from ..recipes.gaussians import log_sum, of_joint
from .sums import mixture_density, of_parts, plain_densities, right, sum_terms
from .terms import PER_SAMPLE_MISTAKES

__all__ = ["MISTAKES"]

MISTAKES = (
    *PER_SAMPLE_MISTAKES,
    Mistake(
        "density instead of its logarithm",
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
    Mistake(
        "summed over the wrong axis",
        (
            of_joint(lambda logs: log_sum(logs, axis=0)),
            of_joint(lambda logs: np.log(np.exp(logs).sum(axis=0))),
            of_joint(lambda logs: logs.sum(axis=0)),
        ),
    ),
    Mistake(
        "summed over samples",
        (
            lambda *given: right(*given).sum(),
            lambda *given: right(*given).mean(),
            lambda *given: log_sum(right(*given)),
            lambda *given: np.log(mixture_density(*given).sum()),
            lambda *given: -right(*given).sum(),
        ),
    ),
    Mistake(
        "not summed over the components",
        (
            of_joint(lambda logs: logs),
            of_joint(np.exp),
            of_parts(lambda weights, logs: logs),
            of_parts(lambda weights, logs: np.exp(logs)),
            of_joint(lambda logs: logs.T),
            of_parts(lambda weights, logs: weights * logs),
        ),
    ),
    Mistake(
        "only one sample",
        (lambda *given: right(*given)[0], lambda *given: right(*given)[-1]),
    ),
)
