"""Where what was handed out lies: in a folder, in the students' zip, or in a file with points."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from ....exercises.syllabus import read_syllabus
from .notebooks import as_set, check_names

__all__ = ["contents_of"]


def contents_of(place: Path, own: Path) -> dict[Path, bytes]:
    """The notebooks of a place by path; those of a ``release.toml`` are the course's `own` ones.

    Raises
    ------
    ValueError
        If a file can't be read, or names what is in no notebook.
    """
    if place.suffix == ".toml":
        return _with_points(place, own)
    if place.is_file():
        return _packed(place)
    return {path: path.read_bytes() for path in place.glob("*.ipynb")}


def _with_points(place: Path, own: Path) -> dict[Path, bytes]:
    syllabus = read_syllabus(place)
    notebooks = {path: json.loads(path.read_bytes()) for path in own.glob("*.ipynb")}
    check_names(syllabus, notebooks.values())
    stems = {path.stem for path in notebooks if syllabus.holds(path.stem)}
    return {
        path: json.dumps(as_set(notebook, syllabus, stems)).encode()
        for path, notebook in notebooks.items()
        if path.stem in stems
    }


def _packed(place: Path) -> dict[Path, bytes]:
    try:
        with zipfile.ZipFile(place) as archive:
            names = [name for name in archive.namelist() if name.endswith(".ipynb")]
            return {place / name: archive.read(name) for name in names}
    except (OSError, zipfile.BadZipFile) as error:
        raise ValueError(f"{place} can't be read as a release: {error}.") from None
