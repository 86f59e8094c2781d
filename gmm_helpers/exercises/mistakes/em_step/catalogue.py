"""Known mistakes in `em_step`."""

from __future__ import annotations

from itertools import permutations

import numpy as np

from ....em import steps, updates
from ...definition import Mistake
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
    Mistake(
        "old means in the covariance",
        (_with(lambda X, r, old, new: (*new[:2], updates.update_covariances(X, r, old[1]))),),
    ),
    Mistake(
        "responsibilities computed again between the updates",
        (
            *(_repeat(*order) for order in permutations(("weights", "means", "covariances"))),
            _means_twice_the_e_step,
            _weights_last,
        ),
    ),
    Mistake(
        "not everything updated",
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
    Mistake(
        "parameters returned unchanged",
        (lambda X, *params: params,),
    ),
    Mistake(
        "two iterations",
        (lambda X, *params: steps.em_step(X, *steps.em_step(X, *params)),),
    ),
    Mistake(
        "hard assignment",
        (_with(lambda X, r, old, new: steps.m_step(X, harden(r))),),
    ),
    Mistake(
        "weights not used",
        (lambda X, w, *others: steps.em_step(X, np.full(len(w), 1 / len(w)), *others),),
    ),
    Mistake(
        "something added to the covariances",
        tuple(
            lambda X, *params, ridge=ridge: steps.em_step(X, *params, reg_covar=ridge)
            for ridge in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)
        ),
    ),
    Mistake(
        "results in the wrong order",
        (
            _with(lambda X, r, old, new: (new[1], new[2], new[0])),
            _with(lambda X, r, old, new: (new[1], new[0], new[2])),
            _with(lambda X, r, old, new: (new[2], new[1], new[0])),
            _with(lambda X, r, old, new: (new[0], new[2], new[1])),
        ),
    ),
)
