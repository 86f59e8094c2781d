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
from typing import Any, NamedTuple

import numpy as np

from ...model.cholesky import cholesky_factors, factors_or_nan, inverse_factors
from ...model.density import LOG_2PI
from ...model.params import GMMParams
from .blocks import Layout
from .buffers import Workspace
from .columns import Columns
from .features import features_of
from .narrow import Narrow
from .narrow_sums import Portion
from .planar import MAX_PLANAR, planar_coefficients
from .threads import Map

__all__ = ["Coefficients", "Products"]

LOG_OF_ZERO = -1e300  # as infinity times zero is NaN
MIN_NORM = 1e-300  # a larger sum of exponentials has lost nothing to underflow


class Coefficients(NamedTuple):
    """What the features are multiplied by.

    Parameters
    ----------
    table : ndarray of shape (n_components, n_products)
    cancellation : ndarray of shape (n_components, n_features)
        The largest terms that may cancel in a log-density; times the rounding of floats this is
        an error of the log-density.
    """

    table: np.ndarray
    cancellation: np.ndarray


class Products:
    """The data as features, and both steps on them, for one run or several at once.

    Several runs are given as one mixture, in which the components of one run follow those of
    the other.

    Parameters
    ----------
    columns : Columns
        What `describe_columns` returns for them.
    n_components : int
        Of each run.
    """

    def __init__(self, X: np.ndarray, columns: Columns, n_components: int):
        n_samples, n_features = X.shape
        self.X, self.centre, self.n_components = X, columns.means, n_components
        reach = np.maximum(columns.high - columns.means, columns.means - columns.low)
        self.squared_reach = reach**2
        self._features = features_of(n_features)
        self._features_only = np.diag([0.0] + [1.0] * n_features)
        self._reach = np.concatenate([[0.0], self.squared_reach])
        self._reach_of_two = self.squared_reach.tolist()
        self._constant = 0.5 - math.log(n_samples) - 0.5 * n_features * LOG_2PI
        self.layout = Layout(n_samples, self._features.count + n_components + 2)
        self._workspaces: SimpleQueue[Workspace] = SimpleQueue()  # those not in use
        self.is_one_block = self.layout.one_block  # then the features are kept

    @np.errstate(all="ignore")  # overflow counts as too much cancellation; log 0 is intended
    def coefficients(self, params: GMMParams) -> Coefficients:
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
        constants -= 0.5 * np.vecdot(linear, means)
        np.subtract(constants, 0.5 * n_features * LOG_2PI, out=table[:, 0])
        flat = precisions.reshape(len(means), n_features**2)
        table[:, 1 + n_features :] = (
            flat.take(self._features.pairs, axis=1) * self._features.precision_factors
        )
        inverted = flat[:, :: n_features + 1]  # variances, each given the others
        farthest = np.maximum(self.squared_reach, means**2)
        return Coefficients(table, inverted * farthest)

    def coefficients_after(self, sums: np.ndarray, ridge: float) -> Coefficients:
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
            return Coefficients(*map(np.array, few))
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

    def e_step(
        self, coefficients: Coefficients, parallel_map: Map, narrow: Narrow | None = None
    ) -> tuple[np.ndarray, float, np.ndarray | None]:
        """Sums of the features weighted by responsibilities, and the negative log-likelihood.

        Also the scatters of narrow components, if there are any. All may be NaN where numbers
        overflow.
        """
        parts = parallel_map(
            lambda blocks: self._sum_portion(coefficients.table, blocks, narrow),
            self.layout.portions,
        )
        sums, (log_density,), scatters = parts[0]
        for more_sums, (more,), more_scatters in parts[1:]:
            sums += more_sums
            log_density += more
            if narrow:
                scatters += more_scatters
        return sums, -log_density, scatters

    def m_step(self, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Means and covariances from sums of the features; no count may be zero."""
        n_features = len(self.centre)
        moments = sums[:, 1:] / sums[:, :1]
        means = moments[:, :n_features]
        pairs = moments[:, n_features:]
        pairs -= means.take(self._features.first, axis=1) * means.take(
            self._features.second, axis=1
        )
        return self.centre + means, pairs.take(self._features.entries, axis=1)

    @np.errstate(all="ignore")  # in each thread; what overflows is noticed and computed again
    def _sum_portion(
        self, table: np.ndarray, blocks: list, narrow: Narrow | None
    ) -> tuple[np.ndarray, list[float], np.ndarray | None]:
        try:
            workspace = self._workspaces.get_nowait()
        except Empty:
            workspace = self.new_workspace()
        try:
            portion = Portion(narrow, self.X, blocks) if narrow else None
            sums, log_densities = self.sum_blocks(table, blocks, workspace, portion)
            return sums, log_densities, portion.scatters if portion else None
        finally:
            self._workspaces.put(workspace)

    def sum_blocks(
        self,
        table: np.ndarray,
        blocks: list,
        workspace: Workspace,
        portion: Portion | None = None,
    ) -> tuple[np.ndarray, list[float]]:
        """Sums over a portion, and the log-density of each run.

        Exponentials are taken of the logarithms as they are, if that is possible: subtracting the
        maximum of each sample first takes as long as all the rest, and is rarely needed.
        """
        sums, norms, _ = self._exponentials(table, blocks, workspace, portion)
        if np.minimum.reduce(norms, axis=None) > MIN_NORM:
            log_densities = np.add.reduce(np.log(norms, out=norms), axis=1).tolist()
            if math.isfinite(sum(log_densities)):
                return sums, log_densities
        sums, norms, shift = self._exponentials(table, blocks, workspace, portion, True)
        return sums, (np.add.reduce(np.log(norms, out=norms), axis=1) + shift).tolist()

    def _exponentials(
        self, table, blocks, workspace: Workspace, portion: Portion | None, shifted: bool = False
    ) -> tuple[Any, np.ndarray, Any]:
        """Sums over a portion, the density of each sample, and the logarithm of its factor."""
        start, stop = blocks[0][0], blocks[-1][1]
        n_runs = len(table) // self.n_components
        norms = workspace.norms[:n_runs, : stop - start]
        sums, shift = None, 0.0
        if portion:
            portion.begin()
        for first, last in blocks:
            features, responsibilities, transposed, of_runs = workspace.views(last - first, n_runs)
            if not self.is_one_block:
                self._features.write(self.X[first:last], self.centre, features)
            np.dot(table, features, out=responsibilities)
            if portion:
                portion.write_log_densities(first, last, responsibilities, shifted)
            if shifted:
                maxima = np.maximum.reduce(of_runs, axis=1, keepdims=True)
                shift = shift + maxima.sum(axis=(1, 2))
                of_runs -= maxima
            np.exp(responsibilities, out=responsibilities)
            block_norms = norms[:, first - start : last - start]
            np.add.reduce(of_runs, axis=1, out=block_norms)
            np.multiply(of_runs, np.reciprocal(block_norms)[:, None], out=of_runs)
            if portion:
                portion.add(last, responsibilities)
            part = np.dot(responsibilities, transposed)
            sums = part if sums is None else np.add(sums, part, out=sums)
        return sums, norms, shift

    def new_workspace(self, n_runs: int = 1) -> Workspace:
        """Memory for a thread; it holds the features already if all samples are one block."""
        longest = max(blocks[-1][1] - blocks[0][0] for blocks in self.layout.portions)
        workspace = Workspace(
            self._features.count, self.n_components, self.layout.block, longest, n_runs
        )
        if self.is_one_block:
            self._features.write(self.X, self.centre, workspace.views(len(self.X)).features)
        return workspace
