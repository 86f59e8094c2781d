"""Known mistakes in the formula of `e_step`: what is normalised, and over which axis."""

from __future__ import annotations

from functools import partial

import numpy as np

from ...definition import Mistake
from ..recipes.gaussians import GAUSSIAN_MISTAKES, ignore, joint, of_joint
from ..recipes.m_step import harden

__all__ = ["FORMULA_MISTAKES", "by_rows", "naive", "right"]


def by_rows(logs, axis=1):
    terms = np.exp(logs - logs.max(axis=axis, keepdims=True))
    return terms / terms.sum(axis=axis, keepdims=True)


def right(*arguments):
    return by_rows(joint(*arguments))


def naive(logs):
    return np.exp(logs) / np.exp(logs).sum(axis=1, keepdims=True)


FORMULA_MISTAKES = (
    Mistake(
        "weights omitted",
        (of_joint(by_rows, weigh=ignore), of_joint(naive, weigh=ignore)),
    ),
    Mistake(
        "normalised over samples",
        (
            of_joint(partial(by_rows, axis=0)),
            of_joint(lambda logs: np.exp(logs) / np.exp(logs).sum(axis=0)),
            of_joint(partial(by_rows, axis=0), weigh=ignore),
        ),
    ),
    Mistake(
        "normalised over everything",
        (
            of_joint(partial(by_rows, axis=None)),
            of_joint(lambda logs: np.exp(logs) / np.exp(logs).sum()),
        ),
    ),
    Mistake(
        "not normalised",
        (of_joint(np.exp),),
    ),
    Mistake(
        "densities returned",
        (of_joint(np.exp, weigh=ignore),),
    ),
    Mistake(
        "hard assignment",
        (
            of_joint(harden),
            of_joint(harden, weigh=ignore),
            lambda *arguments: np.round(right(*arguments)),
        ),
    ),
    *(
        Mistake(
            name,
            tuple(
                of_joint(normalised, **change) for change in ways for normalised in (by_rows, naive)
            ),
        )
        for name, ways in GAUSSIAN_MISTAKES.items()
    ),
)
