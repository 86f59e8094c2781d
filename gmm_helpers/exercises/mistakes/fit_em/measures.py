"""What students may compare with `tol` instead of the change of the NLL."""

from __future__ import annotations

import numpy as np

from ..recipes.em_run import Run

__all__ = ["OF_PARAMETERS", "OTHER_MEASURES", "PER_SAMPLE", "POWERS", "RELATIVE"]


def _moves(run: Run, i: int) -> list[np.ndarray]:
    """Return how much weights, means and covariances change in iteration `i`."""
    return [np.abs(new - old) for new, old in zip(run.state(i), run.state(i - 1), strict=True)]


def _norms(run: Run, i: int) -> list[float]:
    return [float(np.linalg.norm(move)) for move in _moves(run, i)]


PER_SAMPLE = (lambda run, i: abs(run.change(i)) / len(run.X),)
RELATIVE = (
    lambda run, i: abs(run.change(i) / run.nll(i - 1)),
    lambda run, i: abs(run.change(i) / run.nll(i)),
    lambda run, i: abs(run.change(i) / run.nll(0)),
)
OF_PARAMETERS = (
    lambda run, i: _moves(run, i)[1].max(),
    lambda run, i: _norms(run, i)[1],
    lambda run, i: np.linalg.norm(_moves(run, i)[1], axis=1).max(),
    lambda run, i: _moves(run, i)[1].sum(),
    lambda run, i: _moves(run, i)[1].mean(),
    lambda run, i: _moves(run, i)[0].max(),
    lambda run, i: _norms(run, i)[0],
    lambda run, i: _moves(run, i)[2].max(),
    lambda run, i: _norms(run, i)[2],
    lambda run, i: max(move.max() for move in _moves(run, i)),
    lambda run, i: max(move.max() for move in _moves(run, i)[:2]),
    lambda run, i: max(move.max() for move in _moves(run, i)[1:]),
    lambda run, i: max(_norms(run, i)),
    lambda run, i: sum(_norms(run, i)),
    lambda run, i: np.linalg.norm(_norms(run, i)),
    lambda run, i: sum(move.sum() for move in _moves(run, i)),
    lambda run, i: sum(move.max() for move in _moves(run, i)),
)
POWERS = (lambda run, i: run.change(i) ** 2, lambda run, i: abs(run.change(i)) ** 0.5)

# Data are drawn so that each of them shows.
OTHER_MEASURES = (*PER_SAMPLE, *RELATIVE, *OF_PARAMETERS, *POWERS)
