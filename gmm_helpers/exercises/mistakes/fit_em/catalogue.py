"""Known mistakes in `fit_em`: in an iteration, in the stopping rule, in what is returned."""

from __future__ import annotations

import itertools

import numpy as np

from ...definition import Misconception
from ..recipes.em_run import em, with_history
from . import history, stopping, updates

__all__ = ["MISTAKES"]

# Results that are missing, packed together or in the wrong order.
_RESULTS = (
    Misconception(
        "number of iterations returned",
        "Your fourth result counts the iterations: it is the length of the history, or a list of "
        "iteration numbers. You are asked for the NLLs themselves.",
        (
            with_history(lambda h, run: len(h) - 1),
            with_history(lambda h, run: len(h)),
            with_history(lambda h, run: np.arange(len(h))),
        ),
    ),
    Misconception(
        "history not returned",
        "Your function returns only the parameters; the history is missing. You are asked for four "
        "results: weights, means, covariances and nll_history.",
        (
            em(result=lambda run, n: tuple(run.state(n))),
            em(result=lambda run, n: list(run.state(n))),
            em(result=lambda run, n: run.state(n)),
        ),
    ),
    Misconception(
        "parameters packed together",
        "Your function returns two things, the parameters in one tuple and the history. You are "
        "asked for four results: weights, means, covariances, nll_history. Unpack the "
        "parameters in your return line.",
        (
            em(result=lambda run, n: (run.state(n), run.history(n))),
            em(result=lambda run, n: [run.state(n), run.history(n)]),
        ),
    ),
    Misconception(
        "results in the wrong order",
        "Your four results are in the wrong order. It should be weights, means, covariances, "
        "nll_history.",
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
