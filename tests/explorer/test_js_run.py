"""Runs of EM in the browser are those of Python, iteration by iteration."""

import numpy as np
import pytest
from support.javascript import in_node
from support.js_runs import (
    EXACT,
    Case,
    by_helpers,
    cases_of,
    distances,
    ending,
    in_javascript,
    in_python,
    js_ending,
    nudged,
    params_of,
)

from gmm_helpers import STARTS, GMMParams
from gmm_helpers.explorer.data import NAMES, shown_dataset
from gmm_helpers.explorer.table import params_table

ORIGINAL = shown_dataset("original")
RNG = np.random.default_rng(5)
BLOBS = {
    D: np.concatenate(
        [
            RNG.normal(size=(80, D)) @ RNG.normal(size=(D, D)) + 9 * RNG.normal(size=D)
            for _ in range(4)
        ]
    )
    for D in (1, 3, 5, 10)
}
POINTS = RNG.normal(size=(5, 2))
IDENTITY = np.array([np.eye(2)] * 2)


def hard_cases():
    """Where numbers are far from 0, tiny, or degenerate."""
    some = ("k-means++", "random points", "random responsibilities", "all means equal")
    X = ORIGINAL.X
    few = {"starts": some, "max_iter": 100}
    line = np.arange(50.0)
    slanted = shown_dataset("anisotropic").X * [1, 100] - [1e6, 3e6]
    halves = np.array([0.5, 0.5])
    yield from cases_of("shifted", X + 1e6, (2, 3, 5), **few)
    yield from cases_of("shifted and stretched", slanted, (3, 5), **few)
    yield from cases_of("tiny", X * 1e-6, (2, 3, 5), ridges=(1e-18, 0.0, 1e-6), **few)
    yield from cases_of("huge", X * 1e6, (2, 3), **few)
    yield from cases_of("shifted in 10-D", BLOBS[10] + 1e6, (4,), **few)
    for far in (1e4, 1e7, 1e9):
        yield from cases_of(f"outlier {far}", np.vstack([X, [[far, 0]]]), (3,), **few)
    yield from cases_of("copies", np.repeat(POINTS, 20, axis=0), (3, 5), **few)
    yield from cases_of("copies in 1-D", np.repeat(POINTS[:, :1], 20, axis=0), (5,), **few)
    yield from cases_of("K = N", BLOBS[3][::40], (8,), **few)
    yield from cases_of("K = N in 1-D", BLOBS[1][::80], (4,), **few)
    yield from cases_of("one sample", np.array([[3.0, 2.0]]), (1,), **few)
    yield from cases_of("constant", np.c_[line, np.full(50, 0.1)], (2,), **few)
    yield from cases_of("hidden", np.c_[line, 1e8 + 1e-7 * np.sin(line)], (2,), **few)
    yield from cases_of("on a line", np.c_[line, 2 * line + 1], (2,), **few)
    yield Case("empty", X, GMMParams(halves, np.array([[0, 0], [1e3, 1e3]]), IDENTITY))
    yield Case("weight 0", X, GMMParams(np.array([1.0, 0.0]), np.zeros((2, 2)), IDENTITY))
    negative = np.array([np.eye(2), [[1, 2], [2, 1]]])
    yield Case("no covariance", X, GMMParams(halves, np.zeros((2, 2)), negative))
    yield Case("no density", X, GMMParams(np.ones(1), np.full((1, 2), 1e200), IDENTITY[:1]))


def test_the_run_of_the_course_is_the_same_to_the_last_digits():
    case = Case("course", ORIGINAL.X, ORIGINAL.start, max_iter=500)
    (js,) = in_javascript([case])
    run = in_python(case)
    assert len(js["nll"]) - 1 == 89
    assert js["nll"][-1] == pytest.approx(2295.071668, abs=1e-6)
    assert js["nll"] == pytest.approx(run.negative_log_likelihood, rel=1e-13)
    assert distances(params_of(js), run.params).max() < 1e-11
    assert js_ending(js) == ending(run)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_runs_on_the_data_of_the_course_are_the_same(name):
    X = shown_dataset(name).X
    cases = cases_of(name, X, (1, 2, 3, 8), seeds=(0,)) + cases_of(
        name, X, (4, 5, 6, 7), seeds=(8,), ridges=(0.0,)
    )
    hold(cases)


@pytest.mark.slow
@pytest.mark.parametrize("D", BLOBS)
def test_runs_in_every_dimension_are_the_same(D):
    hold(cases_of(f"{D}-D", BLOBS[D], (1, 2, 4, 8), seeds=(1,), max_iter=100))


