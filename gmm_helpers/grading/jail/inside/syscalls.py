"""A filter of system calls: what student code never needs and an attack would begin with.

The namespaces do not depend on it; it closes what they leave open: memory that no limit counts
(memfd, System V and POSIX queues), sockets of families that have no namespaces, new namespaces,
tracing, and young parts of the kernel.
"""

from __future__ import annotations

import ctypes
import os
import socket
import struct

from .walls import MACHINES, prctl

__all__ = ["filter_system_calls"]

PR_SET_SECCOMP, MODE_FILTER = 22, 2
ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
EPERM, ENOSYS, EAFNOSUPPORT = 1, 38, 97
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCH, FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data, little-endian
NEW_NAMESPACES = 0x7E020000  # every CLONE_NEW* flag that clone takes

# Numbers that differ between machines, in the order of MACHINES.
_DENIED = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "setsid": (112, 157),  # the scheduler may share time among sessions: a bomb stays in one
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "fanotify_init": (300, 262),
    "open_by_handle_at": (304, 265),
    "kexec_load": (246, 104),
    "kcmp": (312, 272),
}
# From 424 on machines agree. io_uring, the new mount calls, pidfd_getfd, memfd_secret, ...
_DENIED_EVERYWHERE = (*range(425, 434), 438, 442, 447, 467)


def filter_system_calls() -> None:
    """Deny this process and its children what they never need; no way back."""
    program = b"".join(_program(os.uname().machine))
    code = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.create_string_buffer(described))


def _program(machine: str) -> list[bytes]:
    arch, clone, new_socket, clone3 = MACHINES[machine]
    column = list(MACHINES).index(machine)
    denied = sorted([*(numbers[column] for numbers in _DENIED.values()), *_DENIED_EVERYWHERE])
    refuse = _step(RETURN, ERRNO | EPERM)
    steps = [
        _step(LOAD, ARCH),
        _step(EQUAL, arch, 1, 0),
        _step(RETURN, KILL),
        _step(LOAD, NUMBER),
        _step(AT_LEAST, 0x40000000, 0, 1),  # the x32 numbers of x86_64
        refuse,
        _step(EQUAL, clone3, 0, 1),  # its flags lie in memory; the C library falls back to clone
        _step(RETURN, ERRNO | ENOSYS),
        _step(EQUAL, clone, 0, 4),
        _step(LOAD, FIRST_ARGUMENT),
        _step(ANY_BIT, NEW_NAMESPACES, 0, 1),
        refuse,
        _step(RETURN, ALLOW),
        _step(EQUAL, new_socket, 0, 4),
        _step(LOAD, FIRST_ARGUMENT),
        _step(EQUAL, int(socket.AF_UNIX), 1, 0),
        _step(RETURN, ERRNO | EAFNOSUPPORT),
        _step(RETURN, ALLOW),
    ]
    for number in denied:
        steps += [_step(EQUAL, number, 0, 1), refuse]
    return [*steps, _step(RETURN, ALLOW)]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
