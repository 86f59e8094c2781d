"""Verdicts, collapses and what the ridge costs are told in the browser as in Python."""

import re
from typing import NamedTuple

import numpy as np
import pytest
from support.endings import explain_ridge, find_collapse, rises_by_ridge
from support.javascript import in_node
from support.js_runs import Case, in_python
from support.verdicts import verdicts

from gmm_helpers import STARTS, GMMParams
from gmm_helpers.em.ridge import nats_lost_to_ridge
from gmm_helpers.explorer.data import NAMES, shown_dataset
from gmm_helpers.explorer.table import params_table

RNG = np.random.default_rng(0)
CENTRES = np.array([[0.0, 0.0], [10.0, 0.0], [5.0, 9.0]])
BLOBS = np.concatenate([centre + RNG.standard_normal((60, 2)) for centre in CENTRES])
LONELY = np.vstack([BLOBS, [[40.0, 40.0]], [[40.0, 40.0]]])
BODY = """
  return value.map(({ X, rows, K, regCovar, maxIter }) => {
    const samples = data(X);
    const runs = new Map(rows.map((row, seed) => [
      seed, run.wholeRun(samples, floats(row), K, { regCovar, maxIter }),
    ]));
    const rowOf = (each) => each.params.slice(-gaussians.rowLength(each.K, each.D));
    const { N, D } = samples;
    return {
      verdicts: [...verdicts.verdicts(runs, samples, regCovar).values()],
      collapses: [...runs.values()].map((each) => {
        const found = collapse.findCollapse(rowOf(each), each.K, samples, regCovar);
        return found && { ...found, words: collapse.collapseInWords(found) };
      }),
      ridges: [...runs.values()].map((r) => [
        ridge.natsLostToRidge(rowOf(r), r.K, D, N, regCovar),
        ridge.explainRidge(rowOf(r), r.K, D, N, regCovar),
        ridge.risesByRidge(r, N, regCovar),
      ]),
    };
  });
"""


class Batch(NamedTuple):
    """Runs of one K on the same samples."""

    X: np.ndarray
    starts: list[GMMParams]
    reg_covar: float
    max_iter: int = 200


def judged(batches):
    """What is said of them in JavaScript; Node.js is started once, which takes longest."""
    asked = [
        {
            "X": X,
            "rows": [params_table([start])[0] for start in starts],
            "K": starts[0].n_components,
            "regCovar": reg_covar,
            "maxIter": max_iter,
        }
        for X, starts, reg_covar, max_iter in batches
    ]
    return in_node(BODY, asked, "em/run", "em/verdicts", "em/collapse", "em/ridge", "em/gaussians")


def hold(batches):
    """All that is said is the same; returns the statuses."""
    return [is_held(*pair) for pair in zip(batches, judged(batches), strict=True)]


def is_held(batch, js):
    X, starts, reg_covar, max_iter = batch
    runs = [in_python(Case("", X, start, reg_covar, max_iter)) for start in starts]
    expected = verdicts(dict(enumerate(runs)), X, reg_covar)
    ties = sum(abs(verdict.gap) < 1e-6 for verdict in expected.values())
    words = in_any_order if ties > 1 else str  # which of them is the best is up to rounding
    for seed, (run, found) in enumerate(zip(runs, js["verdicts"], strict=True)):
        verdict = expected[seed]
        assert found["status"] == verdict.status.value, verdict
        if verdict.status.value != "failed":  # their words are held in test_js_run
            assert words(found["sentence"]) == words(verdict.sentence)
        assert found["nIter"] == verdict.n_iter
        nll, gap = (np.nan if found[name] is None else found[name] for name in ("nll", "gap"))
        assert nll == pytest.approx(verdict.negative_log_likelihood, rel=1e-8, nan_ok=True)
        assert gap == pytest.approx(verdict.gap, rel=1e-6, abs=1e-5, nan_ok=True)
        assert_collapse(run, X, reg_covar, js["collapses"][seed])
        assert_ridge(run, X, reg_covar, js["ridges"][seed])
    return [found["status"] for found in js["verdicts"]]


