"""Room for the words around panels side by side: margins that are measured once.

Matplotlib's constrained layout measures every artist of a figure four times, which takes longer
than to draw it. Here margins are fixed, and what needs more than they have is measured once.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine
from matplotlib.ticker import NullLocator
from matplotlib.transforms import Bbox

__all__ = ["Margins"]

# Inches.
EDGE = 0.06  # free at every edge
GAP = 0.14  # between what belongs to two panels
LEFT, BELOW, TITLE = 0.6, 0.48, 0.3  # what labels take at least, so that panels rarely jump
BAR, BAR_GAP = 0.16, 0.12  # a colour bar
SMALLEST = 0.3  # of the room for a panel: if words want more, they are cut off
TOUCHES = 0.1  # of a figure: words so near to its edge have a strip of their own
N_ROUNDS = 16  # each halves what is missing


class _Room(NamedTuple):
    """What a panel needs around its frame, in inches; `across` and `up` are of centred words."""

    left: float = 0.0
    right: float = 0.0
    below: float = 0.0
    above: float = 0.0
    across: float = 0.0
    up: float = 0.0


class Margins(LayoutEngine):
    """Lay out panels in one row: frames of the same height, and of the same width if they can.

    A panel of equal aspect takes the width it can fill, and what is left is shared between the
    panels. Figures with several rows are left as they are.
    """

    _adjust_compatible = False
    _colorbar_gridspec = False

    def execute(self, fig: Figure) -> None:
        """Place the panels; matplotlib calls this whenever it draws the figure."""
        panels = [ax for ax in fig.axes if ax.get_subplotspec() is not None]
        if not panels or any(ax.get_gridspec().nrows > 1 for ax in panels):
            return
        width, height = fig.get_size_inches()
        strips = _strips(fig)
        size = np.array([width, height]) - 2 * EDGE - strips[:2] - strips[2:]
        rooms = [_first_guess(ax) for ax in panels]
        _place(fig, panels, rooms, strips[:2] + EDGE, size)
        rooms = [_measure(ax, room) for ax, room in zip(panels, rooms, strict=True)]
        _place(fig, panels, rooms, strips[:2] + EDGE, size)


def _strips(fig: Figure) -> np.ndarray:
    """Inches that the figure's own words take at the left, below, at the right and above."""
    strips = np.zeros(4)
    renderer = _renderer(fig)
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


def _first_guess(ax: Axes) -> _Room:
    return _Room(
        left=LEFT if ax.get_ylabel() else 0.0,
        below=BELOW if ax.get_xlabel() else 0.0,
        above=TITLE if ax.get_title() else 0.0,
    )


def _measure(ax: Axes, least: _Room) -> _Room:
    """Measure what stands around the frame of a panel."""
    renderer = _renderer(ax.figure)
    ax.apply_aspect()
    boxes = [_around(axis, renderer) for axis in _axes_of(ax)]
    boxes += [child.get_tightbbox(renderer) for child in ax.child_axes]
    boxes += [text.get_tightbbox(renderer) for text in ax.texts]
    centred = [ax.title.get_window_extent(renderer)] if ax.get_title() else []
    legend = ax.get_legend()
    if legend is not None and legend.get_bbox_to_anchor() is not ax.bbox:
        box = legend.get_window_extent(renderer)
        is_centred = abs(box.x0 + box.x1 - ax.bbox.x0 - ax.bbox.x1) < 4  # pixels
        (centred if is_centred else boxes).append(box)
    boxes = [box for box in boxes if box is not None and np.isfinite(box.extents).all()]
    around, frame = Bbox.union([*boxes, ax.bbox]), ax.bbox
    upright = Bbox.union([around, *centred])
    inch = ax.figure.dpi
    bars = [_width_of(bar, renderer) for bar in _bars_of(ax)]
    labels = [axis.label.get_window_extent(renderer) for axis in _axes_of(ax)]
    wide = [box.width for box in (*centred, *labels[:1])]
    return _Room(
        left=max(least.left, (frame.x0 - around.x0) / inch),
        right=(around.x1 - frame.x1) / inch + sum(bars),
        below=max(least.below, (frame.y0 - upright.y0) / inch),
        above=max(least.above, (upright.y1 - frame.y1) / inch),
        across=max(wide, default=0.0) / inch,
        up=max((box.height for box in labels[1:]), default=0.0) / inch,
    )


