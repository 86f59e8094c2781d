"""Known mistakes in what `sample_gmm` multiplies its noise by: a root of the covariance."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
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
    Mistake(
        "covariance used as its root",
        variants("root", lambda covariances: covariances),
    ),
    Mistake(
        "transposed root",
        variants(
            "root",
            _transposed(np.linalg.cholesky),
            _transposed(_eigen_root),
            _wrong_side_of_eigenvectors,
            _swapped_eigen_root,
        ),
    ),
    Mistake(
        "variance used as scale",
        variants("root", diagonals),
    ),
    Mistake(
        "only the diagonal used",
        variants("root", lambda covariances: np.sqrt(diagonals(covariances))),
    ),
    Mistake(
        "standard deviation taken for variance",
        variants(
            "root",
            lambda covariances: symmetric_root(symmetric_root(covariances)),
            lambda covariances: np.sqrt(np.sqrt(diagonals(covariances))),
            lambda C: np.sign(C) * np.sqrt(np.abs(C)),
            lambda C: np.sqrt(np.maximum(C, 0)),
            lambda covariances: np.sqrt(np.maximum(np.linalg.cholesky(covariances), 0)),
        ),
    ),
    Mistake(
        "inverse covariance used",
        variants(
            "root",
            lambda C: np.linalg.cholesky(np.linalg.inv(C)),
            _inverse_of_root,
            _transposed(_inverse_of_root),
            np.linalg.inv,
        ),
    ),
    Mistake(
        "covariance not used",
        variants(
            "root",
            _identity,
            _round(lambda C: np.trace(C, axis1=1, axis2=2) / C.shape[-1]),
            _round(lambda C: C[:, 0, 0]),
        ),
    ),
    Mistake(
        "the same covariance for all components",
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
