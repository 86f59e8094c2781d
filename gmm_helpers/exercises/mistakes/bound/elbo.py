"""Known mistakes in `elbo`; those in its two terms are known to the exercises on them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ....em.steps import e_step_and_nll, m_step_unchecked
from ....model.params import GMMParams
from ..recipes.bounds import bound_recipe, entropy_recipe, expectation_recipe
from ..recipes.gaussians import rows, ways
from ..recipes.updates import harden

__all__ = ["MISTAKES"]

_bound, _energy, _entropy = bound_recipe(), expectation_recipe(), entropy_recipe()


def _posterior(X, responsibilities, *given):
    return e_step_and_nll(X, GMMParams(*given))[0]


def _log_likelihood(X, responsibilities, *given):
    return -e_step_and_nll(X, GMMParams(*given))[1]


def _gap(X, *given):
    return _log_likelihood(X, *given) - _bound(X, *given)


def _recomputed(X, responsibilities, *given):
    return _bound(X, responsibilities, *m_step_unchecked(X, responsibilities, 0.0))


def _hard(X, responsibilities, *given):
    return harden(responsibilities)


_ROWS: Mapping[str, tuple] = {
    "entropy subtracted": ways("combine", np.subtract),
    "entropy forgotten": ways("combine", lambda energy, entropy: energy),
    "entropy counted twice": ways("combine", lambda energy, entropy: energy + 2 * entropy),
    "entropy alone": ways("combine", lambda energy, entropy: entropy),
    "sign": ways("combine", lambda energy, entropy: -energy - entropy),
    "expected value subtracted": ways("combine", lambda energy, entropy: entropy - energy),
    "log-likelihood returned": (
        *ways("spoil", _posterior),
        _log_likelihood,
        lambda X, r, *given: _bound(X, r, *given) + _gap(X, r, *given),
    ),
    "NLL returned": (
        lambda *given: -_log_likelihood(*given),
        *ways("spoil", _posterior, combine=lambda energy, entropy: -energy - entropy),
    ),
    "gap returned": (
        _gap,
        lambda *given: -_gap(*given),
        # The divergence from the posterior, the wrong way round.
        lambda X, r, *given: _divergence(_posterior(X, r, *given), r),
    ),
    "gap subtracted": (lambda *given: _bound(*given) - _gap(*given),),
    "gap with the wrong sign": (lambda *given: _log_likelihood(*given) + _gap(*given),),
    "entropy added to the log-likelihood": (
        lambda X, r, *given: _log_likelihood(X, r, *given) + _entropy(r),
        lambda X, r, *given: _log_likelihood(X, r, *given) - _entropy(r),
        lambda X, r, *given: -_log_likelihood(X, r, *given) + _entropy(r),
        lambda X, r, *given: -_log_likelihood(X, r, *given) - _entropy(r),
    ),
    "entropy of other responsibilities": (
        lambda X, r, *given: (
            _bound(X, r, *given) - _entropy(r) + _entropy(_posterior(X, r, *given))
        ),
    ),
    "expectation over other responsibilities": (
        lambda X, r, *given: (
            _log_likelihood(X, r, *given) - _entropy(_posterior(X, r, *given)) + _entropy(r)
        ),
    ),
    "entropy of the weights": (
        lambda X, r, w, *g: _energy(X, r, w, *g) + _entropy(w),
        lambda X, r, w, *g: _energy(X, r, w, *g) + len(X) * _entropy(w),
        lambda X, r, w, *g: _energy(X, r, w, *g) - _entropy(w),
    ),
    "two terms instead of their sum": ways(
        "combine",
        lambda energy, entropy: np.array([energy, entropy]),
        lambda energy, entropy: np.array([entropy, energy]),
    ),
    "parameters recomputed": (_recomputed,),
    "hard responsibilities": ways("spoil", _hard),
    "mean instead of sum": (
        *ways("total", lambda bound, X: bound / len(X)),
        lambda X, r, *given: _bound(X, r, *given) / np.size(r),
    ),
    "product of the two terms": ways("combine", np.multiply, np.divide),
}


def _divergence(one, other):
    positive = (one > 0) & (other > 0)
    return (one[positive] * np.log(one[positive] / other[positive])).sum()


MISTAKES = rows(bound_recipe, _ROWS)
