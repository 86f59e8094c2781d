"""Errors for want of something that was there where the notebook was written, and is not here."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Mapping, Sequence

from ...exercises import Diagnosis
from ...exercises.running.exceptions import RaisedException
from ..jail import ExerciseRun
from ..parsing.selection import ChosenNotebook

__all__ = ["missing_here"]

RUNNING = sys.version_info[:2]
_MODULE = re.compile(r"No module named '([\w.]{1,60})'")
_PART = re.compile(
    r"module '(\w{1,60})' has no attribute '(\w{1,60})'.*"
    r"|cannot import name '(\w{1,60})' from '(\w{1,60})'.*"
)
_OF_PROCESSES = {"FileNotFoundError", "PermissionError", "OSError", "BlockingIOError"}


def missing_here(
    chosen: Sequence[ChosenNotebook], runs: Mapping[str, ExerciseRun]
) -> dict[str, list[Diagnosis]]:
    """Say what an exercise's function did not find; only names of the student's are quoted."""
    found: dict[str, list[Diagnosis]] = {}
    for each in chosen:
        imported = {name for source in each.own_sources for name in _imported(source.tree)}
        words = {name for source in each.own_sources for name in re.findall(r"\w+", source)}
        for name in each.exercises:
            outcomes = runs[name].outcomes if name in runs else ()
            raised = next((o.exception for o in outcomes if o.exception), None)
            message = _message(raised, imported, words, each.notebook.python) if raised else ""
            if message:
                found[name] = [Diagnosis("missing where it was graded", message)]
    return found


def _message(
    raised: RaisedException,
    imported: set[str],
    words: set[str],
    python: tuple[int, int] | None,
) -> str:
    module = _MODULE.fullmatch(raised.message)
    if module and raised.type == "ModuleNotFoundError":
        if module[1] not in imported or module[1] in sys.stdlib_module_names:
            return ""
        return (
            f"It uses the module {module[1]}, which is not installed where this was graded: "
            "remove the lines that need it."
        )
    if raised.type in _OF_PROCESSES and "multiprocessing" in imported:
        return (
            "It uses multiprocessing, but no other processes are available where this was graded: "
            "compute the result without them."
        )
    part = _PART.fullmatch(raised.message)
    if part and raised.type in ("AttributeError", "ImportError") and python and python > RUNNING:
        home, name = part[1] or part[4], part[2] or part[3]
        if home in sys.stdlib_module_names and {home, name} <= words:
            return (
                f"The notebook was written with Python {python[0]}.{python[1]}, and this grader "
                f"runs Python {RUNNING[0]}.{RUNNING[1]}, which has no {home}.{name}: please ask "
                "for a review."
            )
    return ""


def _imported(tree: ast.Module | None) -> set[str]:
    """Modules that are imported anywhere in a cell, and the packages they lie in."""
    names: set[str] = set()
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names | {name.partition(".")[0] for name in names}
