"""Known mistakes in the form of what `fit_em` returns: what is missing, packed or out of order."""

from __future__ import annotations

import itertools

import numpy as np

from ...definition import Misconception
from ..recipes.em_run import em, with_history

__all__ = ["MISTAKES"]

MISTAKES = (
    Misconception(
        "number of iterations returned",
        "Your fourth result counts the iterations: it is the length of the history, or their "
        "numbers. The NLLs themselves are asked for.",
        (
            with_history(lambda h, run: len(h) - 1),
            with_history(lambda h, run: len(h)),
            with_history(lambda h, run: np.arange(len(h))),
        ),
    ),
    Misconception(
        "history not returned",
        "Your function returns the parameters only; the history is missing. Four results are "
        "asked for: weights, means, covariances and nll_history.",
        (
            em(result=lambda run, n: tuple(run.state(n))),
            em(result=lambda run, n: list(run.state(n))),
            em(result=lambda run, n: run.state(n)),
        ),
    ),
    Misconception(
        "parameters packed together",
        "Your function returns two things, the parameters in one tuple and the history. Four "
        "results are asked for: weights, means, covariances, nll_history. Unpack the parameters "
        "in your return line.",
        (
            em(result=lambda run, n: (run.state(n), run.history(n))),
            em(result=lambda run, n: [run.state(n), run.history(n)]),
        ),
    ),
    Misconception(
        "results in another order",
        "Your four results come in another order. It is weights, means, covariances, nll_history.",
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
