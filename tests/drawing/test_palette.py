"""Colours that can be told apart and be read."""

import numpy as np
import pytest
from support.contrast import contrast

from gmm_helpers.drawing.palette import (
    COLORS,
    GREY,
    LINE_COLORS,
    MARKERS,
    edge_colors,
    line_color,
    rgb,
)


def test_the_measure_of_contrast_is_the_usual_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_every_component_has_its_own_colour_and_marker():
    assert len(set(COLORS)) == len(COLORS) == 8
    assert len(set(MARKERS)) == len(MARKERS) == 8


def test_the_grey_is_the_lightest_that_can_be_read_on_white():
    assert contrast(GREY, "#FFFFFF") >= 4.5 > contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("color", COLORS)
def test_every_colour_can_be_seen_on_white(color):
    assert contrast(color, "#FFFFFF") > 2


@pytest.mark.parametrize("color", COLORS)
def test_lines_and_edges_can_be_seen_on_white_as_wcag_asks(color):
    edge = np.rint(255 * edge_colors(rgb(8)[COLORS.index(color)])).astype(int)
    for name in (line_color(color), "#{:02X}{:02X}{:02X}".format(*edge)):
        assert contrast(name, "#FFFFFF") >= 3


@pytest.mark.parametrize("k", range(8))
def test_a_line_has_the_hue_of_its_component(k):
    fill, line = (
        np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)]) for c in (COLORS[k], LINE_COLORS[k])
    )
    assert line_color(COLORS[k]) == LINE_COLORS[k]
    factor = line.max() / max(fill.max(), 1)
    assert factor <= 1
    np.testing.assert_allclose(line, factor * fill, atol=1)
    assert len(set(LINE_COLORS)) == 8


def test_a_colour_of_somebody_else_stays():
    assert line_color("black") == "black"


def test_colours_are_far_from_each_other():
    numbers = rgb(8)
    apart = np.abs(numbers[:, None] - numbers[None]).sum(axis=-1) + 9 * np.eye(8)
    assert apart.min() > 0.3


@pytest.mark.parametrize("n_components", [0, 1, 8, 11])
def test_colours_as_numbers_are_the_names_and_come_again(n_components):
    numbers = rgb(n_components)
    assert numbers.shape == (n_components, 3)
    names = ["#{:02X}{:02X}{:02X}".format(*np.rint(255 * row).astype(int)) for row in numbers]
    assert names == list((COLORS * 2)[:n_components])
