"""Known mistakes in `fit_em`: in an iteration, the history, the stopping rule, what is returned.

Those in its parts (E-step, updates, NLL, stopping rule) are known to the exercises on them.
"""

from __future__ import annotations

from functools import partial
from itertools import permutations
from operator import itemgetter

import numpy as np

from ..runs import Run, small_change
from .em_step import ITERATION
from .recipes.em_run import SOME, em, mix
from .recipes.gaussians import joint, rows, ways

__all__ = ["MISTAKES", "OTHER_MEASURES"]

MAX_ITERATIONS = 300  # of a run that nothing else ends
TOLERANCES = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10)  # of those who forget tol
BEYOND = 25  # iterations beyond max_iter: enough to show that it is ignored


def _moves(run: Run, i: int) -> list[np.ndarray]:
    """Return how much weights, means and covariances change in iteration `i`."""
    return [np.abs(new - old) for new, old in zip(run.state(i), run.state(i - 1), strict=True)]


_norm = np.linalg.norm

# What may be compared with tol instead of the change of the NLL.
_PER_SAMPLE = (lambda run, i: abs(run.change(i)) / len(run.X),)
_OF_NLL = (
    *(lambda run, i, j=j: abs(run.change(i) / run.nll(max(i - j, 0))) for j in (0, 1, np.inf)),
    *(lambda run, i, power=power: abs(run.change(i)) ** power for power in (2, 0.5)),
)
_OF_PARAMETERS = tuple(
    lambda run, i, of=of: of(_moves(run, i))
    for of in (
        *(lambda moves, of=of, j=j: of(moves[j]) for of in (np.max, _norm) for j in range(3)),
        *(lambda moves, of=of: of(moves[1]) for of in (np.sum, np.mean)),
        lambda moves: _norm(moves[1], axis=1).max(),
        *(lambda moves, j=j: max(moves[1].max(), moves[j].max()) for j in (0, 2)),
        *(lambda moves, of=of: of([move.max() for move in moves]) for of in (max, sum)),
        *(lambda moves, of=of: of([_norm(move) for move in moves]) for of in (max, sum, _norm)),
        lambda moves: sum(move.sum() for move in moves),
    )
)
# Data are drawn so that each of them shows.
OTHER_MEASURES = (*_PER_SAMPLE, *_OF_NLL, *_OF_PARAMETERS)


def _histories(*changes, **others):
    """Make ways of ``change(values)``."""
    return ways("history", *(lambda h, end, of=of: of(h) for of in changes), **others)


def _below(*measures):
    """Stop when something other than the change is below `tol`."""
    return ways("stop", *(lambda run, i, tol, of=of: of(run, i) < tol for of in measures))


def _padded(value):
    """Keep a preallocated history of max_iter + 1 entries."""
    return lambda h, end: np.append(h, np.full(end.max_iter + 1 - len(h), value))


_PLACEHOLDERS = (np.inf, -np.inf, 0.0, np.nan, 1e10)
_FIRST = (None, 0.0, np.inf)  # entry of a history of changes
_BEFORE = {"parameters": lambda end: end.run.state(end.n - end.stopped)}
_AT_THE_FIRST = {"stop": lambda run, i, tol: True}
_START = {"parameters": lambda end: end.run.state(0)}
_LATE = {"stop": lambda run, i, tol: i > 1 and small_change(run, i - 1, tol)}
_AT_ONCE = {"stop": lambda run, i, tol: abs(run.nll(i - 1) - run.nll(max(i - 2, 0))) < tol}
_PER_SAMPLE_STOP = _below(*_PER_SAMPLE)[0]
_MEANS = {"history": lambda h, end: h / len(end.run.X)}
_MINUS_MEANS = {"history": lambda h, end: -h / len(end.run.X)}
_ONE_MORE = {
    "history": lambda h, end: end.run.history(end.n + 1),
    "parameters": lambda end: end.run.state(end.n + 1),
}
_DROPPED = {"history": lambda h, end: h[: len(h) - end.stopped]}
_OLD = {"history": lambda h, end: h[:-1]}
_START_AND_OLD = {"history": lambda h, end: np.append(h[0], h[:-1])}
_LAGGING = (_LATE | _OLD, _LATE | _START_AND_OLD, _AT_ONCE | _START_AND_OLD)


