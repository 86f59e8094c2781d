"""Known mistakes in the noise of `sample_gmm`, and in what it is added to."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
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
    Mistake(
        "means omitted",
        variants("centre", np.zeros_like),
    ),
    Mistake(
        "samples multiplied by the weights",
        (_multiplied, _weighted_mean),
    ),
    Mistake(
        "no noise",
        variants("noise", lambda shape, rng: np.zeros(shape)),
    ),
    Mistake(
        "the same noise in every feature",
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
    Mistake(
        "one noise vector for all samples",
        (*variants("noise", _constant), _constant_for_each_component),
    ),
    Mistake(
        "samples used twice",
        (
            *variants("noise", *map(_pooled, (1.0, 0.5, 0.1, 3.0)), _halved, _mirrored),
            sampler(give=_resampled),
            _one_repeated,
        ),
    ),
    Mistake(
        "noise not Gaussian",
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
    Mistake(
        "consecutive samples dependent",
        variants("noise", *map(_added_to_the_last, (0.5, 0.9)), _overlapping, _overlapping_windows),
    ),
)
