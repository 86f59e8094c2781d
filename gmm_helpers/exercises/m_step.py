"""Exercises of notebook 03: the three updates of the M-step."""

from __future__ import annotations

import numpy as np

from ..em import steps, updates
from .cases.mixtures import FAR, SHIFT, random_problem, with_correlation, with_unequal_sizes
from .definition import Case, Exercise
from .mistakes.update_covariances import catalogue as covariances
from .mistakes.update_means import catalogue as means
from .mistakes.update_weights import catalogue as weights
from .symptoms import updates as update_symptoms

__all__ = ["EXERCISES"]

SMALL = 1e-4  # variances of 1e-8: what is added against singular matrices shows
LEAST_SHARE = 0.1  # of an equal share: no component is so empty that digits are lost


def _responsibilities(rng, n_samples: int, n_components: int) -> np.ndarray:
    """Rows sum to one; columns differ in size, and none is nearly empty."""
    drawn = rng.dirichlet(np.arange(1, n_components + 1) / 2, size=n_samples)
    order = rng.permutation(n_components)
    return (1 - LEAST_SHARE) * drawn[:, order] + LEAST_SHARE / n_components


def _nearly_empty(rng, n_samples: int) -> np.ndarray:
    """One of three components accounts for a tenth of a sample, one for nearly all."""
    shares = rng.dirichlet([1.0, 8.0], size=n_samples)
    least = rng.dirichlet(np.full(n_samples, 2.0)) * rng.uniform(0.05, 0.15)
    table = np.column_stack([least, shares * (1 - least)[:, None]])
    return table[:, rng.permutation(3)]


def _nearly_sure(rng, n_samples: int, n_components: int) -> np.ndarray:
    """Nearly zeros and ones, and at least two ones a component.

    Not quite zeros: a running average would begin with 0/0.
    """
    labels = np.concatenate(
        [np.repeat(np.arange(n_components), 2), rng.integers(n_components, size=n_samples)]
    )
    sure = np.eye(n_components)[rng.permutation(labels[:n_samples])]
    return 0.98 * sure + 0.02 / n_components


# Name, samples, components, topic: what can be special about responsibilities alone.
_TABLES = (
    ("ordinary responsibilities", 30, 3, ""),
    ("one component (K = 1)", 9, 1, "components"),
    ("two components (K = 2)", 14, 2, "components"),
    ("five components (K = 5)", 25, 5, "components"),
    ("one sample", 1, 3, "size"),
    ("fewer samples than components", 3, 4, "size"),
    ("many samples", 700, 3, "size"),
)


def _weight_cases(rng) -> list[Case]:
    cases = [
        Case(name, (_responsibilities(rng, n_samples, n_components),), topic=topic)
        for name, n_samples, n_components, topic in _TABLES
    ]
    ordinary = [_responsibilities(rng, n_samples, 3) for n_samples in (15, 16)]
    return [
        *cases,
        Case("components of very unequal size", (_nearly_empty(rng, 20),), topic="unequal"),
        Case("samples nearly sure of their component", (_nearly_sure(rng, 12, 3),)),
        Case("arrays that are not contiguous", (ordinary[0],), "strided", "layout"),
        Case("read-only arrays", (ordinary[1],), "read-only", "layout"),
    ]


# Name, samples, components, features, topic.
_SIZES = (
    ("ordinary data", 30, 3, 2, ""),
    ("one feature (D = 1)", 12, 3, 1, "dimension"),
    ("three features (D = 3)", 14, 2, 3, "dimension"),
    ("one component (K = 1)", 9, 1, 2, "components"),
    ("as many components as features", 13, 2, 2, "components"),
    ("five components (K = 5)", 40, 5, 2, "components"),
    ("few samples", 4, 3, 2, "size"),
    ("many samples", 500, 3, 2, "size"),
)


