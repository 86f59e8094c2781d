"""Known mistakes in the noise of `sample_gmm`, what it is multiplied with and added to."""

from __future__ import annotations

import numpy as np

from ..definition import Misconception
from .samplers import drawn, moved, normal, sampler, symmetric_root

__all__ = ["NOISE_MISTAKES"]


def _diagonals(covariances):
    return covariances * np.eye(covariances.shape[-1])


def _transposed(root):
    return lambda covariances: root(covariances).transpose(0, 2, 1)


def _eigen_root(covariances):
    values, vectors = np.linalg.eigh(covariances)
    return vectors * np.sqrt(values)[:, None, :]


def _wrong_side_of_eigenvectors(covariances):
    values, vectors = np.linalg.eigh(covariances)
    return np.sqrt(values)[:, :, None] * vectors


def _swapped_eigen_root(covariances):
    values, vectors = np.linalg.eigh(covariances)
    return np.sqrt(values)[:, None, :] * vectors.transpose(0, 2, 1)


def _identity(covariances):
    return np.broadcast_to(np.eye(covariances.shape[-1]), covariances.shape)


def _round(measure):
    def root(covariances):
        return _identity(covariances) * np.sqrt(measure(covariances))[:, None, None]

    return root


def _mean_variance(covariances):
    return np.trace(covariances, axis1=1, axis2=2) / covariances.shape[-1]


def _first_variance(covariances):
    return covariances[:, 0, 0]


def _first(covariances):
    return np.broadcast_to(np.linalg.cholesky(covariances[:1]), covariances.shape)


def _last(covariances):
    return np.broadcast_to(np.linalg.cholesky(covariances[-1:]), covariances.shape)


def _average(covariances):
    return np.broadcast_to(np.linalg.cholesky(covariances.mean(axis=0)), covariances.shape)


def _weighted_average(weights, means, covariances, n_samples, rng):
    shared = np.einsum("k,kij->ij", weights, covariances)
    return sampler()(weights, means, np.broadcast_to(shared, covariances.shape), n_samples, rng)


def _inverse_root(covariances):
    return np.linalg.cholesky(np.linalg.inv(covariances))


def _inverse_of_root(covariances):
    return np.linalg.inv(np.linalg.cholesky(covariances))


def _signed_square_roots(covariances):
    return np.sign(covariances) * np.sqrt(np.abs(covariances))


def _roots_or_zero(covariances):
    return np.sqrt(np.maximum(covariances, 0))


def _constant(shape, rng):
    return np.broadcast_to(rng.standard_normal(shape[1]), shape)


def _constant_for_each_component(weights, means, covariances, n_samples, rng):
    labels = drawn(weights, n_samples, rng)
    noise = rng.standard_normal(means.shape)[labels]
    return moved(labels, means, np.linalg.cholesky(covariances), noise), labels


def _pooled(share):
    def noise(shape, rng):
        pool = rng.standard_normal((max(int(share * shape[0]), 1), shape[1]))
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


def _samplers(option, *values):
    return tuple(sampler(**{option: value}) for value in values)


