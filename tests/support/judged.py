"""Judge implementations of the exercises; what belongs to the cases of a draw is made once."""

import functools

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, attempt, judge
from support.implementations import RIGHT, WRONG

NAMES = list(EXERCISES)


@functools.cache
def key_of(name, seed):
    """The cases of one draw, with the answers.

    What the known mistakes return on them takes longest, so draws are kept for all tests of a
    process: take one of the seeds from 0 to 3.
    """
    exercise = EXERCISES[name]
    return AnswerKey(exercise, exercise.cases(np.random.default_rng(seed)))


@functools.cache
def short_key_of(name):
    """A few cases, for tests of what is said."""
    exercise = EXERCISES[name]
    return AnswerKey(exercise, exercise.cases(np.random.default_rng(5))[:4])


def outcomes_of(key, function):
    return [attempt(key.exercise, function, case) for case in key.cases]


@functools.lru_cache(maxsize=512)  # several tests look at the verdicts on the bank
def verdict_on(function, name, seed):
    key = key_of(name, seed)
    return judge(key, outcomes_of(key, function))


def problems_of(function, name, seed):
    """What is wrong case by case, without a diagnosis."""
    key = key_of(name, seed)
    found = [key.problem(i, outcome) for i, outcome in enumerate(outcomes_of(key, function))]
    return [problem for problem in found if problem]


def is_rejected(function, name, seed):
    """Whether there is a case in which it is wrong; those after it are not tried."""
    key = key_of(name, seed)
    outcomes = (attempt(key.exercise, function, case) for case in key.cases)
    return any(key.problem(i, outcome) for i, outcome in enumerate(outcomes))


def each(bank):
    """Parameters for one test per implementation."""
    return [
        pytest.param(exercise, function, id=f"{exercise}-{name}")
        for exercise in NAMES
        for name, function in bank[exercise].items()
    ]


EACH_RIGHT = pytest.mark.parametrize(("name", "function"), each(RIGHT))
EACH_WRONG = pytest.mark.parametrize(("name", "function"), each(WRONG))
EACH_EXERCISE = pytest.mark.parametrize("name", NAMES)
