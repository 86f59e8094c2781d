"""Known mistakes in `weighted_log_prob`, and in the weights wherever they come in."""

from __future__ import annotations

import numpy as np

from .recipes.gaussian_terms import CONSTANTS, SMALL, TERMS, UNDERFLOW
from .recipes.gaussians import by_rows, joint_recipe, log_sum, rows, ways
from .recipes.updates import PERMUTATIONS, repeat

__all__ = ["MISTAKES", "ONE_WEIGHT", "WEIGHTS", "unweighted"]


def unweighted(logs, weights):
    """Leave the weights out."""
    return logs


def _log_added(change):
    """Add the logarithm of something else than the weights."""
    return lambda logs, weights: logs + np.log(change(weights))


# What every table log π_k + log N(x_n | μ_k, Σ_k) is open to, whatever is made of it.
WEIGHTS = {
    "weights omitted": ways("weigh", unweighted, lambda logs, w: logs - np.log(len(w))),
    "weights not turned into logarithms": ways("weigh", lambda logs, w: logs + w),
    "weights multiplied by the logarithms": ways(
        "weigh", lambda logs, w: logs * w, lambda logs, w: logs * np.log(w)
    ),
    "weights added to the densities": ways("weigh", lambda logs, w: np.log(w + np.exp(logs))),
    "division by the weights": ways("weigh", lambda logs, w: logs - np.log(w)),
    "weights used twice": ways("weigh", lambda logs, w: logs + 2 * np.log(w)),
    "weights in the wrong order": ways("weigh", *map(_log_added, PERMUTATIONS)),
    "one covariance for all components": ways(
        "params",
        *(lambda w, m, S, k=k: (w, m, repeat(S[k], len(S))) for k in (0, -1)),
        lambda w, m, S: (w, m, repeat(S.mean(axis=0), len(S))),
    ),
    "one mean for all components": ways(
        "params", *(lambda w, m, S, k=k: (w, repeat(m[k], len(m)), S) for k in (0, -1))
    ),
    "logarithm to another base": ways(
        "weigh", lambda logs, w: logs + np.log10(w), lambda logs, w: logs + np.log2(w)
    ),
}
# Those that cancel in responsibilities.
ONE_WEIGHT = {
    "one weight for all components": ways(
        "weigh", *(lambda logs, w, k=k: logs + np.log(w[k]) for k in (0, -1))
    ),
    "logarithms of all weights added": ways("weigh", lambda logs, w: logs + np.log(w).sum()),
}


def _normalised(logs):
    return logs - log_sum(logs)[:, None]


_FIRST = {
    "weights omitted": (),
    "logarithm missing": (
        *ways("each", np.exp),
        *ways("weigh", lambda logs, w: np.exp(logs), lambda logs, w: w + np.exp(logs)),
    ),
    "density exponentiated": (
        *ways("weigh", lambda logs, w: np.exp(logs) + np.log(w)),
        *ways("each", lambda logs: np.exp(np.exp(logs))),
    ),
}
_RESULTS = {
    "normalised too early": ways("each", _normalised, by_rows, lambda logs: np.log(by_rows(logs))),
    "summed over the components": ways("each", log_sum, lambda logs: logs.sum(axis=1)),
    "transposed": ways("total", np.transpose),
    "sign": ways("sign", np.negative),
}
_TERMS = (WEIGHTS, ONE_WEIGHT, TERMS, CONSTANTS)
MISTAKES = rows(joint_recipe, _FIRST, UNDERFLOW, SMALL, _RESULTS, *_TERMS)
