"""Narrow components, for which products would lose digits: whitened, in the pass of the others.

A component is narrow where it is tiny compared with its distance from the centre of the data.
Its samples are taken as y = L^-1 (x - mu) with the factor L of its covariance: -y'y / 2 is its
log-density, and the sums of r (1, y)(1, y)' are its M-step, in units in which nothing cancels.
"""

from __future__ import annotations

import math

import numpy as np

from ...model.cholesky import cholesky_factors, factors_or_nan, inverse_factors
from ...model.density import LOG_2PI
from ...model.params import GMMParams

__all__ = ["Narrow", "Portion"]


class Narrow:
    """The narrow components of a mixture.

    Parameters
    ----------
    params : GMMParams
    are_narrow : ndarray of bool, shape (n_components,)

    Raises
    ------
    DegenerateComponentError
        If a covariance is not positive definite.
    """

    def __init__(self, params: GMMParams, are_narrow: np.ndarray):
        self.components = np.flatnonzero(are_narrow)
        self.means = params.means[are_narrow]
        self.factors = cholesky_factors(params.covariances)[are_narrow]
        self.whiteners = inverse_factors(self.factors)
        roots = self.whiteners.diagonal(axis1=1, axis2=2)
        with np.errstate(divide="ignore"):  # a weight of zero
            constants = np.log(params.weights[are_narrow]) + np.log(roots).sum(axis=1)
        self.constants = constants - 0.5 * self.means.shape[1] * LOG_2PI

    def m_step(
        self, scatters: np.ndarray, ridge: float, max_cancellation: float
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Means and covariances, the latter without the ridge, and whether they are exact.

        They are not if a component has become so narrow in this one step that its moments, as
        seen from where it was, cancel; then it is to be looked at from closer.

        Parameters
        ----------
        scatters : ndarray of shape (n_narrow, 1 + n_features, 1 + n_features)
            Sums of r (1, y)(1, y)' over all samples.
        """
        moments = scatters / scatters[:, :1, :1]
        shifts, second = moments[:, 0, 1:], moments[:, 1:, 1:]
        spreads = second - shifts[:, :, None] * shifts[:, None, :]
        means = self.means + (self.factors @ shifts[:, :, None])[:, :, 0]
        covariances = self.factors @ spreads @ self.factors.transpose(0, 2, 1)
        held_up = spreads + ridge * self.whiteners @ self.whiteners.transpose(0, 2, 1)
        inverses = inverse_factors(factors_or_nan(held_up))
        inverted = (inverses * inverses).sum(axis=1)  # variances, each given the others
        lost = inverted * second.diagonal(axis1=1, axis2=2)
        exact = (lost < max_cancellation).all(axis=1)
        return means, (covariances + covariances.transpose(0, 2, 1)) / 2, exact


class Portion:
    """Sums of the narrow components over the blocks of a portion.

    Attributes
    ----------
    scatters : ndarray of shape (n_narrow, 1 + n_features, 1 + n_features)
        Sums of r (1, y)(1, y)'.
    """

    def __init__(self, narrow: Narrow, X: np.ndarray, block: int):
        self._narrow, self._X = narrow, X
        self._memory = np.empty(len(narrow.components) * (1 + X.shape[1]) * block)
        self.begin()

    def begin(self) -> None:
        """Forget all blocks so far."""
        size = 1 + self._X.shape[1]
        self.scatters = np.zeros((len(self._narrow.components), size, size))

    def write_log_densities(self, first: int, last: int, responsibilities: np.ndarray) -> None:
        """Whiten a block, and write the weighted log-densities into rows of a table."""
        narrow, X = self._narrow, np.ascontiguousarray(self._X[first:last].T)
        shape = len(narrow.components), 1 + len(X), last - first
        self._block = self._memory[: math.prod(shape)].reshape(shape)
        apart = np.empty_like(X)
        for i, k in enumerate(narrow.components):
            whitened = self._block[i, 1:]
            np.subtract(X, narrow.means[i][:, None], out=apart)
            np.dot(narrow.whiteners[i], apart, out=whitened)
            np.multiply(whitened, whitened, out=apart)
            squares = np.add.reduce(apart, axis=0)
            squares *= -0.5
            np.add(squares, narrow.constants[i], out=responsibilities[k])

    def add(self, responsibilities: np.ndarray) -> None:
        """Add the sums over the block that was whitened last."""
        for i, k in enumerate(self._narrow.components):
            roots = np.sqrt(responsibilities[k])  # one in each factor: the product is symmetric
            scaled = self._block[i]
            scaled[1:] *= roots
            scaled[0] = roots
            self.scatters[i] += np.dot(scaled, scaled.T)
