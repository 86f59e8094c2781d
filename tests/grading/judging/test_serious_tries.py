"""Whether a wrong function was seriously tried: its results, and what stands in it."""

import numpy as np
import pytest

from gmm_helpers.exercises import CallStatus, Case, Outcome, Status
from gmm_helpers.exercises.symptoms.source import source_in
from gmm_helpers.grading.judging.marks import Mark
from gmm_helpers.grading.judging.serious_tries import is_serious
from gmm_helpers.grading.parsing.syntax import CellSource, parse_cell

RNG = np.random.default_rng(3)
CASES = [Case("", (RNG.normal(size=(n, 2)), np.full(3, 1 / 3)), "") for n in (4, 5, 6)]
COMPUTES = "def f(X, w):\n    return X.sum(axis=1)"


def serious(body, results, status=Status.INCORRECT, named=()):
    cell = CellSource(body) if body else None
    source = source_in([cell], "f", parse_cell) if body else None
    mark = Mark("f", status, 0.0, 2.0, failed=("a case",), named=named)
    return is_serious(mark, [Outcome(each) for each in results], CASES, source)


def results(function):
    return [function(*case.arguments) for case in CASES]


def test_a_result_that_varies_with_the_arguments_is_one():
    assert serious(COMPUTES, results(lambda X, w: X.sum(axis=1)))
    assert serious("", results(lambda X, w: X.sum(axis=1)))
    assert serious(COMPUTES, results(lambda X, w: np.array(X.sum())))


@pytest.mark.parametrize(
    "function",
    [
        lambda X, w: X,
        lambda X, w: (w, X),
        lambda X, w: np.zeros(len(X)),
        lambda X, w: np.full((len(X), 3), len(X) / 7),
        lambda X, w: np.array(2.5),
        lambda X, w: (np.ones(3), np.zeros(2)),
    ],
)
def test_arguments_and_constants_are_not(function):
    assert not serious(COMPUTES, results(function))
    assert not serious("", results(function))


def test_nan_is_no_constant():
    assert serious(COMPUTES, results(lambda X, w: np.full(len(X), np.nan)))


@pytest.mark.parametrize(
    "body",
    [
        "pass",
        "return X",
        "return X[0], w",
        "return len(X)",
        "return np.zeros_like(X)",
        "raise ValueError(X.sum())",
        "assert False",
        "return 3",
    ],
)
def test_code_that_computes_nothing_is_not(body):
    varied = results(lambda X, w: X.sum(axis=1))
    assert not serious(f"def f(X, w):\n    {body}", varied)


@pytest.mark.parametrize(
    "head", ["def f(X, w):", "def f(*a):\n    X = a[0] + 0", "def f(X, **k):", "f = lambda X, w:"]
)
def test_code_that_computes_may_be_written_in_any_way(head):
    body = "X.sum(axis=1)" if "lambda" in head else "\n    return X.sum(axis=1)"
    assert serious(f"{head}{body}", results(lambda X, w: X.sum(axis=1)))


def test_what_raises_is_judged_by_its_code():
    raised = [Outcome(status=CallStatus.RAISED)] * 3
    mark = Mark("f", Status.ERROR, 0.0, 2.0, failed=("a case",))
    source = source_in([CellSource(COMPUTES)], "f", parse_cell)
    assert is_serious(mark, raised, CASES, source)
    assert not is_serious(mark, raised, CASES, None)
    assert not is_serious(mark, [], CASES, source)


def test_yes_or_no_may_well_be_the_same():
    answers = (np.array(1.0), np.array(1.0))
    assert serious(COMPUTES, [answers] * 3)
    assert not serious("def f(X, w):\n    return True", [answers] * 3)


def test_what_is_named_a_placeholder_is_one():
    varied = results(lambda X, w: X.sum(axis=1))
    assert not serious(COMPUTES, varied, Status.UNFINISHED)
    assert not serious(COMPUTES, varied, named=("data not used yet",))
    assert not serious(COMPUTES, varied, named=("same result whatever the arguments",))
