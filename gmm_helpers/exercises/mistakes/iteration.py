"""Known mistakes in `has_converged` and `em_step`."""

from __future__ import annotations

from itertools import permutations

import numpy as np

from ... import em
from ..definition import Misconception

__all__ = ["STEP_MISTAKES", "STOP_MISTAKES"]


def _if_two(rule):
    """A stop rule that says no before there is a change."""
    return lambda nll_history, tol: len(nll_history) > 1 and bool(rule(nll_history, tol))


def _relative(history, tol):
    return abs(history[-1] - history[-2]) < tol * abs(history[-2])


def _largest(history, tol):
    return np.abs(np.diff(history)).max() < tol


STOP_MISTAKES = (
    Misconception(
        "always the same answer",
        "Your function gives the same answer whatever the history: look at what the comparison "
        "is made with.",
        (lambda h, tol: True, lambda h, tol: False),
    ),
    Misconception(
        "sign of the change trusted",
        "You compare the change itself, not its size. A change of -5 is smaller than any positive "
        "tolerance, so EM would stop after its first step; and where rounding lets the NLL rise a "
        "little, the other sign is wrong. Ask how large the change is, whatever its direction.",
        (
            _if_two(lambda h, tol: h[-1] - h[-2] < tol),
            _if_two(lambda h, tol: h[-2] - h[-1] < tol),
        ),
    ),
    Misconception(
        "value instead of the change",
        "You compare the NLL itself with the tolerance. Its value has no meaning of its own: it "
        "depends on the number and the units of the data. What tells convergence is how much it "
        "still changes.",
        (
            _if_two(lambda h, tol: h[-1] < tol),
            _if_two(lambda h, tol: abs(h[-1]) < tol),
            lambda h, tol: bool(h[-1] < tol),
            lambda h, tol: bool(abs(h[-1]) < tol),
        ),
    ),
    Misconception(
        "compared with the start",
        "You compare the last entry with the first, or look at all changes together. The distance "
        "from the start only grows, and early changes are large in every run: what counts is the "
        "last change, from the entry before it.",
        (
            _if_two(_largest),
            _if_two(lambda h, tol: np.abs(np.diff(h)).mean() < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[0]) < tol),
            _if_two(lambda h, tol: abs(h[1] - h[0]) < tol),
        ),
    ),
    Misconception(
        "relative change",
        "You divide the change by the NLL. The exercise asks for the change itself, in nats; "
        "divided by an NLL that happens to be near zero it would be huge.",
        (
            _if_two(_relative),
            _if_two(lambda h, tol: abs((h[-1] - h[-2]) / h[-1]) < tol),
            _if_two(lambda h, tol: abs(h[-1] / h[-2]) < tol),
        ),
    ),
    Misconception(
        "any change instead of the last",
        "Your function says yes as soon as some change of the history is small. Only the last "
        "change counts.",
        (_if_two(lambda h, tol: np.abs(np.diff(h)).min() < tol),),
    ),
    Misconception(
        "answer turned round",
        "Your answer is turned round: it says whether EM should go on. Asked is whether it has "
        "converged.",
        (
            lambda h, tol: not (len(h) > 1 and abs(h[-1] - h[-2]) < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[-2]) > tol),
        ),
    ),
    Misconception(
        "change returned",
        "Your function returns the change. Asked is an answer, True or False: is its size below "
        "the tolerance?",
        tuple(
            lambda h, tol, change=change, start=start: change(h) if len(h) > 1 else start
            for change in (
                lambda h: abs(h[-1] - h[-2]),
                lambda h: h[-1] - h[-2],
                lambda h: h[-2] - h[-1],
            )
            for start in (0.0, np.inf)
        ),
    ),
    Misconception(
        "the start alone",
        "With one entry there is no change yet, and your function says that EM has converged. "
        "There the answer is no.",
        (
            lambda h, tol: len(h) < 2 or bool(abs(h[-1] - h[-2]) < tol),
            lambda h, tol: bool(abs(h[-1] - h[max(len(h) - 2, 0)]) < tol),
        ),
    ),
)


def _with(part):
    """An iteration in which a mistake replaces some of the new parameters."""

    def step(X, weights, means, covariances):
        responsibilities = em.e_step(X, weights, means, covariances)
        new = em.m_step(X, responsibilities)
        return part(
            np.asarray(X, dtype=float), responsibilities, (weights, means, covariances), new
        )

    return step


def _old_means(X, responsibilities, old, new):
    return new[0], new[1], em.update_covariances(X, responsibilities, old[1])


def _always_anew(*order):
    """Updates in some order, each with responsibilities of what is then known."""
    places = {"weights": 0, "means": 1, "covariances": 2}

    def step(X, *params):
        params = list(params)
        for name in order:
            updated = em.m_step(X, em.e_step(X, *params))
            if name == "covariances":
                updated = [*updated[:2], em.update_covariances(X, em.e_step(X, *params), params[1])]
            params[places[name]] = updated[places[name]]
        return tuple(params)

    return step


def _means_twice_the_e_step(X, weights, means, covariances):
    first = em.e_step(X, weights, means, covariances)
    new_weights, new_means = em.update_weights(first), em.update_means(X, first)
    again = em.e_step(X, new_weights, new_means, covariances)
    return new_weights, new_means, em.update_covariances(X, again, new_means)


def _weights_last(X, weights, means, covariances):
    new = em.em_step(X, weights, means, covariances)
    return em.update_weights(em.e_step(X, weights, new.means, new.covariances)), *new[1:]


def _hard(X, responsibilities, old, new):
    hard = np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]
    return em.m_step(X, hard)


def _equal_start(X, weights, means, covariances):
    return em.em_step(X, np.full(len(weights), 1 / len(weights)), means, covariances)


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
            _with(lambda X, r, old, new: (new[0], old[1], em.update_covariances(X, r, old[1]))),
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
        (lambda X, *params: em.em_step(X, *em.em_step(X, *params)),),
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
            lambda X, *params, ridge=ridge: em.em_step(X, *params, reg_covar=ridge)
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
