"""One notebook seen through, with workers that are played: what is asked of the next one."""

import time
from dataclasses import replace

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES, CallStatus, Outcome, attempt
from gmm_helpers.exercises.running.exceptions import RaisedException
from gmm_helpers.exercises.statuses import RunStatus
from gmm_helpers.grading.jail import JailError, Limits, Program, Reason, ReasonKind
from gmm_helpers.grading.jail.limits import soft
from gmm_helpers.grading.jail.protocol.frames import frame
from gmm_helpers.grading.jail.protocol.records import write_cell, write_exercise, write_outcome
from gmm_helpers.grading.jail.protocol.result_forms import ResultForms
from gmm_helpers.grading.jail.supervisor import NotebookSupervisor

NAME = "update_weights"
CASES = {NAME: EXERCISES[NAME].cases(np.random.default_rng(3))[:4]}
RIGHT = [attempt(EXERCISES[NAME], EXERCISES[NAME].reference, case) for case in CASES[NAME]]
LIMITS = Limits(cell_seconds=4.0, case_seconds=2.0, later_case_seconds=1.0)
FULL = Reason(ReasonKind.OUT_OF_MEMORY, exception=RaisedException("MemoryError"))
HANGS = None  # in a script: nothing comes in time
READY = frame({"ready": True})
FOUND = frame(write_exercise(NAME, RunStatus.RAN))


def cell(number, reason=None):
    return frame(write_cell(number, reason))


def call(i, outcome=None):
    return frame(*write_outcome(i, outcome or RIGHT[i]))


class Played:
    exceeded_memory = False

    def __init__(self, script):
        self.script = list(script)

    def read(self, seconds):
        return self.script.pop(0) if self.script else b""

    def finish(self):
        return 0


class PlayedWorkers:
    """Starts one played worker after the other and keeps their plans."""

    def __init__(self, *scripts):
        self.scripts, self.plans = list(scripts), []

    def __call__(self, plan):
        self.plans.append(plan)
        return Played(self.scripts.pop(0))


def run(*scripts, cells=("x = 1", "def update_weights(r): pass"), optional=(), limits=LIMITS):
    start = PlayedWorkers(*scripts)
    program = Program(cells, (NAME,), frozenset(optional))
    until = time.monotonic() + limits.notebook_seconds
    supervisor = NotebookSupervisor(program, CASES, ResultForms(CASES), limits, start, until)
    (exercise,) = supervisor.run()
    assert start.scripts == []  # no fewer workers than were expected
    return exercise, supervisor.notes, start.plans


def statuses(exercise):
    return [outcome.status for outcome in exercise.outcomes]


def test_a_worker_that_gets_through_is_enough():
    exercise, notes, (plan,) = run([READY, cell(1), cell(2), FOUND, *map(call, range(4))])
    assert (exercise.status, exercise.reason, notes) == (RunStatus.RAN, None, {})
    assert statuses(exercise) == [CallStatus.RETURNED] * 4
    assert [number for number, *_ in plan["cells"]] == [1, 2]
    assert plan["exercises"] == [(NAME, 0, soft(2.0))]


def test_a_cell_that_ends_the_process_is_left_out_by_the_next_worker():
    exercise, notes, plans = run([READY], [READY, cell(2), FOUND, *map(call, range(4))])
    assert exercise.status is RunStatus.RAN
    assert notes == {1: Reason(ReasonKind.ENDED_PROCESS, cell=1)}
    assert [number for number, *_ in plans[1]["cells"]] == [2]


def test_a_cell_that_was_interrupted_gets_less_time_the_next_time():
    interrupted = Reason(ReasonKind.INTERRUPTED)
    first = [READY, cell(1, interrupted), cell(2), FOUND, HANGS]
    second = [READY, cell(1, interrupted), cell(2), FOUND, *map(call, range(1, 4))]
    exercise, notes, plans = run(first, second)
    assert [plan["cells"][0][2] for plan in plans] == [soft(4.0), soft(1.0)]
    assert notes == {1: Reason(ReasonKind.INTERRUPTED, cell=1, seconds=soft(4.0))}
    assert statuses(exercise) == [CallStatus.TIMED_OUT, *[CallStatus.RETURNED] * 3]


def test_an_optional_cell_that_filled_the_memory_is_left_out():
    scripts = [READY, cell(1, FULL)], [READY, cell(2), FOUND, *map(call, range(4))]
    exercise, notes, plans = run(*scripts, optional=[1])
    assert exercise.status is RunStatus.RAN
    assert notes[1].kind is ReasonKind.OUT_OF_MEMORY
    assert len(plans) == 2
    exercise, _, plans = run([READY, cell(1, FULL), cell(2), FOUND, *map(call, range(4))])
    assert len(plans) == 1  # it may define something, so it stays


