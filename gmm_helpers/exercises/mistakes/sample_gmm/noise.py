"""Known mistakes in the noise of `sample_gmm`, and in what it is added to."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.samplers import draw_labels, draw_noise, move, sampler
from .roots import diagonals, variants

__all__ = ["NOISE_MISTAKES"]


def _constant(shape, rng):
    return np.broadcast_to(rng.standard_normal(shape[1]), shape)


def _constant_for_each_component(weights, means, covariances, n_samples, rng):
    labels = draw_labels(weights, n_samples, rng)
    noise = rng.standard_normal(means.shape)[labels]
    return move(labels, means, np.linalg.cholesky(covariances), noise), labels


def _pooled(fraction):
    def noise(shape, rng):
        pool = rng.standard_normal((max(int(fraction * shape[0]), 1), shape[1]))
        return pool[rng.integers(len(pool), size=shape[0])]

    return noise


def _halved(shape, rng):
    return np.resize(rng.standard_normal((shape[0] // 2 + 1, shape[1])), shape)


def _mirrored(shape, rng):
    half = rng.standard_normal((shape[0] // 2 + 1, shape[1]))
    return np.vstack([half, -half])[: shape[0]]


def _resampled(X, labels, rng):
    rows = rng.integers(len(X), size=len(X))
    return X[rows], labels[rows]


def _one_repeated(weights, means, covariances, n_samples, rng):
    X, labels = sampler()(weights, means, covariances, 1, rng)
    return np.repeat(X, n_samples, axis=0), np.repeat(labels, n_samples)


def _added_to_the_last(strength):
    def noise(shape, rng):
        fresh = rng.standard_normal(shape)
        result = fresh.copy()
        for n in range(1, len(fresh)):
            result[n] = strength * result[n - 1] + np.sqrt(1 - strength**2) * fresh[n]
        return result

    return noise


def _overlapping(shape, rng):
    fresh = rng.standard_normal((shape[0] + 1, shape[1]))
    return (fresh[1:] + fresh[:-1]) / np.sqrt(2)


def _overlapping_windows(shape, rng):
    fresh = rng.standard_normal(shape[0] + shape[1] - 1)
    return np.lib.stride_tricks.sliding_window_view(fresh, shape[1])


def _multiplied(weights, means, covariances, n_samples, rng):
    X, labels = sampler()(weights, means, covariances, n_samples, rng)
    return weights[labels][:, None] * X, labels


def _weighted_mean(weights, means, covariances, n_samples, rng):
    return sampler()(weights, np.asarray(weights)[:, None] * means, covariances, n_samples, rng)


NOISE_MISTAKES = (
    Misconception(
        "means omitted",
        "The means are omitted: your samples lie around the origin. Since x = μ_k + L_k ε, add "
        "the mean of the sample's component to the noise.",
        variants("centre", np.zeros_like),
    ),
    Misconception(
        "samples multiplied by the weights",
        "A weight multiplies samples or means. The weights are probabilities: they decide *how "
        "often* a component is chosen, not where its samples lie.",
        (_multiplied, _weighted_mean),
    ),
    Misconception(
        "no noise",
        "The samples lie exactly on the means: the noise is missing. A component is a cloud around "
        "its mean, with covariance Σ_k.",
        variants("noise", lambda shape, rng: np.zeros(shape)),
    ),
    Misconception(
        "the same noise in every feature",
        "The same random number is used for all features of a sample, so the samples of a "
        "component lie on a line. ε needs D independent numbers for each sample: look at the "
        "shape of the noise.",
        (
            sampler(
                noise=lambda shape, rng: np.repeat(draw_noise((shape[0], 1), rng), shape[1], 1)
            ),
            sampler(
                noise=lambda shape, rng: np.repeat(draw_noise((shape[0], 1), rng), shape[1], 1),
                root=lambda covariances: np.sqrt(diagonals(covariances)),
            ),
        ),
    ),
    Misconception(
        "one noise vector for all samples",
        "One noise vector is used for all samples (of a component), so they all lie at the same "
        "point. Every sample needs noise of its own: look at the shape of the noise, or check "
        "whether it is drawn before the loop.",
        (*variants("noise", _constant), _constant_for_each_component),
    ),
    Misconception(
        "samples used twice",
        "Some samples, or the noise behind them, appear more than once (perhaps with the sign "
        "flipped), as if drawn with replacement from a small pool. The samples of a mixture are "
        "independent: each is made from fresh noise.",
        (
            *variants("noise", *map(_pooled, (1.0, 0.5, 0.1, 3.0)), _halved, _mirrored),
            sampler(give=_resampled),
            _one_repeated,
        ),
    ),
    Misconception(
        "noise not Gaussian",
        "The noise is not Gaussian (not normally distributed); perhaps it is uniform. The right "
        "mean and covariance are not enough: a normal cloud is dense in the middle and has "
        "tails.",
        variants(
            "noise",
            lambda shape, rng: rng.random(shape),
            lambda shape, rng: rng.uniform(-1, 1, shape),
            lambda shape, rng: rng.uniform(-(3**0.5), 3**0.5, shape),
            lambda shape, rng: rng.random(shape) - 0.5,
            lambda shape, rng: rng.laplace(size=shape),
            lambda shape, rng: rng.laplace(scale=0.5**0.5, size=shape),
            lambda shape, rng: rng.exponential(size=shape) - 1,
            lambda shape, rng: rng.choice([-1.0, 1.0], size=shape),
            lambda shape, rng: np.abs(rng.standard_normal(shape)),
        ),
    ),
    Misconception(
        "consecutive samples dependent",
        "Consecutive samples depend on each other: each is partly made from the noise of the "
        "previous one. The samples of a mixture are independent, so nothing but the parameters "
        "may be carried over from one to the next.",
        variants("noise", *map(_added_to_the_last, (0.5, 0.9)), _overlapping, _overlapping_windows),
    ),
)
