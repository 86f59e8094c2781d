"""A worker that is a process of its own, where there is no jail."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

from . import syscalls, walls
from .interpreter import quiet
from .stubs import leave_out_answers, leave_out_displays
from .worker import cases_of, read_plan, work

__all__ = ["main"]


def main(folder: str, uid: int | None = None) -> None:
    """Do what the plan in a folder says, and end; the reports are written there, too.

    If this is root, and `uid` is given, student code runs as that user, for good.
    """
    place = Path(folder)
    inputs = pickle.loads((place / "cases").read_bytes())
    plan = read_plan(os.open(place / "plan", os.O_RDONLY))
    reports = os.open(place / "reports", os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    leave_out_displays()
    leave_out_answers()
    quiet(str(place / "work"))
    plan["limits"]["AS"] += _address_space()
    walls.limit_resources(plan["limits"])
    if uid is not None:
        _confine(uid)
    work(plan, cases_of(inputs), reports)
    os._exit(0)  # threads that are left do not matter


def _confine(uid: int) -> None:
    """Give up all that root may do, and what student code never needs."""
    Path("/proc/self/oom_score_adj").write_text("1000")  # where memory is short, this one goes
    walls.become(uid)
    walls.drop_capabilities()
    if walls.is_known_machine():
        syscalls.filter_system_calls()


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 2**32
