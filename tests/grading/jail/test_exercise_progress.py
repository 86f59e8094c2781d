"""How far an exercise has got: the first thing that goes wrong is kept."""

import pytest

from gmm_helpers.exercises import Outcome
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import ExerciseRun, Reason, ReasonKind
from gmm_helpers.grading.jail.exercise_progress import ExerciseProgress

KILLED = Reason(ReasonKind.KILLED, case=2)
LATE = Reason(ReasonKind.TIMED_OUT, case=3, seconds=1.0)


def test_without_trouble_it_ran():
    progress = ExerciseProgress("e_step", outcomes=[Outcome(1.0)])
    assert progress.result() == ExerciseRun("e_step", RunStatus.RAN, (Outcome(1.0),))


def test_the_first_reason_is_kept_and_all_are_counted():
    progress = ExerciseProgress("e_step")
    progress.note_stop(KILLED)
    progress.note_stop(LATE)
    assert progress.result() == ExerciseRun("e_step", RunStatus.MEMORY, (), KILLED)
    assert progress.n_stopped == 2
    assert not progress.done


def test_out_of_time_it_is_done():
    progress = ExerciseProgress("e_step")
    progress.end_time(60.0)
    assert progress.done
    assert progress.reason == Reason(ReasonKind.EXERCISE_OUT_OF_TIME, seconds=60.0)
    assert progress.status is RunStatus.TIMEOUT


SOURCES = {
    1: "def other():\n    return e_step",
    2: "def  e_step(X):\n    return X",
    3: "e_step = 3",
    4: "def e_steps(): pass\nx.e_step = 3\n'e_step ='",
}
NOTES = {i: Reason(ReasonKind.EXITED, cell=i) for i in SOURCES}


@pytest.mark.parametrize(
    ("cells", "named"), [((1, 2, 3, 4), 3), ((4, 2, 1), 2), ((1, 4), 0), ((), 0)]
)
def test_what_is_missing_is_explained_by_the_last_cell_that_defines_it(cells, named):
    progress = ExerciseProgress("e_step")
    progress.note_missing(RunStatus.UNDEFINED, SOURCES, {i: NOTES[i] for i in cells})
    expected = NOTES[named] if named else Reason(ReasonKind.UNDEFINED, exercise="e_step")
    assert progress.reason == expected
    assert progress.status is RunStatus.UNDEFINED
    assert progress.done


def test_something_that_is_not_a_function_is_explained_by_no_cell():
    progress = ExerciseProgress("e_step")
    progress.note_missing(RunStatus.NOT_A_FUNCTION, SOURCES, NOTES)
    assert progress.reason == Reason(ReasonKind.NOT_A_FUNCTION, exercise="e_step")
