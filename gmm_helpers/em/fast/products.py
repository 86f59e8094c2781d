"""E-step and M-step as two matrix products: a Gaussian is an exponential family.

log pi_k + log N(x | mu_k, Sigma_k) is linear in the features 1, x_i and x_i x_j, so the E-step is
a product of coefficients with features, and the sums that the M-step needs are a product of
responsibilities with the same features.

The data are centred first. Where a component is tiny against its distance from the centre, large
terms cancel all the same; `Coefficients.cancellation` says how large.

In a small problem the overhead of calls decides. So ufuncs are reduced directly here, as methods
such as `sum` and `max` take a few microseconds more.
"""

from __future__ import annotations

import math
from queue import Empty, SimpleQueue
from typing import NamedTuple

import numpy as np

from ...model.cholesky import cholesky_factors
from ...model.density import LOG_2PI
from ...model.params import GMMParams
from .blocks import Layout
from .buffers import Space
from .columns import Columns
from .threads import Run

__all__ = ["Coefficients", "Products"]

LOG_OF_ZERO = -1e300  # as infinity times zero is NaN
TINY = 1e-300  # a sum of exponentials above it has lost nothing to underflow


class Coefficients(NamedTuple):
    """What the features are multiplied with.

    Parameters
    ----------
    table : ndarray of shape (n_components, n_products)
    cancellation : float
        Terms as large as this may cancel in a log-density; times the rounding of floats it is
        an error of the log-density.
    """

    table: np.ndarray
    cancellation: float


class Products:
    """The data as features, and both steps on them.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    columns : Columns
        What `look_at_columns` says of them.
    n_components : int
    """

    def __init__(self, X: np.ndarray, columns: Columns, n_components: int):
        n_samples, n_features = X.shape
        self.X, self.centre = X, columns.means
        reach = np.maximum(columns.high - columns.means, columns.means - columns.low)
        self.squared_reach = reach**2
        i, j = np.triu_indices(n_features)
        self.n_products = 1 + n_features + len(i)
        # Where x_i x_j stands in a matrix, and where an entry of a matrix stands in the features.
        self._pairs = i * n_features + j
        self._entries = np.empty((n_features, n_features), dtype=int)
        self._entries[i, j] = self._entries[j, i] = np.arange(len(i))
        # x_i x_j stands for x_j x_i, too.
        self._shares_of_precision = np.where(i == j, -0.5, -1.0)
        self.layout = Layout(n_samples, self.n_products + n_components + 2)
        self._spaces: SimpleQueue[Space] = SimpleQueue()  # of threads that are not at work
        self._ones = np.ones(n_components)
        self._features_are_kept = self.layout.one_block
        if self._features_are_kept:
            space = self._space()
            self._fill(space.views(n_samples).features, 0, n_samples)
            self._spaces.put(space)

    @np.errstate(all="ignore")  # what overflows cancels too much, and log 0 is meant
    def coefficients(self, params: GMMParams) -> Coefficients:
        """Write log pi_k + log N(x | mu_k, Sigma_k) as linear functions of the features.

        Raises
        ------
        DegenerateComponentError
            If a covariance is not positive definite.
        """
        n_features = len(self.centre)
        factors = cholesky_factors(params.covariances)
        roots = factors.diagonal(axis1=1, axis2=2)
        whiteners = np.linalg.inv(factors)  # a thousand times as exact as inv of the covariances
        precisions = whiteners.transpose(0, 2, 1) @ whiteners
        means = params.means - self.centre
        linear = (precisions @ means[:, :, None])[:, :, 0]
        constants = np.maximum(np.log(params.weights), LOG_OF_ZERO)
        constants -= np.add.reduce(np.log(roots), axis=1)
        constants -= 0.5 * (np.vecdot(linear, means) + n_features * LOG_2PI)
        table = np.empty((len(means), self.n_products))
        table[:, 0] = constants
        table[:, 1 : 1 + n_features] = linear
        flat = precisions.reshape(len(means), -1)
        table[:, 1 + n_features :] = flat.take(self._pairs, axis=1) * self._shares_of_precision
        inverted = flat[:, :: n_features + 1]  # variances, each given the others
        farthest = np.maximum(self.squared_reach, means**2)
        cancellation = np.maximum.reduce(inverted * farthest, axis=None)
        return Coefficients(table, float(cancellation))

    def e_step(self, coefficients: Coefficients, run: Run) -> tuple[np.ndarray, float]:
        """Sums of the features weighted by responsibilities, and the negative log-likelihood.

        Either may be NaN where numbers overflow.
        """
        parts = run(lambda part: self._portion(coefficients.table, part), self.layout.portions)
        sums, log_density = parts[0]
        for more_sums, more in parts[1:]:
            sums += more_sums
            log_density += more
        return sums, -log_density

    def m_step(self, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Means and covariances that belong to sums of the features; no count may be zero."""
        n_features = len(self.centre)
        moments = sums[:, 1:] / sums[:, :1]
        means = moments[:, :n_features]
        covariances = moments[:, n_features:].take(self._entries, axis=1)
        covariances -= means[:, :, None] * means[:, None, :]
        return self.centre + means, covariances

    def _portion(self, table: np.ndarray, blocks: list) -> tuple[np.ndarray, float]:
        try:
            space = self._spaces.get_nowait()
        except Empty:
            space = self._space()
        try:
            with np.errstate(all="ignore"):  # what overflows is found and done again
                sums, log_density = self._sums(table, blocks, space, shifted=False)
                if not math.isfinite(log_density):
                    sums, log_density = self._sums(table, blocks, space, shifted=True)
        finally:
            self._spaces.put(space)
        return sums, log_density

    def _sums(self, table, blocks, space: Space, shifted: bool) -> tuple[np.ndarray, float]:
        """Sums over a portion, and its log-density.

        Exponentials are taken of the logarithms as they are, unless `shifted`: taking the
        largest of each sample out first costs as much as all the rest, and is rarely needed.
        """
        sums, part = np.zeros(table.shape), np.empty(table.shape)
        start, stop = blocks[0][0], blocks[-1][1]
        norms, shift = space.norms[: stop - start], 0.0
        for first, last in blocks:
            features, shares, transposed = space.views(last - first)
            if not self._features_are_kept:
                self._fill(features, first, last)
            np.dot(table, features, out=shares)
            if shifted:
                largest = shares.max(axis=0)
                shift += float(largest.sum())
                shares -= largest
            np.exp(shares, out=shares)
            block_norms = norms[first - start : last - start]
            np.dot(self._ones, shares, out=block_norms)
            shares /= block_norms
            sums += np.dot(shares, transposed, out=part)
        if not np.minimum.reduce(norms) > TINY:
            return sums, math.nan
        return sums, shift + float(np.add.reduce(np.log(norms, out=norms)))

    def _space(self) -> Space:
        n_components = len(self._ones)
        longest = max(blocks[-1][1] - blocks[0][0] for blocks in self.layout.portions)
        return Space(self.n_products, n_components, self.layout.block, longest)

    def _fill(self, features: np.ndarray, first: int, last: int) -> None:
        """Write 1, x_i and x_i x_j for i <= j of centred samples, one row a feature."""
        n_features = len(self.centre)
        linear = features[1 : 1 + n_features]
        features[0] = 1.0
        np.subtract(self.X[first:last].T, self.centre[:, None], out=linear)
        row = 1 + n_features
        for i in range(n_features):
            np.multiply(linear[i:], linear[i], out=features[row : row + n_features - i])
            row += n_features - i
