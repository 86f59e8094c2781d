"""Known mistakes in `has_converged`."""

from __future__ import annotations

import numpy as np

from ..definition import Mistake

__all__ = ["MISTAKES"]


def _last(history):
    return history[-1] - history[-2]


def rule(
    *,
    change=_last,
    size=abs,
    compare=np.less,
    answer=lambda converged, value: bool(converged),
    few=lambda history, tol: False,
    enough=2,
):
    """Make a stopping rule: is the size of a change below tol?

    With fewer than `enough` entries the answer is ``few(history, tol)``, else it is
    ``answer(compare(value, tol), value)``, where the value is ``size(change(history))``.
    """

    def has_converged(history, tol):
        if len(history) < enough:
            return few(history, tol)
        value = size(change(history))
        return answer(compare(value, tol), value)

    return has_converged


def _same(value):
    return value


def _changes(history):
    return np.abs(np.diff(history))


_BACKWARDS = {"size": lambda change: -change}


def _row(name, *ways):
    return Mistake(name, ways, rule)


MISTAKES = (
    _row(
        "always the same answer",
        *({"answer": lambda c, v, x=x: x, "few": lambda h, tol, x=x: x} for x in (True, False)),
    ),
    _row("sign of the change trusted", {"size": _same}),
    _row("any rise taken for convergence", _BACKWARDS),
    _row(
        "value compared instead of the change",
        {"change": lambda h: h[-1], "size": _same},
        {"change": lambda h: h[-1]},
        {"change": lambda h: h[-1], "size": _same, "enough": 1},
        {"change": lambda h: h[-1], "enough": 1},
    ),
    _row(
        "compared with the start",
        {"change": lambda h: _changes(h).max()},
        {"change": lambda h: _changes(h).mean()},
        {"change": lambda h: h[-1] - h[0]},
        {"change": lambda h: h[1] - h[0]},
    ),
    _row(
        "relative change",
        {"change": lambda h: _last(h) / h[-2]},
        {"change": lambda h: _last(h) / h[-1]},
        {"change": lambda h: h[-1] / h[-2]},
        {"change": lambda h: _last(h) / h[0]},
    ),
    _row("any change instead of the last", {"change": lambda h: _changes(h).min()}),
    _row(
        "answer reversed",
        {"compare": np.greater_equal, "few": lambda h, tol: True},
        {"compare": np.greater},
        {"compare": np.greater_equal},
    ),
    _row(
        "change returned",
        *(
            {"size": size, "answer": lambda c, value: value, "few": lambda h, tol, few=few: few}
            for size in (abs, _same, lambda change: -change)
            for few in (0.0, np.inf)
        ),
    ),
    _row(
        "not the last two entries",
        {"change": lambda h: h[-1] - h[-3], "enough": 3},
        {"change": lambda h: h[-2] - h[-3], "enough": 3},
        {"change": lambda h: h[-1] - h[max(len(h) - 3, 0)]},
    ),
    _row("needs more than one change", {"enough": 3}),
    _row(
        "square or square root of the change",
        {"size": np.square},
        {"size": lambda change: abs(change) ** 0.5},
    ),
    _row(
        "difference of absolute values",
        {"change": lambda h: abs(h[-1]) - abs(h[-2]), "size": _same},
        {"change": lambda h: abs(h[-2]) - abs(h[-1]), "size": _same},
        {"change": lambda h: abs(h[-1]) - abs(h[-2])},
    ),
    _row("change of exactly tol accepted", {"compare": np.less_equal}),
    _row(
        "only a fall counted",
        {"compare": lambda value, tol: 0 <= value < tol, **_BACKWARDS},
        {"compare": lambda value, tol: 0 < value < tol, **_BACKWARDS},
    ),
    _row(
        "single entry taken for convergence",
        {"few": lambda h, tol: True},
        {"few": lambda h, tol: tol > 0},
    ),
)
