"""Responsibilities, and data and mixtures besides, that the bound is tried on.

The responsibilities are not those of an E-step with the given parameters, except in one case:
otherwise it would not show where they are computed anew.
"""

from __future__ import annotations

import numpy as np

from ...em import steps
from ...model.params import GMMParams
from ..definition import Case
from .integers import INTEGERS
from .m_step import weight_cases
from .mixtures import random_problem, total_cases

__all__ = ["ZEROS_SHARE", "bound_cases", "entropy_cases"]

ZEROS_SHARE = 1 / 3  # of the points, where 0 log 0 is what the exercise teaches
ZEROS = "zeros"


def entropy_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(responsibilities)``."""
    return [
        *weight_cases(rng),
        Case("some responsibilities exactly 0", (_with_zeros(rng, 15, 4),), topic=ZEROS),
        Case("hard responsibilities, but for one sample", (_nearly_hard(rng, 12, 3),), topic=ZEROS),
    ]


def bound_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(X, responsibilities, weights, means, covariances)``."""
    cases = []
    for case in total_cases(rng):
        X, weights, *gaussians = case.arguments
        # Whole numbers stand once as floats and once as integers, with the same others.
        if case.topic != INTEGERS:
            responsibilities = _mixed(rng, X, GMMParams(weights, *gaussians))
        cases.append(case._replace(arguments=(X, responsibilities, weights, *gaussians)))
    X, params = random_problem(rng, 16, 3, 2, apart=1.5)
    posterior = steps.e_step(X, *params)
    return [
        *cases,
        Case("responsibilities of the E-step", (X, posterior, *params)),
        Case("some responsibilities exactly 0", (X, _with_zeros(rng, 16, 3), *params), topic=ZEROS),
        Case(
            "hard responsibilities, but for one sample",
            (X, _nearly_hard(rng, 16, 3), *params),
            topic=ZEROS,
        ),
    ]


def _mixed(rng, X, params: GMMParams) -> np.ndarray:
    """Draw responsibilities, half of them of an E-step with all components moved."""
    drawn = rng.dirichlet(np.arange(1, params.n_components + 1) / 2, size=len(X))
    scale = np.sqrt(np.diagonal(params.covariances, axis1=1, axis2=2))
    moved = params.means + scale * rng.normal(size=params.means.shape)
    # Wide, or nearly all would be 0 or 1 far away.
    old = steps.e_step(X, params.weights[::-1], moved, 4 * params.covariances)
    order = rng.permutation(params.n_components)
    return 0.5 * old + 0.4 * drawn[:, order] + 0.1 / params.n_components


def _with_zeros(rng, n_samples: int, n_components: int) -> np.ndarray:
    """Draw rows that sum to one, each with an exact 0 in it."""
    table = rng.dirichlet(np.full(n_components, 2.0), size=n_samples)
    table[np.arange(n_samples), rng.integers(n_components, size=n_samples)] = 0
    return table / table.sum(axis=1, keepdims=True)


def _nearly_hard(rng, n_samples: int, n_components: int) -> np.ndarray:
    """One sample is undecided: or the entropy would be 0, which many mistakes return, too."""
    labels = np.resize(np.arange(n_components), n_samples)
    table = np.eye(n_components)[rng.permutation(labels)]
    table[rng.integers(n_samples)] = rng.dirichlet(np.full(n_components, 8.0))
    return table