def test_after_a_case_that_hangs_the_next_worker_continues_behind_it():
    first, second = (
        [READY, cell(1), cell(2), FOUND, call(0), HANGS],
        [*(READY, cell(1), cell(2), FOUND, call(2), call(3))],
    )
    exercise, _, plans = run(first, second)
    assert exercise.reason == Reason(ReasonKind.TIMED_OUT, case=2, seconds=2.0)
    assert plans[1]["exercises"] == [(NAME, 2, soft(1.0))]
    assert exercise.outcomes[1] == Outcome(status=CallStatus.TIMED_OUT, seconds=2.0)


def test_an_interrupted_call_knows_its_limit_though_the_worker_does_not_say():
    late = Outcome(status=CallStatus.TIMED_OUT)
    head = [READY, cell(1), cell(2), FOUND]
    exercise, *_ = run([*head, call(0, late)], [*head, call(1, late)])
    assert [outcome.seconds for outcome in exercise.outcomes] == [soft(2.0), soft(1.0)]
    assert exercise.reason == Reason(ReasonKind.INTERRUPTED, case=1, seconds=soft(2.0))


@pytest.mark.parametrize(
    "forged",
    [call(1), frame({"case": 0}), frame({"x": 1}), b"full marks", call(0, Outcome((1.0,)[:0]))],
)
def test_forged_reports_are_crashes_of_the_function(forged):
    head = [READY, cell(1), cell(2), FOUND]
    exercise, *_ = run([*head, forged], [*head, *map(call, range(1, 4))])
    assert exercise.status is RunStatus.CRASHED
    assert exercise.reason == Reason(ReasonKind.WROTE_INTO_REPORTS, case=1)
    assert statuses(exercise) == [CallStatus.CRASHED, *[CallStatus.RETURNED] * 3]


def test_a_function_that_is_not_written_is_tried_once():
    raised = RaisedException("NotImplementedError")
    todo = Outcome(status=CallStatus.UNWRITTEN, exception=raised)
    exercise, *_ = run([READY, cell(1), cell(2), FOUND, call(0, todo)])
    assert statuses(exercise) == [CallStatus.UNWRITTEN]


def test_a_missing_function_is_explained_by_its_cell():
    failed = Reason(ReasonKind.RAISED, exception=RaisedException("NameError"))
    missing = frame(write_exercise(NAME, RunStatus.UNDEFINED))
    exercise, *_ = run([READY, cell(1), cell(2, failed), missing])
    assert exercise.status is RunStatus.UNDEFINED
    assert exercise.reason == failed._replace(cell=2)


def test_results_may_take_only_so_much_in_all():
    small = replace(LIMITS, result=30)  # bytes; a result takes 24, and four of them may take 120
    head = [READY, cell(1), cell(2), FOUND]
    many = {NAME: [CASES[NAME][0]] * 6}
    start = PlayedWorkers([*head, *(call(i, RIGHT[0]) for i in range(6))])
    program = Program(("x = 1", "y = 1"), (NAME,))
    limits = replace(small, max_stopped=1)
    supervisor = NotebookSupervisor(
        program, many, ResultForms(many), limits, start, time.monotonic() + 60
    )
    (exercise,) = supervisor.run()
    assert exercise.status is RunStatus.MEMORY
    assert exercise.reason.kind is ReasonKind.RETURNED_TOO_MUCH
    assert exercise.reason.case == 120 // RIGHT[0].value.nbytes + 1


def test_when_the_time_is_up_the_slowest_cell_is_named():
    start = PlayedWorkers()
    program = Program(("x = 1",), (NAME,))
    supervisor = NotebookSupervisor(
        program, CASES, ResultForms(CASES), LIMITS, start, time.monotonic() - 1
    )
    supervisor._took = {1: 3.4, 2: 12.3}
    (exercise,) = supervisor.run()
    assert exercise.status is RunStatus.TIMEOUT
    assert exercise.reason == Reason(ReasonKind.NOTEBOOK_OUT_OF_TIME, seconds=240.0)
    assert supervisor.notes == {2: Reason(ReasonKind.SLOWEST, cell=2, seconds=12)}


def test_a_worker_that_does_not_begin_is_a_broken_jail():
    with pytest.raises(JailError, match="did not begin"):
        run([])
