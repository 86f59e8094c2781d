"""Whole numbers as data, once as floats and once as integers."""

from __future__ import annotations

import numpy as np

from ..definition import Case

__all__ = ["INTEGERS", "whole_number_cases"]

INTEGERS = "integers"  # the topic of a case that gets a remark, but costs nothing


def whole_number_cases(X: np.ndarray, *others) -> list[Case]:
    """Make two cases of the same numbers: a function that fails on the second cannot do integers.

    The texts promise arrays of floats, so only the first one counts.
    """
    X = X.astype(int)
    return [
        Case("whole numbers", (X.astype(float), *others)),
        Case("whole numbers (dtype int)", (X, *others), topic=INTEGERS),
    ]
