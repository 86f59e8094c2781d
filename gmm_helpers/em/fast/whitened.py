"""E-step and M-step by the helpers' own formulas, block by block, with no table of size N x K.

Each sample is whitened by each component's triangular factor, and spreads are measured around
the new means in a second pass: slower than `products`, but nothing large cancels.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...model.density import weighted_log_prob_unchecked
from ...model.log_sums import normalised
from ...model.params import GMMParams
from ..updates import scatters
from .blocks import Layout
from .threads import Run

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
    """The data, and both steps on them.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    n_components : int
    """

    def __init__(self, X: np.ndarray, n_components: int):
        self.X = X
        self.layout = Layout(len(X), 3 * X.shape[1] + 3 * n_components)

    def e_step(self, params: GMMParams, run: Run) -> tuple[Sums, float]:
        """Sums for the M-step, and the negative log-likelihood; NaN where numbers overflow."""

        def of_block(X):
            shares, log_density = normalised(weighted_log_prob_unchecked(X, params))
            return shares.sum(axis=0), shares.T @ X, log_density.sum()

        counts, totals, log_density = self._added(of_block, run)
        return Sums(params, counts, totals), -float(log_density)

    def m_step(self, sums: Sums, run: Run) -> tuple[np.ndarray, np.ndarray]:
        """Means and covariances that belong to the sums of an E-step."""
        means = sums.totals / sums.counts[:, None]

        def of_block(X):
            shares = normalised(weighted_log_prob_unchecked(X, sums.params))[0]
            return (scatters(X, shares, means),)

        (scattered,) = self._added(of_block, run)
        return means, scattered / sums.counts[:, None, None]

    def _added(self, of_block, run: Run) -> list:
        """Add up what a function returns for each block; in an order that threads don't change."""

        def of_portion(blocks):
            with np.errstate(all="ignore"):
                return _sum(of_block(self.X[a:b]) for a, b in blocks)

        return _sum(run(of_portion, self.layout.portions))


def _sum(parts) -> list:
    return [sum(values) for values in zip(*parts, strict=True)]
