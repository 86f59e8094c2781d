"""Weighted spreads around a centre: what all wrong covariances are made of."""

from __future__ import annotations

import numpy as np

__all__ = ["counts", "each_for_all", "right", "spread", "summed"]


def counts(responsibilities):
    """N_k, shaped to divide a (K, D, D) array."""
    return responsibilities.sum(axis=0)[:, None, None]


def summed(X, responsibilities, centres):
    """Sums of r_nk (x_n - c_k)(x_n - c_k)^T, one matrix a component."""
    matrices = []
    for column, centre in zip(responsibilities.T, centres, strict=True):
        centred = X - centre
        matrices.append((column[:, None] * centred).T @ centred)
    return np.array(matrices)


def spread(X, responsibilities, centres):
    """The right covariances, if the centres are."""
    return summed(X, responsibilities, centres) / counts(responsibilities)


right = spread


def each_for_all(value, n_components):
    """The same for every component."""
    return np.array([value] * n_components)
