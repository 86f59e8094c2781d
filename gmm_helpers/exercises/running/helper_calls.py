"""Whether a student's function calls a helper that solves the exercise.

It is seen where the code runs, however the helper is reached: the interpreter itself says which
functions are called. Code that wants to hide it can, since it runs in the same process.
"""

from __future__ import annotations

import inspect
import sys
import threading
from types import CodeType, FrameType
from typing import Any

from ...em import bound, fitting, half_steps, loop, restarts, steps, trace, updates
from ...model import density, likelihood, sampling
from ...selection import criteria, held_out

__all__ = ["HelperCalls", "solve"]

N_WATCHED = 3  # cases: to watch a function makes it slower, and whoever calls a helper always does

_HELPERS = ("gmm_helpers.model", "gmm_helpers.em", "gmm_helpers.selection")  # which call each other
# A run of EM contains every step, and its first entry is that of the start.
_FITS = (
    fitting.fit,
    restarts.fit_many,
    restarts.fit_restarts,
    loop.iterate,
    loop.iterate_many,
    half_steps.HalfStep.__call__,
    half_steps.HalfStep.run_together,
)
_MIXTURE = (
    density.mixture_log_density,
    likelihood.negative_log_likelihood,
    likelihood.negative_log_likelihood_unchecked,
    *_FITS,
)
_JOINT = (density.weighted_log_prob, density.weighted_log_prob_unchecked)
_M_STEPS = (steps.m_step, steps.m_step_unchecked, *_FITS)

# The helper of the same name, and those that contain it. What the texts offer is not among them.
_SOLVES = {
    "sample_gmm": (sampling.sample_gmm,),
    "gaussian_log_density": (
        density.gaussian_log_density,
        density.component_log_prob,
        *_JOINT,
        *_MIXTURE,
    ),
    "mixture_log_density": _MIXTURE,
    "negative_log_likelihood": (*_MIXTURE[1:], steps.e_step_and_nll),
    "weighted_log_prob": _JOINT,
    "e_step": (
        steps.e_step,
        steps.e_step_and_nll,
        trace.EMTrace.responsibilities,
        *_FITS,
    ),
    "update_weights": (updates.update_weights, *_M_STEPS),
    "update_means": (updates.update_means, updates.means_unchecked, *_M_STEPS),
    "update_covariances": (updates.update_covariances, updates.covariances_unchecked, *_M_STEPS),
    "has_converged": (trace.has_converged, *_FITS),
    "em_step": (steps.em_step, *_FITS),
    "fit_em": _FITS,
    "entropy": (bound.entropy, bound.elbo, criteria.icl),
    "expected_log_joint": (bound.expected_log_joint, bound.elbo),
    "elbo": (bound.elbo,),
    "n_parameters": (criteria.n_parameters, criteria.aic, criteria.bic),
    "bic": (criteria.bic,),
    "held_out_nll": (held_out.held_out_nll,),
}


def solve(exercise: str) -> frozenset[str]:
    """Names of the helpers that solve an exercise: the helper itself, and what contains it.

    Examples
    --------
    >>> sorted(solve("weighted_log_prob"))
    ['weighted_log_prob', 'weighted_log_prob_unchecked']
    """
    return frozenset(inspect.unwrap(helper).__name__ for helper in _SOLVES.get(exercise, ()))


class HelperCalls:
    """A context for each case, in which calls of the helpers that solve an exercise are seen.

    Attributes
    ----------
    seen : bool
        Whether there has been one. Calls that other helpers make do not count.
    """

    def __init__(self, exercise: str):
        self.seen, self._n_cases = False, 0
        helpers = _SOLVES.get(exercise, ())
        self._codes: set[CodeType] = {inspect.unwrap(helper).__code__ for helper in helpers}

    def __enter__(self) -> HelperCalls:
        self._n_cases += 1
        if self._n_cases <= N_WATCHED:
            self._before = sys.getprofile(), threading.getprofile()
            threading.setprofile(self._look)
            sys.setprofile(self._look)
        return self

    def __exit__(self, *_raised) -> None:
        if self._n_cases <= N_WATCHED:
            sys.setprofile(self._before[0])
            threading.setprofile(self._before[1])  # type: ignore[arg-type]

    def _look(self, frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code in self._codes:
            caller = frame.f_back.f_globals.get("__name__", "") if frame.f_back else ""
            self.seen |= not str(caller).startswith(_HELPERS)
