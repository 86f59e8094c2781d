"""Wrong answers as students write them, each with the names that would be true of it.

They and their names were written before it was known what the diagnosis says of them. Whoever
mends the diagnosis with their help has to write new ones for the next measurement.
"""

from . import (  # noqa: F401  (filling the bank)
    begun,
    bounds,
    densities,
    left_out,
    loops,
    moments,
    sampling,
    selection,
)
from .bank import HELD_OUT

__all__ = ["HELD_OUT"]
