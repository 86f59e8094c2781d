"""Data, frames and runs of EM, read back from the axes they were drawn on.

Every figure is drawn to the end, and a warning anywhere is an error.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from matplotlib.colors import same_color, to_rgb
from support.drawing import labels_in_legend, mixture

from gmm_helpers import fit
from gmm_helpers.drawing import figures, plots

pytestmark = pytest.mark.filterwarnings("error")
RNG = np.random.default_rng(0)
X = RNG.normal(size=(60, 2)) * [3, 1]


@pytest.fixture
def ax():
    """Axes that are drawn when the test is over."""
    fig, ax = figures.new_figure(height=2)
    yield ax
    fig.canvas.draw()


def responsibilities(n_components, n_samples=60):
    return np.random.default_rng(2).dirichlet(np.ones(n_components), size=n_samples)


def trace(n_features=2, n_components=3):
    data = RNG.normal(size=(60, n_features))
    return fit(data, mixture(n_components, n_features), tol=1e-2)


TRACE = trace()
EVERY_PLOT = {
    "frame": lambda ax: plots.frame(ax, X),
    "plot_data": lambda ax: plots.plot_data(ax, X),
    "plot_data by label": lambda ax: plots.plot_data(ax, X, np.arange(60) % 3),
    "plot_responsibilities": lambda ax: plots.plot_responsibilities(ax, X, responsibilities(3)),
    "plot_ellipses": lambda ax: plots.plot_ellipses(ax, mixture(3)),
    "plot_density": lambda ax: plots.plot_density(plots.frame(ax, X), mixture(3)),
    "plot_mean_paths": lambda ax: plots.plot_mean_paths(ax, TRACE),
    "plot_nll": lambda ax: plots.plot_nll(ax, TRACE.negative_log_likelihood, marked=[0]),
    "plot_nll_gap": lambda ax: plots.plot_nll_gap(ax, TRACE.negative_log_likelihood),
}


@pytest.mark.parametrize("plot", EVERY_PLOT.values(), ids=EVERY_PLOT)
def test_axes_go_in_and_the_same_come_out(ax, plot):
    assert plot(ax) is ax
    assert ax.figure.axes == [ax]


def test_there_is_a_color_and_a_marker_of_its_own_for_each_of_eight_components():
    assert len(set(map(to_rgb, plots.COLORS))) == len(plots.COLORS) == 8
    assert len(set(plots.MARKERS)) == len(plots.MARKERS) == 8


# frame


@pytest.mark.parametrize("margin", [0.0, 0.08, 1.0])
def test_a_frame_leaves_the_same_margin_on_every_side(ax, margin):
    plots.frame(ax, X, margin=margin)
    pad = margin * np.ptp(X, axis=0).max()
    expected = np.transpose([X.min(axis=0) - pad, X.max(axis=0) + pad])
    np.testing.assert_allclose([ax.get_xlim(), ax.get_ylim()], expected)
    assert ax.get_aspect() == 1


@pytest.mark.parametrize("n_copies", [1, 5])
@pytest.mark.parametrize("place", [(0, 0), (5, -3), (1e-12, 0), (1e5, 1e5), (1e9, -1e9)])
def test_a_frame_around_a_single_place_has_it_in_the_middle(ax, place, n_copies):
    data = np.tile(np.array(place, dtype=float), (n_copies, 1))
    plots.plot_data(plots.frame(ax, data), data)
    for (low, high), value in zip((ax.get_xlim(), ax.get_ylim()), place, strict=True):
        assert low < value < high


def test_a_frame_around_a_straight_line_has_an_area(ax):
    plots.frame(ax, [[0, 3], [1, 3], [2, 3]])
    assert ax.get_ylim()[0] < 3 < ax.get_ylim()[1]


# data, by label and by responsibility


def test_data_without_labels_are_all_there(ax):
    (points,) = plots.plot_data(ax, X).collections
    np.testing.assert_array_equal(points.get_offsets(), X)


def test_eight_labels_have_eight_entries_in_the_legend(ax):
    labels = np.arange(60) % 8
    plots.plot_data(ax, X, labels)
    assert labels_in_legend(ax) == [f"from component {k}" for k in range(8)]
    for k, points in enumerate(ax.collections):
        np.testing.assert_array_equal(points.get_offsets(), X[labels == k])
        assert same_color(points.get_facecolor()[0, :3], plots.COLORS[k])


def test_a_component_without_samples_takes_no_color_from_the_others(ax):
    plots.plot_data(ax, X[:2], [0, 2])
    assert labels_in_legend(ax) == ["from component 0", "from component 2"]
    assert same_color(ax.collections[1].get_facecolor()[0, :3], plots.COLORS[2])


def test_more_labels_than_colors_begin_again(ax):
    plots.plot_data(ax, X[:10], range(10))
    first, ninth = ax.collections[0], ax.collections[8]
    np.testing.assert_array_equal(first.get_facecolor(), ninth.get_facecolor())


def test_samples_have_the_blend_of_their_row(ax):
    shares = responsibilities(3)
    (points,) = plots.plot_responsibilities(ax, X, shares).collections
    np.testing.assert_array_equal(points.get_offsets(), X)
    np.testing.assert_allclose(points.get_facecolor()[:, :3], plots.blend(shares))


@pytest.mark.parametrize("n_components", [1, 2, 8, 11])
def test_a_pure_row_has_the_color_of_its_component(n_components):
    expected = [to_rgb(plots.COLORS[k % 8]) for k in range(n_components)]
    np.testing.assert_allclose(plots.blend(np.eye(n_components)), expected)


def test_a_mixed_row_lies_between_its_colors():
    red, green, blue = (np.array(to_rgb(color)) for color in plots.COLORS[:3])
    expected = [(red + green) / 2, 0.2 * red + 0.3 * green + 0.5 * blue]
    np.testing.assert_allclose(plots.blend([[0.5, 0.5, 0], [0.2, 0.3, 0.5]]), expected)


@given(
    arrays.arrays(
        float, st.tuples(st.integers(1, 5), st.integers(1, 12)), elements=st.floats(0, 1e6)
    )
)
def test_a_blend_is_a_color_whatever_the_rows_sum_to(rows):
    """A student's own E-step may forget to normalise; the picture must come all the same."""
    colors = plots.blend(rows)
    assert colors.shape == (len(rows), 3)
    assert ((colors >= 0) & (colors <= 1)).all()


