"""The first process of a jail: what it imports, and that a worker inherits nothing from it."""

import importlib.util
import os
import subprocess
import sys

import pytest

from gmm_helpers.grading.jail.inside.zygote import WARM

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", WARM)
def test_what_is_imported_beforehand_is_there(name):
    """A module that is spelled wrongly would be left out without a word."""
    assert importlib.util.find_spec(name) is not None


@pytest.mark.skipif(os.name != "posix", reason="descriptors of another kind")
def test_a_worker_keeps_two_descriptors_and_no_other():
    code = """
import os
from gmm_helpers.grading.jail.inside.zygote import _close_all_but
kept = [os.open(os.devnull, os.O_RDONLY) for _ in range(9)][2:7:4]
_close_all_but(*kept)
still = []
for number in range(3, 200):
    try:
        os.fstat(number)
    except OSError:
        continue
    still.append(number)
print(still == kept)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "True\n", done.stderr


def test_once_it_is_warm_nothing_displays_and_no_exercise_knows_its_answer():
    code = """
from gmm_helpers.grading.jail.inside.zygote import warm_up
warm_up()
import gc
import matplotlib, matplotlib.pyplot as plt
from gmm_helpers.exercises import EXERCISES
matplotlib.use("TkAgg")
print(plt.get_backend().lower(), gc.get_freeze_count() > 10_000)
print(any(exercise.mistakes for exercise in EXERCISES.values()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.split() == ["agg", "True", "False"], done.stderr
