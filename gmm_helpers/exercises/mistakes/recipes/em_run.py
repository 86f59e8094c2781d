"""Runs of EM, with one switch for each part of the loop where a mistake can be made."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from ....em.steps import e_step_and_nll, m_step_unchecked
from ....model.params import GMMParams

__all__ = [
    "SOME",
    "Run",
    "em",
    "last",
    "mix",
    "right_run",
    "small_change",
    "standard",
    "with_history",
]

MIN_CHANGE = 1e-10  # relative to the NLL; a smaller change may be rounding alone
# Some but not all of 0 weights, 1 means, 2 covariances.
SOME = [some for n in (1, 2) for some in itertools.combinations(range(3), n)]


class Run:
    """EM from a start, computed as far as needed.

    Parameters
    ----------
    step : callable
        ``step(run, i, responsibilities) -> GMMParams``: iteration `i + 1`, from the
        responsibilities of iteration `i`.
    """

    def __init__(self, step: Callable, X: np.ndarray, start: GMMParams):
        self.step, self.X = step, X
        self._states: list[GMMParams] = []
        self._values: list[float] = []
        self._responsibilities: list[np.ndarray] = []
        self._add(start)

    def _add(self, state: GMMParams) -> None:
        responsibilities, value = e_step_and_nll(self.X, state)
        self._states.append(state)
        self._values.append(value)
        self._responsibilities.append(responsibilities)

    def _reach(self, i: int) -> None:
        while len(self._values) <= i:
            done = len(self._values) - 1
            self._add(self.step(self, done, self._responsibilities[done]))

    def state(self, i: int) -> GMMParams:
        """Return the parameters after iteration `i`."""
        self._reach(i)
        return self._states[i]

    def nll(self, i: int) -> float:
        """Return the negative log-likelihood after iteration `i`."""
        self._reach(i)
        return self._values[i]

    def change(self, i: int) -> float:
        """Return what iteration `i` adds to the NLL."""
        return self.nll(i) - self.nll(i - 1)

    def history(self, n: int) -> np.ndarray:
        """Return the NLL of the start and of `n` iterations."""
        self._reach(n)
        return np.array(self._values[: n + 1])


def standard(run: Run, i: int, responsibilities: np.ndarray) -> GMMParams:
    """Do a correct M-step."""
    return m_step_unchecked(run.X, responsibilities, 0.0)


def mix(params: GMMParams, others: GMMParams, which) -> GMMParams:
    """Take the parameters with the indices `which` from others."""
    return GMMParams(*(others[j] if j in which else params[j] for j in range(3)))


def right_run(X, weights, means, covariances) -> Run:
    """Run EM without a mistake; runs on the same data share their iterations."""
    return _cached_run(*map(_make_key, (X, weights, means, covariances)))


def _make_key(values) -> tuple[tuple[int, ...], bytes]:
    array = np.array(values, dtype=float, order="C")
    return array.shape, array.tobytes()


@lru_cache(maxsize=64)
def _cached_run(*keys) -> Run:
    X, *start = (np.frombuffer(content).reshape(shape) for shape, content in keys)
    return Run(standard, X, GMMParams(*start))


def small_change(run: Run, i: int, tol: float) -> bool:
    """Apply the correct stopping rule after iteration `i`."""
    return abs(run.change(i)) < tol


def last(run: Run, n: int) -> tuple:
    """Return the correct result after `n` iterations."""
    return (*run.state(n), run.history(n))


def em(*, step=standard, stop=small_change, limit=lambda max_iter: max_iter, result=last):
    """Make a `fit_em` with a mistake.

    Parameters
    ----------
    step : callable, default=standard
        See `Run`.
    stop : callable, default=small_change
        ``stop(run, i, tol) -> bool``, asked after every iteration `i`.
    limit : callable
        ``limit(max_iter) -> int``: the largest possible number of iterations.
    result : callable, default=last
        ``result(run, n)``: what is returned after `n` iterations.
    """

    def fit_em(X, weights, means, covariances, tol, max_iter):
        if step is standard:
            run = right_run(X, weights, means, covariances)
        else:
            start = (np.array(values, dtype=float) for values in (weights, means, covariances))
            run = Run(step, np.array(X, dtype=float), GMMParams(*start))
        most = limit(max_iter)
        n = next((i for i in range(1, most + 1) if stop(run, i, tol)), most)
        return result(run, max(n, 0))

    return fit_em


def with_history(change, stop=small_change):
    """Make a `fit_em` with the right parameters and ``change(history, run)``."""
    return em(stop=stop, result=lambda run, n: (*run.state(n), change(run.history(n), run)))
