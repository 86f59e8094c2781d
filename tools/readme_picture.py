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
    """Draw the original run at three iterations and at its end, and its NLL."""
    data = gmm.course_original()
    trace = gmm.fit(data.X, data.start, reg_covar=0)
    shown = (*ITERATIONS, trace.n_iter)
    fig, panels = new_figure(len(shown) + 1, width=15, height=2.9)
    for ax, iteration in zip(panels, shown, strict=False):
        frame(ax, data.X)
        plot_responsibilities(ax, data.X, trace.responsibilities(iteration), size=7)
        plot_mean_paths(ax, trace, iteration)
        plot_ellipses(ax, trace.params[iteration])
        ax.set_title(f"iteration {iteration}")
    plot_nll(panels[-1], trace.negative_log_likelihood, marked=shown)
    panels[-1].set(ylabel="", title="negative log-likelihood")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(encode_png(fig))


if __name__ == "__main__":
    main()
