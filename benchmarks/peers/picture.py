"""The picture of both tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np

__all__ = ["draw"]

# What is shown, with one marker each; loops of our own are in the table only.
MARKERS = {"scikit-learn": "s", "oneDAL": "D", "Armadillo": "^", "C++ limit": "|"}


def draw(path: Path, ratios: dict[tuple, dict[str, float]], rows: list) -> None:
    """Save both tables as a picture: times relative to ours, and time against N."""
    from matplotlib.figure import Figure

    from gmm_helpers.drawing.palette import COLORS, GREY

    figure = Figure(figsize=(11, 4.4), layout="constrained")
    left, right = figure.subplots(1, 2)
    sizes = list(dict.fromkeys(key[:3] for key in ratios))
    left.axvline(1, color=COLORS[0], lw=2, label="gmm_helpers.fit")
    for i, (program, marker) in enumerate(MARKERS.items(), 1):
        shown = [(n, ratios[(*size, 1)].get(program)) for n, size in enumerate(sizes)]
        shown = [(n, value) for n, value in shown if value]
        if shown:
            places, values = zip(*shown, strict=True)
            color = "black" if program == "C++ limit" else COLORS[i]
            left.plot(values, places, marker, color=color, ms=10, mew=2, label=program)
    left.set_yticks(range(len(sizes)), [f"{n:,}, {d}, {k}" for n, d, k in sizes])
    left.invert_yaxis()
    left.set(xscale="log", xlabel="time, relative to ours (one thread)", ylabel="N, D, K")
    left.grid(axis="y", color=GREY, alpha=0.3)
    left.legend(fontsize="small")
    n_samples, fused, peer = (np.array(values) for values in zip(*rows, strict=True))
    right.loglog(n_samples, fused, "o-", color=COLORS[0], label="gmm_helpers.fit")
    right.loglog(n_samples, peer, "s--", color=COLORS[1], label="scikit-learn")
    right.loglog(n_samples, fused[-1] * n_samples / n_samples[-1], ":", color=GREY, label="linear")
    right.set(xlabel="samples, N (D = 2, K = 8)", ylabel="milliseconds per iteration")
    right.legend()
    figure.savefig(path, dpi=110, metadata={"Software": None})
