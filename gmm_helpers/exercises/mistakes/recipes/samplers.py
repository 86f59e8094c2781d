"""A sampler assembled from parts, each of which can be a mistake."""

from __future__ import annotations

import numpy as np

from .gaussians import same


def draw_labels(weights, n_samples, rng):
    """Draw labels correctly; faster than `Generator.choice`."""
    ends = np.cumsum(weights)[:-1]
    return np.searchsorted(ends, rng.random(n_samples), side="right")


def sampler(
    *,
    weights=lambda w, m, C: w,  # what labels are drawn with
    choose=draw_labels,  # (weights, n_samples, rng) -> labels, as many as there will be samples
    noise=lambda shape, rng, labels: rng.standard_normal(shape),
    covariances=lambda w, m, C: C,
    root=np.linalg.cholesky,  # of the covariances: what multiplies the noise of each component
    centre=lambda w, m, C: m,
    after=lambda X, labels, rng, params: (X, labels),
    give=lambda X, labels: (X, labels),  # of what `after` returns
    of_labels=same,  # rng -> generator: where labels, noise, or both get their randomness
    of_noise=same,
    of_all=same,
):
    """Make a `sample_gmm` with some parts replaced."""

    def sample(*arguments):
        *given, n_samples, rng = arguments
        params = [np.asarray(values, dtype=float) for values in given]
        rng = of_all(rng)
        labels = choose(weights(*params), n_samples, of_labels(rng))
        drawn = noise((len(labels), params[1].shape[1]), of_noise(rng), labels)
        roots, centres = root(covariances(*params)), centre(*params)
        X = centres[labels] + np.einsum("nij,nj->ni", roots[labels], drawn)
        return give(*after(X, labels, rng, params))

    return sample


def average(w, values):
    """The weighted average of the components, once for each of them."""
    return np.broadcast_to(np.tensordot(w, values, axes=1), values.shape)


def diagonal(C):
    return C * np.eye(C.shape[-1])


def power(C, exponent):
    """The symmetric power of each matrix."""
    values, vectors = np.linalg.eigh(C)
    return (vectors * values[:, None, :] ** exponent) @ vectors.transpose(0, 2, 1)


def scaled_eigenvectors(order):
    """Roots of eigenvalues times eigenvectors; only "kj,kij->kij" would be right."""
    return lambda C: np.einsum(order, np.sqrt(np.linalg.eigvalsh(C)), np.linalg.eigh(C)[1])


def one_column(shape, rng, z):
    return np.repeat(rng.standard_normal((shape[0], 1)), shape[1], axis=1)


def one_vector(shape, rng, z):
    return np.broadcast_to(rng.standard_normal(shape[1]), shape)


def pooled(shape, rng, z, fraction):
    pool = rng.standard_normal((max(int(fraction * shape[0]), 1), shape[1]))
    return pool[rng.integers(len(pool), size=shape[0])]


def remembering(shape, rng, z, strength):
    """Noise that is partly that of the last sample."""
    result = rng.standard_normal(shape)
    result[1:] *= np.sqrt(1 - strength**2)
    for n in range(1, len(result)):
        result[n] += strength * result[n - 1]
    return result


def overlapping_windows(shape, rng, z):
    fresh = rng.standard_normal(shape[0] + shape[1] - 1)
    return np.lib.stride_tricks.sliding_window_view(fresh, shape[1])
