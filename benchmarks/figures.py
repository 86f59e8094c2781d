"""How long a figure takes, against the layout and the palette of before, in the same run.

    python benchmarks/figures.py [--rounds 9]

Each figure is made, drawn, and written as PNG for the notebook, in both ways by turns. The table
has medians of processor time, which other work on the machine hardly changes.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from gmm_helpers import STARTS, course_original, fit
from gmm_helpers.drawing import (
    figures,
    frame,
    legend_below,
    new_figure,
    plot_data,
    plot_ellipses,
    plot_nll,
    plot_responsibilities,
)
from gmm_helpers.explorer import EMExplorer, strip

DATA = course_original()
RUN = fit(DATA.X, STARTS["identity"](DATA.X, 3, 0))


def main(arguments=None) -> int:
    """Print a table of times and sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args(arguments)
    print(f"{'figure':<22}{'before':>9}{'now':>9}{'ratio':>8}{'size':>8}   (ms of CPU, kB)")
    for name, draw in FIGURES.items():
        before, now = [], []
        for _ in range(options.rounds):
            before.append(_measured(lambda draw=draw: _former_png(draw())))
            now.append(_measured(lambda draw=draw: figures.encode_png(draw())))
        _print_row(name, np.array(before), np.array(now))
    before, now = [], []
    for _ in range(options.rounds):
        before.append(_measured(_former_strip))
        now.append(_measured(_strip))
    _print_row("the explorer, shown", np.array(before), np.array(now))
    return 0


def _measured(make: Callable[[], bytes]) -> tuple[float, float]:
    start = time.process_time()
    png = make()
    return 1e3 * (time.process_time() - start), len(png) / 1e3


def _print_row(name: str, before: np.ndarray, now: np.ndarray) -> None:
    (old, old_size), (new, size) = np.median(before, axis=0), np.median(now, axis=0)
    ratio = np.median(now[:, 0] / before[:, 0])
    print(f"{name:<22}{old:>9.1f}{new:>9.1f}{ratio:>8.2f}{size / old_size:>8.2f}")


def _former_png(fig: Figure) -> bytes:
    """As figures were drawn and stored once: all colours, then 256 of them."""
    fig.set_layout_engine("compressed")
    fig.canvas.draw()
    pixels = Image.fromarray(np.asarray(fig.canvas.buffer_rgba())).convert("RGB")
    first = io.BytesIO()
    pixels.save(first, format="PNG", compress_level=1)
    pixels = Image.open(first).convert("RGB")
    reduced = pixels.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    stored = io.BytesIO()
    reduced.save(stored, format="PNG", optimize=True)
    return stored.getvalue()


def _strip() -> bytes:
    return EMExplorer()._picture().png


def _former_strip() -> bytes:
    picture, dpi = strip.Picture, strip.CSS_DPI
    drawn = []
    strip.Picture, strip.CSS_DPI = lambda fig, alt: drawn.append(_former_png(fig)), figures.DPI
    try:
        EMExplorer()._picture()
    finally:
        strip.Picture, strip.CSS_DPI = picture, dpi
    return drawn[0]


def _one_panel() -> Figure:
    fig, ax = new_figure(height=4.2)
    plot_ellipses(plot_data(frame(ax, DATA.X), DATA.X, DATA.labels), RUN.params[-1])
    legend_below(ax)
    return fig


def _two_panels() -> Figure:
    fig, (left, right) = new_figure(2, height=4.0)
    plot_responsibilities(frame(left, DATA.X), DATA.X, RUN.responsibilities(20))
    legend_below(plot_ellipses(left, RUN.params[20]))
    plot_nll(right, RUN.negative_log_likelihood, marked=[20])
    return fig


def _three_panels() -> Figure:
    fig, panels = new_figure(3, height=3.1)
    for ax, i in zip(panels, (0, 20, RUN.n_iter), strict=True):
        plot_responsibilities(frame(ax, DATA.X), DATA.X, RUN.responsibilities(i))
        plot_ellipses(ax, RUN.params[i]).set_title(f"iteration {i}")
    return fig


def _curve() -> Figure:
    fig, ax = new_figure(height=3.2)
    plot_nll(ax, RUN.negative_log_likelihood, marked=[1, 20])
    return fig


FIGURES = {
    "one panel": _one_panel,
    "two panels": _two_panels,
    "three panels": _three_panels,
    "a curve": _curve,
}

if __name__ == "__main__":
    raise SystemExit(main())
