"""The loop of EM, for `fit` and `fit_restarts`: both check data and options once, then iterate."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ..model.params import GMMParams
from ..model.validation import as_count, as_number, as_params
from . import steps
from .fast import Columns
from .half_steps import HalfStep
from .progress import progress_bar
from .trace import EMTrace, has_converged

__all__ = ["Options", "as_start", "check_options", "iterate"]

TOL, MAX_ITER, REG_COVAR = 1e-6, 500, 1e-6  # the defaults of `fit`


class Options(NamedTuple):
    """How to run EM; as in `fit`."""

    tol: float
    max_iter: int
    reg_covar: float
    e_step: Callable | None
    m_step: Callable | None
    n_threads: int | None
    progress: bool


def as_start(start) -> GMMParams:
    """Return `start` as parameters that fit together, or say what is wrong."""
    try:
        weights, means, covariances = start
    except (TypeError, ValueError):
        raise ValueError("start must be GMMParams or (weights, means, covariances).") from None
    return as_params(weights, means, covariances)


def check_options(
    tol=TOL,
    max_iter=MAX_ITER,
    reg_covar=REG_COVAR,
    e_step=None,
    m_step=None,
    n_threads=None,
    progress=False,
) -> Options:
    """Return the options of `fit`, or say what is wrong with one of them."""
    for name, step in (("e_step", e_step), ("m_step", m_step)):
        if not (step is None or callable(step)):
            raise ValueError(f"{name} must be a function: pass {name}, not {name}(...).")
    return Options(
        as_number(tol, "tol"),
        as_count(max_iter, "max_iter", minimum=0),
        as_number(reg_covar, "reg_covar"),
        e_step,
        m_step,
        None if n_threads is None else as_count(n_threads, "n_threads"),
        bool(progress),
    )


def iterate(
    X: np.ndarray, columns: Columns, start: GMMParams, options: Options
) -> tuple[EMTrace, bool]:
    """Iterate from a start until EM has converged, or has reached `max_iter`.

    Everything has been checked: `X` by `as_data`, `start`, with as many features, by `as_start`,
    `options` by `check_options`. Errors as in `fit`.

    Returns
    -------
    trace : EMTrace
    interrupted : bool
        Whether the user interrupted the run, which only ends it if there is a progress bar.
    """
    if start.n_components > len(X):
        raise ValueError(
            f"{start.n_components} components cannot be fitted to {len(X)} samples: use at "
            f"most {len(X)} components (n_components) or more data."
        )
    X = X.view()
    X.flags.writeable = False  # a student's function must not change the data it is given
    half_step = HalfStep(
        X, start, options.reg_covar, options.e_step, options.m_step, columns=columns
    )
    history, interrupted = [], False
    with (
        half_step.threads(options.n_threads),
        progress_bar(options.progress, options.max_iter) as bar,
    ):
        try:
            state = half_step.start
            while True:
                state = half_step(state)  # E-step
                history.append((state.params, state.negative_log_likelihood))
                if len(history) > 1:
                    bar.show(state.negative_log_likelihood)
                latest = [nll for _, nll in history[-2:]]
                if len(history) > options.max_iter or has_converged(latest, options.tol):
                    break
                state = half_step(state)  # M-step
            bar.finish()
        except KeyboardInterrupt:
            if not (options.progress and history):
                raise
            interrupted = True
    params = tuple(each for each, _ in history)
    nll = np.array([value for _, value in history])
    nll.flags.writeable = False
    e_step = steps.e_step if options.e_step is None else options.e_step
    return EMTrace(params, nll, has_converged(nll, options.tol), X, e_step), interrupted
