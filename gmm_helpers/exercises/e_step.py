"""Exercises of notebook 02: the negative log-likelihood and the E-step."""

from __future__ import annotations

import numpy as np

from ..em import steps
from ..model import density, likelihood
from .cases.mixtures import FAR_SHARE, mixture_cases, total_cases
from .definition import Diagnosis, Exercise
from .mistakes import e_step as e_step_mistakes
from .mistakes import negative_log_likelihood as likelihood_mistakes
from .mistakes import weighted_log_prob as joint_mistakes
from .mistakes.recipes.small_numbers import SMALL_NUMBERS
from .skeletons import SKELETONS
from .symptoms.densities import joint_symptom, same_mistake, total_symptom

__all__ = ["EXERCISES"]


def _find_symptom(case, got, expected) -> Diagnosis | None:
    """Look at the sums of a table of responsibilities."""
    if not isinstance(got, np.ndarray) or got.shape != expected.shape or not np.isfinite(got).all():
        return None
    sums = got.sum(axis=1)
    if np.allclose(got.sum(axis=0), 1) and len(got) > 1 and not np.allclose(sums, 1):
        return Diagnosis(
            "normalised over samples",
            "Your responsibilities sum to one over the samples (each column), not over the "
            "components (each row).",
        )
    if (got < 0).any() or not np.allclose(sums, 1):
        return Diagnosis(
            "rows do not sum to one",
            "The rows of your responsibilities are not probabilities: each must be non-negative "
            "and sum to one. Divide by the sum over the components, after everything else.",
            f"A row of yours sums to {sums[np.abs(sums - 1).argmax()]:.4g}.",
        )
    return Diagnosis(
        "wrong values",
        "The rows of your responsibilities sum to one, as they must, but their entries are "
        "wrong: look at what you normalise, which should be π_k N(x_n | μ_k, Σ_k).",
    )


EXERCISES = (
    Exercise(
        "negative_log_likelihood",
        3,
        likelihood.negative_log_likelihood,
        total_cases,
        shares={"far": FAR_SHARE},
        hints=(
            "Which of the helpers gives the log-density of a single sample under the mixture? "
            "Compare the NLL of one sample with it first.",
            "Samples are independent: their joint density is a product, so its logarithm is a "
            "sum over the samples, and only over them.",
            "Sum log p(x_n) over all n, and change the sign. It is the total, not the mean.",
        ),
        skeleton=SKELETONS["negative_log_likelihood"],
        small_numbers=SMALL_NUMBERS["negative_log_likelihood"],
        mistakes=likelihood_mistakes.MISTAKES,
        agree=same_mistake(likelihood.negative_log_likelihood),
        symptom=total_symptom,
    ),
    Exercise(
        "weighted_log_prob",
        2,
        density.weighted_log_prob,
        mixture_cases,
        shares={"far": FAR_SHARE},
        hints=(
            "Bayes' rule has a product in the numerator. What becomes of a product when you "
            "take its logarithm?",
            "One of the two terms has shape (N, K), the other (K,). NumPy adds a vector of "
            "shape (K,) to every row of a table of shape (N, K) automatically.",
            "Add the logarithm of the weights to the component log-densities.",
        ),
        skeleton=SKELETONS["weighted_log_prob"],
        small_numbers=SMALL_NUMBERS["weighted_log_prob"],
        mistakes=joint_mistakes.MISTAKES,
        symptom=joint_symptom,
    ),
    Exercise(
        "e_step",
        5,
        steps.e_step,
        mixture_cases,
        shares={"far": FAR_SHARE},
        hints=(
            "Write down Bayes' rule for one sample: what is the numerator for component k, and "
            "what is the denominator?",
            "The numerator is weight times density. The denominator is the sum of exactly that "
            "over all components, so each row of the result sums to one: which axis is that?",
            "In logarithms: log r_nk = (log π_k + log N(x_n | μ_k, Σ_k)) - log p(x_n). One helper "
            "gives you what is in brackets, of shape (N, K), the other the last term, shape (N,).",
            "To subtract a vector of shape (N,) from a table of shape (N, K), give it a second "
            "axis. Exponentiate at the very end.",
        ),
        skeleton=SKELETONS["e_step"],
        small_numbers=SMALL_NUMBERS["e_step"],
        mistakes=e_step_mistakes.MISTAKES,
        symptom=_find_symptom,
    ),
)
