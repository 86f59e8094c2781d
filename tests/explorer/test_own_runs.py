"""Runs in Python: each computed once, and no more of them kept than there is room for."""

import numpy as np
import pytest

from gmm_helpers import course_original, e_step, fit
from gmm_helpers.explorer import own_runs as module
from gmm_helpers.explorer.configuration import Configuration
from gmm_helpers.explorer.endings import Ending
from gmm_helpers.explorer.own_runs import OwnRuns

RING = Configuration("ring", 2, 0, "k-means++")


def test_the_original_starts_where_the_original_did_and_other_seeds_elsewhere():
    course = course_original()
    asked = OwnRuns()
    np.testing.assert_array_equal(asked.start(Configuration()).means, course.start.means)
    for other in (Configuration(seed=1), Configuration(start="k-means++")):
        assert not np.array_equal(asked.start(other).means, course.start.means)
    assert asked.start(Configuration(n_components=2)).n_components == 2


def test_a_finished_run_is_that_of_fit_and_is_kept():
    asked = OwnRuns()
    run = asked.run(RING)
    trace = fit(asked.data(RING).X, asked.start(RING))
    assert run.ended is Ending.CONVERGED
    expected = trace.negative_log_likelihood
    np.testing.assert_allclose(run.negative_log_likelihood, expected, rtol=1e-13)
    assert asked.run(RING) is run
    assert asked.piece(RING) is run


def test_the_oldest_runs_are_forgotten_first(monkeypatch):
    monkeypatch.setattr(module, "MAX_KEPT", 2)
    asked = OwnRuns(max_iter=1)
    first, second, third = (asked.run(RING._replace(seed=seed)) for seed in range(3))
    assert asked.run(RING._replace(seed=2)) is third
    assert asked.run(RING._replace(seed=1)) is second
    assert asked.run(RING._replace(seed=0)) is not first


def test_a_run_that_was_interrupted_begins_again():
    calls = []

    def interrupted(*arguments):
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return e_step(*arguments)

    asked = OwnRuns(e_step=interrupted, max_iter=4)
    with pytest.raises(KeyboardInterrupt):
        asked.run(RING)
    assert len(asked.run(RING).params) == 5


def test_only_runs_of_own_functions_are_kept_with_the_notebook():
    ours, own = OwnRuns(max_iter=1), OwnRuns(e_step=e_step, max_iter=1)
    for asked in (ours, own):
        assert not asked.is_finished(RING)
        asked.run(RING)
    assert (ours.is_finished(RING), own.is_finished(RING)) == (False, True)
