"""Known mistakes in the formula of `e_step`: what is normalised, and over which axis."""

from __future__ import annotations

from functools import partial

import numpy as np

from ...definition import Misconception
from ..recipes.gaussians import GAUSSIAN_MISTAKES, ignore, joint, of_joint
from ..recipes.m_step import harden

__all__ = ["FORMULA_MISTAKES", "by_rows", "naive", "right"]


def by_rows(logs, axis=1):
    terms = np.exp(logs - logs.max(axis=axis, keepdims=True))
    return terms / terms.sum(axis=axis, keepdims=True)


def right(*arguments):
    return by_rows(joint(*arguments))


def naive(logs):
    return np.exp(logs) / np.exp(logs).sum(axis=1, keepdims=True)


_DENSITY_MESSAGES = {
    "determinant omitted": "The determinant of the covariance is missing from the densities: a "
    "narrow component has a high density near its mean, a wide one a low density everywhere, and "
    "without det Σ that difference is lost. It cancels only if all components have the same "
    "determinant. Look at the term of log N that depends on Σ alone.",
    "square root of the determinant missing": "The density is divided by the determinant "
    "itself, not by its square root: in log N, log det Σ has the factor 1/2. Wide components "
    "are penalised too much.",
    "determinant with the wrong sign": "The determinant enters with the wrong sign: a wide "
    "component must have a lower density at its mean, not a higher one.",
    "factor 1/2 omitted": "The factor 1/2 before the squared distance in the exponent is "
    "missing. Every density falls off too fast, so the responsibilities are too confident.",
    "covariance instead of its inverse": "The squared distance uses the covariance itself where "
    "its inverse belongs: samples in a direction of large spread should be near, not far.",
    "standard deviation taken for variance": "A standard deviation is used as a variance, or the "
    "other way around. Σ already holds variances, in squared units: either it is used as if it "
    "were its square root, or a square root of it is used where Σ belongs.",
    "only the diagonal used": "Only the diagonal of the covariances is used, as if the features "
    "were uncorrelated. The ellipses lose their tilt, and samples along the tilted axis are "
    "assigned to the wrong component. Look at how the off-diagonal entries enter the distance and "
    "the determinant.",
    "solved against the wrong triangle": "The distance is computed with the transposed Cholesky "
    "factor: zᵀ z is the squared distance only if L z = x - μ, where L is lower triangular with "
    "L Lᵀ = Σ.",
    "covariance not used": "The covariances are not used in the distance. That would be right "
    "only for round components with variance 1.",
    "entrywise inverse": "The covariance is inverted entry by entry, 1/Σ. That is not the matrix "
    "inverse.",
}

FORMULA_MISTAKES = (
    Misconception(
        "weights omitted",
        "The weights are missing: you normalise the densities alone. Bayes' rule multiplies "
        "each density by the prior probability of its component, so a rare component needs "
        "stronger evidence. Look at the numerator of r_nk.",
        (of_joint(by_rows, weigh=ignore), of_joint(naive, weigh=ignore)),
    ),
    Misconception(
        "normalised over samples",
        "Your responsibilities sum to one over the samples (each column), not over the "
        "components (each row). A responsibility answers the question: which component did this "
        "sample come from? So for every single sample the probabilities of the components sum "
        "to one. Look at the axis of your sum.",
        (
            of_joint(partial(by_rows, axis=0)),
            of_joint(lambda logs: np.exp(logs) / np.exp(logs).sum(axis=0)),
            of_joint(partial(by_rows, axis=0), weigh=ignore),
        ),
    ),
    Misconception(
        "normalised over everything",
        "Your responsibilities sum to one over the whole table. Each row must sum to one, "
        "because every sample came from exactly one component. Look at the axis of your sum: "
        "there is none.",
        (
            of_joint(partial(by_rows, axis=None)),
            of_joint(lambda logs: np.exp(logs) / np.exp(logs).sum()),
        ),
    ),
    Misconception(
        "not normalised",
        "Your result is weight times density, the numerator of Bayes' rule, not yet divided by "
        "the sum over the components. Its rows do not sum to one, so it is not a probability.",
        (of_joint(np.exp),),
    ),
    Misconception(
        "densities returned",
        "Your result contains the densities N(x_n | μ_k, Σ_k). Bayes' rule multiplies them by "
        "the weights and then divides by the sum over the components.",
        (of_joint(np.exp, weigh=ignore),),
    ),
    Misconception(
        "hard assignment",
        "Each sample is assigned entirely to its most probable component (a hard assignment: "
        "zeros and ones). The E-step keeps the uncertainty: a sample between two components "
        "belongs partly to both. Look for argmax or rounding.",
        (
            of_joint(harden),
            of_joint(harden, weigh=ignore),
            lambda *arguments: np.round(right(*arguments)),
        ),
    ),
    *(
        Misconception(
            name,
            _DENSITY_MESSAGES[name],
            tuple(
                of_joint(normalised, **change) for change in ways for normalised in (by_rows, naive)
            ),
        )
        for name, ways in GAUSSIAN_MISTAKES.items()
    ),
)
