"""Known mistakes in what `sample_gmm` multiplies its noise by: a root of the covariance."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception
from ..recipes.samplers import sampler, symmetric_root

__all__ = ["ROOT_MISTAKES", "diagonals", "variants"]


def diagonals(covariances):
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


def _weighted_average(weights, means, covariances, n_samples, rng):
    shared = np.einsum("k,kij->ij", weights, covariances)
    return sampler()(weights, means, np.broadcast_to(shared, covariances.shape), n_samples, rng)


def _inverse_of_root(covariances):
    return np.linalg.inv(np.linalg.cholesky(covariances))


def variants(option, *values):
    return tuple(sampler(**{option: value}) for value in values)


ROOT_MISTAKES = (
    Misconception(
        "covariance used as its root",
        "The noise is multiplied by the covariance itself instead of a square root of it. With "
        "x = μ + Σ ε the covariance of x is Σ Σᵀ. You need a matrix L with L Lᵀ = Σ, such as "
        "the Cholesky factor.",
        variants("root", lambda covariances: covariances),
    ),
    Misconception(
        "transposed root",
        "The noise is multiplied by the transposed factor: Lᵀ ε instead of L ε. That has "
        "covariance Lᵀ L, which is not Σ = L Lᵀ. It is an easy mistake when samples are rows: "
        "look at which index of L is summed over.",
        variants(
            "root",
            _transposed(np.linalg.cholesky),
            _transposed(_eigen_root),
            _wrong_side_of_eigenvectors,
            _swapped_eigen_root,
        ),
    ),
    Misconception(
        "variance used as scale",
        "Variances are used as the scale: the diagonal of Σ holds variances, but `scale`, or a "
        "factor of the noise, is a standard deviation, the square root of a variance. The "
        "off-diagonal entries are not used either, so the features are uncorrelated.",
        variants("root", diagonals),
    ),
    Misconception(
        "only the diagonal used",
        "Only the diagonal of the covariances is used: each feature gets noise of its own, as "
        "if the features were uncorrelated, and the clouds lose their tilt. The off-diagonal "
        "entries say how features vary together.",
        variants("root", lambda covariances: np.sqrt(diagonals(covariances))),
    ),
    Misconception(
        "standard deviation taken for variance",
        "A standard deviation is used as a variance: a square root of Σ is used where Σ itself "
        "belongs, or the square root is taken twice. Check which of the two the function you call "
        "expects.",
        variants(
            "root",
            lambda covariances: symmetric_root(symmetric_root(covariances)),
            lambda covariances: np.sqrt(np.sqrt(diagonals(covariances))),
            lambda C: np.sign(C) * np.sqrt(np.abs(C)),
            lambda C: np.sqrt(np.maximum(C, 0)),
            lambda covariances: np.sqrt(np.maximum(np.linalg.cholesky(covariances), 0)),
        ),
    ),
    Misconception(
        "inverse covariance used",
        "The inverse of the covariance is used to make samples. The inverse belongs to the "
        "density, where it measures distances; noise is stretched by a square root of Σ itself.",
        variants(
            "root",
            lambda C: np.linalg.cholesky(np.linalg.inv(C)),
            _inverse_of_root,
            _transposed(_inverse_of_root),
            np.linalg.inv,
        ),
    ),
    Misconception(
        "covariance not used",
        "The shape of the covariance is not used: your components are round. The noise ε has "
        "covariance I; it must be multiplied by a square root of Σ_k to get the size, the shape "
        "and the direction of component k.",
        variants(
            "root",
            _identity,
            _round(lambda C: np.trace(C, axis1=1, axis2=2) / C.shape[-1]),
            _round(lambda C: C[:, 0, 0]),
        ),
    ),
    Misconception(
        "the same covariance for all components",
        "All samples are drawn with the same covariance, that of the first component or an "
        "average. Each component has its own: the label of a sample chooses its covariance just "
        "as it chooses its mean.",
        (
            *variants(
                "root",
                lambda C: np.broadcast_to(np.linalg.cholesky(C[:1]), C.shape),
                lambda C: np.broadcast_to(np.linalg.cholesky(C[-1:]), C.shape),
                lambda C: np.broadcast_to(np.linalg.cholesky(C.mean(axis=0)), C.shape),
            ),
            _weighted_average,
        ),
    ),
)
