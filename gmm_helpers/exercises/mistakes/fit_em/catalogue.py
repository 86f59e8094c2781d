"""Known mistakes in `fit_em`: in an iteration, in the stop rule, in what is returned."""

from __future__ import annotations

from . import history as em_history
from . import results as em_results
from . import stops as em_stops
from . import updates as em_updates

__all__ = ["MISTAKES"]

MISTAKES = (
    *em_history.MISTAKES,
    *em_results.MISTAKES,
    *em_stops.MISTAKES,
    *em_updates.MISTAKES,
)
