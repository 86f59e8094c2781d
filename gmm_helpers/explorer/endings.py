"""How a run ended, why, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from ..em import steps
from ..em.custom_steps import CustomStepError
from ..exercises.running.exceptions import in_words, is_stub, line_of
from ..exercises.running.time_limits import TookTooLongError
from ..model.degeneracy import Degeneracy, DegenerateComponentError

__all__ = ["Cause", "Ending", "explain_failure", "explain_stop"]


class Ending(Enum):
    """How a run ended; the browser gets the values."""

    RUNNING = "running"
    CONVERGED = "converged"
    MAX_ITER = "max_iter"
    STOPPED = "stopped"  # out of time or space
    FAILED = "failed"


class Cause(Enum):
    """Why a run was stopped or failed."""

    SLOW_STEPS = "slow steps"
    TOO_MANY_RESPONSIBILITIES = "too many responsibilities"
    COLLAPSED = "collapsed"  # a component has no spread left
    DEGENERATE = "degenerate"  # a component is empty, or its covariance not positive definite
    HELPER_RAISED = "helper raised"
    STEP_RAISED = "step raised"  # a custom one, as all below
    STEP_RESULT = "step result"
    STEP_TIMED_OUT = "step timed out"
    STEP_NOT_WRITTEN = "step not written"


_STOPS = {
    Cause.SLOW_STEPS: "your functions take long",
    Cause.TOO_MANY_RESPONSIBILITIES: (
        "the explorer keeps no more responsibilities of a custom E-step"
    ),
}


def explain_stop(cause: Cause, iteration: int) -> str:
    """Say why a run was stopped.

    Examples
    --------
    >>> explain_stop(Cause.SLOW_STEPS, 3)
    'Stopped after iteration 3: your functions take long.'
    """
    return f"Stopped after iteration {iteration}: {_STOPS[cause]}."


def explain_failure(error: BaseException, name: str, step: Callable | None) -> tuple[Cause, str]:
    """Find out why a half-step failed, and say it.

    Parameters
    ----------
    error : BaseException
        What it raised.
    name : str
        "e_step" or "m_step".
    step : callable or None
        The function that was passed for it.

    Returns
    -------
    cause : Cause
    sentence : str

    Examples
    --------
    >>> explain_failure(NotImplementedError(), "m_step", lambda X, responsibilities: None)[1]
    'Your m_step is still to be written.'
    """
    if isinstance(error, DegenerateComponentError):
        collapsed = error.kind is Degeneracy.COLLAPSED
        return (Cause.COLLAPSED if collapsed else Cause.DEGENERATE), _capitalise(str(error))
    if isinstance(error, CustomStepError):
        return Cause.STEP_RESULT, _capitalise(str(error))
    if step in (None, steps.e_step, steps.m_step):  # a helper, even in the place of the other
        return Cause.HELPER_RAISED, str(error) or in_words(error)
    if isinstance(error, TookTooLongError):
        return Cause.STEP_TIMED_OUT, f"Your {name} was stopped, as {error}."
    if is_stub(error):
        return Cause.STEP_NOT_WRITTEN, f"Your {name} is still to be written."
    line = line_of(step, error)
    place = f" ({line})" if line else ""
    return Cause.STEP_RAISED, f"Your {name} raised {in_words(error)}{place}"


def _capitalise(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
