"""Stubs of what only an interactive notebook has."""

import copy
import inspect
import subprocess
import sys

import pytest

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.jail.inside.stubs import Stub


def test_a_stub_takes_everything():
    stub = Stub()
    assert list(stub.anything(1).more[3]) == []
    with stub as entered:
        entered["key"] = 1
    assert not len(stub)
    assert repr(stub) == ""
    with pytest.raises(AttributeError):
        _ = stub.__array__
    assert isinstance(copy.deepcopy(stub), Stub)


def test_a_class_may_be_derived_from_a_stub():
    class Mine(Stub().VBox):
        n = 3

    assert Mine([1], width="3em").n == 3


def in_a_new_process(code):
    """Stubs replace modules for good, so they are tried where nobody misses these."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_modules_that_display_are_replaced_wherever_they_are_imported_from():
    code = """
from gmm_helpers.grading.jail.inside.stubs import leave_out_displays
leave_out_displays()
import ipywidgets, gmm_helpers.checks, gmm_helpers.explorer
from gmm_helpers.drawing import sliders
from gmm_helpers.checks import check
from tqdm.notebook import tqdm
print(type(ipywidgets.IntSlider()).__name__, type(sliders.integer("n", 1)).__name__)
print(type(check(3)).__name__, type(gmm_helpers.explorer.Explorer).__name__, sum(tqdm([1, 2])))
"""
    assert in_a_new_process(code) == ["Stub"] * 4 + ["3"]


def test_of_an_exercise_only_what_it_takes_to_call_a_function_is_left():
    code = """
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.jail.inside.stubs import leave_out_answers
import inspect
leave_out_answers()
for exercise in EXERCISES.values():
    assert exercise.mistakes == exercise.hints == ()
    for part in ("reference", "cases", "compare", "view", "agree", "symptom"):
        try:
            getattr(exercise, part)()
        except LookupError:
            pass
        else:
            raise AssertionError(part)
    print(exercise.name + str(inspect.signature(exercise.reference)).replace(" ", ""))
"""
    expected = [
        name + str(inspect.signature(exercise.reference)).replace(" ", "")
        for name, exercise in EXERCISES.items()
    ]
    assert in_a_new_process(code) == expected


def test_pictures_are_not_drawn():
    code = """
import matplotlib.pyplot
from gmm_helpers.drawing import new_figure, show
from gmm_helpers.grading.jail.inside.stubs import leave_out_pictures
leave_out_pictures()
fig, ax = new_figure()
ax.draw = None  # which would raise
picture = show(fig, alt="plane")
print(picture, len(picture.png), picture.width > 0)
"""
    assert in_a_new_process(code) == ["plane", "0", "True"]
