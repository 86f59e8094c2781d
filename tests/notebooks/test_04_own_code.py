"""One's own functions in chapter 4: found in saved notebooks, and what the slider says of them."""

import ast
import shutil

import numpy as np
import pytest
from support.notebook_tools import NOTEBOOKS, cells_of

import gmm_helpers as gmm
from gmm_helpers import checks, drawing

DATA = gmm.course_original()


def the_cell(part):
    (cell,) = (c.source for c in cells_of("04_convergence") if part in c.source)
    return cell


def own_steps():
    """Run the cell that puts one's own functions together, in the folder one is in."""
    names = {"np": np, "gmm": gmm, "X": DATA.X, "start": DATA.start, "yours": checks.yours}
    exec(the_cell("def own_m_step"), names)
    return names


@pytest.mark.slow
def test_solutions_of_chapters_2_and_3_run_without_being_copied(tmp_path, monkeypatch, capsys):
    for stem in ("02_e_step", "03_m_step"):
        shutil.copy(NOTEBOOKS / "solutions" / f"{stem}.ipynb", tmp_path)
    monkeypatch.chdir(tmp_path)
    names = own_steps()
    said = capsys.readouterr().out
    for name in ("e_step", "update_weights", "update_means", "update_covariances"):
        assert f"Your own {name}, as saved in 0" in said
    assert names["own_e_step"] is not gmm.e_step
    assert names["own_means"] is not gmm.update_means
    assert "Your steps: 89 iterations, to 2295.071668" in said
    steps = {"e_step": names["own_e_step"], "m_step": names["own_m_step"]}
    assert gmm.first_difference(DATA.X, DATA.start, **steps) is None
    faithful = gmm.load_old_faithful()
    two = gmm.fit(faithful, gmm.random_points_start(faithful, 2, 0), **steps)
    assert two.negative_log_likelihood[-1] == pytest.approx(1034.0, abs=0.01)


def test_without_saved_notebooks_ours_step_in(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names = own_steps()
    said = capsys.readouterr().out
    assert said.count("is at work here: there is none of yours yet.") == 5
    assert names["own_e_step"] is gmm.e_step
    assert "Your loop:  89 iterations, to 2295.071668" in said


def test_no_cell_reads_a_function_of_another_chapter():
    """Opened alone, the notebook does not have it: a NameError."""
    written = {"e_step", "m_step", "update_weights", "update_means", "update_covariances"}
    for cell in cells_of("04_convergence"):
        names = {n.id for n in ast.walk(ast.parse(cell.source)) if isinstance(n, ast.Name)}
        assert not names & written


def said_under_the_slider(fit_em, panels=None):
    """Run the slider's own function in the notebook's names, with this fit_em."""
    trace = gmm.fit(DATA.X, DATA.start, reg_covar=0)
    names = {name: getattr(drawing, name) for name in drawing.__all__}
    names |= {"np": np, "gmm": gmm, "X": DATA.X, "start": DATA.start, "fit_em": fit_em}
    names |= {"nll": trace.negative_log_likelihood, "SliderFigure": lambda *a, **k: None}
    names |= {"draw_mixture": lambda ax, X, params, title: gmm.e_step(X, *params)}
    exec(the_cell("def watch_fit_em"), names)
    return names["watch_fit_em"](drawing.new_figure(2)[1] if panels is None else panels, 3)


def test_the_slider_shows_a_history_that_never_falls():
    """As of a loop that appends the NLL before the update, and stops at once."""
    _, panels = drawing.new_figure(2)
    start_nll = gmm.negative_log_likelihood(DATA.X, *DATA.start)
    said_under_the_slider(lambda X, *start: (*start[:3], [start_nll, start_nll]), panels)
    low, high = panels[1].get_ylim()
    assert low < start_nll < high


def test_the_slider_says_so_of_an_empty_history():
    with pytest.raises(ValueError, match="history must be a list that begins with the NLL"):
        said_under_the_slider(lambda X, *start: (*start[:3], []))


@pytest.mark.parametrize("returned", [None, 3.0, (1, 2, 3), np.zeros(4)])
def test_the_slider_says_so_of_anything_but_four_results(returned):
    with pytest.raises(ValueError, match="fit_em must return weights, means, covariances, nll"):
        said_under_the_slider(lambda *arguments: returned)


@pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
def test_the_slider_compares_a_right_function_with_the_helper():
    def fit_em(X, weights, means, covariances, tol, max_iter):
        trace = gmm.fit(X, (weights, means, covariances), tol=tol, max_iter=max_iter, reg_covar=0)
        return (*trace.params[-1], list(trace.negative_log_likelihood))

    said = said_under_the_slider(fit_em)
    assert "Entries in your history: 4, expected 4." in said
    own, helper = said.split("Its last entry: ")[1].rstrip(".").split(", the helper's: ")
    assert own == helper


@pytest.mark.parametrize(
    ("history", "said"),
    [([10, 9.8], [1, 1, 1]), ([10, 8, 7.6], [1, None, 2]), ([10, 10.6, 10.7], [2, None, 2])],
)
def test_the_bugs_to_hunt_answer_as_their_reasons_say(history, said):
    names = {}
    exec(the_cell("def stop_a"), names)
    assert [names[f"stop_{letter}"](history, 0.5) for letter in "abc"] == said
