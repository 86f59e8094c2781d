"""Known mistakes in `em_step`."""

from __future__ import annotations

from itertools import permutations

import numpy as np

from ....em import steps, updates
from ...definition import Misconception

__all__ = ["STEP_MISTAKES"]


def _with(part):
    """An iteration in which a mistake replaces some of the new parameters."""

    def step(X, weights, means, covariances):
        responsibilities = steps.e_step(X, weights, means, covariances)
        new = steps.m_step(X, responsibilities)
        return part(
            np.asarray(X, dtype=float), responsibilities, (weights, means, covariances), new
        )

    return step


def _old_means(X, responsibilities, old, new):
    return new[0], new[1], updates.update_covariances(X, responsibilities, old[1])


def _always_anew(*order):
    """Updates in some order, each with responsibilities of what is then known."""
    places = {"weights": 0, "means": 1, "covariances": 2}

    def step(X, *params):
        params = list(params)
        for name in order:
            updated = steps.m_step(X, steps.e_step(X, *params))
            if name == "covariances":
                updated = [
                    *updated[:2],
                    updates.update_covariances(X, steps.e_step(X, *params), params[1]),
                ]
            params[places[name]] = updated[places[name]]
        return tuple(params)

    return step


def _means_twice_the_e_step(X, weights, means, covariances):
    first = steps.e_step(X, weights, means, covariances)
    new_weights, new_means = updates.update_weights(first), updates.update_means(X, first)
    again = steps.e_step(X, new_weights, new_means, covariances)
    return new_weights, new_means, updates.update_covariances(X, again, new_means)


def _weights_last(X, weights, means, covariances):
    new = steps.em_step(X, weights, means, covariances)
    return updates.update_weights(steps.e_step(X, weights, new.means, new.covariances)), *new[1:]


def _hard(X, responsibilities, old, new):
    hard = np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]
    return steps.m_step(X, hard)


def _equal_start(X, weights, means, covariances):
    return steps.em_step(X, np.full(len(weights), 1 / len(weights)), means, covariances)


STEP_MISTAKES = (
    Misconception(
        "old means in the covariance",
        "The covariances are taken around the old means. The spread around another point than the "
        "weighted mean is too large, by the square of the step the mean has just made. Hand the "
        "new means to the last update.",
        (_with(_old_means),),
    ),
    Misconception(
        "responsibilities computed again between the updates",
        "The responsibilities are computed anew between the updates. One iteration has one E-step: "
        "all three updates use the same responsibilities, those of the old parameters.",
        (
            *(_always_anew(*order) for order in permutations(("weights", "means", "covariances"))),
            _means_twice_the_e_step,
            _weights_last,
        ),
    ),
    Misconception(
        "not everything updated",
        "Some of the parameters are returned as they came. The M-step makes new weights, new means "
        "and new covariances.",
        (
            _with(lambda X, r, old, new: (old[0], new[1], new[2])),
            _with(lambda X, r, old, new: (new[0], old[1], new[2])),
            _with(lambda X, r, old, new: (new[0], new[1], old[2])),
            _with(lambda X, r, old, new: (old[0], new[1], old[2])),
            _with(lambda X, r, old, new: (old[0], old[1], new[2])),
            _with(lambda X, r, old, new: (new[0], old[1], old[2])),
            _with(
                lambda X, r, old, new: (new[0], old[1], updates.update_covariances(X, r, old[1]))
            ),
        ),
    ),
    Misconception(
        "nothing updated",
        "Your function returns the parameters it was given: the updated ones have been computed "
        "under another name, or not at all.",
        (lambda X, *params: params,),
    ),
    Misconception(
        "two iterations",
        "Your function makes two iterations in one call.",
        (lambda X, *params: steps.em_step(X, *steps.em_step(X, *params)),),
    ),
    Misconception(
        "hard assignment",
        "The responsibilities are rounded to zeros and ones before the updates. That is k-means' "
        "rule; EM counts a sample in parts.",
        (_with(_hard),),
    ),
    Misconception(
        "weights not used",
        "The E-step runs without the weights it was given.",
        (_equal_start,),
    ),
    Misconception(
        "something added to the covariances",
        "Something is added to the diagonal of the covariances. A ridge helps against collapse, "
        "but here the plain updates are asked for.",
        tuple(
            lambda X, *params, ridge=ridge: steps.em_step(X, *params, reg_covar=ridge)
            for ridge in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)
        ),
    ),
    Misconception(
        "results in another order",
        "The results come in another order: return weights, means and covariances, in this order.",
        (
            _with(lambda X, r, old, new: (new[1], new[2], new[0])),
            _with(lambda X, r, old, new: (new[1], new[0], new[2])),
            _with(lambda X, r, old, new: (new[2], new[1], new[0])),
            _with(lambda X, r, old, new: (new[0], new[2], new[1])),
        ),
    ),
)
