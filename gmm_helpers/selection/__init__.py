"""How many components: criteria, cross-validation, and both for a range of numbers."""

from .criteria import aic, bic, icl, n_parameters
from .held_out import held_out_nll
from .results import CRITERIA, Selection, SelectionRow
from .selecting import select_components

__all__ = [
    "CRITERIA",
    "Selection",
    "SelectionRow",
    "aic",
    "bic",
    "held_out_nll",
    "icl",
    "n_parameters",
    "select_components",
]
