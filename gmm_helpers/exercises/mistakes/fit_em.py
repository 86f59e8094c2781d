"""Known mistakes in `fit_em`: in an iteration, the history, the stopping rule, what is returned.

Those in its parts (E-step, updates, NLL, stopping rule) are known to the exercises on them.
"""

from __future__ import annotations

import itertools
from functools import partial

import numpy as np

from ..definition import Mistake
from .em_step import iteration_mistakes
from .recipes.em_run import SOME, Run, em, mix, small_change

__all__ = ["MISTAKES", "OTHER_MEASURES"]

MAX_ITERATIONS = 300  # of a run that nothing else ends
BEYOND = 25  # iterations beyond max_iter: enough to show that it is ignored


def _moves(run: Run, i: int) -> list[np.ndarray]:
    """Return how much weights, means and covariances change in iteration `i`."""
    return [np.abs(new - old) for new, old in zip(run.state(i), run.state(i - 1), strict=True)]


def _norms(run: Run, i: int) -> list[float]:
    return [float(np.linalg.norm(move)) for move in _moves(run, i)]


# What may be compared with tol instead of the change of the NLL.
_PER_SAMPLE = (lambda run, i: abs(run.change(i)) / len(run.X),)
_OF_PARAMETERS = (
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
_OF_NLL = (
    *(lambda run, i, j=j: abs(run.change(i) / run.nll(max(i - j, 0))) for j in (0, 1, np.inf)),
    lambda run, i: run.change(i) ** 2,
    lambda run, i: abs(run.change(i)) ** 0.5,
)
# Data are drawn so that each of them shows.
OTHER_MEASURES = (*_PER_SAMPLE, *_OF_NLL, *_OF_PARAMETERS)


def _late(run, i, tol):
    return i > 1 and small_change(run, i - 1, tol)


def _at_once(run, i, tol):
    """Compare the NLL before the update with a first entry that is the same."""
    return abs(run.nll(i - 1) - run.nll(max(i - 2, 0))) < tol


def _before_the_stop(end):
    return end.run.state(end.n - end.stopped)


def _all(slot, *values, **others):
    """Make one way per value of a slot."""
    return tuple({slot: value, **others} for value in values)


def _histories(*changes, **others):
    """Make ways of ``change(values)``."""
    return _all("history", *(lambda h, end, of=of: of(h) for of in changes), **others)


def _below(*measures):
    """Stop when something other than the change is below `tol`."""
    return _all("stop", *(lambda run, i, tol, of=of: of(run, i) < tol for of in measures))


def _padded(value):
    """Keep a preallocated history of max_iter + 1 entries."""
    return lambda h, end: np.append(h, np.full(end.max_iter + 1 - len(h), value))


def _per_sample(h, end):
    return h / len(end.run.X)


_BEFORE = {"parameters": _before_the_stop}
_START = {"parameters": lambda end: end.run.state(0)}
_LATE, _AT_ONCE = {"stop": _late}, {"stop": _at_once}
_PER_SAMPLE_STOP = _below(*_PER_SAMPLE)[0]
_DROPPED = {"history": lambda h, end: h[: len(h) - end.stopped]}
_OLD = {"history": lambda h, end: h[:-1]}
_START_AND_OLD = {"history": lambda h, end: np.append(h[0], h[:-1])}
_LAGGING = (_LATE | _OLD, _LATE | _START_AND_OLD, _AT_ONCE | _START_AND_OLD)


def _row(name, *ways):
    return Mistake(name, ways, em)


MISTAKES = (
    _row(
        "history without the start",
        *_histories(lambda h: h[1:], lambda h: h[1:] if len(h) > 1 else h),
    ),
    _row("history without the last value", _OLD),
    _row("last value twice in history", *_histories(lambda h: np.append(h, h[-1]))),
    _row("start twice in history", *_histories(lambda h: np.append(h[0], h))),
    _row(
        "NLL evaluated before the update",
        *_LAGGING,
        *(lagging | _BEFORE for lagging in _LAGGING),
        _START_AND_OLD,
    ),
    _row(
        "placeholder at the start of the history",
        *_histories(
            *(
                lambda h, value=value, cut=cut: np.append(value, h[cut:])
                for value in (np.inf, -np.inf, 0.0, np.nan, 1e10)
                for cut in (0, 1)
            )
        ),
    ),
    _row(
        "history of changes",
        *_histories(
            np.diff,
            lambda h: -np.diff(h),
            *(
                lambda h, first=first, sign=sign: np.append(
                    h[0] if first is None else first, sign * np.diff(h)
                )
                for first in (None, 0.0, np.inf)
                for sign in (-1, 1)
            ),
            lambda h: np.append(h, abs(h[-1] - h[max(len(h) - 2, 0)])),
            lambda h: np.append(h, abs(h[-1] - h[-2]) if len(h) > 1 else []),
        ),
    ),
    _row(
        "mean instead of total",
        {"history": _per_sample},
        {"history": _per_sample, **_PER_SAMPLE_STOP},
    ),
    _row(
        "log-likelihood instead of its negative",
        *_histories(np.negative),
        {"history": lambda h, end: -_per_sample(h, end)},
        {"history": lambda h, end: -_per_sample(h, end), **_PER_SAMPLE_STOP},
    ),
    _row("history not trimmed", *_all("history", *map(_padded, (0.0, np.nan, np.inf)))),
    _row(
        "only the last NLL returned",
        *_histories(lambda h: h[-1], lambda h: h[-1:], lambda h: h[[0, -1]]),
    ),
    _row(
        "old parameters returned",
        {"parameters": lambda end: end.run.state(max(end.n - 1, 0))},
        _BEFORE,
    ),
    _row("start returned", _START),
    _row(
        "NLL of a mixture of old and new parameters",
        *_all(
            "seen",
            *(lambda run, i, j=j: mix(run.state(i), run.state(max(i - 1, 0)), j) for j in SOME),
            *(lambda run, i, j=j: mix(run.state(i), run.state(0), j) for j in SOME),
        ),
    ),
    _row(
        "NLL of the start in every iteration",
        {"seen": lambda run, i: run.state(0)},
        *_histories(lambda h: np.full_like(h, h[0])),
    ),
    _row("history rounded", *_histories(*(partial(np.round, decimals=n) for n in range(3)))),
    _row(
        "number of iterations returned",
        *_histories(lambda h: len(h) - 1, len, lambda h: np.arange(len(h))),
    ),
    _row(
        "history not returned",
        *_all("result", lambda new, h: tuple(new), lambda new, h: list(new), lambda new, h: new),
    ),
    _row("parameters packed together", *_all("result", lambda *both: both, lambda *both: [*both])),
    _row(
        "results in the wrong order",
        *_all(
            "result",
            *(
                lambda new, h, order=order: tuple((*new, h)[j] for j in order)
                for order in list(itertools.permutations(range(4)))[1:]
            ),
        ),
    ),
    _row("tol ignored", {"stop": lambda run, i, tol: False}),
    _row(
        "max_iter ignored",
        {"limit": lambda max_iter, tol: MAX_ITERATIONS if tol else max_iter + BEYOND},
    ),
    _row("one iteration beyond max_iter", {"limit": lambda max_iter, tol: max_iter + 1}),
    _row("one iteration short of max_iter", {"limit": lambda max_iter, tol: max_iter - 1}),
    _row("always at least one iteration", {"limit": lambda max_iter, tol: max(max_iter, 1)}),
    _row(
        "one iteration too many",
        _LATE,
        {
            "history": lambda h, end: end.run.history(end.n + 1),
            "parameters": lambda end: end.run.state(end.n + 1),
        },
    ),
    _row("last iteration dropped at the stop", _DROPPED, _DROPPED | _BEFORE),
    _row(
        "loop ends after one iteration",
        *_all("stop", lambda run, i, tol: run.change(i) < tol, lambda run, i, tol: True),
    ),
    _row(
        "return inside the loop",
        {
            "stop": lambda run, i, tol: True,
            "result": lambda new, h: (*new, h) if len(h) > 1 else None,
        },
    ),
    _row("change per sample", _PER_SAMPLE_STOP),
    _row("stops on a change of the parameters", *_below(*_OF_PARAMETERS)),
    _row(
        "responsibilities computed once only",
        *({"given": lambda run, i: run.state(0), **more} for more in ({}, _START)),
    ),
    _row(
        "E-step with old parameters",
        *_all(
            "given",
            lambda run, i: run.state(max(i - 1, 0)),
            *(lambda run, i, j=j: mix(run.state(i), run.state(0), j) for j in SOME),
        ),
    ),
    *iteration_mistakes(em),
)
