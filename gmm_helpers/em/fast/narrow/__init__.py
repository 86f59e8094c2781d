"""Components for which products would lose digits: whitened, in the pass of the others.

- `components` says which they are, where they are far from, and what their M-step makes of sums;
- `sums` adds these up block by block, and `nearby` only over samples that are near.
"""

from .components import Narrow
from .sums import Portion

__all__ = ["Narrow", "Portion"]
