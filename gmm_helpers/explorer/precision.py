"""How many digits of the parameters a page on disk must keep."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..em.steps import e_step
from ..model.params import GMMParams
from .payload import MANTISSA, rounded
from .table import params_of_row, params_table

__all__ = ["bits_needed"]

ERROR = 1e-7  # of a responsibility; looked for in some iterations only, so 1e-6 in none
LOOKS = 20  # iterations that are looked at, the last one among them
MIN_BITS, STEP = 24, 4  # bits of the mantissa


def bits_needed(X: np.ndarray, params: Sequence[GMMParams]) -> int:
    """Find out how many bits of each number leave the responsibilities as they are.

    A component that has nearly collapsed needs far more of them than a wide one: it sees the
    samples, and its own mean, as if through a microscope.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    params : sequence of GMMParams
        Of one run.

    Returns
    -------
    int
        Bits of the mantissa, from 24 to 52.

    Examples
    --------
    >>> X = np.array([[1 / 3], [5.0]])
    >>> means = X[0] + np.array([[-1e-6], [1e-6]])
    >>> wide = GMMParams(np.full(2, 0.5), means, np.ones((2, 1, 1)))
    >>> narrow = wide._replace(covariances=np.full((2, 1, 1), 1e-12))
    >>> bits_needed(X, [wide]), bits_needed(X, [narrow])
    (24, 40)
    """
    looks = np.unique(np.linspace(0, len(params) - 1, LOOKS).round().astype(int))
    seen = [params[i] for i in looks]
    right = [_responsibilities(X, each) for each in seen]
    for bits in range(MIN_BITS, MANTISSA, STEP):
        if all(_close(X, each, r, bits) for each, r in zip(seen, right, strict=True)):
            return bits
    return MANTISSA


def _close(X, params: GMMParams, expected: np.ndarray | None, bits: int) -> bool:
    row = rounded(params_table([params]), bits)[0]
    found = _responsibilities(X, params_of_row(row, params.n_components, params.n_features))
    if expected is None or found is None:
        return expected is found
    return bool(np.abs(found - expected).max() <= ERROR)


def _responsibilities(X, params: GMMParams) -> np.ndarray | None:
    """None where there are none, as of a covariance that is singular."""
    try:
        return e_step(X, *params)
    except ValueError:
        return None
