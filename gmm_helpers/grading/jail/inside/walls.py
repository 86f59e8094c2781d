"""Linux system calls by which a process gives up what it does not need, through ctypes.

Nothing here can be undone by the process that called it, nor by what it starts.
"""

from __future__ import annotations

import ctypes
import os

__all__ = ["become", "drop_capabilities", "hide_memory", "new_namespaces", "private_folder"]

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID = 0x00020000, 0x08000000, 0x20000000
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REC, MS_PRIVATE = 2, 4, 8, 0x4000, 0x40000
PR_SET_DUMPABLE, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 4, 47, 4
PR_SET_NO_NEW_PRIVS = 38
CAPABILITY_VERSION = 0x20080522

# By name only where they exist: the module is also imported where there are none of these.
_libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None


def _called(name: str, *arguments) -> None:
    if getattr(_libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def prctl(option: int, value, more=0) -> None:
    """Set an attribute of this process."""
    _called("prctl", option, ctypes.c_ulong(value), more, ctypes.c_ulong(0), ctypes.c_ulong(0))


def new_namespaces() -> None:
    """Give this thread mounts and System V objects of its own, and its children process numbers."""
    _called("unshare", CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWPID)
    _called("mount", None, b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None)


def private_folder(path: str, size: int) -> None:
    """Cover a folder with an empty one in memory, which goes away with the namespace."""
    options = f"size={size},nr_inodes=4096,mode=1777".encode()
    flags = ctypes.c_ulong(MS_NOSUID | MS_NODEV)
    _called("mount", b"tmpfs", path.encode(), b"tmpfs", flags, options)


def become(uid: int) -> None:
    """Turn from root into somebody else for good."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Give up whatever of root's powers is left, in this process and all that come of it."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    nothing = (ctypes.c_uint32 * 6)()
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, ctypes.c_ulong(0))
    _called("capset", header, nothing)
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def hide_memory() -> None:
    """Let no process of the same user trace this one or read its memory."""
    prctl(PR_SET_DUMPABLE, 0)
