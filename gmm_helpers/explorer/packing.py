"""Runs and data as the browser gets them, and as a notebook keeps them.

A notebook keeps the last choice, to be drawn where there is no kernel.
"""

from __future__ import annotations

import math

import numpy as np

from . import payload
from .data import Shown
from .endings import Ending, explain_ridge, find_collapse, rises_by_ridge
from .runs import Run
from .table import params_table, row_length

__all__ = [
    "MAX_BYTES",
    "data_arrays",
    "data_words",
    "packed_run",
    "packed_to_keep",
    "run_arrays",
    "run_words",
]

MAX_BYTES = 800_000  # of numbers; a notebook writes them in a third more, beside 110 kB of code


def run_words(run: Run, X: np.ndarray, reg_covar: float) -> dict:
    """Say what there is to say of a run besides its numbers."""
    finished = run.ended not in (Ending.RUNNING, Ending.FAILED)
    collapse = find_collapse(run.params[-1], X, reg_covar) if finished else None
    fitted = finished and len(run.params) > 1  # by at least one M-step
    return {
        "ended": run.ended.value,
        "last": run.last,
        "message": run.message,
        "flaw": str(collapse) if collapse else "",
        "ridge": explain_ridge(run.params[-1], len(X), reg_covar) if fitted else "",
        "rises": run.rises,
        "ridged": rises_by_ridge(
            run.params, run.negative_log_likelihood, run.rises, len(X), reg_covar
        ),
        "n_components": run.params[0].n_components,
        "own": sorted(run.responsibilities),
    }


def run_arrays(run: Run) -> dict[str, np.ndarray]:
    """Return the numbers of a run; responsibilities only if the browser cannot compute them."""
    arrays = {"params": params_table(run.params), "nll": run.negative_log_likelihood}
    if run.responsibilities:
        arrays["own"] = np.array([run.responsibilities[i] for i in sorted(run.responsibilities)])
    return arrays


def packed_run(
    run: Run, words: dict, shown: Shown, reg_covar: float, with_data: bool = True
) -> bytes:
    """Pack a run of some data, with these if they are asked for."""
    arrays = run_arrays(run)
    words = {**words, "run": run_words(run, shown.X, reg_covar)}
    if with_data:
        words["data"] = data_words(shown)
        arrays |= data_arrays(shown)
    return payload.pack(words, **arrays)


def data_words(shown: Shown) -> dict:
    """Say what there is to say of data besides their numbers."""
    truth = shown.truth.n_components if shown.truth else 0
    words = {"labels": shown.labels, "note": shown.note, "truth": truth}
    return words | ({"n_samples": shown.n_samples} if shown.n_samples else {})


def data_arrays(shown: Shown) -> dict[str, np.ndarray]:
    """Return the numbers of data."""
    arrays = {"X": shown.X, "origin": shown.origin, "axes": shown.axes}
    return arrays | ({"truth": params_table((shown.truth,))} if shown.truth else {})


def packed_to_keep(run: Run, words: dict, shown: Shown, reg_covar: float) -> bytes:
    """Pack a run with its data, or as much of them as a notebook should hold.

    Of very many samples every second, third and so on is kept, and of a run that still does not
    fit its first iterations. A browser that has a kernel asks it for the rest.

    Parameters
    ----------
    run : Run
    words : dict
        What else there is to say.
    shown : Shown
    reg_covar : float

    Returns
    -------
    bytes
        As from `packed_run`.

    Examples
    --------
    >>> from ..em.starts import random_points_start
    >>> from .data import shown_array
    >>> from .runs import run_em
    >>> X = np.random.default_rng(0).standard_normal((50_000, 4))
    >>> *_, run = run_em(X, random_points_start(X, 2, 0), 0.0, max_iter=3)
    >>> len(packed_to_keep(run, {}, shown_array(X), 0.0)) < MAX_BYTES
    True
    """
    every = math.ceil(2 * shown.X.nbytes / MAX_BYTES)
    if every > 1:
        kept = shown.X[::every]
        note = f"The notebook has kept {len(kept):,} of the {len(shown.X):,} samples."
        shown = shown._replace(X=kept, note=f"{shown.note} {note}".strip(), n_samples=len(shown.X))
        own = {i: values[::every] for i, values in run.responsibilities.items()}
        run = run._replace(responsibilities=own)
    return packed_run(_as_long_as_fits(run, shown), words, shown, reg_covar)


def _as_long_as_fits(run: Run, shown: Shown) -> Run:
    sizes = np.full(len(run.params), 8 * row_length(len(run.params[0].weights), shown.X.shape[1]))
    for i, values in run.responsibilities.items():
        sizes[i] += values.nbytes
    n_kept = max(int((shown.X.nbytes + sizes.cumsum() < MAX_BYTES).sum()), 1)
    if n_kept == len(run.params):
        return run
    last = max(2 * n_kept - 2, 1)
    return run._replace(
        params=run.params[:n_kept],
        negative_log_likelihood=run.negative_log_likelihood[:n_kept],
        ended=Ending.RUNNING,
        last=last,
        cause=None,
        message="",
        rises=tuple(h for h in run.rises if h <= last),
        responsibilities={i: r for i, r in run.responsibilities.items() if 2 * i < last},
    )
