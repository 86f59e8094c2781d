"""Figures of all shapes: no word is cut off, none stands over another, and frames are aligned.

Each test draws what notebooks draw, in their sizes.
"""

import numpy as np
import pytest
from matplotlib.figure import Figure
from support.words import cut_off, overlapping

from gmm_helpers.drawing import (
    frame,
    legend_below,
    new_figure,
    plot_data,
    plot_ellipses,
    plot_nll,
)
from gmm_helpers.model.params import GMMParams

X = np.random.default_rng(0).normal(size=(90, 2)) * [3, 1.5]
LABELS = np.arange(90) % 3
PARAMS = GMMParams(
    np.ones(3) / 3, np.array([[-3, 0], [0, 1], [3, 0.0]]), np.tile(np.eye(2), (3, 1, 1))
)
SCALES = [1, 100]
SHAPES = [(1, None, 4.5), (1, 7.0, 3.4), (2, None, 3.2), (3, None, 3.0)]
EVERY_SHAPE = pytest.mark.parametrize(("n_panels", "width", "height"), SHAPES)


def panels_of(n_panels, width, height):
    fig, axes = new_figure(n_panels, width=width, height=height)
    return fig, axes if n_panels > 1 else [axes]


def is_tidy(fig):
    fig.canvas.draw()
    assert cut_off(fig) == []
    assert overlapping(fig) == []
    return True


@EVERY_SHAPE
@pytest.mark.parametrize("scale", SCALES)
def test_samples_with_titles_and_a_legend_below(n_panels, width, height, scale):
    fig, panels = panels_of(n_panels, width, height)
    for i, ax in enumerate(panels):
        plot_data(frame(ax, X * scale), X * scale, LABELS)
        ax.set_title(f"iteration {i}")
    legend_below(panels[0])
    assert is_tidy(fig)


@EVERY_SHAPE
def test_curves_with_large_and_with_small_numbers(n_panels, width, height):
    fig, panels = panels_of(n_panels, width, height)
    for ax, scale in zip(panels, (1e6, 1e-3, 1), strict=False):
        plot_nll(ax, scale * (5762.1 + 1 / np.arange(1, 91)), marked=[0, 89])
    assert is_tidy(fig)


@EVERY_SHAPE
def test_unequal_units_whose_label_is_longer_than_its_axis(n_panels, width, height):
    fig, panels = panels_of(n_panels, width, height)
    for ax in panels:
        frame(ax, X * [1, 100])
    fig.canvas.draw()
    assert n_panels == 3 or is_tidy(fig)  # three labels are longer than the figure


def test_samples_beside_a_curve():
    fig, (left, right) = new_figure(2, height=4.0)
    legend_below(plot_ellipses(plot_data(frame(left, X), X, LABELS), PARAMS))
    plot_nll(right, [4000.0, 3000.0, 2900.0])
    assert is_tidy(fig)


@pytest.mark.parametrize("where", ["outside lower center", "outside upper center"])
def test_a_legend_of_the_whole_figure(where):
    fig, panels = new_figure(3, height=3.2)
    for ax in panels:
        plot_ellipses(frame(ax, X), PARAMS)
        ax.set_title("a title")
    fig.legend(*panels[1].get_legend_handles_labels(), loc=where, ncols=3)
    assert is_tidy(fig)


def test_words_of_the_whole_figure():
    fig, panels = new_figure(2, height=3.0)
    for ax in panels:
        frame(ax, X).set_title("a title")
    fig.supxlabel("below", fontsize=8)
    fig.supylabel("beside")
    fig.suptitle("above")
    assert is_tidy(fig)


def test_a_legend_beside_the_axes():
    fig, ax = new_figure(width=7, height=3.4)
    ax.plot([0, 1], [1, 4], label="energy minus entropy")
    ax.set(xlabel="responsibility of the left component", ylabel="nats")
    legend = ax.legend(fontsize=8, loc="center left", bbox_to_anchor=(1, 0.5))
    assert is_tidy(fig)
    assert legend.get_window_extent().x0 >= ax.bbox.x1
    assert legend.get_window_extent().x1 <= fig.bbox.x1


def test_a_colour_bar_is_as_high_as_its_panel():
    fig, ax = new_figure(height=4.0)
    filled = ax.contourf([0, 3], [0, 1], [[0, 0.01], [0.02, 0.06]], levels=10)
    bar = fig.colorbar(filled, label="density p(x)").ax
    ax.set(aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
    assert is_tidy(fig)
    np.testing.assert_allclose([bar.bbox.y0, bar.bbox.y1], [ax.bbox.y0, ax.bbox.y1])
    assert bar.bbox.x0 > ax.bbox.x1


def test_a_panel_within_a_panel_keeps_its_words():
    fig, ax = new_figure(height=3.0)
    ax.plot([0, 1])
    inset = ax.inset_axes([0, -0.5, 1, 0.1])
    inset.set_title("responsibilities", fontsize=10, pad=4)
    inset.set_yticks([])
    ax.set_xticks([])
    assert is_tidy(fig)


@EVERY_SHAPE
def test_frames_have_the_same_height_and_stand_on_one_line(n_panels, width, height):
    fig, panels = panels_of(n_panels, width, height)
    for i, ax in enumerate(panels):
        ax.plot([0, 10**i])
        ax.set(xlabel="x", title="a title" if i else "")
    fig.canvas.draw()
    bottoms, tops = zip(*[(ax.bbox.y0, ax.bbox.y1) for ax in panels], strict=True)
    assert np.ptp(bottoms) < 1e-6 > np.ptp(tops)
    assert np.ptp([ax.bbox.width for ax in panels]) < 1e-6


def test_frames_of_equal_aspect_have_equal_gaps_though_one_has_a_legend():
    fig, panels = new_figure(3, height=3.1)
    for ax in panels:
        plot_data(frame(ax, X), X, LABELS).set_ylabel("")
    legend_below(panels[1])
    assert is_tidy(fig)
    left, middle, right = (ax.get_window_extent() for ax in panels)
    assert left.width > 2.4 * fig.dpi  # the legend takes nothing from them
    assert middle.x0 - left.x1 == pytest.approx(right.x0 - middle.x1)


def test_a_figure_that_is_drawn_again_stays_as_it_is():
    fig, panels = new_figure(2, height=3.6)
    legend_below(plot_data(frame(panels[0], X), X, LABELS))
    fig.canvas.draw()
    before = [ax.get_position().bounds for ax in panels]
    fig.canvas.draw()
    np.testing.assert_allclose([ax.get_position().bounds for ax in panels], before)


@pytest.mark.parametrize("length", [200, 2000])
def test_words_that_no_figure_holds_leave_room_for_the_panel(length):
    fig, ax = new_figure(height=3.0)
    ax.set(xlabel="x" * length, ylabel="y" * length, title="t" * length)
    fig.canvas.draw()
    assert ax.bbox.width > 0.2 * fig.bbox.width
    assert ax.bbox.height > 0.2 * fig.bbox.height


def test_several_rows_and_empty_figures_are_drawn():
    fig, ax = new_figure()
    ax.remove()
    fig.subplots(2, 2)
    fig.canvas.draw()
    fig.clear()
    fig.canvas.draw()
    assert isinstance(fig, Figure)
