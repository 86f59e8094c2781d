"""Several runs of EM as one: their components are the rows of one table.

In a small problem most of the time goes to the overhead of calls, which all runs share here. A
run leaves when it has converged, and also where products would lose digits or a component breaks
down: half-steps go on with it, or say what is wrong.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain, compress
from typing import NamedTuple

import numpy as np

from ...model.cholesky import are_sound, factors_or_nan
from ...model.params import GMMParams
from ..updates import MIN_COUNT
from .linear_forms import Coefficients
from .products import Pass, Products

__all__ = ["Run", "Stack"]

# Of responsibilities. Found by measurement: with more runs at a time they leave the cache between
# two calls.
MAX_BYTES = 2**18


class Run:
    """What a run has come to.

    Attributes
    ----------
    params : list of GMMParams
        After each iteration, the start's first; read-only.
    negative_log_likelihood : list of float
        Those of `params`.
    is_finished : bool
        Whether it has converged or made all its iterations; otherwise it is to go on from the
        last parameters, or has not begun.
    """

    def __init__(self) -> None:
        self.params: list[GMMParams] = []
        self.negative_log_likelihood: list[float] = []
        self.is_finished = False

    def add(self, params: GMMParams, nll: float, tol: float, max_iter: int) -> bool:
        """Add an iteration; return whether there is a next one."""
        values = self.negative_log_likelihood
        self.is_finished = bool(values and abs(nll - values[-1]) < tol) or len(values) >= max_iter
        self.params.append(params)
        values.append(nll)
        return not self.is_finished


class _Record(NamedTuple):
    """An iteration of the runs that are in the stack.

    `sums` are those of the M-step, which belong to the parameters; the start has none.
    """

    runs: list[int]
    values: list[float]
    sums: np.ndarray | None


class Stack:
    """Runs of the same number of components on the same data, which are one block.

    Parameters
    ----------
    products : Products
    starts : sequence of GMMParams
    max_cancellation : float
        Where more cancels, a run leaves.
    """

    def __init__(self, products: Products, starts: Sequence[GMMParams], max_cancellation: float):
        self._products, self._starts, self._limit = products, starts, max_cancellation
        self._n_components, self._n_samples = products.n_components, len(products.X)
        at_once = max(1, MAX_BYTES // (8 * self._n_samples * products.n_components))
        self.n_at_once = min(len(starts), at_once)
        self._workspace = products.new_workspace(self.n_at_once)
        # The runs in the stack, by their numbers, and what has been recorded of them.
        self._runs, self._values = list(range(len(starts))), [math.inf] * len(starts)
        self._records: list[_Record] = []

    def run(self, reg_covar: float, tol: float, max_iter: int) -> list[Run]:
        """Iterate from each start until it has converged, or leaves; in the order of the starts."""
        with np.errstate(all="ignore"):
            finished = self._iterate(reg_covar, tol, max_iter)
        runs = self._divide(reg_covar)
        for i in finished:
            runs[i].is_finished = True
        return runs

    def _iterate(self, ridge: float, tol: float, max_iter: int) -> list[int]:
        """Record each iteration; return which runs are finished."""
        finished: list[int] = []
        table, cancellation, _ = self._of_starts()
        made_of = None
        while True:
            if not (self._runs and np.maximum.reduce(cancellation, axis=None) < self._limit):
                rows = self._keep_where(np.all(cancellation < self._limit, axis=1))
                table, made_of = table[rows], _some(made_of, rows)
                if not self._runs:
                    return finished
            sums, log_densities = self._e_step(table)
            values = [-value for value in log_densities]
            if not math.isfinite(sum(values)):
                rows = self._keep(np.isfinite(values))
                sums, made_of = sums[rows], _some(made_of, rows)
                values = list(filter(math.isfinite, values))
            stay = [abs(now - old) >= tol for now, old in zip(values, self._values, strict=True)]
            if len(self._records) == max_iter:
                stay = [False] * len(stay)
            self._values = values
            self._records.append(_Record(self._runs, values, made_of))
            if not all(stay):
                finished += [run for run, stays in zip(self._runs, stay, strict=True) if not stays]
                sums = sums[self._keep(stay)]
            counts = sums[:, 0]
            if not (self._runs and np.minimum.reduce(counts) >= MIN_COUNT):
                sums = sums[self._keep_where(counts >= MIN_COUNT)]
                if not self._runs:
                    return finished
            made_of = sums
            table, cancellation, _ = self._products.forms.after(sums, ridge)

    def _of_starts(self) -> Coefficients:
        params = GMMParams(*map(np.concatenate, zip(*self._starts, strict=True)))
        sound = are_sound(factors_or_nan(params.covariances), params.covariances)
        rows = self._keep_where(np.all(sound, axis=1))
        return self._products.forms.of(GMMParams(*(values[rows] for values in params)))

    def _e_step(self, table: np.ndarray) -> tuple[np.ndarray, list[float]]:
        """Sums and log-densities, as many runs at a time as fit in the cache."""
        (blocks,), step = self._products.layout.portions, self.n_at_once * self._n_components
        if len(table) <= step:
            return self._products.sum_blocks(self._pass(table), blocks, self._workspace)
        parts = [
            self._products.sum_blocks(
                self._pass(table[first : first + step]), blocks, self._workspace
            )
            for first in range(0, len(table), step)
        ]
        sums, log_densities = zip(*parts, strict=True)
        return np.concatenate(sums), list(chain.from_iterable(log_densities))

    def _pass(self, table: np.ndarray) -> Pass:
        return Pass(table, peak=self._products.forms.peak)

    def _after(self, sums: np.ndarray, ridge: float) -> GMMParams:
        means, covariances = self._products.forms.moments(sums)
        if ridge:
            covariances += ridge * np.eye(means.shape[1])
        return GMMParams(sums[:, 0] / self._n_samples, means, covariances)

    def _keep(self, stay) -> np.ndarray:
        """Keep some of the runs; return whether each component stays."""
        self._runs = list(compress(self._runs, stay))
        self._values = list(compress(self._values, stay))
        return np.repeat(stay, self._n_components)

    def _keep_where(self, components: np.ndarray) -> np.ndarray:
        """Keep the runs of which all components may stay."""
        return self._keep(components.reshape(-1, self._n_components).all(axis=1))

    def _divide(self, ridge: float) -> list[Run]:
        """What has been recorded, for each run, in arrays of its own."""
        runs = [Run() for _ in self._starts]
        if not self._records:
            return runs
        numbers, values, sums = zip(*self._records, strict=True)
        of_runs = np.array(list(chain.from_iterable(numbers)))
        order = np.argsort(of_runs, kind="stable")
        sizes = np.bincount(of_runs, minlength=len(runs))
        parts = [self._starts[i] for i in numbers[0]]
        if len(sums) > 1:
            parts.append(self._after(np.concatenate(sums[1:]), ridge))
        recorded = [
            np.concatenate(arrays).reshape(len(order), self._n_components, *arrays[0].shape[1:])
            for arrays in zip(*parts, strict=True)
        ]
        nll = np.array(list(chain.from_iterable(values)))
        for run, rows in zip(runs, np.split(order, np.cumsum(sizes)[:-1]), strict=True):
            own = [array[rows] for array in recorded]
            for array in own:
                array.flags.writeable = False
            run.params = list(map(GMMParams, *own))
            run.negative_log_likelihood = nll[rows].tolist()
        return runs


def _some(rows_of: np.ndarray | None, chosen: np.ndarray) -> np.ndarray | None:
    return None if rows_of is None else rows_of[chosen]
