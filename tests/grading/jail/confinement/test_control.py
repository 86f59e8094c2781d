"""The socket between the grader and a jail."""

import os
import socket

import pytest

from gmm_helpers.grading.jail import JailError
from gmm_helpers.grading.jail.confinement.control import READY, READY_SHARED, RUN, Control

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no such sockets")


@pytest.fixture
def control():
    made = Control()
    yield made
    made.close()
    made.other_end.close()


def test_messages_come_one_by_one(control):
    control.other_end.send(READY)
    control.other_end.send(READY_SHARED)
    assert [control.receive(5.0) for _ in range(2)] == [READY, READY_SHARED]


def test_what_does_not_come_in_time_is_nothing(control):
    assert control.receive(0.01) == b""


def test_descriptors_go_with_a_message(control, tmp_path):
    with open(tmp_path / "plan", "w+b") as file:
        file.write(b"what to do")
        file.seek(0)
        control.send(RUN, [file.fileno()])
    message, (fd,), *_ = socket.recv_fds(control.other_end, 16, 2)
    with os.fdopen(fd, "rb") as file:
        assert (message, file.read()) == (RUN, b"what to do")


def test_where_nobody_answers_any_more_it_is_broken(control):
    control.other_end.close()
    assert control.receive(5.0) == b""
    assert not control.broken
    with pytest.raises(JailError):
        control.send(RUN)
    assert control.broken


def test_after_it_is_closed_nothing_comes(control):
    control.close()
    assert control.broken
    assert control.receive(0.01) == b""
