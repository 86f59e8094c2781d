"""Coefficients of few components of two features, number by number.

For three components it takes a third of the time that calls of NumPy take, each of which costs as
much as ten of these operations.
"""

from __future__ import annotations

import math

__all__ = ["MAX_PLANAR", "planar_coefficients"]

MAX_PLANAR = 16  # components, with more of which arrays are faster


def planar_coefficients(
    sums: list[list[float]], ridge: float, squared_reach: list[float], constant: float
) -> tuple[list[tuple[float, ...]], list[tuple[float, float]]]:
    """The table and the cancellation of `Coefficients`, after an M-step on centred samples.

    With the covariance [[a, b], [b, c]], the precision is [[c, -b], [-b, a]] / (a c - b^2).

    Parameters
    ----------
    sums : list of list of float
        For each component, whose count is above 0, of 1, x, y, x^2, y^2 and x y.
    ridge : float
    squared_reach : list of float
        Of both features.
    constant : float
        What all weighted log-densities have in common.

    Returns
    -------
    table : list of tuple
        Factors of 1, x, y, x^2, y^2 and x y in a weighted log-density.
    cancellation : list of tuple
        NaN where a covariance is not positive definite.
    """
    reach_x, reach_y = squared_reach
    table: list[tuple[float, ...]] = []
    cancellation: list[tuple[float, float]] = []
    for count, x, y, xx, yy, xy in sums:
        x, y = x / count, y / count
        a, b, c = xx / count - x * x + ridge, xy / count - x * y, yy / count - y * y + ridge
        determinant = a * c - b * b
        if not (a > 0 and determinant > 0):
            table.append((math.nan,) * 6)
            cancellation.append((math.nan, math.nan))
            continue
        p, q, r = c / determinant, -b / determinant, a / determinant
        of_x, of_y = p * x + q * y, q * x + r * y
        first = constant + math.log(count) - 0.5 * (math.log(determinant) + of_x * x + of_y * y)
        table.append((first, of_x, of_y, -0.5 * p, -0.5 * r, -q))
        cancellation.append((p * reach_x, r * reach_y))
    return table, cancellation
