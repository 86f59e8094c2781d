"""Small pictures without matplotlib: marks in the units of the data, drawn as SVG.

A check answers at once even where matplotlib is not imported, and a picture of some 5 kB is
small enough for every student's feedback page.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .ellipses import ellipse_points
from .palette import COLORS, GREY

__all__ = ["Dots", "Ellipse", "Line", "Panel", "Sign", "bar", "image"]

SIZE, TITLE, PAD, GAP, WIDE = 250, 24, 12, 16, 320  # pixels
MAX_VALUE = 1e200  # sums and differences up to here don't overflow
N_STD = 2  # at which ellipses are drawn


class Dots(NamedTuple):
    """Filled circles; rows of `xy` that are not finite are left out."""

    xy: np.ndarray
    colors: Sequence[str]
    radius: float = 3.2


class Sign(NamedTuple):
    """A hollow circle ("o") or a cross ("x") at a place."""

    xy: np.ndarray
    color: str
    sign: str


class Line(NamedTuple):
    """A line through points."""

    xy: np.ndarray
    color: str
    dashed: bool = False


class Ellipse(NamedTuple):
    """The points two standard deviations from the mean of a Gaussian."""

    mean: np.ndarray
    covariance: np.ndarray
    color: str
    dashed: bool = False


class Panel(NamedTuple):
    """A titled square with marks in it."""

    title: str
    marks: Sequence
    equal: bool = True  # the same scale on both axes


def image(panels: Sequence[Panel], alt: str, together: bool = True) -> str:
    """Draw panels side by side, as an ``<img>`` element.

    Parameters
    ----------
    alt : str
        What it shows, for readers who can't see it.
    together : bool, default=True
        Whether all panels show the same part of the plane.

    Returns
    -------
    str
        HTML that contains the picture.
    """
    places = [[_places(mark) for mark in panel.marks] for panel in panels]
    shared = np.vstack([xy for each in places for xy in each])
    parts = []
    for i, (panel, each) in enumerate(zip(panels, places, strict=True)):
        scale = _Scale.around(shared if together else np.vstack(each), panel.equal)
        parts.append(
            f'<g transform="translate({i * (SIZE + GAP)},0)">'
            f'<text x="0" y="16" font-family="sans-serif" font-size="13">'
            f"{html.escape(panel.title)}</text>"
            f'<rect y="{TITLE}" width="{SIZE}" height="{SIZE}" fill="#FFFFFF" stroke="{GREY}"/>'
            f"{''.join(_draw(mark, scale) for mark in panel.marks)}</g>"
        )
    return _img("".join(parts), len(panels) * (SIZE + GAP) - GAP, SIZE + TITLE + 1, alt)


def _img(content: str, width: int, height: int, alt: str) -> str:
    """Put SVG into an ``<img>``: untrusted notebooks drop SVG, but not this."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><rect width="100%" height="100%" fill="#FFFFFF"/>'
        f"{content}</svg>"
    )
    encoded = base64.b64encode(svg.encode()).decode("ascii")
    return (
        f'<img alt="{html.escape(alt, quote=True)}" width="{width}" height="{height}" '
        f'style="max-width: 100%; height: auto" src="data:image/svg+xml;base64,{encoded}">'
    )


def bar(value: float, total: float, alt: str) -> str:
    """Draw a bar that shows a share of a total, as an ``<img>`` element."""
    filled = WIDE * min(max(value / total, 0), 1) if total else 0
    return _img(
        f'<rect x="1" y="1" width="{WIDE - 2}" height="16" fill="#FFFFFF" stroke="{GREY}"/>'
        f'<rect x="1" y="1" width="{max(filled - 2, 0):.1f}" height="16" fill="{COLORS[2]}"/>',
        WIDE,
        18,
        alt,
    )


class _Scale(NamedTuple):
    low: np.ndarray
    extent: np.ndarray

    @classmethod
    def around(cls, xy: np.ndarray, equal: bool) -> _Scale:
        xy = _bounded(xy[np.isfinite(xy).all(axis=1)])
        if not len(xy):
            xy = np.zeros((1, 2))
        low, high = xy.min(axis=0), xy.max(axis=0)
        extent = np.maximum(high - low, 1e-9 + 1e-6 * np.abs(xy).max())
        if equal:
            low, extent = low - (extent.max() - extent) / 2, np.full(2, extent.max())
        return cls(low, extent)

    def __call__(self, xy) -> np.ndarray:
        """Pixels of places; y points upwards in the data and downwards on the screen."""
        share = (_bounded(np.atleast_2d(xy)) - self.low) / self.extent
        inner = SIZE - 2 * PAD
        pixels = np.column_stack([PAD + inner * share[:, 0], PAD + inner * (1 - share[:, 1])])
        # Points far outside stay within the numbers that every browser can handle.
        return np.clip(pixels, -SIZE, 2 * SIZE) + np.array([0, TITLE])


def _bounded(values) -> np.ndarray:
    return np.clip(values, -MAX_VALUE, MAX_VALUE)


def _places(mark) -> np.ndarray:
    if isinstance(mark, Ellipse):
        return ellipse_points(_bounded(mark.mean), _bounded(mark.covariance), N_STD)
    return np.atleast_2d(mark.xy)


def _draw(mark, scale: _Scale) -> str:
    xy = _places(mark)
    kept = np.isfinite(xy).all(axis=1)
    pixels = scale(xy)
    if isinstance(mark, Dots):
        return "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{mark.radius}" fill="{color}" '
            f'stroke="{GREY}" stroke-width="0.5"/>'
            for (x, y), color, keep in zip(pixels, mark.colors, kept, strict=True)
            if keep
        )
    if not kept.all():
        return ""
    if isinstance(mark, Sign):
        (x, y) = pixels[0]
        if mark.sign == "o":
            shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7"'
        else:
            shape = f'<path d="M{x - 6:.1f} {y - 6:.1f}l12 12M{x - 6:.1f} {y + 6:.1f}l12 -12"'
        return f'{shape} fill="none" stroke="{mark.color}" stroke-width="2.5"/>'
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in pixels)
    dashes = ' stroke-dasharray="6 4"' if mark.dashed else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{mark.color}" stroke-width="2"{dashes}/>'
    )
