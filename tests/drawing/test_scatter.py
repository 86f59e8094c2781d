"""Data and frames, read back from the axes they were drawn on.

Every figure is drawn to the end, and a warning anywhere is an error.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from matplotlib.colors import same_color, to_hex, to_rgb
from matplotlib.markers import MarkerStyle
from support.contrast import contrast
from support.drawing import labels_in_legend

from gmm_helpers.drawing import (
    COLORS,
    MARKERS,
    blend,
    frame,
    legend_below,
    new_figure,
    plot_data,
    plot_responsibilities,
)
from gmm_helpers.drawing.palette import edge_colors

pytestmark = pytest.mark.filterwarnings("error")
X = np.random.default_rng(0).normal(size=(60, 2)) * [3, 1]


def responsibilities(n_components, n_samples=60):
    return np.random.default_rng(2).dirichlet(np.ones(n_components), size=n_samples)


PLOTS = {
    "frame": lambda ax, X: frame(ax, X),
    "plot_data": lambda ax, X: plot_data(ax, X),
    "plot_data by label": lambda ax, X: plot_data(ax, X, np.arange(len(X)) % 3),
    "plot_responsibilities": lambda ax, X: plot_responsibilities(
        ax, X, responsibilities(3, len(X))
    ),
}
EVERY_PLOT = pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)


@EVERY_PLOT
def test_axes_go_in_and_the_same_come_out(ax, plot):
    assert plot(ax, X) is ax
    assert ax.figure.axes == [ax]


@pytest.mark.parametrize("n_features", [1, 3])
@EVERY_PLOT
def test_other_than_two_features_are_refused_by_name(ax, plot, n_features):
    with pytest.raises(ValueError, match=f"X has {n_features} features?, and a picture has two"):
        plot(ax, np.zeros((4, n_features)))


# frame


@pytest.mark.parametrize("margin", [0.0, 0.08, 1.0])
def test_a_frame_leaves_the_same_margin_on_every_side(ax, margin):
    frame(ax, X, margin=margin)
    pad = margin * np.ptp(X, axis=0).max()
    expected = np.transpose([X.min(axis=0) - pad, X.max(axis=0) + pad])
    np.testing.assert_allclose([ax.get_xlim(), ax.get_ylim()], expected)
    assert ax.get_aspect() == 1


@pytest.mark.parametrize("n_copies", [1, 5])
@pytest.mark.parametrize("place", [(0, 0), (5, -3), (1e-12, 0), (1e5, 1e5), (1e9, -1e9)])
def test_a_frame_around_a_single_place_has_it_in_the_middle(ax, place, n_copies):
    data = np.tile(np.array(place, dtype=float), (n_copies, 1))
    plot_data(frame(ax, data), data)
    for (low, high), value in zip((ax.get_xlim(), ax.get_ylim()), place, strict=True):
        assert low < value < high


UNEQUAL = {
    "units": X * [1, 1000],
    "years and shares": np.column_stack([2000 + 5 * X[:, 0], 0.01 * X[:, 1]]),
    "one far away": np.column_stack([1e9 + X[:, 0], 1e-3 * X[:, 1]]),
}


@pytest.mark.parametrize("data", UNEQUAL.values(), ids=UNEQUAL)
def test_data_of_unequal_units_fill_their_frame_and_the_label_says_how(ax, data):
    frame(ax, data)
    shown = np.ptp([ax.get_xlim(), ax.get_ylim()], axis=1)
    np.testing.assert_allclose(np.ptp(data, axis=0) / shown, 1 / 1.16, rtol=1e-6)
    assert ax.get_aspect() == "auto"
    assert "not to the scale" in ax.get_xlabel()


@pytest.mark.parametrize("offset", [1e9, -1e7])
def test_data_far_from_0_are_as_large_as_elsewhere(ax, offset):
    frame(ax, X + offset)
    assert np.ptp(ax.get_xlim()) < 2 * np.ptp(X, axis=0).max()
    assert (ax.get_aspect(), ax.get_xlabel()) == (1, "$x_1$")


def test_a_feature_that_is_constant_keeps_the_scale_of_the_other(ax):
    frame(ax, np.column_stack([X[:, 0], np.full(len(X), 0.1)]))
    assert ax.get_aspect() == 1


def test_a_frame_around_a_straight_line_has_an_area(ax):
    frame(ax, [[0, 3], [1, 3], [2, 3]])
    assert ax.get_ylim()[0] < 3 < ax.get_ylim()[1]


def test_a_legend_below_covers_neither_the_data_nor_the_label_of_the_axis(ax):
    legend = legend_below(plot_data(frame(ax, X), X, np.arange(60) % 3)).get_legend()
    ax.figure.canvas.draw()
    top = legend.get_window_extent().y1
    assert top < ax.get_window_extent().y0
    assert top < ax.xaxis.label.get_window_extent().y0


# data, by label and by responsibility


@pytest.mark.parametrize("n_entries", range(1, 9))
def test_a_legend_reads_row_by_row(ax, n_entries):
    for i in range(n_entries):
        ax.plot([0, 1], [0, i], label=str(i))
    legend = legend_below(ax).get_legend()
    ax.figure.canvas.draw()
    boxes = [(text.get_window_extent(), text.get_text()) for text in legend.get_texts()]
    seen = sorted(boxes, key=lambda found: (-round(found[0].y0), found[0].x0))
    assert [text for _, text in seen] == [str(i) for i in range(n_entries)]


def test_the_legend_and_the_axes_stay_where_they_are_if_a_component_has_no_samples():
    def places(labels):
        fig, ax = new_figure(height=3)
        legend = legend_below(plot_data(frame(ax, X), X, labels, n_components=3)).get_legend()
        fig.canvas.draw()
        return [*ax.get_position().bounds, *legend.get_window_extent().bounds]

    everywhere = places(np.arange(60) % 3)
    for labels in (np.zeros(60, int), np.full(60, 2), np.arange(60) % 2):
        assert places(labels) == pytest.approx(everywhere)


def test_data_without_labels_are_all_there(ax):
    (points,) = plot_data(ax, X).collections
    np.testing.assert_array_equal(points.get_offsets(), X)


def test_eight_labels_have_eight_entries_in_the_legend(ax):
    labels = np.arange(60) % 8
    plot_data(ax, X, labels)
    assert labels_in_legend(ax) == [f"from component {k}" for k in range(8)]
    for k, points in enumerate(ax.collections):
        np.testing.assert_array_equal(points.get_offsets(), X[labels == k])
        assert same_color(points.get_facecolor()[0, :3], COLORS[k])


def test_a_component_without_samples_takes_no_color_from_the_others(ax):
    plot_data(ax, X[:2], [0, 2])
    assert labels_in_legend(ax) == ["from component 0", "from component 2"]
    assert same_color(ax.collections[1].get_facecolor()[0, :3], COLORS[2])


def test_with_more_labels_than_colors_the_colors_repeat(ax):
    plot_data(ax, X[:10], range(10))
    first, ninth = ax.collections[0], ax.collections[8]
    np.testing.assert_array_equal(first.get_facecolor(), ninth.get_facecolor())


def test_samples_have_the_blend_of_their_row_and_the_marker_of_the_largest(ax):
    rows = responsibilities(3)
    for k, points in enumerate(plot_responsibilities(ax, X, rows).collections):
        own = rows.argmax(axis=1) == k
        np.testing.assert_array_equal(points.get_offsets(), X[own])
        np.testing.assert_allclose(points.get_facecolor()[:, :3], blend(rows[own]))
        np.testing.assert_array_equal(points.get_paths()[0].vertices, vertices(MARKERS[k]))


def vertices(marker):
    style = MarkerStyle(marker)
    return style.get_path().transformed(style.get_transform()).vertices


@given(
    arrays.arrays(float, (3, 8), elements=st.floats(0, 1)).filter(
        lambda rows: rows.any(axis=1).all()
    )
)
def test_every_mark_has_an_edge_that_can_be_seen_on_white(rows):
    colors = edge_colors(blend(rows / rows.sum(axis=1, keepdims=True)))
    assert min(contrast(to_hex(color), "#FFFFFF") for color in colors) >= 3


@pytest.mark.parametrize("labels", [None, np.arange(60) % 8])
def test_marks_are_drawn_in_full_with_their_edges(ax, labels):
    for points in plot_data(ax, X, labels).collections:
        (face,), (edge,) = points.get_facecolor(), points.get_edgecolor()
        np.testing.assert_allclose(edge[:3], edge_colors(face[:3]))
        assert face[3] == edge[3] == 1
        assert points.get_linewidths()[0] > 0
        assert contrast(to_hex(edge), "#FFFFFF") >= 3


def test_marks_in_a_legend_are_large_enough_to_tell_by_shape_and_color(ax):
    legend_below(plot_data(frame(ax, X), X, np.arange(60) % 8, size=2))
    legend = ax.get_legend()
    for text, handle in zip(legend.get_texts(), legend.legend_handles, strict=True):
        k = int(text.get_text()[-1])
        assert handle.get_sizes() >= 25  # 5 points
        np.testing.assert_array_equal(handle.get_paths()[0].vertices, vertices(MARKERS[k]))
        assert same_color(handle.get_facecolor()[0], COLORS[k])


@pytest.mark.parametrize("rows", [59, 61])
def test_responsibilities_of_other_data_are_refused(ax, rows):
    with pytest.raises(ValueError, match=f"{rows} rows but X has 60 samples"):
        plot_responsibilities(ax, X, responsibilities(3, rows))


@pytest.mark.parametrize("n_components", [1, 2, 8, 11])
def test_a_pure_row_has_the_color_of_its_component(n_components):
    expected = [to_rgb(COLORS[k % 8]) for k in range(n_components)]
    np.testing.assert_allclose(blend(np.eye(n_components)), expected)


def test_a_mixed_row_lies_between_its_colors():
    red, green, blue = (np.array(to_rgb(color)) for color in COLORS[:3])
    expected = [(red + green) / 2, 0.2 * red + 0.3 * green + 0.5 * blue]
    np.testing.assert_allclose(blend([[0.5, 0.5, 0], [0.2, 0.3, 0.5]]), expected)


@given(
    arrays.arrays(
        float, st.tuples(st.integers(1, 5), st.integers(1, 12)), elements=st.floats(0, 1e6)
    )
)
def test_a_blend_is_a_color_whatever_the_rows_sum_to(rows):
    """A student's own E-step may forget to normalise; the picture must come all the same."""
    colors = blend(rows)
    assert colors.shape == (len(rows), 3)
    assert ((colors >= 0) & (colors <= 1)).all()
