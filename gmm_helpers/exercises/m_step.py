"""Exercises of notebook 03: the three updates of the M-step."""

from __future__ import annotations

from ..em import updates
from .cases.m_step import covariance_cases, mean_cases, weight_cases
from .definition import Exercise
from .mistakes import update_covariances, update_means, update_weights
from .mistakes.recipes.small_numbers import SMALL_NUMBERS
from .skeletons import SKELETONS
from .symptoms import updates as update_symptoms

__all__ = ["EXERCISES"]

EXERCISES = (
    Exercise(
        "update_weights",
        2,
        updates.update_weights,
        weight_cases,
        hints=(
            "Think of hard labels first: what fraction of the samples has label k, and how do "
            "you count them?",
            "With soft labels each sample counts partly for every component. Component k "
            "accounts for the sum of its column of the responsibilities: which axis of the "
            "table runs over the samples?",
            "The counts N_k sum to N, the number of rows. A weight is N_k out of N; check that "
            "your weights sum to one.",
        ),
        skeleton=SKELETONS["update_weights"],
        small_numbers=SMALL_NUMBERS["update_weights"],
        mistakes=update_weights.MISTAKES,
        symptom=update_symptoms.weight_symptom,
    ),
    Exercise(
        "update_means",
        3,
        updates.update_means,
        mean_cases,
        hints=(
            "Write down the weighted average of three numbers with three weights. What do you "
            "divide by?",
            "For component k the weights of the samples are column k of the responsibilities, and "
            "they sum to N_k, not to N and not to one.",
            "The sum over n of r_nk x_n, for all k at once, is a product of two matrices. Which "
            "shapes must they have so that the result is (K, D) and the sum runs over the "
            "samples?",
            "Then divide row k by N_k. Counts of shape (K,) need a second axis to line up with the "
            "rows of a (K, D) table.",
        ),
        skeleton=SKELETONS["update_means"],
        small_numbers=SMALL_NUMBERS["update_means"],
        mistakes=update_means.MISTAKES,
        symptom=update_symptoms.mean_symptom,
    ),
    Exercise(
        "update_covariances",
        5,
        updates.update_covariances,
        covariance_cases,
        hints=(
            "Begin with one component and one sample: what is the shape of x_n - μ_k, and which "
            "product of it with itself is a D by D matrix?",
            "For component k: subtract row k of the given means from all samples, without changing "
            "X. A loop over the components is fine.",
            "The sum over n of r_nk times these outer products is a product of two matrices: the "
            "deviations transposed, and the deviations. The responsibilities multiply one of the "
            "two, not both.",
            "Divide by N_k, the sum of the same responsibilities, and put the K matrices in one "
            "array of shape (K, D, D).",
        ),
        skeleton=SKELETONS["update_covariances"],
        small_numbers=SMALL_NUMBERS["update_covariances"],
        mistakes=update_covariances.MISTAKES,
        symptom=update_symptoms.covariance_symptom,
    ),
)