@pytest.mark.slow
def test_runs_on_hard_data_are_the_same():
    hold(list(hard_cases()))


def hold(cases):
    """The same parameters, to 1e-9; the same ending, iterations and words; or a reason.

    The only reason is rounding: where Python is as far from itself if it computes the same by the
    formulas of the helpers, not by the core of `fit`, or from a start off by the last digit; or
    where JavaScript is as far from itself from such a start.
    """
    for case, js in zip(cases, in_javascript(cases), strict=True):
        run = in_python(case)
        found = params_of(js)
        apart = distances(found, run.params).max()
        same = js_ending(js) == ending(run) and len(found) == len(run.params)
        if apart <= EXACT and same:
            continue
        others = [by_helpers(case), in_python(nudged(case))]
        rounding = max(distances(other.params, run.params).max() for other in others)
        if apart > 10 * rounding:
            (again,) = in_javascript([nudged(case)])
            rounding = distances(params_of(again), found).max()
        assert apart <= max(EXACT, 10 * rounding), (case.name, apart, rounding)
        decided = any(rounding_decides(run, other, js) for other in others)
        assert same or decided, (case.name, js_ending(js), ending(run))


def rounding_decides(run, other, js):
    """Whether another ending is found, or the last change is as near to `tol` as rounding."""
    if ending(run) != ending(other):
        return True
    n = min(len(js["nll"]), len(other.negative_log_likelihood), len(run.negative_log_likelihood))
    nll = run.negative_log_likelihood[:n]
    rounding = np.abs(nll - other.negative_log_likelihood[:n]).max()
    change = abs(nll[-1] - nll[-2])
    return js["ended"] == run.ended.value == "converged" and abs(change - 1e-6) <= 10 * rounding


def test_a_run_goes_on_in_pieces_and_does_not_change_by_it():
    row = params_table([ORIGINAL.start])[0]
    body = """
      const [X, row] = [data(value.X), floats(value.row)];
      const pieces = run.beginRun(X, row, 3);
      const seen = [];
      while (pieces.ended === "running") {
        run.advance(pieces, 0);
        seen.push([pieces.nll.length, pieces.last, pieces.params.length]);
      }
      const whole = run.wholeRun(X, row, 3);
      const same = JSON.stringify(pieces) === JSON.stringify(whole);
      return { seen, same, copy: structuredClone(whole).last };
    """
    found = in_node(body, {"X": ORIGINAL.X, "row": row}, "em/run")
    assert found["same"]
    assert found["copy"] == 178
    assert found["seen"][0] == [2, 3, 36]
    assert [n for n, _, _ in found["seen"]] == list(range(2, 91))
    assert [last for _, last, _ in found["seen"]] == [*range(3, 178, 2), 178]


@pytest.mark.parametrize(("max_iter", "last"), [(0, 1), (1, 2), (7, 14)])
def test_a_run_that_is_not_to_converge_ends_where_pythons_does(max_iter, last):
    case = Case("course", ORIGINAL.X, ORIGINAL.start, max_iter=max_iter)
    (js,) = in_javascript([case])
    assert (js["ended"], js["last"], len(js["nll"])) == ("max_iter", last, max_iter + 1)
    assert js_ending(js) == ending(in_python(case))


def test_a_rise_is_told():
    X = RNG.normal(size=(200, 2))
    case = Case("ridge", X, STARTS["k-means++"](X, 2, 0), reg_covar=1.0)
    (js,) = in_javascript([case])
    assert js["rises"]
    assert js_ending(js) == ending(in_python(case))


def test_a_run_that_collapses_names_component_and_iteration():
    case = Case("collapse", ORIGINAL.X, STARTS["identity"](ORIGINAL.X, 5, 8), 0.0)
    (js,) = in_javascript([case])
    assert js["failure"]["iteration"] == 34
    assert (js["failure"]["kind"], js["failure"]["component"]) == ("singular", 0)
    assert js["message"].startswith("Component 0 in iteration 34 of EM has a covariance ")
    assert js_ending(js) == ending(in_python(case))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("empty", "empty"),
        ("no covariance", "negative eigenvalue"),
        ("no density", "no density"),
        ("one sample", "collapsed"),
        ("constant", "collapsed"),
    ],
)
def test_each_kind_of_failure_is_said_in_the_words_of_python(name, kind):
    case = next(
        case
        for case in hard_cases()
        if case.name.startswith(name) and case.name[len(name) :][:1] in ","
    )
    case = case._replace(reg_covar=0.0)
    (js,) = in_javascript([case])
    assert js["failure"]["kind"] == kind
    assert js["message"] == in_python(case).message
