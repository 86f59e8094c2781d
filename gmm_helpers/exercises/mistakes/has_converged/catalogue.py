"""Known mistakes in `has_converged`."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake

__all__ = ["MISTAKES"]


def _if_two(rule):
    """Make a stopping rule that answers no while there is only one entry."""
    return lambda nll_history, tol: len(nll_history) > 1 and bool(rule(nll_history, tol))


def _relative(history, tol):
    return abs(history[-1] - history[-2]) < tol * abs(history[-2])


def _largest(history, tol):
    return np.abs(np.diff(history)).max() < tol


MISTAKES = (
    Mistake(
        "always the same answer",
        (lambda h, tol: True, lambda h, tol: False),
    ),
    Mistake(
        "sign of the change trusted",
        (_if_two(lambda h, tol: h[-1] - h[-2] < tol),),
    ),
    Mistake(
        "any rise taken for convergence",
        (_if_two(lambda h, tol: h[-2] - h[-1] < tol),),
    ),
    Mistake(
        "value compared instead of the change",
        (
            _if_two(lambda h, tol: h[-1] < tol),
            _if_two(lambda h, tol: abs(h[-1]) < tol),
            lambda h, tol: bool(h[-1] < tol),
            lambda h, tol: bool(abs(h[-1]) < tol),
        ),
    ),
    Mistake(
        "compared with the start",
        (
            _if_two(_largest),
            _if_two(lambda h, tol: np.abs(np.diff(h)).mean() < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[0]) < tol),
            _if_two(lambda h, tol: abs(h[1] - h[0]) < tol),
        ),
    ),
    Mistake(
        "relative change",
        (
            _if_two(_relative),
            _if_two(lambda h, tol: abs((h[-1] - h[-2]) / h[-1]) < tol),
            _if_two(lambda h, tol: abs(h[-1] / h[-2]) < tol),
        ),
    ),
    Mistake(
        "any change instead of the last",
        (_if_two(lambda h, tol: np.abs(np.diff(h)).min() < tol),),
    ),
    Mistake(
        "answer reversed",
        (
            lambda h, tol: not (len(h) > 1 and abs(h[-1] - h[-2]) < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[-2]) > tol),
        ),
    ),
    Mistake(
        "change returned",
        tuple(
            lambda h, tol, change=change, start=start: change(h) if len(h) > 1 else start
            for change in (
                lambda h: abs(h[-1] - h[-2]),
                lambda h: h[-1] - h[-2],
                lambda h: h[-2] - h[-1],
            )
            for start in (0.0, np.inf)
        ),
    ),
    Mistake(
        "not the last two entries",
        (
            lambda h, tol: len(h) > 2 and bool(abs(h[-1] - h[-3]) < tol),
            lambda h, tol: len(h) > 2 and bool(abs(h[-2] - h[-3]) < tol),
            lambda h, tol: len(h) > 1 and bool(abs(h[-1] - h[max(len(h) - 3, 0)]) < tol),
        ),
    ),
    Mistake(
        "needs more than one change",
        (lambda h, tol: len(h) > 2 and bool(abs(h[-1] - h[-2]) < tol),),
    ),
    Mistake(
        "square or square root of the change",
        (
            _if_two(lambda h, tol: (h[-1] - h[-2]) ** 2 < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[-2]) ** 0.5 < tol),
        ),
    ),
    Mistake(
        "difference of absolute values",
        (
            _if_two(lambda h, tol: abs(h[-1]) - abs(h[-2]) < tol),
            _if_two(lambda h, tol: abs(h[-2]) - abs(h[-1]) < tol),
            _if_two(lambda h, tol: abs(abs(h[-1]) - abs(h[-2])) < tol),
        ),
    ),
    Mistake(
        "change of exactly tol accepted",
        (_if_two(lambda h, tol: abs(h[-1] - h[-2]) <= tol),),
    ),
    Mistake(
        "only a fall counted",
        (
            _if_two(lambda h, tol: 0 <= h[-2] - h[-1] < tol),
            _if_two(lambda h, tol: 0 < h[-2] - h[-1] < tol),
        ),
    ),
    Mistake(
        "single entry taken for convergence",
        (
            lambda h, tol: len(h) < 2 or bool(abs(h[-1] - h[-2]) < tol),
            lambda h, tol: bool(abs(h[-1] - h[max(len(h) - 2, 0)]) < tol),
        ),
    ),
)
