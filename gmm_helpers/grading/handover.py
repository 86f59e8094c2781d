"""A newer Python for a class that needs one: all of it is then graded there, by the same code.

Nothing is written before, so the other interpreter is given the same arguments.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .errors import BadArgumentError
from .intake.class_folder import collect
from .intake.student_folder import load
from .notes.definitions import needed_pythons
from .notices import Notice, NoticeKind
from .parsing.candidates import read_notebooks
from .parsing.notebook import sources_of
from .parsing.release import read_release
from .parsing.selection import choose_notebooks

__all__ = ["Interpreter", "examine", "find_newer", "hand_over", "notice_of_handover"]

Version = tuple[int, int]
RUNNING: Version = sys.version_info[:2]
OLDEST: Version = (3, 11)
PACKAGES = {"numpy": (2, 0), "scipy": (1, 14)}  # the oldest that will do
SECONDS = 60.0  # for imports from a cold disk
_GIVEN_BY = "GMM_GRADE_GIVEN_BY"  # in the environment: the Python that has handed a class over
_HOME = Path(__file__).resolve().parents[2]
_EXAMINE = """
import json
about = {"python": sys.version_info[:2]}
print(json.dumps(about), flush=True)
import numpy, scipy, matplotlib.pyplot, IPython, tqdm, gmm_helpers.grading.workflow
import gmm_helpers.grading.jail.inside.standalone
from importlib.metadata import version
about["packages"] = {name: version(name) for name in ("numpy", "scipy")}
about["home"] = gmm_helpers.__file__
print(json.dumps(about), flush=True)
"""


class Interpreter(NamedTuple):
    """A Python in which the grader runs."""

    path: str
    version: Version


def hand_over(options: Namespace, arguments: Sequence[str]) -> None:
    """Go on in another Python if one was asked for, or if the class needs a newer one.

    Returns where this Python is the right one, or no better one is found.

    Raises
    ------
    BadArgumentError
        If the Python that was asked for will not do.
    """
    if _GIVEN_BY in os.environ:
        return
    if options.python is not None:
        chosen, reason = examine(options.python, options.gradebook is not None), ""
        if chosen.path == os.path.abspath(sys.executable):
            return
    else:
        if options.doctor or options.scheduler is not None or not [*_newer_on_path()]:
            return  # what a cluster runs is chosen there
        needed = _needed(options)
        found = find_newer(needed, options.gradebook is not None) if needed else None
        if found is None:
            return
        chosen, reason = found, _name(max(needed))
        print(
            f"gmm-grade: some notebooks need Python {reason}: the class is graded by "
            f"{chosen.path} (Python {_name(chosen.version)}).",
            file=sys.stderr,
        )
    sys.stderr.flush()
    environment = {**_environment(), _GIVEN_BY: f"{_name(RUNNING)} {reason}"}
    line = _boot("from gmm_helpers.grading.cli import main; sys.exit(main())")
    os.execve(chosen.path, [chosen.path, "-B", "-c", line, *arguments], environment)


def notice_of_handover() -> list[Notice]:
    """Say that this Python was given the class because of what some notebooks need."""
    given_by, _, needed = os.environ.get(_GIVEN_BY, "").partition(" ")
    if not needed:
        return []
    fields = {"needed": needed, "running": _name(RUNNING), "usual": given_by}
    return [NoticeKind.HANDED_OVER(**fields)]


def find_newer(needed: Collection[Version], gradebook: bool = False) -> Interpreter | None:
    """The newest Python on PATH that can grade, if it knows anything of what is needed."""
    for path in _newer_on_path():
        try:
            found = examine(path, gradebook)
        except BadArgumentError:
            continue
        if found.version > RUNNING and found.version >= min(needed):
            return found
    return None


def examine(python: str, gradebook: bool = False) -> Interpreter:
    """Try whether the grader runs in a Python.

    Raises
    ------
    BadArgumentError
        If it does not, and why.
    """
    path = shutil.which(python)
    if path is None:
        raise BadArgumentError(f"--python {python} is no program: name a Python interpreter.")
    path = os.path.abspath(path)
    more = "import gmm_helpers.grading.reports.formgrader.gradebook" if gradebook else ""
    lines, why = _run(path, _boot(_EXAMINE + more))
    if not lines:
        raise BadArgumentError(f"--python {python} is no Python 3: name a Python interpreter.")
    version = tuple(lines[0]["python"])
    if version < OLDEST:
        raise BadArgumentError(
            f"--python {python} is Python {_name(version)}: gmm-grade needs "
            f"{_name(OLDEST)} or newer."
        )
    packages = lines[-1].get("packages")
    advice = f"run {path} -m pip install -e '.[grading]' in the checkout"
    if not packages:
        raise BadArgumentError(f"--python {python} can't run the grader ({why}): {advice}.")
    for name, oldest in PACKAGES.items():
        if tuple(map(int, re.findall(r"\d+", packages[name])[:2])) < oldest:
            raise BadArgumentError(
                f"--python {python} has {name} {packages[name]}, and {_name(oldest)} or newer is "
                f"needed: {advice}."
            )
    if Path(lines[-1]["home"]).resolve().parents[1] != _HOME:
        raise BadArgumentError(
            f"--python {python} has another copy of gmm-helpers: run the gmm-grade of that Python."
        )
    return Interpreter(path, version)


def _run(path: str, line: str) -> tuple[list[dict], str]:
    """What an interpreter says of itself, and the end of what it complains about."""
    try:
        ended = subprocess.run(
            [path, "-B", "-c", line],
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env=_environment(),
        )
    except (subprocess.TimeoutExpired, OSError):
        return [], "it did not answer"
    complaints = ended.stderr.strip().splitlines()
    why = complaints[-1].strip().rstrip(".") if complaints else "it did not say why"
    try:
        return [json.loads(each) for each in ended.stdout.splitlines() if each[:1] == "{"], why
    except ValueError:
        return [], why


def _environment() -> dict[str, str]:
    """That of this process, without what would lead another Python to files of this one."""
    ours = ("PYTHONHOME", "PYTHONSAFEPATH")
    return {name: value for name, value in os.environ.items() if name not in ours}


def _boot(rest: str) -> str:
    """A program that finds our package; the packages of this Python are none of the other's."""
    shared = (_HOME / "numpy").exists()
    add = f"append({str(_HOME)!r})" if shared else f"insert(0, {str(_HOME)!r})"
    return f"import sys; sys.path[:1] = []; sys.path.{add}; {rest}"


def _newer_on_path() -> Iterator[str]:
    """Programs named like a newer Python, the newest first."""
    folders = [each for each in os.environ.get("PATH", "").split(os.pathsep) if each]
    for minor in range(RUNNING[1] + 20, RUNNING[1], -1):
        for folder in dict.fromkeys(folders):
            if found := shutil.which(f"python{RUNNING[0]}.{minor}", path=folder):
                yield found


def _needed(options: Namespace) -> set[Version]:
    """Newer Pythons that notebooks of the class need; what can't be read is told later."""
    try:
        release = read_release(options.release)
        given = sources_of(release.cells)
        folders, _ = collect(options.submissions, release)
        needed: set[Version] = set()
        for folder in folders:
            notebooks, _ = read_notebooks(load(folder), release, release, given)
            needed |= needed_pythons(choose_notebooks(notebooks, release))
    except (ValueError, OSError):
        return set()
    return needed


def _name(version: Sequence[int]) -> str:
    return "{}.{}".format(*version)
