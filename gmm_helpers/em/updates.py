"""The updates of the M-step: weights, means and covariances from responsibilities."""

from __future__ import annotations

import numpy as np

from ..model.degeneracy import Degeneracy, DegenerateComponentError
from ..model.validation import as_data, as_number, as_responsibilities

__all__ = [
    "covariances_unchecked",
    "effective_counts",
    "means_unchecked",
    "require_occupied",
    "scatter_matrices",
    "update_covariances",
    "update_means",
    "update_weights",
]

# A component with a smaller effective count is empty: its weight would be lost to rounding when
# it is added to the others.
MIN_COUNT = 10 * np.finfo(float).eps


def effective_counts(responsibilities) -> np.ndarray:
    """Sum the responsibilities of each component: N_k = sum_n r_nk.

    MML (11.24), PRML (9.18).

    Parameters
    ----------
    responsibilities : array_like of shape (n_samples, n_components)

    Returns
    -------
    ndarray of shape (n_components,)
        Number of samples each component accounts for; they sum to n_samples.

    Raises
    ------
    ValueError
        If the responsibilities are not a table of non-negative numbers.

    Examples
    --------
    >>> effective_counts([[1.0, 0.0], [0.5, 0.5]])
    array([1.5, 0.5])
    """
    return as_responsibilities(responsibilities).sum(axis=0)


def update_weights(responsibilities) -> np.ndarray:
    """Mixture weights of the M-step, pi_k = N_k / N.

    MML (11.42), PRML (9.22). Parameters and errors as in `effective_counts`.

    Returns
    -------
    ndarray of shape (n_components,)

    Examples
    --------
    >>> update_weights([[1.0, 0.0], [0.5, 0.5]])
    array([0.75, 0.25])
    """
    counts = effective_counts(responsibilities)
    return counts / len(responsibilities)


def update_means(X, responsibilities) -> np.ndarray:
    """Means of the M-step, mu_k = sum_n r_nk x_n / N_k.

    MML (11.20), PRML (9.17).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    responsibilities : array_like of shape (n_samples, n_components)

    Returns
    -------
    ndarray of shape (n_components, n_features)

    Raises
    ------
    ValueError
        If shapes disagree or a value is not finite.
    DegenerateComponentError
        If a component is responsible for no sample.

    Examples
    --------
    >>> update_means([[0.0], [3.0]], [[1.0, 0.0], [0.5, 0.5]])
    array([[1.],
           [3.]])
    """
    return means_unchecked(*_check(X, responsibilities))


def update_covariances(X, responsibilities, means, reg_covar: float = 0.0) -> np.ndarray:
    """Covariances of the M-step, Sigma_k = sum_n r_nk (x_n - mu_k)(x_n - mu_k)^T / N_k.

    The means are the *new* ones, from `update_means`: the spread is measured around where
    the component now is. MML (11.30), PRML (9.19).

    Parameters
    ----------
    X, responsibilities
        As in `update_means`.
    means : array_like of shape (n_components, n_features)
    reg_covar : float, default=0.0
        Added to the diagonal of every covariance, in squared units of the data.

    Returns
    -------
    ndarray of shape (n_components, n_features, n_features)
        Exactly symmetric.

    Raises
    ------
    ValueError, DegenerateComponentError
        As in `update_means`.

    Examples
    --------
    >>> update_covariances([[0.0], [2.0]], [[1.0], [1.0]], means=[[1.0]])
    array([[[1.]]])
    """
    X, responsibilities, counts = _check(X, responsibilities)
    means = as_data(means, X.shape[1], name="means")
    if len(means) != responsibilities.shape[1]:
        raise ValueError(
            f"means have {len(means)} rows but responsibilities have "
            f"{responsibilities.shape[1]} columns: expected one of each per component."
        )
    ridge = as_number(reg_covar, "reg_covar")
    return covariances_unchecked(X, responsibilities, means, counts, ridge)


def means_unchecked(X: np.ndarray, responsibilities, counts) -> np.ndarray:
    """`update_means` of arrays that have already been checked, with the effective counts."""
    return responsibilities.T @ X / counts[:, None]


def covariances_unchecked(X: np.ndarray, responsibilities, means, counts, reg_covar) -> np.ndarray:
    """`update_covariances` of arrays that have already been checked."""
    covariances = scatter_matrices(X, responsibilities, means) / counts[:, None, None]
    return covariances + reg_covar * np.eye(X.shape[1])


def scatter_matrices(X: np.ndarray, responsibilities, means: np.ndarray) -> np.ndarray:
    """sum_n r_nk (x_n - mu_k)(x_n - mu_k)^T of each component, symmetric to the last bit."""
    roots = np.sqrt(responsibilities)  # one in each factor makes the product symmetric
    scattered = np.empty((len(means), X.shape[1], X.shape[1]))
    for k, mean in enumerate(means):
        scaled = roots[:, k, None] * (X - mean)
        scattered[k] = scaled.T @ scaled
    return scattered


def require_occupied(counts: np.ndarray) -> np.ndarray:
    """Return effective counts, or raise a DegenerateComponentError that names the empty one."""
    if np.minimum.reduce(counts) < MIN_COUNT:
        k = int(counts.argmin())
        raise DegenerateComponentError(Degeneracy.EMPTY, k, float(counts[k]))
    return counts


def _check(X, responsibilities) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    X = as_data(X)
    responsibilities = as_responsibilities(responsibilities, len(X))
    return X, responsibilities, require_occupied(responsibilities.sum(axis=0))
