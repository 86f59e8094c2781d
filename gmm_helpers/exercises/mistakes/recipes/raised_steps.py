"""Iterations of EM with a small number added in their E-step or M-step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ....em.steps import e_step_and_nll, m_step_unchecked
from ....model.params import GMMParams
from .em_run import em
from .m_step import counts, scatter

__all__ = ["OTHER_HALVES", "RAISED_HALVES", "divided", "loop", "means_over", "one"]

Way = Callable[[float], Callable]


def divided(table, c):
    """Divide terms that sum to 1 over the largest by their sum plus a number."""
    return table / (1 + c * table.max(axis=1, keepdims=True))


def means_over(X, r, divisor):
    return r.T @ X / divisor[:, None]


def _raise_before(params: GMMParams, c: float) -> GMMParams:
    covariances = params.covariances
    return params._replace(covariances=covariances + c * np.eye(covariances.shape[-1]))


def _raise_weights(params: GMMParams, c: float) -> GMMParams:
    return params._replace(weights=params.weights + c)


# An M-step with a number added: ``(X, responsibilities, c) -> GMMParams``.
def _m_step(X, r, c=0.0) -> GMMParams:
    return m_step_unchecked(X, r, c)


def _m_step_all_raised(X, r, c) -> GMMParams:
    new = _m_step(X, r)
    return new._replace(covariances=new.covariances + c)


def _m_step_counts(X, r, c) -> GMMParams:
    means = means_over(X, r, r.sum(axis=0) + c)
    return GMMParams(r.mean(axis=0), means, scatter(X, r, means) / (counts(r) + c))


def _m_step_all_counts(X, r, c) -> GMMParams:
    return _m_step_counts(X, r, c)._replace(weights=(r.sum(axis=0) + c) / len(X))


def _m_step_shares(X, r, c) -> GMMParams:
    return _m_step(X, r + c)


def _m_step_divided(X, r, c) -> GMMParams:
    return _m_step(X, divided(r, c))


_M_STEPS_RAISED = (_m_step, _m_step_all_raised)
_M_STEPS_COUNTED = (_m_step_counts, _m_step_all_counts, _m_step_shares, _m_step_divided)


def one(before, after) -> Way:
    """One iteration: `before` changes the parameters of the E-step, `after` is the M-step."""

    def way(c):
        def em_step(X, *given):
            old = GMMParams(*given)
            old = before(old, c) if before else old
            responsibilities = e_step_and_nll(X, old)[0]
            return tuple(after(X, responsibilities, c) if after else _m_step(X, responsibilities))

        return em_step

    return way


def loop(before, after) -> Way:
    """Whole runs of such iterations."""

    def way(c):
        def step(run, i):
            responsibilities = run.shares(i)
            if before:
                responsibilities = e_step_and_nll(run.X, before(run.state(i), c))[0]
            return after(run.X, responsibilities, c) if after else _m_step(run.X, responsibilities)

        return em(step=step)

    return way


RAISED_HALVES = (
    *((None, after) for after in _M_STEPS_RAISED),
    (_raise_before, None),
    (_raise_before, _m_step),
)
OTHER_HALVES = (*((None, after) for after in _M_STEPS_COUNTED), (_raise_weights, None))
