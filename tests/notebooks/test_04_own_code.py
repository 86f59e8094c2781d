"""One's own functions in chapter 4: where they are pasted, and what the slider says of them."""

import ast
from functools import cache

import nbformat
import numpy as np
import pytest
from support.notebook_tools import NOTEBOOKS, cells_of

import gmm_helpers as gmm
from gmm_helpers import drawing

DATA = gmm.course_original()


def solved(stem, *names):
    """The solutions of exercises, as a student who solved them would copy them."""
    notebook = nbformat.read(NOTEBOOKS / "solutions" / f"{stem}.ipynb", 4)
    cells = {cell.id: cell.source for cell in notebook.cells}
    return "\n".join(cells[name] for name in names)


def test_ones_own_steps_run_where_the_notebook_says_to_paste_them():
    (cell,) = (c.source for c in cells_of("04_convergence") if "own_m_step = gmm" in c.source)
    helpers, place, lines = cell.partition("# Paste ")
    assert place
    uncommented = [line.removeprefix("# ") for line in lines.splitlines()[1:]]
    pasted = [
        helpers,
        solved("02_e_step", "e_step"),
        solved("03_m_step", "update_weights", "update_means", "update_covariances"),
        *uncommented,
    ]
    names = {"np": np, "gmm": gmm}
    exec("\n".join(pasted), names)
    own = {"e_step": names["own_e_step"], "m_step": names["own_m_step"]}
    assert own["m_step"] is not gmm.m_step
    trace = gmm.fit(DATA.X, DATA.start, **own)
    assert trace.n_iter == 89


def test_no_cell_reads_a_function_of_another_chapter():
    """Opened alone, the notebook does not have it: a NameError."""
    written = {"e_step", "m_step", "update_weights", "update_means", "update_covariances"}
    for cell in cells_of("04_convergence"):
        names = {n.id for n in ast.walk(ast.parse(cell.source)) if isinstance(n, ast.Name)}
        assert not names & written


def test_changed_steps_are_under_the_slider_at_its_next_move():
    """Runs are kept, but not those of the code of before."""
    (cell,) = (c.source for c in cells_of("04_convergence") if "def draw_run" in c.source)
    names = {name: getattr(drawing, name) for name in drawing.__all__}
    names |= {"np": np, "gmm": gmm, "X": DATA.X, "start": DATA.start, "cache": cache}
    names |= {"own_e_step": lambda X, *_: np.full((len(X), 3), 1 / 3), "own_m_step": gmm.m_step}
    exec(cell.replace("SliderFigure(", "figure = SliderFigure("), names)
    figure = names["figure"]
    wrong = figure.status
    figure.controls["percent"].value = 0
    names["own_e_step"] = gmm.e_step
    figure.controls["percent"].value = 100
    right = gmm.fit(DATA.X, gmm.random_points_start(DATA.X, 3, 0)).negative_log_likelihood[-1]
    assert f"final NLL {right:.2f}" in figure.status
    assert f"final NLL {right:.2f}" not in wrong


def said_under_the_slider(fit_em):
    """Run the slider's own function in the notebook's names, with this fit_em."""
    (cell,) = (c.source for c in cells_of("04_convergence") if "def watch_fit_em" in c.source)
    trace = gmm.fit(DATA.X, DATA.start, reg_covar=0)
    names = {name: getattr(drawing, name) for name in drawing.__all__}
    names |= {"np": np, "gmm": gmm, "X": DATA.X, "start": DATA.start, "fit_em": fit_em}
    names |= {"nll": trace.negative_log_likelihood, "SliderFigure": lambda *a, **k: None}
    exec(cell, names)
    _, panels = drawing.new_figure(2)
    return names["watch_fit_em"](panels, 3)


def test_the_slider_says_so_of_an_empty_history():
    with pytest.raises(ValueError, match="history must be a list that begins with the NLL"):
        said_under_the_slider(lambda X, *start: (*start[:3], []))


@pytest.mark.parametrize("returned", [None, 3.0, (1, 2, 3), np.zeros(4)])
def test_the_slider_says_so_of_anything_but_four_results(returned):
    with pytest.raises(ValueError, match="fit_em must return weights, means, covariances, nll"):
        said_under_the_slider(lambda *arguments: returned)


def test_the_slider_compares_a_right_function_with_the_helper():
    def fit_em(X, weights, means, covariances, tol, max_iter):
        trace = gmm.fit(X, (weights, means, covariances), tol=tol, max_iter=max_iter, reg_covar=0)
        return (*trace.params[-1], list(trace.negative_log_likelihood))

    said = said_under_the_slider(fit_em)
    assert "Entries in your history: 4, expected 4." in said
    own, helper = said.split("Its last entry: ")[1].rstrip(".").split(", the helper's: ")
    assert own == helper
