"""Pixels with a palette, compared with the pixels they were made of."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from support.drawing import decoded

from gmm_helpers.drawing.png import encode


def pixels(rgb):
    return np.concatenate([rgb, np.full((*rgb.shape[:2], 1), 255)], axis=2).astype(np.uint8)


def shown(rgba):
    return np.asarray(decoded(encode(rgba, 144)).convert("RGB"), dtype=int)


@given(arrays.arrays(np.uint8, st.tuples(*[st.integers(1, 7)] * 2, st.just(3))), st.booleans())
def test_even_pixels_keep_four_bits_and_edges_two(rgb, is_even):
    rgb = np.repeat(rgb, 2, axis=1) if is_even else rgb
    difference = shown(pixels(rgb)) - rgb
    assert np.abs(difference).max() < (16 if is_even else 64)
    white = (rgb == 255).all(axis=2)
    assert not difference[white].any()


@pytest.mark.parametrize("value", [0, 120, 254, 255])
def test_a_plain_picture_keeps_its_colour_to_the_bit(value):
    assert (shown(pixels(np.full((3, 4, 3), value))) == value).all()


def test_more_colours_than_a_palette_holds_are_merged():
    rgb = np.random.default_rng(0).integers(0, 256, size=(90, 80, 3))
    png = decoded(encode(pixels(rgb), 144))
    assert len(png.getcolors()) <= 256
    difference = np.abs(np.asarray(png.convert("RGB"), dtype=int) - rgb)
    assert difference.mean() < 30  # of random colours, the worst there are


def test_what_is_transparent_is_shown_all_the_same():
    rgba = pixels(np.full((2, 2, 3), 90))
    rgba[..., 3] = 0
    assert (shown(rgba) == 90).all()


def test_the_file_says_how_large_it_is():
    assert decoded(encode(pixels(np.zeros((2, 3, 3))), 144)).info["dpi"] == pytest.approx(
        (144, 144), rel=0.01
    )
