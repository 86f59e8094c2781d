"""The geometry of a Gaussian's ellipses, for every picture that shows one."""

from __future__ import annotations

import numpy as np

__all__ = ["ellipse_axes", "ellipse_points"]


def ellipse_axes(covariance) -> tuple[np.ndarray, np.ndarray]:
    r"""Compute the semi-axes of the ellipse at one standard deviation.

    With :math:`\Sigma v = \lambda v` a semi-axis points along :math:`v` and is
    :math:`\sqrt{\lambda}` long. The ellipse at a Mahalanobis distance r is r times as large.

    Parameters
    ----------
    covariance : array_like of shape (2, 2)
        Only its symmetric part counts, and negative eigenvalues count as 0: a student's matrix
        may be anything finite.

    Returns
    -------
    lengths : ndarray of shape (2,)
        The shorter semi-axis first.
    directions : ndarray of shape (2, 2)
        Unit vectors, one column per semi-axis.

    Examples
    --------
    >>> lengths, directions = ellipse_axes([[1.0, 0.0], [0.0, 4.0]])
    >>> lengths
    array([1., 2.])
    >>> np.abs(directions[:, 1])
    array([0., 1.])
    """
    covariance = np.asarray(covariance, dtype=float)
    variances, directions = np.linalg.eigh((covariance + covariance.T) / 2)
    return np.sqrt(np.maximum(variances, 0)), directions


def ellipse_points(mean, covariance, distance: float, n_points: int = 48) -> np.ndarray:
    r"""Compute points at one Mahalanobis distance from a mean, once around.

    They are :math:`\mu + r V \Lambda^{1/2} (\cos t, \sin t)^\top`, where
    :math:`\Sigma = V \Lambda V^\top`.

    Parameters
    ----------
    mean : array_like of shape (2,)
    covariance : array_like of shape (2, 2)
        As in `ellipse_axes`.
    distance : float
        In standard deviations.
    n_points : int, default=48
        The last point is the first one again.

    Returns
    -------
    ndarray of shape (n_points, 2)

    Examples
    --------
    >>> points = ellipse_points([1.0, 1.0], np.eye(2), distance=2.0, n_points=5)
    >>> np.linalg.norm(points - 1.0, axis=1)
    array([2., 2., 2., 2., 2.])
    """
    lengths, directions = ellipse_axes(covariance)
    angles = np.linspace(0, 2 * np.pi, n_points)
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    return np.asarray(mean) + distance * (circle * lengths) @ directions.T
