"""The grader reads the source as check does."""

import pytest
from support.cells import arguments, call, written
from support.judged import EACH_EXERCISE

from gmm_helpers.exercises import EXERCISES, attempt
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.exercises.symptoms.source import source_in
from gmm_helpers.grading.jail import ExerciseRun
from gmm_helpers.grading.judging.exercises import build_key
from gmm_helpers.grading.judging.feedback import Shown, row_of
from gmm_helpers.grading.judging.marks import mark_of
from gmm_helpers.grading.parsing.syntax import parse_cell

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
    exercise, keys = EXERCISES[name], [build_key(name, SEED), build_key(name, 1, public=True)]
    function = written("\n".join([*cells, cell]), reference=exercise.reference)[name]
    source = source_in(["undefined = 1", *cells, cell], name, parse_cell)
    hidden, public = (
        ExerciseRun(
            name,
            RunStatus.RAN,
            tuple(attempt(exercise, function, case) for case in key.cases),
        )
        for key in keys
    )
    return row_of("notebook", mark_of(hidden, keys[0], source), Shown(public, keys[1], 1, source))


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


def test_a_variable_of_the_notebook_is_named():
    row = graded("update_weights", "return data.mean(axis=0)", ["data = np.full((9, 3), 0.123)"])
    assert "Your function reads data, but never responsibilities" in row.message
    assert "got 0.123" in row.message


def test_a_fixed_count_is_named_with_the_number():
    row = graded("update_weights", "n = 1234\nreturn responsibilities.sum(axis=0) / n")
    assert "Fixed number of samples" in row.message
    assert "1234" in row.message
