"""The loop of EM, for `fit` and `fit_restarts`: both check data and options once, then iterate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..model.degeneracy import DegenerateComponentError
from ..model.params import GMMParams, freeze
from ..model.validation import as_count, as_number, as_params
from . import steps
from .fast import Columns, Run
from .half_steps import EMState, HalfStep
from .progress import progress_bar
from .trace import EMTrace, has_converged

__all__ = ["Options", "as_start", "check_options", "iterate", "iterate_many"]

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
    ((result, interrupted),) = iterate_many(X, columns, [start], options)
    if isinstance(result, DegenerateComponentError):
        raise result
    return result, interrupted


def iterate_many(
    X: np.ndarray, columns: Columns, starts: Sequence[GMMParams], options: Options
) -> Iterator[tuple[EMTrace | DegenerateComponentError, bool]]:
    """Iterate from several starts, as `iterate` does from one.

    Where samples are few, all runs of one number of components are made at once.

    Yields
    ------
    trace : EMTrace or DegenerateComponentError
        In the order of the starts; the error of a run that did not finish.
    interrupted : bool
    """
    X = X.view()
    X.flags.writeable = False  # a student's function must not change the data it is given
    begun = _begin(X, columns, starts, options)
    e_step = steps.e_step if options.e_step is None else options.e_step
    for start, (half_step, run) in zip(starts, begun, strict=True):
        interrupted = False
        try:
            if not run.is_finished:
                interrupted = _go_on(half_step, start, run, options)
        except DegenerateComponentError as error:
            yield error, False
            continue
        nll = np.array(run.negative_log_likelihood)
        nll.flags.writeable = False
        converged = has_converged(nll, options.tol)
        yield EMTrace(tuple(run.params), nll, converged, X, e_step), interrupted


def _begin(X, columns: Columns, starts, options: Options) -> list[tuple[HalfStep, Run]]:
    """The runs, as far as they can be made together."""
    groups: dict[int, list[int]] = {}
    for i, start in enumerate(starts):
        if start.n_components > len(X):
            raise ValueError(
                f"{start.n_components} components cannot be fitted to {len(X)} samples: use at "
                f"most {len(X)} components (n_components) or more data."
            )
        groups.setdefault(start.n_components, []).append(i)
    begun: dict[int, tuple[HalfStep, Run]] = {}
    for members in groups.values():
        group = [starts[i] for i in members]
        half_step = HalfStep(
            X, group[0], options.reg_covar, options.e_step, options.m_step, columns=columns
        )
        if options.progress:  # which shows one run after the other
            runs = [Run() for _ in group]
        else:
            runs = half_step.run_together(group, options.tol, options.max_iter)
        begun |= {i: (half_step, run) for i, run in zip(members, runs, strict=True)}
    return [begun[i] for i in range(len(starts))]


def _go_on(half_step: HalfStep, start: GMMParams, run: Run, options: Options) -> bool:
    """Finish a run half-step by half-step; return whether it was interrupted."""
    state = EMState(freeze(start))
    if run.params:  # its last E-step has left no statistics
        state = EMState(run.params.pop(), len(run.params))
        run.negative_log_likelihood.pop()
    with (
        half_step.threads(options.n_threads),
        progress_bar(options.progress, options.max_iter) as bar,
    ):
        try:
            goes_on = True
            while goes_on:
                is_last = len(run.params) == options.max_iter
                state = half_step(state, is_last)  # E-step
                nll = state.negative_log_likelihood
                goes_on = run.add(state.params, nll, options.tol, options.max_iter)
                if state.iteration:
                    bar.show(nll)
                if goes_on:
                    state = half_step(state)  # M-step
            bar.finish()
        except KeyboardInterrupt:
            if not (options.progress and run.params):
                raise
            return True
    return False
