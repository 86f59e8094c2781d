"""Where the words of a drawn figure stand: inside it, and not over each other."""

from itertools import combinations

from matplotlib.transforms import Bbox

TOLERANCE = 0.5  # pixels


def words_of(fig):
    """Every text that is seen in a figure that was drawn, with its box in pixels."""
    texts = [*fig.texts, *(text for legend in fig.legends for text in legend.get_texts())]
    for ax in fig.axes:
        texts += _words_of_axes(ax)
    renderer = fig.canvas.get_renderer()
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
    return [(text, box) for text, box in boxes if text.strip() and box.width > 0]


def _words_of_axes(ax):
    texts = [ax.title, *ax.texts]
    for child in ax.child_axes:
        texts += _words_of_axes(child)
    if ax.get_legend():
        texts += ax.get_legend().get_texts()
    for axis in (ax.xaxis, ax.yaxis) if ax.axison else ():
        low, high = sorted(axis.get_view_interval())
        shown = [tick for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
        texts += [axis.label, axis.get_offset_text(), *(tick.label1 for tick in shown)]
    return [text for text in texts if text.get_visible()]


def cut_off(fig):
    """Texts that leave the figure."""
    whole = fig.bbox.padded(TOLERANCE)
    return [
        text
        for text, box in words_of(fig)
        if min(box.x0, box.y0) < whole.x0 or box.x1 > whole.x1 or box.y1 > whole.y1
    ]


def overlapping(fig):
    """Pairs of texts that stand over each other."""
    boxes = [(text, box.padded(-TOLERANCE)) for text, box in words_of(fig)]
    pairs = combinations(boxes, 2)
    return [(a, b) for (a, one), (b, other) in pairs if Bbox.intersection(one, other) is not None]
