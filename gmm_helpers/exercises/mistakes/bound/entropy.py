"""Known mistakes in `entropy`: of what it is taken, its logarithm, and what is added up."""

from __future__ import annotations

from functools import partial

import numpy as np

from ..recipes.bounds import entropy_recipe, safe_log
from ..recipes.gaussians import by_rows, rows, shares, ways
from ..recipes.updates import ROWS, harden

__all__ = ["MISTAKES"]

GUARDS = (1.0, 0.5, 0.1, 1e-2)  # smaller numbers are found whatever their size
FLOORS = (1e-4, 1e-5)

_spoil, _log, _terms, _total = (partial(ways, s) for s in ("spoil", "log", "terms", "total"))


def _mean(r):
    return r.mean(axis=0, keepdims=True)


def _means(r):
    return np.broadcast_to(r.mean(axis=0), r.shape)


def _xlogx(values):
    return values * safe_log(values)


def _largest(r):
    return r.max(axis=1)


_ROWS = {
    "0 log 0": _log(np.log),
    "sign": ways("sign", np.positive),
    "logarithm to another base": _total(
        *(lambda terms, b=b: terms.sum() / np.log(b) for b in (2, 10))
    ),
    "mean instead of sum": _total(
        np.mean,
        lambda terms: terms.sum() / len(terms),
        lambda terms: terms.sum(axis=0).mean(),
    ),
    "entropy of the weights": (
        *_spoil(_mean, _means),
        *_spoil(_mean, total=lambda terms: terms.mean()),
        *_log(lambda r: safe_log(_means(r))),
        *_log(lambda r: safe_log(_means(r)), total=lambda terms: terms.sum() / len(terms)),
    ),
    "not summed over the samples": _total(
        lambda terms: terms.sum(axis=1), lambda terms: terms, lambda terms: terms.mean(axis=1)
    ),
    "one entropy per component": _total(
        lambda terms: terms.sum(axis=0), lambda terms: terms.mean(axis=0)
    ),
    "normalised over samples": (
        *_spoil(partial(shares, axis=0)),
        *_spoil(partial(shares, axis=0), total=lambda terms: terms.sum(axis=0)),
    ),
    "normalised over everything": _spoil(lambda r: r / r.sum()),
    "entropy of the counts": _spoil(lambda r: r.sum(axis=0)),
    "responsibility missing before the logarithm": (
        *_terms(lambda r, logs: logs),
        *_terms(lambda r, logs: np.log(r)),
        *_total(np.mean, terms=lambda r, logs: logs),
        *_total(lambda terms: terms.sum() / len(terms), terms=lambda r, logs: logs),
    ),
    "responsibilities squared": (
        *_terms(lambda r, logs: r**2 * logs),
        *_spoil(np.square),
    ),
    "squares instead of logarithms": (
        *_log(lambda r: r),
        *_log(lambda r: r - 1),
        *ways("sign", lambda total: 1 - total, log=lambda r: r),
    ),
    "logarithm missing": _log(np.ones_like),
    "a yes-or-no entropy for each component": (
        *_terms(lambda r, logs: r * logs + _xlogx(1 - r)),
        *_terms(lambda r, logs: _xlogx(1 - r)),
        *_terms(*(lambda r, logs, k=k: _xlogx(r[:, k]) + _xlogx(1 - r[:, k]) for k in (0, -1))),
        *_log(lambda r: safe_log(1 - r)),
    ),
    "logarithm outside the sum": (
        *_total(lambda terms: np.log(np.abs(terms.sum())), log=lambda r: r),
        *_terms(lambda r, logs: np.log((r**2).sum(axis=1))),
        *_terms(lambda r, logs: safe_log(r.sum())),
    ),
    "exponential of the entropy": (
        *ways("sign", lambda total: np.exp(-total)),
        *_total(lambda terms: -np.exp(-terms.sum(axis=1)).sum()),
    ),
    "divided by the largest possible entropy": (
        *_terms(lambda r, logs: r * logs / np.log(r.shape[1])),
        *_terms(lambda r, logs: r * logs / np.log(r.shape[1]) / len(r)),
        *_terms(lambda r, logs: r * logs / np.log(max(r.shape[1], 2))),
        *_terms(lambda r, logs: r * logs / np.log(max(r.shape[1], 2)) / len(r)),
    ),
    "distance from equal shares": (
        *_terms(lambda r, logs: r * (logs + np.log(r.shape[1]))),
        *_terms(lambda r, logs: r * (logs + np.log(r.shape[1])), sign=np.positive),
    ),
    "only the largest responsibility": (
        *_terms(lambda r, logs: _xlogx(_largest(r))),
        *_terms(lambda r, logs: safe_log(_largest(r))),
        *_terms(lambda r, logs: r.max(axis=1)),
    ),
    "maximum instead of sum": (
        *_total(np.min, np.max),
        *_total(lambda terms: terms.min(axis=1).sum()),
    ),
    "one component only": _total(
        *(lambda terms, k=k: terms[:, k].sum() for k in (0, -1)),
        *(lambda terms, k=k: terms[:, k].sum() for k in ROWS),
    ),
    "not all samples": _total(
        lambda terms: terms[0, 0],
        lambda terms: terms[-1, -1],
        lambda terms: terms[terms != 0][-1:].sum(),
        *(lambda terms, n=n: terms[n].sum() for n in (0, -1)),
        *(lambda terms, n=n: terms[n].sum() for n in ROWS),
    ),
    "responsibilities exponentiated": (
        *_spoil(by_rows, np.exp),
        *_log(np.exp, lambda r: np.exp(-r)),
    ),
    "responsibilities of another component": (
        *_log(*(lambda r, step=step: safe_log(np.roll(r, step, axis=1)) for step in (1, -1))),
        *_log(lambda r: safe_log(r[:, ::-1])),
    ),
    "all pairs of samples": _terms(lambda r, logs: r @ logs.T),
    "hard labels": (
        *_log(*(lambda r, c=c: safe_log(harden(r) + c) for c in (1e-10, 1e-12, 1e-9, 1e-15))),
    ),
    "small number added": _log(*(lambda r, c=c: np.log(r + c) for c in GUARDS)),
    "cut off at a small number": (
        *_spoil(*(lambda r, c=c: np.maximum(r, c) for c in FLOORS)),
        *_spoil(*(lambda r, c=c: np.clip(r, c, 1 - c) for c in FLOORS)),
    ),
}

MISTAKES = rows(entropy_recipe, _ROWS)
