"""A loop of our own in JAX, which XLA compiles as a whole.

Of five ways to write it, this one was the fastest: products with the features, in blocks.
"""

from __future__ import annotations

import os

import numpy as np

from gmm_helpers import GMMParams

from .problems import Problem

__all__ = ["jax_loop"]

BLOCK = 2048  # samples


def jax_loop(problem: Problem, n_threads: int):
    """EM as one compiled function; XLA starts as many threads as there are processors."""
    os.environ |= {"JAX_ENABLE_X64": "1", "JAX_PLATFORMS": "cpu"}
    import jax
    import jax.numpy as jnp

    X, start = problem
    n_samples, n_features = X.shape
    first, second = np.triu_indices(n_features)
    entries = np.empty((n_features, n_features), dtype=int)
    entries[first, second] = entries[second, first] = np.arange(len(first))
    factors = np.where(first == second, -0.5, -1.0)
    n_blocks = n_samples // BLOCK

    def table_of(weights, means, covariances):
        factor = jnp.linalg.cholesky(covariances)
        whiteners = jnp.linalg.inv(factor)
        precisions = whiteners.transpose(0, 2, 1) @ whiteners
        linear = jnp.einsum("kij,kj->ki", precisions, means)
        constants = jnp.log(weights) - 0.5 * ((linear * means).sum(axis=1))
        constants -= jnp.log(jnp.diagonal(factor, axis1=1, axis2=2)).sum(axis=1)
        constants -= 0.5 * n_features * np.log(2 * np.pi)
        return jnp.concatenate(
            [constants[:, None], linear, precisions[:, first, second] * factors], axis=1
        )

    def of_block(table, block):
        features = jnp.concatenate([jnp.ones_like(block[:1]), block, block[first] * block[second]])
        shares = jnp.exp(table @ features)
        norms = shares.sum(axis=0)
        return (shares / norms) @ features.T, -jnp.log(norms).sum()

    def e_step(apart, table):
        def add(total, block):
            sums, nll = of_block(table, block)
            return (total[0] + sums, total[1] + nll), None

        total = jnp.zeros(table.shape), jnp.zeros(())
        if n_blocks:
            blocks = apart[:, : n_blocks * BLOCK].reshape(n_features, n_blocks, BLOCK)
            total, _ = jax.lax.scan(add, total, blocks.transpose(1, 0, 2))
        if n_samples % BLOCK:
            total, _ = add(total, apart[:, n_blocks * BLOCK :])
        return total

    @jax.jit
    def em(transposed, weights, means, covariances, n_iter):
        centre = transposed.mean(axis=1)
        apart = transposed - centre[:, None]

        def iteration(_, params):
            sums, _ = e_step(apart, table_of(*params))
            counts, moments = sums[:, 0], sums[:, 1:] / sums[:, :1]
            means, pairs = moments[:, :n_features], moments[:, n_features:]
            outer = means[:, :, None] * means[:, None, :]
            return counts / n_samples, means, pairs[:, entries] - outer

        params = jax.lax.fori_loop(0, n_iter, iteration, (weights, means - centre, covariances))
        nll = e_step(apart, table_of(*params))[1]
        return params[0], params[1] + centre, params[2], nll

    transposed = jnp.asarray(np.ascontiguousarray(X.T))

    def run(n_iter: int):
        *params, nll = em(transposed, *start, n_iter)
        return GMMParams(*map(np.asarray, params)), float(nll)

    run(1)  # compiles
    return run
