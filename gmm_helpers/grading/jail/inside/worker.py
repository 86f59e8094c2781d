"""Run the cells of one notebook, call its functions on the cases, report what comes of it.

It starts as trusted code, and the cells may turn it into anything. So it only ever writes reports,
in a fixed order, and the outside treats every one of them as a claim.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....exercises import EXERCISES, CallStatus, Case, Outcome, attempt_next
from ....exercises.judging.returned_values import Unusable, UnusableKind
from ....exercises.running.exceptions import RaisedException
from ....exercises.running.helper_calls import HelperCalls
from ....exercises.statuses import RunStatus
from ..protocol.frames import frame
from ..protocol.records import write_cell, write_exercise, write_outcome
from ..protocol.values import n_bytes
from ..reasons import Reason, ReasonKind
from . import leftovers
from .function_state import state_of
from .interpreter import Notebook
from .moments import MomentReachedError, Moments
from .stand_ins import put_in_place, take_helpers

__all__ = ["cases_of", "read_plan", "work"]

_MISSING = object()


def cases_of(inputs: Mapping[str, Sequence[tuple]]) -> dict[str, list[Case]]:
    """Make cases of arguments and layouts: nothing else about them is known in here."""
    return {
        name: [Case("", arguments, layout) for arguments, layout in pairs]
        for name, pairs in inputs.items()
    }


def read_plan(fd: int) -> dict[str, Any]:
    """Read what is to be done, and close the file."""
    with os.fdopen(fd, "rb") as file:
        return json.load(file)


def work(
    plan: dict, cases: Mapping[str, Sequence[Case]], report_fd: int, alone: bool = False
) -> None:
    """Do what the plan says; the order of the reports is the order of the plan.

    In the plan are "cells": number, source, seconds of each, and whether it may be left out;
    "cells_seconds": when that begins; "exercises": name, number of the first case, seconds for
    each case; "result": most bytes of a result; "homes" and "until": see `Moments`; "replaced":
    names under which our own functions stand once the cells have run. Cells below the moment that
    is asked for do not run. Nobody else has processes here if it is `alone`.
    """
    report = _make_reporter(report_fd)
    notebook = Notebook()
    moments = Moments(notebook.namespace, plan.get("homes", {}), plan.get("until"))
    ours = take_helpers(plan.get("replaced", ()))  # before a cell can put anything in their place
    report({"ready": True})
    now = time.monotonic  # the cells may put something else in its place
    late = now() + plan["cells_seconds"]
    for number, source, seconds, optional in plan["cells"]:
        reason: Reason | None = None
        if optional and now() > late:
            reason = Reason(ReasonKind.LEFT_OUT)
        elif not moments.reached:
            with contextlib.suppress(MomentReachedError):
                reason = notebook.run(number, source, seconds)
                moments.end_cell(number)
        report(write_cell(number, reason))
    # What is replaced would make every function another one than its check saw.
    moments_of = {name: moments.others(name) for name, *_ in plan["exercises"] if ours}
    put_in_place(notebook.namespace, ours)
    forked = False  # once: the process that waits for this one must not be killed
    for name, first, seconds in plan["exercises"]:
        function = moments.found if moments.reached else notebook.namespace.get(name, _MISSING)
        if not forked and leftovers.are_left() and not _runs_beside(function):
            forked = leftovers.go_on_without(alone)
            report = _make_reporter(report_fd)
        status = _status_of(function)
        found = moments_of[name] if ours else moments.others(name)
        report(write_exercise(name, status, found))
        if status is RunStatus.RAN:
            _call(report, name, function, cases[name], first, seconds, plan["result"])


def _make_reporter(fd: int) -> Callable:
    # The cells may put something else in their place.
    write, own_number, end = os.write, os.getpid, os._exit
    number = own_number()

    def report(header: dict, buffers: Sequence[bytes] = ()) -> None:
        if own_number() != number:  # a cell has forked, and this is the child
            end(0)
        left = memoryview(frame(header, buffers))
        while left:
            left = left[write(fd, left) :]

    return report


def _runs_beside(function: Any) -> bool:
    """Whether a function uses something that would not outlive a fork, like a pool of threads."""
    state = state_of(function)
    return state is None or state.is_running


def _status_of(function: Any) -> RunStatus:
    if function is _MISSING:
        return RunStatus.UNDEFINED
    return RunStatus.RAN if callable(function) else RunStatus.NOT_A_FUNCTION


def _without_the_largest(value: Any, largest: int) -> Any:
    """A result whose arrays are too large with a word in place of each of them."""
    if n_bytes(value) <= largest:
        return value
    if isinstance(value, tuple):
        parts = [_without_the_largest(part, largest // len(value)) for part in value]
        return tuple(parts) if type(value) is tuple else type(value)(*parts)
    return Unusable(UnusableKind.TOO_LARGE)


def _call(report, name: str, function: Callable, cases, first: int, seconds, largest) -> None:
    calls, outcomes = HelperCalls(name), [Outcome(status=CallStatus.UNTRIED)] * first
    for i in range(first, len(cases)):
        try:
            with calls:
                outcome = attempt_next(EXERCISES[name], function, cases, outcomes, seconds)
        except KeyboardInterrupt:
            raised = RaisedException("KeyboardInterrupt")
            outcome = Outcome(status=CallStatus.RAISED, exception=raised)
        outcomes.append(outcome)
        outcome = replace(outcome, value=_without_the_largest(outcome.value, largest))
        report(*write_outcome(i, outcome, calls.seen))
        if i == 0 and outcome.status is CallStatus.UNWRITTEN:
            return
