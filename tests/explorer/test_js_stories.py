"""What the stories of the explorer claim is so, in the runs of the browser and of Python."""

import re

import numpy as np
import pytest
from support.javascript import EXPLORER, node

from gmm_helpers import course_params, e_step
from gmm_helpers.explorer.blocks import pack_datasets
from gmm_helpers.explorer.configuration import Configuration
from gmm_helpers.explorer.data import shown_dataset
from gmm_helpers.explorer.endings import Ending
from gmm_helpers.explorer.options import COLORINGS, LAYERS
from gmm_helpers.explorer.own_runs import OwnRuns

JUDGE = EXPLORER.parents[1] / "questions" / "static" / "judge.js"
STORIES = """
  import { STORIES } from "./stories/index.js";
  import { USUAL } from "./runs/choice.js";
  import { choiceOf } from "./stories/stories.js";
  import { respond } from "JUDGE";
  import { Datasets } from "./runs/datasets.js";
  import { startRow } from "./runs/starting.js";
  import { wholeRun } from "./em/run.js";
  const datasets = new Datasets();
  datasets.take(input);
  const dataOf = (data) => datasets.of({ ...USUAL, data });
  const told = STORIES.map((story) => {
    const choice = { ...USUAL, ...choiceOf(story, dataOf) };
    const data = datasets.of(choice);
    const { n_components: K, reg_covar: regCovar } = choice;
    const run = wholeRun(data, startRow(choice, data), K, { regCovar });
    const { choices } = story.question.answer;
    const judged = choices.map((_, i) => respond(story.question.answer, [i]).isRight);
    return { ...story, choice, judged, nll: Array.from(run.nll), last: run.last, ended: run.ended };
  });
  console.log(JSON.stringify(told));
"""
TITLES = [
    "A plateau",
    "A poor optimum",
    "A collapse",
    "Label switching",
    "Symmetry",
    "Slow",
    "Fast",
    "A wrong model",
    "A far sample",
]
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def stories():
    told = node(STORIES.replace("JUDGE", JUDGE.as_uri()), pack_datasets())
    return {story["title"]: story for story in told}


@pytest.fixture(scope="module")
def runs():
    own = OwnRuns()
    return lambda **choice: own.run(
        Configuration.of(
            {
                "data": "original",
                "n_components": 3,
                "seed": 0,
                "start": "identity",
                "reg_covar": 1e-6,
                **choice,
            }
        )
    )


def nll_of(run):
    return run.negative_log_likelihood


def owners(data, run, i=-1):
    return e_step(shown_dataset(data).X, *run.params[i])


def from_left(run):
    return np.argsort(run.params[-1].means[:, 0]).tolist()


def plateau(run, runs):
    nll = nll_of(run)
    falls = -np.diff(nll)
    assert falls[16:36].max() < 1 < falls[36]
    assert falls[30:].argmax() + 31 == 44
    end = from_left(run)
    early = run.params[16].means[[0, 1]]
    assert end == [2, 0, 1]
    assert early[:, 0].min() > 1.5  # both lie between the groups on the right
    assert early[1, 0] < run.params[30].means[1, 0] < run.params[50].means[1, 0]
    moments = {"16", "36", "44", "50", "1", "0"}
    return moments | {f"{x:.2f}" for x in [*falls[[15, 16, 43]], *nll[[16, 50, 89]]]}


def poor_optimum(run, runs):
    best = nll_of(runs())[-1]
    assert run.ended is Ending.CONVERGED
    left, right = run.params[-1].means[[0, 1]], run.params[-1].means[2]
    assert left[:, 0].max() < -4 < 2 < right[0]
    return {f"{best:.2f}", f"{nll_of(run)[-1]:.2f}", f"{nll_of(run)[-1] - best:.2f}", "331"} | set(
        "0122"
    )


def collapse(run, runs):
    assert run.ended is Ending.FAILED
    params = run.params[-1]
    values = np.linalg.eigvalsh(params.covariances)
    assert values[0, 0] < 1e-12 < 1e-3 < values[1:].min()
    kept = params.weights[0] * 600
    assert len(run.params) - 1 == 34
    assert runs(n_components=5, seed=8).ended is Ending.CONVERGED  # with a reg_covar
    return {"0", f"{kept:.0f}", "600", "34"}


def label_switching(run, runs):
    other = runs(seed=1)
    assert from_left(other) == [0, 1, 2]
    assert from_left(run) == [2, 1, 0]
    np.testing.assert_allclose(run.params[-1].means[::-1], other.params[-1].means, atol=1e-3)
    assert nll_of(run)[-1] == pytest.approx(nll_of(other)[-1], abs=1e-4)
    return {f"{nll_of(run)[-1]:.2f}", "0", "1", "2", "3"}


def symmetry(run, runs):
    for params in run.params:
        assert np.ptp(params.means, axis=0).max() == pytest.approx(0, abs=1e-12)
        assert owners("original", run, 0) == pytest.approx(1 / 3)
    single = nll_of(runs(n_components=1))[-1]
    assert nll_of(run)[-1] == pytest.approx(single, abs=1e-6)
    assert run.ended is Ending.CONVERGED
    return {f"{single:.2f}", str(len(run.params) - 1), "1", "3"}


