"""Which component of one mixture is which component of another."""

from __future__ import annotations

import numpy as np

from .params import GMMParams
from .validation import as_params

__all__ = ["match_components"]


def match_components(params, reference) -> np.ndarray:
    """Pair the components of two mixtures so that they differ as little as possible.

    EM numbers its components arbitrarily, so a fit must be relabelled before it can be
    compared with the truth. The pairing minimises the sum over components of the squared
    2-Wasserstein distance between the paired Gaussians, ``|mu - mu'|^2 + tr(Sigma + Sigma' -
    2 (Sigma^1/2 Sigma' Sigma^1/2)^1/2)``, by optimal assignment.

    Parameters
    ----------
    params, reference : GMMParams
        Two mixtures with the same number of components and features.

    Returns
    -------
    ndarray of int, shape (n_components,)
        ``params.permuted(order)`` lines up with `reference`.

    Raises
    ------
    ValueError
        If the two differ in their number of components or features.

    Examples
    --------
    >>> truth = GMMParams(np.ones(2) / 2, np.array([[0.0], [9.0]]), np.ones((2, 1, 1)))
    >>> match_components(truth.permuted([1, 0]), truth)
    array([1, 0])
    """
    # Importing scipy.optimize takes longer than all the rest of the package.
    from scipy.optimize import linear_sum_assignment

    params, reference = _as_mixture(params, "params"), _as_mixture(reference, "reference")
    if params.means.shape != reference.means.shape:
        raise ValueError(
            f"cannot match {params.n_components} components in {params.n_features} dimensions "
            f"with {reference.n_components} in {reference.n_features}: both mixtures need the "
            "same numbers."
        )
    return linear_sum_assignment(_squared_wasserstein(reference, params))[1]


def _as_mixture(params, name: str) -> GMMParams:
    try:
        weights, means, covariances = params
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be GMMParams or (weights, means, covariances).") from None
    return as_params(weights, means, covariances)


def _squared_wasserstein(a: GMMParams, b: GMMParams) -> np.ndarray:
    """Squared 2-Wasserstein distances, component i of `a` against component j of `b`."""
    between_means = ((a.means[:, None] - b.means[None]) ** 2).sum(axis=2)
    roots = np.array([_square_root(covariance) for covariance in a.covariances])
    inner = roots[:, None] @ b.covariances[None] @ roots[:, None]
    overlap = np.sqrt(np.clip(np.linalg.eigvalsh(inner), 0, None)).sum(axis=-1)
    trace_a, trace_b = (np.trace(p.covariances, axis1=1, axis2=2) for p in (a, b))
    return between_means + trace_a[:, None] + trace_b[None] - 2 * overlap


def _square_root(covariance: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(covariance)
    return (vectors * np.sqrt(np.clip(values, 0, None))) @ vectors.T
