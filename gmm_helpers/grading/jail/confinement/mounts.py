"""What of the disk is mounted in the jail: this Python, its packages, the system's libraries."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

__all__ = ["CODE", "PACKAGE", "SCRATCH", "Mounts", "find_mounts"]

PACKAGE = Path(__file__).resolve().parents[3]
CODE = "/code"  # where the package lies in the jail, without what lies beside it outside
SCRATCH = "/scratch"  # the one place to write; not /tmp, under which a Python may lie
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store", "/etc/ld.so.cache")


class Mounts(NamedTuple):
    """What is mounted, read-only."""

    executable: str  # the interpreter
    search_path: list[str]  # where it looks for modules
    paths: list[str]  # files and folders, each in the same place as outside


def find_mounts() -> Mounts:
    """Find out what this Python needs to run, wherever it was installed."""
    executable = os.path.realpath(sys.executable)
    homes = {Path(sys.base_prefix), Path(executable).parents[1]}
    libraries = [str(home / name) for home in sorted(homes) for name in ("lib", "lib64")]
    wanted = [path for path in (*_SYSTEM, *libraries) if os.path.exists(path)]
    search_path = [path for path in sys.path if _is_of_python(path, wanted)]
    paths: list[str] = []
    for path in (*wanted, *search_path, executable):
        if not _lies_in(path, paths):
            paths.append(path)
    return Mounts(executable, [CODE, *search_path], paths)


def _is_of_python(path: str, libraries: list[str]) -> bool:
    """Whether an entry of sys.path holds packages, not a project."""
    if not os.path.exists(path):
        return False
    return _lies_in(path, libraries) or Path(path).name in ("site-packages", "dist-packages")


def _lies_in(path: str, folders: list[str]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)
