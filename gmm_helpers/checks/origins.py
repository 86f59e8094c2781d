"""Which run of a cell a check has judged, or why it has judged none, in words."""

from __future__ import annotations

from ..exercises.running.endings import full_stop
from .cell_runs import Origin, OriginKind

__all__ = ["describe_origin"]


def describe_origin(origin: Origin, name: str, to_do: str = "check") -> str:
    """Say which run of a cell a function comes from, or why that is not what the page says.

    `to_do` is what the reader was about to do with it.
    """
    run = origin.run
    if origin.kind is OriginKind.JUDGED:
        return f"This is {name} as you ran it in [{run.number}]; after an edit, run its cell again."
    if origin.kind is OriginKind.ELSEWHERE and origin.newer:
        return (
            f"This is {name} as you ran it in [{run.number}], not as it stands in "
            f"[{origin.newer.number}]."
        )
    older = ", so that an older one would be judged" if origin.older else ""
    if origin.kind is OriginKind.STOPPED:
        why = " " + full_stop(f"It raised {run.error}") if run.error else ""
        if run.error and run.line:
            why += f" See {run.line}"
        return (
            f"The newest run of the cell that defines {name}, [{run.number}], ended before the "
            f"function was defined{older}. Correct the cell, run it, and {to_do} again.{why}"
        )
    instead = f"defines {run.functions[0]}" if run.functions else "no longer defines it"
    return (
        f"The cell that defined {name} was run again in [{run.number}] and now {instead}{older}. "
        f"Define {name} there, run the cell, and {to_do} again."
    )
