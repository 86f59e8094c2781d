"""A loop of our own in Numba: one sample after another, through both steps at once."""

from __future__ import annotations

import math

import numpy as np

from gmm_helpers import GMMParams

from .problems import Problem

__all__ = ["numba_loop"]


def numba_loop(problem: Problem, n_threads: int):
    """Each thread has a share of the samples, and sums of its own."""
    import numba

    numba.set_num_threads(n_threads)
    X, start = problem
    n_samples, n_features = X.shape
    first, second = np.triu_indices(1 + n_features)

    @numba.njit(parallel=True, fastmath=True)
    def e_step(apart, table, n_shares):
        n_components, n_products = table.shape
        n, d = apart.shape
        sums = np.zeros((n_shares, n_components, n_products))
        log_density = np.zeros(n_shares)
        for share in numba.prange(n_shares):
            features, shares = np.empty(n_products), np.empty(n_components)
            own, total = np.zeros((n_components, n_products)), 0.0
            for i in range(n * share // n_shares, n * (share + 1) // n_shares):
                features[0] = 1.0
                p = 1 + d
                for a in range(d):
                    features[1 + a] = apart[i, a]
                    for b in range(a, d):
                        features[p] = apart[i, a] * apart[i, b]
                        p += 1
                norm = 0.0
                for k in range(n_components):
                    value = 0.0
                    for p in range(n_products):
                        value += table[k, p] * features[p]
                    shares[k] = math.exp(value)
                    norm += shares[k]
                total += math.log(norm)
                for k in range(n_components):
                    r = shares[k] / norm
                    for p in range(n_products):
                        own[k, p] += r * features[p]
            sums[share] = own
            log_density[share] = total
        return sums.sum(axis=0), log_density.sum()

    entries = np.empty((1 + n_features, 1 + n_features), dtype=int)
    entries[first, second] = entries[second, first] = np.arange(len(first))
    factors = np.where(first == second, -0.5, -1.0)

    def run(n_iter: int):
        centre = X.mean(axis=0)
        apart = X - centre
        weights, means, covariances = start
        means = means - centre
        for iteration in range(n_iter + 1):
            whiteners = np.linalg.inv(np.linalg.cholesky(covariances))
            precisions = whiteners.transpose(0, 2, 1) @ whiteners
            linear = np.einsum("kij,kj->ki", precisions, means)
            inverse = np.zeros((len(means), 1 + n_features, 1 + n_features))
            inverse[:, 0, 1:], inverse[:, 1:, 1:] = -linear, precisions
            table = inverse[:, first, second] * factors
            table[:, 0] = np.log(weights) - 0.5 * (linear * means).sum(axis=1)
            table[:, 0] += np.log(whiteners.diagonal(axis1=1, axis2=2)).sum(axis=1)
            table[:, 0] -= 0.5 * n_features * math.log(2 * math.pi)
            sums, log_density = e_step(apart, table, n_threads)
            if iteration == n_iter:
                return GMMParams(weights, means + centre, covariances), -log_density
            moments = (sums / sums[:, :1])[:, entries]
            weights, means = sums[:, 0] / n_samples, moments[:, 0, 1:]
            covariances = moments[:, 1:, 1:] - means[:, :, None] * means[:, None, :]

    run(1)  # compiles
    return run
