"""EM without a table of size N x K: the form of both steps that `fit` runs on.

The formulas to read are those of `density`, `steps` and `updates`. Here a block of samples goes
through all of them while it is in the cache, and leaves only sums behind:

- `products` computes both steps as products of matrices with `features`, which is fast; `panels`
  divides these matrices, and `linear_forms` says what features are multiplied by;
- `narrow` whitens the components for which `products` would lose digits, in the same pass, and all
  of them where there are many features;
- `exponentials` leaves out what is so faint that processors would be slow;
- `planar` computes what changes from one iteration to the next for few components in the plane;
- `whitened` computes both steps as the helpers do, where even that is not enough;
- `fused_steps` chooses between them;
- `stacks` makes several runs at once, by `products`;
- `columns` describes the data; `blocks`, `buffers` and `threads` see to cache, memory and
  threads.
"""

from .columns import Columns, are_constant, describe_columns
from .fused_steps import ROUNDING, FusedSteps
from .stacks import Run

__all__ = ["ROUNDING", "Columns", "FusedSteps", "Run", "are_constant", "describe_columns"]
