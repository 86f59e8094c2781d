"""How much memory the processes of a jail hold together, as the kernel reports it outside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["address_space", "held_by_children"]

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def address_space(pid: int) -> int:
    """Bytes of address space a process has; 0 if it is gone."""
    return _pages(pid)[0] * _PAGE


def held_by_children(pid: int) -> int:
    """Bytes all descendants of a process hold, beyond what they share with it."""
    own = _pages(pid)[1]
    return sum(max(0, _pages(child)[1] - own) for child in _descendants(pid)) * _PAGE


def _pages(pid: int) -> tuple[int, int]:
    try:
        total, resident, *_ = Path(f"/proc/{pid}/statm").read_text().split()
    except (OSError, ValueError):
        return 0, 0
    return int(total), int(resident)


def _descendants(pid: int) -> Iterator[int]:
    for child in _children(pid):
        yield child
        yield from _descendants(child)


def _children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(word) for task in tasks for word in (task / "children").read_text().split()]
    except (OSError, ValueError):  # it has just ended
        return []
