"""EMExplorer: what it takes, and what it sends when a browser asks."""

import re
import threading
import time
from functools import partial
from importlib.resources import files

import numpy as np
import pytest
from support.explorer import Conversation, unpacked

from gmm_helpers import GMMParams, course_original, e_step, fit, identity_start
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.data import NAMES
from gmm_helpers.explorer.runs import run_em
from gmm_helpers.explorer.widget import SHARED


def test_the_browser_gets_all_it_needs_to_run_em_itself():
    explorer = EMExplorer()
    words, arrays = unpacked(explorer._datasets)
    assert [about["name"] for about in words["data"]] == list(NAMES)
    np.testing.assert_array_equal(arrays["original"], course_original().X)
    assert (explorer._own_run, unpacked(explorer._own_data)[1]) == (b"", {})
    assert explorer.options["max_iter"] == 500
    assert explorer.options["has_own_steps"] is False


def test_data_are_sent_when_asked_for(conversation):
    X = np.random.default_rng(0).normal(size=(50_000, 3))
    explorer = EMExplorer(X)
    words, arrays = unpacked(explorer._own_data)
    assert len(arrays["your data"]) < len(X) == words["data"][0]["n_samples"]
    words, arrays = Conversation(explorer, conversation.monkeypatch).ask("data")
    np.testing.assert_array_equal(arrays["your data"], X)
    assert not words["data"][0]["n_samples"]


def test_a_long_run_comes_in_pieces_that_grow(conversation, monkeypatch):
    monkeypatch.setattr("gmm_helpers.explorer.own_runs.run_em", partial(run_em, piece=0))
    lengths, ends = [], []
    while "running" in ends or not ends:
        words, arrays = conversation.ask(seed=7)
        lengths.append(len(arrays["nll"]))
        ends = [words["run"]["ended"]]
    assert lengths == sorted(set(lengths))
    assert len(lengths) > 10
    trace = fit(course_original().X, identity_start(course_original().X, 3, 7))
    np.testing.assert_allclose(arrays["nll"], trace.negative_log_likelihood, rtol=1e-12)


@pytest.fixture
def whole_runs(monkeypatch):
    """However busy the machine is: by its clock a run may come in pieces."""
    monkeypatch.setattr("gmm_helpers.explorer.own_runs.run_em", partial(run_em, piece=60))


@pytest.mark.usefixtures("whole_runs")
def test_runs_are_computed_once(conversation, monkeypatch):
    conversation.ask(seed=5)
    monkeypatch.setattr("gmm_helpers.explorer.own_runs.run_em", None)
    assert conversation.ask(seed=5)


def equal(X, weights, means, covariances):
    return np.full((len(X), len(weights)), 1 / len(weights))


def test_responsibilities_are_not_sent_unless_they_are_ones_own(conversation):
    words, arrays = conversation.ask()
    assert (words["run"]["own"], set(arrays)) == ([], {"params", "nll"})
    words, arrays = unpacked(EMExplorer(e_step=equal)._own_run)
    assert words["run"]["own"] == list(range(len(arrays["own"])))
    assert (arrays["own"] == np.float32(1 / 3)).all()


@pytest.mark.usefixtures("whole_runs")
def test_the_run_that_is_chosen_is_kept_once_it_is_finished(monkeypatch):
    explorer = EMExplorer(e_step=equal, max_iter=2)
    conversation = Conversation(explorer, monkeypatch)
    conversation.ask(n_components=2)
    assert unpacked(explorer._own_run)[0]["config"]["n_components"] == 3
    explorer.n_components = 2  # the browser tells it before or after it asks
    assert unpacked(explorer._own_run)[0]["config"]["n_components"] == 2
    explorer.n_components = 4
    assert unpacked(explorer._own_run)[0]["config"]["n_components"] == 2
    conversation.ask(n_components=4)
    words, _ = unpacked(explorer._own_run)
    assert (words["config"]["n_components"], words["run"]["n_components"]) == (4, 4)


def test_a_start_of_ones_own_goes_there_and_back(conversation):
    truth = course_original().params
    explorer = EMExplorer(start=truth)
    assert (explorer.start, explorer.n_components) == ("own start", 3)
    assert explorer.own_start[3:5] == pytest.approx([1.2, 0.4])
    words, arrays = conversation.ask(start="own start", own_start=explorer.own_start)
    assert words["run"]["n_components"] == 3
    np.testing.assert_allclose(arrays["params"][0], explorer.own_start)


