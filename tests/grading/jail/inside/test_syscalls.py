"""The filter of system calls: run by a small interpreter of its own, and by the kernel."""

import errno
import socket
import struct
import subprocess
import sys

import pytest

from gmm_helpers.grading.jail.inside import syscalls
from gmm_helpers.grading.jail.inside.walls import MACHINES, is_known_machine

ALLOW, KILL, EPERM, ENOSYS, EAFNOSUPPORT = 0x7FFF0000, 0x80000000, 0x50001, 0x50026, 0x50061
# From the tables of Linux: what a notebook needs every moment.
NEEDED = {
    "x86_64": {"read": 0, "write": 1, "mmap": 9, "futex": 202, "openat": 257, "exit_group": 231},
    "aarch64": {"read": 63, "write": 64, "mmap": 222, "futex": 98, "openat": 56, "exit_group": 94},
}
MACHINE = pytest.mark.parametrize("machine", MACHINES)


def decide(machine, number, argument=0, arch=None):
    """What the filter returns for a call: classic BPF, as the manual page describes it."""
    arch = MACHINES[machine].arch if arch is None else arch
    data = struct.pack("<iIQQ", number, arch, 0, argument)
    steps = [struct.unpack("HBBI", step) for step in syscalls._program(machine)]
    at = accumulator = 0
    while True:
        code, if_true, if_false, value = steps[at]
        at += 1
        if code == 0x06:
            return value
        if code == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
        else:
            holds = {0x15: accumulator == value, 0x35: accumulator >= value}
            holds[0x45] = accumulator & value != 0
            at += if_true if holds[code] else if_false


@MACHINE
def test_what_a_notebook_needs_is_allowed(machine):
    for number in NEEDED[machine].values():
        assert decide(machine, number) == ALLOW


@MACHINE
def test_what_is_denied_is_denied(machine):
    column = list(MACHINES).index(machine)
    for numbers in syscalls._DENIED.values():
        assert decide(machine, numbers[column]) == EPERM
    for number in (425, 426, 427, 428, 438, 447):  # io_uring, open_tree, pidfd_getfd, memfd_secret
        assert decide(machine, number) == EPERM


@MACHINE
def test_calls_of_another_machine_end_the_process(machine):
    for other in {each.arch for each in MACHINES.values()} - {MACHINES[machine].arch}:
        assert decide(machine, 0, arch=other) == KILL


@MACHINE
def test_processes_may_be_forked_but_not_into_namespaces(machine):
    clone, fork = MACHINES[machine].clone, 17  # SIGCHLD
    assert decide(machine, clone, fork) == ALLOW
    for flag in (0x20000, 0x2000000, 0x10000000, 0x20000000, 0x40000000):
        assert decide(machine, clone, fork | flag) == EPERM
    assert decide(machine, MACHINES[machine].clone3) == ENOSYS


@MACHINE
def test_only_sockets_within_the_jail_are_allowed(machine):
    number = MACHINES[machine].socket
    assert decide(machine, number, int(socket.AF_UNIX)) == ALLOW
    for family in (2, 10, 16, 17, 40):  # INET, INET6, NETLINK, PACKET, VSOCK
        assert decide(machine, number, family) == EAFNOSUPPORT


@pytest.mark.skipif(sys.platform != "linux" or not is_known_machine(), reason="another machine")
def test_the_kernel_takes_the_filter():
    code = """
import os, socket
from gmm_helpers.grading.jail.inside import syscalls, walls
walls.prctl(walls.PR_SET_NO_NEW_PRIVS, 1)
syscalls.filter_system_calls()
for attempt in (lambda: os.memfd_create("x"), lambda: socket.socket(socket.AF_INET)):
    try:
        attempt()
    except OSError as error:
        print(error.errno)
socket.socket(socket.AF_UNIX).close()
if os.fork() == 0:
    os._exit(0)
print(os.wait()[1])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.split() == [str(errno.EPERM), str(errno.EAFNOSUPPORT), "0"], done.stderr
