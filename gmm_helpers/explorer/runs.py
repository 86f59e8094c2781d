"""Runs of EM as the explorer shows them: half-step by half-step, also when they go wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np

from ..em import steps as em
from ..em.custom_steps import is_custom
from ..em.half_steps import EMState, HalfStep
from ..em.trace import has_converged
from ..exercises.running.time_limits import TookTooLongError, call_within
from ..model.likelihood import negative_log_likelihood
from ..model.params import GMMParams
from .endings import Cause, Ending, explain_failure, explain_stop

__all__ = ["MAX_ITER", "Run", "run_em"]

MAX_ITER = 500
TOL = 1e-6  # nats, as in `fit`
PIECE = 0.02  # seconds of work after which an unfinished run is shown
CALL_SECONDS, RUN_SECONDS = 5.0, 10.0  # for custom steps
MAX_BYTES = 6_000_000  # of responsibilities that the browser cannot compute itself
RISE = 1e-3  # nats; less is rounding, or the ridge of reg_covar


class Run(NamedTuple):
    """What happened in one run of EM, up to its last half-step.

    Half-step 0 is the start, 2i + 1 the E-step of iteration i + 1, 2i + 2 its M-step.

    Parameters
    ----------
    params : tuple of GMMParams
        ``params[i]`` after iteration i.
    negative_log_likelihood : ndarray of shape (len(params),)
        NaN where there is none.
    ended : Ending
    last : int
        The last half-step; if it failed, it changed nothing.
    cause : Cause or None, default=None
        Why it failed or was stopped.
    message : str, default=""
        The same in a sentence.
    rises : tuple of int
        M half-steps after which the negative log-likelihood is higher than before.
    responsibilities : dict of int to ndarray
        For each iteration in which a custom E-step returned other responsibilities than ours,
        which are those that the browser computes.
    """

    params: tuple[GMMParams, ...]
    negative_log_likelihood: np.ndarray
    ended: Ending
    last: int
    cause: Cause | None = None
    message: str = ""
    rises: tuple[int, ...] = ()
    responsibilities: dict[int, np.ndarray] = {}  # noqa: RUF012  (never changed)

    def first(self, n_params: int) -> Run:
        """Return the run as it was when it had `n_params` parameters, and was still running."""
        last = max(2 * n_params - 2, 1)
        return Run(
            self.params[:n_params],
            self.negative_log_likelihood[:n_params],
            Ending.RUNNING,
            last,
            rises=tuple(h for h in self.rises if h <= last),
            responsibilities={i: r for i, r in self.responsibilities.items() if 2 * i < last},
        )


def run_em(
    X, start, reg_covar, *, e_step=None, m_step=None, max_iter=MAX_ITER, piece=PIECE
) -> Iterator[Run]:
    """Run EM; if it takes longer than a moment, show it piece by piece.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    start : GMMParams
    reg_covar : float
    e_step, m_step : callable, optional
        As in `fit`. What they raise ends the run, which carries it as its cause and message.
    max_iter : int, default=500
    piece : float
        Seconds of work after which the unfinished run is yielded.

    Yields
    ------
    Run
        Unfinished ones, each longer than the one before, then the finished one.

    Examples
    --------
    >>> X = np.array([[0.0], [2.0]])
    >>> start = GMMParams(np.ones(1), np.array([[5.0]]), np.ones((1, 1, 1)))
    >>> *_, run = run_em(X, start, 0.0)
    >>> run.ended.value, run.last, run.params[-1].means.item()
    ('converged', 4, 1.0)
    """
    recorder = _Recorder(X, start, custom_e_step=is_custom(e_step, "e_step"))
    custom = recorder.custom_e_step or is_custom(m_step, "m_step")
    half_step = HalfStep(X, start, reg_covar, e_step, m_step)
    state, worked = half_step.start, 0.0
    while recorder.ended is Ending.RUNNING:
        begun = time.monotonic()
        # Not around the yield: the reader may never ask for the next piece.
        with half_step.threads():
            while recorder.ended is Ending.RUNNING:
                try:
                    # Half a step that is left to itself is the last one of its run.
                    call = partial(half_step, state)
                    state = call_within(CALL_SECONDS, call) if custom else call()
                # A student's function may raise anything; sys.exit() must not end the kernel.
                except (Exception, SystemExit, TookTooLongError) as error:
                    failed = ("m_step", m_step) if state.e_step_done else ("e_step", e_step)
                    recorder.fail(*explain_failure(error, *failed))
                    break
                recorder.write(state)
                if state.e_step_done:
                    spent = time.monotonic() - begun
                    too_slow = custom and worked + spent > RUN_SECONDS
                    recorder.end_if_done(max_iter, too_slow)
                    if spent > piece:
                        break
        worked += time.monotonic() - begun
        yield recorder.as_run()


class _Recorder:
    """What has happened in a run so far."""

    def __init__(self, X, start: GMMParams, custom_e_step: bool):
        self.X, self.custom_e_step = X, custom_e_step
        self.params: list[GMMParams] = [start]
        self.nll: list[float] = []
        self.responsibilities: dict[int, np.ndarray] = {}
        self.last, self.ended, self.message = 0, Ending.RUNNING, ""
        self.cause: Cause | None = None

    def write(self, state: EMState) -> None:
        if not state.e_step_done:
            self.last += 1
            self.params.append(state.params)
            return
        self.nll.append(state.negative_log_likelihood)
        # The E-step after the last M-step only serves to find its negative log-likelihood.
        self.last = 2 * len(self.nll) - 1
        if self.custom_e_step and not self._is_ours(state):
            self.responsibilities[state.iteration] = state.statistics.astype(np.float32)

    def _is_ours(self, state: EMState) -> bool:
        try:
            ours, _ = em.e_step_and_nll(self.X, state.params)
        except ValueError:
            return False
        return bool(np.abs(ours - state.statistics).max() < 1e-6)

    def end_if_done(self, max_iter: int, too_slow: bool) -> None:
        if has_converged(self.nll, TOL):
            self.ended = Ending.CONVERGED
        elif len(self.nll) > max_iter:
            self.ended = Ending.MAX_ITER
        elif sum(values.nbytes for values in self.responsibilities.values()) > MAX_BYTES:
            self._stop(Cause.TOO_MANY_RESPONSIBILITIES)
        elif too_slow:
            self._stop(Cause.SLOW_STEPS)
        if self.ended is not Ending.RUNNING:
            self.last = max(2 * len(self.nll) - 2, 1)

    def _stop(self, cause: Cause) -> None:
        self.ended, self.cause = Ending.STOPPED, cause
        self.message = explain_stop(cause, len(self.nll) - 1)

    def fail(self, cause: Cause, message: str) -> None:
        self.ended, self.cause, self.message = Ending.FAILED, cause, message
        self.last += 1
        if len(self.nll) < len(self.params):  # the E-step failed, which would have computed it
            self.nll.append(_nll_or_nan(self.X, self.params[-1]))

    def as_run(self) -> Run:
        nll = np.array(self.nll)
        n = len(nll)
        rises = np.flatnonzero(np.diff(nll) > RISE + 1e-9 * np.abs(nll[:-1]))
        return Run(
            tuple(self.params[:n]),
            nll,
            self.ended,
            self.last,
            self.cause,
            self.message,
            tuple(int(2 * i + 2) for i in rises),
            dict(self.responsibilities),
        )


def _nll_or_nan(X, params) -> float:
    try:
        return negative_log_likelihood(X, *params)
    except ValueError:
        return float("nan")
