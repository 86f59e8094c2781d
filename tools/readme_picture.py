"""Draw the README's picture from the project's own run: docs/em.png.

python tools/readme_picture.py
"""

from __future__ import annotations

from pathlib import Path

import gmm_helpers as gmm
from gmm_helpers.drawing import (
    encode_png,
    frame,
    new_figure,
    plot_ellipses,
    plot_mean_paths,
    plot_nll,
    plot_responsibilities,
)

TARGET = Path(__file__).resolve().parent.parent / "docs" / "em.png"
ITERATIONS = (0, 9, 40)


def main() -> None:
    """Draw all panels side by side."""
    fig, panels = new_figure(len(ITERATIONS) + 2, width=15, height=2.9)
    draw(panels)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(encode_png(fig))


def single_panels() -> list[tuple[bytes, str]]:
    """Every panel as a picture of its own, with its alt text."""
    figures, panels = zip(
        *(new_figure(width=4, height=3.4) for _ in range(len(ITERATIONS) + 2)), strict=True
    )
    draw(panels)
    alts = [f"600 samples with three ellipses at {ax.get_title()}." for ax in panels[:-1]]
    alts.append(
        "The negative log-likelihood falls, with a plateau, until EM has separated the groups."
    )
    return [(encode_png(fig), alt) for fig, alt in zip(figures, alts, strict=True)]


def draw(panels) -> None:
    """Draw the original run at three iterations and at its end, and its NLL."""
    data = gmm.course_original()
    trace = gmm.fit(data.X, data.start, reg_covar=0)
    shown = (*ITERATIONS, trace.n_iter)
    for ax, iteration in zip(panels, shown, strict=False):
        frame(ax, data.X)
        plot_responsibilities(ax, data.X, trace.responsibilities(iteration), size=7)
        plot_mean_paths(ax, trace, iteration)
        plot_ellipses(ax, trace.params[iteration])
        ax.set_title(f"iteration {iteration}")
    plot_nll(panels[-1], trace.negative_log_likelihood, marked=shown)
    panels[-1].set(ylabel="", title="negative log-likelihood")


if __name__ == "__main__":
    main()
