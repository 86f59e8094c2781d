"""Parameters as rows of numbers, in which form they go to the browser and come back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..model.params import GMMParams

__all__ = ["params_of_row", "params_table", "row_length"]


def params_table(params: Sequence[GMMParams]) -> np.ndarray:
    """Parameters as one row of numbers for each iteration.

    Parameters
    ----------
    params : sequence of GMMParams

    Returns
    -------
    ndarray of shape (len(params), n_numbers)
        Weights, means, and the lower triangles of the covariances, row by row.

    Examples
    --------
    >>> params_table([GMMParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])])
    array([[1., 0., 0., 1., 0., 1.]])
    """
    lower = np.tril_indices(params[0].n_features)
    columns = [
        np.array([p.weights for p in params]),
        np.array([p.means for p in params]),
        np.array([p.covariances for p in params])[:, :, *lower],
    ]
    return np.concatenate([column.reshape(len(params), -1) for column in columns], axis=1)


def params_of_row(row, n_components: int, n_features: int) -> GMMParams:
    """Undo `params_table` for one row.

    Parameters
    ----------
    row : ndarray of shape (n_numbers,)
        `row_length` numbers; whether they make sense is not looked at.
    n_components, n_features : int

    Returns
    -------
    GMMParams

    Examples
    --------
    >>> params_of_row(np.array([1.0, 0.0, 0.0, 1.0, 0.5, 1.0]), 1, 2).covariances[0]
    array([[1. , 0.5],
           [0.5, 1. ]])
    """
    weights, means, lower = np.split(row, np.cumsum([1, n_features]) * n_components)
    covariances = np.zeros((n_components, n_features, n_features))
    covariances[:, *np.tril_indices(n_features)] = lower.reshape(n_components, -1)
    covariances += np.tril(covariances, -1).transpose(0, 2, 1)
    return GMMParams(weights, means.reshape(n_components, n_features), covariances)


def row_length(n_components: int, n_features: int) -> int:
    """How many numbers the parameters of a mixture are.

    Examples
    --------
    >>> row_length(3, 2)
    18
    """
    return n_components * (1 + n_features + n_features * (n_features + 1) // 2)
