"""What the ridge, `reg_covar`, costs a fit: numbers first, then the warning."""

from __future__ import annotations

import warnings

import numpy as np

from ..model.params import GMMParams
from .fast import Columns
from .loop import REG_COVAR
from .trace import EMTrace

__all__ = [
    "NOTICEABLE",
    "nats_lost_to_ridge",
    "ridge_shares",
    "warn_of_costly_ridge",
    "warn_of_large_reg_covar",
]

NOTICEABLE = 1.0  # nats
COLLAPSED = 1e-3  # of the spread of the data: what is flatter, the ridge is there to hold up
FULL = np.nextafter(1.0, 0.0)  # the largest share of the ridge whose loss is finite
FLAT = 1e-9  # where the variance is all but the ridge, there is no spread


def nats_lost_to_ridge(
    params: GMMParams, n_samples: int, reg_covar: float, *, collapsed: bool = False
) -> float:
    """How many nats the ridge costs a mixture, given its responsibilities.

    An M-step returns S + lambda I where S would fit best. In a direction in which S has the
    variance s, that costs N_k / 2 (log(1 + lambda / s) - lambda / (s + lambda)). Directions in
    which a component has collapsed do not count, nor do those in which the data are flat: there
    the ridge does what it is for.

    Parameters
    ----------
    params : GMMParams
        After an M-step with this ridge.
    n_samples : int
    reg_covar : float
    collapsed : bool, default=False
        Whether all directions count, also those.

    Returns
    -------
    float
        At most about what the negative log-likelihood would gain without the ridge, as then the
        responsibilities change as well.

    Examples
    --------
    >>> params = GMMParams(np.ones(1), np.zeros((1, 1)), np.full((1, 1, 1), 2.0))
    >>> round(nats_lost_to_ridge(params, n_samples=100, reg_covar=1.0), 3)  # of 2.0
    9.657
    """
    weights, means, covariances = params
    centred = means - weights @ means
    of_data = np.einsum("k,ki,kj->ij", weights, centred, centred)
    of_data += np.tensordot(weights, covariances, axes=1)
    try:
        in_data, in_components = (ridge_shares(c, reg_covar) for c in (of_data, covariances))
    except np.linalg.LinAlgError:  # flat up to rounding: nothing can be said
        return 0.0
    if collapsed:
        in_components = np.minimum(in_components, FULL)
        lost = -np.log1p(-in_components) - in_components
        return float(n_samples / 2 * (weights @ lost.sum(axis=1)))
    flattest = max(in_data[in_data < 1 - FLAT], default=0.0)
    # s of a component is COLLAPSED times s of the data, where s = lambda (1 / share - 1)
    most = flattest / (flattest + COLLAPSED * (1 - flattest))
    shares = np.where(in_components < min(most, 1 - FLAT), in_components, 0.0)
    lost = -np.log1p(-shares) - shares
    return float(n_samples / 2 * (weights @ lost.sum(axis=1)))


def ridge_shares(covariances: np.ndarray, reg_covar: float) -> np.ndarray:
    """lambda / (s + lambda) in the directions that matter, for features in any units.

    A LinAlgError says that a covariance is not positive definite.
    """
    inverse_factors = np.linalg.inv(np.linalg.cholesky(covariances))
    precisions = inverse_factors @ np.swapaxes(inverse_factors, -1, -2)
    return np.clip(reg_covar * np.linalg.eigvalsh(precisions), 0.0, 1.0)


def warn_of_large_reg_covar(columns: Columns, reg_covar: float, stacklevel: int) -> bool:
    """Warn if the ridge is more than the variance of a feature; return whether it is."""
    smaller = (columns.variances > 0) & (columns.variances < reg_covar)
    if smaller.any():
        feature = smaller.argmax()
        warnings.warn(
            f"reg_covar={reg_covar:g} is more than the variance of feature {feature} "
            f"({columns.variances[feature]:.3g}), so it decides the fit, not the data: pass a "
            "smaller reg_covar or rescale X.",
            stacklevel=stacklevel,
        )
    return bool(smaller.any())


def warn_of_costly_ridge(
    trace: EMTrace, columns: Columns, reg_covar: float, stacklevel: int
) -> None:
    """Warn if the ridge has changed a fit noticeably; a larger one than usual is meant to."""
    spread = np.flatnonzero(columns.variances > 0)  # in other features it does what it is for
    if trace.n_iter == 0 or not 0 < reg_covar <= REG_COVAR or not len(spread):
        return
    weights, means, covariances = trace.params[-1]
    params = GMMParams(weights, means[:, spread], covariances[:, spread[:, None], spread])
    lost = nats_lost_to_ridge(params, len(trace.X), reg_covar)
    if lost > NOTICEABLE:
        warnings.warn(
            f"reg_covar={reg_covar:g} is not small beside the covariances of this fit and costs "
            f"it about {lost:.3g} nats or more: rescale X, for instance to unit variance, or pass "
            "a smaller reg_covar.",
            stacklevel=stacklevel,
        )
