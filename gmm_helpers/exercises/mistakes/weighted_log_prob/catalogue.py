"""Known mistakes in `weighted_log_prob`."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.gaussian import SLIPS, joint, log_sum
from ..recipes.permutations import OTHER_ORDERS

__all__ = ["MISTAKES"]


def _joint(**slips):
    return lambda *arguments: joint(*arguments, **slips)


def _densities(X, weights, means, covariances):
    return np.exp(joint(X, np.ones_like(weights), means, covariances))


def _times(X, weights, means, covariances):
    return weights * joint(X, np.ones_like(weights), means, covariances)


def _divided(X, weights, means, covariances):
    return joint(X, 1 / weights, means, covariances)


def _underflowing(*arguments):
    return np.log(np.exp(joint(*arguments)))


def _with_a_floor(floor):
    return lambda *arguments: np.log(np.exp(joint(*arguments)) + floor)


def _normalised(*arguments):
    logs = joint(*arguments)
    return logs - log_sum(logs)[:, None]


MISTAKES = (
    Misconception(
        "weights omitted",
        "The weights are missing: your result is log N(x_n | μ_k, Σ_k). A component that is used "
        "often makes a sample more probable than a rare one: log π_k has to be added.",
        (_joint(weigh=np.zeros_like),),
    ),
    Misconception(
        "weights not turned into logarithms",
        "The weight itself is added to the log-density. A product of probabilities becomes a sum "
        "of *logarithms*: both factors need one.",
        (_joint(weigh=lambda weights: weights),),
    ),
    Misconception(
        "weights multiplied with the logarithms",
        "The weight multiplies the log-density. It multiplies the density; in logarithms that is "
        "a sum.",
        (_times, lambda X, w, m, C: np.log(w) * joint(X, np.ones_like(w), m, C)),
    ),
    Misconception(
        "weights divided by",
        "The logarithm of the weight is subtracted: that divides by the weight, so a rare "
        "component becomes more probable than a frequent one.",
        (_divided,),
    ),
    Misconception(
        "logarithm missing",
        "Your result is a product of probabilities, π_k N(x_n | μ_k, Σ_k) or a part of it. What is "
        "asked for is its logarithm, which does not underflow far away.",
        (
            lambda *arguments: np.exp(joint(*arguments)),
            _densities,
            lambda X, w, m, C: w + np.exp(joint(X, np.ones_like(w), m, C)),
        ),
    ),
    Misconception(
        "underflow",
        "You multiply first and take the logarithm then. Far away every density underflows to 0 "
        "and the logarithm of 0 is minus infinity (or what you put in its place). Add logarithms "
        "instead.",
        (_underflowing, *(_with_a_floor(floor) for floor in (1e-300, 1e-16, 1e-12, 1e-10, 1e-8))),
    ),
    Misconception(
        "normalised too early",
        "Your rows are normalised already: that is the logarithm of the responsibilities. Here "
        "only the numerator of Bayes' rule is asked for.",
        (_normalised, lambda *arguments: np.exp(_normalised(*arguments))),
    ),
    Misconception(
        "summed over the components",
        "Your result is one value for each sample: the mixture's log-density, or a sum over the "
        "components. Here each component's own part is asked for, shape (N, K).",
        (lambda *arguments: log_sum(joint(*arguments)), lambda *a: joint(*a).sum(axis=1)),
    ),
    Misconception(
        "transposed",
        "Your result is transposed: rows are samples and columns are components, shape (N, K).",
        (lambda *arguments: joint(*arguments).T,),
    ),
    Misconception(
        "weights in the wrong order",
        "The weights are paired with the wrong components: weights[k] belongs to means[k] and "
        "covariances[k].",
        tuple(
            _joint(weigh=lambda weights, order=order: np.log(order(weights)))
            for order in OTHER_ORDERS
        ),
    ),
    Misconception(
        "weights used twice",
        "The weights enter twice: check whether what you start from already contains log π_k.",
        (_joint(weigh=lambda weights: 2 * np.log(weights)),),
    ),
    Misconception(
        "sign",
        "Your result has the wrong sign: log-densities are to be added as they are.",
        (lambda *arguments: -joint(*arguments),),
    ),
    Misconception(
        "logarithm to another base",
        "Your result uses a logarithm to another base (np.log10, np.log2). Densities go with the "
        "natural logarithm, np.log.",
        (_joint(weigh=np.log10), _joint(weigh=np.log2)),
    ),
    *(
        Misconception(
            name,
            f"Your own Gaussian density is wrong: {name}. The helper gmm.component_log_prob "
            "returns it as chapter 1 derived it.",
            tuple(_joint(**slip) for slip in slips),
        )
        for name, slips in SLIPS.items()
    ),
)
