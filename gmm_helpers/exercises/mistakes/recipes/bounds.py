"""Entropy, expected log joint density and their sum, with one slot for each term."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .gaussians import followed_by, joint, same

__all__ = ["bound_recipe", "entropy_recipe", "expectation_recipe", "safe_log"]


def safe_log(values):
    """Compute logarithms, and 0 where a value is 0: its term of an entropy is 0 as well."""
    return np.log(np.where(values > 0, values, 1))


def _surprise(
    responsibilities,
    *,
    spoil: Callable = same,  # of the responsibilities, before anything else is done with them
    log: Callable = safe_log,
    terms: Callable = lambda r, logs: r * logs,
):
    responsibilities = spoil(np.asarray(responsibilities, dtype=float))
    return terms(responsibilities, log(responsibilities))


def _weighted(r, log_densities, log_joint, weights):
    with np.errstate(invalid="ignore"):
        return np.where(r == 0, 0, r * log_joint)


def _expected(
    X,
    responsibilities,
    *given,
    params: Callable = lambda *given: given,  # weights, means and covariances that are used
    weigh: Callable = lambda logs, weights: logs + np.log(weights),
    each: Callable = same,  # of the log joint densities, one by one
    shares: Callable = lambda r, logs: r,  # what the log joint densities are weighted by
    terms: Callable = _weighted,  # of shares, log-densities, log joint densities and weights
    **slots,  # those of `gaussian`
):
    weights = np.asarray(params(*given)[0], dtype=float)
    densities = joint(X, *given, params=params, weigh=lambda logs, _: logs, **slots)
    log_joint = each(weigh(densities, weights))
    r = shares(np.asarray(responsibilities, dtype=float), log_joint)
    return terms(r, densities, log_joint, weights)


# `total` puts samples and components together.
entropy_recipe = followed_by(_surprise, total=np.sum, sign=np.negative)
expectation_recipe = followed_by(_expected, total=np.sum, sign=same)
_ENERGY, _ENTROPY = expectation_recipe(), entropy_recipe()


def bound_recipe(
    *,
    energy: Callable = _ENERGY,  # this and the next have the signatures of their exercises
    entropy: Callable = _ENTROPY,
    spoil: Callable = lambda X, r, *given: r,  # the responsibilities that are used
    combine: Callable = np.add,  # energy and entropy
    total: Callable = lambda bound, X: bound,
) -> Callable:
    """Make an `elbo` with a mistake: expected log joint density and entropy are functions."""

    def elbo(X, responsibilities, *given):
        r = spoil(X, responsibilities, *given)
        return total(combine(energy(X, r, *given), entropy(r)), X)

    return elbo