_ROWS = {
    "history without the start": _histories(lambda h: h[1:], lambda h: h[len(h) > 1 :]),
    "history without the last value": (_OLD,),
    "last value twice in history": _histories(lambda h: np.append(h, h[-1])),
    "start twice in history": _histories(lambda h: np.append(h[0], h)),
    "NLL evaluated before the update": (
        *(*_LAGGING, *(lagging | _BEFORE for lagging in _LAGGING), _START_AND_OLD),
    ),
    "placeholder at the start of the history": _histories(
        *(lambda h, x=x, n=n: np.append(x, h[n:]) for x in _PLACEHOLDERS for n in (0, 1))
    ),
    "history of changes": _histories(
        np.diff,
        lambda h: -np.diff(h),
        lambda h: np.append(h[0], np.diff(h)),
        *(lambda h, x=x: np.append(h[0] if x is None else x, -np.diff(h)) for x in _FIRST),
        lambda h: np.append(h, abs(h[-1] - h[max(len(h) - 2, 0)])),
        lambda h: np.append(h, abs(np.diff(h[-2:]))),
    ),
    "mean instead of total": (_MEANS, _MEANS | _PER_SAMPLE_STOP),
    "log-likelihood instead of its negative": (
        *(*_histories(np.negative), _MINUS_MEANS, _MINUS_MEANS | _PER_SAMPLE_STOP),
    ),
    "history not trimmed": ways("history", *map(_padded, (0.0, np.nan, np.inf))),
    "only the last NLL returned": _histories(
        lambda h: h[-1], lambda h: h[-1:], lambda h: h[[0, -1]]
    ),
    "old parameters returned": (
        *({"parameters": lambda end: end.run.state(max(end.n - 1, 0))}, _BEFORE),
    ),
    "start returned": (_START,),
    "NLL of a mixture of old and new parameters": ways(
        "seen",
        *(lambda run, i, j=j: mix(run.state(i), run.state(max(i - 1, 0)), j) for j in SOME),
        *(lambda run, i, j=j: mix(run.state(i), run.state(0), j) for j in SOME),
    ),
    "NLL of the start in every iteration": (
        {"seen": lambda run, i: run.state(0)},
        *_histories(lambda h: np.full_like(h, h[0])),
    ),
    "history rounded": _histories(*(partial(np.round, decimals=n) for n in range(3))),
    "number of iterations returned": _histories(
        lambda h: len(h) - 1, len, lambda h: np.arange(len(h))
    ),
    "history not returned": ways(
        "result", lambda new, h: tuple(new), lambda new, h: list(new), lambda new, h: new
    ),
    "parameters packed together": ways("result", lambda *both: both, lambda *both: [*both]),
    "results in the wrong order": ways(
        "result",
        *(lambda new, h, j=j: itemgetter(*j)((*new, h)) for j in [*permutations(range(4))][1:]),
    ),
    "no iteration": ({"limit": lambda max_iter, tol: 0},),
    "another tol": ways(
        "stop", *(lambda run, i, tol, c=c: small_change(run, i, c) for c in TOLERANCES)
    ),
    "history of the last iteration only": (
        *_histories(lambda h: h[-2:]),
        *_histories(lambda h: h[-1:], stop=lambda run, i, tol: False),
    ),
    "tol ignored": ({"stop": lambda run, i, tol: False},),
    "max_iter ignored": (
        {"limit": lambda max_iter, tol: MAX_ITERATIONS if tol else max_iter + BEYOND},
    ),
    "one iteration beyond max_iter": ({"limit": lambda max_iter, tol: max_iter + 1},),
    "one iteration short of max_iter": ({"limit": lambda max_iter, tol: max_iter - 1},),
    "always at least one iteration": ({"limit": lambda max_iter, tol: max(max_iter, 1)},),
    "one iteration too many": (_LATE, _ONE_MORE),
    "last iteration dropped at the stop": (_DROPPED, _DROPPED | _BEFORE),
    "one iteration only": (
        {"stop": lambda run, i, tol: run.change(i) < tol},
        _AT_THE_FIRST,
    ),
    "return inside the loop": (
        _AT_THE_FIRST | {"result": lambda new, h: (*new, h) if len(h) > 1 else None},
    ),
    # In EM the NLL only falls, so that all three hardly ever differ in where the loop ends.
    "something other than the last change compared": _below(
        *(lambda run, i: abs(run.nll(i) - run.nll(0)), lambda run, i: abs(run.nll(i))),
        lambda run, i: abs(run.change(1)),
    ),
    "change per sample": (_PER_SAMPLE_STOP,),
    "stops on a change of the parameters": _below(*_OF_PARAMETERS),
    "responsibilities computed once only": (
        *({"given": lambda run, i: run.state(0), **more} for more in ({}, _START)),
    ),
    "E-step with old parameters": ways(
        "given",
        lambda run, i: run.state(max(i - 1, 0)),
        *(lambda run, i, j=j: mix(run.state(i), run.state(0), j) for j in SOME),
    ),
    "underflow": ({"joint": lambda *given: np.log(np.exp(joint(*given)))},),
}
MISTAKES = rows(em, _ROWS, ITERATION)
