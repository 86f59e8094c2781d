"""Known mistakes in `fit_em`: in an iteration, in the stop rule, in what is returned."""

from __future__ import annotations

from . import em_history, em_results, em_stops, em_updates

__all__ = ["MISTAKES"]

MISTAKES = (
    *em_history.MISTAKES,
    *em_results.MISTAKES,
    *em_stops.MISTAKES,
    *em_updates.MISTAKES,
)
