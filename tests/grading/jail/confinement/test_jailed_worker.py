"""A worker in a jail: read, measured, and killed if it does not end by itself."""

import os
import time

import pytest

from gmm_helpers.grading.jail.confinement.control import KILL
from gmm_helpers.grading.jail.confinement.jailed_worker import SLICE, JailedWorker


class PlayedControl:
    """Answers as the first process of a jail would."""

    def __init__(self, *answers):
        self.answers, self.sent = list(answers), []

    def receive(self, seconds):
        return self.answers.pop(0)

    def send(self, message):
        self.sent.append(message)


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    yield reading, writing
    os.close(writing)


def worker_of(fd, *answers, held=0):
    control, ended = PlayedControl(*answers), []
    worker = JailedWorker(fd, control, lambda: held, 1000, ended.append)
    return worker, control, ended


def test_what_is_written_is_read_and_silence_is_none(pipe):
    worker, *_ = worker_of(pipe[0], b"0")
    os.write(pipe[1], b"report")
    assert worker.read(5.0) == b"report"
    assert worker.read(0.01) is None
    worker.finish()


@pytest.mark.parametrize("status", [0, 3, -9])
def test_one_that_has_ended_is_not_killed(pipe, status):
    worker, control, ended = worker_of(pipe[0], b"%d" % status)
    assert worker.finish() == status
    assert worker.finish() == status  # and is asked only once
    assert (control.sent, ended) == ([], [True])


@pytest.mark.parametrize("answer", [b"-9", b""])
def test_one_that_goes_on_is_killed(pipe, answer):
    worker, control, ended = worker_of(pipe[0], b"", answer)
    assert worker.finish() is None
    assert (control.sent, ended) == ([KILL], [bool(answer)])


def test_one_that_holds_too_much_is_at_its_end_even_if_it_goes_on_writing(pipe):
    worker, control, _ = worker_of(pipe[0], b"-9", held=1001)
    time.sleep(SLICE)
    os.write(pipe[1], b"report")
    assert worker.read(5.0) == b""
    assert worker.exceeded_memory
    assert worker.finish() is None
    assert control.sent == [KILL]


def test_up_to_the_limit_is_not_too_much(pipe):
    worker, *_ = worker_of(pipe[0], b"0", held=1000)
    assert worker.read(2 * SLICE) is None
    assert not worker.exceeded_memory
    worker.finish()
