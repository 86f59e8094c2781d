"""Small numbers that are added against zeros and singular matrices, or that values are cut off at.

One table, made for a number: exercise, name, and slots of the recipe in which the number stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from ...mistake import SmallNumber
from . import gaussians
from .em_run import em, one_step
from .gaussians import log_det, log_sum, ways
from .moments import RECIPES, moment

__all__ = ["SMALL_NUMBERS"]

_Slots = Mapping[str, Any]
_Table = dict[str, dict[str, tuple[_Slots, ...]]]

_RECIPES: Mapping[str, Callable[..., Callable]] = {
    "gaussian_log_density": gaussians.gaussian_recipe,
    "weighted_log_prob": gaussians.joint_recipe,
    "mixture_log_density": gaussians.mixture_recipe,
    "negative_log_likelihood": gaussians.likelihood_recipe,
    "e_step": gaussians.responsibility_recipe,
    **RECIPES,
    "em_step": one_step,
    "fit_em": em,
}
COVARIANCE, RIDGE = "number added to the covariance", "ridge added"
ADDED, CUT_OFF = "small number added", "cut off at a small number"
LOGARITHM, DENOMINATOR = "small number in the logarithm", "small number in the denominator"
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


def _shares(table):
    return table / table.sum(axis=1, keepdims=True)


def _table(c: float) -> _Table:
    return {**_densities(c), **_updates(c), **_iterations(c)}


def _ridge(c: float) -> Callable:
    return lambda matrices: matrices + c * np.eye(matrices.shape[-1])


def _guards(c: float) -> tuple[Callable, ...]:
    return lambda values: values + c, lambda values: np.maximum(values, c)


def _raised_sum(logs, c):
    """Log-sum-exp with a number added to the sum of terms, of which the largest is 1."""
    total = log_sum(logs)
    return total + np.log1p(c * np.exp(logs.max(axis=1) - total))


def _densities(c: float) -> _Table:
    ridge, guards = _ridge(c), _guards(c)
    in_logs = [lambda logs, of=of: np.log(of(np.exp(logs))) for of in guards]

    def by_factor(S):
        factor = ridge(np.linalg.cholesky(S))
        return factor @ factor.T

    covariance = (
        *ways("sigma", ridge, lambda S: S + c, by_factor),
        *ways("matrix", lambda S: np.linalg.inv(ridge(S))),
        *ways("determinant", lambda S: log_det(ridge(S))),
    )
    determinant = ways(
        "determinant", *(lambda S, of=of: np.log(of(np.linalg.det(S))) for of in guards)
    )
    each = ways("each", *in_logs)
    apart = ways("weigh", *(lambda logs, w, of=of: of(logs) + np.log(w) for of in in_logs))
    terms = ways("weigh", *(lambda logs, w, of=of: of(logs + np.log(w)) for of in in_logs))
    weights = {"weigh": lambda logs, w: logs + np.log(w + c)}
    sums = {"sum": lambda logs: _raised_sum(logs, c)}
    mixture = {
        COVARIANCE: covariance,
        ADDED: (weights, sums, {**weights, **sums}),
        LOGARITHM: (*each, *terms, *apart),
        DETERMINANT: determinant,
    }
    return {
        "gaussian_log_density": {COVARIANCE: covariance, LOGARITHM: each, DETERMINANT: determinant},
        "weighted_log_prob": {**mixture, ADDED: (weights,), LOGARITHM: (*each, *apart)},
        "mixture_log_density": mixture,
        "negative_log_likelihood": mixture,
        "e_step": {COVARIANCE: covariance, **_responsibilities(c), DETERMINANT: determinant},
    }


def _responsibilities(c: float) -> dict[str, tuple[_Slots, ...]]:
    guards = _guards(c)
    weights = {"weigh": lambda logs, w: logs + np.log(w + c)}
    sums = {"normalise": lambda logs: np.exp(logs - _raised_sum(logs, c)[:, None])}
    return {
        ADDED: (
            *(weights, sums, {**weights, **sums}),
            *ways("each", lambda r: r + c, lambda r: _shares(r + c), lambda r: r / (1 + c)),
        ),
        CUT_OFF: ways(
            "each",
            lambda r: np.maximum(r, c),
            lambda r: np.clip(r, c, 1 - c),
            lambda r: _shares(np.maximum(r, c)),
        ),
        # Of densities as they are: of their sum, of each with its weight or before it gets one.
        DENOMINATOR: tuple(
            way
            for place in (_of_sums, _of_terms, _of_densities, _of_both)
            for way in map(place, guards)
        ),
    }


def _of_sums(guard, above=lambda terms: terms) -> _Slots:
    def normalise(logs):
        terms = np.exp(logs)
        return above(terms) / guard(terms.sum(axis=1, keepdims=True))

    return {"normalise": normalise}


def _of_both(guard) -> _Slots:
    return _of_sums(guard, guard)


def _of_terms(guard) -> _Slots:
    return {"normalise": lambda logs: _shares(guard(np.exp(logs)))}


def _of_densities(guard) -> _Slots:
    return {"weigh": lambda logs, w: w * guard(np.exp(logs)), "normalise": _shares}


def _updates(c: float) -> _Table:
    def post(change) -> _Slots:
        return {"post": change}

    def add(values):
        return values + c

    counts = {"divisor": lambda g: g.N_k + c}
    samples = {"weights": add}
    return {
        "update_weights": {
            ADDED: (
                post(add),
                {**samples, "divisor": "total"},
                {"total": lambda terms, axis: terms.sum(axis) + c},
                {
                    "total": lambda terms, axis: terms.sum(axis) + c,
                    "divisor": lambda g: g.total + c * g.K,
                },
                {"divisor": lambda g: g.N + c},
            )
        },
        "update_means": {ADDED: (counts, samples, {**samples, "divisor": "plain"}, post(add))},
        "update_covariances": {
            RIDGE: (post(_ridge(c)), post(add), {**post(_ridge(c)), **counts}),
            ADDED: (counts, samples, {**samples, "divisor": "plain"}),
            CUT_OFF: (post(lambda matrices: np.maximum(matrices, c)),),
        },
    }


def _iterations(c: float) -> _Table:
    def e_step(**slots) -> _Slots:
        return {"e_step": gaussians.responsibility_recipe(**slots)}

    def m_step(**slots) -> _Slots:
        return {"means": moment(1, **slots), "covariances": moment(2, **slots)}

    def covariances(change) -> _Slots:
        return {"covariances": moment(2, post=change)}

    shares = _responsibilities(c)
    counts = m_step(divisor=lambda g: g.N_k + c)
    raised = e_step(sigma=_ridge(c))
    table = {
        RIDGE: (
            covariances(_ridge(c)),
            covariances(lambda matrices: matrices + c),
            raised,
            {**raised, **covariances(_ridge(c))},
        ),
        ADDED: (
            counts,
            {**counts, "weights": lambda r: (r.sum(axis=0) + c) / len(r)},
            *(e_step(**shares[ADDED][i]) for i in (3, 1, 0)),
        ),
        **{name: tuple(e_step(**way) for way in shares[name]) for name in (CUT_OFF, DENOMINATOR)},
    }
    return {"em_step": table, "fit_em": table}


def _made(exercise: str, name: str, i: int, c: float) -> Callable:
    return _RECIPES[exercise](**_table(c)[exercise][name][i])


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
    for exercise, rows in _table(0.0).items()
}
