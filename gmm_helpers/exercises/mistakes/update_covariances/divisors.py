"""Known mistakes in `update_covariances`: what the sums are divided by."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.m_step import counts, harden, scatter

__all__ = ["DIVISOR_MISTAKES"]

# Added to counts so that none is zero; smaller ones do no harm.
GUARDS = (1.0, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6)


def _over(divisor):
    """Divide the correct sum by a wrong divisor."""
    return lambda X, r, means: scatter(X, r, means) / divisor(X, r)


DIVISOR_MISTAKES = (
    Misconception(
        "divided by N",
        "You divide by N, the number of all samples. Component k accounts for only N_k of them, so "
        "its covariance comes out too small, by the factor N_k / N. Divide by the sum of the "
        "weights in your average.",
        (_over(lambda X, r: len(X)),),
    ),
    Misconception(
        "divided by N_k - 1",
        "You divide by N_k - 1, as for an unbiased estimate. The M-step maximises the likelihood, "
        "and the maximum has N_k in the denominator. N_k may even be smaller than 1.",
        (_over(lambda X, r: counts(r) - 1),),
    ),
    Misconception(
        "unbiased divisor of np.cov",
        "Your divisor is that of an unbiased estimate (the default of np.cov, ddof=1, or N - 1). "
        "The M-step maximises the likelihood: it divides by the plain sum of the responsibilities "
        "N_k.",
        (
            _over(lambda X, r: counts(r) - counts(r**2) / counts(r)),
            _over(lambda X, r: len(X) - 1),
            _over(lambda X, r: counts(r) * (len(X) - 1) / len(X)),
        ),
    ),
    Misconception(
        "not divided by N_k",
        "You return the weighted sums of the outer products (the scatter) without dividing them "
        "by N_k. (Dividing by the sums of the *rows* changes nothing: each is 1.) A covariance "
        "is an average.",
        (_over(lambda X, r: 1.0),),
    ),
    Misconception(
        "divided twice",
        "You divide twice: once before the sum over the samples and once more after it, or you "
        "take a mean where you need a sum.",
        (
            _over(lambda X, r: counts(r) ** 2),
            _over(lambda X, r: counts(r) * len(X)),
            _over(lambda X, r: np.float64(len(X)) ** 2),
        ),
    ),
    Misconception(
        "divided by the wrong count",
        "The weighted sum of component k is divided by something other than its own effective "
        "count N_k: the count of another component, K, D, or a count of hard labels. Also look "
        "at shapes: counts of shape (K,) line up with the *last* axis of a (K, D, D) array.",
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
    Misconception(
        "divided by the weight",
        "You divide by the weight π_k = N_k / N instead of the count N_k, so the covariances "
        "are N times too large.",
        (_over(lambda X, r: counts(r) / len(X)),),
    ),
    Misconception(
        "small number in the denominator",
        "A number is added to the counts, or they are kept above one, to avoid dividing by zero. "
        "The covariances become too small, and small components are affected most.",
        (
            *(_over(lambda X, r, guard=guard: counts(r) + guard) for guard in GUARDS),
            *(_over(lambda X, r, least=least: np.maximum(counts(r), least)) for least in (1, 0.5)),
            _over(lambda X, r: np.maximum(counts(r) - 1, 1)),
        ),
    ),
)
