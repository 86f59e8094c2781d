"""Criteria for the number of components: the negative log-likelihood and a price of complexity."""

from __future__ import annotations

import math

import numpy as np

from ..em.bound import entropy
from ..model.conversion import as_floats
from ..model.validation import as_count

__all__ = ["aic", "bic", "icl", "n_parameters"]


def n_parameters(n_components, n_features) -> int:
    """Count the free parameters of a mixture of Gaussians with full covariances.

    (K - 1) + K D + K D (D + 1) / 2: weights, of which the last follows from the others as they
    sum to one; means; and covariances, which are symmetric.

    Parameters
    ----------
    n_components, n_features : int
        K and D.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If an argument is not an int of at least 1.

    Examples
    --------
    >>> n_parameters(2, 1), n_parameters(3, 2)
    (5, 17)
    """
    K, D = as_count(n_components, "n_components"), as_count(n_features, "n_features")
    return (K - 1) + K * D + K * D * (D + 1) // 2


def bic(nll, n_samples, n_components, n_features) -> float:
    """Bayesian information criterion of a fitted mixture: smaller is better.

    BIC = 2 NLL + p log N, where p = `n_parameters`. Schwarz, Annals of Statistics 6 (1978), 461.
    PRML (4.139) is -1/2 of it, and some packages, such as mclust, report -BIC: there, larger is
    better.

    Parameters
    ----------
    nll : float
        Negative log-likelihood of the data it was fitted to, the total, in nats.
    n_samples, n_components, n_features : int
        N, K and D.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If `nll` is not a finite number, or another argument not an int of at least 1.

    Examples
    --------
    >>> round(bic(100.0, n_samples=50, n_components=2, n_features=1), 3)
    219.56
    """
    price = math.log(as_count(n_samples, "n_samples"))
    return 2 * _as_finite(nll, "nll") + n_parameters(n_components, n_features) * price


def aic(nll, n_components, n_features) -> float:
    """Akaike information criterion of a fitted mixture: smaller is better.

    AIC = 2 NLL + 2 p, where p = `n_parameters`. Akaike, IEEE Transactions on Automatic Control 19
    (1974), 716. PRML (1.73) is -1/2 of it. Parameters, result and errors as in `bic`.

    Examples
    --------
    >>> aic(100.0, n_components=2, n_features=1)
    210.0
    """
    return 2 * _as_finite(nll, "nll") + 2.0 * n_parameters(n_components, n_features)


def icl(bic, responsibilities) -> float:
    """Integrated completed likelihood: BIC with a price on overlap, and smaller is better.

    ICL = BIC + 2 H, where H is the `entropy` of the responsibilities, in nats. Components that
    share samples make it larger, so it prefers groups that lie apart. Biernacki, Celeux and
    Govaert, IEEE Transactions on Pattern Analysis and Machine Intelligence 22 (2000), 719.

    Parameters
    ----------
    bic : float
        The value that `gmm_helpers.bic` returns.
    responsibilities : array_like of shape (n_samples, n_components)
        Those of the fitted mixture.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If `bic` is not a finite number, or `responsibilities` not a table of probabilities.

    Examples
    --------
    >>> icl(100.0, [[1.0, 0.0], [0.0, 1.0]])  # no sample is shared
    100.0
    >>> round(icl(100.0, [[0.5, 0.5]]), 4)
    101.3863
    """
    return _as_finite(bic, "bic") + 2 * entropy(responsibilities)


def _as_finite(value, name: str) -> float:
    """Return `value` as a float, or say what is wrong; it may be negative."""
    number = as_floats(value, name)
    if number.shape != () or not np.isfinite(number):
        raise ValueError(f"{name} is {value!r}, expected one finite number.")
    return float(number)
