"""What the results of wrong updates show by themselves, beyond their shapes and factors."""

from __future__ import annotations

import numpy as np

from ..definition import Diagnosis
from ..mistake import Mistake
from ..mistakes.messages import message_of

__all__ = ["covariance_symptom", "mean_symptom", "weight_symptom"]

NEAR = 1e-6

_INDEFINITE = (
    "One of your matrices is not a covariance matrix: it is not positive semi-definite, so its "
    "variance is negative in some direction. A sum of outer products with non-negative weights "
    "is never indefinite: look for a wrong sign, or for a mean subtracted from the wrong thing."
)
_ASYMMETRIC = (
    "Your matrices are not symmetric, but a covariance always is: both factors of the outer "
    "product must be the same deviations."
)


def _is_readable(got, expected) -> bool:
    same_shape = isinstance(got, np.ndarray) and got.shape == expected.shape
    return same_shape and bool(np.isfinite(got).all())


def _same(got, expected) -> bool:
    scale = np.abs(expected).max(initial=0)
    return bool(np.allclose(got, expected, rtol=NEAR, atol=NEAR * scale))


def weight_symptom(case, got, expected) -> Diagnosis | None:
    """Look at the sum and the signs of weights."""
    if not _is_readable(got, expected):
        return None
    if (got < 0).any():
        return Diagnosis(
            "negative weights",
            "Some of your weights are negative. A weight is a fraction of the samples, between "
            "0 and 1: a sum of responsibilities, none of which is negative, divided by a count.",
        )
    if not np.isclose(got.sum(), 1):
        return Diagnosis(
            "weights do not sum to one",
            "Your weights do not sum to 1. Together, the components account for all samples: look "
            "at what you divide by.",
            f"They sum to {got.sum():.9g}.",
        )
    return Diagnosis(
        "wrong values",
        "Your weights sum to 1, as they must, but their values are wrong: the weight of "
        "component k comes from column k of the responsibilities, over all samples.",
    )


def mean_symptom(case, got, expected) -> Diagnosis | None:
    """Check identity I1 for wrong means."""
    if not _is_readable(got, expected):
        return None
    X, responsibilities = case.arguments
    weights = responsibilities.mean(axis=0)
    if _same(weights @ got, X.mean(axis=0)):
        return Diagnosis(
            "samples distributed wrongly",
            "Identity I1 holds for your means: together they have the mean of the data. But the "
            "samples are distributed wrongly among the components. Look at which "
            "responsibilities go into which mean.",
        )
    return Diagnosis(
        "identity I1 fails",
        "The means, weighted by N_k / N, must give the mean of all samples (identity I1). Yours "
        "do not: the weights in your averages do not sum to one, they are not the "
        "responsibilities, or something else is in your sums.",
    )


def covariance_symptom(case, got, expected) -> Diagnosis | None:
    """Look at symmetry, signs, the excess over the right covariances, and identity I2."""
    if not _is_readable(got, expected):
        return None
    excess = got - expected
    for name, holds in _COVARIANCES:
        if holds(got, expected, excess):
            known = message_of("update_covariances", Mistake(name, ()))
            return Diagnosis(name, _ASYMMETRIC if name == "not symmetric" else known)
    X, responsibilities, means = case.arguments
    weights = responsibilities.mean(axis=0)
    moment = np.einsum("k,kij->ij", weights, got + means[:, :, None] * means[:, None])
    if _same(moment, X.T @ X / len(X)):
        return Diagnosis(
            "spread distributed wrongly",
            "Identity I2 holds for your covariances: together they have the right spread. But "
            "it is distributed wrongly among the components. Look at which responsibilities go "
            "into which covariance.",
        )
    if _negative(got):
        return Diagnosis("not a covariance", _INDEFINITE)
    return Diagnosis(
        "identity I2 fails",
        "The mixture with your covariances does not have the second moment of the data "
        "(identity I2). Look at the centre, at the "
        "weights of the samples, and at the divisor: at least one differs from the formula.",
    )


def _ridge(got, expected, excess) -> bool:
    """Whether the excess is the identity times a number, for each component."""
    same_for_all = got.shape[1] == 1  # one number is a multiple of the identity in any case
    numbers = excess[:1, :1, :1] if same_for_all else excess[:, :1, :1]
    return _same(excess, numbers * np.eye(got.shape[1]) + np.zeros_like(got))


def _negative(got) -> bool:
    return bool((np.linalg.eigvalsh(got) < -NEAR * np.abs(got).max()).any())


def _other_centre(got, expected, excess) -> bool:
    """Whether the excess is v vᵀ for every component, with a step v of the centre."""
    values = np.linalg.eigvalsh(excess)
    scale = np.abs(values).max()
    return bool(
        (values[:, -1] >= -NEAR * scale).all() and (abs(values[:, :-1]) < NEAR * scale).all()
    )


def _scaled(got, expected, excess) -> bool:
    """Whether every matrix, larger than 1 by 1, is right except for a factor of its own."""
    if got.shape[1] == 1:
        return False
    norms = (expected**2).sum(axis=(1, 2), keepdims=True)
    factors = (got * expected).sum(axis=(1, 2), keepdims=True) / norms
    return bool((factors > 0).all()) and _same(got, factors * expected)


# Name, and whether it holds for (got, expected, excess). All but one are names of known mistakes
# too, whose messages hold for any size of the ridge, any centre and any count.
_COVARIANCES = (
    (
        "product after averaging",
        lambda got, expected, _: np.abs(got).max() < NEAR * np.abs(expected).max(),
    ),
    ("not symmetric", lambda got, *_: not _same(got, got.swapaxes(1, 2))),
    ("ridge added", _ridge),
    ("centre other than the given means", _other_centre),
    ("divided by the wrong count", _scaled),
    (
        "diagonal only",
        lambda got, *_: got.shape[1] > 1 and _same(got, got * np.eye(got.shape[1])),
    ),
    (
        "one covariance for all components",
        lambda got, *_: len(got) > 1 and _same(got, np.broadcast_to(got[0], got.shape)),
    ),
)
