"""Eigenvalues and eigenvectors of small symmetric matrices, held to LAPACK's."""

import numpy as np
import pytest
from support.javascript import in_node

RNG = np.random.default_rng(2)


def symmetric(D, condition):
    """A covariance whose eigenvalues are up to `condition` apart."""
    rotation = np.linalg.qr(RNG.normal(size=(D, D)))[0]
    matrix = rotation * np.geomspace(1, condition, D) @ rotation.T
    return (matrix + matrix.T) / 2


@pytest.mark.parametrize("D", range(1, 11))
def test_eigenvectors_are_orthogonal_and_belong_to_their_values(D):
    matrices = [symmetric(D, 10.0**power) for power in (0, 1, 4, 8)]
    matrices += [np.eye(D), np.zeros((D, D)), -matrices[1], np.diag(np.arange(D, 0, -1.0))]
    matrices += [np.ones((D, D)), np.eye(D) - np.ones((D, D))]
    body = "return value.map((matrix) => matrices.eigen(floats(matrix), matrix.length))"
    for matrix, found in zip(matrices, in_node(body, matrices, "numerics/matrices"), strict=True):
        values, vectors = np.array(found["values"]), np.reshape(found["vectors"], (D, D))
        scale = max(np.abs(matrix).max(), 1e-300)
        assert values == pytest.approx(np.linalg.eigvalsh(matrix), rel=1e-12, abs=1e-13 * scale)
        assert vectors.T @ vectors == pytest.approx(np.eye(D), abs=1e-13)
        assert matrix @ vectors == pytest.approx(vectors * values, abs=1e-13 * scale)
