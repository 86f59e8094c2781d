"""A sampler assembled from parts, each of which can be a mistake."""

from __future__ import annotations

import numpy as np

__all__ = ["draw_labels", "draw_noise", "sampler"]


def draw_labels(weights, n_samples, rng):
    """Draw labels correctly; faster than `Generator.choice`."""
    ends = np.cumsum(weights)[:-1]
    return np.searchsorted(ends, rng.random(n_samples), side="right")


def draw_noise(shape, rng, labels):
    """Draw noise correctly."""
    return rng.standard_normal(shape)


def _same(rng):
    return rng


def sampler(
    *,
    choose=draw_labels,
    noise=draw_noise,
    root=lambda w, m, C: np.linalg.cholesky(C),
    centre=lambda w, m, C: m,
    give=lambda X, labels, rng, params: (X, labels),
    of_labels=_same,
    of_noise=_same,
    of_all=_same,
):
    """Make a `sample_gmm` with some parts replaced.

    Parameters
    ----------
    choose : callable
        ``choose(weights, n_samples, rng) -> labels``; as many samples as labels are drawn.
    noise : callable
        ``noise(shape, rng, labels) -> ndarray``.
    root, centre : callable
        ``root(weights, means, covariances) -> ndarray``: what multiplies the noise of each
        component, and what is added to it.
    give : callable
        ``give(X, labels, rng, (weights, means, covariances))``: what is returned.
    of_labels, of_noise, of_all : callable
        ``of_labels(rng) -> generator``: where labels, noise, or both get their randomness.
    """

    def sample(weights, means, covariances, n_samples, rng):
        params = np.asarray(weights), means, np.asarray(covariances, dtype=float)
        rng = of_all(rng)
        labels = choose(params[0], n_samples, of_labels(rng))
        drawn = noise((len(labels), means.shape[1]), of_noise(rng), labels)
        roots, centres = root(*params), centre(*params)
        X = centres[labels] + np.einsum("nij,nj->ni", roots[labels], drawn)
        return give(X, labels, rng, params)

    return sample
