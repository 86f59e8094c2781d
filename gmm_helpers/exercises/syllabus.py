"""What one course sets of all there is: its chapters, and the points of its exercises.

It stands in ``release.toml``, which `make release` and `gmm-grade` read. A package that was handed
out with one holds a copy, so that `check` counts the same points.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

__all__ = ["FILE_NAME", "Syllabus", "packaged_syllabus", "parse_syllabus", "read_syllabus"]

FILE_NAME = "release.toml"
MAX_POINTS = 1000
_PACKAGED = Path(__file__).parents[1] / FILE_NAME  # in a wheel that was handed out with it
_KEYS = ("chapters", "points", "package", "hand_in")


class Syllabus(NamedTuple):
    """What is set; whatever is not named here stays as it is.

    Parameters
    ----------
    chapters : tuple of int
        Numbers of the chapters; all of them if there is none.
    points : mapping of str to float
        Of exercises and written questions, by name; what earns 0 is left out.
    package : str
        Address from which the first cell of a notebook installs the package.
    hand_in : str
        How to hand in, for the README.
    """

    chapters: tuple[int, ...] = ()
    points: Mapping[str, float] = MappingProxyType({})
    package: str = ""
    hand_in: str = ""

    @property
    def left_out(self) -> frozenset[str]:
        """Exercises and questions that earn nothing and have no row."""
        return frozenset(name for name, points in self.points.items() if not points)

    def holds(self, stem: str) -> bool:
        """Whether a notebook is set, by its name; one without a number is always there.

        Examples
        --------
        >>> [Syllabus((1, 2)).holds(stem) for stem in ("02_e_step", "03_m_step", "explorer")]
        [True, False, True]
        """
        number = stem.partition("_")[0]
        return not (self.chapters and number.isdigit()) or int(number) in self.chapters


def read_syllabus(path: Path) -> Syllabus:
    """Read a ``release.toml``.

    Raises
    ------
    ValueError
        If it can't be read, or holds anything that is not understood.
    """
    try:
        return parse_syllabus(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from None


def parse_syllabus(text: str) -> Syllabus:
    """Read the text of a ``release.toml``.

    Raises
    ------
    ValueError
        If it holds anything that is not understood.

    Examples
    --------
    >>> found = parse_syllabus("chapters = [1, 2]\\n[points]\\ne_step = 8\\nsample_gmm = false")
    >>> found.chapters, dict(found.points), found.left_out
    ((1, 2), {'e_step': 8.0, 'sample_gmm': 0.0}, frozenset({'sample_gmm'}))
    """
    given = tomllib.loads(text)
    for key in given:
        if key not in _KEYS:
            close = get_close_matches(key, _KEYS, 1)
            meant = f"did you mean {close[0]}?" if close else f"choose from {', '.join(_KEYS)}."
            hint = " Points belong below a line [points]." if key.isidentifier() else ""
            raise ValueError(f"{key!r} is not known here: {meant}{hint}")
    chapters = given.get("chapters", [])
    if not isinstance(chapters, list) or not all(type(n) is int and n > 0 for n in chapters):
        raise ValueError(f"chapters are numbers, as in [1, 2], not {chapters!r}.")
    if "chapters" in given and not chapters:
        raise ValueError("chapters is empty: name some, or leave the line out to take all.")
    points = given.get("points", {})
    if not isinstance(points, dict):
        raise ValueError(f"points are lines such as e_step = 5 below a line [points], not {points}")
    package, hand_in = (given.get(key, "") for key in ("package", "hand_in"))
    if not isinstance(package, str) or not isinstance(hand_in, str):
        raise ValueError("package and hand_in are texts in quotation marks.")
    if package and (not package.startswith("https://") or set(package) & set("\"'{}\\ \n")):
        raise ValueError(f"package is an address that begins with https://, not {package!r}.")
    worth = {name: _points(name, value) for name, value in points.items()}
    return Syllabus(tuple(sorted({*chapters})), MappingProxyType(worth), package, hand_in)


def packaged_syllabus() -> Syllabus:
    """What this package was handed out with; nothing in a checkout."""
    return read_syllabus(_PACKAGED) if _PACKAGED.is_file() else Syllabus()


def _points(name: str, value: Any) -> float:
    if value is False:
        return 0.0
    if type(value) not in (int, float) or not 0 <= value <= MAX_POINTS:
        expected = f"a number from 0 to {MAX_POINTS}, or false to leave it out"
        raise ValueError(f"points of {name}: expected {expected}, got {value!r}.")
    return float(value)
