"""Exercises of notebook 05: the entropy, the expected log joint density, and the ELBO."""

from __future__ import annotations

import numpy as np

from ..em import bound
from ..model import density, likelihood
from .cases.bound import ZEROS_SHARE, bound_cases, entropy_cases
from .cases.mixtures import FAR_SHARE
from .definition import Case, Diagnosis, Exercise, Part
from .judging.comparison import agree, describe_difference
from .mistakes.bound import elbo, entropy, expected_log_joint
from .mistakes.messages import said_of
from .mistakes.recipes.bounds import bound_recipe
from .mistakes.recipes.small_numbers import SMALL_NUMBERS
from .skeletons import SKELETONS
from .symptoms.densities import same_mistake

__all__ = ["EXERCISES"]

ROUNDING = 1e-9  # nats per sample: where an entropy is 0, no error is small relative to it
SAME = 1e-6  # relative to the largest possible value
WRONG = "wrong values"  # one name, however it shows in a case: most of them have to agree on it


def _compare_entropy(case: Case, got, expected) -> str | None:
    n_samples = len(case.arguments[0])
    if _is_number(got) and abs(got.item() - float(expected)) <= ROUNDING * n_samples:
        return None
    return describe_difference(got, expected)


def _is_number(got) -> bool:
    return isinstance(got, np.ndarray) and got.size == 1 and bool(np.isfinite(got).all())


def _entropy_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Say between which bounds an entropy lies."""
    if not _is_number(got):
        return None
    (responsibilities,) = case.arguments
    n_samples, n_components = responsibilities.shape
    largest = n_samples * np.log(n_components)
    if got.item() < -SAME * n_samples:
        return Diagnosis(
            WRONG,
            "Your entropy is negative in one of the cases. The logarithm of a responsibility is "
            "never positive, so every -r_nk log r_nk is 0 or more, and so is their sum.",
        )
    if got.item() > (1 + SAME) * largest:
        return Diagnosis(
            WRONG,
            "Your entropy is too large in one of the cases. A sample is most undecided when all K "
            "components are equally responsible, and then it adds log K: the total is at most "
            "N log K.",
            f"In one of the cases N log K is {largest:.6g}, and you return {got.item():.6g}.",
        )
    return Diagnosis(
        WRONG,
        "Your result is not the entropy of the responsibilities that are given. Compute -r log r "
        "for one sample by hand, add it up over the components, and compare.",
    )


def _expectation_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Say between which bounds an average of log joint densities lies."""
    if not _is_number(got):
        return None
    X, _, *params = case.arguments
    logs = density.weighted_log_prob(X, *params)
    low, high = logs.min(axis=1).sum(), logs.max(axis=1).sum()
    numbers = f"In one of the cases you return {got.item():.6g}, and it is {float(expected):.6g}."
    slack = SAME * np.abs(logs).sum()
    if not low - slack <= got.item() <= high + slack:
        return Diagnosis(
            WRONG,
            "Your result is not an average in one of the cases. For each sample the "
            "responsibilities average the K values log π_k + log N(x_n | μ_k, Σ_k), so the total "
            "lies between the sum of the smallest and the sum of the largest of them. Compute one "
            "sample by hand.",
            numbers,
        )
    return Diagnosis(
        WRONG,
        "Your result is not the average of the log joint densities with the responsibilities that "
        "are given. Compute r_nk (log π_k + log N(x_n | μ_k, Σ_k)) for one sample by hand, add it "
        "up over the components, and compare.",
        numbers,
    )


def _elbo_symptom(case: Case, got, expected) -> Diagnosis | None:
    """Say that an ELBO lies above the log-likelihood, or that it has to be taken apart."""
    if not _is_number(got):
        return None
    X, _, *params = case.arguments
    log_likelihood = -likelihood.negative_log_likelihood(X, *params)
    gap = log_likelihood - expected
    if agree(np.abs(got.ravel()), np.abs(gap.ravel())):  # where no posterior underflows
        return Diagnosis("gap returned", said_of("elbo", "gap returned"))
    if got.item() > log_likelihood + SAME * abs(log_likelihood):
        return Diagnosis(
            WRONG,
            "Your ELBO is above the log-likelihood, -NLL, in one of the cases, which it can't be "
            "for any responsibilities whose rows sum to one. Compare each of its two terms with "
            "your earlier functions.",
            f"In one of the cases -NLL is {log_likelihood:.6g}, and you return {got.item():.6g}.",
        )
    return Diagnosis(
        WRONG,
        "Your result is not the ELBO: compare each of its two terms with your earlier functions, "
        "expected_log_joint and entropy, for the same arguments.",
        f"In one of the cases the ELBO is {float(expected):.6g}, and you return {got.item():.6g}.",
    )


_ENTROPY = Exercise(
    "entropy",
    2,
    bound.entropy,
    entropy_cases,
    shares={"zeros": ZEROS_SHARE},
    hints=(
        "A responsibility of 1 is no surprise, and adds nothing. What does a sample add that two "
        "components share equally?",
        "Each entry r_nk of the table adds -r_nk log r_nk, with the natural logarithm. You are "
        "asked for the sum over all entries, not for a mean.",
        "NumPy makes NaN of 0 · log 0, which counts as 0 here. Which entries can you leave out, "
        "before you take any logarithm?",
    ),
    skeleton=SKELETONS["entropy"],
    small_numbers=SMALL_NUMBERS["entropy"],
    mistakes=entropy.MISTAKES,
    compare=_compare_entropy,
    symptom=_entropy_symptom,
)
_EXPECTED = Exercise(
    "expected_log_joint",
    3,
    bound.expected_log_joint,
    bound_cases,
    shares={"far": FAR_SHARE},
    hints=(
        "If you knew that sample n came from component k, what would its log joint density be? "
        "One of the helpers gives you these values for all n and k.",
        "You do not know k, but you have been given probabilities for it. How do you take an "
        "expected value when you know the values and their probabilities?",
        "Multiply each log π_k + log N(x_n | μ_k, Σ_k) by its responsibility r_nk, entry by entry, "
        "and add up the whole table. Use the responsibilities that you are given, not new ones.",
    ),
    skeleton=SKELETONS["expected_log_joint"],
    small_numbers=SMALL_NUMBERS["expected_log_joint"],
    mistakes=expected_log_joint.MISTAKES,
    agree=same_mistake(bound.expected_log_joint),
    symptom=_expectation_symptom,
)

EXERCISES = (
    _ENTROPY,
    _EXPECTED,
    Exercise(
        "elbo",
        3,
        bound.elbo,
        bound_cases,
        hints=(
            "The ELBO has two terms, and you have written a function for each of them.",
            "One term is the expected log joint density. The other one rewards responsibilities "
            "that are undecided: which of your functions grows with that?",
            "Both terms have a plus sign, and both use the responsibilities that you are given. An "
            "E-step in your function would make every gap zero.",
        ),
        skeleton=SKELETONS["elbo"],
        small_numbers=SMALL_NUMBERS["elbo"],
        mistakes=elbo.MISTAKES,
        agree=same_mistake(bound.elbo),
        symptom=_elbo_symptom,
        parts=(
            Part("expected log joint density", _EXPECTED, bound_recipe, "energy"),
            Part("entropy term", _ENTROPY, bound_recipe, "entropy"),
        ),
    ),
)
