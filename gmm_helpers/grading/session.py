"""The folder OUT: what a run was begun with, and what is done of it already."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .grader import Settings
from .reports.files import write_json

__all__ = ["Session", "mark_of", "versions"]


def versions() -> dict[str, str]:
    """What a grade may depend on besides the submission and the settings."""
    names = ("gmm-helpers", "numpy", "scipy")
    return {"python": platform.python_version(), **{name: version(name) for name in names}}


def mark_of(settings: Settings) -> str:
    """A mark that changes if any grade could."""
    about = (settings.seed, settings.limits, settings.isolation, settings.release, versions())
    return hashlib.sha256(repr(about).encode("utf-8", "replace")).hexdigest()[:16]


class Session:
    """Results on disk, one file a student.

    Parameters
    ----------
    folder : Path
        OUT.
    names : mapping
        Name of each student's file.
    """

    def __init__(self, folder: Path, names: Mapping[str, str]):
        self.folder, self.names = folder, names

    @staticmethod
    def stored(folder: Path) -> dict[str, Any]:
        """What a run in this folder was begun with; empty if there was none."""
        found = _read(folder / "settings.json")
        return found if isinstance(found.get("seed"), int) else {}

    def begin(self, settings: Settings) -> None:
        """Write down what everything is graded with."""
        self.mark = mark_of(settings)
        about = {"seed": settings.seed, "limits": repr(settings.limits), "versions": versions()}
        write_json(self.folder / "settings.json", {**about, "mark": self.mark})

    def done(self, student: str, digest: str) -> dict[str, Any] | None:
        """The result of the same submission under the same settings, if it is there."""
        found = _read(self._path(student))
        if found.get("lost"):  # whatever it was may be over
            return None
        same = (found.get("mark"), found.get("digest")) == (self.mark, digest)
        return found if same and found.get("student") == student else None

    def keep(self, result: Mapping[str, Any]) -> None:
        """Write a result so that nothing that happens later can lose it."""
        write_json(self._path(result["student"]), {**result, "mark": self.mark})

    def _path(self, student: str) -> Path:
        return self.folder / "results" / f"{self.names[student]}.json"


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
