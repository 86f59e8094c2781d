"""Exponentials of log-densities, none of which comes near the denormal numbers.

For these, processors take a hundred times as long. A larger sum of exponentials loses nothing where
what is faint beside it counts as 0.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from .buffers import LINE

__all__ = ["Exponentials", "exponentials_beside"]

# Logarithms beside the peak: of what counts as 0, of the smallest sum that loses nothing to that,
# and from where on there is no need to look.
FAINTEST, MIN_NORM, CLEAR = -650.0, -575.0, -600.0
MAX_PEAK = 600.0  # exponentials of a little more overflow


class Exponentials:
    """How to take them, where no density exceeds the exponential of a peak.

    Parameters
    ----------
    peak : float
        At least 0.

    Attributes
    ----------
    min_norm : float
        The smallest sum of exponentials that is exact.
    clear : float
        Where all logarithms are above this, none is faint.
    """

    def __init__(self, peak: float):
        peak = min(peak, MAX_PEAK)
        self.min_norm, self.clear = math.exp(MIN_NORM + peak), CLEAR + peak
        self._faintest = FAINTEST + peak
        # To the bit what it is among many numbers.
        self._faint = np.exp(np.full(LINE, self._faintest))[0]

    def write(self, logarithms: np.ndarray, are_clear: bool) -> None:
        """Replace logarithms by their exponentials."""
        if are_clear:
            np.exp(logarithms, out=logarithms)
            return
        np.maximum(logarithms, self._faintest, out=logarithms)
        np.exp(logarithms, out=logarithms)
        logarithms -= self._faint


exponentials_beside = lru_cache(maxsize=8)(Exponentials)
