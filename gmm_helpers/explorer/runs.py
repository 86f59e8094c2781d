"""Runs of EM as the explorer shows them: half-step by half-step, also when they go wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import nullcontext
from typing import NamedTuple

import numpy as np

from ..em import steps as em
from ..em.half_steps import half_steps
from ..em.trace import has_converged
from ..exercises.running.exceptions import in_words, line_of
from ..exercises.running.time_limits import TookTooLongError, time_limit
from ..model.density import negative_log_likelihood
from ..model.params import DegenerateComponentError, GMMParams

__all__ = ["MAX_ITER", "Run", "run_em"]

MAX_ITER = 500
TOL = 1e-6  # nats, as in `fit`
PIECE = 0.02  # seconds of work after which an unfinished run is shown
CALL_SECONDS, RUN_SECONDS = 5.0, 10.0  # for functions of students
OWN_BYTES = 6_000_000  # of responsibilities that the browser cannot compute itself
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
    ended : str
        "running", "converged", "max_iter", "stopped" (out of time or space) or "failed".
    last : int
        The last half-step; if it failed, it changed nothing.
    message : str, default=""
        Why it failed or was stopped.
    rises : tuple of int
        M half-steps after which the negative log-likelihood is higher than before.
    responsibilities : dict of int to ndarray
        For each iteration in which an own E-step gave others than ours, which are those that
        the browser computes.
    """

    params: tuple[GMMParams, ...]
    negative_log_likelihood: np.ndarray
    ended: str
    last: int
    message: str = ""
    rises: tuple[int, ...] = ()
    responsibilities: dict[int, np.ndarray] = {}  # noqa: RUF012  (never changed)


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
        As for `fit`. What they raise ends the run and is told by it.
    max_iter : int, default=500
    piece : float
        Seconds of work after which the unfinished run is given.

    Yields
    ------
    Run
        Unfinished ones, each longer than the one before, then the finished one.

    Examples
    --------
    >>> X = np.array([[0.0], [2.0]])
    >>> start = GMMParams(np.ones(1), np.array([[5.0]]), np.ones((1, 1, 1)))
    >>> *_, run = run_em(X, start, 0.0)
    >>> run.ended, run.last, run.params[-1].means.item()
    ('converged', 4, 1.0)
    """
    diary = _Diary(X, own_e_step=e_step not in (None, em.e_step))
    own = diary.own_e_step or m_step not in (None, em.m_step)
    steps = half_steps(X, start, reg_covar, e_step, m_step)
    diary.params.append(start)
    worked = since = 0.0
    while not diary.ended:
        begun = time.monotonic()
        try:
            with time_limit(CALL_SECONDS) if own else nullcontext():
                step = next(steps)
        # A student's function may raise anything; sys.exit() must not end the kernel.
        except (Exception, SystemExit, TookTooLongError) as error:
            diary.fail(_why(error, e_step, m_step, at_e_step=diary.last % 2 == 0))
            break
        diary.write(step)
        spent = time.monotonic() - begun
        worked, since = worked + spent, since + spent
        if step.name == "E":
            diary.end_if_done(max_iter)
            if own and worked > RUN_SECONDS and not diary.ended:
                diary.stop("your functions take long")
            if since > piece and not diary.ended:
                since = 0.0
                yield diary.as_run()
    yield diary.as_run()


class _Diary:
    """What a run has been so far."""

    def __init__(self, X, own_e_step: bool):
        self.X, self.own_e_step = X, own_e_step
        self.params: list[GMMParams] = []
        self.nll: list[float] = []
        self.own: dict[int, np.ndarray] = {}
        self.last, self.ended, self.message = 0, "", ""

    def write(self, step) -> None:
        if step.name == "M":
            self.last += 1
            self.params.append(step.params)
            return
        self.nll.append(step.negative_log_likelihood)
        # The E-step after the last M-step only tells its negative log-likelihood.
        self.last = 2 * len(self.nll) - 1
        if self.own_e_step and not self._is_ours(step):
            self.own[len(self.nll) - 1] = step.statistics.astype(np.float32)

    def _is_ours(self, step) -> bool:
        try:
            ours, _ = em.e_step_and_nll(self.X, step.params)
        except ValueError:
            return False
        return bool(np.abs(ours - step.statistics).max() < 1e-6)

    def end_if_done(self, max_iter: int) -> None:
        if has_converged(self.nll, TOL):
            self.ended = "converged"
        elif len(self.nll) > max_iter:
            self.ended = "max_iter"
        elif sum(values.nbytes for values in self.own.values()) > OWN_BYTES:
            self.stop("the explorer keeps no more responsibilities of an own E-step")
        if self.ended:
            self.last = max(2 * len(self.nll) - 2, 1)

    def stop(self, why: str) -> None:
        self.ended, self.last = "stopped", max(2 * len(self.nll) - 2, 1)
        self.message = f"Stopped after iteration {len(self.nll) - 1}: {why}."

    def fail(self, why: str) -> None:
        self.ended, self.message = "failed", why
        self.last += 1
        if len(self.nll) < len(self.params):  # the E-step failed: what it would have told
            self.nll.append(_nll_or_nan(self.X, self.params[-1]))

    def as_run(self) -> Run:
        nll = np.array(self.nll)
        n = len(nll)
        rises = np.flatnonzero(np.diff(nll) > RISE + 1e-9 * np.abs(nll[:-1]))
        return Run(
            tuple(self.params[:n]),
            nll,
            self.ended or "running",
            self.last,
            self.message,
            tuple(int(2 * i + 2) for i in rises),
            dict(self.own),
        )


def _nll_or_nan(X, params) -> float:
    try:
        return negative_log_likelihood(X, *params)
    except ValueError:
        return float("nan")


def _why(error: BaseException, e_step, m_step, at_e_step: bool) -> str:
    name, function = ("e_step", e_step) if at_e_step else ("m_step", m_step)
    text = str(error)
    if isinstance(error, DegenerateComponentError) or text.startswith("your "):
        return text[0].upper() + text[1:]
    if function in (None, em.e_step, em.m_step):
        return text or in_words(error)
    if isinstance(error, TookTooLongError):
        return f"Your {name} was stopped, as {text}."
    if isinstance(error, NotImplementedError):
        return f"Your {name} is still to be written."
    line = line_of(function, error)
    return f"Your {name} raised {in_words(error)}{f' ({line})' if line else ''}"
