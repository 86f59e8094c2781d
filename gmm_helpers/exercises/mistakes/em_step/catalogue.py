"""Known mistakes in `em_step`."""

from __future__ import annotations

from itertools import permutations

import numpy as np

from ....em import steps, updates
from ...definition import Misconception
from ..recipes.m_step import harden

__all__ = ["MISTAKES"]


def _with(part):
    """Make an iteration in which a mistake replaces some of the new parameters."""

    def step(X, weights, means, covariances):
        responsibilities = steps.e_step(X, weights, means, covariances)
        new = steps.m_step(X, responsibilities)
        return part(
            np.asarray(X, dtype=float), responsibilities, (weights, means, covariances), new
        )

    return step


def _repeat(*order):
    """Make updates in some order, each with responsibilities of the parameters known by then."""
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


MISTAKES = (
    Misconception(
        "old means in the covariance",
        "The covariances are computed around the old means. The spread around any point other than "
        "the weighted mean is too large, by the square of the step that the mean has just taken. "
        "Pass the new means to the last update.",
        (_with(lambda X, r, old, new: (*new[:2], updates.update_covariances(X, r, old[1]))),),
    ),
    Misconception(
        "responsibilities computed again between the updates",
        "The responsibilities are computed again between the updates. One iteration has one "
        "E-step: all three updates use the same responsibilities, those of the old parameters.",
        (
            *(_repeat(*order) for order in permutations(("weights", "means", "covariances"))),
            _means_twice_the_e_step,
            _weights_last,
        ),
    ),
    Misconception(
        "not everything updated",
        "Some of the parameters are returned unchanged. The M-step computes new weights, new means "
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
        "parameters returned unchanged",
        "Your function returns the parameters it was given: the updated ones are stored under "
        "another name, or were never computed.",
        (lambda X, *params: params,),
    ),
    Misconception(
        "two iterations",
        "Your function makes two iterations in one call.",
        (lambda X, *params: steps.em_step(X, *steps.em_step(X, *params)),),
    ),
    Misconception(
        "hard assignment",
        "The responsibilities are rounded to zeros and ones before the updates. That is the "
        "rule of k-means; in EM each sample counts partly for every component.",
        (_with(lambda X, r, old, new: steps.m_step(X, harden(r))),),
    ),
    Misconception(
        "weights not used",
        "The E-step runs without the weights it was given.",
        (lambda X, w, *others: steps.em_step(X, np.full(len(w), 1 / len(w)), *others),),
    ),
    Misconception(
        "something added to the covariances",
        "Something is added to the diagonal of the covariances. A ridge prevents collapse, but "
        "here you are asked for the plain updates.",
        tuple(
            lambda X, *params, ridge=ridge: steps.em_step(X, *params, reg_covar=ridge)
            for ridge in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)
        ),
    ),
    Misconception(
        "results in the wrong order",
        "The results are in the wrong order: return weights, means and covariances, in this order.",
        (
            _with(lambda X, r, old, new: (new[1], new[2], new[0])),
            _with(lambda X, r, old, new: (new[1], new[0], new[2])),
            _with(lambda X, r, old, new: (new[2], new[1], new[0])),
            _with(lambda X, r, old, new: (new[0], new[2], new[1])),
        ),
    ),
)
