"""Ours in place of a student's own function, in a real worker: what calls it is tried with it."""

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, AnswerKey, judge
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import Program

NAME = "em_step"
IMPORTS = "import numpy as np\nimport gmm_helpers as gmm\nfrom gmm_helpers.checks import check"
WRONG = "def update_means(X, responsibilities):\n    return responsibilities.T @ X / len(X)"
BODY = """
def em_step(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    m = update_means(X, r)
    return gmm.update_weights(r), m, gmm.update_covariances(X, r, m)
"""


@pytest.fixture(scope="module")
def points(cases):
    key = AnswerKey(EXERCISES[NAME], cases[NAME])

    def points(run):
        return judge(key, run.outcomes).score

    return points


def run(runner, *cells, replaced=("update_means",), **more):
    program = Program((IMPORTS, *cells), (NAME,), replaced=replaced, **more)
    return runner.run([program]).exercises[0]


def test_a_function_is_tried_with_ours(runner, points):
    assert points(run(runner, WRONG, BODY, replaced=())) < EXERCISES[NAME].points
    found = run(runner, WRONG, BODY)
    assert points(found) == EXERCISES[NAME].points
    assert not found.calls_helper
    assert points(run(runner, WRONG, BODY, replaced=())) < EXERCISES[NAME].points  # as before


# Cells that stand before the function, and what it may then be worth.
HOSTILE = {
    "not defined": "",
    "never ends": "def update_means(X, r):\n    while True: pass",
    "ends the process": "import os\ndef update_means(X, r):\n    os._exit(0)",
    "replaces the helper": f"{WRONG}\ngmm.update_means = update_means",
    "deletes the helper": f"{WRONG}\ndel gmm.update_means",
    "locks the namespace": f"{WRONG}\nglobals().__class__ = dict\n__builtins__ = None",
    "leaves a thread": f"{WRONG}\nimport threading\nloop = lambda: [0 for _ in iter(int, 1)]\n"
    "threading.Thread(target=loop, daemon=True).start()",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_nothing_that_stands_there_is_in_the_way(what, runner, points):
    assert points(run(runner, HOSTILE[what], BODY)) == EXERCISES[NAME].points


def test_who_sees_that_it_was_replaced_finds_what_can_be_imported(jailed, points):
    looks = BODY.replace(
        "    m = ",
        "    if update_means.__module__ != '__main__':\n"
        "        import gmm_helpers.exercises as e\n"
        "        return e.EXERCISES['em_step'].reference(X, weights, means, covariances)\n    m = ",
    )
    assert points(run(jailed, WRONG, looks)) == 0
    same = BODY.replace("    m =", "    assert update_means is gmm.update_means\n    m =")
    assert points(run(jailed, WRONG, same)) == EXERCISES[NAME].points


def test_what_a_check_saw_is_tried_with_ours_as_well(runner, points):
    cells = (WRONG, BODY, "check(em_step)", "em_step = len")
    found = run(runner, *cells, checks=frozenset({4}), homes={NAME: 3})
    assert points(found) == 0
    assert [points(each) for each in found.earlier] == [EXERCISES[NAME].points]


def test_what_is_replaced_makes_no_earlier_state(runner, points):
    cells = WRONG, BODY, "check(em_step)"
    found = run(runner, *cells, checks=frozenset({4}), homes={NAME: 3})
    assert (found.earlier, found.status) == ((), RunStatus.RAN)
    assert points(found) == EXERCISES[NAME].points


def test_a_result_of_ours_is_no_result_of_theirs(runner, points):
    """Whoever only hands on what ours returns has not answered another question."""
    only = "def em_step(X, weights, means, covariances):\n    r = np.ones((len(X), len(weights)))\n"
    found = run(runner, WRONG, f"{only}    return update_means(X, r)")
    assert points(found) == 0
    assert np.all([not each.changed for each in found.outcomes])
