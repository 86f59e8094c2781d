"""Ellipses, contours and paths, compared with geometry that is computed independently.

Every figure is drawn to the end, and a warning anywhere is an error.
"""

import numpy as np
import pytest
from hypothesis import given
from matplotlib.colors import same_color, to_hex
from matplotlib.patches import Ellipse
from scipy.spatial.distance import mahalanobis
from support.contrast import contrast
from support.drawing import labels_in_legend, mixture
from support.strategies import mixtures

from gmm_helpers import GMMParams, fit
from gmm_helpers.drawing import (
    COLORS,
    LINE_COLORS,
    MARKERS,
    frame,
    new_figure,
    plot_data,
    plot_density,
    plot_ellipses,
    plot_mean_paths,
)

pytestmark = pytest.mark.filterwarnings("error")


def trace(n_features=2, n_components=3):
    data = np.random.default_rng(0).normal(size=(60, n_features))
    return fit(data, mixture(n_components, n_features), tol=1e-2)


TRACE = trace()
PLOTS = {
    "plot_ellipses": lambda ax, d: plot_ellipses(ax, mixture(2, d)),
    "plot_density": lambda ax, d: plot_density(ax, mixture(2, d)),
    "plot_mean_paths": lambda ax, d: plot_mean_paths(ax, trace(d)),
}
EVERY_PLOT = pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)


@EVERY_PLOT
def test_axes_go_in_and_the_same_come_out(ax, plot):
    assert plot(ax, 2) is ax
    assert ax.figure.axes == [ax]


@pytest.mark.parametrize("n_features", [1, 3])
@EVERY_PLOT
def test_other_than_two_features_are_refused_by_name(ax, plot, n_features):
    message = f"mixture has {n_features} features?, and a picture has two"
    with pytest.raises(ValueError, match=message):
        plot(ax, n_features)


# ellipses


@given(mixtures(max_features=2, max_components=10).filter(lambda m: m.n_features == 2))
def test_ellipses_lie_at_the_mahalanobis_distance_they_stand_for(params):
    _, ax = new_figure()
    n_std = (0.5, 1, 2.5)
    plot_ellipses(ax, params, n_std=n_std)
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
    plot_ellipses(frame(ax, [[-9, -9], [9, 9]]), params, n_std=[1])
    np.testing.assert_allclose([np.ravel(line.get_xydata()) for line in ax.lines], params.means)
    assert labels_in_legend(ax) == [f"component {k}" for k in range(n_components)]
    for k, (line, ellipse) in enumerate(zip(ax.lines, ax.patches, strict=True)):
        assert same_color(line.get_color(), COLORS[k % 8])
        assert same_color(ellipse.get_edgecolor()[:3], LINE_COLORS[k % 8])
        assert line.get_marker() == MARKERS[k % 8]


@pytest.mark.parametrize("weight", [0.0, 1e-9])
def test_a_component_without_weight_is_drawn_faintly(ax, weight):
    params = mixture(3)
    plot_ellipses(ax, params._replace(weights=np.array([weight, 0.3, 0.7 - weight])))
    strengths = [line.get_alpha() or 1 for line in ax.lines]
    assert strengths[0] <= 0.3
    assert strengths[1:] == [1, 1]
    assert max(patch.get_alpha() for patch in ax.patches[:2]) <= 0.3
    assert [patch.get_alpha() for patch in ax.patches[2::2]] == [1, 1]


@pytest.mark.parametrize("n_components", [6, 8])
def test_lines_are_opaque_and_can_be_seen_on_white(ax, n_components):
    plot_ellipses(ax, mixture(n_components))
    for ellipse in ax.patches:
        assert ellipse.get_alpha() == 1
        assert contrast(to_hex(ellipse.get_edgecolor()), "#FFFFFF") >= 3
    for mean in ax.lines:
        assert contrast(to_hex(mean.get_markeredgecolor()), "#FFFFFF") >= 3
    ax.clear()
    for line in plot_mean_paths(ax, trace(n_components=n_components)).lines:
        assert line.get_alpha() is None
        assert contrast(to_hex(line.get_color()), "#FFFFFF") >= 3


def test_ellipses_lie_over_samples_whatever_was_drawn_first(ax):
    data = np.zeros((3, 2))
    plot_data(plot_ellipses(ax, mixture(2)), data)
    assert min(patch.get_zorder() for patch in ax.patches) > ax.collections[0].get_zorder()


def test_ellipses_take_other_colors_and_labels(ax):
    plot_ellipses(ax, mixture(3), colors=["black"], label="truth {k}", linestyle="--")
    assert labels_in_legend(ax) == ["truth 0", "truth 1", "truth 2"]
    assert {ellipse.get_linestyle() for ellipse in ax.patches} == {"--"}
    assert all(same_color(ellipse.get_edgecolor()[:3], "black") for ellipse in ax.patches)


# contours


@pytest.mark.parametrize("n_components", [1, 3, 9])
def test_contours_lie_within_the_range_of_the_log_density(ax, n_components):
    params = mixture(n_components)
    plot_density(frame(ax, [[-9, -9], [9, 9]]), params)
    (contours,) = ax.collections
    assert len(contours.levels) == 7
    assert contours.zmin < contours.levels[0]
    assert (np.diff(contours.levels) > 0).all()
    assert contours.levels[-1] < contours.zmax
    assert all(len(path.vertices) for path in contours.get_paths())


def test_contours_show_the_log_density_where_they_are(ax):
    params = GMMParams(np.ones(1), np.zeros((1, 2)), np.diag([4.0, 1.0])[None])
    plot_density(frame(ax, [[-6, -3], [6, 3]]), params)
    (contours,) = ax.collections
    for level, path in zip(contours.levels, contours.get_paths(), strict=True):
        x, y = path.vertices.T
        log_density = -np.log(2 * np.pi * 2) - (x**2 / 4 + y**2) / 2
        np.testing.assert_allclose(log_density, level, atol=0.02)  # the grid is not infinitely fine


# paths


@pytest.mark.parametrize("iteration", [0, 1, 2, None])
def test_paths_lead_from_the_start_to_the_iteration(ax, iteration):
    plot_mean_paths(ax, TRACE, iteration)
    last = TRACE.n_iter if iteration is None else iteration
    for k, (path, start) in enumerate(zip(ax.lines[::2], ax.lines[1::2], strict=True)):
        expected = [TRACE.params[i].means[k] for i in range(last + 1)]
        np.testing.assert_array_equal(path.get_xydata(), expected)
        np.testing.assert_array_equal(start.get_xydata(), expected[:1])
        assert start.get_marker() == "x"
        assert same_color(path.get_color(), COLORS[k])
        assert start.get_zorder() > path.get_zorder()  # or the ellipses hide it
    assert len(ax.lines) == 2 * 3
