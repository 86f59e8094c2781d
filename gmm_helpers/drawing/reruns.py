"""Widgets of a cell that is run again: those of before are closed.

A widget lives until it is closed, with its pictures, even if its cell has made another.
"""

from __future__ import annotations

import sys
import weakref

__all__ = ["close_those_of_an_earlier_run"]

_MADE: dict[str, tuple[str, list[weakref.ref]]] = {}  # by cell: the run, and its widgets


def close_those_of_an_earlier_run(widget) -> None:
    """Close what earlier runs of the present cell have made; where cells have no ids, nothing."""
    cell, run = _present_cell()
    if not cell:
        return
    last_run, widgets = _MADE.get(cell, (run, []))
    if last_run != run:
        for earlier in [reference() for reference in widgets]:
            if earlier is not None:
                earlier.close()
        widgets = []
    _MADE[cell] = (run, [*widgets, weakref.ref(widget)])


def _present_cell() -> tuple[str, str]:
    """Id of the cell that runs, and of this run of it."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    get_request = getattr(getattr(shell, "kernel", None), "get_parent", None)
    request = (_ask(get_request) if get_request else None) or {}
    cell = request.get("metadata", {}).get("cellId")
    return cell or "", request.get("header", {}).get("msg_id", "")


def _ask(get_request) -> dict | None:
    try:
        return get_request("shell")
    except TypeError:  # in a browser a kernel has no channels
        return get_request()
