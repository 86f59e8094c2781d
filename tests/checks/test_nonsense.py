"""Nonsense and exceptions in place of an answer: incorrect, and said in sentences."""

import functools
import sys

import numpy as np
import pytest

from gmm_helpers import e_step
from gmm_helpers.checks import check
from gmm_helpers.checks.cards import as_html, as_text
from gmm_helpers.exercises import EXERCISES, AnswerKey, attempt, judge


@pytest.fixture(autouse=True)
def not_strict(monkeypatch):
    monkeypatch.delenv("GMM_CHECKS", raising=False)


@functools.cache
def key_of(name):
    """One for all, and on a few cases: the known mistakes take longest."""
    exercise = EXERCISES[name]
    return AnswerKey(exercise, exercise.cases(np.random.default_rng(8))[:4])


def returning(value):
    return lambda *arguments: value


def raising(error):
    def function(*arguments):
        raise error

    return function


NONSENSE = {
    "None": None,
    "text": "text",
    "an empty list": [],
    "a dictionary": {"a": 1},
    "a ragged list": [[1.0], [1.0, 2.0]],
    "objects": np.array([object()]),
    "NaN": float("nan"),
    "infinity": float("inf"),
    "a complex number": 1j,
    "no rows": np.zeros((0, 3)),
    "two texts": ("a", "b"),
    "three times None": (None, None, None),
    "three texts and a history": ("a", "b", "c", [1.0]),
    "a history with too many dimensions": (None, None, None, [[1.0]]),
    "four empty lists": ([], [], [], []),
    "labels that are NaN": (np.zeros((5_000, 2)), np.full(5_000, np.nan)),
    "samples that are text": (np.full((5_000, 2), "x"), np.zeros(5_000)),
}


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("value", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_incorrect_and_described_in_sentences(name, value):
    key = key_of(name)
    verdict = judge(key, [attempt(key.exercise, returning(value), case) for case in key.cases])
    assert (verdict.status, verdict.score) == ("incorrect", 0)
    assert as_html(verdict).endswith("</div>")
    lines = as_text(verdict, hinted=False).splitlines()
    assert len(lines) > 1
    assert all(line.endswith((".", "?")) for line in lines), lines


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (raising(ZeroDivisionError("division by zero")), "ZeroDivisionError: division by zero"),
        (raising(np.linalg.LinAlgError("Singular matrix")), "LinAlgError: Singular matrix"),
        (raising(KeyError("k")), "KeyError: 'k'"),
        (lambda *_: sys.exit("bye"), "SystemExit: bye"),
        (lambda X: X, "takes 1 positional argument but 4 were given"),
        (lambda X, weights, means, covariances, more: X, "missing 1 required positional argument"),
        (returning(None), "the result is None: did you forget to return it?"),
        (returning("text"), "the result is text."),
        (lambda X, *_: np.full((len(X), 3), np.nan), "the result holds NaN, first at [0, 0]."),
        (lambda *a: e_step(*a).T, "the result has shape (3, 30), expected (30, 3)."),
        (lambda *a: e_step(*a) + 1, "the result at [0, 0]: expected "),
    ],
)
def test_what_went_wrong_is_said(function, said):
    result = check(function, "e_step")
    assert result.status == "incorrect"
    assert said in result.text
