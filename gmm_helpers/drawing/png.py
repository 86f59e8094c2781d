"""Pixels as PNG of at most 256 colours: a quarter of the size, and sooner there than all colours.

A figure is white for the most part, so only its ink is looked at. Pixels that agree in the upper
bits of their channels share a colour, their mean. Areas and lines keep four bits, so that blends
can be told apart; the steps between a mark and what is around it, in which most colours occur,
keep fewer. If there are still too many, PIL's median cut merges them.
"""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

__all__ = ["encode"]

WHITE = 0xFFFFFFFF  # all four channels
BITS = (4, 4, 4)  # of red, green and blue
BITS_OF_EDGES = (2, 3, 2)  # green is the brightest
N_COLORS = 255  # besides white
LEVEL = 6  # of zlib: 9 takes five times as long for 6 % less


def encode(rgba: np.ndarray, dpi: float) -> bytes:
    """Encode pixels as a PNG with a palette.

    Parameters
    ----------
    rgba : ndarray of uint8, shape (height, width, 4)
        The fourth channel counts for nothing: what is transparent is shown all the same.
    dpi : float
        Pixels per inch, as it is written into the file.

    Returns
    -------
    bytes
        A pixel that has the colour of the one beside it differs by less than 16 of 255 in each
        channel, others by less than 64, unless there are more than 255 colours; white stays white.

    Examples
    --------
    >>> png = encode(np.full((2, 3, 4), 255, np.uint8), dpi=144)
    >>> Image.open(io.BytesIO(png)).size
    (3, 2)
    """
    rgba = np.ascontiguousarray(rgba)
    packed = rgba.view(np.uint32)[..., 0]
    at = np.flatnonzero(packed != WHITE)
    indices = np.zeros(packed.size, np.uint8)
    is_even = _has_equal_beside(packed).ravel()[at]
    indices[at], colors = _colors_of(rgba.reshape(-1, 4)[at], is_even)
    image = Image.fromarray(indices.reshape(rgba.shape[:2]))
    image.putpalette(np.vstack([np.full((1, 3), 255, np.uint8), colors]).tobytes())
    buffer = io.BytesIO()
    image.save(buffer, format="PNG", dpi=(dpi, dpi), compress_level=LEVEL)
    return buffer.getvalue()


def _has_equal_beside(packed: np.ndarray) -> np.ndarray:
    """Whether each pixel has the colour of the one at its left or at its right."""
    equal = packed[:, 1:] == packed[:, :-1]
    found = np.zeros(packed.shape, bool)
    found[:, 1:] |= equal
    found[:, :-1] |= equal
    return found


def _colors_of(ink: np.ndarray, is_even: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For every pixel the number of its colour, from 1; and the colours."""
    n_bins = 1 << sum(BITS)
    bins = np.where(is_even, _bins_of(ink, BITS), n_bins + _bins_of(ink, BITS_OF_EDGES))
    counts = np.bincount(bins, minlength=n_bins)
    used = np.flatnonzero(counts)
    sums = np.stack([np.bincount(bins, ink[:, i], len(counts))[used] for i in range(3)], axis=1)
    numbers = np.arange(len(used))
    if len(used) > N_COLORS:
        means = np.rint(sums / counts[used, None]).astype(np.uint8)
        cut = Image.fromarray(means[None]).quantize(
            N_COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        numbers = np.asarray(cut)[0].astype(int)
    n_colors = numbers.max(initial=-1) + 1
    totals = np.bincount(numbers, counts[used], n_colors)
    channels = [np.bincount(numbers, sums[:, i], n_colors) for i in range(3)]
    colors = np.stack(channels, axis=1) / np.maximum(totals, 1)[:, None]
    table = np.zeros(len(counts), np.uint8)
    table[used] = numbers + 1
    return table[bins], np.rint(colors).astype(np.uint8)


def _bins_of(ink: np.ndarray, bits: tuple[int, int, int]) -> np.ndarray:
    red, green, blue = (ink[:, i].astype(np.int32) >> (8 - bits[i]) for i in range(3))
    return (red << (bits[1] + bits[2])) | (green << bits[2]) | blue
