"""The two identities that hold after every M-step, whatever the responsibilities."""

from __future__ import annotations

import numpy as np

from ..model.validation import as_data, as_params

__all__ = ["moment_gaps"]


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
    scale = np.sqrt(np.mean(X**2)) or 1.0
    gap_mean = params.weights @ params.means - X.mean(axis=0)
    outer = params.means[:, :, None] * params.means[:, None, :]
    second = np.tensordot(params.weights, params.covariances + outer, axes=1)
    gap_second = second - X.T @ X / len(X)
    return float(np.abs(gap_mean).max() / scale), float(np.abs(gap_second).max() / scale**2)
