"""Known mistakes in `update_means`: something else than K weighted averages."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception

__all__ = ["FORM_MISTAKES"]


def _counts(responsibilities):
    return responsibilities.sum(axis=0)[:, None]


def _right(X, responsibilities):
    return responsibilities.T @ X / _counts(responsibilities)


def _for_each(value):
    """The same row for every component."""
    return lambda X, r: np.tile(value(X, r), (r.shape[1], 1))


def _medians_of_labels(X, responsibilities):
    labels = responsibilities.argmax(axis=1)
    return [np.median(X[labels == k], axis=0) for k in range(responsibilities.shape[1])]


def _weighted_medians(X, responsibilities):
    orders = np.argsort(X, axis=0)
    medians = []
    for column in responsibilities.T:
        sums = np.cumsum(column[orders], axis=0)
        places = (sums < column.sum() / 2).sum(axis=0)
        medians.append(np.take_along_axis(np.sort(X, axis=0), places[None], axis=0)[0])
    return medians


def _only_the(place):
    def means(X, responsibilities):
        filled = np.zeros((responsibilities.shape[1], X.shape[1]))
        filled[place] = _right(X, responsibilities)[place]
        return filled

    return means


FORM_MISTAKES = (
    Misconception(
        "whole numbers cut off",
        "Your function is right for data with decimals. If the data are whole numbers (dtype int), "
        "the means are cut off to whole numbers, too: an array made like X (zeros_like, "
        "empty_like) can hold no decimals.",
        (
            lambda X, r: _right(X, r).astype(X.dtype),
            lambda X, r: np.round(_right(X, r)) if X.dtype.kind == "i" else _right(X, r),
            lambda X, r: (r.T @ X).astype(X.dtype) / _counts(r),
        ),
    ),
    Misconception(
        "sign",
        "Your means have the wrong sign: each is the mirror image of what it should be, on the "
        "other side of the origin.",
        (lambda X, r: -_right(X, r),),
    ),
    Misconception(
        "median",
        "You take a median. The maximum of a Gaussian likelihood is at the *mean*, weighted with "
        "the responsibilities.",
        (
            _for_each(lambda X, r: np.median(X, axis=0)),
            lambda X, r: np.median(X, axis=0),
            _medians_of_labels,
            _weighted_medians,
            lambda X, r: [np.median(column[:, None] * X, axis=0) for column in r.T],
        ),
    ),
    Misconception(
        "most responsible sample",
        "You take one sample for each component, the one it is most responsible for. The mean is "
        "an average in which all samples take part.",
        (lambda X, r: X[r.argmax(axis=0)], lambda X, r: X[: r.shape[1]]),
    ),
    Misconception(
        "transposed",
        "Your result is transposed, shape (D, K): its rows are features. Means have a row for each "
        "component and a column for each feature, shape (K, D).",
        (
            lambda X, r: _right(X, r).T,
            lambda X, r: X.T @ r,
            lambda X, r: X.T @ r / len(X),
            lambda X, r: _right(X, r).reshape(X.shape[1], -1),
        ),
    ),
    Misconception(
        "one component only",
        "You compute the mean of one component, or return one that was left over from a loop. All "
        "K are asked for: look at where your return stands, and at what is kept in the loop.",
        (
            lambda X, r: _right(X, r)[0],
            lambda X, r: _right(X, r)[-1],
            lambda X, r: _right(X, r)[:1],
            lambda X, r: _right(X, r)[:-1],
            lambda X, r: _right(X, r)[1:],
            _for_each(lambda X, r: _right(X, r)[0]),
            _for_each(lambda X, r: _right(X, r)[-1]),
            _only_the(slice(0, 1)),
            _only_the(slice(-1, None)),
            _only_the(slice(None, -1)),
            _only_the(slice(1, None)),
        ),
    ),
    Misconception(
        "summed over the components",
        "The sum runs over the components, too, so that one row is left. Each component has its "
        "own mean: sum over the samples only.",
        (
            lambda X, r: _right(X, r).sum(axis=0),
            lambda X, r: (r.T @ X).sum(axis=0),
            lambda X, r: (r.T @ X).sum(axis=0) / r.sum(axis=0).max(),
        ),
    ),
    Misconception(
        "summed over the features",
        "The sum runs over the features, too. A mean is a point: each of the D features has its "
        "own average. Look at the axes of your sum.",
        (
            lambda X, r: _right(X, r).sum(axis=1),
            lambda X, r: _right(X, r).mean(axis=1),
            lambda X, r: (r.T @ X).sum(axis=1),
            lambda X, r: (r.T @ X).mean(axis=1),
            lambda X, r: np.tile(_right(X, r).mean(axis=1)[:, None], X.shape[1]),
            lambda X, r: np.tile(_right(X, r).sum(axis=1)[:, None], X.shape[1]),
        ),
    ),
    Misconception(
        "not summed over the samples",
        "Your result still has an entry for each sample: the sum over the samples is missing.",
        (
            lambda X, r: r[:, :, None] * X[:, None],
            lambda X, r: r[:, :, None] * X[:, None] / _counts(r),
            lambda X, r: r.T[:, :, None] * X,
            lambda X, r: r.T[:, :, None] * X / _counts(r)[:, None],
        ),
    ),
    Misconception(
        "absolute or squared values averaged",
        "You average absolute values or squares of the samples. A mean averages the samples "
        "themselves, with their signs.",
        (
            lambda X, r: _right(np.abs(X), r),
            lambda X, r: np.abs(_right(X, r)),
            lambda X, r: _right(X**2, r),
            lambda X, r: np.sqrt(_right(X**2, r)),
        ),
    ),
    Misconception(
        "rounded",
        "Your means are rounded. Keep all digits, and round only when you print.",
        tuple(lambda X, r, n=n: np.round(_right(X, r), n) for n in range(7)),
    ),
)
