"""Ellipses and contours, held against geometry that is computed independently.

Every figure is drawn to the end, and a warning anywhere is an error.
"""

import numpy as np
import pytest
from hypothesis import given
from matplotlib.colors import same_color
from matplotlib.patches import Ellipse
from scipy.spatial.distance import mahalanobis
from support.drawing import labels_in_legend, mixture
from support.strategies import mixtures

from gmm_helpers import GMMParams
from gmm_helpers.drawing import figures, plots

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def ax():
    """Axes that are drawn when the test is over."""
    fig, ax = figures.new_figure(height=2)
    yield ax
    fig.canvas.draw()


@given(mixtures(max_features=2, max_components=10).filter(lambda m: m.n_features == 2))
def test_ellipses_lie_at_the_mahalanobis_distance_they_stand_for(params):
    _, ax = figures.new_figure()
    n_std = (0.5, 1, 2.5)
    plots.plot_ellipses(ax, params, n_std=n_std)
    assert len(ax.patches) == len(n_std) * params.n_components
    for i, ellipse in enumerate(ax.patches):
        k, radius = i // len(n_std), n_std[i % len(n_std)]
        inverse = np.linalg.inv(params.covariances[k])
        distances = [mahalanobis(x, params.means[k], inverse) for x in on_the_curve(ellipse)]
        np.testing.assert_allclose(distances, radius, rtol=1e-9)


def on_the_curve(ellipse):
    """The points of an ellipse's path that are not control points, in data coordinates."""
    assert isinstance(ellipse, Ellipse)
    unit = ellipse.get_path()
    on_the_circle = np.isclose(np.linalg.norm(unit.vertices, axis=1), 1)
    points = ellipse.get_patch_transform().transform(unit.vertices[on_the_circle])
    assert len(np.unique(points.round(9), axis=0)) >= 5  # as many as determine an ellipse
    return points


@pytest.mark.parametrize("n_components", [1, 8, 11])
def test_every_component_has_its_mean_its_color_and_its_label(ax, n_components):
    params = mixture(n_components)
    plots.plot_ellipses(plots.frame(ax, [[-9, -9], [9, 9]]), params, n_std=[1])
    np.testing.assert_allclose([np.ravel(line.get_xydata()) for line in ax.lines], params.means)
    assert labels_in_legend(ax) == [f"component {k}" for k in range(n_components)]
    for k, (line, ellipse) in enumerate(zip(ax.lines, ax.patches, strict=True)):
        assert same_color(line.get_color(), plots.COLORS[k % 8])
        assert same_color(ellipse.get_edgecolor()[:3], plots.COLORS[k % 8])
        assert line.get_marker() == plots.MARKERS[k % 8]


def test_ellipses_take_other_colors_and_labels(ax):
    plots.plot_ellipses(ax, mixture(3), colors=["black"], label="truth {k}", linestyle="--")
    assert labels_in_legend(ax) == ["truth 0", "truth 1", "truth 2"]
    assert {ellipse.get_linestyle() for ellipse in ax.patches} == {"--"}
    assert all(same_color(ellipse.get_edgecolor()[:3], "black") for ellipse in ax.patches)


@pytest.mark.parametrize("n_components", [1, 3, 9])
def test_contours_lie_within_the_range_of_the_log_density(ax, n_components):
    params = mixture(n_components)
    plots.plot_density(plots.frame(ax, [[-9, -9], [9, 9]]), params)
    (contours,) = ax.collections
    assert len(contours.levels) == 7
    assert contours.zmin < contours.levels[0]
    assert (np.diff(contours.levels) > 0).all()
    assert contours.levels[-1] < contours.zmax
    assert all(len(path.vertices) for path in contours.get_paths())


def test_contours_show_the_log_density_where_they_are(ax):
    params = GMMParams(np.ones(1), np.zeros((1, 2)), np.diag([4.0, 1.0])[None])
    plots.plot_density(plots.frame(ax, [[-6, -3], [6, 3]]), params)
    (contours,) = ax.collections
    for level, path in zip(contours.levels, contours.get_paths(), strict=True):
        x, y = path.vertices.T
        log_density = -np.log(2 * np.pi * 2) - (x**2 / 4 + y**2) / 2
        np.testing.assert_allclose(log_density, level, atol=0.02)  # the grid is not infinitely fine
