"""Cross-validation: how well mixtures explain samples they were not fitted to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..model.likelihood import negative_log_likelihood
from ..model.validation import as_count, as_data

__all__ = ["as_folds", "held_out_nll"]


def held_out_nll(X, folds, n_components, fit: Callable) -> float:
    """Negative log-likelihood of samples under mixtures that were fitted without them.

    For each fold a mixture is fitted to all the other samples, and the samples of the fold are
    scored under it. The result is the sum over all folds: every sample counts once.
    Cross-validation: PRML, section 1.3; MML, section 8.2.4.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    folds : array_like of int, shape (n_samples,)
        Sample n is left out in fold ``folds[n]``. Labels are any integers, and folds may be of
        unequal size.
    n_components : int
    fit : callable
        ``fit(X_train, n_components) -> (weights, means, covariances)``

    Returns
    -------
    float
        The total, in nats; smaller is better.

    Raises
    ------
    ValueError
        If `folds` does not have one integer per sample or holds only one label, or as
        `negative_log_likelihood` with what `fit` returns.

    Examples
    --------
    A mixture of one component, fitted by its mean alone:

    >>> def fit(X, n_components):
    ...     return [1.0], [X.mean(axis=0)], [[[1.0]]]
    >>> round(held_out_nll([[0.0], [2.0], [4.0], [6.0]], [0, 0, 1, 1], 1, fit), 4)
    37.6758
    """
    X = as_data(X)
    folds = as_folds(folds, len(X))
    n_components = as_count(n_components, "n_components")
    if not callable(fit):
        raise ValueError("fit must be a function: pass fit, not fit(...).")
    total = 0.0
    for fold in np.unique(folds):
        left_out = folds == fold
        weights, means, covariances = fit(X[~left_out], n_components)
        total += negative_log_likelihood(X[left_out], weights, means, covariances)
    return total


def as_folds(folds, n_samples: int) -> np.ndarray:
    """Return `folds` as an array of one integer per sample, of two labels or more.

    Raises
    ------
    ValueError
        If they are something else; the message says what.
    """
    try:
        labels = np.asarray(folds)
    except ValueError:  # rows of different lengths
        labels = np.empty(0, dtype=object)
    if labels.dtype.kind not in "iub" or labels.shape != (n_samples,):
        found = f"shape {labels.shape} and type {labels.dtype}"
        raise ValueError(
            f"folds has {found}, expected one integer per sample, shape ({n_samples},): the fold "
            "in which it is left out."
        )
    if (labels == labels[0]).all():
        raise ValueError(
            f"folds holds only the label {labels[0]}, so no samples are left to fit to: use at "
            "least two folds."
        )
    return labels
