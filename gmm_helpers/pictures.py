"""Figures that carry their own description, for notebooks with and without a kernel.

pyplot is not used: it would keep every figure of a lecture alive. Figures are drawn once by
Agg and encoded from its buffer; `Figure.savefig` and `print_png` would draw them again.
"""

from __future__ import annotations

import base64
import html
import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

__all__ = ["Picture", "encode_png", "new_figure", "show", "smaller_png"]

DPI = 144  # sharp on a projector
CSS_DPI = 96  # shown at this size


def new_figure(n_panels: int = 1, *, width: float | None = None, height: float = 4.5):
    """Make a figure with panels side by side.

    Parameters
    ----------
    n_panels : int, default=1
    width, height : float, optional
        In inches; by default 5.6 wide for one panel and 4.8 for each of several.

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
    width = width or (5.6 if n_panels == 1 else 4.8 * n_panels)
    fig = Figure(figsize=(width, height), dpi=DPI, layout="constrained")
    FigureCanvasAgg(fig)
    axes = fig.subplots(1, n_panels, squeeze=False)[0]
    return fig, (axes[0] if n_panels == 1 else list(axes))


def encode_png(fig: Figure) -> bytes:
    """Draw a figure once and return it as PNG, encoded for speed.

    Parameters
    ----------
    fig : matplotlib.figure.Figure

    Returns
    -------
    bytes

    Examples
    --------
    >>> encode_png(new_figure()[0])[1:4]
    b'PNG'
    """
    fig.canvas.draw()
    pixels = Image.fromarray(np.asarray(fig.canvas.buffer_rgba())).convert("RGB")
    return _encoded(pixels, compress_level=1)


def smaller_png(png: bytes) -> bytes:
    """Reduce a PNG to 256 colours: a third of the size, for pictures that are stored.

    Parameters
    ----------
    png : bytes

    Returns
    -------
    bytes

    Examples
    --------
    >>> png = encode_png(new_figure()[0])
    >>> len(smaller_png(png)) < len(png)
    True
    """
    pixels = Image.open(io.BytesIO(png)).convert("RGB")
    reduced = pixels.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return _encoded(reduced, optimize=True)


def _encoded(pixels: Image.Image, **options) -> bytes:
    buffer = io.BytesIO()
    pixels.save(buffer, format="PNG", dpi=(DPI, DPI), **options)
    return buffer.getvalue()


class Picture:
    """A finished figure and, in words, what it shows.

    Notebook front ends get it as HTML with the description as alt text, as PNG and as
    plain text, and choose what they can show.

    Parameters
    ----------
    png : bytes
    alt : str
        What there is to see, for those who can't see it.
    width : int
        In CSS pixels.

    Examples
    --------
    >>> show(new_figure()[0], alt="An empty plane.")
    An empty plane.
    """

    def __init__(self, png: bytes, alt: str, width: int):
        self.png, self.alt, self.width = png, alt, width

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None):
        encoded = base64.b64encode(self.png).decode("ascii")
        alt = html.escape(self.alt, quote=True)
        data = {
            "text/html": f'<img alt="{alt}" width="{self.width}" style="max-width: 100%" '
            f'src="data:image/png;base64,{encoded}">',
            "image/png": encoded,
            "text/plain": self.alt,
        }
        return data, {"image/png": {"alt": self.alt, "width": self.width}}


def show(fig: Figure, alt: str) -> Picture:
    """Turn a figure into a picture with alt text; the last line of a notebook cell.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
    alt : str
        What there is to see, for those who can't see it.

    Returns
    -------
    Picture

    Raises
    ------
    ValueError
        If `alt` is empty.

    Examples
    --------
    >>> show(new_figure()[0], alt="An empty plane.").png[1:4]
    b'PNG'
    """
    if not alt.strip():
        raise ValueError("alt is empty: say in a sentence what the figure shows.")
    return Picture(smaller_png(encode_png(fig)), alt, round(fig.get_figwidth() * CSS_DPI))
