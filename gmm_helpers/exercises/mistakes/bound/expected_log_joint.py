"""Known mistakes in `expected_log_joint`: in the densities, the weights, and the expectation."""

from __future__ import annotations

from functools import partial

import numpy as np

from ....em.steps import m_step_unchecked
from ..recipes.bounds import entropy_recipe, expectation_recipe, safe_log
from ..recipes.gaussian_terms import CONSTANTS, CUT_OFF, ROUNDED, SMALL, TERMS, UNDERFLOW
from ..recipes.gaussians import by_rows, log_sum, rows, shares, ways
from ..recipes.updates import ROWS, harden
from ..weighted_log_prob import ONE_WEIGHT, WEIGHTS

__all__ = ["MISTAKES"]

_shares, _terms, _total = (partial(ways, slot) for slot in ("shares", "terms", "total"))
_expectation, _entropy = expectation_recipe(), entropy_recipe()


def _log(values):
    with np.errstate(divide="ignore"):
        return np.log(values)


def _recomputed(X, responsibilities, *given):
    return _expectation(X, responsibilities, *m_step_unchecked(X, responsibilities, 0.0))


def _with_entropy(sign):
    return lambda X, r, *given: _expectation(X, r, *given) + sign * _entropy(r)


_EVIDENCE = _terms(lambda r, densities, logs, w: log_sum(logs))

