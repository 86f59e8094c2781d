"""The geometry of an ellipse, compared with distances that need no eigenvectors."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.drawing.ellipses import ellipse_axes, ellipse_points

numbers = st.floats(-3, 3)
SCALES = st.sampled_from([1e-6, 1.0, 1e6])


@st.composite
def covariances(draw):
    """Any covariance in the plane that can be inverted."""
    root = np.array([[draw(numbers), draw(numbers)], [draw(numbers), draw(numbers)]])
    return draw(SCALES) * (root @ root.T + 0.01 * np.eye(2))


@given(covariances(), st.floats(0.1, 4), st.sampled_from([0.0, 1.0, 1e3]))
def test_points_lie_at_the_mahalanobis_distance(covariance, distance, shift):
    mean = shift * np.sqrt(covariance[0, 0]) * np.array([1.0, -2.0])
    around = ellipse_points(mean, covariance, distance) - mean
    squared = np.einsum("ni,ij,nj->n", around, np.linalg.inv(covariance), around)
    np.testing.assert_allclose(squared, distance**2, rtol=1e-6)


@given(covariances())
def test_points_go_once_around_and_end_where_they_began(covariance):
    points = ellipse_points([0.0, 0.0], covariance, 1.0, n_points=33)
    assert points.shape == (33, 2)
    scale = np.sqrt(np.trace(covariance))
    np.testing.assert_allclose(points[0], points[-1], atol=1e-12 * scale)
    # The area by the shoelace formula, against that of 32 points on an ellipse.
    x, y = points.T
    area = abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2
    root = np.sqrt(np.linalg.det(covariance))
    np.testing.assert_allclose(area, 16 * np.sin(2 * np.pi / 32) * root, rtol=1e-6)


@given(covariances())
def test_axes_are_perpendicular_and_make_up_the_covariance(covariance):
    lengths, directions = ellipse_axes(covariance)
    assert lengths[0] <= lengths[1]
    np.testing.assert_allclose(directions.T @ directions, np.eye(2), atol=1e-12)
    scaled = directions * lengths
    np.testing.assert_allclose(scaled @ scaled.T, covariance, atol=1e-9 * np.trace(covariance))


@pytest.mark.parametrize(
    ("covariance", "expected"),
    [
        (np.zeros((2, 2)), [0, 0]),
        (-np.eye(2), [0, 0]),
        ([[1.0, 0.0], [0.0, 0.0]], [0, 1]),
        ([[1.0, 1.0], [1.0, 1.0]], [0, np.sqrt(2)]),
        ([[2.0, 5.0], [-5.0, 2.0]], [np.sqrt(2), np.sqrt(2)]),  # its symmetric part is round
        (1e-6 * np.eye(2), [1e-3, 1e-3]),
    ],
)
def test_what_is_no_covariance_has_axes_too(covariance, expected):
    lengths, _ = ellipse_axes(covariance)
    np.testing.assert_allclose(lengths, expected, atol=1e-7)
