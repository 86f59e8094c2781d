"""Numbers of system calls, which differ between machines."""

from __future__ import annotations

import os
import struct
from typing import NamedTuple

__all__ = ["MACHINES", "Machine", "is_known_machine", "machine"]


class Machine(NamedTuple):
    """A kind of machine: its AUDIT_ARCH, and some of its calls."""

    arch: int
    clone: int
    socket: int
    clone3: int


MACHINES = {
    "x86_64": Machine(0xC000003E, clone=56, socket=41, clone3=435),
    "aarch64": Machine(0xC00000B7, clone=220, socket=198, clone3=435),
}


def is_known_machine() -> bool:
    """Whether the numbers of this machine's system calls are known."""
    return os.uname().machine in MACHINES and struct.calcsize("P") == 8


def machine() -> Machine:
    """The kind of this machine."""
    return MACHINES[os.uname().machine]