@pytest.mark.usefixtures("whole_runs")
def test_points_of_ones_own_are_data(conversation):
    points = [[0.0, 1.0], [2.0, 1.5], [2.0, 4.0], [5.0, 5.0]]
    config = {"data": "own points", "own_points": points, "start": "k-means++", "n_components": 1}
    words, arrays = conversation.ask(**config)
    np.testing.assert_allclose(arrays["params"][-1][1:3], np.mean(points, axis=0))
    assert words["run"]["ended"] == "converged"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"n_components": 9}, "n_components is 9: the explorer shows at most 8."),
        ({"data": "nowhere"}, "no data set is called 'nowhere'"),
        ({"start": "nowhere"}, "no start is called 'nowhere'"),
        ({"start": "own start", "own_start": [1.0]}, "does not have 3 components of 2 features"),
        ({"data": "own points", "own_points": []}, "There are no points yet"),
        ({"data": "own points", "own_points": [[0, 0], [1, 1]]}, "more than the 2 samples"),
        ({"data": "own points", "own_points": [[0, 0], [None, 1]]}, "X"),
        ({"reg_covar": -1}, "reg_covar is -1"),
    ],
)
def test_a_request_that_makes_no_sense_is_answered_in_one_line(conversation, changes, problem):
    words, arrays = conversation.ask(**changes)
    assert problem in words["problem"]
    assert "\n" not in words["problem"]
    assert not arrays


def test_an_error_of_ones_own_function_is_part_of_the_run():
    def broken(*_):
        raise TypeError("a mistake of mine")

    words, _ = unpacked(EMExplorer(m_step=broken)._own_run)
    assert words["run"]["ended"] == "failed"
    assert words["run"]["last"] == 2
    assert "a mistake of mine" in words["run"]["message"]


def test_python_reads_and_sets_what_is_chosen():
    explorer = EMExplorer(data="ring", n_components=5, seed=2, start="k-means++", reg_covar=0.1)
    assert explorer.configuration[:5] == ("ring", 5, 2, "k-means++", 0.1)
    explorer.n_components = 4
    assert "n_components=4" in repr(explorer)


def test_the_browser_s_files_are_part_of_the_package():
    static = files("gmm_helpers.explorer") / "static"
    assert (static / "explorer.css").is_file()
    project = re.search(
        r'\[tool.hatch.build.targets.wheel\]\npackages = \["gmm_helpers"\]',
        (files("gmm_helpers") / ".." / "pyproject.toml").read_text(),
    )
    assert project, "hatchling takes every file of a package; another setting may not"


def test_a_mixture_that_collapses_at_once_is_shown_with_its_reason():
    places = np.repeat([[0.0, 0.0], [50.0, 50.0]], 4, axis=0)
    start = GMMParams(np.ones(2) / 2, places[[0, 4]], np.tile(np.eye(2), (2, 1, 1)))
    explorer = EMExplorer(places, start=start, reg_covar=0, e_step=partial(e_step))
    words, _ = unpacked(explorer._own_run)
    assert "has collapsed" in words["run"]["message"]


def test_an_interrupted_question_is_answered(monkeypatch):
    def interrupted(X, weights, means, covariances):
        if len(weights) == 2:
            raise KeyboardInterrupt
        return e_step(X, weights, means, covariances)

    words, _ = Conversation(EMExplorer(e_step=interrupted), monkeypatch).ask(n_components=2)
    assert words["problem"].startswith("Interrupted")


def test_two_answers_are_never_computed_at_once(monkeypatch):
    inside, together = threading.Lock(), []

    def alone(X, weights, means, covariances):
        if not inside.acquire(blocking=False):
            together.append(len(weights))
            return e_step(X, weights, means, covariances)
        time.sleep(0.01)
        inside.release()
        return e_step(X, weights, means, covariances)

    explorer, sent = EMExplorer("ring", e_step=alone, max_iter=3), []
    monkeypatch.setattr(type(explorer), "send", lambda _, content, buffers: sent.append(content))

    def ask(seed):
        config = {name: getattr(explorer, name) for name in SHARED} | {"seed": seed}
        explorer._handle_custom_msg(
            {"client": "c", "request": seed, "what": "run", "config": config}, []
        )

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(content["request"] for content in sent) == [1, 2, 3, 4]
    assert together == []


def test_a_page_opens_where_one_looks(tmp_path):
    explorer = EMExplorer("ring", n_components=2, max_iter=2)
    explorer.view = {"half_step": 3, "speed": 30, "slow": True}
    text = explorer.save_html(tmp_path / "a.html").read_text("utf-8")
    assert '"half_step": 3' in text
    assert '"speed": 30' in text
    assert '"slow": true' in text
