"""Curves of criteria, read back from the axes they were drawn on."""

import numpy as np
import pytest

from gmm_helpers.drawing import plot_criteria
from gmm_helpers.selection import Selection, SelectionRow

pytestmark = pytest.mark.filterwarnings("error")
ROWS = (
    SelectionRow(3, 75.0, 8, 166.0, 184.0, 250.0, np.inf),
    SelectionRow(1, 100.0, 2, 204.0, 210.0, 210.0, 103.25),
    SelectionRow(2, 80.0, 5, 170.0, 181.0, 181.5, 90.0),
    SelectionRow(4, np.nan, 11, np.nan, np.nan, np.nan, np.nan),
)


def test_curves_are_the_columns_in_order_and_a_ring_marks_the_smallest(ax):
    assert plot_criteria(ax, Selection(ROWS, "bic", {}, None), ["aic", "held_out_nll"]) is ax
    aic, ring, held_out, other_ring = ax.lines
    np.testing.assert_array_equal(aic.get_xydata(), [[1, 204], [2, 170], [3, 166]])
    np.testing.assert_array_equal(ring.get_xydata(), [[3, 166]])
    np.testing.assert_array_equal(held_out.get_xydata(), [[1, 206.5], [2, 180]])  # doubled
    np.testing.assert_array_equal(other_ring.get_xydata(), [[2, 180]])
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == ["AIC", "twice the held-out NLL"]
    assert "nats" in ax.get_ylabel()


def test_rings_at_the_same_place_can_be_told_apart(ax):
    plot_criteria(ax, Selection(ROWS, "bic", {}, None), ["bic", "icl"])
    rings = ax.lines[1::2]
    assert {tuple(ring.get_xdata()) for ring in rings} == {(2,)}
    assert len({ring.get_markersize() for ring in rings}) == 2


def test_the_legend_stays_inside_the_figure(ax):
    plot_criteria(ax, Selection(ROWS, "bic", {}, None), ["aic", "bic", "icl", "held_out_nll"])
    ax.figure.canvas.draw()
    legend = ax.get_legend().get_window_extent()
    assert legend.x0 >= 0
    assert legend.x1 <= ax.figure.bbox.x1
    assert legend.y0 >= 0


def test_nothing_to_draw_is_no_error(ax):
    plot_criteria(ax, Selection(ROWS[3:], "bic", {}, None), ["bic"])
    assert ax.get_legend() is None
    assert not ax.lines
