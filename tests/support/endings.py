"""How runs ended, judged in Python: what the explorer's JavaScript is held to."""

from typing import NamedTuple

import numpy as np

from gmm_helpers.em.ridge import NOTICEABLE, nats_lost_to_ridge
from gmm_helpers.model.params import GMMParams

NARROW = 1e-2  # of the ridge, and of the spread of the data: less is nothing
FLAT = 1e-6  # of the ridge: data with less variance have none
ROUNDING = 1e-13


def explain_ridge(params: GMMParams, n_samples: int, reg_covar: float) -> str:
    """Say what the ridge costs a finished run, if that is noticeable.

    Examples
    --------
    >>> params = GMMParams(np.ones(1), np.zeros((1, 1)), np.full((1, 1, 1), 2.0))
    >>> explain_ridge(params, 100, reg_covar=1e-6)
    ''
    """
    lost = nats_lost_to_ridge(params, n_samples, reg_covar)
    if lost <= NOTICEABLE:
        return ""
    return (
        f"reg_covar = {reg_covar:g} is not small beside the covariances here and costs about "
        f"{lost:.3g} nats or more: choose a smaller one, or rescale the data."
    )


def rises_by_ridge(run_params, nll, rises, n_samples: int, reg_covar: float) -> list[int]:
    """Which M half-steps may have raised the negative log-likelihood by their ridge alone.

    Examples
    --------
    >>> rises_by_ridge((), np.zeros(0), (), 100, 1e-6)
    []
    """
    found = []
    for h in rises:
        i = h // 2
        lost = nats_lost_to_ridge(run_params[i], n_samples, reg_covar, collapsed=True)
        if nll[i] - nll[i - 1] <= lost * (1 + NARROW):
            found.append(int(h))
    return found


class Collapse(NamedTuple):
    """A component that has collapsed; `str` says so.

    Parameters
    ----------
    component : int
    n_samples : float
        Its effective count.
    deviation : float
        Its standard deviation in its narrowest direction.
    """

    component: int
    n_samples: float
    deviation: float

    def __str__(self) -> str:
        return (
            f"Collapsed: the covariance of component {self.component}, which holds "
            f"{self.n_samples:.1f} samples, has a standard deviation of {self.deviation:.2g} in "
            "its narrowest direction, hardly more than reg_covar adds, so its likelihood is "
            "meaningless."
        )


def find_collapse(params: GMMParams, X: np.ndarray, reg_covar: float) -> Collapse | None:
    """Find the component that has collapsed most, if any has.

    In some direction nothing but the ridge is left of its variance, while the data have one there.

    Examples
    --------
    >>> X = np.array([[0.0], [1.0], [2.0]])
    >>> params = GMMParams(np.ones(1) / 3, X[:1], np.full((1, 1, 1), 1e-6))
    >>> find_collapse(params, X, reg_covar=1e-6).component
    0
    """
    # Of the data, the variance in a direction beside all others: with a little of a wide feature
    # in it, none would be flat.
    scales = np.sqrt(np.maximum(X.var(axis=0), FLAT * reg_covar + np.finfo(float).tiny))
    scaled = (X - X.mean(axis=0)) / scales
    precision = np.linalg.inv(scaled.T @ scaled / len(X) + FLAT * np.eye(X.shape[1]))
    found = []
    for k, covariance in enumerate(params.covariances):
        variances, directions = np.linalg.eigh(covariance)
        if variances[-1] * ROUNDING > reg_covar:  # eigenvalues are not as exact as the ridge
            continue
        directions = directions / scales[:, None]
        in_data = 1 / np.einsum("ik,ij,jk->k", directions, precision, directions)
        without_ridge = np.abs(variances - reg_covar)
        is_gone = without_ridge <= NARROW * np.minimum(reg_covar, NARROW * in_data)
        for variance in variances[is_gone & (in_data > 10 * FLAT * reg_covar)]:
            found.append((float(variance), k))
    if not found:
        return None
    variance, k = min(found)
    return Collapse(k, float(params.weights[k] * len(X)), float(np.sqrt(variance)))
