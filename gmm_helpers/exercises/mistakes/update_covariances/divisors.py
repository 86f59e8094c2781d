"""Known mistakes in `update_covariances`: what the sums are divided by."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.m_step import counts, harden, scatter

__all__ = ["DIVISOR_MISTAKES"]

# Added to counts so that none is zero; smaller ones do no harm.
GUARDS = (1.0, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6)


def _over(divisor):
    """Divide the correct sum by a wrong divisor."""
    return lambda X, r, means: scatter(X, r, means) / divisor(X, r)


DIVISOR_MISTAKES = (
    Mistake(
        "divided by N",
        (_over(lambda X, r: len(X)),),
    ),
    Mistake(
        "divided by N_k - 1",
        (_over(lambda X, r: counts(r) - 1),),
    ),
    Mistake(
        "unbiased divisor of np.cov",
        (
            _over(lambda X, r: counts(r) - counts(r**2) / counts(r)),
            _over(lambda X, r: len(X) - 1),
            _over(lambda X, r: counts(r) * (len(X) - 1) / len(X)),
        ),
    ),
    Mistake(
        "not divided by N_k",
        (_over(lambda X, r: 1.0),),
    ),
    Mistake(
        "divided twice",
        (
            _over(lambda X, r: counts(r) ** 2),
            _over(lambda X, r: counts(r) * len(X)),
            _over(lambda X, r: np.float64(len(X)) ** 2),
        ),
    ),
    Mistake(
        "divided by the wrong count",
        (
            _over(lambda X, r: r.sum(axis=0)),
            _over(lambda X, r: r.sum(axis=0)[:, None]),
            _over(lambda X, r: counts(r)[::-1]),
            _over(lambda X, r: np.roll(counts(r), 1)),
            _over(lambda X, r: np.roll(counts(r), -1)),
            _over(lambda X, r: counts(r)[0]),
            _over(lambda X, r: counts(r)[-1]),
            _over(lambda X, r: counts(r).max()),
            _over(lambda X, r: r.shape[1]),
            _over(lambda X, r: X.shape[1]),
            _over(lambda X, r: counts(harden(r))),
            _over(lambda X, r: counts(harden(r)) - 1),
            _over(lambda X, r: counts(r**2)),
            _over(lambda X, r: np.sqrt(counts(r))),
            _over(lambda X, r: np.round(counts(r))),
            _over(lambda X, r: counts(r) - r.shape[1]),
            _over(lambda X, r: counts(r) - X.shape[1]),
        ),
    ),
    Mistake(
        "divided by the weight",
        (_over(lambda X, r: counts(r) / len(X)),),
    ),
    Mistake(
        "small number in the denominator",
        (
            *(_over(lambda X, r, guard=guard: counts(r) + guard) for guard in GUARDS),
            *(_over(lambda X, r, least=least: np.maximum(counts(r), least)) for least in (1, 0.5)),
            _over(lambda X, r: np.maximum(counts(r) - 1, 1)),
        ),
    ),
)
