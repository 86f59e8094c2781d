"""Known mistakes in `weighted_log_prob`."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.gaussians import GAUSSIAN_MISTAKES, ignore, joint, log_sum, of_joint, reorder

__all__ = ["MISTAKES"]


def _joint(**changes):
    return lambda *arguments: joint(*arguments, **changes)


def _with_a_floor(floor):
    return of_joint(lambda logs: np.log(np.exp(logs) + floor))


def _weighted_by(factor):
    return lambda X, w, *others: factor(w) * joint(X, w, *others, weigh=ignore)


def _normalise(logs):
    return logs - log_sum(logs)[:, None]


MISTAKES = (
    Misconception(
        "weights omitted",
        "The weights are missing: your result is log N(x_n | μ_k, Σ_k). A frequent component makes "
        "a sample more probable than a rare one does: log π_k has to be added.",
        (_joint(weigh=ignore),),
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
        (_weighted_by(lambda w: w), _weighted_by(np.log)),
    ),
    Misconception(
        "division by the weights",
        "The logarithm of the weight is subtracted, which divides by the weight, so a rare "
        "component becomes more probable than a frequent one.",
        (_joint(weigh=lambda weights: -np.log(weights)),),
    ),
    Misconception(
        "logarithm missing",
        "Your result is a product of probabilities, π_k N(x_n | μ_k, Σ_k) or a part of it. You "
        "are asked for its logarithm, which does not underflow far away.",
        (
            of_joint(np.exp),
            of_joint(np.exp, weigh=ignore),
            lambda X, w, *others: w + np.exp(joint(X, w, *others, weigh=ignore)),
        ),
    ),
    Misconception(
        "underflow",
        "You multiply first and take the logarithm afterwards. Far away every density "
        "underflows to 0, and the logarithm of 0 is minus infinity (or whatever you put in its "
        "place). Add logarithms instead.",
        tuple(_with_a_floor(floor) for floor in (0.0, 1e-300, 1e-16, 1e-12, 1e-10, 1e-8)),
    ),
    Misconception(
        "normalised too early",
        "Your rows are already normalised: that is the logarithm of the responsibilities. Here "
        "you are asked only for the numerator of Bayes' rule.",
        (of_joint(_normalise), of_joint(lambda logs: np.exp(_normalise(logs)))),
    ),
    Misconception(
        "summed over the components",
        "Your result has one value per sample: the log-density of the mixture, or a sum over "
        "the components. Here you are asked for the term of each component, shape (N, K).",
        (of_joint(log_sum), of_joint(lambda logs: logs.sum(axis=1))),
    ),
    Misconception(
        "transposed",
        "Your result is transposed: rows should be samples and columns components, shape (N, K).",
        (of_joint(np.transpose),),
    ),
    Misconception(
        "weights in the wrong order",
        "The weights are paired with the wrong components: weights[k] belongs to means[k] and "
        "covariances[k].",
        reorder(np.asarray),
    ),
    Misconception(
        "weights used twice",
        "The weights enter twice: check whether what you start from already contains log π_k.",
        (_joint(weigh=lambda weights: 2 * np.log(weights)),),
    ),
    Misconception(
        "sign",
        "Your result has the wrong sign: add the log-densities as they are.",
        (of_joint(np.negative),),
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