def slow(run, runs):
    nll = nll_of(run)
    assert run.ended is Ending.MAX_ITER
    assert len(nll) - 1 == 500
    assert nll[499] - nll[500] > 1e-6
    assert 1e-3 < nll[99] - nll[100] < 1e-2  # the third decimal
    assert nll[0] - nll[10] > 40 * (nll[10] - nll[500])
    truth = e_step(shown_dataset("overlapping").X, *shown_dataset("overlapping").truth)
    assert (truth.max(axis=1) < 0.9).mean() > 0.6  # most samples are in doubt
    sure = (owners("overlapping", run).max(axis=1) > 0.99).mean()
    told = {f"{nll[10]:.2f}", f"{nll[500]:.2f}", f"{100 * sure:.0f}", "0.99"}
    return told | {"10", "100", "500", "0.000001"}


def fast(run, runs):
    groups = owners("well separated", run).argmax(axis=1)
    truth = shown_dataset("well separated").components
    assert len({(g, t) for g, t in zip(groups, truth, strict=True)}) == 3
    X = shown_dataset("well separated").X
    nearest = [truth[((X - mean) ** 2).sum(axis=1).argmin()] for mean in run.params[0].means]
    assert sorted(nearest) == [0, 1, 2]  # one start in each group
    sure = [(owners("well separated", run, i).max(axis=1) > 0.99).mean() for i in (1, 2)]
    assert sure[0] < 0.5 < 0.98 < sure[1]  # the E-step of iteration 3 has the parameters of 2
    return {str(len(run.params) - 1), "3", "50", "500", "0", "1", f"{nll_of(run)[-1]:.2f}"}


def wrong_model(run, runs):
    assert run.ended is Ending.CONVERGED
    assert run.params[-1].weights == pytest.approx(1 / 3, abs=0.04)
    other = nll_of(runs(data="ring", start="k-means++", seed=2))[-1]
    return {f"{len(run.params) - 1}", "2", f"{other:.2f}", f"{nll_of(run)[-1]:.2f}"}


def far_sample(run, runs):
    truth, star = course_params(), np.array([[-6.0, -4.35]])
    for one, other in zip(run.params[0], truth, strict=True):
        np.testing.assert_array_equal(one, other)
    shares = e_step(star, *truth)[0]
    away = np.linalg.norm(star - truth.means, axis=1)
    whitened = [
        np.linalg.norm(np.linalg.solve(np.linalg.cholesky(cov), (star - mean)[0]))
        for mean, cov in zip(truth.means, truth.covariances, strict=True)
    ]
    assert (away.argmin(), away.argmax(), int(np.argmin(whitened)), shares.argmax()) == (1, 2, 2, 2)
    numbers = {f"{x:.1f}" for x in [*away[1:], *whitened[1:]]}
    return numbers | {f"{100 * x:.0f}" for x in shares[1:]} | {"6", "4.35", "1", "2"}


CLAIMS = dict(
    zip(
        TITLES,
        (
            plateau,
            poor_optimum,
            collapse,
            label_switching,
            symmetry,
            slow,
            fast,
            wrong_model,
            far_sample,
        ),
        strict=True,
    )
)


def test_there_are_these_stories(stories):
    assert list(stories) == TITLES


@pytest.mark.parametrize("title", TITLES)
def test_the_run_of_a_story_is_that_of_python_and_plays_to_where_it_says(stories, runs, title):
    story = stories[title]
    run = runs(**story["choice"])
    n = len(run.params)
    nll = [np.nan if x is None else x for x in story["nll"]]
    assert nll[: n - 1] == pytest.approx(nll_of(run)[: n - 1], rel=1e-9)
    assert (story["last"], story["ended"]) == (run.last, run.ended.value)
    whole = title not in ("A plateau", "A far sample")
    assert story["to"] == (run.last if whole else {"A plateau": 100, "A far sample": 1}[title])
    assert story.get("from", 0) < story["to"]


@pytest.mark.parametrize("title", TITLES)
def test_each_number_of_a_story_is_so(stories, runs, title):
    story = stories[title]
    known = CLAIMS[title](runs(**story["choice"]), runs)
    choices = story["question"]["answer"]["choices"]
    texts = [story["sentence"], story["question"]["text"], story["seen"]]
    said = " ".join(texts + [choice[part] for choice in choices for part in ("text", "reason")])
    found = set(NUMBER.findall(said))
    assert found <= known
    assert {x for x in known if len(x) > 2} <= found  # none of these is left out


@pytest.mark.parametrize("title", TITLES)
def test_one_choice_is_right_and_each_has_a_reason(stories, title):
    story = stories[title]
    choices = story["question"]["answer"]["choices"]
    assert sum(story["judged"]) == 1
    assert story["judged"] == [choice["is_right"] for choice in choices]
    assert all(choice["text"] and choice["reason"].endswith(".") for choice in choices)
    layers = dict(story.get("layers", {}))
    assert layers.pop("color", "blend") in COLORINGS
    assert set(layers) <= set(LAYERS)


def test_the_far_sample_is_one_of_few_points(stories):
    points = np.array(stories["A far sample"]["choice"]["own_points"])
    assert len(points) == 101
    assert points[-1].tolist() == [-6, -4.35]
    assert points[:-1] == pytest.approx(shown_dataset("original").X[::6], abs=0.005)
