"""Memory of processes, as the kernel reports it."""

import subprocess
import sys

import pytest

from gmm_helpers.grading.jail.confinement.memory import address_space, held_by_children

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc")
MIB = 2**20
# A parent whose child, or grandchild, holds a given number of bytes.
CODE = """
import os, sys, time
for _ in range({depth}):
    if os.fork():
        os.wait()
        os._exit(0)
held = bytearray(os.urandom(1)) * {n_bytes}
print("ready", flush=True)
time.sleep(60)
"""


@pytest.fixture
def started():
    processes = []

    def start(depth, n_bytes):
        code = CODE.format(depth=depth, n_bytes=n_bytes)
        process = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True
        )
        processes.append(process)
        assert process.stdout.readline() == b"ready\n"
        return process.pid

    yield start
    for process in processes:
        import os
        import signal

        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize("depth", [1, 2])
def test_what_descendants_hold_is_counted_beyond_their_first_parent(started, depth):
    small, large = started(depth, 1), started(depth, 64 * MIB)
    more = held_by_children(large) - held_by_children(small)
    assert 60 * MIB < more < 70 * MIB


def test_without_children_nothing_is_held(started):
    assert held_by_children(started(0, 64 * MIB)) == 0


def test_address_space_is_at_least_what_is_held(started):
    assert address_space(started(0, 64 * MIB)) > 64 * MIB


def test_a_process_that_is_gone_holds_nothing():
    gone = 2**22 + 1  # beyond the largest number there is
    assert address_space(gone) == held_by_children(gone) == 0