def _data_cases(rng):
    """Yield name, data, responsibilities, layout and topic."""
    for name, n_samples, n_components, n_features, topic in _SIZES:
        X, params = random_problem(rng, n_samples, n_components, n_features)
        responsibilities = _responsibilities(rng, n_samples, n_components)
        if not topic:  # in a picture of the ordinary case each component has a place of its own
            responsibilities = 0.8 * steps.e_step(X, *params) + 0.2 * responsibilities
        yield name, X, responsibilities, "plain", topic
    for name, X, topic in _special_data(rng):
        yield name, X, _responsibilities(rng, len(X), 3), "plain", topic
    X, _ = random_problem(rng, 20, 3, 2)
    yield "components of very unequal size", X, _nearly_empty(rng, 20), "plain", "unequal"
    X, _ = random_problem(rng, 12, 3, 2)
    yield "samples nearly sure of their component", X, _nearly_sure(rng, 12, 3), "plain", ""
    for name, layout in (
        ("arrays that are not contiguous", "strided"),
        ("read-only arrays", "read-only"),
    ):
        X, _ = random_problem(rng, 15, 3, 2)
        yield name, X, _responsibilities(rng, 15, 3), layout, "layout"


def _special_data(rng):
    """Yield name, data of two features for three components, and topic."""
    X, params = random_problem(rng, 20, 3, 2)
    yield "shifted data", X + SHIFT, "units"
    standardised = (X - X.mean(axis=0)) / X.std(axis=0)
    yield "data in small units", SMALL * (standardised + rng.normal(size=2)), "units"
    far = X[:18].copy()
    far[rng.integers(18)] += FAR
    yield "one sample far from the others", far, "units"
    noise = rng.normal(size=(24, 2))
    labels = rng.integers(3, size=24)
    for name, mixture, topic in (
        ("unequal determinants", with_unequal_sizes(params), "unequal"),
        ("strong correlations", with_correlation(rng, params), "correlated"),
    ):
        roots = np.linalg.cholesky(mixture.covariances)[labels]
        yield name, mixture.means[labels] + np.einsum("nij,nj->ni", roots, noise), topic
    yield "whole numbers (dtype int)", rng.integers(-6, 7, size=(16, 2)), "integers"


def _mean_cases(rng) -> list[Case]:
    return [
        Case(name, (X, responsibilities), layout, topic)
        for name, X, responsibilities, layout, topic in _data_cases(rng)
    ]


def _covariance_cases(rng) -> list[Case]:
    # The means belong to the data and the responsibilities, so every correct formula is right.
    return [
        Case(name, (X, responsibilities, updates.update_means(X, responsibilities)), layout, topic)
        for name, X, responsibilities, layout, topic in _data_cases(rng)
    ]


EXERCISES = (
    Exercise(
        "update_weights",
        2,
        updates.update_weights,
        _weight_cases,
        hints=(
            "Think of hard labels first: what share of the samples carries label k, and how do you "
            "count it?",
            "With soft labels each sample counts in part. Component k accounts for the sum of its "
            "column of the responsibilities: which axis of the table runs over the samples?",
            "The counts N_k together make N, the number of rows. A share is N_k out of N; check "
            "that your weights sum to one.",
        ),
        misconceptions=weights.MISTAKES,
        symptom=update_symptoms.weight_symptom,
    ),
    Exercise(
        "update_means",
        3,
        updates.update_means,
        _mean_cases,
        hints=(
            "Write down the weighted average of three numbers with three weights. What do you "
            "divide by?",
            "For component k the weights of the samples are column k of the responsibilities, and "
            "they sum to N_k, not to N and not to one.",
            "The sum over n of r_nk x_n, for all k at once, is a product of two matrices: of which "
            "shapes, if (K, D) is to come out and the samples are to be summed over?",
            "Then divide row k by N_k. Counts of shape (K,) need a second axis to line up with the "
            "rows of a (K, D) table.",
        ),
        misconceptions=means.MISTAKES,
        symptom=update_symptoms.mean_symptom,
    ),
    Exercise(
        "update_covariances",
        5,
        updates.update_covariances,
        _covariance_cases,
        hints=(
            "Begin with one component and one sample: what is the shape of x_n - μ_k, and which "
            "product of it with itself is a D by D matrix?",
            "For component k: subtract row k of the given means from all samples, without changing "
            "X. A loop over the components is fine.",
            "The sum over n of r_nk times these outer products is a product of two matrices: the "
            "deviations transposed, and the deviations. The responsibilities multiply one of the "
            "two, not both.",
            "Divide by N_k, the sum of the same responsibilities, and put the K matrices into one "
            "array of shape (K, D, D).",
        ),
        misconceptions=covariances.MISTAKES,
        symptom=update_symptoms.covariance_symptom,
    ),
)
