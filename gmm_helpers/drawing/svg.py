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
from .palette import COLORS, GREY, line_color

__all__ = ["Dots", "Ellipse", "Line", "Panel", "Sign", "bar", "image"]

SIZE, TITLE, PAD, GAP, WIDE = 250, 24, 12, 16, 320  # pixels
LEFT, BELOW = 48, 18  # pixels for the numbers at the axes
N_TICKS = 5  # at most
MAX_VALUE = 1e200  # sums and differences up to here don't overflow
N_STD = 2  # at which ellipses are drawn


class Dots(NamedTuple):
    """Filled circles; rows of `xy` that are not finite are left out."""

    xy: np.ndarray
    colors: Sequence[str]
    radius: float = 3.2


class Sign(NamedTuple):
    """A hollow circle ("o"), a cross ("x") or a small upright cross ("+") at a place."""

    xy: np.ndarray
    color: str
    sign: str
    label: str = ""


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
    ticks: bool = False  # numbers at both axes


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
    parts, x = [], 0
    for panel, each in zip(panels, places, strict=True):
        scale = _Scale.around(shared if together else np.vstack(each), panel.equal)
        x += LEFT if panel.ticks else 0
        parts.append(
            f'<g transform="translate({x},0)">'
            f'<text x="0" y="16" font-family="sans-serif" font-size="13">'
            f"{html.escape(panel.title)}</text>"
            f'<rect y="{TITLE}" width="{SIZE}" height="{SIZE}" fill="#FFFFFF" stroke="{GREY}"/>'
            f"{_ticks(scale) if panel.ticks else ''}"
            f"{''.join(_draw(mark, scale) for mark in panel.marks)}</g>"
        )
        x += SIZE + GAP
    height = SIZE + TITLE + 1 + BELOW * any(panel.ticks for panel in panels)
    return _img("".join(parts), x - GAP, height, alt)


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


def _ticks(scale: _Scale) -> str:
    """Round numbers along the lower and the left edge."""
    parts = []
    for axis, (low, extent) in enumerate(zip(scale.low, scale.extent, strict=True)):
        power = 10.0 ** np.floor(np.log10(extent / N_TICKS))
        step = next(power * n for n in (1, 2, 5, 10) if power * n * N_TICKS >= extent)
        for value in step * np.arange(np.ceil(low / step), np.floor((low + extent) / step) + 1):
            x, y = scale([value, value])[0]
            text = f"{0.0 if abs(value) < step / 2 else value:.4g}"
            if axis == 0:
                base = TITLE + SIZE
                at = f'x="{x:.1f}" y="{base + 15}" text-anchor="middle"'
                line = f"M{x:.1f} {base}v4"
            else:
                at, line = f'x="-7" y="{y + 4:.1f}" text-anchor="end"', f"M0 {y:.1f}h-4"
            parts.append(
                f'<path d="{line}" stroke="{GREY}"/>'
                f'<text {at} font-family="sans-serif" font-size="11">{text}</text>'
            )
    return "".join(parts)


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
            f'stroke="#000000" stroke-width="0.5"/>'
            for (x, y), color, keep in zip(pixels, mark.colors, kept, strict=True)
            if keep
        )
    if not kept.all():
        return ""
    if isinstance(mark, Sign):
        (x, y) = pixels[0]
        label = (
            f'<text x="{x + 7:.1f}" y="{y - 5:.1f}" font-family="sans-serif" font-size="11">'
            f"{html.escape(mark.label)}</text>"
        )
        if mark.sign == "o":
            shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7"'
        elif mark.sign == "+":
            shape = f'<path d="M{x - 5:.1f} {y:.1f}h10M{x:.1f} {y - 5:.1f}v10"'
        else:
            shape = f'<path d="M{x - 6:.1f} {y - 6:.1f}l12 12M{x - 6:.1f} {y + 6:.1f}l12 -12"'
        width = 1.5 if mark.sign == "+" else 2.5
        drawn = f'{shape} fill="none" stroke="{line_color(mark.color)}" stroke-width="{width}"/>'
        return drawn + (label if mark.label else "")
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in pixels)
    dashes = ' stroke-dasharray="6 4"' if mark.dashed else ""
    stroke = f'stroke="{line_color(mark.color)}" stroke-width="2"{dashes}'
    return f'<polyline points="{points}" fill="none" {stroke}/>'
