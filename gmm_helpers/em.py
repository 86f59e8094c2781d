"""One iteration of EM: the E-step, the M-step with its three updates, and both together."""

from __future__ import annotations

import numpy as np

from .density import normalised, require_positive_density, weighted_log_prob_unchecked
from .params import (
    DegenerateComponentError,
    GMMParams,
    as_data,
    as_number,
    as_params,
    as_responsibilities,
    effective_counts,
)

__all__ = [
    "e_step",
    "e_step_and_nll",
    "em_step",
    "m_step",
    "m_step_unchecked",
    "moment_gaps",
    "update_covariances",
    "update_means",
    "update_weights",
]

# A component that accounts for less than this many samples is empty: below it, its weight
# is lost when it is added to the others.
EMPTY = 10 * np.finfo(float).eps


def e_step(X, weights, means, covariances) -> np.ndarray:
    """E-step: how responsible each component is for each sample.

    r_nk = pi_k N(x_n | mu_k, Sigma_k) / sum_j pi_j N(x_n | mu_j, Sigma_j), the posterior
    probability of component k given x_n. MML (11.17), PRML (9.13).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    weights : array_like of shape (n_components,)
    means : array_like of shape (n_components, n_features)
    covariances : array_like of shape (n_components, n_features, n_features)

    Returns
    -------
    ndarray of shape (n_samples, n_components)
        Responsibilities; every row sums to one.

    Raises
    ------
    ValueError
        If shapes disagree, a value is not finite, or a sample is too far from everything.
    DegenerateComponentError
        If a covariance is not positive definite; the message names the component.

    Examples
    --------
    Half-way between two equal components, both are equally responsible:

    >>> e_step([[0.5]], [0.5, 0.5], [[0.0], [1.0]], np.ones((2, 1, 1)))
    array([[0.5, 0.5]])
    """
    params = as_params(weights, means, covariances)
    return e_step_and_nll(as_data(X, params.n_features), params)[0]


def m_step(X, responsibilities, reg_covar: float = 0.0) -> GMMParams:
    """M-step: the parameters that fit best, given the responsibilities.

    MML (11.54) to (11.56), PRML (9.24) to (9.27).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    responsibilities : array_like of shape (n_samples, n_components)
        Rows sum to one.
    reg_covar : float, default=0.0
        Added to the diagonal of every covariance, in squared units of the data.

    Returns
    -------
    GMMParams
        New weights, means and covariances.

    Raises
    ------
    ValueError
        If shapes disagree or a value is not finite.
    DegenerateComponentError
        If a component is responsible for no sample.

    Examples
    --------
    >>> params = m_step([[0.0], [2.0], [9.0]], [[1, 0], [1, 0], [0, 1]], reg_covar=0.1)
    >>> params.weights.round(2), params.means.ravel(), params.covariances.ravel()
    (array([0.67, 0.33]), array([1., 9.]), array([1.1, 0.1]))
    """
    return m_step_unchecked(*_checked(X, responsibilities), as_number(reg_covar, "reg_covar"))


