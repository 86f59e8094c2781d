"""Data that were measured, and not drawn from a mixture."""

from __future__ import annotations

from importlib.resources import files
from typing import NamedTuple

import numpy as np

__all__ = ["MEASUREMENTS", "Measurements", "load_measurements", "load_old_faithful"]


class Measurements(NamedTuple):
    """Measured data, with what is known about them.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    features : tuple of str
        What each column of `X` is, with its unit where one was published.
    labels : ndarray of int, shape (n_samples,), or None
        The group each sample belongs to, an index into `groups`; None if there are no groups.
        EM is never shown these.
    groups : tuple of str
        Names of the groups; empty if there are none.
    source : str
        Who measured and published them, and under which licence they are passed on.
    """

    X: np.ndarray
    features: tuple[str, ...]
    labels: np.ndarray | None
    groups: tuple[str, ...]
    source: str


class _Table(NamedTuple):
    """A file in ``data/``: its columns of numbers, as they are shown, and those of groups."""

    file: str
    features: dict[str, str]
    grouped_by: tuple[str, ...] = ()


_PENGUINS = {
    "bill_length_mm": "bill length (mm)",
    "bill_depth_mm": "bill depth (mm)",
    "flipper_length_mm": "flipper length (mm)",
    "body_mass_g": "body mass (g)",
}
_IRIS = {
    f"{part}_{size}_cm": f"{part} {size} (cm)"
    for part in ("sepal", "petal")
    for size in ("length", "width")
}
_WINE = {
    "alcohol": "alcohol",
    "malic_acid": "malic acid",
    "ash": "ash",
    "alcalinity_of_ash": "alcalinity of ash",
    "magnesium": "magnesium",
    "total_phenols": "total phenols",
    "flavanoids": "flavanoids",
    "nonflavanoid_phenols": "nonflavanoid phenols",
    "proanthocyanins": "proanthocyanins",
    "color_intensity": "color intensity",
    "hue": "hue",
    "od280_od315_of_diluted_wines": "OD280/OD315 of diluted wines",
    "proline": "proline",
}
_TABLES = {
    "old faithful": _Table(
        "old_faithful.csv", {"eruptions": "eruption (minutes)", "waiting": "waiting (minutes)"}
    ),
    "penguins": _Table("penguins.csv", _PENGUINS, ("species",)),
    "penguins, species and sex": _Table("penguins.csv", _PENGUINS, ("species", "sex")),
    "iris": _Table("iris.csv", _IRIS, ("species",)),
    "wine": _Table("wine.csv", _WINE, ("cultivar",)),
}
MEASUREMENTS = tuple(_TABLES)


def load_measurements(name: str) -> Measurements:
    """Load real data by name.

    Parameters
    ----------
    name : str
        One of `MEASUREMENTS`. "old faithful": 272 eruptions of a geyser, 2 features. "penguins":
        342 penguins of 3 species, 4 features; "penguins, species and sex" are the same penguins
        in the same order, in other groups. "iris": 150 flowers of 3 species, 4 features. "wine":
        178 wines of 3 cultivars, 13 features.

    Returns
    -------
    Measurements
        In the order in which they were published, and in their units.

    Raises
    ------
    ValueError
        If no measurements have this name.

    Examples
    --------
    >>> penguins = load_measurements("penguins")
    >>> penguins.X.shape, penguins.features[0], penguins.groups
    ((342, 4), 'bill length (mm)', ('Adelie', 'Gentoo', 'Chinstrap'))
    >>> np.bincount(penguins.labels)
    array([151, 123,  68])
    """
    if name not in MEASUREMENTS:
        raise ValueError(f"no measurements are called {name!r}: choose one of {[*MEASUREMENTS]}.")
    table = _TABLES[name]
    comments, columns = _read(table.file)
    X = np.array([columns[column] for column in table.features], dtype=float).T.copy()
    labels: np.ndarray | None = None
    groups: tuple[str, ...] = ()
    if table.grouped_by:
        of_samples = [
            ", ".join(each) for each in zip(*map(columns.get, table.grouped_by), strict=True)
        ]
        groups = tuple(dict.fromkeys(of_samples))  # in the order in which they appear
        labels = np.array([groups.index(group) for group in of_samples])
    return Measurements(X, tuple(table.features.values()), labels, groups, " ".join(comments))


def load_old_faithful(*, both: bool = False) -> np.ndarray:
    """Return the times between eruptions of the geyser Old Faithful, in minutes.

    Parameters
    ----------
    both : bool, default=False
        Whether to return, before the wait, how long the eruption before that wait took.

    Returns
    -------
    ndarray of shape (272, 1), or (272, 2) with `both`
        In the order they were measured. Source and licence stand in ``data/old_faithful.csv``.

    Examples
    --------
    >>> X = load_old_faithful()
    >>> X.shape, float(X.min()), float(X.max())
    ((272, 1), 43.0, 96.0)
    >>> load_old_faithful(both=True)[0].tolist()  # an eruption of 3.6 minutes, then a wait of 79
    [3.6, 79.0]
    """
    X = load_measurements("old faithful").X
    return X if both else X[:, 1:].copy()


def _read(file: str) -> tuple[list[str], dict[str, list[str]]]:
    """Read a file of ``data/``: its comments, and its columns as text."""
    text = (files(__package__) / "data" / file).read_text(encoding="utf-8")
    lines = text.splitlines()
    comments = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    head, *rows = (line.split(",") for line in lines if not line.startswith("#"))
    return comments, dict(zip(head, map(list, zip(*rows, strict=True)), strict=True))
