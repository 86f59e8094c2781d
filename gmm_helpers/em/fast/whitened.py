"""E-step and M-step by the helpers' own formulas, block by block, with no table of size N x K.

Each sample is whitened by the triangular factor of each component, and covariances are computed
around the new means in a second pass: slower than `products`, but nothing large cancels.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...model.density import weighted_log_prob_unchecked
from ...model.log_sums import normalise
from ...model.params import GMMParams
from ..updates import scatter_matrices
from .blocks import Layout
from .threads import Map

__all__ = ["Sums", "Whitened"]


class Sums(NamedTuple):
    """What an E-step leaves for the M-step.

    Parameters
    ----------
    params : GMMParams
        Those of the E-step.
    counts : ndarray of shape (n_components,)
    totals : ndarray of shape (n_components, n_features)
        Sums of the samples, weighted by responsibilities.
    """

    params: GMMParams
    counts: np.ndarray
    totals: np.ndarray


class Whitened:
    """The data, and both steps on them."""

    def __init__(self, X: np.ndarray, n_components: int):
        self.X = X
        self.layout = Layout(len(X), 3 * X.shape[1] + 3 * n_components)

    def e_step(self, params: GMMParams, parallel_map: Map) -> tuple[Sums, float]:
        """Sums for the M-step, and the negative log-likelihood; NaN where numbers overflow."""

        def of_block(X):
            responsibilities, log_density = normalise(weighted_log_prob_unchecked(X, params))
            return responsibilities.sum(axis=0), responsibilities.T @ X, log_density.sum()

        counts, totals, log_density = self._add_up(of_block, parallel_map)
        return Sums(params, counts, totals), -float(log_density)

    def m_step(self, sums: Sums, parallel_map: Map) -> tuple[np.ndarray, np.ndarray]:
        """Means and covariances that belong to the sums of an E-step."""
        means = sums.totals / sums.counts[:, None]

        def of_block(X):
            responsibilities = normalise(weighted_log_prob_unchecked(X, sums.params))[0]
            return (scatter_matrices(X, responsibilities, means),)

        (scatters,) = self._add_up(of_block, parallel_map)
        return means, scatters / sums.counts[:, None, None]

    def _add_up(self, of_block, parallel_map: Map) -> list:
        """Add up what a function returns for each block, in an order that threads don't change."""

        def of_portion(blocks):
            with np.errstate(all="ignore"):
                return _sum(of_block(self.X[a:b]) for a, b in blocks)

        return _sum(parallel_map(of_portion, self.layout.portions))


def _sum(parts) -> list:
    return [sum(values) for values in zip(*parts, strict=True)]