def update_weights(responsibilities) -> np.ndarray:
    """Mixture weights of the M-step, pi_k = N_k / N.

    MML (11.42), PRML (9.22).

    Parameters
    ----------
    responsibilities : array_like of shape (n_samples, n_components)

    Returns
    -------
    ndarray of shape (n_components,)

    Raises
    ------
    ValueError
        If the responsibilities are not a table of non-negative numbers.

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
    X, responsibilities = _checked(X, responsibilities)
    return _means(X, responsibilities, _occupied_counts(responsibilities))


def update_covariances(X, responsibilities, means, reg_covar: float = 0.0) -> np.ndarray:
    """Covariances of the M-step, Sigma_k = sum_n r_nk (x_n - mu_k)(x_n - mu_k)^T / N_k.

    The means are the *new* ones, from `update_means`: the spread is measured around where
    the component now is. MML (11.30), PRML (9.19).

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    responsibilities : array_like of shape (n_samples, n_components)
    means : array_like of shape (n_components, n_features)
    reg_covar : float, default=0.0
        Added to the diagonal of every covariance, in squared units of the data.

    Returns
    -------
    ndarray of shape (n_components, n_features, n_features)
        Exactly symmetric.

    Raises
    ------
    ValueError
        If shapes disagree or a value is not finite.
    DegenerateComponentError
        If a component is responsible for no sample.

    Examples
    --------
    >>> update_covariances([[0.0], [2.0]], [[1.0], [1.0]], means=[[1.0]])
    array([[[1.]]])
    """
    X, responsibilities = _checked(X, responsibilities)
    means = as_data(means, X.shape[1], name="means")
    if len(means) != responsibilities.shape[1]:
        raise ValueError(
            f"means have {len(means)} rows but responsibilities have "
            f"{responsibilities.shape[1]} columns: expected one of each for a component."
        )
    ridge = as_number(reg_covar, "reg_covar")
    return _covariances(X, responsibilities, means, _occupied_counts(responsibilities), ridge)


def em_step(X, weights, means, covariances, reg_covar: float = 0.0) -> GMMParams:
    """One EM iteration: an E-step, then an M-step.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    weights : array_like of shape (n_components,)
    means : array_like of shape (n_components, n_features)
    covariances : array_like of shape (n_components, n_features, n_features)
    reg_covar : float, default=0.0
        Added to the diagonal of every covariance, in squared units of the data.

    Returns
    -------
    GMMParams
        With `reg_covar` 0 their negative log-likelihood is not above that of the old ones.

    Raises
    ------
    ValueError, DegenerateComponentError
        As `e_step` and `m_step`.

    Examples
    --------
    >>> em_step([[0.0], [2.0]], [1.0], [[5.0]], [[[1.0]]]).means
    array([[1.]])
    """
    return m_step(X, e_step(X, weights, means, covariances), reg_covar)


def e_step_and_nll(X: np.ndarray, params: GMMParams) -> tuple[np.ndarray, float]:
    """Responsibilities and negative log-likelihood, from one pass over checked arrays.

    Both come from the same weighted log-densities, so a loop that needs the two should not
    compute them twice.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    params : GMMParams
        As returned by `as_params`.

    Returns
    -------
    responsibilities : ndarray of shape (n_samples, n_components)
    negative_log_likelihood : float
    """
    log_prob = weighted_log_prob_unchecked(X, params)
    responsibilities, log_density = normalised(log_prob)
    return responsibilities, -float(require_positive_density(log_density).sum())


def m_step_unchecked(X: np.ndarray, responsibilities: np.ndarray, reg_covar: float) -> GMMParams:
    """`m_step` of arrays that have already been checked, for loops such as `fit`."""
    counts = _occupied_counts(responsibilities)
    means = _means(X, responsibilities, counts)
    covariances = _covariances(X, responsibilities, means, counts, reg_covar)
    return GMMParams(counts / len(X), means, covariances)


def moment_gaps(X, weights, means, covariances) -> tuple[float, float]:
    """How far a mixture is from the two identities that hold after every M-step.

    I1: sum_k pi_k mu_k is the mean of the data. I2: sum_k pi_k (Sigma_k + mu_k mu_k^T) is
    their second moment, X^T X / N. Both follow from the updates whatever the
    responsibilities are, as long as their rows sum to one and `reg_covar` is 0.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_features)
    weights : array_like of shape (n_components,)
    means : array_like of shape (n_components, n_features)
    covariances : array_like of shape (n_components, n_features, n_features)

    Returns
    -------
    gap_mean, gap_second_moment : float
        Largest absolute differences, relative to the root mean square of the data and to
        its square. Rounding only, about 1e-15, where the identities hold.

    Raises
    ------
    ValueError
        If shapes disagree or a value is not finite.

    Examples
    --------
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


def _means(X, responsibilities, counts) -> np.ndarray:
    return responsibilities.T @ X / counts[:, None]


def _covariances(X, responsibilities, means, counts, reg_covar) -> np.ndarray:
    roots = np.sqrt(responsibilities)
    covariances = np.empty((len(means), X.shape[1], X.shape[1]))
    for k in range(len(means)):
        # A square root on either side makes the product symmetric to the last bit.
        scaled = roots[:, k, None] * (X - means[k])
        covariances[k] = scaled.T @ scaled / counts[k]
    return covariances + reg_covar * np.eye(X.shape[1])


def _checked(X, responsibilities) -> tuple[np.ndarray, np.ndarray]:
    X = as_data(X)
    return X, as_responsibilities(responsibilities, len(X))


def _occupied_counts(responsibilities: np.ndarray) -> np.ndarray:
    counts = responsibilities.sum(axis=0)
    if counts.min() < EMPTY:
        k = int(counts.argmin())
        raise DegenerateComponentError(
            k,
            f"is empty: its responsibilities sum to {counts[k]:.3g} samples, so it has no mean "
            "and no covariance; use fewer components (n_components) or another start.",
        )
    return counts
