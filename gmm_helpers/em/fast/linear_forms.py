"""Log-densities as linear functions of the features, and moments from their sums.

log pi_k + log N(x | mu_k, Sigma_k) is linear in the features 1, x_i and x_i x_j: a Gaussian is an
exponential family.

In a small problem most of the time goes to the overhead of calls. So ufuncs are reduced directly
here, as methods such as `sum` and `max` take a few microseconds more.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from ...model.cholesky import cholesky_factors, factors_or_nan, inverse_factors
from ...model.density import LOG_2PI
from ...model.params import GMMParams
from .columns import Columns
from .features import Features, features_of
from .planar import MAX_PLANAR, planar_coefficients

__all__ = ["Coefficients", "LinearForms"]

LOG_OF_ZERO = -1e300  # as infinity times zero is NaN
MAX_CORNERED = 4  # features; with more a box has many corners


class Coefficients(NamedTuple):
    """What the features are multiplied by.

    Parameters
    ----------
    table : ndarray of shape (n_components, n_products)
    cancellation : ndarray of shape (n_components, n_features)
        The largest terms that may cancel in a log-density; times the rounding of floats this is
        an error of the log-density.
    peak : float, default=0.0
        The largest of the log-densities at their means, if it is above 0; not said after an M-step.
    """

    table: np.ndarray
    cancellation: np.ndarray
    peak: float = 0.0


class LinearForms:
    """What features of centred samples are multiplied by, before and after an M-step.

    Parameters
    ----------
    n_samples : int
    columns : Columns
        What `describe_columns` returns for the data.

    Attributes
    ----------
    peak : float
        The largest log-density of one Gaussian with the variances of the data, if it is above 0:
        how large those of mixtures are, which depends on the units of the data.
    """

    def __init__(self, n_samples: int, columns: Columns):
        n_features = len(columns.means)
        self.centre = columns.means
        reach = np.maximum(columns.high - columns.means, columns.means - columns.low)
        self.squared_reach = reach**2
        self._features = features_of(n_features)
        self._features_only = np.diag([0.0] + [1.0] * n_features)
        self._reach = np.concatenate([[0.0], self.squared_reach])
        self._reach_of_two = self.squared_reach.tolist()
        self._corners = _corners(self._features, columns) if n_features <= MAX_CORNERED else None
        variances = columns.variances[columns.variances > 0]
        self.peak = max(0.0, -0.5 * float(np.add.reduce(np.log(variances) + LOG_2PI)))
        self._constant = 0.5 - math.log(n_samples) - 0.5 * n_features * LOG_2PI

    @np.errstate(all="ignore")  # overflow counts as too much cancellation; log 0 is intended
    def of(self, params: GMMParams) -> Coefficients:
        """Write log pi_k + log N(x | mu_k, Sigma_k) as linear functions of the features.

        Raises
        ------
        DegenerateComponentError
            If a covariance is not positive definite.
        """
        n_features = len(self.centre)
        whiteners = inverse_factors(cholesky_factors(params.covariances))
        precisions = whiteners.transpose(0, 2, 1) @ whiteners
        means = params.means - self.centre
        table = np.empty((len(means), self._features.count))
        linear = np.vecdot(precisions, means[:, None], out=table[:, 1 : 1 + n_features])
        constants = np.maximum(np.log(params.weights), LOG_OF_ZERO)
        constants += np.add.reduce(np.log(whiteners.diagonal(axis1=1, axis2=2)), axis=1)
        constants -= 0.5 * n_features * LOG_2PI
        np.subtract(constants, 0.5 * np.vecdot(linear, means), out=table[:, 0])
        flat = precisions.reshape(len(means), n_features**2)
        table[:, 1 + n_features :] = (
            flat.take(self._features.pairs, axis=1) * self._features.precision_factors
        )
        inverted = flat[:, :: n_features + 1]  # variances, each given the others
        farthest = np.maximum(self.squared_reach, means**2)
        peak = float(np.maximum.reduce(constants, initial=0.0))
        return Coefficients(table, inverted * farthest, peak)

    def after(self, sums: np.ndarray, ridge: float) -> Coefficients:
        """Coefficients of the mixture that an M-step makes of sums of the features.

        The moments of (1, x) are M = [[1, m'], [m, S + m m']], and their inverse holds all that
        is needed: [[1 + m' P m, -m' P], [-P m, P]] with the precision P. Where there is none, the
        cancellation is NaN.
        """
        counts, n_features = sums[:, 0], len(self.centre)
        if n_features == 2 and len(sums) <= MAX_PLANAR:
            few = planar_coefficients(
                sums.tolist(), ridge, self._reach_of_two, self._constant - 0.5
            )
            table, cancellation = map(np.array, few)
            return Coefficients(table, cancellation)
        moments = (sums / counts[:, None]).take(self._features.moments, axis=1)
        if ridge:
            moments += ridge * self._features_only
        inverses = inverse_factors(factors_or_nan(moments))
        flat = (inverses.transpose(0, 2, 1) @ inverses).reshape(len(sums), -1)
        table = flat.take(self._features.inverted, axis=1) * self._features.inverted_factors
        roots = inverses.diagonal(axis1=1, axis2=2).copy()
        roots[:, 0] = counts  # instead of 1
        table[:, 0] += np.add.reduce(np.log(roots), axis=1) + self._constant
        return Coefficients(table, flat[:, :: n_features + 2] * self._reach)

    def lowest(self, table: np.ndarray) -> float:
        """A number below all log-densities of samples; minus infinity if that is too much work.

        They are concave, so in the box of all samples they are lowest at a corner.
        """
        if self._corners is None:
            return -math.inf
        return float(np.minimum.reduce(np.dot(table, self._corners), axis=None))

    def moments(self, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Means and covariances from sums of the features; no count may be zero."""
        n_features = len(self.centre)
        moments = sums[:, 1:] / sums[:, :1]
        means = moments[:, :n_features]
        pairs = moments[:, n_features:]
        pairs -= means.take(self._features.first, axis=1) * means.take(
            self._features.second, axis=1
        )
        return self.centre + means, pairs.take(self._features.entries, axis=1)


def _corners(features: Features, columns: Columns) -> np.ndarray:
    """Features of the corners of the smallest box that holds all samples."""
    sides = np.meshgrid(*zip(columns.low, columns.high, strict=True))
    corners = np.stack([side.ravel() for side in sides], axis=1)
    written = np.ones((features.count, len(corners)))
    features.write(corners, columns.means, written)
    return written
