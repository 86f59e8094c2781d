"""The output folder: what a run was begun with, and which results it holds already."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from .reports.files import write_json
from .settings import Settings

__all__ = ["Session", "mark_of", "versions"]

_FORM = 4  # of results; those of another one are made again


def versions() -> dict[str, str]:
    """What a grade may depend on besides the submission and the settings."""
    names = ("gmm-helpers", "numpy", "scipy")
    return {"python": platform.python_version(), **{name: _version(name) for name in names}}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # of ours, in a Python that was given the class by another
        return "not installed"


def mark_of(settings: Settings) -> str:
    """A mark that changes if any grade could."""
    about = (
        *(_FORM, settings.seed, settings.limits, settings.isolation, settings.release),
        *(settings.helper_counts, settings.public_seed, versions()),
    )
    return hashlib.sha256(repr(about).encode("utf-8", "replace")).hexdigest()[:16]


class Session:
    """Results on disk, one file per student; `names` are those of the files."""

    def __init__(self, folder: Path, names: Mapping[str, str]):
        self.folder, self.names = folder, names

    @staticmethod
    def stored(folder: Path) -> dict[str, Any]:
        """What a run in this folder was begun with; empty if there was none."""
        settings = _read(folder / "settings.json")
        return settings if isinstance(settings.get("seed"), int) else {}

    def begin(self, settings: Settings) -> None:
        """Write down what everything is graded with."""
        self.mark = mark_of(settings)
        seeds = {"seed": settings.seed, "public_seed": settings.public_seed}
        about = {**seeds, "limits": repr(settings.limits), "versions": versions()}
        write_json(self.folder / "settings.json", {**about, "mark": self.mark})

    def load(self, student: str, digest: str) -> dict[str, Any] | None:
        """The result of the same submission under the same settings, if it is there."""
        result = _read(self._path(student))
        if result.get("ungraded"):  # the reason may have passed
            return None
        same = (result.get("mark"), result.get("digest")) == (self.mark, digest)
        return result if same and result.get("student") == student else None

    def keep(self, result: Mapping[str, Any]) -> None:
        """Write a result at once, so that nothing that happens later can lose it."""
        write_json(self._path(result["student"]), {**result, "mark": self.mark})

    def _path(self, student: str) -> Path:
        return self.folder / "results" / f"{self.names[student]}.json"


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
