"""How a run ended, why, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

import numpy as np

from ..em import steps
from ..em.custom_steps import CustomStepError
from ..em.ridge import NOTICEABLE, nats_lost_to_ridge
from ..exercises.running.exceptions import in_words, line_of
from ..exercises.running.time_limits import TookTooLongError
from ..model.degeneracy import Degeneracy, DegenerateComponentError
from ..model.params import GMMParams

__all__ = [
    "Cause",
    "Collapse",
    "Ending",
    "explain_failure",
    "explain_ridge",
    "explain_stop",
    "find_collapse",
]


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
    if isinstance(error, NotImplementedError):
        return Cause.STEP_NOT_WRITTEN, f"Your {name} is still to be written."
    line = line_of(step, error)
    place = f" ({line})" if line else ""
    return Cause.STEP_RAISED, f"Your {name} raised {in_words(error)}{place}"


def explain_ridge(params: GMMParams, n_samples: int, reg_covar: float) -> str:
    """Say what the ridge costs a finished run, if that is noticeable.

    Examples
    --------
    >>> params = GMMParams(np.ones(1), np.zeros((1, 1)), np.full((1, 1, 1), 2.0))
    >>> explain_ridge(params, 100, reg_covar=1e-6)
    ''
    """
    lost = nats_lost_to_ridge(params, n_samples, reg_covar)
    if lost <= NOTICEABLE:
        return ""
    return (
        f"reg_covar = {reg_covar:g} is not small beside the covariances here and costs about "
        f"{lost:.3g} nats or more: choose a smaller one, or rescale the data."
    )


def _capitalise(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


class Collapse(NamedTuple):
    """A component that has collapsed; `str` says so.

    Parameters
    ----------
    component : int
    n_samples : float
        Its effective count.
    deviation : float
        Its standard deviation in its narrowest direction.
    """

    component: int
    n_samples: float
    deviation: float

    def __str__(self) -> str:
        return (
            f"Collapsed: the covariance of component {self.component}, which holds "
            f"{self.n_samples:.1f} samples, has a standard deviation of {self.deviation:.2g} in "
            "its narrowest direction, hardly more than reg_covar adds, so its likelihood is "
            "meaningless."
        )


def find_collapse(params: GMMParams, X: np.ndarray, reg_covar: float) -> Collapse | None:
    """Find the component that has collapsed most, if any has.

    Examples
    --------
    >>> X = np.array([[0.0], [1.0], [2.0]])
    >>> params = GMMParams(np.ones(1) / 3, X[:1], np.full((1, 1, 1), 1e-6))
    >>> find_collapse(params, X, reg_covar=1e-6).component
    0
    """
    smallest = [np.linalg.eigvalsh(covariance)[0] for covariance in params.covariances]
    k, variance = int(np.argmin(smallest)), X.var(axis=0).max()
    if not (smallest[k] < 10 * reg_covar and smallest[k] < 1e-4 * variance):
        return None
    return Collapse(k, float(params.weights[k] * len(X)), float(np.sqrt(smallest[k])))
