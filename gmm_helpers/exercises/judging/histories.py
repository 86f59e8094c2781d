"""How the history of a known mistake in `fit_em` begins: enough to see that most are others.

The NLL of the start, and where that is right the NLL after one iteration, take a fraction of the
time of a whole run.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ..definition import Case
from ..mistakes.recipes.em_run import KnownFit
from ..runs import right_run
from .comparison import ATOL, RTOL

__all__ = ["Beginning", "begin_history", "begins_otherwise"]


class Beginning(NamedTuple):
    """The first entries of a history, and whether they can be of no right one.

    Without entries the run failed.
    """

    values: list[float]
    is_wrong: bool


@np.errstate(all="ignore")
def begin_history(case: Case, mistake: Callable) -> Beginning | None:
    """Compute the first entries of a history, up to one that is wrong, at most two.

    None if they do not say what the mistake returns.

    Examples
    --------
    >>> from gmm_helpers.exercises import EXERCISES
    >>> from gmm_helpers.exercises.mistakes.recipes.em_run import em
    >>> import numpy as np
    >>> case = EXERCISES["fit_em"].cases(np.random.default_rng(0))[0]
    >>> begin_history(case, em(nll=lambda *given: 0.0))
    Beginning(values=[0.0], is_wrong=True)
    """
    if not isinstance(mistake, KnownFit) or mistake.begin is None:
        return None
    *problem, _, max_iter = case.arguments
    try:
        run, right, values = mistake.begin(*problem), right_run(*problem), []
        for i in range(min(max_iter, 1) + 1):
            value = run.nll(i)
            if np.ndim(value):
                return None
            values.append(float(value))
            if _differ(values[i], right.nll(i), abs(right.nll(0))):
                return Beginning(values, True)
    except Exception:  # and so will the whole run
        return Beginning([], True)
    return Beginning(values, False)


def begins_otherwise(result, seen: Beginning | None) -> bool:
    """Whether it is certain that the history of a mistake is not that of a result."""
    if seen is None or not seen.values:
        return seen is not None
    if not isinstance(result, tuple) or len(result) != 4:
        return False
    history = result[3]
    if not isinstance(history, np.ndarray) or history.ndim != 1 or not np.isfinite(history).all():
        return False
    largest = np.abs(history).max(initial=0)
    pairs = zip(history.tolist(), seen.values, strict=False)  # as far as both go
    return any(_differ(one, other, largest) for one, other in pairs)


def _differ(one: float, other: float, largest: float) -> bool:
    """Whether no comparison calls two entries the same, in histories up to that size."""
    return abs(one - other) > 2 * (RTOL * max(abs(one), abs(other)) + ATOL * largest)
