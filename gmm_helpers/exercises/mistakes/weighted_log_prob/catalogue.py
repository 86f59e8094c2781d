"""Known mistakes in `weighted_log_prob`."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
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
    Mistake(
        "weights omitted",
        (_joint(weigh=ignore),),
    ),
    Mistake(
        "weights not turned into logarithms",
        (_joint(weigh=lambda weights: weights),),
    ),
    Mistake(
        "weights multiplied by the logarithms",
        (_weighted_by(lambda w: w), _weighted_by(np.log)),
    ),
    Mistake(
        "division by the weights",
        (_joint(weigh=lambda weights: -np.log(weights)),),
    ),
    Mistake(
        "logarithm missing",
        (
            of_joint(np.exp),
            of_joint(np.exp, weigh=ignore),
            lambda X, w, *others: w + np.exp(joint(X, w, *others, weigh=ignore)),
        ),
    ),
    Mistake(
        "underflow",
        tuple(_with_a_floor(floor) for floor in (0.0, 1e-300, 1e-16, 1e-12, 1e-10, 1e-8)),
    ),
    Mistake(
        "normalised too early",
        (of_joint(_normalise), of_joint(lambda logs: np.exp(_normalise(logs)))),
    ),
    Mistake(
        "summed over the components",
        (of_joint(log_sum), of_joint(lambda logs: logs.sum(axis=1))),
    ),
    Mistake(
        "transposed",
        (of_joint(np.transpose),),
    ),
    Mistake(
        "weights in the wrong order",
        reorder(np.asarray),
    ),
    Mistake(
        "weights used twice",
        (_joint(weigh=lambda weights: 2 * np.log(weights)),),
    ),
    Mistake(
        "sign",
        (of_joint(np.negative),),
    ),
    Mistake(
        "logarithm to another base",
        (_joint(weigh=np.log10), _joint(weigh=np.log2)),
    ),
    *(
        Mistake(
            name,
            tuple(_joint(**change) for change in ways),
        )
        for name, ways in GAUSSIAN_MISTAKES.items()
    ),
)
