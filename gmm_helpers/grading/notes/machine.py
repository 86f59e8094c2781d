"""Errors for want of something that was there where the notebook was written, and is not here."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Mapping, Sequence

from ...exercises import Diagnosis
from ...exercises.running.exceptions import RaisedException
from ..jail import ExerciseRun
from ..notices import Notice, NoticeKind
from ..parsing.newer_names import INSTALLED, is_new_in
from ..parsing.selection import ChosenNotebook

__all__ = ["missing_here", "newer_libraries"]

_NAME = "missing where it was graded"
Version = tuple[int, int]
RUNNING: Version = sys.version_info[:2]
_MODULE = re.compile(r"No module named '([\w.]{1,60})'")
_PART = re.compile(
    r"module '(?P<home>[\w.]{1,60})' has no attribute '(?P<name>\w{1,60})'.*"
    r"|cannot import name '(?P<imported>\w{1,60})' from '(?P<origin>[\w.]{1,60})'.*"
    r"|No module named '(?P<module>[\w.]{1,60})'.*"
)
_OF_PARTS = {"AttributeError", "ImportError", "ModuleNotFoundError"}
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
            raised = _raised(runs.get(name))
            message = _message(raised, imported, words, each.notebook.python) if raised else ""
            if message:
                found[name] = [Diagnosis(_NAME, message, quotes_error=True)]
    return found


def newer_libraries(
    chosen: Sequence[ChosenNotebook], runs: Mapping[str, ExerciseRun]
) -> list[Notice]:
    """Notebooks with functions that failed because a library here is older."""
    notices = []
    for each in chosen:
        words = {word for source in each.own_sources for word in re.findall(r"\w+", source)}
        names: dict[tuple[str, Version], list[str]] = {}
        for exercise in each.exercises:
            name = _missing_part(_raised(runs.get(exercise)), words)
            since = is_new_in(name)
            if since and name not in names.setdefault(since, []):
                names[since].append(name)
        for (library, version), new in names.items():
            about = {"library": library, "needed": _dotted(version), "names": new}
            running = _dotted(INSTALLED[library])
            notices.append(NoticeKind.NEWER_LIBRARY(notebook=each.path, running=running, **about))
    return notices


def _raised(run: ExerciseRun | None) -> RaisedException | None:
    """The first exception of a function."""
    return next((o.exception for o in run.outcomes if o.exception), None) if run else None


def _missing_part(raised: RaisedException | None, words: set[str]) -> str:
    """What a library does not have, if the student wrote the name; "" if that is not it."""
    part = _PART.fullmatch(raised.message) if raised and raised.type in _OF_PARTS else None
    if part is None:
        return ""
    home, name = part["home"] or part["origin"] or "", part["name"] or part["imported"]
    whole = ".".join(filter(None, [home, name])) or part["module"]
    return whole if whole.rpartition(".")[2] in words else ""


def _message(
    raised: RaisedException,
    imported: set[str],
    words: set[str],
    python: tuple[int, int] | None,
) -> str:
    name = _missing_part(raised, words)
    if since := is_new_in(name):
        library, version = since
        return (
            f"It uses {name}, which is new in {library} {_dotted(version)}, and this grader runs "
            f"{library} {_dotted(INSTALLED[library])}: please ask for a review."
        )
    module = _MODULE.fullmatch(raised.message)
    if module and raised.type == "ModuleNotFoundError":
        if module[1] not in imported or module[1] in sys.stdlib_module_names:
            return ""
        return (
            f"It uses the module {module[1]}, which is not installed where this was graded: "
            "remove the lines that need it."
        )
    needs = "multiprocessing" in imported or "ProcessPoolExecutor" in words
    if raised.type in _OF_PROCESSES and needs:
        return (
            "It needs other processes, and none are available where this was graded: compute the "
            "result without them."
        )
    home = name.rpartition(".")[0]
    if home in sys.stdlib_module_names and home in words and python and python > RUNNING:
        return (
            f"The notebook was written with Python {_dotted(python)}, and this grader runs Python "
            f"{_dotted(RUNNING)}, which has no {name}: please ask for a review."
        )
    return ""


def _dotted(version: Version) -> str:
    return "{}.{}".format(*version)


def _imported(tree: ast.Module | None) -> set[str]:
    """Modules that are imported anywhere in a cell, and the packages they lie in."""
    names: set[str] = set()
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names | {name.partition(".")[0] for name in names}
