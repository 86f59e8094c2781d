"""EM without a table of size N x K: the form of both steps that `fit` runs on.

The formulas to read are those of `density`, `em` and `updates`. Here a block of samples goes
through all of them at once while it is in the cache, and leaves only sums behind:

- `products` takes both steps as products of matrices, which is fast;
- `whitened` takes them as the helpers do, where the former would lose digits;
- `steps` chooses; `columns` looks at the data; `blocks`, `space` and `workers` see to
  cache, memory and threads.
"""

from .columns import Columns, look_at_columns
from .fused_steps import FusedSteps

__all__ = ["Columns", "FusedSteps", "look_at_columns"]
