"""Ways in which values of the components come into another order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

__all__ = ["OTHER_ORDERS"]

OTHER_ORDERS: tuple[Callable, ...] = (
    lambda values: values[::-1],
    np.sort,
    lambda values: np.sort(values)[::-1],
    lambda values: np.roll(values, 1),
    lambda values: np.roll(values, -1),
)
