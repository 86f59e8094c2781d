"""Pixels as PNG of at most 256 colours: a third of the size, and sooner there than all colours.

A figure is white for the most part, so only its ink is looked at. Pixels whose channels have the
same upper four bits share a colour, their mean; if there are still too many, PIL's median cut
merges them.
"""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

__all__ = ["encode"]

WHITE = 0xFFFFFFFF  # all four channels
BITS = 4  # of each channel
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
        No channel of a pixel differs by more than 16 of 255, unless there are more than 255
        colours; white stays white.

    Examples
    --------
    >>> png = encode(np.full((2, 3, 4), 255, np.uint8), dpi=144)
    >>> Image.open(io.BytesIO(png)).size
    (3, 2)
    """
    rgba = np.ascontiguousarray(rgba)
    flat = rgba.reshape(-1, 4)
    at = np.flatnonzero(flat.view(np.uint32)[:, 0] != WHITE)
    indices = np.zeros(len(flat), np.uint8)
    indices[at], colors = _colors_of(flat[at])
    image = Image.fromarray(indices.reshape(rgba.shape[:2]))
    image.putpalette(np.vstack([np.full((1, 3), 255, np.uint8), colors]).tobytes())
    buffer = io.BytesIO()
    image.save(buffer, format="PNG", dpi=(dpi, dpi), compress_level=LEVEL)
    return buffer.getvalue()


def _colors_of(ink: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For every pixel the number of its colour, from 1; and the colours."""
    red, green, blue = (ink[:, i].astype(np.uint16) >> (8 - BITS) for i in range(3))
    bins = (red << (2 * BITS)) | (green << BITS) | blue
    counts = np.bincount(bins, minlength=1 << (3 * BITS))
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
