"""What can be said about wrong draws that no known mistake explains."""

from __future__ import annotations

import numpy as np

from ..definition import Case, Diagnosis
from ..judging.samples.draws import Draws
from ..judging.samples.requirements import ProblemKind
from ..judging.samples.statistics import find_basic_problems, find_problem, whiten
from ..mistakes.messages import read_messages

__all__ = ["sampling_symptom"]

# These come together, and which of them show depends on K and D: one name for all, and the
# message says which.
_BASIC = {
    ProblemKind.NEIGHBOURS: "the label of one sample says something about the next",
    ProblemKind.ONE_LABEL: "all samples have the same label",
    ProblemKind.PROPORTIONS: "labels do not occur as often as the weights say",
    ProblemKind.MEAN: "samples do not lie around the mean of their component",
    ProblemKind.COVARIANCE: "samples do not have the covariance of their component",
}
_WHERE = (
    (_BASIC.keys() - {ProblemKind.MEAN, ProblemKind.COVARIANCE}, "how labels are drawn"),
    ({ProblemKind.MEAN}, "what is added to the noise"),
    ({ProblemKind.COVARIANCE}, "what multiplies the noise (L with L Lᵀ = Σ_k)"),
)

_SYMPTOMS = {
    ProblemKind.SHAPE: Diagnosis(
        "wrong shape",
        "X must have one row per sample and one column per feature, shape (n_samples, D), and "
        "labels one number per sample, shape (n_samples,). Return X, labels.",
    ),
    ProblemKind.LABELS: Diagnosis(
        "labels not from 0 to K - 1",
        "Some of your labels are not the number of a component: they must be whole numbers from 0 "
        "to K - 1, so that means[labels[n]] is the mean of sample n.",
    ),
    ProblemKind.NOT_FINITE: Diagnosis(
        "not finite",
        "X holds NaN or infinity: look for the square root of a negative number, such as an "
        "off-diagonal entry of the covariance, or for a division by zero.",
    ),
    ProblemKind.NOT_REPRODUCIBLE: Diagnosis(
        "not reproducible",
        "The same seed gives different data: some random numbers come from the global random state "
        "or from a new generator. Take all randomness from rng.",
    ),
}
# These say what the mistake of that name is, however it was made.
_MISTAKES = {
    ProblemKind.SIZE_IGNORED: "n_samples ignored",
    ProblemKind.FIXED_SEED: "generator with a fixed seed",
    ProblemKind.NOT_ADVANCED: "same samples in every call",
    ProblemKind.REPEATED: "samples used twice",
    ProblemKind.REUSED_NOISE: "generator with a fixed seed",
    ProblemKind.NOT_NORMAL: "noise not Gaussian",
    ProblemKind.DEPENDENT: "consecutive samples dependent",
    ProblemKind.GUESSED_LABELS: "labels guessed from the samples",
    ProblemKind.FIXED_COUNTS: "counts rounded instead of drawn",
}


# What X is made of is seen in these, and says more than they do.
_DISTRIBUTION = {
    *(*_BASIC, ProblemKind.NOT_NORMAL, ProblemKind.DEPENDENT, ProblemKind.REPEATED),
}


def sampling_symptom(case: Case, got, _expected) -> Diagnosis | None:
    """Name what is wrong with some draws."""
    problem = find_problem(case, got)
    if problem is None:
        return None
    made = _made_of(Draws(*got).large[0]) if problem.kind in _DISTRIBUTION else None
    if made:
        return made
    if problem.kind in _BASIC:
        return _list_basic_problems(case, Draws(*got))
    name = _MISTAKES.get(problem.kind)
    if name:
        return Diagnosis(name, read_messages()["sample_gmm"][name])
    return _SYMPTOMS.get(problem.kind)


def _made_of(X: np.ndarray) -> Diagnosis | None:
    """Say that X holds what no normal distribution gives: rows of zeros, or whole numbers only."""
    if X.any() and np.array_equal(X, np.round(X)):  # also if small ones became 0
        return Diagnosis(
            "decimals cut off",
            "X consists of whole numbers: the decimals of your samples are lost. An array made for "
            "whole numbers (dtype=int) keeps none. Look at how X is made.",
        )
    if not X.any(axis=1).all():
        return Diagnosis(
            "not all filled in",
            "Rows of X are exactly 0, as in a new array. Look at what your loop runs over, at what "
            "ends it, and at the index that you write to: every sample needs a draw.",
        )
    return None


def _list_basic_problems(case: Case, draws: Draws) -> Diagnosis:
    weights, means, covariances = case.arguments[:3]
    X, labels = draws.large
    z = whiten(X, labels, means, covariances)
    kinds = {problem.kind for problem in find_basic_problems(z, labels.astype(int), weights)}
    wrong = "; ".join(words for kind, words in _BASIC.items() if kind in kinds)
    where = ", at ".join(place for of_place, place in _WHERE if kinds & of_place)
    return Diagnosis(
        "samples do not fit the mixture",
        f"Your samples do not follow the model: {wrong}. Look at {where}.",
    )