# dimensions

WRONG_DIMENSIONS = {
    "frame": lambda ax, d: plots.frame(ax, np.zeros((4, d))),
    "plot_data": lambda ax, d: plots.plot_data(ax, np.zeros((4, d))),
    "plot_responsibilities": lambda ax, d: plots.plot_responsibilities(
        ax, np.zeros((4, d)), responsibilities(2, 4)
    ),
    "plot_ellipses": lambda ax, d: plots.plot_ellipses(ax, mixture(2, d)),
    "plot_density": lambda ax, d: plots.plot_density(ax, mixture(2, d)),
    "plot_mean_paths": lambda ax, d: plots.plot_mean_paths(ax, trace(d)),
}


@pytest.mark.parametrize("n_features", [1, 3])
@pytest.mark.parametrize("plot", WRONG_DIMENSIONS.values(), ids=WRONG_DIMENSIONS)
def test_other_than_two_features_are_refused_by_name(ax, plot, n_features):
    with pytest.raises(ValueError, match=f"{n_features} features?, and a picture has two"):
        plot(ax, n_features)


@pytest.mark.parametrize("rows", [59, 61])
def test_responsibilities_of_other_data_are_refused(ax, rows):
    with pytest.raises(ValueError, match=f"{rows} rows but X has 60 samples"):
        plots.plot_responsibilities(ax, X, responsibilities(3, rows))


# the run of EM


@pytest.mark.parametrize("iteration", [0, 1, 2, None])
def test_paths_lead_from_the_start_to_the_iteration(ax, iteration):
    plots.plot_mean_paths(ax, TRACE, iteration)
    last = TRACE.n_iter if iteration is None else iteration
    for k, (path, start) in enumerate(zip(ax.lines[::2], ax.lines[1::2], strict=True)):
        expected = [TRACE.params[i].means[k] for i in range(last + 1)]
        np.testing.assert_array_equal(path.get_xydata(), expected)
        np.testing.assert_array_equal(start.get_xydata(), expected[:1])
        assert start.get_marker() == "x"
        assert same_color(path.get_color(), plots.COLORS[k])
        assert start.get_zorder() > path.get_zorder()  # or the ellipses hide it
    assert len(ax.lines) == 2 * 3


def test_marked_iterations_have_a_dot_and_their_number(ax):
    values = [9.0, 5.0, 4.0, 3.5, 3.4, 3.3]
    plots.plot_nll(ax, values, marked=iter([0, 2, 5]))
    curve, *dots = ax.lines
    np.testing.assert_array_equal(curve.get_ydata(), values)
    assert [tuple(np.ravel(dot.get_xydata())) for dot in dots] == [(0, 9), (2, 4), (5, 3.3)]
    assert [text.get_text() for text in ax.texts] == ["0", "2", "5"]
    assert "nats" in ax.get_ylabel()


def test_the_number_of_the_last_iteration_stays_inside_the_axes(ax):
    plots.plot_nll(ax, np.linspace(9, 3, 100), marked=[0, 99])
    ax.figure.canvas.draw()
    box = ax.get_window_extent()
    assert all(box.x0 <= t.get_window_extent().x0 for t in ax.texts)
    assert all(t.get_window_extent().x1 <= box.x1 for t in ax.texts)


def test_the_gap_is_the_distance_to_the_final_value(ax):
    (line,) = plots.plot_nll_gap(ax, [11.0, 5.0, 2.0, 1.0]).lines
    np.testing.assert_allclose(line.get_xydata(), [(0, 10), (1, 4), (2, 1)])
    assert ax.get_yscale() == "log"


@pytest.mark.parametrize("values", [[3.0], [3.0, 3.0], [3.0, 2.0, 2.0]])
def test_a_run_that_was_over_at_once_can_be_drawn(ax, values):
    plots.plot_nll_gap(ax, values)
    ax.clear()
    plots.plot_nll(ax, values, marked=[len(values) - 1])
    assert len(ax.texts) == 1
