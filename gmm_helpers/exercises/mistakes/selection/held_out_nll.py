"""Known mistakes in `held_out_nll`: what is fitted to, what is judged, and how it is added up.

Those in the NLL itself are known to the exercise on it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ....model.likelihood import negative_log_likelihood_unchecked
from ....model.params import GMMParams
from ..recipes.gaussians import rows, same, ways

__all__ = ["MISTAKES", "cross_validation"]

MAX_COMPONENTS = 6  # a number of them that may stand in the code


def _nll(X, weights, means, covariances):
    if not len(X):
        return 0.0
    return negative_log_likelihood_unchecked(X, GMMParams(weights, means, covariances))


def cross_validation(
    *,
    labels: Callable = np.unique,  # of the folds: one round for each
    left_out: Callable = lambda folds, label: folds == label,
    train: Callable = lambda X, out: X[~out],
    judged: Callable = lambda X, out: X[out],
    components: Callable = same,
    params: Callable = lambda fitted, i: fitted[i],
    nll: Callable = _nll,  # with the signature of the exercise on it
    each: Callable = lambda value, n: value,  # of the NLL of n samples
    total: Callable = lambda values, N: np.sum(values),
    sign: Callable = same,
):
    """Make a cross-validation, or what mistakes in one of its steps make of it."""

    def held_out_nll(X, folds, n_components, fit):
        X = np.asarray(X, dtype=float)
        outs = [left_out(folds, label) for label in labels(folds)]
        fitted = [fit(train(X, out), components(n_components)) for out in outs]
        parts = [judged(X, out) for out in outs]
        values = [
            each(nll(part, *params(fitted, i)), max(len(part), 1)) for i, part in enumerate(parts)
        ]
        return sign(total(values, len(X)))

    return held_out_nll


def _all(X, out):
    return X


def _inside(X, out):
    return X[out]


def _outside(X, out):
    return X[~out]


def _by_appearance(folds):
    return list(dict.fromkeys(folds.tolist()))


def _numbers(folds):
    return range(len(np.unique(folds)))


def _block(folds, label):
    """The samples of a block, as if the folds were cut from the data one after the other."""
    n_folds = len(np.unique(folds))
    blocks = np.array_split(np.arange(len(folds)), n_folds)
    return np.isin(np.arange(len(folds)), blocks[label])


def _cut(folds, label):
    """As `_block`, but with blocks of N // F samples, and a rest that is never left out."""
    size = len(folds) // len(np.unique(folds))
    return np.arange(len(folds)) // size == label


def _in_turn(folds, label):
    return np.arange(len(folds)) % len(np.unique(folds)) == label


def _in_order(folds, label):
    """As many samples as the fold has, but the first ones, then the next ones."""
    found, counts = np.unique(folds, return_counts=True)
    order = np.repeat(np.arange(len(found)), counts)
    return order == label


def _alone(folds, label):
    return np.arange(len(folds)) == label


def _mean_of(fitted):
    return [np.mean([each[j] for each in fitted], axis=0) for j in range(3)]


_OWN_MEANS = {"each": lambda value, n: value / n}
_ONE_BY_ONE = {"labels": lambda folds: range(len(folds)), "left_out": _alone}
_ROWS = {
    "fitted to all samples": ways("train", _all),
    "fitted to the left-out samples": ways("train", _inside),
    "training and left-out samples exchanged": ways("train", _inside, judged=_outside),
    "training samples judged": (
        *ways("judged", _outside),
        *ways("judged", _outside, total=lambda values, N: np.mean(values)),
    ),
    "all samples judged in every round": (
        *ways("judged", _all),
        *ways("judged", _all, total=lambda values, N: np.mean(values)),
    ),
    "mean per sample": ways("total", lambda values, N: np.sum(values) / N),
    "mean over the folds": ways("total", lambda values, N: np.mean(values)),
    "means of the folds": (
        {**_OWN_MEANS, "total": lambda values, N: np.mean(values)},
        _OWN_MEANS,
        {**_OWN_MEANS, "total": lambda values, N: N * np.mean(values)},
    ),
    "one fold only": (
        *ways("total", lambda values, N: values[0], lambda values, N: values[-1]),
        *ways(
            "total",
            *(lambda values, N: values[0], lambda values, N: values[-1]),
            labels=_by_appearance,
        ),
        *ways("total", lambda values, N: np.min(values), lambda values, N: np.max(values)),
    ),
    "one fold left out of the sum": (
        *ways("total", lambda values, N: np.sum(values[:-1]), lambda v, N: np.sum(v[1:])),
        *ways("labels", lambda folds: range(1, len(np.unique(folds)))),
        *ways("labels", lambda folds: range(int(folds.max()))),
    ),
    "folds numbered from 0": ways(
        "labels",
        _numbers,
        lambda folds: range(int(folds.max()) + 1),
        lambda folds: range(1, len(np.unique(folds)) + 1),
    ),
    "fixed number of folds": ways(
        "labels", *(lambda folds, n=n: range(n) for n in (2, 3, 4, 5, 10))
    ),
    "labels of the folds ignored": (
        *ways("left_out", _block, _cut, _in_turn, _in_order, labels=_numbers),
    ),
    "one sample left out at a time": (_ONE_BY_ONE,),
    "one round per sample": ways("labels", np.asarray),
    "one sample judged per fold": (
        *ways("judged", lambda X, out: X[out][:1], lambda X, out: X[out][-1:]),
    ),
    "one fit for all folds": (
        *ways("params", lambda fitted, i: fitted[-1], lambda fitted, i: fitted[0]),
        *ways("params", lambda fitted, i: _mean_of(fitted)),
    ),
    "n_components ignored": ways(
        "components", *(lambda K, n=n: n for n in range(1, MAX_COMPONENTS))
    ),
    "another number of components": ways(
        "components", lambda K: K + 1, lambda K: max(K - 1, 1), lambda K: 2 * K
    ),
    "sign": ways("sign", np.negative),
    "doubled": ways("sign", lambda value: 2 * value),
}

MISTAKES = rows(cross_validation, _ROWS)
