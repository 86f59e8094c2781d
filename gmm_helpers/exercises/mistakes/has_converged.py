"""Known mistakes in `has_converged`."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .recipes.gaussians import rows, same, ways

__all__ = ["MISTAKES"]


def _last(history):
    return history[-1] - history[-2]


def rule(
    *,
    change=_last,  # of the history
    size=abs,  # of the change
    compare=np.less,
    answer=lambda converged, value: bool(converged),
    few=lambda history, tol: False,  # the answer to fewer entries than `enough`
    enough=2,
):
    """Make a stopping rule: is the size of a change below tol?"""

    def has_converged(history, tol):
        if len(history) < enough:
            return few(history, tol)
        value = size(change(history))
        return answer(compare(value, tol), value)

    return has_converged


def _changes(history):
    return np.abs(np.diff(history))


_YES = {"few": lambda h, tol: True}
_BACKWARDS = {"size": lambda change: -change}
_ROWS: dict[str, tuple[Mapping, ...]] = {
    "always the same answer": (
        {"answer": lambda converged, value: True, **_YES},
        {"answer": lambda converged, value: False},
    ),
    "sign of the change trusted": ({"size": same},),
    "any rise taken for convergence": (_BACKWARDS,),
    "value compared instead of the change": tuple(
        {"change": lambda h: h[-1], "size": size, "enough": enough}
        for size in (same, abs)
        for enough in (2, 1)
    ),
    "compared with the start": (
        *ways("change", lambda h: _changes(h).max(), lambda h: _changes(h).mean()),
        *ways("change", lambda h: h[-1] - h[0], lambda h: h[1] - h[0]),
    ),
    "relative change": (
        *ways("change", *(lambda h, j=j: _last(h) / h[j] for j in (-2, -1, 0))),
        {"change": lambda h: h[-1] / h[-2]},
    ),
    "any change instead of the last": ({"change": lambda h: _changes(h).min()},),
    "answer reversed": (
        {"compare": np.greater_equal, **_YES},
        *ways("compare", np.greater, np.greater_equal),
    ),
    "change returned": tuple(
        {"size": size, "answer": lambda c, value: value, "few": lambda h, tol, few=few: few}
        for size in (abs, same, _BACKWARDS["size"])
        for few in (0.0, np.inf)
    ),
    "not the last two entries": (
        *ways("change", lambda h: h[-1] - h[-3], lambda h: h[-2] - h[-3], enough=3),
        {"change": lambda h: h[-1] - h[max(len(h) - 3, 0)]},
    ),
    "needs more than one change": ({"enough": 3},),
    "square or square root of the change": ways("size", np.square, lambda c: abs(c) ** 0.5),
    "difference of absolute values": (
        *ways("change", lambda h: abs(h[-1]) - abs(h[-2]), size=same),
        *ways("change", lambda h: abs(h[-2]) - abs(h[-1]), size=same),
        *ways("change", lambda h: abs(h[-1]) - abs(h[-2])),
    ),
    "rounded before the comparison": (
        *ways("size", *(lambda c, n=n: round(abs(c), n) for n in range(7))),
        *ways("change", *(lambda h, n=n: _last(np.round(h, n)) for n in range(7))),
    ),
    "change of exactly tol accepted": ({"compare": np.less_equal},),
    "only a fall counted": ways("compare", lambda value, tol: 0 <= value < tol, **_BACKWARDS),
    "single entry taken for convergence": (_YES, {"few": lambda h, tol: tol > 0}),
}

MISTAKES = rows(rule, _ROWS)
