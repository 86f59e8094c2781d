"""Known mistakes in `fit_em`: in an iteration, in the stopping rule, in what is returned."""

from __future__ import annotations

import itertools

import numpy as np

from ...definition import Mistake
from ..recipes.em_run import em, with_history
from . import history, stopping, updates

__all__ = ["MISTAKES"]

# Results that are missing, packed together or in the wrong order.
_RESULTS = (
    Mistake(
        "number of iterations returned",
        (
            with_history(lambda h, run: len(h) - 1),
            with_history(lambda h, run: len(h)),
            with_history(lambda h, run: np.arange(len(h))),
        ),
    ),
    Mistake(
        "history not returned",
        (
            em(result=lambda run, n: tuple(run.state(n))),
            em(result=lambda run, n: list(run.state(n))),
            em(result=lambda run, n: run.state(n)),
        ),
    ),
    Mistake(
        "parameters packed together",
        (
            em(result=lambda run, n: (run.state(n), run.history(n))),
            em(result=lambda run, n: [run.state(n), run.history(n)]),
        ),
    ),
    Mistake(
        "results in the wrong order",
        tuple(
            em(
                result=lambda run, n, order=order: tuple(
                    (*run.state(n), run.history(n))[j] for j in order
                )
            )
            for order in list(itertools.permutations(range(4)))[1:]
        ),
    ),
)

MISTAKES = (*history.MISTAKES, *_RESULTS, *stopping.MISTAKES, *updates.MISTAKES)
