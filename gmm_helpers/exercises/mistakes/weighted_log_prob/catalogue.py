"""Known mistakes in `weighted_log_prob`."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.gaussians import GAUSSIAN_MISTAKES, joint, log_sum
from ..recipes.m_step import PERMUTATIONS

__all__ = ["MISTAKES"]


def _joint(**changes):
    return lambda *arguments: joint(*arguments, **changes)


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
        "The weights are missing: your result is log N(x_n | μ_k, Σ_k). A frequent component makes "
        "a sample more probable than a rare one does: log π_k has to be added.",
        (_joint(weigh=np.zeros_like),),
    ),
    Misconception(
        "weights not turned into logarithms",
        "The weight itself is added to the log-density. A product of probabilities becomes a sum "
        "of *logarithms*: both factors need one.",
        (_joint(weigh=lambda weights: weights),),
    ),
    Misconception(
        "weights multiplied by the logarithms",
        "The weight multiplies the log-density. It should multiply the density; in logarithms "
        "that is a sum.",
        (_times, lambda X, w, m, C: np.log(w) * joint(X, np.ones_like(w), m, C)),
    ),
    Misconception(
        "division by the weights",
        "The logarithm of the weight is subtracted, which divides by the weight, so a rare "
        "component becomes more probable than a frequent one.",
        (_divided,),
    ),
    Misconception(
        "logarithm missing",
        "Your result is a product of probabilities, π_k N(x_n | μ_k, Σ_k) or a part of it. You "
        "are asked for its logarithm, which does not underflow far away.",
        (
            lambda *arguments: np.exp(joint(*arguments)),
            _densities,
            lambda X, w, m, C: w + np.exp(joint(X, np.ones_like(w), m, C)),
        ),
    ),
    Misconception(
        "underflow",
        "You multiply first and take the logarithm afterwards. Far away every density "
        "underflows to 0, and the logarithm of 0 is minus infinity (or whatever you put in its "
        "place). Add logarithms instead.",
        (_underflowing, *(_with_a_floor(floor) for floor in (1e-300, 1e-16, 1e-12, 1e-10, 1e-8))),
    ),
    Misconception(
        "normalised too early",
        "Your rows are already normalised: that is the logarithm of the responsibilities. Here "
        "you are asked only for the numerator of Bayes' rule.",
        (_normalised, lambda *arguments: np.exp(_normalised(*arguments))),
    ),
    Misconception(
        "summed over the components",
        "Your result has one value per sample: the log-density of the mixture, or a sum over "
        "the components. Here you are asked for the term of each component, shape (N, K).",
        (lambda *arguments: log_sum(joint(*arguments)), lambda *a: joint(*a).sum(axis=1)),
    ),
    Misconception(
        "transposed",
        "Your result is transposed: rows should be samples and columns components, shape (N, K).",
        (lambda *arguments: joint(*arguments).T,),
    ),
    Misconception(
        "weights in the wrong order",
        "The weights are paired with the wrong components: weights[k] belongs to means[k] and "
        "covariances[k].",
        tuple(
            _joint(weigh=lambda weights, permute=permute: np.log(permute(weights)))
            for permute in PERMUTATIONS
        ),
    ),
    Misconception(
        "weights used twice",
        "The weights enter twice: check whether what you start from already contains log π_k.",
        (_joint(weigh=lambda weights: 2 * np.log(weights)),),
    ),
    Misconception(
        "sign",
        "Your result has the wrong sign: add the log-densities as they are.",
        (lambda *arguments: -joint(*arguments),),
    ),
    Misconception(
        "logarithm to another base",
        "Your result uses a logarithm to another base (np.log10, np.log2). Log-densities use "
        "the natural logarithm, np.log.",
        (_joint(weigh=np.log10), _joint(weigh=np.log2)),
    ),
    *(
        Misconception(
            name,
            f"Your own Gaussian density is wrong: {name}. The helper gmm.component_log_prob "
            "returns it as chapter 1 derived it.",
            tuple(_joint(**change) for change in ways),
        )
        for name, ways in GAUSSIAN_MISTAKES.items()
    ),
)
