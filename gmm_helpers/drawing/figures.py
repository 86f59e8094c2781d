"""Figures that carry their own description, for notebooks with and without a kernel.

We don't use pyplot, which would keep every figure of a lecture in memory. Agg draws a figure
once, and we encode its buffer; `Figure.savefig` and `print_png` would draw it again.
"""

from __future__ import annotations

import base64
import html
import io
import textwrap
import threading
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from .layout import Margins
from .png import encode

__all__ = ["Picture", "encode_png", "new_figure", "show"]

DPI = 144  # sharp on a projector
CSS_DPI = 96  # shown at this size
CAPTION_SIZE = 9  # points
_AGG = threading.RLock()  # cells and sliders may draw at once, and mathtext has one parser for all


def new_figure(n_panels: int = 1, *, width: float | None = None, height: float = 4.5):
    """Make a figure with panels side by side.

    Parameters
    ----------
    n_panels : int, default=1
    width, height : float, optional
        In inches; the default width is what a notebook shows without shrinking the text.

    Returns
    -------
    fig : matplotlib.figure.Figure
    axes : matplotlib.axes.Axes, or a list of them if there are several panels

    Examples
    --------
    >>> fig, (left, right) = new_figure(2)
    >>> left.figure is fig
    True
    """
    width = width or {1: 5.6, 2: 8.8}.get(n_panels, 3.2 * n_panels)
    fig = Figure(figsize=(width, height), dpi=DPI, layout=Margins())
    FigureCanvasAgg(fig)
    axes = fig.subplots(1, n_panels, squeeze=False)[0]
    return fig, (axes[0] if n_panels == 1 else list(axes))


def encode_png(fig: Figure) -> bytes:
    """Draw a figure once and return it as PNG, of at most 256 colours.

    Examples
    --------
    >>> encode_png(new_figure()[0])[1:4]
    b'PNG'
    """
    return encode(_drawn(fig), DPI)


def _drawn(fig: Figure) -> np.ndarray:
    """Draw a figure and return its pixels: red, green, blue and alpha."""
    canvas: Any = fig.canvas  # of Agg
    with _AGG:
        canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def _with_caption(png: bytes, caption: str) -> bytes:
    """Write the caption under a picture, for pages that show the PNG alone."""
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))
    width = pixels.shape[1] / DPI  # inches
    lines = textwrap.wrap(caption, int(width * 72 / (0.55 * CAPTION_SIZE)))
    height = (len(lines) + 1) * 1.3 * CAPTION_SIZE / 72
    fig = Figure(figsize=(width, height), dpi=DPI)
    FigureCanvasAgg(fig)
    text = "\n".join(lines)
    fig.text(0.02, 0.95, text, va="top", fontsize=CAPTION_SIZE, parse_math=False)
    strip = _drawn(fig)[:, : pixels.shape[1]]
    both = np.full((len(pixels) + len(strip), pixels.shape[1], 4), 255, np.uint8)
    both[: len(pixels)] = pixels
    both[len(pixels) :, : strip.shape[1]] = strip
    return encode(both, DPI)


class Picture:
    """A figure as it looks now, and a description of what it shows.

    Notebook front ends get HTML with the description as alt text, a PNG, and the description
    as plain text; they show what they can.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        Drawn at once; later changes to it do not show.
    alt : str
        What it shows, for readers who can't see it.
    caption : str, default=""
        Shown under the picture where it is stored.

    Examples
    --------
    >>> Picture(new_figure()[0], alt="An empty plane.")
    An empty plane.
    """

    def __init__(self, fig: Figure, alt: str, caption: str = ""):
        self.alt, self.caption = alt, caption
        self.png = encode_png(fig)
        self.width, self.height = (round(inches * CSS_DPI) for inches in fig.get_size_inches())

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None):
        caption = f"<p>{html.escape(self.caption)}</p>" if self.caption else ""
        alone = _with_caption(self.png, self.caption) if self.caption else self.png
        data = {
            # JupyterLab shows the alt text of HTML, but not that in the metadata of a PNG.
            "text/html": self._img() + caption,
            "image/png": base64.b64encode(alone).decode("ascii"),
            "text/plain": self.alt,
        }
        width, height = (
            round(pixels * CSS_DPI / DPI) for pixels in Image.open(io.BytesIO(alone)).size
        )
        return data, {"image/png": {"alt": self.alt, "width": width, "height": height}}

    def _img(self) -> str:
        encoded = base64.b64encode(self.png).decode("ascii")
        return (
            f'<img alt="{html.escape(self.alt, quote=True)}" '
            f'width="{self.width}" height="{self.height}" style="max-width: 100%; height: auto" '
            f'src="data:image/png;base64,{encoded}">'
        )


def show(fig: Figure, alt: str) -> Picture:
    """Turn a figure into a picture with alt text; the last line of a notebook cell.

    Parameters as in `Picture`; a ValueError is raised if `alt` is empty.

    Examples
    --------
    >>> show(new_figure()[0], alt="An empty plane.").png[1:4]
    b'PNG'
    """
    if not alt.strip():
        raise ValueError("alt is empty: say in a sentence what the figure shows.")
    return Picture(fig, alt)