def _around(axis: Axis, renderer) -> Bbox | None:
    """The box of an axis with its ticks and its label, but for how long the label is."""
    spine = axis.axes.spines["bottom" if axis.axis_name == "x" else "left"]
    texts = axis.get_ticklabels()  # which also finds the ticks
    is_plain = (
        axis.get_label_position() in ("bottom", "left")
        and isinstance(axis.get_minor_locator(), NullLocator)
        and spine.get_position() == ("outward", 0.0)
        and not axis.get_offset_text().get_text()
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


def _place(fig: Figure, panels: list[Axes], rooms: list[_Room], corner, size) -> None:
    """Put the panels where their rooms leave space, given the free part of a figure in inches."""
    width, height = size
    below = max(room.below for room in rooms)
    above = max(room.above for room in rooms)
    (below,), (above,), up = _widen([below], [above], [max(room.up for room in rooms)], height)
    lefts = [room.left for room in rooms]
    rights = [room.right for room in rooms]
    spans = [room.across for room in rooms]
    lefts, rights, across = _widen(lefts, rights, spans, width - GAP * (len(panels) - 1))
    filled = [_filled(ax, across, up) for ax in panels]
    lefts, rights = (
        [max(side, (span - w) / 2) for side, span, w in zip(sides, spans, filled, strict=True)]
        for sides in (lefts, rights)
    )
    gaps = [right + GAP + left for right, left in zip(rights, lefts[1:], strict=False)]
    extra = width - lefts[0] - sum(filled) - sum(gaps) - rights[-1]
    outside = max(extra, 0) / (len(panels) + 1)
    gaps = _fill(gaps, outside * len(gaps))
    x = corner[0] + outside + lefts[0]
    scale = np.tile(fig.get_size_inches(), 2)
    for ax, w, gap in zip(panels, filled, [*gaps, 0.0], strict=True):
        ax.set_position(tuple(np.array([x, corner[1] + below, w, up]) / scale))
        ax.set_in_layout(True)  # which `set_position` ends
        _place_bars(ax, scale)
        x += w + gap


def _fill(gaps: list[float], extra: float) -> list[float]:
    """Share what is left between the gaps, the narrowest first, as water fills a vessel."""
    for n in range(len(gaps), 0, -1):
        level = (sum(sorted(gaps)[:n]) + extra) / n
        if level >= sorted(gaps)[n - 1]:
            return [max(gap, level) for gap in gaps]
    return gaps


def _widen(befores, afters, spans, total: float) -> tuple[list[float], list[float], float]:
    """Widen margins until words that are centred on a frame fit; also return the frames' size."""
    befores, afters = list(befores), list(afters)
    n = len(spans)
    for _ in range(N_ROUNDS):
        size = max((total - sum(befores) - sum(afters)) / n, SMALLEST * total / n)
        for i, span in enumerate(spans):
            befores[i] = max(befores[i], (span - size) / 2)
            afters[i] = max(afters[i], (span - size) / 2)
    return befores, afters, max((total - sum(befores) - sum(afters)) / n, SMALLEST * total / n)


def _filled(ax: Axes, width: float, height: float) -> float:
    """The width that the frame of a panel fills: less than there is, if its aspect is equal."""
    aspect = ax.get_aspect()
    if aspect == "auto" or ax.get_adjustable() != "box":
        return width
    return min(width, height / (float(aspect) * ax.get_data_ratio()))


def _place_bars(ax: Axes, scale: np.ndarray) -> None:
    """Put colour bars at the right of their panel, as high as its frame."""
    ax.apply_aspect()
    x0, y0, width, height = ax.get_position().bounds * scale
    x = x0 + width + BAR_GAP
    for bar in _bars_of(ax):
        bar.set_aspect("auto")
        bar.set_position(tuple(np.array([x, y0, BAR, height]) / scale))
        x += _width_of(bar, _renderer(ax.figure))


def _bars_of(ax: Axes) -> list[Axes]:
    drawn = (*ax.collections, *ax.images)
    return [artist.colorbar.ax for artist in drawn if artist.colorbar is not None]


def _width_of(bar: Axes, renderer) -> float:
    """Inches from the frame of a panel to the end of what a colour bar says."""
    box = bar.yaxis.get_tightbbox(renderer)
    said = 0.0 if box is None else (box.x1 - bar.bbox.x1) / bar.figure.dpi
    return BAR_GAP + BAR + max(said, 0.0)


def _axes_of(ax: Axes) -> tuple:
    return (ax.xaxis, ax.yaxis) if ax.axison else ()


def _renderer(fig: Any):
    return fig.canvas.get_renderer()  # of Agg
