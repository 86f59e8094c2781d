"""Data, starts and runs in Python: for a student's own functions, and for the pictures of a run."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np

from ..em.starts import STARTS
from ..model.params import GMMParams
from ..model.validation import as_count, as_number, as_params
from .configuration import MAX_COMPONENTS, OWN_POINTS, OWN_START, Configuration
from .data import Shown, shown_array, shown_dataset
from .endings import Ending
from .runs import MAX_ITER, Run, run_em
from .table import params_of_row, row_length

__all__ = ["OwnRuns"]

MAX_KEPT, MAX_UNFINISHED = 400, 4  # runs


class OwnRuns:
    """Data and runs, each computed once.

    JupyterLab asks in several threads; who asks holds `lock`.

    Parameters
    ----------
    arrays : dict of str to Shown
        Data of one's own, by name.
    e_step, m_step : callable, optional
        As for `fit`.
    max_iter : int
    """

    def __init__(self, arrays=None, e_step=None, m_step=None, max_iter=MAX_ITER):
        self.lock = threading.RLock()
        self.arrays: dict[str, Shown] = dict(arrays or {})
        self.are_own = e_step is not None or m_step is not None
        self._steps = {"e_step": e_step, "m_step": m_step, "max_iter": max_iter}
        self._data: dict = {}
        self._runs: dict[Configuration, Run] = {}
        self._unfinished: dict[Configuration, Iterator[Run]] = {}

    def data(self, configuration: Configuration) -> Shown:
        """Return the data of a configuration, or raise a ValueError that says what is wrong."""
        name = configuration.data
        if name in self.arrays:
            return self.arrays[name]
        if name == OWN_POINTS:
            if not configuration.own_points:
                raise ValueError("There are no points yet: click in the picture to add them.")
            return shown_array(configuration.own_points)
        if name not in self._data:
            self._data[name] = shown_dataset(name)
        return self._data[name]

    def start(self, configuration: Configuration) -> GMMParams:
        """Return where a run starts, or raise a ValueError that says what is wrong."""
        c, shown = configuration, self.data(configuration)
        n_components = as_count(c.n_components, "n_components")
        if n_components > MAX_COMPONENTS:
            raise ValueError(
                f"n_components is {n_components}: the explorer shows at most {MAX_COMPONENTS}."
            )
        if c.start == OWN_START:
            return _start_from(c.own_start, n_components, shown.X.shape[1])
        if c.start not in STARTS:
            choices = ", ".join([*STARTS, OWN_START])
            raise ValueError(f"no start is called {c.start!r}: choose one of {choices}.")
        start = STARTS[c.start](shown.X, n_components, as_count(c.seed, "seed", minimum=0))
        # The original's own draw is the first of its kind; other seeds draw others.
        if shown.start is None or (c.start, c.seed) != ("identity", 0):
            return start
        return shown.start if shown.start.means.shape == start.means.shape else start

    def piece(self, configuration: Configuration) -> Run:
        """Return the run of a configuration, or a little more of it than the last time."""
        if configuration in self._runs:
            return self._runs[configuration]
        if configuration not in self._unfinished:
            _drop_oldest(self._unfinished, MAX_UNFINISHED)
            self._unfinished[configuration] = self._begun(configuration)
        try:
            run = next(self._unfinished[configuration])
        except BaseException:  # also where a student interrupts the kernel
            self._unfinished.pop(configuration)
            raise
        if run.ended is not Ending.RUNNING:
            self._unfinished.pop(configuration)
            _drop_oldest(self._runs, MAX_KEPT)
            self._runs[configuration] = run
        return run

    def is_finished(self, configuration: Configuration) -> bool:
        """Whether a run of somebody's own functions is there already."""
        return self.are_own and configuration in self._runs

    def _begun(self, configuration: Configuration) -> Iterator[Run]:
        X, reg_covar = self.data(configuration).X, as_number(configuration.reg_covar, "reg_covar")
        return run_em(X, self.start(configuration), reg_covar, **self._steps)

    def run(self, configuration: Configuration) -> Run:
        """Return the finished run of a configuration."""
        while (run := self.piece(configuration)).ended is Ending.RUNNING:
            pass
        return run


def _drop_oldest(kept: dict, maximum: int) -> None:
    if len(kept) >= maximum:
        kept.pop(next(iter(kept)))


def _start_from(row, n_components: int, n_features: int) -> GMMParams:
    numbers = np.array(row, dtype=float)
    if numbers.shape != (row_length(n_components, n_features),):
        raise ValueError(
            f"your own start does not have {n_components} components of {n_features} features: "
            "drag a mean to make a new one, or choose another start."
        )
    return as_params(*params_of_row(numbers, n_components, n_features))
