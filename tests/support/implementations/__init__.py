"""What students may write: a bank of right and one of wrong implementations of every exercise.

The right ones differ in style, the wrong ones hold one typical mistake each; the name of a
function says which. One module per notebook, as in `gmm_helpers.exercises`.
"""

from . import (  # noqa: F401  (filling the banks)
    bound,
    convergence,
    density,
    e_step,
    held_out_nll,
    iteration,
    m_step,
    sampling,
    selection,
)
from .bank import NAMED, RIGHT, WRONG

__all__ = ["NAMED", "RIGHT", "WRONG"]
