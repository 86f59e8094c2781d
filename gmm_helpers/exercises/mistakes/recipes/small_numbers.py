"""Small numbers that are added against division by zero or singular matrices, wherever they may be.

Each way takes the number and returns a wrong function, so that any number can be recognised.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ....em.steps import e_step_and_nll, m_step_unchecked
from ....model.params import GMMParams
from ...definition import SmallNumber
from .em_run import em
from .gaussians import gaussian, joint, log_sum
from .m_step import counts, covariances_around, scatter

__all__ = ["SMALL_NUMBERS"]

Way = Callable[[float], Callable]


def _log_det(covariance):
    return np.linalg.slogdet(covariance)[1]


def _eye(covariances):
    return np.eye(np.shape(covariances)[-1])


def _factor_raised(X, mean, covariance, c):
    factor = np.linalg.cholesky(covariance) + c * _eye(covariance)
    return gaussian(X, mean, factor @ factor.T)


def _distance_raised(X, mean, covariance, c):
    raised = covariance + c * _eye(covariance)
    return gaussian(X, mean, raised) + 0.5 * (_log_det(raised) - _log_det(covariance))


def _determinant_raised(X, mean, covariance, c):
    log_det = _log_det(covariance + c * _eye(covariance))
    return gaussian(X, mean, covariance) + 0.5 * (_log_det(covariance) - log_det)


# A log-density with a number added to the covariance, or to a part of what is made of it.
_RAISED = (
    lambda X, mean, covariance, c: gaussian(X, mean, covariance + c * _eye(covariance)),
    lambda X, mean, covariance, c: gaussian(X, mean, covariance + c),
    _factor_raised,
    _distance_raised,
    _determinant_raised,
)


def _shares(logs):
    return np.exp(logs - log_sum(logs)[:, None])


def _rows_normalised(table):
    return table / table.sum(axis=1, keepdims=True)


def _divided(table, c):
    """Divide terms that sum to 1 over the largest by their sum plus a number."""
    return table / (1 + c * table.max(axis=1, keepdims=True))


_OF_JOINT: dict[str, Callable] = {
    "weighted_log_prob": lambda logs: logs,
    "mixture_log_density": log_sum,
    "negative_log_likelihood": lambda logs: -log_sum(logs).sum(),
    "e_step": _shares,
}


def _on_covariances(make) -> tuple[Way, ...]:
    return tuple(
        lambda c, of=of: (
            lambda *given: make(
                joint(*given, of=lambda X, mean, covariance: of(X, mean, covariance, c))
            )
        )
        for of in _RAISED
    )


def _on_weights(make) -> Way:
    return lambda c: lambda *given: make(joint(*given, weigh=lambda w: np.log(w + c)))


_ON_SHARES: tuple[Way, ...] = (
    lambda c: lambda *given: _shares(joint(*given)) + c,
    lambda c: lambda *given: _rows_normalised(_shares(joint(*given)) + c),
    lambda c: lambda *given: _shares(joint(*given)) / (1 + c),
    lambda c: lambda *given: _divided(_shares(joint(*given)), c),
)


def _means(X, r, divisor):
    return r.T @ X / divisor[:, None]


_WEIGHTS: tuple[Way, ...] = (
    lambda c: lambda r: r.mean(axis=0) + c,
    lambda c: lambda r: (r + c).sum(axis=0) / (r + c).sum(),
    lambda c: lambda r: (r.sum(axis=0) + c) / len(r),
    lambda c: lambda r: (r.sum(axis=0) + c) / (r.sum() + c * r.shape[1]),
    lambda c: lambda r: r.sum(axis=0) / (len(r) + c),
)
_MEANS: tuple[Way, ...] = (
    lambda c: lambda X, r: _means(X, r, r.sum(axis=0) + c),
    lambda c: lambda X, r: _means(X, r + c, (r + c).sum(axis=0)),
    lambda c: lambda X, r: _means(X, r + c, r.sum(axis=0)),
    lambda c: lambda X, r: _means(X, r, r.sum(axis=0)) + c,
)
_DIAGONALS: tuple[Way, ...] = (
    lambda c: lambda X, r, means: covariances_around(X, r, means) + c * np.eye(X.shape[1]),
    lambda c: lambda X, r, means: covariances_around(X, r, means) + c,
)
_COUNTS: tuple[Way, ...] = (
    lambda c: lambda X, r, means: scatter(X, r, means) / (counts(r) + c),
    lambda c: lambda X, r, means: covariances_around(X, r + c, means),
    lambda c: lambda X, r, means: scatter(X, r + c, means) / counts(r),
)


def _raise_before(params: GMMParams, c: float) -> GMMParams:
    covariances = params.covariances
    return params._replace(covariances=covariances + c * _eye(covariances))


def _raise_weights(params: GMMParams, c: float) -> GMMParams:
    return params._replace(weights=params.weights + c)


# An M-step with a number added: ``(X, responsibilities, c) -> GMMParams``.
def _m_step(X, r, c=0.0) -> GMMParams:
    return m_step_unchecked(X, r, c)


def _m_step_all_raised(X, r, c) -> GMMParams:
    new = _m_step(X, r)
    return new._replace(covariances=new.covariances + c)


def _m_step_counts(X, r, c) -> GMMParams:
    means = _means(X, r, r.sum(axis=0) + c)
    return GMMParams(r.mean(axis=0), means, scatter(X, r, means) / (counts(r) + c))


def _m_step_all_counts(X, r, c) -> GMMParams:
    return _m_step_counts(X, r, c)._replace(weights=(r.sum(axis=0) + c) / len(X))


def _m_step_shares(X, r, c) -> GMMParams:
    return _m_step(X, r + c)


_M_STEPS_RAISED = (_m_step, _m_step_all_raised)
_M_STEPS_COUNTED = (_m_step_counts, _m_step_all_counts, _m_step_shares)


def _one(before, after) -> Way:
    """One iteration: `before` changes the parameters of the E-step, `after` is the M-step."""

    def way(c):
        def em_step(X, *given):
            old = GMMParams(*given)
            old = before(old, c) if before else old
            responsibilities = e_step_and_nll(X, old)[0]
            return tuple(after(X, responsibilities, c) if after else _m_step(X, responsibilities))

        return em_step

    return way


def _loop(before, after) -> Way:
    """Whole runs of such iterations."""

    def way(c):
        def step(run, i):
            responsibilities = run.shares(i)
            if before:
                responsibilities = e_step_and_nll(run.X, before(run.state(i), c))[0]
            return after(run.X, responsibilities, c) if after else _m_step(run.X, responsibilities)

        return em(step=step)

    return way


_RAISED_HALVES = (
    *((None, after) for after in _M_STEPS_RAISED),
    (_raise_before, None),
    (_raise_before, _m_step),
)
_OTHER_HALVES = (*((None, after) for after in _M_STEPS_COUNTED), (_raise_weights, None))

_RIDGE = (
    "A small number is added to the covariances, as a guard against singular matrices (reg_covar "
    "does that). What counts as small depends on the units, and here nothing needs it: compute "
    "with the covariances as they are."
)
_GUARD = (
    "A small number (an epsilon) is added to weights, counts or responsibilities, as a guard "
    "against zeros. It changes the result a little everywhere, and here nothing needs it."
)


def _small(ridge_name: str, ridges, guards=()) -> tuple[SmallNumber, ...]:
    guard = (SmallNumber("small number added", _GUARD, tuple(guards), False),) if guards else ()
    return (SmallNumber(ridge_name, _RIDGE, tuple(ridges), True), *guard)


_DENSITY = "number added to the covariance"
SMALL_NUMBERS: Mapping[str, tuple[SmallNumber, ...]] = {
    "gaussian_log_density": _small(
        _DENSITY, (lambda c, of=of: lambda *given: of(*given, c) for of in _RAISED)
    ),
    **{
        name: _small(
            _DENSITY,
            _on_covariances(make),
            (_on_weights(make), *(_ON_SHARES if name == "e_step" else ())),
        )
        for name, make in _OF_JOINT.items()
    },
    "update_weights": (SmallNumber("small number added", _GUARD, _WEIGHTS, False),),
    "update_means": (SmallNumber("small number added", _GUARD, _MEANS, False),),
    "update_covariances": _small("ridge added", _DIAGONALS, _COUNTS),
    "em_step": _small(
        "something added to the covariances",
        (_one(*halves) for halves in _RAISED_HALVES),
        (_one(*halves) for halves in _OTHER_HALVES),
    ),
    "fit_em": _small(
        "ridge added",
        (_loop(*halves) for halves in _RAISED_HALVES),
        (_loop(*halves) for halves in _OTHER_HALVES),
    ),
}
