"""What a student calls: ``check(e_step)``, ``hint("e_step")``, ``progress()``.

With ``GMM_CHECKS=strict`` in the environment, a check that does not end in "correct" raises an
AssertionError, so that ``pytest --nbval-lax`` turns a notebook into a test of its exercises.
"""

from .cell_runs import watch
from .checking import check
from .hints import hint
from .identities import check_moments, explain_moments
from .own_functions import yours
from .progress_report import progress
from .result import CheckResult
from .trying import try_it

__all__ = [
    "CheckResult",
    "check",
    "check_moments",
    "explain_moments",
    "hint",
    "progress",
    "try_it",
    "yours",
]

watch()
