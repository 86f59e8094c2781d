"""Exercises of notebook 03: the three updates of the M-step."""

from __future__ import annotations

from .. import em
from .definition import Case, Exercise
from .inputs import random_problem, random_responsibilities

__all__ = ["EXERCISES"]


def _cases(rng):
    """Yield name, X and responsibilities of every case."""
    for name, n_samples, n_components, n_features, offset in (
        ("three components", 30, 3, 2, 0.0),
        ("one component", 9, 1, 2, 0.0),
        ("five components", 40, 5, 2, 0.0),
        ("one feature", 12, 2, 1, 0.0),
        ("three features", 20, 2, 3, 0.0),
        ("shifted data", 20, 2, 2, 50.0),
    ):
        X, _ = random_problem(rng, n_samples, n_components, n_features)
        yield name, X + offset, random_responsibilities(rng, n_samples, n_components)


def _weight_cases(rng):
    return [Case(name, (responsibilities,)) for name, _, responsibilities in _cases(rng)]


def _mean_cases(rng):
    return [Case(name, (X, responsibilities)) for name, X, responsibilities in _cases(rng)]


def _covariance_cases(rng):
    # The means belong to the data and the responsibilities, so every correct formula is right.
    return [
        Case(name, (X, responsibilities, em.update_means(X, responsibilities)))
        for name, X, responsibilities in _cases(rng)
    ]


EXERCISES = (
    Exercise("update_weights", 2, em.update_weights, _weight_cases),
    Exercise("update_means", 3, em.update_means, _mean_cases),
    Exercise("update_covariances", 5, em.update_covariances, _covariance_cases),
)
