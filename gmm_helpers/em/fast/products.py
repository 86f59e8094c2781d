"""E-step and M-step as two matrix products: a Gaussian is an exponential family.

log pi_k + log N(x | mu_k, Sigma_k) is linear in the features 1, x_i and x_i x_j, so the E-step is
a product of coefficients with features, and the sums that the M-step needs are a product of
responsibilities with the same features.

The data are centred first. Where a component is tiny compared with its distance from the centre,
large terms cancel all the same; `Coefficients.cancellation` says how large.

In a small problem most of the time goes to the overhead of calls. So ufuncs are reduced directly
here, as methods such as `sum` and `max` take a few microseconds more.
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
from .buffers import Workspace
from .columns import Columns
from .threads import Map

__all__ = ["Coefficients", "Products"]

LOG_OF_ZERO = -1e300  # as infinity times zero is NaN
MIN_NORM = 1e-300  # a larger sum of exponentials has lost nothing to underflow


class Coefficients(NamedTuple):
    """What the features are multiplied by.

    Parameters
    ----------
    table : ndarray of shape (n_components, n_products)
    cancellation : float
        The largest terms that may cancel in a log-density; times the rounding of floats this is
        an error of the log-density.
    """

    table: np.ndarray
    cancellation: float


class Products:
    """The data as features, and both steps on them.

    Parameters
    ----------
    columns : Columns
        What `describe_columns` returns for them.
    """

    def __init__(self, X: np.ndarray, columns: Columns, n_components: int):
        n_samples, n_features = X.shape
        self.X, self.centre = X, columns.means
        reach = np.maximum(columns.high - columns.means, columns.means - columns.low)
        self.squared_reach = reach**2
        i, j = np.triu_indices(n_features)
        self.n_products = 1 + n_features + len(i)
        # Where x_i x_j is in a matrix, and where an entry of a matrix is among the features.
        self._pairs = i * n_features + j
        self._entries = np.empty((n_features, n_features), dtype=int)
        self._entries[i, j] = self._entries[j, i] = np.arange(len(i))
        # x_i x_j stands for x_j x_i, too.
        self._precision_factors = np.where(i == j, -0.5, -1.0)
        self.layout = Layout(n_samples, self.n_products + n_components + 2)
        self._workspaces: SimpleQueue[Workspace] = SimpleQueue()  # those not in use
        self._ones = np.ones(n_components)
        self._features_are_kept = self.layout.one_block
        if self._features_are_kept:
            workspace = self._new_workspace()
            self._fill(workspace.views(n_samples).features, 0, n_samples)
            self._workspaces.put(workspace)

    @np.errstate(all="ignore")  # overflow counts as too much cancellation; log 0 is intended
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
        table[:, 1 + n_features :] = flat.take(self._pairs, axis=1) * self._precision_factors
        inverted = flat[:, :: n_features + 1]  # variances, each given the others
        farthest = np.maximum(self.squared_reach, means**2)
        cancellation = np.maximum.reduce(inverted * farthest, axis=None)
        return Coefficients(table, float(cancellation))

    def e_step(self, coefficients: Coefficients, parallel_map: Map) -> tuple[np.ndarray, float]:
        """Sums of the features weighted by responsibilities, and the negative log-likelihood.

        Either may be NaN where numbers overflow.
        """
        parts = parallel_map(
            lambda blocks: self._sum_portion(coefficients.table, blocks), self.layout.portions
        )
        sums, log_density = parts[0]
        for more_sums, more in parts[1:]:
            sums += more_sums
            log_density += more
        return sums, -log_density

    def m_step(self, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Means and covariances from sums of the features; no count may be zero."""
        n_features = len(self.centre)
        moments = sums[:, 1:] / sums[:, :1]
        means = moments[:, :n_features]
        covariances = moments[:, n_features:].take(self._entries, axis=1)
        covariances -= means[:, :, None] * means[:, None, :]
        return self.centre + means, covariances

    def _sum_portion(self, table: np.ndarray, blocks: list) -> tuple[np.ndarray, float]:
        try:
            workspace = self._workspaces.get_nowait()
        except Empty:
            workspace = self._new_workspace()
        try:
            with np.errstate(all="ignore"):  # what overflows is noticed and computed again
                sums, log_density = self._sum_blocks(table, blocks, workspace, shifted=False)
                if not math.isfinite(log_density):
                    sums, log_density = self._sum_blocks(table, blocks, workspace, shifted=True)
        finally:
            self._workspaces.put(workspace)
        return sums, log_density

    def _sum_blocks(
        self, table, blocks, workspace: Workspace, shifted: bool
    ) -> tuple[np.ndarray, float]:
        """Sums over a portion, and its log-density.

        Exponentials are taken of the logarithms as they are, unless `shifted`: subtracting the
        maximum of each sample first takes as long as all the rest, and is rarely needed.
        """
        sums, part = np.zeros(table.shape), np.empty(table.shape)
        start, stop = blocks[0][0], blocks[-1][1]
        norms, shift = workspace.norms[: stop - start], 0.0
        for first, last in blocks:
            features, responsibilities, transposed = workspace.views(last - first)
            if not self._features_are_kept:
                self._fill(features, first, last)
            np.dot(table, features, out=responsibilities)
            if shifted:
                maxima = responsibilities.max(axis=0)
                shift += float(maxima.sum())
                responsibilities -= maxima
            np.exp(responsibilities, out=responsibilities)
            block_norms = norms[first - start : last - start]
            np.dot(self._ones, responsibilities, out=block_norms)
            responsibilities /= block_norms
            sums += np.dot(responsibilities, transposed, out=part)
        if not np.minimum.reduce(norms) > MIN_NORM:
            return sums, math.nan
        return sums, shift + float(np.add.reduce(np.log(norms, out=norms)))

    def _new_workspace(self) -> Workspace:
        n_components = len(self._ones)
        longest = max(blocks[-1][1] - blocks[0][0] for blocks in self.layout.portions)
        return Workspace(self.n_products, n_components, self.layout.block, longest)

    def _fill(self, features: np.ndarray, first: int, last: int) -> None:
        """Write 1, x_i and x_i x_j for i <= j of centred samples, one row per feature."""
        n_features = len(self.centre)
        linear = features[1 : 1 + n_features]
        features[0] = 1.0
        np.subtract(self.X[first:last].T, self.centre[:, None], out=linear)
        row = 1 + n_features
        for i in range(n_features):
            np.multiply(linear[i:], linear[i], out=features[row : row + n_features - i])
            row += n_features - i
