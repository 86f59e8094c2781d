"""Linux system calls by which a process gives up what it does not need, through ctypes.

Nothing here can be undone by the process that called it, nor by what it starts.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import struct
from collections.abc import Mapping
from typing import NamedTuple

try:
    import resource
except ImportError:  # Windows has none of this
    resource = None  # type: ignore[assignment]


__all__ = [
    "MACHINES",
    "become",
    "drop_capabilities",
    "fork_into_namespaces",
    "hide_memory",
    "is_known_machine",
    "keep_mounts_private",
    "limit_resources",
    "private_folder",
]

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID = 0x00020000, 0x08000000, 0x20000000
MS_NOSUID, MS_NODEV, MS_REC, MS_PRIVATE = 2, 4, 0x4000, 0x40000
PR_SET_DUMPABLE, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 4, 47, 4
PR_SET_NO_NEW_PRIVS = 38
CAPABILITY_VERSION = 0x20080522


class Machine(NamedTuple):
    """A kind of machine: its AUDIT_ARCH, and the numbers of some system calls, which differ."""

    arch: int
    clone: int
    socket: int
    clone3: int


MACHINES = {
    "x86_64": Machine(0xC000003E, clone=56, socket=41, clone3=435),
    "aarch64": Machine(0xC00000B7, clone=220, socket=198, clone3=435),
}

# By name only where they exist: the module is also imported where there are none of these.
_libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None


def _call(name: str, *arguments) -> None:
    if getattr(_libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def is_known_machine() -> bool:
    """Whether the numbers of this machine's system calls are known."""
    return os.uname().machine in MACHINES and struct.calcsize("P") == 8


def prctl(option: int, value, more=0) -> None:
    """Set an attribute of this process."""
    _call("prctl", option, ctypes.c_ulong(value), more, ctypes.c_ulong(0), ctypes.c_ulong(0))


def fork_into_namespaces() -> int:
    """Fork a child into namespaces of its own: mounts, processes and System V objects.

    `os.fork` cannot do that: namespaces for children would have to be made beforehand, and each
    process can make only one. So this is the system call itself, between the two functions that
    Python requires around it. What else the C library would do concerns threads, of which there
    are none here, and the number of the thread that it remembers: it is 1 in the first process of
    a jail, and 1 in the first process of the new namespace.

    Raises
    ------
    OSError
        If the kernel refuses, or the number of the call is not known on this machine.
    """
    if os.getpid() != 1 or not is_known_machine():
        raise OSError("only the first process of a jail on a known machine can do this")
    flags = CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWPID | signal.SIGCHLD
    ctypes.pythonapi.PyOS_BeforeFork()
    pid = _clone(flags)
    if pid == 0:
        ctypes.pythonapi.PyOS_AfterFork_Child()
    else:
        ctypes.pythonapi.PyOS_AfterFork_Parent()
    if pid < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"clone: {os.strerror(number)}")
    return pid


def _clone(flags: int) -> int:
    library = ctypes.PyDLL(None, use_errno=True)  # holds the interpreter's lock, as it must
    library.syscall.restype = ctypes.c_long
    return library.syscall(
        *map(ctypes.c_long, (MACHINES[os.uname().machine].clone, flags, 0, 0, 0, 0))
    )


def keep_mounts_private() -> None:
    """Hide what is mounted from now on from everything outside this namespace."""
    _call("mount", None, b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None)


def private_folder(path: str, size: int) -> None:
    """Cover a folder with an empty one in memory, which goes away with the namespace."""
    options = f"size={size},nr_inodes=4096,mode=1777".encode()
    flags = ctypes.c_ulong(MS_NOSUID | MS_NODEV)
    _call("mount", b"tmpfs", path.encode(), b"tmpfs", flags, options)


def become(uid: int) -> None:
    """Turn from root into another user for good."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Give up whatever is left of root's powers, in this process and all its descendants."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    nothing = (ctypes.c_uint32 * 6)()
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, ctypes.c_ulong(0))
    _call("capset", header, nothing)
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def hide_memory() -> None:
    """Keep processes of the same user from tracing this one or reading its memory."""
    prctl(PR_SET_DUMPABLE, 0)


def limit_resources(limits: Mapping[str, int]) -> None:
    """Set limits that this process and its children cannot raise again, where there are any.

    Their names are those of the resource module without "RLIMIT_", like ``{"FSIZE": 1000}``. The
    last of the processes is for `leftovers.go_on_without`, which raises the limit by one.
    """
    for name, value in limits.items():
        number = getattr(resource, f"RLIMIT_{name}", None)
        if number is not None:
            with contextlib.suppress(ValueError, OSError):  # lower ones hold already
                resource.setrlimit(number, (value - (name == "NPROC"), value))
