"""Narrow components, for which products would lose digits: whitened, in the pass of the others.

A component is narrow where it is tiny compared with its distance from the centre of the data.
Its samples are taken as y = L^-1 (x - mu) with the factor L of its covariance: -y'y / 2 is its
log-density, and the sums of r (1, y)(1, y)' are its M-step, in units in which nothing cancels.
"""

from __future__ import annotations

import numpy as np

from ....model.cholesky import cholesky_factors, factors_or_nan, inverse_factors
from ....model.density import LOG_2PI
from ....model.params import GMMParams

__all__ = ["Narrow"]

NOTHING = -750.0  # the exponential of less is exactly 0
MARGIN = 0.5  # of a whitened number, by which rounding may move it
EPS = float(np.finfo(float).eps)


class Narrow:
    """The narrow components of a mixture.

    Parameters
    ----------
    params : GMMParams
    are_narrow : ndarray of bool, shape (n_components,)
    largest : ndarray of shape (n_features,), optional
        Of the absolute values of each feature in the data; without it no sample is far.

    Attributes
    ----------
    directions, offsets, near : ndarray of shape (n_narrow, n_features) and twice (n_narrow,)
        Where d'x is farther than `near` from the offset, the density is exactly 0. An infinite
        `near` says that rounding is too much to tell.
    peak : float
        The largest of their log-densities at their means.
    is_everything : bool
        Whether all are narrow.

    Raises
    ------
    DegenerateComponentError
        If a covariance is not positive definite.
    """

    def __init__(
        self, params: GMMParams, are_narrow: np.ndarray, largest: np.ndarray | None = None
    ):
        self.components = np.flatnonzero(are_narrow)
        self.is_everything = len(self.components) == len(are_narrow)
        self.means = params.means[are_narrow]
        self.factors = cholesky_factors(params.covariances)[are_narrow]
        self.whiteners = inverse_factors(self.factors)
        roots = self.whiteners.diagonal(axis1=1, axis2=2)
        with np.errstate(divide="ignore"):  # a weight of zero
            constants = np.log(params.weights[are_narrow]) + np.log(roots).sum(axis=1)
        self.constants = constants - 0.5 * self.means.shape[1] * LOG_2PI
        self.peak = float(np.maximum.reduce(self.constants))
        self.near = np.full(len(self.means), np.inf)
        if largest is not None:
            self._look_across(largest)

    @np.errstate(all="ignore")  # what overflows is not near anything
    def _look_across(self, largest: np.ndarray) -> None:
        """Find the whitened number in which the data reach farthest."""
        ranges = np.abs(self.whiteners) @ largest
        farthest = ranges.argmax(axis=1)
        each = np.arange(len(farthest))
        self.directions = self.whiteners[each, farthest]
        self.offsets = np.vecdot(self.directions, self.means)
        rounding = 4 * len(largest) * EPS * ranges[each, farthest]
        far = np.sqrt(np.maximum(2 * (self.constants - NOTHING), 0)) + MARGIN
        self.near = np.where(rounding < MARGIN, far, np.inf)

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