def in_any_order(sentence):
    """What is said, whichever of equally good runs is the best, with its clusters in any order."""
    return sorted(
        re.sub("the best run of K = . so far", "as good as the best", sentence).split(". ")
    )


def assert_collapse(run, X, reg_covar, found):
    collapse = find_collapse(run.params[-1], X, reg_covar)
    assert (found is None) == (collapse is None)
    if collapse:
        assert (found["component"], found["words"]) == (collapse.component, str(collapse))


def assert_ridge(run, X, reg_covar, found):
    lost, words, rises = found
    assert lost == pytest.approx(
        nats_lost_to_ridge(run.params[-1], len(X), reg_covar), rel=1e-6, abs=1e-9
    )
    assert words == explain_ridge(run.params[-1], len(X), reg_covar)
    trace = run.params, run.negative_log_likelihood, run.rises
    assert rises == rises_by_ridge(*trace, len(X), reg_covar)


def starts_of(X, name, K, seeds):
    return [STARTS[name](X, K, seed) for seed in seeds]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_verdicts_on_the_data_of_the_course_are_the_same(name):
    X = shown_dataset(name).X
    batches = []
    for K in (1, 3, 5, 8):
        batches.append(Batch(X, starts_of(X, "random points", K, range(6)), 1e-6))
        batches.append(Batch(X, starts_of(X, "identity", K, range(4)), 0.0))
    assert "good" in set().union(*hold(batches))


def at(means):
    means = np.array(means, dtype=float)
    return GMMParams(np.full(len(means), 1 / len(means)), means, np.array([np.eye(2)] * len(means)))


def test_every_status_is_reached_and_said_as_in_python():
    poor, equal = at([[-1, 0], [1, 0], [7.5, 4.5]]), at([[3, 3]] * 3)
    expected = [
        (Batch(BLOBS, [at(CENTRES), at(CENTRES + 0.5), poor, equal], 1e-6), "good good poor poor"),
        (Batch(LONELY, [at(CENTRES), at([[5, 3], [5, 4], [40, 40]])], 1e-6), "good collapsed"),
        (Batch(BLOBS, [poor, at(CENTRES)], 1e-6, max_iter=2), "unfinished good"),
        (Batch(BLOBS, [equal], 1e-6), "poor"),
        (Batch(np.repeat(10 * CENTRES, 4, axis=0), [at(10 * CENTRES)], 0.0), "collapsed"),
        (Batch(BLOBS, [at([[0, 0], [3e3, 0], [1, 1]]), poor], 0.0), "failed good"),
    ]
    said = hold([batch for batch, _ in expected])
    assert [" ".join(each) for each in said] == [words for _, words in expected]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:divide by zero:RuntimeWarning")  # all but the ridge is lost
@pytest.mark.parametrize("unit", [1e-3, 1.0, 1e3])
def test_collapses_and_ridges_are_found_in_any_unit(unit):
    rng = np.random.default_rng(1)
    wide = unit * np.vstack([rng.normal(size=(60, 3)), np.repeat([[5.0, 5, 5]], 20, axis=0)])
    narrow = wide * [1, 1e-4, 1]
    constant = np.c_[wide[:, 0], np.full(len(wide), 0.1)]
    hold(
        [
            Batch(X, starts_of(X, "k-means++", 3, range(3)), ridge, max_iter=100)
            for X in (wide, narrow, constant, wide[:, :1], wide + 1e4)
            for ridge in (1e-6, 1e-6 * unit**2, unit**2)
        ]
    )


def test_a_noticeable_ridge_is_told():
    X = RNG.normal(size=(200, 2)) * 1e-2
    batch = Batch(X, starts_of(X, "k-means++", 2, range(2)), 1e-4)
    (js,) = judged([batch])
    assert all("is not small beside the covariances" in words for _, words, _ in js["ridges"])
    is_held(batch, js)