_ROWS = {
    "weights omitted": _terms(lambda r, densities, logs, w: r * densities),
    "sign": ways("sign", np.negative),
    "mean instead of sum": _total(
        lambda terms: terms.sum() / len(terms), np.mean, lambda terms: terms.mean(axis=0).mean()
    ),
    "log-likelihood returned": (
        *_EVIDENCE,
        *_terms(lambda r, densities, logs, w: log_sum(logs).mean()),
    ),
    "NLL returned": ways("sign", np.negative, **_EVIDENCE[0]),
    "responsibilities recomputed": _shares(lambda r, logs: by_rows(logs)),
    "parameters recomputed": (_recomputed,),
    "entropy included": (*map(_with_entropy, (1, -1)),),
    "responsibilities missing": (
        *_shares(lambda r, logs: np.ones_like(r)),
        *_shares(lambda r, logs: np.ones_like(r) / r.shape[1]),
        *_total(np.mean, shares=lambda r, logs: np.ones_like(r)),
        *_total(lambda terms: terms.sum() / len(terms), shares=lambda r, logs: np.ones_like(r)),
    ),
    "log-weights not weighted by the responsibilities": (
        *_terms(lambda r, densities, logs, w: r * densities + np.log(w)),
        *_terms(lambda r, densities, logs, w: r * densities + np.log(w) / len(r)),
    ),
    "log-densities not weighted by the responsibilities": _terms(
        lambda r, densities, logs, w: r * np.log(w) + densities
    ),
    "log-densities omitted": _terms(lambda r, densities, logs, w: r * np.log(w)),
    "logarithm of the responsibilities in place of log π": _terms(
        lambda r, densities, logs, w: r * (densities + safe_log(r))
    ),
    "weights computed from the responsibilities": _terms(
        lambda r, densities, logs, w: r * (densities + np.log(r.mean(axis=0))),
        lambda r, densities, logs, w: r * (densities + np.log(r.sum(axis=0))),
    ),
    "weights in place of the responsibilities": _terms(
        lambda r, densities, logs, w: w * logs, lambda r, densities, logs, w: r * w * logs
    ),
    "logarithm missing": (
        *ways("each", np.exp),
        *_terms(lambda r, densities, logs, w: r * np.exp(densities)),
        *_terms(lambda r, densities, logs, w: r * (w + np.exp(densities))),
        *_terms(lambda r, densities, logs, w: np.exp(logs)),
    ),
    "density without its logarithm": _terms(
        lambda r, densities, logs, w: r * (np.log(w) + np.exp(densities))
    ),
    "sum inside the logarithm": (
        *_terms(lambda r, densities, logs, w: log_sum(_log(r) + logs)),
        *_terms(lambda r, densities, logs, w: log_sum((_log(r) + logs).ravel())),
        *_terms(lambda r, densities, logs, w: log_sum(_log(r) + densities)),
        *_terms(lambda r, densities, logs, w: log_sum(_log(r) + logs, axis=0)),
        *_terms(lambda r, densities, logs, w: _log((r * np.exp(logs)).sum(axis=1))),
        *_terms(lambda r, densities, logs, w: _log((r * np.exp(logs)).sum())),
    ),
    "responsibilities inside the logarithm": _terms(
        lambda r, densities, logs, w: _log(r) + logs,
        lambda r, densities, logs, w: safe_log(r) + logs,
        lambda r, densities, logs, w: r + logs,
    ),
    "hard responsibilities": _shares(
        lambda r, logs: harden(r), lambda r, logs: np.round(r), lambda r, logs: (r > 0.5) * 1.0
    ),
    "only the largest component": (
        *_terms(lambda r, densities, logs, w: logs.max(axis=1)),
        *_terms(lambda r, densities, logs, w: (r * logs).max(axis=1)),
        *_terms(lambda r, densities, logs, w: r.max(axis=1) * logs.max(axis=1)),
    ),
    "not summed over the samples": _total(
        lambda terms: terms.sum(axis=1), lambda terms: terms, lambda terms: terms.mean(axis=1)
    ),
    "not summed over the components": _total(
        lambda terms: terms.sum(axis=0), lambda terms: terms.mean(axis=0)
    ),
    "not all samples": _total(
        lambda terms: terms[0, 0],
        lambda terms: terms[-1, -1],
        *(lambda terms, n=n: terms[n].sum() for n in (0, -1)),
        *(lambda terms, n=n: terms[n].sum() for n in ROWS),
    ),
    "one component only": _total(
        *(lambda terms, k=k: terms[:, k].sum() for k in (0, -1)),
        *(lambda terms, k=k: terms[:, k].sum() for k in ROWS),
    ),
    "responsibilities normalised over samples": _shares(lambda r, logs: shares(r, axis=0)),
    "responsibilities squared": _shares(lambda r, logs: r**2),
    "square root of the responsibilities": _shares(lambda r, logs: np.sqrt(r)),
    "responsibilities of another component": _shares(
        *(lambda r, logs, step=step: np.roll(r, step, axis=1) for step in (1, -1)),
        lambda r, logs: r[:, ::-1],
        lambda r, logs: 1 - r,
        *(lambda r, logs, k=k: np.repeat(r[:, [k]], r.shape[1], axis=1) for k in (0, -1)),
    ),
    "responsibilities of another sample": _shares(
        *(lambda r, logs, step=step: np.roll(r, step, axis=0) for step in (1, -1)),
        lambda r, logs: r[::-1],
        lambda r, logs: r.reshape(r.shape[::-1]).T,
    ),
    "responsibilities exponentiated": _shares(
        lambda r, logs: np.exp(r), lambda r, logs: by_rows(r), lambda r, logs: safe_log(r)
    ),
    "mean of the responsibilities": (
        *_shares(lambda r, logs: np.broadcast_to(r.mean(axis=0), r.shape)),
        *_terms(lambda r, densities, logs, w: r.sum() * logs),
        *_terms(lambda r, densities, logs, w: r.sum(axis=0) * logs),
    ),
}

MISTAKES = rows(
    expectation_recipe,
    _ROWS,
    UNDERFLOW,
    SMALL,
    WEIGHTS,
    # With all weights added it is as if they were not weighted by the responsibilities.
    {"one weight for all components": ONE_WEIGHT["one weight for all components"]},
    TERMS,
    CONSTANTS,
    ROUNDED,
    CUT_OFF,
)
