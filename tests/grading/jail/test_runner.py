"""A runner of either kind: what it runs, what it refuses, and what it does about a dead jail."""

import os
import signal
import threading

import pytest
from support.submitted import (
    BOTH,
    MEANS,
    RIGHT,
    SHORT,
    WEIGHTS,
    Clock,
    calling,
    is_unharmed,
    statuses,
    with_attack,
)

from gmm_helpers.exercises import EXERCISES, AnswerKey, Outcome, attempt_next, judge
from gmm_helpers.exercises.running.exceptions import CodeLine, RaisedException
from gmm_helpers.grading.jail import JailError, Program, ReasonKind, Runner
from gmm_helpers.grading.jail.confinement import command

LOOP = "while True:\n    pass"
BAD_CELLS = (LOOP, "1 / 0", "import os\nos._exit(3)", "import sys\nsys.exit()")
BAD_BODIES = (
    (LOOP, "timeout"),
    ("import os\nos._exit(0)", "crashed"),
    ("return bytearray(2**33)", "memory"),
)


def test_right_functions_get_all_points(runner, cases):
    run = runner.run([RIGHT])
    assert run.isolation == runner.isolation
    assert run.notes == ()
    assert set(statuses(run, cases).values()) == {"correct"}


def test_outcomes_are_what_a_call_in_this_process_gives(runner, cases):
    """Results of every form, sampling among them, come back number for number."""
    names = tuple(cases)
    cell = "from gmm_helpers import *\nfrom gmm_helpers.em.trace import has_converged"
    run = runner.run([Program((cell,), names)])
    for one in run.exercises:
        exercise, of_one = EXERCISES[one.exercise], cases[one.exercise]
        here: list[Outcome] = []
        for _ in of_one:
            here.append(attempt_next(exercise, exercise.reference, of_one, here))
        key = AnswerKey(exercise, of_one)
        assert judge(key, one.outcomes).status == "correct"
        assert [type(outcome.value) for outcome in one.outcomes] == [type(o.value) for o in here]
        assert all(
            key.agrees(key.view(o, i), exercise.reference, i)
            for i, o in enumerate(here)
            if o.returned
        )


def test_wrong_functions_get_their_diagnosis(runner, cases):
    cell = "def update_weights(responsibilities):\n    return responsibilities.sum(axis=0)"
    run = runner.run([Program((cell,), ("update_weights",))])
    key = AnswerKey(EXERCISES["update_weights"], cases["update_weights"])
    assert judge(key, run.exercises[0].outcomes).diagnoses[0].name == "not divided by N"


def test_arguments_that_are_changed_are_told(runner):
    run = runner.run([calling("responsibilities /= 2\nreturn responsibilities.mean(axis=0)")])
    outcome = run.exercises[0].outcomes[0]
    assert outcome.changed == ("responsibilities",)


def test_an_error_comes_with_the_line_of_its_cell(runner):
    cells = ("x = 1\n\n", "def update_weights(responsibilities):\n    n = 3\n    return n / 0")
    outcome = runner.run([Program(cells, ("update_weights",))]).exercises[0].outcomes[0]
    assert outcome.exception == RaisedException("ZeroDivisionError", "division by zero")
    assert outcome.line == CodeLine(3, "return n / 0")


@pytest.mark.parametrize("cell", BAD_CELLS)
def test_a_bad_cell_is_named_and_the_others_count(runner, cases, cell):
    run = runner.run([with_attack(cell)])
    assert set(statuses(run, cases).values()) == {"correct"}
    assert [note.reason.cell for note in run.notes] == [2]


@pytest.mark.parametrize(("body", "status"), BAD_BODIES)
def test_a_bad_function_is_named_and_the_others_count(runner, cases, body, status):
    run = runner.run([calling(body)])
    assert [one.status for one in run.exercises] == [status, "ran"]
    assert statuses(run, cases) == {"update_weights": "incorrect", "update_means": "correct"}
    assert is_unharmed(runner, cases)


