"""Known mistakes in `e_step`."""

from __future__ import annotations

from functools import partial

import numpy as np

from ..definition import Misconception
from .joint import SLIPS, joint, log_sum

__all__ = ["MISTAKES"]

# What is added to denominators so that they are not zero.
EPSILONS = (1e-6, 1e-8, 1e-10, 1e-12, 1e-15, 1e-16, np.finfo(float).eps, 1e-20, 1e-100, 1e-300)


def _by_rows(logs):
    shares = np.exp(logs - logs.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def _right(*arguments):
    return _by_rows(joint(*arguments))


def _from(normalised, **slips):
    """An E-step with a slip in its joint probabilities or in how it normalises them."""
    return lambda *arguments: normalised(joint(*arguments, **slips))


def _by_columns(logs):
    shares = np.exp(logs - logs.max(axis=0, keepdims=True))
    return shares / shares.sum(axis=0, keepdims=True)


def _by_everything(logs):
    shares = np.exp(logs - logs.max())
    return shares / shares.sum()


def _naive(logs):
    return np.exp(logs) / np.exp(logs).sum(axis=1, keepdims=True)


def _with_epsilon(logs, epsilon):
    return np.exp(logs) / (np.exp(logs).sum(axis=1, keepdims=True) + epsilon)


def _with_epsilon_on_top_too(logs, epsilon):
    shares = np.exp(logs) + epsilon
    return shares / shares.sum(axis=1, keepdims=True)


def _with_least_denominator(logs, epsilon):
    return np.exp(logs) / np.maximum(np.exp(logs).sum(axis=1, keepdims=True), epsilon)


def _one_largest_for_all(logs):
    return _naive(logs - logs.max())


def _filled(value):
    return lambda logs: np.nan_to_num(_naive(logs), nan=value)


def _equal_where_lost(logs):
    return np.nan_to_num(_naive(logs), nan=1 / logs.shape[1])


def _hard(logs):
    return np.eye(logs.shape[1])[logs.argmax(axis=1)]


def _without_exponential(logs):
    return logs / logs.sum(axis=1, keepdims=True)


def _weights_ordered(order):
    return lambda X, weights, *others: _right(X, order(weights), *others)


def _densities_over_densities(X, weights, means, covariances):
    """The numerator has the weight, the sum below it has not."""
    below = log_sum(joint(X, np.ones_like(weights), means, covariances))
    return np.exp(joint(X, weights, means, covariances) - below[:, None])


def _weights_below_only(X, weights, means, covariances):
    above = joint(X, np.ones_like(weights), means, covariances)
    return np.exp(above - log_sum(joint(X, weights, means, covariances))[:, None])


def _density(X, weights, means, covariances):
    return np.exp(joint(X, np.ones_like(weights), means, covariances))


def _equal_weights(weights):
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

MISTAKES = (
    Misconception(
        "weights omitted",
        "The weights are missing: what you normalise are the densities alone. Bayes' rule "
        "multiplies each density with the prior probability of its component, so a rare "
        "component needs stronger evidence. Look at the numerator of r_nk.",
        (_from(_by_rows, weigh=_equal_weights), _from(_naive, weigh=_equal_weights)),
    ),
    Misconception(
        "normalised over samples",
        "Your responsibilities sum to one over the samples (each column), not over the components "
        "(each row). A responsibility answers: this sample, which component did it come from? "
        "So for every single sample the components share 1 between them. Look at the axis of "
        "your sum.",
        (
            _from(_by_columns),
            _from(lambda logs: np.exp(logs) / np.exp(logs).sum(axis=0)),
            _from(_by_columns, weigh=_equal_weights),
        ),
    ),
    Misconception(
        "normalised over everything",
        "Your responsibilities sum to one over the whole table. Each row on its own must sum to "
        "one, as every sample came from exactly one component. Look at the axis of your sum: "
        "there is none.",
        (_from(_by_everything), _from(lambda logs: np.exp(logs) / np.exp(logs).sum())),
    ),
    Misconception(
        "not normalised",
        "Your result is weight times density, the numerator of Bayes' rule, and not yet divided "
        "by the sum over the components. Its rows do not sum to one, so it is no probability.",
        (_from(np.exp),),
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
            _from(_hard),
            _from(_hard, weigh=_equal_weights),
            lambda *arguments: np.round(_right(*arguments)),
        ),
    ),
    *(
        Misconception(
            name,
            _SLIP_MESSAGES[name],
            tuple(_from(normalised, **slip) for slip in slips for normalised in (_by_rows, _naive)),
        )
        for name, slips in SLIPS.items()
    ),
    Misconception(
        "logarithms normalised without exponentiating",
        "You divide the log-probabilities by their sum. Only probabilities may be normalised like "
        "that: logarithms are negative and unbounded, so exponentiate first (after taking the "
        "largest out). Dividing probabilities is *subtracting* logarithms.",
        (
            _from(_without_exponential),
            _from(_without_exponential, weigh=_equal_weights),
            _from(lambda logs: logs - logs.sum(axis=1, keepdims=True)),
            _from(lambda logs: np.exp(_without_exponential(logs))),
        ),
    ),
    Misconception(
        "logarithms of the responsibilities returned",
        "Your result is log r_nk: right, but not yet exponentiated. Responsibilities lie between 0 "
        "and 1, and each row sums to one.",
        (
            _from(lambda logs: np.log(_by_rows(logs))),
            _from(lambda logs: logs - log_sum(logs)[:, None]),
        ),
    ),
    Misconception(
        "joint log-probabilities returned",
        "Your result is log π_k + log N(x_n | μ_k, Σ_k), from which the responsibilities have "
        "still to be made: exponentiate and normalise each row.",
        (lambda *arguments: joint(*arguments),),
    ),
    Misconception(
        "underflow",
        "Far from all components every density underflows to 0, and 0/0 is not a number. Your "
        "formula is right, but it has to be computed with logarithms: take the largest of each "
        "row out before you exponentiate (log-sum-exp), and no row is ever all zeros.",
        (_from(_naive), _from(_one_largest_for_all)),
    ),
    Misconception(
        "small number in the denominator",
        "A small number (an epsilon) keeps the denominator from being zero, or a value is filled "
        "in where it is. That hides the underflow instead of curing it: where all densities are "
        "tiny, rows no longer sum to one, or all components get the same share. Take the largest "
        "logarithm out of each row before you exponentiate (log-sum-exp).",
        (
            *(
                _from(partial(form, epsilon=epsilon))
                for form in (_with_epsilon, _with_epsilon_on_top_too, _with_least_denominator)
                for epsilon in EPSILONS
            ),
            _from(_filled(0.0)),
            _from(_filled(1.0)),
            _from(_equal_where_lost),
        ),
    ),
    Misconception(
        "transposed",
        "Your result is transposed: it has a row for each component. Responsibilities have a row "
        "for each sample and a column for each component, shape (N, K).",
        (lambda *arguments: _right(*arguments).T,),
    ),
    Misconception(
        "weights in the wrong order",
        "The weights are paired with the wrong components: weights[k] belongs to means[k] and "
        "covariances[k]. Look for a sort, a reversal or an index that is off by one.",
        tuple(
            _weights_ordered(order)
            for order in (
                lambda w: w[::-1],
                np.sort,
                lambda w: np.sort(w)[::-1],
                lambda w: np.roll(w, 1),
                lambda w: np.roll(w, -1),
            )
        ),
    ),
    Misconception(
        "weights added to the logarithms",
        "The weight is added to (or multiplied with) the log-density. A product of probabilities "
        "is a sum of their *logarithms*: log π_k + log N.",
        (
            _from(_by_rows, weigh=lambda weights: weights),
            lambda X, weights, *others: _by_rows(
                weights * joint(X, weights, *others, weigh=_equal_weights)
            ),
        ),
    ),
    Misconception(
        "weights on one side only",
        "The weights stand either in the numerator or in the sum below it, but not in both. Bayes' "
        "rule divides π_k N_k by the sum of the very same products, so that each row sums to one.",
        (_densities_over_densities, _weights_below_only),
    ),
    Misconception(
        "weights used twice",
        "The weights enter twice: check whether what you start from already contains log π_k.",
        (_from(_by_rows, weigh=lambda weights: 2 * np.log(weights)),),
    ),
)
