"""What the doctor tries in the jail: for each wall, lines that would get through without it."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

__all__ = ["DEFINE_HOLDS", "EXERCISE", "HOLDS", "PROBES", "Probe", "cell_of"]

EXERCISE = "update_weights"  # the function the lines are put into; any would do


class Probe(NamedTuple):
    """One wall, and what the lines try, in words.

    The lines raise where the wall holds. They may use `folder`, `name`, `pid` and `limits` of
    the grader.
    """

    wall: str
    tried: str
    lines: str


PROBES = (
    Probe("user", "being root", "assert os.getuid() == 0, 'it runs as another user'"),
    Probe("reading", "reading a file of the grader", "open(f'{folder}/secret').read()"),
    Probe("writing", "writing beside that file", "open(f'{folder}/left', 'w').write('x')"),
    Probe("Python", "changing NumPy for the next submission", "open(np.__file__, 'a').close()"),
    Probe("environment", "reading a variable of the grader", "os.environ[name]"),
    Probe("processes", "sending a signal to the grader", "os.kill(pid, 0)"),
    Probe("/proc", "reading what the kernel reports of it", "os.stat(f'/proc/{pid}/status')"),
    Probe(
        "network",
        "finding a way to another machine",
        "with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:\n"
        "    s.connect(('192.0.2.1', 9))",
    ),
    Probe(
        "sockets",
        "connecting to a socket of the grader",
        "with socket.socket(socket.AF_UNIX) as s:\n    s.connect(f'{folder}/socket')",
    ),
    Probe("namespaces", "becoming root of a new namespace", "call('unshare', 0x10000000)"),
    Probe("hidden memory", "making a file no limit counts", "os.close(os.memfd_create('x'))"),
    Probe("memory", "taking more memory than allowed", "bytearray(limits.memory + 2**20)"),
    Probe(
        "file size",
        "writing too large a file",
        "with open('large', 'wb') as file:\n"
        "    for _ in range(limits.file_size // 2**20 + 1):\n        file.write(bytes(2**20))",
    ),
    Probe(
        "disk",
        "filling the disk",
        "for i in range(limits.disk // 2**20 + 1):\n"
        "    with open(f'{i}', 'wb') as file:\n        file.write(bytes(2**20))",
    ),
    Probe(
        "number of processes",
        "starting too many processes",
        "children = []\n"
        "try:\n"
        "    for _ in range(limits.processes + 1):\n"
        "        children.append(os.fork())\n"
        "        if not children[-1]:\n"
        "            time.sleep(60)\n"
        "            os._exit(0)\n"
        "finally:\n"
        "    for child in children:\n"
        "        os.kill(child, 9)",
    ),
)
_CELL = """
import ctypes, os, socket, time
import numpy as np
from types import SimpleNamespace
folder, name, pid, limits = {folder!r}, {name!r}, {pid}, SimpleNamespace(**{limits})

def call(name, *arguments):
    if getattr(ctypes.CDLL(None), name)(*arguments):
        raise OSError("the kernel refuses")

def {exercise}(*arguments):
    try:
{lines}
    except BaseException as error:
        kind = "" if isinstance(error, AssertionError) else type(error).__name__
        raise {holds}(": ".join(filter(None, [kind, str(error)]))) from None
"""
# The class of the exception that the cell raises if the lines were stopped.
HOLDS = "WallHoldsError"
DEFINE_HOLDS = f"class {HOLDS}(Exception):\n    pass\n\n"


def cell_of(probe: Probe, folder: str, name: str, pid: int, limits: dict) -> str:
    """The cell of a submission that tries a wall: it raises `HOLDS` if the wall holds."""
    return DEFINE_HOLDS + _CELL.format(
        folder=folder,
        name=name,
        pid=pid,
        limits=limits,
        exercise=EXERCISE,
        lines=textwrap.indent(probe.lines, " " * 8),
        holds=HOLDS,
    )
