"""What student code may use up."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

__all__ = ["Limits", "of_process", "scale_limits", "soft"]

MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """What student code may use up; no serious answer comes near it.

    Times are wall-clock times, and hard: at the end of them the process is killed. Shortly
    before, the code is interrupted, which leaves a cell's definitions in place.

    Parameters
    ----------
    cell_seconds : float, default=10.0
        For one cell.
    cells_seconds : float, default=60.0
        For all cells of a notebook. After that, only cells that define something still run.
    case_seconds : float, default=6.0
        For one call of a function.
    later_case_seconds : float, default=1.5
        The same, once a call of this function had to be stopped.
    max_stopped : int, default=2
        After so many stopped calls a function is not called again.
    exercise_seconds : float, default=60.0
        For all calls of a function.
    notebook_seconds : float, default=240.0
        For everything in a notebook, so that a slow one takes no time from the others.
    memory : int
        Bytes of address space a process may take beyond what it starts with.
    total_memory : int
        Bytes all processes of a submission may hold together.
    disk, file_size : int
        Bytes in the temporary folder, and in one file.
    processes : int, default=16
        Processes and threads at a time.
    open_files : int, default=128
    result : int
        Bytes one call may return; an exercise may return four times that in all.
    """

    cell_seconds: float = 10.0
    cells_seconds: float = 60.0
    case_seconds: float = 6.0
    later_case_seconds: float = 1.5
    max_stopped: int = 2
    exercise_seconds: float = 60.0
    notebook_seconds: float = 240.0
    memory: int = 1024 * MIB
    total_memory: int = 2048 * MIB
    disk: int = 32 * MIB
    file_size: int = 16 * MIB
    processes: int = 16
    open_files: int = 128
    result: int = 4 * MIB


def scale_limits(limits: Limits, case_seconds: float) -> Limits:
    """The same for another time per call: slow functions need more time in all, too."""
    more = case_seconds / limits.case_seconds
    return replace(
        limits,
        case_seconds=case_seconds,
        later_case_seconds=min(case_seconds, limits.later_case_seconds),
        exercise_seconds=limits.exercise_seconds * more,
        notebook_seconds=limits.cells_seconds
        + (limits.notebook_seconds - limits.cells_seconds) * more,
    )


def soft(seconds: float) -> float:
    """When to interrupt what is killed after so many seconds."""
    return seconds - min(0.5, seconds / 4)


def of_process(limits: Limits, address_space: int) -> dict[str, int]:
    """Limits of a worker that starts with so many bytes, by the names of the resource module."""
    return {
        "AS": address_space + limits.memory,
        "CPU": math.ceil(limits.notebook_seconds),
        "CORE": 0,
        "FSIZE": limits.file_size,
        "MEMLOCK": 0,
        "NOFILE": limits.open_files,
        "NPROC": limits.processes,
    }
