"""A slider figure to move, and what a reader sees of it."""

import base64

import numpy as np

from gmm_helpers.drawing.sliders import SliderFigure, integer_slider
from support.drawing import decoded


def draw_power(ax, power):
    ax.plot([0, 1, 2], [0, 1, 2.0**power])
    return f"A curve of power {power}."


def power_figure(draw=draw_power, **options):
    return SliderFigure(draw, height=1.2, power=integer_slider("power", 0, 60, value=1), **options)


def png_of(figure):
    return base64.b64decode(figure._shown["png"])


def looks_the_same(png, other):
    """Constrained layout comes to rest a hundredth of a pixel from where it was."""
    difference = np.asarray(decoded(png), dtype=int) - np.asarray(decoded(other))
    return np.abs(difference).max() <= 8  # of 255


def status_of(figure):
    """What stands under the picture, and whether it says that there is no new one."""
    return figure._status["failed"], figure._status["text"]


def mimebundle(figure):
    bundle = figure._repr_mimebundle_()
    return bundle if isinstance(bundle, tuple) else (bundle, {})
