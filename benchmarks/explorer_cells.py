"""What the explorer's benchmark shows: cells of notebooks, and pages on disk."""

from __future__ import annotations

from pathlib import Path

import nbformat

from gmm_helpers import load_dataset
from gmm_helpers.explorer import EMExplorer

__all__ = ["EXPLORERS", "PEERS", "write_notebook", "write_pages"]

LARGE = {"name": "overlapping", "n_samples": 10_000}
IMPORTS = """\
import gmm_helpers as gmm
from gmm_helpers.explorer import EMExplorer

X = gmm.course_original().X"""
# One explorer for each measurement, so that none has runs computed for another.
EXPLORERS = {
    "half-step": "EMExplorer()",
    "K": "EMExplorer(n_components=2, half_step=11)",
    "seed": "EMExplorer(half_step=11)",
    "choices": "EMExplorer(start='random points', half_step=11)",
    "large": f"EMExplorer(gmm.load_dataset(**{LARGE}).X, start='random points')",
}
# The peers draw with the same function: in an `interact` cell, and into one kept figure.
DRAW = """\
import ipywidgets
import matplotlib.pyplot as plt
from gmm_helpers import plots, sliders

%matplotlib inline
run = gmm.fit(X, gmm.STARTS["identity"](X, 3, 0))

def draw(panels, iteration=5, trace=run):
    left, right = panels
    nll = trace.negative_log_likelihood
    iteration = min(iteration, trace.n_iter)
    plots.plot_responsibilities(plots.frame(left, X), X, trace.responsibilities(iteration))
    plots.plot_mean_paths(left, trace, iteration)
    plots.plot_ellipses(left, trace.params[iteration])
    right.set_ylim(nll[-1] - 20, nll[1] + 20)
    plots.plot_nll(right, nll, marked=[iteration])

def draw_run(panels, n_components=3, seed=0):
    draw(panels, trace=gmm.fit(X, gmm.STARTS["identity"](X, n_components, seed)))

def interact(function, **control):
    def picture(**value):
        figure, panels = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
        function(panels, **value)
        plt.show()

    ipywidgets.interact(picture, **control)

def kept(function, **control):
    return sliders.SliderFigure(function, n_panels=2, height=4.0, **control)"""
CONTROLS = {  # function, argument, value, both ends
    "half-step": ("draw", "iteration", 0, 0, 40),
    "K": ("draw_run", "n_components", 3, 1, 8),
    "seed": ("draw_run", "seed", 0, 0, 19),
}
HOWS = {
    "interact": "interact({0}, {1}=ipywidgets.IntSlider({2}, {3}, {4}))",
    "kept": "kept({0}, {1}=sliders.integer_slider('{1}', {3}, {4}, {2}))",
}
PEERS = {
    f"{name}, {how}": code.format(*control)
    for how, code in HOWS.items()
    for name, control in CONTROLS.items()
}


def write_notebook(path: Path, *, peers: bool) -> Path:
    """Write a notebook with the explorers, and with what they are compared with."""
    cells = [IMPORTS, *EXPLORERS.values()] + ([DRAW, *PEERS.values()] if peers else [])
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, cells)))
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, path)
    return path


def write_pages(folder: Path) -> tuple[Path, Path]:
    """Save the explorer as a page, and one with many samples."""
    page = EMExplorer(half_step=11, start="random points").save_html(folder / "page.html")
    many = EMExplorer(load_dataset(**LARGE).X, start="random points")
    return page, many.save_html(folder / "many.html")