NOISE_MISTAKES = (
    Misconception(
        "covariance used as its root",
        "The noise is multiplied with the covariance itself instead of a root of it. With "
        "x = μ + Σ ε the covariance of x is Σ Σ^T. A matrix L with L L^T = Σ is needed, such as "
        "the Cholesky factor.",
        _samplers("root", lambda covariances: covariances),
    ),
    Misconception(
        "transposed root",
        "The noise is multiplied with the transposed root: L^T ε instead of L ε. That has "
        "covariance L^T L, which is not Σ = L L^T. It is easily done with samples in rows: look "
        "at which index of the root is summed over.",
        _samplers(
            "root",
            _transposed(np.linalg.cholesky),
            _transposed(_eigen_root),
            _wrong_side_of_eigenvectors,
            _swapped_eigen_root,
        ),
    ),
    Misconception(
        "variance as scale",
        "Variances are used as scale: the diagonal of Σ holds variances, and `scale` or a factor "
        "of the noise is a standard deviation, its square root. The off-diagonal entries are "
        "not used either, so the features are uncorrelated.",
        _samplers("root", _diagonals),
    ),
    Misconception(
        "only the diagonal used",
        "Only the diagonal of the covariances is used: each feature gets noise of its own, as if "
        "they were uncorrelated, and the clouds lose their tilt. The off-diagonal entries "
        "say how features vary together.",
        _samplers("root", lambda covariances: np.sqrt(_diagonals(covariances))),
    ),
    Misconception(
        "standard deviation taken for variance",
        "A standard deviation is taken for a variance: a root of Σ is used where Σ itself belongs, "
        "or the root is taken twice. Check which of the two your function of choice asks for.",
        _samplers(
            "root",
            lambda covariances: symmetric_root(symmetric_root(covariances)),
            lambda covariances: np.sqrt(np.sqrt(_diagonals(covariances))),
            _signed_square_roots,
            _roots_or_zero,
            lambda covariances: np.sqrt(np.maximum(np.linalg.cholesky(covariances), 0)),
        ),
    ),
    Misconception(
        "inverse covariance used",
        "The inverse of the covariance is used to make samples. The inverse belongs to the "
        "density, where it measures distances; noise is stretched with a root of Σ itself.",
        _samplers(
            "root", _inverse_root, _inverse_of_root, _transposed(_inverse_of_root), np.linalg.inv
        ),
    ),
    Misconception(
        "covariance not used",
        "The shape of the covariance is not used: your components are round. The noise ε has "
        "covariance I; it must be multiplied with a root of Σ_k to get the size, the shape and "
        "the direction of component k.",
        _samplers("root", _identity, _round(_mean_variance), _round(_first_variance)),
    ),
    Misconception(
        "the same covariance for all components",
        "All samples are drawn with the same covariance, that of the first component or an "
        "average. Each component has its own: the label of a sample chooses its covariance just "
        "as it chooses its mean.",
        (*_samplers("root", _first, _last, _average), _weighted_average),
    ),
    Misconception(
        "means omitted",
        "The means are omitted: your samples lie around the origin. x = μ_k + L_k ε, so add the "
        "mean of the sample's component to the noise.",
        _samplers("centre", np.zeros_like),
    ),
    Misconception(
        "samples multiplied by the weights",
        "A weight is multiplied with samples or means. The weights are probabilities: they decide "
        "*how often* a component is chosen, not where its samples lie.",
        (_multiplied, _weighted_mean),
    ),
    Misconception(
        "no noise",
        "The samples lie exactly on the means: the noise is missing. A component is a cloud around "
        "its mean, with covariance Σ_k.",
        _samplers("noise", lambda shape, rng: np.zeros(shape)),
    ),
    Misconception(
        "the same noise in every feature",
        "One random number is used for all the features of a sample, the same noise in every "
        "feature, so the samples of a component lie on a line. ε needs D independent numbers for "
        "each sample: look at the shape of the noise.",
        (
            sampler(noise=lambda shape, rng: np.repeat(normal((shape[0], 1), rng), shape[1], 1)),
            sampler(
                noise=lambda shape, rng: np.repeat(normal((shape[0], 1), rng), shape[1], 1),
                root=lambda covariances: np.sqrt(_diagonals(covariances)),
            ),
        ),
    ),
    Misconception(
        "one noise vector for all samples",
        "One noise vector is used for all samples (of a component), so they all lie at the same "
        "place. Every sample needs noise of its own: look at the shape of the noise, or whether "
        "it is drawn before the loop.",
        (*_samplers("noise", _constant), _constant_for_each_component),
    ),
    Misconception(
        "samples used twice",
        "Samples, or the noise they are made of, occur more than once (or mirrored): they seem to "
        "be taken from a smaller pool, or drawn from it with replacement. The samples of a "
        "mixture are independent: each is made of fresh noise.",
        (
            *_samplers("noise", *map(_pooled, (1.0, 0.5, 0.1, 3.0)), _halved, _mirrored),
            sampler(give=_resampled),
            _one_repeated,
        ),
    ),
    Misconception(
        "noise not Gaussian",
        "The noise is not Gaussian (not normally distributed), such as uniform noise. A right mean "
        "and covariance are not enough: a normal cloud is dense in the middle and has tails.",
        _samplers(
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
        "Samples after each other depend on each other: each is made partly of what the last one "
        "was made of. The samples of a mixture are independent, so nothing but the parameters "
        "may be carried over from one to the next.",
        _samplers(
            "noise", *map(_added_to_the_last, (0.5, 0.9)), _overlapping, _overlapping_windows
        ),
    ),
)
