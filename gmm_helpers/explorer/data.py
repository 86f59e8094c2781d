"""The data an explorer shows, in the plane whatever their dimension."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..model.conversion import as_floats
from ..model.datasets import DATASETS, course_original, load_dataset
from ..model.measurements import load_old_faithful
from ..model.params import GMMParams
from ..model.validation import as_data

__all__ = ["NAMES", "Shown", "shown_array", "shown_dataset"]

OLD_FAITHFUL, OLD_FAITHFUL_BOTH = "Old Faithful", "Old Faithful, both"
NAMES = ("original", *DATASETS, OLD_FAITHFUL, OLD_FAITHFUL_BOTH)
MAX_FEATURES, MAX_SAMPLES = 10, 50_000  # beyond, the browser could not follow


class Shown(NamedTuple):
    """Data, and the plane in which they are drawn.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        Read-only.
    origin : ndarray of shape (n_features,)
    axes : ndarray of shape (n_features, n_shown)
        A sample is drawn at ``(x - origin) @ axes``; `n_shown` is 2, or 1 for one feature.
    labels : tuple of str
        Of the axes of the picture.
    note : str, default=""
        What is shown instead, where the data do not fit into the plane.
    truth, start : GMMParams or None
        As in `Dataset`.
    n_samples : int, default=0
        How many there are, where `X` holds only some of them.
    components : ndarray of int or None
        The component each sample came from, where that is known.
    """

    X: np.ndarray
    origin: np.ndarray
    axes: np.ndarray
    labels: tuple[str, ...]
    note: str = ""
    truth: GMMParams | None = None
    start: GMMParams | None = None
    n_samples: int = 0
    components: np.ndarray | None = None


def shown_dataset(name: str) -> Shown:
    """Return one of the data sets of the course, to be drawn.

    Parameters
    ----------
    name : str
        One of `NAMES`.

    Returns
    -------
    Shown

    Raises
    ------
    ValueError
        If there is none of that name.

    Examples
    --------
    >>> shown_dataset("ring").labels
    ('x₁', 'x₂')
    """
    if name not in NAMES:
        raise ValueError(f"no data set is called {name!r}: choose one of {', '.join(NAMES)}.")
    if name == OLD_FAITHFUL:
        return shown_array(load_old_faithful())._replace(labels=("minutes between eruptions",))
    if name == OLD_FAITHFUL_BOTH:
        both = shown_array(load_old_faithful(both=True))
        return both._replace(labels=("eruption, minutes", "wait, minutes"))
    dataset = course_original() if name == "original" else load_dataset(name)
    return shown_array(dataset.X)._replace(
        truth=dataset.params, start=dataset.start, components=dataset.labels
    )


def shown_array(X) -> Shown:
    """Return any data, to be drawn.

    Parameters
    ----------
    X : array_like of shape (n_samples,) or (n_samples, n_features)

    Returns
    -------
    Shown
        Of three and more features, the picture shows the first two principal axes.

    Raises
    ------
    ValueError
        If there are too many features or samples to show, or no table of finite numbers.

    Examples
    --------
    >>> shown_array([1.0, 2.0, 4.0]).X.shape
    (3, 1)
    """
    X = as_floats(X, "X")
    X = as_data(X[:, None] if X.ndim == 1 else X).copy()
    n_samples, n_features = X.shape
    if n_features > MAX_FEATURES or n_samples > MAX_SAMPLES:
        raise ValueError(
            f"X has shape {X.shape}, more than the explorer shows: pass at most "
            f"{MAX_SAMPLES:,} samples of at most {MAX_FEATURES} features."
        )
    X.flags.writeable = False  # a student's function must not change the data it is given
    if n_features <= 2:
        note = (
            "The data have one feature: it lies on the horizontal axis, and curves show the "
            "densities."
        )
        labels = ("x₁", "x₂")[:n_features]
        plane = np.eye(n_features)
        return Shown(X, np.zeros(n_features), plane, labels, note if n_features == 1 else "")
    origin, axes, share = _principal_plane(X)
    note = (
        f"The data have {n_features} features: EM uses all of them, the picture shows the first "
        f"two principal axes, with {share:.0%} of the variance."
    )
    return Shown(X, origin, axes, ("first principal axis", "second principal axis"), note)


def _principal_plane(X: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    origin = X.mean(axis=0)
    _, spread, directions = np.linalg.svd(X - origin, full_matrices=len(X) < 2)
    axes = directions[:2].T
    # Each axis points where its largest entry is positive, so that the picture is always the same.
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    total = (spread**2).sum()
    return origin, axes, float((spread[:2] ** 2).sum() / total) if total > 0 else 1.0
