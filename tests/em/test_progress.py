"""The progress bar: what it shows, and that it shows nothing unless asked."""

import pytest

from gmm_helpers import fit
from gmm_helpers.em.progress import progress_bar


def test_the_bar_shows_iterations_and_the_negative_log_likelihood(course, capsys):
    trace = fit(course.X, course.start, reg_covar=0, progress=True)
    shown = capsys.readouterr().err
    assert "EM: 100%" in shown
    assert "89/89" in shown
    assert "NLL 2295.07" in shown
    assert trace.n_iter == 89


def test_without_a_wish_for_it_nothing_is_shown(course, capsys):
    fit(course.X, course.start)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("n_done", [1, 7, 20])
def test_a_bar_is_full_when_the_run_has_ended_whenever_that_is(n_done, capsys):
    with progress_bar(True, max_iter=20) as bar:
        for i in range(n_done):
            bar.show(1000.0 - i)
        bar.finish()
    shown = capsys.readouterr().err
    assert f"{n_done}/{n_done}" in shown
    assert f"NLL {1001 - n_done:.6g}" in shown


def test_a_bar_of_a_run_that_was_interrupted_stays_where_it_was(capsys):
    with progress_bar(True, max_iter=20) as bar:
        bar.show(5.0)
    assert "1/20" in capsys.readouterr().err


def test_a_bar_that_is_not_shown_takes_the_same_calls(capsys):
    with progress_bar(False, max_iter=3) as bar:
        bar.show(1.0)
        bar.finish()
    assert capsys.readouterr() == ("", "")
