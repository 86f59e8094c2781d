"""Known mistakes in `gaussian_log_density`."""

from __future__ import annotations

import numpy as np

from ...model.density import LOG_2PI
from .recipes.gaussian_terms import (
    CONSTANTS,
    CUT_OFF,
    ROUNDED,
    SMALL,
    TERMS,
    UNDERFLOW,
    of_whitened,
)
from .recipes.gaussians import gaussian_recipe, rows, ways

__all__ = ["MISTAKES"]


def _of_products(*changes):
    """Make something else than the row sums from the differences times the solved ones."""
    return ways("distance", *(lambda c, M, of=change: of(c * (c @ M)) for change in changes))


def _of_pairs(change=np.asarray, **others):
    return ways("distance", lambda c, M: change(c @ M @ c.T), **others)


# One feature after the other, as if each were a Gaussian of its own.
_PER_FEATURE = {
    "distance": lambda c, M: c**2 / np.diag(np.linalg.inv(M)),
    "two_pi": lambda N, D: LOG_2PI,
    "determinant": lambda S: np.log(np.diag(S)),
}

_FIRST = {
    "density instead of its logarithm": ways("each", np.exp),
    "density exponentiated": ways("each", lambda logs: np.exp(np.exp(logs))),
}
_SIGN = {"sign": ways("sign", np.negative)}
_RESULTS = {
    "summed over samples": (
        *ways("total", np.sum, np.mean),
        *ways("total", np.prod, lambda p: np.log(p.prod()), each=np.exp),
    ),
    "distances summed over all samples": of_whitened(
        lambda z: np.sum(z**2), lambda z: np.mean(z**2)
    ),
    "summed over the wrong axis": (
        *of_whitened(lambda z: (z**2).sum(axis=0)),
        *_of_products(lambda products: products.sum(axis=0)),
    ),
    "not summed over the features": (
        *of_whitened(np.square, lambda z: (z**2).T, lambda z: (z**2).mean(axis=1)),
        *of_whitened(lambda z: (z**2).max(axis=1), lambda z: z[:, 0] ** 2),
        *_of_products(np.asarray, np.transpose),
        _PER_FEATURE,
        {**_PER_FEATURE, "each": np.exp},
    ),
    "all pairs of samples": (
        *_of_pairs(),
        *_of_pairs(lambda table: table.sum(axis=1)),
        *_of_pairs(each=np.exp),
        *_of_pairs(total=lambda table: table.sum(axis=1)),
    ),
    "only one sample": ways(
        "total",
        *(lambda logs, n=n: logs[n] for n in (0, -1, slice(1))),
        *(lambda logs, n=n: np.full(len(logs), logs[n]) for n in (0, -1)),
        lambda logs: np.where(np.arange(len(logs)), 0, logs),
    ),
}
MISTAKES = rows(
    gaussian_recipe, _FIRST, TERMS, CONSTANTS, ROUNDED, _SIGN, UNDERFLOW, SMALL, CUT_OFF, _RESULTS
)
