"""Histories, data and starts that the stopping rule and one iteration are tried on."""

from __future__ import annotations

import numpy as np

from ...em import steps
from ...em.starts import random_points_start
from ..definition import Case
from .integers import whole_number_cases
from .mixtures import SHIFT, random_problem, rescale, with_outlier

__all__ = ["step_cases", "stop_cases"]

# As in EM: large steps at first, with plateaus in between, then smaller and smaller ones.
_STEPS = np.array([1.0, 0.05, 0.5, 0.02, 0.2, 0.1, 0.05, 0.02])


def stop_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases with several pairs ``(nll_history, tol)`` each, half of which have converged."""
    cases = []
    for name, level, make, layout, topic, extra in (
        # The last one has a change and a tol that rounding would make 0.
        ("ordinary histories", 2000.0, list, "plain", "", (([4e-7, 1e-7], 1e-8),)),
        # The last one has a large change between values of about the same size.
        ("histories across zero", -1.0, list, "plain", "units", (([2.0, 1.0, -1.5], 1.0),)),
        ("negative histories", -3000.0, list, "plain", "units", ()),
        ("histories as read-only arrays", 500.0, np.array, "read-only", "arrays", ()),
    ):
        falls = np.cumsum(rng.uniform(2.0, 3.0, size=8) * _STEPS)
        history = level + falls[-1] - falls  # ends near the level, in smaller and smaller steps
        ends = [(n, factor) for n in range(2, 9) for factor in (0.8, 1.25)]
        asked = [
            _make_question(history[: ends[i][0]], ends[i][1], make) for i in rng.permutation(14)
        ]
        cases.append(Case(name, ([*asked, *extra],), layout, topic))
    rising = 100.0 + np.cumsum(rng.uniform(0.5, 1.0, size=5))
    asked = [_make_question(rising[:n], factor, list) for n in (3, 4, 5) for factor in (0.5, 2.0)]
    cases.append(Case("a small rise, as rounding can cause", (asked,), topic="rising"))
    # One question more, so that no answer that is always the same is right by luck.
    converged = ([10.0, 9.5], 1.0)
    tie = [([10.0, 9.5], 0.5), ([8.0, 6.0, 5.75], 0.25), ([-1.0, -2.0], 1.0), converged]
    cases.append(Case("a change of exactly tol", (tie,), topic="tie"))
    asked = [_make_question(100.0 - np.arange(n), 0.0, list) for n in (2, 3, 4)]
    cases.append(Case("tol = 0", ([*asked, converged],), topic="zero"))
    asked = [([level], tol) for level in (5.0, -5.0, 0.0) for tol in (1e-6, 10.0)]
    cases.append(Case("the start alone", ([*asked, converged],), topic="start"))
    return cases


def _make_question(history, factor: float, make) -> tuple:
    """Return a history, and a tolerance in proportion to its last change."""
    return make(history), factor * abs(history[-1] - history[-2])


def step_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(X, weights, means, covariances)`` that return three."""
    cases = []
    for name, n_samples, n_components, n_features, shift, layout, topic in (
        ("an ordinary mixture", 40, 3, 2, 0.0, "plain", ""),
        ("one feature (D = 1)", 30, 2, 1, 0.0, "plain", "dimension"),
        ("three features (D = 3)", 50, 2, 3, 0.0, "plain", "dimension"),
        ("one component (K = 1)", 12, 1, 2, 0.0, "plain", "components"),
        ("five components (K = 5)", 80, 5, 2, 0.0, "plain", "components"),
        ("shifted data", 40, 3, 2, SHIFT, "plain", "units"),
        ("many samples", 700, 3, 2, 0.0, "plain", "size"),
        ("arrays that are not contiguous", 40, 3, 2, 0.0, "strided", "layout"),
        ("read-only arrays", 40, 3, 2, 0.0, "read-only", "layout"),
    ):
        X, start = _draw_problem(rng, n_samples, n_components, n_features)
        start = start._replace(means=start.means + shift)
        cases.append(Case(name, (X + shift, *start), layout, topic))
    X, start = _draw_problem(rng, 40, 3, 2)
    cases.append(Case("one sample far from the others", (with_outlier(X), *start), topic="far"))
    X, start = _draw_problem(rng, 40, 3, 2)
    cases.append(Case("narrow components", rescale((X, *start), scale=1e-3), topic="units"))
    X, start = _draw_problem(rng, 40, 3, 2)
    return [*cases, *whole_number_cases(np.rint(3 * X), *start)]


def _draw_problem(rng, n_samples, n_components, n_features):
    """Draw data, and a start from which every component keeps some samples.

    Neither its weights nor its covariances are equal, or it would not show if they were not used.
    """
    while True:
        X, params = random_problem(rng, n_samples, n_components, n_features)
        start = random_points_start(X, n_components, rng)
        covariances = start.covariances / 2 + params.covariances
        start = start._replace(weights=params.weights, covariances=covariances)
        if steps.e_step(X, *start).sum(axis=0).min() > n_features + 1:
            return X, start
