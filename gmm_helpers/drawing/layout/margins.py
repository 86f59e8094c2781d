"""Margins around panels side by side, which are measured once."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine

from .room import (
    BAR,
    BAR_GAP,
    Room,
    bars_of,
    first_guess,
    measure,
    renderer_of,
    strips_of,
    width_of_bar,
)

__all__ = ["Margins"]

# Inches.
EDGE = 0.06  # free at every edge
GAP = 0.14  # between what belongs to two panels
SMALLEST = 0.3  # of the room for a panel: if words want more, they are cut off
ANOTHER = 0.1  # of the size of a frame: if it changes by more, it has other numbers at its ticks
N_ROUNDS = 16  # each halves what is missing


class Margins(LayoutEngine):
    """Lay out panels in one row: frames of the same height, and of the same width if they can.

    A panel of equal aspect takes the width it can fill, and what is left is shared between the
    panels. Figures with several rows are left as they are.
    """

    _adjust_compatible = False
    _colorbar_gridspec = False

    def execute(self, fig: Figure) -> None:
        """Place the panels; matplotlib calls this whenever it draws the figure."""
        places = [(ax, ax.get_subplotspec()) for ax in fig.axes]
        panels = [ax for ax, place in places if place is not None]
        if not panels or any(place.get_gridspec().nrows > 1 for _, place in places if place):
            return
        width, height = fig.get_size_inches()
        strips = strips_of(fig)
        size = np.array([width, height]) - 2 * EDGE - strips[:2] - strips[2:]
        rooms = [first_guess(ax) for ax in panels]
        frames = _place(fig, panels, rooms, strips[:2] + EDGE, size)
        for _ in range(2):
            before = frames
            rooms = [measure(ax, room) for ax, room in zip(panels, rooms, strict=True)]
            frames = _place(fig, panels, rooms, strips[:2] + EDGE, size)
            if np.allclose(frames, before, rtol=ANOTHER):  # with the same numbers at the ticks
                break


def _place(fig: Figure, panels: list[Axes], rooms: list[Room], corner, size) -> list[float]:
    """Put the panels where their rooms leave space, given the free part of a figure in inches.

    Returns the height and the widths of the frames.
    """
    width, height = size
    below = max(room.below for room in rooms)
    above = max(room.above for room in rooms)
    longest = max(room.up for room in rooms)
    (below,), (above,), up = _widen([below], [above], [(longest, longest)], height)
    lefts = [room.left for room in rooms]
    rights = [room.right for room in rooms]
    spans = _spans(panels, rooms)
    lefts, rights, across = _widen(lefts, rights, spans, width - GAP * (len(panels) - 1))
    filled = [_filled(ax, across, up) for ax in panels]
    for i, w in enumerate(filled):
        lefts[i] = max(lefts[i], (spans[i][0] - w) / 2)
        rights[i] = max(rights[i], (spans[i][1] - w) / 2)
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
    return [up, *filled]


def _spans(panels: list[Axes], rooms: list[Room]) -> list[tuple[float, float]]:
    """How long the words are that are centred on each frame, for its left and its right margin.

    The only legend below frames of one height may lie under the panels beside it.
    """
    last = len(panels) - 1
    is_free = sum(room.legend > 0 for room in rooms) == 1 and len(set(map(_shape, panels))) == 1
    return [
        (
            max(room.across, room.legend if i == 0 or not is_free else 0.0),
            max(room.across, room.legend if i == last or not is_free else 0.0),
        )
        for i, room in enumerate(rooms)
    ]


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
        for i, (before, after) in enumerate(spans):
            befores[i] = max(befores[i], (before - size) / 2)
            afters[i] = max(afters[i], (after - size) / 2)
    return befores, afters, max((total - sum(befores) - sum(afters)) / n, SMALLEST * total / n)


def _shape(ax: Axes) -> float:
    """Height by width of a frame of equal aspect; 0 if it may have any."""
    if ax.get_aspect() == "auto" or ax.get_adjustable() != "box":
        return 0.0
    return round(float(ax.get_aspect()) * ax.get_data_ratio(), 9)


def _filled(ax: Axes, width: float, height: float) -> float:
    """The width that the frame of a panel fills: less than there is, if its aspect is equal."""
    return min(width, height / _shape(ax)) if _shape(ax) else width


def _place_bars(ax: Axes, scale: np.ndarray) -> None:
    """Put colour bars at the right of their panel, as high as its frame."""
    ax.apply_aspect()
    x0, y0, width, height = ax.get_position().bounds * scale
    x = x0 + width + BAR_GAP
    for bar in bars_of(ax):
        bar.set_aspect("auto")
        bar.set_position(tuple(np.array([x, y0, BAR, height]) / scale))
        x += width_of_bar(bar, renderer_of(ax.figure))
