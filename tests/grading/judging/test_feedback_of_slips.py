"""The grader reads the source as check does, and quotes nothing but the student's own lines."""

import pytest
from gmm_helpers.grading.judging.quoting.student_source import OwnSource
from support.cells import arguments, call, written
from support.judged import EACH_EXERCISE

from gmm_helpers.exercises import EXERCISES, attempt
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import ExerciseRun
from gmm_helpers.grading.judging.exercises import build_key, judge_run

SEED = 3
SLIPS = {
    "pass": ("unfinished", "There is no code in your function yet"),
    "print({0})": ("unfinished", "prints its result"),
    "out = {0}\nraise NotImplementedError('write {1} here')": (
        "unfinished",
        "delete the raise line",
    ),
    "return {0} + undefind": ("error", "Did you mean `undefined`?".replace("`", "")),
    "out = []\nout = out.append({0})\nreturn out": ("unfinished", "The method append changes"),
    "for i in range(2):\n    out = {0}\n    return [out, i, 7]": (None, "inside a loop"),
}


def graded(name, body, cells=()):
    lines = "\n".join(f"    {line}" for line in body.format(call(name), name).splitlines())
    cell = f"def {name}({', '.join(arguments(name))}):\n{lines}"
    exercise, key = EXERCISES[name], build_key(name, SEED)
    function = written("\n".join([*cells, cell]), reference=exercise.reference)[name]
    outcomes = tuple(attempt(exercise, function, case) for case in key.cases)
    run = ExerciseRun(name, RunStatus.RAN, outcomes)
    return judge_run(run, key, "notebook", OwnSource(["undefined = 1", *cells, cell]))


@pytest.mark.slow
@EACH_EXERCISE
@pytest.mark.parametrize("body", SLIPS)
def test_a_slip_is_named_in_the_feedback(name, body):
    status, said = SLIPS[body]
    row = graded(name, body)
    assert said in row.message
    assert row.status == status or status is None
    assert (row.score, row.status.code) == (0, row.status.name.lower())
    assert "array" not in row.message


def test_a_variable_of_the_notebook_is_named_and_its_value_is_not():
    row = graded("update_weights", "return data.mean(axis=0)", ["data = np.full((9, 3), 0.123)"])
    assert "Your function reads data, but never responsibilities" in row.message
    assert "0.123" not in row.message.replace("data = np.full((9, 3), 0.123)", "")


def test_a_fixed_count_is_named_without_the_number():
    row = graded("update_weights", "n = 1234\nreturn responsibilities.sum(axis=0) / n")
    assert "Fixed number of samples" in row.message
    assert "1234" not in row.message
