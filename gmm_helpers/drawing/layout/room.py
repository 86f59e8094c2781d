"""What the words around a panel need: measured once, in inches."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import XAxis, YAxis
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator
from matplotlib.transforms import Bbox

__all__ = ["Room", "bars_of", "first_guess", "measure", "strips_of", "width_of_bar"]

# Inches.
LEFT, BELOW, TITLE = 0.6, 0.48, 0.3  # what labels take at least, so that panels rarely jump
BAR, BAR_GAP = 0.16, 0.12  # a colour bar
TOUCHES = 0.1  # of a figure: words so near to its edge have a strip of their own
CENTRED = 4  # pixels: a legend that is off by less stands in the middle


class Room(NamedTuple):
    """What a panel needs around its frame, in inches.

    Words that are centred on the frame are `across` and `up` long, a legend below it `legend`.
    """

    left: float = 0.0
    right: float = 0.0
    below: float = 0.0
    above: float = 0.0
    across: float = 0.0
    up: float = 0.0
    legend: float = 0.0


def strips_of(fig: Figure) -> np.ndarray:
    """Inches that the figure's own words take at the left, below, at the right and above."""
    strips = np.zeros(4)
    renderer = renderer_of(fig)
    for artist in (*fig.texts, *fig.legends):
        box = artist.get_window_extent(renderer).transformed(fig.transFigure.inverted())
        far = 1 - np.array([box.x1, box.y1])
        distances = np.array([box.x0, box.y0, *far])
        lies = box.width * fig.get_figwidth() > box.height * fig.get_figheight()
        sides = [1, 3] if lies else [0, 2]
        side = min(sides, key=lambda side: distances[side])
        if distances[side] < TOUCHES:
            inches = fig.get_figheight() if lies else fig.get_figwidth()
            extent = box.height if lies else box.width
            strips[side] = max(strips[side], (distances[side] + extent) * inches)
    return strips


def first_guess(ax: Axes) -> Room:
    """Guess what a panel needs by which labels it has."""
    return Room(
        left=LEFT if ax.get_ylabel() else 0.0,
        below=BELOW if ax.get_xlabel() else 0.0,
        above=TITLE if ax.get_title() else 0.0,
    )


def measure(ax: Axes, least: Room) -> Room:
    """Measure what stands around the frame of a panel."""
    renderer = renderer_of(ax.figure)
    ax.apply_aspect()
    boxes = [_around(axis, renderer) for axis in _axes_of(ax)]
    boxes += [child.get_tightbbox(renderer) for child in ax.child_axes]
    boxes += [text.get_tightbbox(renderer) for text in ax.texts]
    titles = [ax.title.get_window_extent(renderer)] if ax.get_title() else []
    legends: list[Bbox] = []
    legend = ax.get_legend()
    if legend is not None and legend.get_bbox_to_anchor() is not ax.bbox:  # outside
        box = legend.get_window_extent(renderer)
        is_centred = abs(box.x0 + box.x1 - ax.bbox.x0 - ax.bbox.x1) < 2 * CENTRED
        (legends if is_centred else boxes).append(box)
    known = [box for box in boxes if box is not None and np.isfinite(box.extents).all()]
    around, frame = Bbox.union([*known, ax.bbox]), ax.bbox
    upright = Bbox.union([around, *titles, *legends])
    inch = ax.figure.dpi
    bars = [width_of_bar(bar, renderer) for bar in bars_of(ax)]
    labels = [axis.label.get_window_extent(renderer) for axis in _axes_of(ax)]
    wide = [box.width for box in (*titles, *labels[:1])]
    return Room(
        left=max(least.left, (frame.x0 - around.x0) / inch),
        right=(around.x1 - frame.x1) / inch + sum(bars),
        below=max(least.below, (frame.y0 - upright.y0) / inch),
        above=max(least.above, (upright.y1 - frame.y1) / inch),
        across=max(wide, default=0.0) / inch,
        up=max((box.height for box in labels[1:]), default=0.0) / inch,
        legend=max((box.width for box in legends), default=0.0) / inch,
    )


def _around(axis: XAxis | YAxis, renderer) -> Bbox | None:
    """The box of an axis with its ticks and its label, but for how long the label is."""
    spine = axis.axes.spines["bottom" if axis.axis_name == "x" else "left"]
    texts = axis.get_ticklabels()  # which also finds the ticks
    is_plain = (
        axis.get_label_position() in ("bottom", "left")
        and isinstance(axis.get_minor_locator(), NullLocator)
        and spine.get_position() == ("outward", 0.0)
        and not axis.get_major_formatter().get_offset()
        and getattr(axis, "_autolabelpos", False)  # no coordinates of its own
    )
    if not is_plain:  # takes more than twice as long
        return axis.get_tightbbox(renderer, for_layout_only=True)
    low, high = sorted(axis.get_view_interval())
    ticks = axis.get_major_ticks()
    seen = [t for t, tick in zip(texts, ticks, strict=False) if low <= tick.get_loc() <= high]
    boxes = [text.get_window_extent(renderer) for text in seen if text.get_text()]
    box = Bbox.union([*boxes, spine.get_window_extent(renderer)])
    if axis.get_label_text():
        label = axis.label.get_window_extent(renderer)
        pad = axis.labelpad * axis.axes.figure.dpi / 72
        if axis.axis_name == "x":
            box.y0 -= pad + label.height
        else:
            box.x0 -= pad + label.width
    return box


def bars_of(ax: Axes) -> list[Axes]:
    """Return the colour bars of what is drawn on a panel."""
    drawn = (*ax.collections, *ax.images)
    return [artist.colorbar.ax for artist in drawn if artist.colorbar is not None]


def width_of_bar(bar: Axes, renderer) -> float:
    """Inches from the frame of a panel to the end of what a colour bar says."""
    box = bar.yaxis.get_tightbbox(renderer)
    said = 0.0 if box is None else (box.x1 - bar.bbox.x1) / bar.figure.dpi
    return BAR_GAP + BAR + max(said, 0.0)


def _axes_of(ax: Axes) -> tuple:
    return (ax.xaxis, ax.yaxis) if ax.axison else ()


def renderer_of(fig: Any):
    """Return what measures the words of a figure."""
    return fig.canvas.get_renderer()  # of Agg
