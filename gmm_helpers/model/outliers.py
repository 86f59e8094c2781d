"""A sample so far away that beside it floating-point numbers lose the spread of all the others."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

__all__ = ["FarSample", "find_far_sample"]

# Squares of numbers in this ratio have few digits in common; a covariance that must hold both
# is flat up to rounding.
TOO_FAR = 1e7


class FarSample(NamedTuple):
    """The farthest sample, seen in one feature.

    Parameters
    ----------
    sample, feature : int
    distance : float
        Its distance from the median.
    usual : float
        How far the other samples are from it, as a rule: the median of distances above 0.
    """

    sample: int
    feature: int
    distance: float
    usual: float


def find_far_sample(X: np.ndarray, ratio: float = TOO_FAR) -> FarSample | None:
    """Find the sample that is far from all others; None if none is too far for arithmetic.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    ratio : float, default=1e7
        Of its distance to the usual one, from which on a sample is far.

    Examples
    --------
    >>> X = np.array([[0.0], [1.0], [2.0], [1e9]])
    >>> find_far_sample(X).sample, find_far_sample(X[:3])
    (3, None)
    """
    distances = np.abs(X - np.quantile(X, 0.5, axis=0, method="lower"))
    farthest = None
    for feature, column in enumerate(distances.T):
        moved = column[column > 0]
        if len(moved) == 0:
            continue
        usual = float(np.quantile(moved, 0.5, method="lower"))
        sample = int(column.argmax())
        found = FarSample(sample, feature, float(column[sample]), usual)
        if found.distance > ratio * usual and (
            farthest is None or found.distance / usual > farthest.distance / farthest.usual
        ):
            farthest = found
    return farthest
