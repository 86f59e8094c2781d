"""What a browser gets, and how much of it a notebook keeps."""

import json

import numpy as np
import pytest
from support.explorer import unpacked

from gmm_helpers import course_original, random_points_start
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.answers import Answers, Configuration
from gmm_helpers.explorer.data import shown_array
from gmm_helpers.explorer.packing import (
    MAX_BYTES,
    data_words,
    packed_run,
    packed_to_keep,
    run_arrays,
    run_words,
)
from gmm_helpers.explorer.runs import run_em
from gmm_helpers.explorer.table import params_table

RING = Configuration("ring", 2, 0, "k-means++")


def test_words_about_a_run_are_plain_json():
    asked = Answers()
    run, shown = asked.run(RING), asked.data(RING)
    words = run_words(run, shown.X, RING.reg_covar)
    assert json.loads(json.dumps(words)) == words | {"rises": []}
    assert (words["ended"], words["message"], words["flaw"]) == ("converged", "", "")
    assert set(run_arrays(run)) == {"params", "nll"}
    np.testing.assert_array_equal(run_arrays(run)["params"], params_table(run.params))


def test_words_about_data_count_the_components_they_came_from():
    assert data_words(Answers().data(Configuration()))["truth"] == 3
    assert data_words(shown_array(np.zeros((3, 2))))["truth"] == 0


def test_an_ordinary_run_is_kept_whole():
    shown, start = shown_array(course_original().X), course_original().start
    *_, run = run_em(shown.X, start, 1e-6)
    assert packed_to_keep(run, {"config": {}}, shown, 1e-6) == packed_run(
        run, {"config": {}}, shown, 1e-6
    )


def test_of_many_samples_every_nth_is_kept_and_the_browser_is_told():
    X = np.random.default_rng(0).normal(size=(50_000, 5))
    shown = shown_array(X)
    *_, run = run_em(X, random_points_start(X, 3, 0), 1e-6, max_iter=4)
    block = packed_to_keep(run, {}, shown, 1e-6)
    assert len(block) < MAX_BYTES
    words, arrays = unpacked(block)
    every = round(len(X) / len(arrays["X"]))
    np.testing.assert_array_equal(arrays["X"], X[::every])
    assert words["data"]["n_samples"] == len(X)
    assert f"{len(arrays['X']):,} of the 50,000 samples" in words["data"]["note"]
    np.testing.assert_array_equal(arrays["nll"], run.negative_log_likelihood)


def drawn_anew(X, weights, means, covariances):
    return np.random.default_rng().dirichlet(np.ones(len(weights)), len(X))


def test_of_a_run_that_is_too_long_the_beginning_is_kept():
    X = np.random.default_rng(0).normal(size=(3000, 2))
    *_, run = run_em(X, random_points_start(X, 8, 0), 1e-6, e_step=drawn_anew, max_iter=30)
    block = packed_to_keep(run, {}, shown_array(X), 1e-6)
    assert MAX_BYTES / 2 < len(block) < MAX_BYTES * 1.02
    words, arrays = unpacked(block)
    kept = len(arrays["params"])
    assert 1 < kept < len(run.params)
    np.testing.assert_array_equal(arrays["params"], params_table(run.params[:kept]))
    assert words["run"]["ended"] == "running"  # a browser asks for the rest
    assert words["run"]["last"] == 2 * kept - 2
    # Each half-step has its responsibilities.
    assert set(range(kept - 1)) <= set(words["run"]["own"])


@pytest.mark.parametrize("seed", range(3))
def test_what_is_chosen_is_kept_once_its_run_is_finished(conversation, seed):
    explorer = conversation.explorer
    conversation.ask(n_components=4, seed=seed)
    words, _ = unpacked(explorer._first)
    assert words["config"]["n_components"] == 3  # it was asked for, and not chosen
    explorer.n_components, explorer.seed = 4, seed
    words, arrays = unpacked(explorer._first)
    assert (words["config"]["n_components"], words["config"]["seed"]) == (4, seed)
    assert words["run"]["n_components"] == 4
    assert arrays["X"].shape == (600, 2)


def test_a_notebook_keeps_less_than_a_megabyte_and_a_half_of_an_explorer():
    rng = np.random.default_rng(0)
    for X in (course_original().X, rng.normal(size=(50_000, 10)), rng.normal(size=(50_000, 2))):
        explorer = EMExplorer(X, n_components=3, max_iter=5)
        state = explorer.get_state()
        size = sum(
            len(value) * 4 / 3 if isinstance(value, bytes) else len(json.dumps(value))
            for value in (state.pop("_first"), *map(str, state.values()))
        )
        assert size < 1_500_000
