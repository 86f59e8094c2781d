"""A slider figure to move, and what a reader sees of it."""

import base64

import numpy as np

from gmm_helpers.drawing.sliders import SliderFigure, integer_slider
from support.drawing import decoded, image_in, tags_in


def draw_power(ax, power):
    ax.plot([0, 1, 2], [0, 1, 2.0**power])
    return f"A curve of power {power}."


def power_figure(draw=draw_power, **options):
    return SliderFigure(draw, height=1.2, power=integer_slider("power", 0, 60, value=1), **options)


def image_of(figure):
    """What stands between the controls and the caption: attributes of the <img>."""
    return image_in(figure.children[-2].value)


def png_of(figure):
    return base64.b64decode(image_of(figure)["src"].partition(",")[2])


def looks_the_same(png, other):
    """Constrained layout comes to rest a hundredth of a pixel from where it was."""
    difference = np.asarray(decoded(png), dtype=int) - np.asarray(decoded(other))
    return np.abs(difference).max() <= 8  # of 255


def caption_of(figure):
    """Role and text of the caption, as a browser reads them."""
    (tag, attributes), (_, text) = tags_in(figure.children[-1].value)
    assert tag == "p"
    return attributes["role"], text


def mimebundle(figure):
    bundle = figure._repr_mimebundle_()
    return bundle if isinstance(bundle, tuple) else (bundle, {})
