"""Runs of EM, computed as far as they are asked for: right ones, and those with other parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np

from ..em.steps import e_step_and_nll, m_step_unchecked
from ..model.params import GMMParams
from .contents import Content, array_of, content_of

__all__ = [
    *("Problem", "Run", "arrays_in", "kept_run", "problem_in", "problem_of", "right_run"),
    *("right_run_on", "small_change", "standard"),
]

MAX_KEPT = 64  # problems
Problem = tuple[Content, ...]
_in_cases: dict[int, tuple[tuple, Problem]] = {}  # by what the arguments are, not by their numbers


def standard(run: Run, i: int) -> GMMParams:
    """Do a correct M-step."""
    return m_step_unchecked(run.X, run.shares(i), 0.0)


class Run:
    """EM from a start, computed as far as needed; step, E-step and NLL may be others.

    `begun` is a run from the same start whose first E-step is that of this one, and
    ``value(X, weights, means, covariances)`` takes the place of the NLL.
    """

    def __init__(
        self,
        X,
        start,
        step=standard,
        evaluate=e_step_and_nll,
        seen=None,
        begun: Run | None = None,
        value=None,
    ):
        self.X = np.array(X, dtype=float)
        self.step, self.evaluate, self._seen, self._value = step, evaluate, seen, value
        self._states = [GMMParams(*(np.array(values, dtype=float) for values in start))]
        self._found: list[tuple[np.ndarray, float]] = []
        if begun:
            self._found.append((begun.shares(0).copy(), begun.nll(0)))
        self._values: list[float] = []
        self._updates: list[tuple[int, np.ndarray]] = []
        self._going_on: Iterator[tuple[int, GMMParams]] | None = None

    def state(self, i: int) -> GMMParams:
        """Return the parameters after iteration `i`."""
        while len(self._states) <= i:
            self._states.append(self.step(self, len(self._states) - 1))
        return self._states[i]

    def first_updates(self) -> Iterator[tuple[int, np.ndarray]]:
        """Yield index and value of each parameter after one iteration, as soon as it is known."""
        if len(self._states) > 1 or not hasattr(self.step, "updates"):
            yield from enumerate(self.state(1))
            return
        self._going_on = self._going_on or self.step.updates(self, 0)
        yield from self._updates  # those that were asked for before
        for j, new in self._going_on:
            self._updates.append((j, new[j]))
            if len(self._updates) == len(new):
                self._states.append(new)
            yield self._updates[-1]

    def shares(self, i: int) -> np.ndarray:
        """Return the responsibilities of the parameters after iteration `i`."""
        return self._evaluate(i)[0]

    def _evaluate(self, i: int) -> tuple[np.ndarray, float]:
        while len(self._found) <= i:
            self._found.append(self.evaluate(self.X, self.state(len(self._found))))
        return self._found[i]

    def nll(self, i: int) -> float:
        """Return the negative log-likelihood after iteration `i`."""
        if not self._seen and not self._value:
            return self._evaluate(i)[1]
        while len(self._values) <= i:
            n = len(self._values)
            seen = self._seen(self, n) if self._seen else self.state(n)
            value = self._value(self.X, *seen) if self._value else self.evaluate(self.X, seen)[1]
            self._values.append(value)
        return self._values[i]

    def change(self, i: int) -> float:
        """Return what iteration `i` adds to the NLL."""
        return self.nll(i) - self.nll(i - 1)

    def history(self, n: int) -> np.ndarray:
        """Return the NLL of the start and of `n` iterations."""
        if n < 0:
            return np.array([])
        self.nll(n)
        kept = self._values if self._seen or self._value else [nll for _, nll in self._found]
        return np.array(kept[: n + 1])


def problem_of(X, weights, means, covariances) -> Problem:
    """Return data and a start as something that equals what has the same numbers."""
    given = (X, weights, means, covariances)
    return tuple(content_of(np.asarray(values, dtype=float)) for values in given)


def problem_in(arguments: tuple) -> Problem:
    """Return the problem that begins the arguments of a case, which nobody changes."""
    known = _in_cases.get(id(arguments))
    if known is None or known[0] is not arguments:
        if len(_in_cases) >= MAX_KEPT:
            _in_cases.clear()
        known = _in_cases[id(arguments)] = arguments, problem_of(*arguments[:4])
    return known[1]


def arrays_in(problem: Problem) -> tuple[np.ndarray, GMMParams]:
    """Return data and start; nothing in them can be changed."""
    X, *start = map(array_of, problem)
    return X, GMMParams(*start)


def right_run(X, *start) -> Run:
    """Run EM without a mistake; runs on the same data share their iterations."""
    return right_run_on(problem_of(X, *start))


@lru_cache(maxsize=MAX_KEPT)
def right_run_on(problem: Problem) -> Run:
    """Run EM without a mistake; runs on the same data share their iterations."""
    return Run(*arrays_in(problem))


@lru_cache(maxsize=256)  # apart from the right ones, which all of them need
def kept_run(kind: Callable[[Problem], Run], problem: Problem) -> Run:
    """Return ``kind(problem)``; runs of the same kind on the same data share iterations."""
    return kind(problem)


def small_change(run: Run, i: int, tol: float) -> bool:
    """Apply the correct stopping rule after iteration `i`."""
    return abs(run.change(i)) < tol
