"""One draw of a known mistake: enough to see that most of them are not what was made."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ...definition import Case, fresh_arguments
from ..returned_values import Unusable, as_plain
from .agreement import SampleSummary, agree_on_the_large
from .draws import Draws, is_usable
from .statistics import is_wrong_at_once

__all__ = ["Glance", "differs", "glance"]


class Glance(NamedTuple):
    """What is seen of one draw: its summary, and whether it can be no right one."""

    summary: SampleSummary
    is_wrong: bool


def glance(case: Case, mistake: Callable) -> Glance | None:
    """Draw once, as `draw_often` does first; None if that does not give two arrays."""
    try:
        with np.errstate(all="ignore"):
            large = as_plain(mistake(*fresh_arguments(case)), n_results=2)
    except (ArithmeticError, ValueError, IndexError, np.linalg.LinAlgError):
        return None
    if not is_usable(large):
        return None
    summary = SampleSummary(Draws(large, (), None, None, ()), case)
    return Glance(summary, is_wrong_at_once(case, large))


def differs(mine: SampleSummary | Unusable, seen: Glance | None) -> bool:
    """Whether it is certain, without further draws, that a mistake is another, and is one."""
    if seen is None or not seen.is_wrong or isinstance(mine, Unusable):
        return False
    if not is_usable(mine.draws.large):
        return False
    if mine.large_shapes != seen.summary.large_shapes:
        return True
    finite = all(np.isfinite(part).all() for part in seen.summary.draws.large)
    return mine.is_comparable and finite and not agree_on_the_large(mine, seen.summary)
