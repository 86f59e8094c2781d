"""Submissions for the tests of the jail, and what a judge says of them."""

import time

import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, judge
from gmm_helpers.grading.jail import Limits, Program

SHORT = Limits(cell_seconds=1.0, case_seconds=1.0, later_case_seconds=0.5, notebook_seconds=30)
WEIGHTS = "def update_weights(responsibilities):\n    return responsibilities.mean(axis=0)"
MEANS = (
    "def update_means(X, responsibilities):\n"
    "    return responsibilities.T @ X / responsibilities.sum(axis=0)[:, None]"
)
BOTH = ("update_weights", "update_means")
RIGHT = Program(("import numpy as np", WEIGHTS, MEANS), BOTH)


def statuses(run, cases):
    """What the judge says of each exercise of a run; "" if there is nothing to judge."""
    verdicts = {}
    for one in run.exercises:
        key = AnswerKey(EXERCISES[one.exercise], cases[one.exercise])
        verdicts[one.exercise] = judge(key, one.outcomes).status if one.outcomes else ""
    return verdicts


def is_unharmed(runner, cases):
    """Whether a right submission gets all points."""
    run = runner.run([RIGHT])
    return run.notes == () and set(statuses(run, cases).values()) == {"correct"}


def with_attack(cell):
    """A right submission with one more cell before the functions."""
    return Program(("import numpy as np", cell, WEIGHTS, MEANS), BOTH)


def calling(body):
    """One right function, after another that does something else first."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return Program((f"def update_weights(responsibilities):\n{lines}", MEANS), BOTH)


def marked(attacks, against_walls):
    """Parameters of a test; those against walls are tried as an ordinary user, too."""
    assert against_walls <= {*attacks}
    return [
        pytest.param(attack, marks=[pytest.mark.walls] * (attack in against_walls))
        for attack in attacks
    ]


class Clock:
    """Seconds since it was made."""

    def __init__(self):
        self._begun = time.monotonic()

    @property
    def seconds(self):
        return time.monotonic() - self._begun
