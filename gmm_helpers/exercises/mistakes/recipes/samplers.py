"""A sampler assembled from parts, each of which can be a mistake."""

from __future__ import annotations

import numpy as np

__all__ = ["draw_labels", "draw_noise", "give_both", "move", "sampler", "symmetric_root"]


def draw_labels(weights, n_samples, rng):
    """Draw labels correctly; faster than `Generator.choice`."""
    ends = np.cumsum(weights)[:-1]
    return np.searchsorted(ends, rng.random(n_samples), side="right")


def draw_noise(shape, rng):
    """Draw noise correctly."""
    return rng.standard_normal(shape)


def move(labels, means, roots, noise):
    """Compute x_n = μ_k + R_k ε_n, where k is the label of sample n."""
    return means[labels] + np.einsum("nij,nj->ni", roots[labels], noise)


def symmetric_root(covariances):
    """Compute the symmetric square root."""
    values, vectors = np.linalg.eigh(covariances)
    return (vectors * np.sqrt(values)[:, None, :]) @ vectors.transpose(0, 2, 1)


def give_both(X, labels, rng):
    """Return both results."""
    return X, labels


def sampler(
    *,
    choose=draw_labels,
    noise=draw_noise,
    root=np.linalg.cholesky,
    centre=lambda means: means,
    give=give_both,
    of_labels=lambda rng: rng,
    of_noise=lambda rng: rng,
    of_all=lambda rng: rng,
):
    """Make a `sample_gmm` with some parts replaced.

    Parameters
    ----------
    choose : callable
        ``choose(weights, n_samples, rng) -> labels``; as many samples as labels are drawn.
    noise : callable
        ``noise(shape, rng) -> ndarray``.
    root : callable
        ``root(covariances) -> ndarray``: what multiplies the noise.
    centre : callable
        ``centre(means) -> ndarray``.
    give : callable
        ``give(X, labels, rng)``: what is returned.
    of_labels, of_noise, of_all : callable
        ``of_labels(rng) -> generator``: where labels, noise, or both get their randomness.
    """

    def sample(weights, means, covariances, n_samples, rng):
        rng = of_all(rng)
        labels = choose(weights, n_samples, of_labels(rng))
        drawn_noise = noise((len(labels), means.shape[1]), of_noise(rng))
        roots = root(np.asarray(covariances, dtype=float))
        return give(move(labels, centre(means), roots, drawn_noise), labels, rng)

    return sample
