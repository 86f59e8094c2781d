"""Processes are forked from a template, and there is another one if it dies."""

import sys
from multiprocessing import Pipe

import pytest
from support.handed_in import filled, solution, submission
from support.standin import in_process

from gmm_helpers.grading.processes.template import Starter

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked there"),
]

RIGHT = submission(filled("02_e_step", e_step=solution("e_step")))


@pytest.fixture
def starter(settings):
    made = Starter(settings, in_process, ahead=False)
    yield made
    made.kill()


def graded(starter):
    """The number of a process, and what it makes of a submission."""
    ours, theirs = Pipe()
    with ours:
        with theirs:
            starter.start(theirs)
        ours.send(RIGHT)
        pid, answer = ours.recv(), ours.recv()
        ours.send(None)
        with pytest.raises(EOFError):  # it ends
            ours.recv()
    return pid, answer


def test_processes_of_one_template_grade_alike_and_a_lost_template_is_replaced(starter):
    first, second = graded(starter), graded(starter)
    starter._template._process.kill()
    starter._template._process.join()
    third = graded(starter)
    assert len({pid for pid, _ in (first, second, third)}) == 3
    rows = [answer.result["rows"] for _, answer in (first, second, third)]
    assert rows[0] == rows[1] == rows[2]
    assert sum(row["score"] for row in rows[0] if row["exercise"] == "e_step") == 5
