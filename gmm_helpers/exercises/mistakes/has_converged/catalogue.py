"""Known mistakes in `has_converged`."""

from __future__ import annotations

import numpy as np

from ...definition import Misconception

__all__ = ["MISTAKES"]


def _if_two(rule):
    """Make a stopping rule that answers no while there is only one entry."""
    return lambda nll_history, tol: len(nll_history) > 1 and bool(rule(nll_history, tol))


def _relative(history, tol):
    return abs(history[-1] - history[-2]) < tol * abs(history[-2])


def _largest(history, tol):
    return np.abs(np.diff(history)).max() < tol


MISTAKES = (
    Misconception(
        "always the same answer",
        "Your function gave the same answer whether or not the history had converged. Look at what "
        "you compare: it should be the change and tol.",
        (lambda h, tol: True, lambda h, tol: False),
    ),
    Misconception(
        "sign of the change trusted",
        "You compare the change itself, not its size. A change of -5 is smaller than any positive "
        "tolerance, so EM would stop after its first step. Ask how large the change is, whatever "
        "its direction.",
        (_if_two(lambda h, tol: h[-1] - h[-2] < tol),),
    ),
    Misconception(
        "any rise taken for convergence",
        "You ask how far the NLL has fallen. While it falls, that is the size of the change; "
        "but where it rises, through rounding or a mistake in a step, any rise at all counts as "
        "convergence. Ask how large the change is, whatever its direction.",
        (_if_two(lambda h, tol: h[-2] - h[-1] < tol),),
    ),
    Misconception(
        "value compared instead of the change",
        "You compare the NLL itself with the tolerance. Its value has no meaning of its own: it "
        "depends on the number and the units of the data. What shows convergence is how much it "
        "still changes.",
        (
            _if_two(lambda h, tol: h[-1] < tol),
            _if_two(lambda h, tol: abs(h[-1]) < tol),
            lambda h, tol: bool(h[-1] < tol),
            lambda h, tol: bool(abs(h[-1]) < tol),
        ),
    ),
    Misconception(
        "compared with the start",
        "You compare the last entry with the first, or look at a change other than the last, or "
        "at all changes together. The distance from the start only grows, and early changes are "
        "large in every run. What counts is the last change: the last entry and the one before "
        "it.",
        (
            _if_two(_largest),
            _if_two(lambda h, tol: np.abs(np.diff(h)).mean() < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[0]) < tol),
            _if_two(lambda h, tol: abs(h[1] - h[0]) < tol),
        ),
    ),
    Misconception(
        "relative change",
        "You do not compare the change itself with tol: it is divided by the NLL or by something "
        "else, or tol is multiplied by it. The exercise asks for the change in nats. Divided by an "
        "NLL that happens to be near zero, it would be huge.",
        (
            _if_two(_relative),
            _if_two(lambda h, tol: abs((h[-1] - h[-2]) / h[-1]) < tol),
            _if_two(lambda h, tol: abs(h[-1] / h[-2]) < tol),
        ),
    ),
    Misconception(
        "any change instead of the last",
        "Your function answers yes as soon as any change in the history is small. Only the last "
        "change counts.",
        (_if_two(lambda h, tol: np.abs(np.diff(h)).min() < tol),),
    ),
    Misconception(
        "answer reversed",
        "Your answer is reversed: it says whether EM should continue. The question is whether it "
        "has converged.",
        (
            lambda h, tol: not (len(h) > 1 and abs(h[-1] - h[-2]) < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[-2]) > tol),
        ),
    ),
    Misconception(
        "change returned",
        "Your function returns the change. You are asked for an answer, True or False: is the "
        "size of the change below the tolerance?",
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
    Misconception(
        "not the last two entries",
        "You do not compare the last two entries of the history. The change in the last "
        "iteration is the difference between the last entry and the one before it: count the "
        "indices from the end.",
        (
            lambda h, tol: len(h) > 2 and bool(abs(h[-1] - h[-3]) < tol),
            lambda h, tol: len(h) > 2 and bool(abs(h[-2] - h[-3]) < tol),
            lambda h, tol: len(h) > 1 and bool(abs(h[-1] - h[max(len(h) - 3, 0)]) < tol),
        ),
    ),
    Misconception(
        "needs more than one change",
        "Your function answers no to a history of two entries, whatever the change. EM can "
        "converge in one iteration.",
        (lambda h, tol: len(h) > 2 and bool(abs(h[-1] - h[-2]) < tol),),
    ),
    Misconception(
        "square or square root of the change",
        "You compare the square (or the square root) of the change with tol. The exercise asks "
        "for the absolute change.",
        (
            _if_two(lambda h, tol: (h[-1] - h[-2]) ** 2 < tol),
            _if_two(lambda h, tol: abs(h[-1] - h[-2]) ** 0.5 < tol),
        ),
    ),
    Misconception(
        "difference of absolute values",
        "You take absolute values of the entries instead of their difference. Where the NLL is "
        "negative, that reverses the direction.",
        (
            _if_two(lambda h, tol: abs(h[-1]) - abs(h[-2]) < tol),
            _if_two(lambda h, tol: abs(h[-2]) - abs(h[-1]) < tol),
            _if_two(lambda h, tol: abs(abs(h[-1]) - abs(h[-2])) < tol),
        ),
    ),
    Misconception(
        "change of exactly tol accepted",
        "Your function answers yes to a change of exactly tol. The rule asks for a change "
        "*smaller* than tol.",
        (_if_two(lambda h, tol: abs(h[-1] - h[-2]) <= tol),),
    ),
    Misconception(
        "only a fall counted",
        "Your function answers no where the NLL has risen by less than tol, which rounding can "
        "cause. Only the size of the change counts.",
        (
            _if_two(lambda h, tol: 0 <= h[-2] - h[-1] < tol),
            _if_two(lambda h, tol: 0 < h[-2] - h[-1] < tol),
        ),
    ),
    Misconception(
        "single entry taken for convergence",
        "With one entry there is no change yet, but your function says that EM has converged. The "
        "answer must then be no.",
        (
            lambda h, tol: len(h) < 2 or bool(abs(h[-1] - h[-2]) < tol),
            lambda h, tol: bool(abs(h[-1] - h[max(len(h) - 2, 0)]) < tol),
        ),
    ),
)
