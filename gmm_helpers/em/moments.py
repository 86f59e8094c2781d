"""The two identities that hold after every M-step, whatever the responsibilities."""

from __future__ import annotations

import numpy as np

from ..model.params import GMMParams
from ..model.validation import as_data, as_params

__all__ = ["moment_differences", "moment_gaps"]


def moment_gaps(X, weights, means, covariances) -> tuple[float, float]:
    """How far a mixture is from the two identities that hold after every M-step.

    I1: sum_k pi_k mu_k is the mean of the data. I2: sum_k pi_k (Sigma_k + mu_k mu_k^T) is
    their second moment, X^T X / N. Both follow from the updates whatever the
    responsibilities are, as long as their rows sum to one and `reg_covar` is 0.

    Parameters and errors as in `weighted_log_prob`.

    Returns
    -------
    gap_mean, gap_second_moment : float
        Largest absolute differences, relative to the root mean square of the data and to
        its square. Rounding only, about 1e-15, where the identities hold.

    Examples
    --------
    >>> from gmm_helpers import m_step
    >>> X = np.array([[0.0], [2.0]])
    >>> moment_gaps(X, *m_step(X, [[0.3, 0.7], [0.6, 0.4]])) < (1e-12, 1e-12)
    True
    """
    params = as_params(weights, means, covariances)
    X = as_data(X, params.n_features)
    in_mean, in_second = _differences(X, params)
    scale = np.sqrt(np.mean(X**2)) or 1.0
    return float(np.abs(in_mean).max() / scale), float(np.abs(in_second).max() / scale**2)


def moment_differences(X, weights, means, covariances) -> tuple[np.ndarray, np.ndarray]:
    """The two sides of I1 and of I2, mixture minus data, in the units of the data.

    Parameters and errors as in `weighted_log_prob`.

    Returns
    -------
    in_mean : ndarray of shape (n_features,)
    in_second_moment : ndarray of shape (n_features, n_features)

    Examples
    --------
    >>> moment_differences([[0.0], [2.0]], [1.0], [[1.0]], [[[1.5]]])
    (array([0.]), array([[0.5]]))
    """
    params = as_params(weights, means, covariances)
    return _differences(as_data(X, params.n_features), params)


def _differences(X: np.ndarray, params: GMMParams) -> tuple[np.ndarray, np.ndarray]:
    outer = params.means[:, :, None] * params.means[:, None, :]
    second = np.tensordot(params.weights, params.covariances + outer, axes=1)
    return params.weights @ params.means - X.mean(axis=0), second - X.T @ X / len(X)
