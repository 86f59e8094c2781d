"""Known mistakes in the stopping rule of `fit_em`."""

from __future__ import annotations

from ...definition import Mistake
from ..recipes.em_run import em, last, right_run, small_change
from .measures import OF_PARAMETERS, PER_SAMPLE, POWERS, RELATIVE

__all__ = ["MISTAKES"]

MAX_ITERATIONS = 300  # of a run that nothing else ends
BEYOND = 25  # iterations beyond max_iter: enough to show that it is ignored


def _below(measure):
    """Stop when something other than the change is below `tol`."""
    return lambda run, i, tol: measure(run, i) < tol


def _without_limit(X, weights, means, covariances, tol, max_iter):
    run = right_run(X, weights, means, covariances)
    most = MAX_ITERATIONS if tol else max_iter + BEYOND
    n = next((i for i in range(1, most + 1) if small_change(run, i, tol)), most)
    return last(run, n)


def _returned_in_the_loop(*arguments):
    max_iter = arguments[-1]
    return last(right_run(*arguments[:4]), 1) if max_iter else None


def _dropped_at_the_stop(n_parameters):
    """Compute the last iteration, find that it changes little, and discard it."""

    def fit_em(X, weights, means, covariances, tol, max_iter):
        run = right_run(X, weights, means, covariances)
        for i in range(1, max_iter + 1):
            if small_change(run, i, tol):
                return (*run.state(i - n_parameters), run.history(i - 1))
        return last(run, max_iter)

    return fit_em


MISTAKES = (
    Mistake(
        "tol ignored",
        (em(stop=lambda run, i, tol: False),),
    ),
    Mistake(
        "max_iter ignored",
        (_without_limit,),
    ),
    Mistake(
        "one iteration beyond max_iter",
        (em(limit=lambda max_iter: max_iter + 1),),
    ),
    Mistake(
        "one iteration short of max_iter",
        (em(limit=lambda max_iter: max_iter - 1),),
    ),
    Mistake(
        "always at least one iteration",
        (em(limit=lambda max_iter: max(max_iter, 1)),),
    ),
    Mistake(
        "one iteration too many",
        (
            em(stop=lambda run, i, tol: i > 1 and small_change(run, i - 1, tol)),
            em(result=lambda run, n: last(run, n + 1)),
        ),
    ),
    Mistake(
        "last iteration dropped at the stop",
        (_dropped_at_the_stop(0), _dropped_at_the_stop(1)),
    ),
    Mistake(
        "loop ends after one iteration",
        (em(stop=lambda run, i, tol: run.change(i) < tol), em(stop=lambda run, i, tol: True)),
    ),
    Mistake(
        "return inside the loop",
        (_returned_in_the_loop,),
    ),
    Mistake(
        "sign of the change trusted",
        (
            em(stop=lambda run, i, tol: -run.change(i) < tol),
            em(stop=lambda run, i, tol: -run.change(i) <= tol),
        ),
    ),
    Mistake(
        "value compared instead of the change",
        (
            em(stop=lambda run, i, tol: abs(run.nll(i) - run.nll(0)) < tol),
            em(stop=_below(lambda run, i: run.nll(i))),
            em(stop=_below(lambda run, i: abs(run.nll(i)))),
            em(stop=_below(lambda run, i: run.nll(i) / len(run.X))),
        ),
    ),
    Mistake(
        "relative change",
        tuple(em(stop=_below(measure)) for measure in RELATIVE),
    ),
    Mistake(
        "change per sample",
        tuple(em(stop=_below(measure)) for measure in PER_SAMPLE),
    ),
    Mistake(
        "stops on a change of the parameters",
        tuple(em(stop=_below(measure)) for measure in OF_PARAMETERS),
    ),
    Mistake(
        "square or square root of the change",
        tuple(em(stop=_below(measure)) for measure in POWERS),
    ),
    Mistake(
        "stops when the change is large",
        (em(stop=lambda run, i, tol: abs(run.change(i)) > tol),),
    ),
    Mistake(
        "change measured over more than one iteration",
        (em(stop=lambda run, i, tol: i > 1 and abs(run.nll(i) - run.nll(i - 2)) < tol),),
    ),
)
