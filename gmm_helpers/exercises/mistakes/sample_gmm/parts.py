"""Wrong parts of a sampler that take more than a line; `recipes.samplers` says what they get."""

from __future__ import annotations

import numpy as np

from ..recipes.samplers import draw_labels

# Where the randomness comes from.


def no_seed(rng):
    return np.random.default_rng()


def fixed_seed(rng):
    return np.random.default_rng(0)


def its_seed(rng):
    return np.random.default_rng(rng.bit_generator.seed_seq)


# How components are chosen.


def uniform(w, n, rng):
    return rng.integers(len(w), size=n)


def one_for_all(w, n, rng):
    return np.full(n, draw_labels(w, 1, rng)[0])


def blocks(counts):
    return np.repeat(np.arange(len(counts)), counts)


def random_blocks(w, n, rng):
    return blocks(rng.multinomial(n, w))


def below_weight(w, n, rng, otherwise=0):
    """Choose the first component whose weight exceeds a uniform number."""
    below = rng.random(n)[:, None] < w
    return np.where(below.any(axis=1), below.argmax(axis=1), otherwise % len(w))


def shuffled(choose):
    return lambda w, n, rng: rng.permutation(choose(w, n, rng))


# Noise.


def one_column(shape, rng, z):
    return np.repeat(rng.standard_normal((shape[0], 1)), shape[1], axis=1)


def one_vector(shape, rng, z):
    return np.broadcast_to(rng.standard_normal(shape[1]), shape)


def pooled(fraction):
    def noise(shape, rng, z):
        pool = rng.standard_normal((max(int(fraction * shape[0]), 1), shape[1]))
        return pool[rng.integers(len(pool), size=shape[0])]

    return noise


def halved(sign):
    def noise(shape, rng, z):
        half = rng.standard_normal((shape[0] // 2 + 1, shape[1]))
        return np.vstack([half, sign * half])[: shape[0]]

    return noise


def remembering(strength):
    """Noise that is partly that of the last sample."""

    def noise(shape, rng, z):
        result = rng.standard_normal(shape)
        result[1:] *= np.sqrt(1 - strength**2)
        for n in range(1, len(result)):
            result[n] += strength * result[n - 1]
        return result

    return noise


def overlapping(shape, rng, z):
    fresh = rng.standard_normal((shape[0] + 1, shape[1]))
    return (fresh[1:] + fresh[:-1]) / np.sqrt(2)


def overlapping_windows(shape, rng, z):
    fresh = rng.standard_normal(shape[0] + shape[1] - 1)
    return np.lib.stride_tricks.sliding_window_view(fresh, shape[1])


# What multiplies the noise, and what is added to it.


def average(w, values):
    """The weighted average of the components, once for each of them."""
    return np.broadcast_to(np.tensordot(w, values, axes=1), values.shape)


def diagonal(C):
    return C * np.eye(C.shape[-1])


def mean_variance(C):
    return np.trace(C, axis1=1, axis2=2)[:, None, None] / C.shape[-1]


def power(C, exponent):
    """The symmetric power of each matrix."""
    values, vectors = np.linalg.eigh(C)
    return (vectors * values[:, None, :] ** exponent) @ vectors.transpose(0, 2, 1)


def scaled_eigenvectors(order):
    """Roots of eigenvalues times eigenvectors; only "kj,kij->kij" would be right."""
    return lambda w, m, C: np.einsum(
        order, np.sqrt(np.linalg.eigvalsh(C)), np.linalg.eigh(C).eigenvectors
    )


def total_covariance(w, m, C):
    """The covariance of all samples together."""
    gaps = m - w @ m
    return average(w, C) + np.einsum("k,ki,kj->ij", w, gaps, gaps)


# What is returned.


def resampled(X, z, rng, params):
    rows = rng.integers(len(X), size=len(X))
    return X[rows], z[rows]


def nearest(X, params):
    """The most probable component of every sample."""
    w, m, C = params
    gaps = X[:, None] - m
    distances = np.einsum("nki,kij,nkj->nk", gaps, np.linalg.inv(C), gaps)
    return (distances + np.linalg.slogdet(C)[1] - 2 * np.log(w)).argmin(axis=1)
