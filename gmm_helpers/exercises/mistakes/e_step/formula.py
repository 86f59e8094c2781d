"""Known mistakes in the formula of `e_step`: what is normalised, over what, with what densities."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.gaussian import SLIPS, joint

__all__ = ["FORMULA_MISTAKES", "by_rows", "equal_weights", "naive", "of_joint", "right"]


def by_rows(logs):
    shares = np.exp(logs - logs.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def right(*arguments):
    return by_rows(joint(*arguments))


def of_joint(normalised, **slips):
    """An E-step with a slip in its joint probabilities or in how it normalises them."""
    return lambda *arguments: normalised(joint(*arguments, **slips))


def _by_columns(logs):
    shares = np.exp(logs - logs.max(axis=0, keepdims=True))
    return shares / shares.sum(axis=0, keepdims=True)


def _by_everything(logs):
    shares = np.exp(logs - logs.max())
    return shares / shares.sum()


def naive(logs):
    return np.exp(logs) / np.exp(logs).sum(axis=1, keepdims=True)


def _hard(logs):
    return np.eye(logs.shape[1])[logs.argmax(axis=1)]


def _density(X, weights, means, covariances):
    return np.exp(joint(X, np.ones_like(weights), means, covariances))


def equal_weights(weights):
    return np.zeros_like(weights)


_SLIP_MESSAGES = {
    "determinant omitted": "The determinant of the covariance is missing from the densities: a "
    "narrow component is dense near its mean, a wide one thin everywhere, and without "
    "det Σ that difference is lost. It cancels only if all components have the same "
    "determinant. Look at the part of log N that depends on Σ alone.",
    "determinant not rooted": "The density divides by the determinant itself, not by its square "
    "root: in log N it stands with the factor 1/2. Wide components are punished too much.",
    "determinant with the wrong sign": "The determinant enters with the wrong sign: a wide "
    "component must have a lower density at its mean, not a higher one.",
    "factor 1/2 omitted": "The factor 1/2 before the squared distance in the exponent is missing. "
    "Every density falls off too fast, so the responsibilities are too sure of themselves.",
    "covariance instead of its inverse": "The squared distance uses the covariance itself where "
    "its inverse belongs: samples in a direction of large spread should be near, not far.",
    "standard deviation taken for variance": "A standard deviation and a variance are confused: "
    "Σ already holds variances (squared units). Either it is used as if it were a root, or a "
    "root of it is used where Σ belongs.",
    "only the diagonal used": "Only the diagonal of the covariances is used, as if the features "
    "were uncorrelated. The ellipses lose their tilt, and samples along it go to the wrong "
    "component. Look at how the off-diagonal entries enter the distance and the determinant.",
    "solved against the wrong triangle": "The distance is solved with the transposed Cholesky "
    "factor: z^T z is the squared distance only if L z = x - μ with L L^T = Σ, the lower "
    "triangle.",
    "covariance not used": "The covariances are not used for the distance: that would be right "
    "for round components of variance 1 only.",
    "inverted entry by entry": "The covariance is inverted entry by entry, 1/Σ. The inverse of a "
    "matrix is another thing.",
}

FORMULA_MISTAKES = (
    Misconception(
        "weights omitted",
        "The weights are missing: what you normalise are the densities alone. Bayes' rule "
        "multiplies each density with the prior probability of its component, so a rare "
        "component needs stronger evidence. Look at the numerator of r_nk.",
        (of_joint(by_rows, weigh=equal_weights), of_joint(naive, weigh=equal_weights)),
    ),
    Misconception(
        "normalised over samples",
        "Your responsibilities sum to one over the samples (each column), not over the components "
        "(each row). A responsibility answers: this sample, which component did it come from? "
        "So for every single sample the components share 1 between them. Look at the axis of "
        "your sum.",
        (
            of_joint(_by_columns),
            of_joint(lambda logs: np.exp(logs) / np.exp(logs).sum(axis=0)),
            of_joint(_by_columns, weigh=equal_weights),
        ),
    ),
    Misconception(
        "normalised over everything",
        "Your responsibilities sum to one over the whole table. Each row on its own must sum to "
        "one, as every sample came from exactly one component. Look at the axis of your sum: "
        "there is none.",
        (of_joint(_by_everything), of_joint(lambda logs: np.exp(logs) / np.exp(logs).sum())),
    ),
    Misconception(
        "not normalised",
        "Your result is weight times density, the numerator of Bayes' rule, and not yet divided "
        "by the sum over the components. Its rows do not sum to one, so it is no probability.",
        (of_joint(np.exp),),
    ),
    Misconception(
        "densities returned",
        "Your result holds the densities N(x_n | μ_k, Σ_k). Bayes' rule multiplies them with the "
        "weights and then divides by the sum over the components.",
        (_density,),
    ),
    Misconception(
        "hard assignment",
        "Each sample is given wholly to its most probable component (a hard assignment: zeros and "
        "ones). The E-step keeps the doubt: a sample between two components belongs to both in "
        "part. Look for argmax or rounding.",
        (
            of_joint(_hard),
            of_joint(_hard, weigh=equal_weights),
            lambda *arguments: np.round(right(*arguments)),
        ),
    ),
    *(
        Misconception(
            name,
            _SLIP_MESSAGES[name],
            tuple(
                of_joint(normalised, **slip) for slip in slips for normalised in (by_rows, naive)
            ),
        )
        for name, slips in SLIPS.items()
    ),
)
