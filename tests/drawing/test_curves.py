"""The curve of the negative log-likelihood, read back from the axes it was drawn on."""

import numpy as np
import pytest

from gmm_helpers.drawing import plot_nll, plot_nll_gap

pytestmark = pytest.mark.filterwarnings("error")
EVERY_PLOT = pytest.mark.parametrize("plot", [plot_nll, plot_nll_gap])


@EVERY_PLOT
def test_axes_go_in_and_the_same_come_out(ax, plot):
    assert plot(ax, [3.0, 2.0, 1.5]) is ax
    assert ax.figure.axes == [ax]


@EVERY_PLOT
@pytest.mark.parametrize("values", [[3.0], [3.0, 3.0], [3.0, 2.0, 2.0], [1e-6, -1e6]])
def test_a_run_that_was_over_at_once_can_be_drawn(ax, plot, values):
    plot(ax, values)
    assert len(ax.lines) == 1


def test_marked_iterations_have_a_dot_and_their_number(ax):
    values = [9.0, 5.0, 4.0, 3.5, 3.4, 3.3]
    plot_nll(ax, values, marked=iter([0, 2, 5]))
    curve, *dots = ax.lines
    np.testing.assert_array_equal(curve.get_ydata(), values)
    assert [tuple(np.ravel(dot.get_xydata())) for dot in dots] == [(0, 9), (2, 4), (5, 3.3)]
    assert [text.get_text() for text in ax.texts] == ["0", "2", "5"]
    assert "nats" in ax.get_ylabel()


@pytest.mark.parametrize("values", [[3.0], [3.0, 3.0], [3.0, 2.0, 2.0]])
def test_the_last_iteration_of_a_short_run_can_be_marked(ax, values):
    plot_nll(ax, values, marked=[len(values) - 1])
    assert len(ax.texts) == 1


def test_the_number_of_the_last_iteration_stays_inside_the_axes(ax):
    plot_nll(ax, np.linspace(9, 3, 100), marked=[0, 99])
    ax.figure.canvas.draw()
    box = ax.get_window_extent()
    assert all(box.x0 <= t.get_window_extent().x0 for t in ax.texts)
    assert all(t.get_window_extent().x1 <= box.x1 for t in ax.texts)


def test_marks_beyond_the_limits_of_the_axes_stand_at_the_edge_with_their_values(ax):
    ax.set_ylim(0, 10)
    plot_nll(ax, [200.0, 9.0, 5.0], marked=[0, 1])
    _, beyond, inside = ax.lines
    assert tuple(np.ravel(beyond.get_xydata())) == (0, 10)
    assert tuple(np.ravel(inside.get_xydata())) == (1, 9)
    assert beyond.get_marker() != inside.get_marker()
    assert "200" in ax.texts[0].get_text()
    assert ax.texts[1].get_text() == "1"


def test_the_gap_is_the_distance_to_the_final_value(ax):
    (line,) = plot_nll_gap(ax, [11.0, 5.0, 2.0, 1.0]).lines
    np.testing.assert_allclose(line.get_xydata(), [(0, 10), (1, 4), (2, 1)])
    assert ax.get_yscale() == "log"


def test_a_gap_of_zero_is_left_out_as_it_has_no_logarithm(ax):
    (line,) = plot_nll_gap(ax, [3.0, 1.0, 1.0, 2.0, 1.0]).lines
    np.testing.assert_allclose(line.get_xydata(), [(0, 2), (3, 1)])
