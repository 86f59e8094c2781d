"""Mistakes that several updates of the M-step share, and the spoilt values they are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from ...mistake import Mistake
from .gaussians import by_rows
from .moments import RECIPES, ways

__all__ = [
    *("GUARDS", "HARD", "MISUSED", "PERMUTATIONS", "ROWS"),
    *("harden", "mistakes_of", "none_summed", "normalise", "repeat", "shared"),
]

GUARDS = (1.0, 0.5, 0.1, 1e-2)  # smaller numbers are found whatever their size
ROWS = (slice(1, None), slice(None, -1))
_SOME = (slice(1), slice(-1, None), *ROWS)


def harden(scores):
    """Assign each sample entirely to its most probable component."""
    return np.eye(scores.shape[1])[scores.argmax(axis=1)]


def normalise(values):
    """Divide by the sum."""
    return values / values.sum()


def repeat(value, n_components):
    """Use the same value for every component."""
    return np.array([value] * n_components)


# Ways in which the values of the components get mixed up.
PERMUTATIONS: tuple[Callable, ...] = (
    *(lambda values: values[::-1], np.sort, lambda values: np.sort(values)[::-1]),
    *(lambda values, step=step: np.roll(values, step) for step in (1, -1)),
)

# Ways to make hard labels of responsibilities.
HARD: tuple[Callable, ...] = (harden, np.round, lambda r: (r >= 1 / r.shape[1]).astype(float))

# Name -> ways to spoil the responsibilities before they are used.
MISUSED: dict[str, tuple[Callable, ...]] = {
    "hard labels": HARD,
    "responsibilities squared": (np.square,),
    "square root of the responsibilities": (np.sqrt,),
    "responsibilities of another component": (
        *(lambda r, step=step: np.roll(r, step, axis=1) for step in (1, -1)),
        *(lambda r, k=k: np.repeat(r[:, [k]], r.shape[1], axis=1) for k in (0, -1)),
        *(lambda r: r[:, ::-1], lambda r: 1 - r),
    ),
    "responsibilities of another sample": (
        *(lambda r, step=step: np.roll(r, step, axis=0) for step in (1, -1)),
        *(lambda r: r[::-1], lambda r: np.sort(r, axis=0)),
        lambda r: r.reshape(r.shape[::-1]).T,
    ),
    "responsibilities exponentiated": (
        *(np.exp, by_rows, lambda r: by_rows(r, axis=0)),
        *(np.log, lambda r: -np.log(r)),
    ),
}


def none_summed(terms, axis):
    """Leave out the sum over the samples."""
    return terms


def _zeros_but(i) -> Callable:
    def keep(values):
        kept = np.zeros_like(values)
        kept[i] = values[i]
        return kept

    return keep


_WRONG_COUNTS: tuple[Callable | str, ...] = (
    *(lambda g, step=step: np.roll(g.N_k, step) for step in (1, -1)),
    *(lambda g: g.N_k[::-1], lambda g: g.N_k[0], lambda g: g.N_k.max(), "K", "D"),
    *(lambda g, of=of: of(g.r).sum(axis=0) for of in (harden, np.square)),
    *(lambda g, of=of: of(g.N_k) for of in (np.sqrt, np.round)),
    *(lambda g: g.N_k - g.K, lambda g: g.N_k - g.D),
)

_SHARED: Mapping[str, tuple[dict, ...]] = {
    "divided by N": ways(divisor="N"),
    "not divided by N_k": ways(divisor=1),
    "divided by N_k - 1": ways(divisor=lambda g: g.N_k - 1),
    "counts along the wrong axis": ways(divisor=lambda g: g.N_k[None]),
    "divided by the wrong count": ways(divisor=_WRONG_COUNTS),
    "divided twice": ways(
        divisor=(lambda g: g.N_k**2, lambda g: g.N_k * g.N, lambda g: float(g.N) ** 2)
    ),
    "divided by the weight": ways(divisor=lambda g: g.N_k / g.N),
    # The whole array is divided by each count in turn.
    "normalised inside the loop over k": ways(divisor=lambda g: np.cumprod(g.N_k[::-1])[::-1]),
    "divided inside the loop over the samples": ways(
        weights=lambda r: r / r.sum(axis=0) ** np.arange(len(r) - 1.0, -1, -1)[:, None],
        divisor="plain",
    ),
    "small number in the denominator": ways(
        divisor=(
            *(lambda g, c=c: g.N_k + c for c in GUARDS),
            *(lambda g, c=c: np.maximum(g.N_k, c) for c in GUARDS[:2]),
        )
    ),
    **{name: ways(weights=spoilt, divisor=(None, "plain")) for name, spoilt in MISUSED.items()},
    "running total not reset": ways(
        total=lambda terms, axis: terms.sum(axis).cumsum(axis),
        divisor=(None, lambda g: g.N_k.cumsum()),
    )
    + ways(post=partial(np.cumsum, axis=0)),
    "one sample left out": ways(rows=ROWS, divisor=(None, "plain")),
    "maximum instead of sum": ways(total=np.max, divisor=(None, 1)),
    "not summed over the samples": ways(
        total=none_summed, divisor=(None, 1), post=(None, lambda values: values.swapaxes(0, 1))
    ),
    "one component only": ways(
        post=(
            *(lambda values, i=i: values[i] for i in (0, -1, *_SOME)),
            *(_zeros_but(i) for i in _SOME),
        )
    ),
    "one component for all": ways(
        post=tuple(lambda values, i=i: repeat(values[i], len(values)) for i in (0, -1))
    ),
    "rounded": ways(post=tuple(partial(np.round, decimals=n) for n in range(7))),
}


# Two mistakes at once are made of the others: with these, they often amount to a third one.
_ALONE = {
    *("uniform weights", "normalised over samples first", "normalised inside the loop over k"),
    *("statistic other than the mean", "maximum instead of sum", "running total not reset"),
    *("product after averaging", "not summed over the samples", "summed over the components"),
    *("one sample only", "one component only", "one component for all", "multiplied by the count"),
    *("summed over everything", "summed over the wrong axis", "divided twice"),
    "divided inside the loop over the samples",
}


def shared(*names: str) -> dict[str, tuple]:
    """Take some of the shared rows."""
    return {name: _SHARED[name] for name in names}


def mistakes_of(exercise: str, table: Mapping[str, tuple]) -> tuple[Mistake, ...]:
    """Make the mistakes of an exercise from a table: name, and ways to make it."""
    recipe = RECIPES[exercise]
    rows = tuple(Mistake(name, made, recipe) for name, made in table.items())
    return tuple(Mistake(row.name, row.functions) if row.name in _ALONE else row for row in rows)
