"""A sampler put together from parts, each of which can be a mistake."""

from __future__ import annotations

import numpy as np

__all__ = ["both", "drawn", "moved", "normal", "sampler", "symmetric_root"]


def drawn(weights, n_samples, rng):
    """Labels as they should be drawn; quicker than `Generator.choice`."""
    ends = np.cumsum(weights)[:-1]
    return np.searchsorted(ends, rng.random(n_samples), side="right")


def normal(shape, rng):
    """Noise as it should be drawn."""
    return rng.standard_normal(shape)


def moved(labels, means, roots, noise):
    """x_n = mu_k + R_k epsilon_n, with k the label of n."""
    return means[labels] + np.einsum("nij,nj->ni", roots[labels], noise)


def symmetric_root(covariances):
    """The root that is symmetric itself."""
    values, vectors = np.linalg.eigh(covariances)
    return (vectors * np.sqrt(values)[:, None, :]) @ vectors.transpose(0, 2, 1)


def both(X, labels, rng):
    """What is to be returned."""
    return X, labels


def sampler(
    *,
    choose=drawn,
    noise=normal,
    root=np.linalg.cholesky,
    centre=lambda means: means,
    give=both,
    of_labels=lambda rng: rng,
    of_noise=lambda rng: rng,
    of_all=lambda rng: rng,
):
    """Return a function like `sample_gmm` with other parts.

    Parameters
    ----------
    choose : callable
        ``choose(weights, n_samples, rng) -> labels``; as many samples as labels are drawn.
    noise : callable
        ``noise(shape, rng) -> ndarray``.
    root : callable
        ``root(covariances) -> ndarray``, what multiplies the noise.
    centre : callable
        ``centre(means) -> ndarray``.
    give : callable
        ``give(X, labels, rng)``: what is returned.
    of_labels, of_noise, of_all : callable
        ``of_labels(rng) -> generator``: where labels, noise, or both get their randomness.

    Returns
    -------
    callable
    """

    def sample(weights, means, covariances, n_samples, rng):
        rng = of_all(rng)
        labels = choose(weights, n_samples, of_labels(rng))
        drawn_noise = noise((len(labels), means.shape[1]), of_noise(rng))
        roots = root(np.asarray(covariances, dtype=float))
        return give(moved(labels, centre(means), roots, drawn_noise), labels, rng)

    return sample
