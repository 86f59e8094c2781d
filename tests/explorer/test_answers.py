"""Answers to what a browser asks: each run computed once, and no more of them kept than there is
room for."""

import json

import numpy as np
import pytest

from gmm_helpers import course_original, e_step, fit
from gmm_helpers.explorer import answers as module
from gmm_helpers.explorer.answers import (
    OWN_START,
    Answers,
    Configuration,
)
from gmm_helpers.explorer.data import OWN_POINTS
from gmm_helpers.explorer.endings import Ending

RING = Configuration("ring", 2, 0, "k-means++")


def test_what_a_run_does_not_depend_on_is_left_out_of_its_configuration():
    sent = {"data": "ring", "own_start": [1.0], "own_points": [[0, 1]], "unknown": 3}
    assert Configuration.of(sent) == Configuration("ring")
    sent |= {"data": OWN_POINTS, "start": OWN_START}
    found = Configuration.of(sent)
    assert (found.own_start, found.own_points) == ((1.0,), ((0, 1),))
    assert hash(found) == hash(Configuration.of(json.loads(json.dumps(sent))))


def test_the_original_starts_where_the_original_did_and_other_seeds_elsewhere():
    course = course_original()
    asked = Answers()
    np.testing.assert_array_equal(asked.start(Configuration()).means, course.start.means)
    for other in (Configuration(seed=1), Configuration(start="k-means++")):
        assert not np.array_equal(asked.start(other).means, course.start.means)
    assert asked.start(Configuration(n_components=2)).n_components == 2


def test_a_finished_run_is_that_of_fit_and_is_kept():
    asked = Answers()
    run = asked.run(RING)
    trace = fit(asked.data(RING).X, asked.start(RING))
    assert run.ended is Ending.CONVERGED
    np.testing.assert_array_equal(run.negative_log_likelihood, trace.negative_log_likelihood)
    assert asked.run(RING) is run
    assert asked.piece(RING) is run


def test_the_oldest_runs_are_forgotten_first(monkeypatch):
    monkeypatch.setattr(module, "MAX_KEPT", 2)
    asked = Answers(max_iter=1)
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

    asked = Answers(e_step=interrupted, max_iter=4)
    with pytest.raises(KeyboardInterrupt):
        asked.run(RING)
    assert len(asked.run(RING).params) == 5


def test_a_row_compares_seeds_and_nothing_else():
    asked = Answers(max_iter=3)
    assert asked.row(RING) == {}
    for seed in (3, 1):
        asked.run(RING._replace(seed=seed))
    for other in (RING._replace(n_components=3), RING._replace(reg_covar=0.1)):
        asked.run(other)
    row = asked.row(RING)
    assert list(row) == [1, 3]
    assert json.loads(json.dumps(row)) == {str(seed): verdict for seed, verdict in row.items()}
    assert {verdict[0] for verdict in row.values()} <= {"good", "poor", "unfinished"}


def test_a_number_that_is_none_is_null_in_json():
    points, narrow = ((0.0,), (1e149,)), (1.0, 0.0, 1e-20)
    configuration = Configuration(OWN_POINTS, 1, 0, OWN_START, 1e-6, narrow, points)
    asked = Answers(max_iter=2)
    assert asked.run(configuration).ended is Ending.FAILED
    ((status, nll, *_),) = asked.row(configuration).values()
    assert (status, nll) == ("failed", None)
