"""The parameters of a Gaussian mixture."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

__all__ = ["GMMParams", "freeze"]


class GMMParams(NamedTuple):
    """Weights, means and covariances of a mixture of K Gaussians in D dimensions.

    A plain tuple with names, so that it unpacks where a function asks for the three:
    ``e_step(X, *params)``.

    Parameters
    ----------
    weights : ndarray of shape (n_components,)
        Mixture weights pi_k, non-negative, summing to one.
    means : ndarray of shape (n_components, n_features)
        Means mu_k, in the units of the data.
    covariances : ndarray of shape (n_components, n_features, n_features)
        Covariances Sigma_k, symmetric and positive definite, in squared units.

    Examples
    --------
    >>> params = GMMParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
    >>> params.n_components, params.n_features
    (1, 2)
    """

    weights: np.ndarray
    means: np.ndarray
    covariances: np.ndarray

    @property
    def n_components(self) -> int:
        """Number of components, K."""
        return len(self.weights)

    @property
    def n_features(self) -> int:
        """Number of features, D."""
        return self.means.shape[1]

    def permuted(self, order) -> GMMParams:
        """Return the same mixture, in which component ``order[j]`` has become component ``j``."""
        order = np.asarray(order)
        return GMMParams(self.weights[order], self.means[order], self.covariances[order])


def freeze(params: GMMParams) -> GMMParams:
    """Copy parameters into arrays that are read-only."""
    copies = [np.array(values) for values in params]
    for values in copies:
        values.flags.writeable = False
    return GMMParams(*copies)
