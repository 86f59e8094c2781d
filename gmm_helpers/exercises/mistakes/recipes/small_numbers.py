"""Small numbers that are added against zeros and singular matrices, or that values are cut off at.

One table, made for a number: exercise, name, and slots of the recipe in which the number stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from ...mistake import SmallNumber
from . import bounds, gaussians
from .em_run import em, one_step
from .gaussians import log_det, log_sum, same, shares, ways
from .moments import RECIPES, moment

__all__ = ["SMALL_NUMBERS"]

_RECIPES: Mapping[str, Callable[..., Callable]] = {
    "gaussian_log_density": gaussians.gaussian_recipe,
    "weighted_log_prob": gaussians.joint_recipe,
    "mixture_log_density": gaussians.mixture_recipe,
    "negative_log_likelihood": gaussians.likelihood_recipe,
    "e_step": gaussians.responsibility_recipe,
    **RECIPES,
    "em_step": one_step,
    "fit_em": em,
    "entropy": bounds.entropy_recipe,
    "expected_log_joint": bounds.expectation_recipe,
    "elbo": bounds.bound_recipe,
}
COVARIANCE, RIDGE = "number added to the covariance", "ridge added"
ADDED, CUT_OFF = "small number added", "cut off at a small number"
LOGARITHM, DENOMINATOR = "small number in the logarithm", "underflow hidden"
DETERMINANT = "small number added to the determinant"
_FLOORS = (LOGARITHM, DENOMINATOR, DETERMINANT, CUT_OFF)
_UNDERFLOW = (LOGARITHM, DENOMINATOR)

# A smaller number costs nothing. On a diagonal small units show it; elsewhere it has to be visible
# in a result whose largest entry is about 1.
_MATTERS: Mapping[object, float] = {
    **dict.fromkeys((COVARIANCE, RIDGE, DETERMINANT), 5e-12),
    **dict.fromkeys((ADDED, CUT_OFF), 1e-7),
    ("e_step", DETERMINANT): 1e-14,  # where all are cut off, they no longer say at what
    ("update_covariances", CUT_OFF): 0.0,
}
_SAID_BY = dict.fromkeys(("em_step", "fit_em"), "e_step")  # of floors: they are in the E-step


def _ridge(c):
    return lambda matrices: matrices + c * np.eye(matrices.shape[-1])


def _guards(c):
    return lambda values: values + c, lambda values: np.maximum(values, c)


def _weights(c):
    return {"weigh": lambda logs, w: logs + np.log(w + c)}


def _raised_sum(logs, c):
    """Log-sum-exp with a number added to the sum of terms, of which the largest is 1."""
    total = log_sum(logs)
    return total + np.log1p(c * np.exp(logs.max(axis=1) - total))


def _densities(c):
    ridge, weights = _ridge(c), _weights(c)
    logs_of = [lambda logs, of=of: np.log(of(np.exp(logs))) for of in _guards(c)]
    dets_of = [lambda S, of=of: np.log(of(np.linalg.det(S))) for of in _guards(c)]

    def by_factor(S):
        factor = ridge(np.linalg.cholesky(S))
        return factor @ factor.T

    rows = {
        COVARIANCE: (
            *ways("sigma", ridge, lambda S: S + c, by_factor),
            *ways("matrix", lambda S: np.linalg.inv(ridge(S))),
            *ways("determinant", lambda S: log_det(ridge(S))),
        ),
        LOGARITHM: ways("each", *logs_of),
        DETERMINANT: ways("determinant", *dets_of),
    }
    terms = ways("weigh", *(lambda logs, w, of=of: of(logs + np.log(w)) for of in logs_of))
    apart = ways("weigh", *(lambda logs, w, of=of: of(logs) + np.log(w) for of in logs_of))
    sums = {"sum": lambda logs: _raised_sum(logs, c)}
    joint = {**rows, ADDED: (weights,), LOGARITHM: (*terms, *apart)}
    logarithm = (*rows[LOGARITHM], *terms, *apart)
    mixture = {**joint, ADDED: (weights, sums, weights | sums), LOGARITHM: logarithm}
    return {
        "gaussian_log_density": rows,
        "weighted_log_prob": joint,
        "mixture_log_density": mixture,
        "negative_log_likelihood": mixture,
        "expected_log_joint": joint,
        "e_step": {COVARIANCE: rows[COVARIANCE], **_shares_of(c), DETERMINANT: rows[DETERMINANT]},
    }


def _shares_of(c):
    guards, weights = _guards(c), _weights(c)
    sums = {"normalise": lambda logs: np.exp(logs - _raised_sum(logs, c)[:, None])}
    cut_off = lambda r: np.maximum(r, c), lambda r: np.clip(r, c, 1 - c)

    def guarded(logs, of, above=same):
        return above(np.exp(logs)) / of(np.exp(logs).sum(axis=1, keepdims=True))

    weighted = [lambda logs, w, of=of: w * of(np.exp(logs)) for of in guards]
    return {
        ADDED: (
            *(weights, sums, weights | sums),
            *ways("each", lambda r: r + c, lambda r: shares(r + c), lambda r: r / (1 + c)),
        ),
        CUT_OFF: ways("each", *cut_off, lambda r: shares(np.maximum(r, c))),
        DENOMINATOR: (
            *ways("normalise", *(partial(guarded, of=of) for of in guards)),
            *ways("normalise", *(lambda logs, of=of: shares(of(np.exp(logs))) for of in guards)),
            *ways("weigh", *weighted, normalise=shares),
            *ways("normalise", *(partial(guarded, of=of, above=of) for of in guards)),
        ),
    }


def _updates(c):
    ridge, (add, cut) = _ridge(c), _guards(c)
    counts = {"divisor": lambda g: g.N_k + c}
    sums = {"total": lambda terms, axis: terms.sum(axis) + c}
    responsibilities = ({"weights": add}, {"weights": add, "divisor": "plain"})
    of_weights = (
        *({"post": add}, {"weights": add, "divisor": "total"}),
        *(sums, {**sums, "divisor": lambda g: g.total + c * g.K}),
        {"divisor": lambda g: g.N + c},
    )
    return {
        "update_weights": {ADDED: of_weights},
        "update_means": {ADDED: (counts, *responsibilities, {"post": add})},
        "update_covariances": {
            RIDGE: ({"post": ridge}, {"post": add}, {"post": ridge, **counts}),
            ADDED: (counts, *responsibilities),
            CUT_OFF: ({"post": cut},),
        },
    }


def _iterations(c):
    ridge, (add, _) = _ridge(c), _guards(c)
    shared = {
        name: tuple({"e_step": gaussians.responsibility_recipe(**way)} for way in rows)
        for name, rows in {RIDGE: ({"sigma": ridge},), **_shares_of(c)}.items()
    }
    diagonal, entries = ({"covariances": moment(2, post=of)} for of in (ridge, add))
    divisor = {"divisor": lambda g: g.N_k + c}
    counts = {"means": moment(1, **divisor), "covariances": moment(2, **divisor)}
    weights = {"weights": lambda r: (r.sum(axis=0) + c) / len(r)}
    of_shares = (shared[ADDED][i] for i in (3, 1, 0))  # added to them, to sums and to weights
    table = {
        **shared,
        RIDGE: (diagonal, entries, *shared[RIDGE], shared[RIDGE][0] | diagonal),
        ADDED: (counts, counts | weights, *of_shares),
    }
    return {"em_step": table, "fit_em": table}


def _bounds(c):
    add, _ = _guards(c)
    entropy = (*ways("log", lambda r: np.log(add(r))), *ways("spoil", add))
    energy = {"weigh": lambda logs, w: logs + np.log(w + c)}
    return {
        "entropy": {ADDED: entropy},
        "elbo": {
            ADDED: (
                *({"entropy": bounds.entropy_recipe(**way)} for way in entropy),
                {"energy": bounds.expectation_recipe(**energy)},
            )
        },
    }


_TABLES = (_densities, _updates, _iterations, _bounds)
_TABLE_OF = {exercise: table for table in _TABLES for exercise in table(0.0)}


def _made(exercise: str, name: str, i: int, c: float) -> Callable:
    return _RECIPES[exercise](**_TABLE_OF[exercise](c)[exercise][name][i])


SMALL_NUMBERS: Mapping[str, tuple[SmallNumber, ...]] = {
    exercise: tuple(
        SmallNumber(
            name,
            tuple(partial(_made, exercise, name, i) for i in range(len(found))),
            bank=_SAID_BY.get(exercise, exercise) if name in _FLOORS else exercise,
            matters=_MATTERS.get((exercise, name), _MATTERS.get(name, 0.0)),
            is_floor=name in _FLOORS,
            is_underflow=name in _UNDERFLOW,
        )
        for name, found in rows.items()
    )
    for exercise, table in _TABLE_OF.items()
    for rows in (table(0.0)[exercise],)
}
