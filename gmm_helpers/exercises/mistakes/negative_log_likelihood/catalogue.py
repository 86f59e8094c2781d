"""Known mistakes in `negative_log_likelihood`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...definition import Mistake
from ..mixture_log_density.sums import of_parts, right
from ..mixture_log_density.terms import PER_SAMPLE_MISTAKES
from ..recipes.gaussians import log_sum, of_joint

__all__ = ["MISTAKES"]

# A log-density that is cut off at zero gives the same total as an absolute value, wherever the
# log-densities of a case are all positive, or all negative.
_CUT_OFF, _ABSOLUTE = "log-density cut off at zero", "absolute value"


def _total(density):
    """Turn a mistake in the density of each sample into one in minus their sum."""
    return lambda *given: -np.sum(density(*given))


def _find(name: str) -> Mistake:
    return next(mistake for mistake in PER_SAMPLE_MISTAKES if mistake.name == name)


def _densities(*given):
    return np.exp(right(*given))


_OF_TOTAL = (
    Mistake(
        "mean instead of sum",
        (
            lambda *given: -right(*given).mean(),
            lambda *given: right(*given).mean(),
            lambda *given: -np.log(_densities(*given)).mean(),
            lambda *given: -right(*given).sum() / given[0].size,
            lambda *given: -right(*given).sum() / len(given[1]),
        ),
    ),
    Mistake(
        "sign",
        (lambda *given: right(*given).sum(),),
    ),
    Mistake(
        _ABSOLUTE,
        (
            lambda *given: np.abs(right(*given).sum()),
            lambda *given: np.abs(right(*given)).sum(),
            lambda *given: max(-right(*given).sum(), 0),
            *map(_total, _find(_CUT_OFF).functions),
        ),
    ),
    Mistake(
        "not summed over the samples",
        (
            lambda *given: -right(*given),
            lambda *given: right(*given),
            lambda *given: -np.log(_densities(*given)),
        ),
    ),
    Mistake(
        "logarithm of a sum over samples",
        (
            lambda *given: -log_sum(right(*given)),
            lambda *given: -np.log(_densities(*given).sum()),
            lambda *given: -log_sum(right(*given)) + np.log(len(given[0])),
            lambda *given: -np.log(_densities(*given).mean()),
            lambda *given: -len(given[0]) * np.log(_densities(*given).mean()),
            # Over the samples inside the logarithm, over the components outside.
            _total(of_joint(lambda logs: log_sum(logs, axis=0))),
            _total(of_joint(lambda logs: np.log(np.exp(logs).sum(axis=0)))),
            _total(of_parts(lambda weights, logs: log_sum(logs, axis=0) + np.log(weights))),
            _total(of_parts(lambda weights, logs: log_sum(logs, axis=0))),
            lambda *given: log_sum(right(*given)),
            lambda *given: -log_sum(-right(*given)),
        ),
    ),
    Mistake(
        "product before the logarithm",
        (lambda *given: -np.log(_densities(*given).prod()),),
    ),
    Mistake(
        "logarithm missing",
        (
            lambda *given: -_densities(*given).sum(),
            lambda *given: -_densities(*given).prod(),
            lambda *given: _densities(*given).prod(),
            lambda *given: _densities(*given).sum(),
            lambda *given: _densities(*given),
            lambda *given: -_densities(*given),
            lambda *given: -_densities(*given).mean(),
            lambda *given: 1 / _densities(*given).prod(),
        ),
    ),
    Mistake(
        "logarithm taken twice",
        (
            lambda *given: -np.log(right(*given)).sum(),
            lambda *given: -np.log(right(*given).sum()),
            lambda *given: -np.log(-right(*given)).sum(),
            lambda *given: np.log(-right(*given).sum()),
            lambda *given: -np.log(-right(*given).sum()),
            lambda *given: -np.log(right(*given).prod()),
            lambda *given: -np.log(np.abs(right(*given))).sum(),
        ),
    ),
    Mistake(
        "weighted by the density itself",
        (
            lambda *given: -(_densities(*given) * right(*given)).sum(),
            lambda *given: (_densities(*given) * right(*given)).sum(),
        ),
    ),
    Mistake(
        "product of the logarithms",
        (lambda *given: -right(*given).prod(), lambda *given: right(*given).prod()),
    ),
    Mistake(
        "not all samples",
        (
            lambda *given: -right(*given)[0],
            lambda *given: -right(*given)[-1],
            lambda *given: -right(*given)[1:].sum(),
            lambda *given: -right(*given)[:-1].sum(),
            lambda *given: -right(*given).max(),
            lambda *given: -right(*given).min(),
        ),
    ),
)


MISTAKES = (
    *_OF_TOTAL,
    *(
        replace(mistake, ways=tuple(map(_total, mistake.functions)))
        for mistake in PER_SAMPLE_MISTAKES
        if mistake.name not in ("sign", _CUT_OFF)
    ),
)