def test_notebooks_of_a_submission_are_told_apart(runner, cases):
    run = runner.run([Program((WEIGHTS, "1 / 0"), BOTH[:1]), Program((MEANS,), BOTH)])
    assert [one.status for one in run.exercises] == ["ran", "undefined", "ran"]
    (note,) = run.notes
    assert (note.notebook, note.reason.cell, note.reason.kind) == (
        "notebook 1",
        2,
        ReasonKind.RAISED,
    )
    assert str(note) == (
        "notebook 1, code cell 2 raised ZeroDivisionError: division by zero "
        "(line 1 of the cell: 1 / 0)"
    )


def test_later_definitions_win(runner, cases):
    wrong = "def update_weights(responsibilities):\n    return 1"
    run = runner.run([Program((wrong, MEANS, WEIGHTS), BOTH)])
    assert set(statuses(run, cases).values()) == {"correct"}


def test_bad_arguments_are_refused(cases, runner):
    with pytest.raises(ValueError, match="no cases for 'elbo'"):
        runner.run([Program((), ("elbo",))])
    with pytest.raises(
        ValueError, match="isolation is one of auto, bubblewrap, user, none, not 'some'"
    ):
        Runner(cases, isolation="some")


def test_without_bubblewrap(cases, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(JailError, match="bubblewrap is not installed"):
        Runner(cases, isolation="bubblewrap")
    with Runner(cases, SHORT) as runner:
        assert runner.isolation == "not isolated"
        assert is_unharmed(runner, cases)


def test_where_bubblewrap_does_not_start_it_says_why(cases, monkeypatch, jailed):
    monkeypatch.setattr(command, "_user", lambda bwrap: ["--bind", "/not/there", "/x"])
    with pytest.raises(JailError, match=r"did not start: .*not/there"):
        Runner(cases, isolation="bubblewrap")


def test_a_jail_that_was_killed_is_replaced(cases, jailed):
    with Runner(cases, SHORT, "bubblewrap") as runner:
        assert is_unharmed(runner, cases)
        os.kill(runner._jail._first, signal.SIGKILL)
        assert is_unharmed(runner, cases)


def test_where_workers_share_a_jail_it_is_replaced_after_each(cases, monkeypatch, jailed):
    """In some containers there can be no namespaces in namespaces."""
    real = command._user
    monkeypatch.setattr(
        command, "_user", lambda bwrap: [w.replace("SYS_ADMIN", "SYS_TIME") for w in real(bwrap)]
    )
    leave = "open('left', 'w').close()\nimport os\nif os.fork() == 0:\n"
    leave += "    while True: open('left', 'w').close()"
    look = "import os\nassert 'left' not in os.listdir()"
    with Runner(cases, SHORT, "bubblewrap") as runner:
        runner.run([Program((leave,), ("update_weights",))])
        assert runner.run([Program((look, WEIGHTS), ("update_weights",))]).notes == ()
        assert is_unharmed(runner, cases)


def test_several_runners_work_side_by_side(cases, jailed):
    answers = []

    def work(cell):
        with Runner(cases, SHORT, "bubblewrap") as runner:
            for _ in range(2):
                answers.append(statuses(runner.run([with_attack(cell)]), cases))

    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    threads = [threading.Thread(target=work, args=[cell]) for cell in (bomb, "x = 1", LOOP)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [{"update_weights": "correct", "update_means": "correct"}] * 6


def test_nothing_is_left_when_it_is_closed(cases, jailed):
    with Runner(cases, SHORT, "bubblewrap") as runner:
        first = runner._jail._first
        runner.run([Program(("import os\nos.fork()",), ("update_weights",))])
    clock = Clock()
    while os.path.exists(f"/proc/{first}") and clock.seconds < 5:
        pass
    assert not os.path.exists(f"/proc/{first}")
