"""What can be said about wrong draws that no known mistake explains."""

from __future__ import annotations

from ..definition import Case, Diagnosis
from ..judging.samples.draws import Draws
from ..judging.samples.noise import whiten
from ..judging.samples.requirements import ProblemKind
from ..judging.samples.statistics import find_basic_problems, find_problem

__all__ = ["sampling_symptom"]

# These come together, and which of them show depends on K and D: one name for all, and the
# message says which.
_BASIC = {
    ProblemKind.NEIGHBOURS: "the component of one sample says something about that of the next, as "
    "in blocks or a fixed pattern (each sample chooses its component independently)",
    ProblemKind.ONE_LABEL: "all samples have the same label (each sample chooses its component "
    "independently)",
    ProblemKind.PROPORTIONS: "the components do not occur as often as the weights say (look at how "
    "labels are drawn)",
    ProblemKind.MEAN: "the samples with a label do not lie around the mean of that component (look "
    "at what is added to the noise, and whether labels belong to their rows)",
    ProblemKind.COVARIANCE: "the samples with a label do not have the covariance of that component "
    "(look at what multiplies the noise, L with L Lᵀ = Σ_k, and at the order of its indices)",
}

_FIXED_SEED = "generator with a fixed seed"
_SYMPTOMS = {
    ProblemKind.SHAPE: Diagnosis(
        "wrong shape",
        "X must have one row per sample and one column per feature, shape (n_samples, D), and "
        "labels one number per sample, shape (n_samples,). Return X, labels.",
    ),
    ProblemKind.SIZE_IGNORED: Diagnosis(
        "n_samples ignored",
        "n_samples is ignored: you return the same number of samples whatever is asked for.",
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
    ProblemKind.FIXED_SEED: Diagnosis(
        _FIXED_SEED,
        "Different seeds give the same data: some random numbers come not from rng but from a "
        "generator with a fixed seed. Take all randomness from rng.",
    ),
    ProblemKind.NOT_ADVANCED: Diagnosis(
        "same samples in every call",
        "A second call with the same generator gives the same data, as if you drew from a copy of "
        "rng or from a new generator made from its seed. Draw from rng itself.",
    ),
    ProblemKind.REPEATED: Diagnosis(
        "samples used twice",
        "Some samples, or the noise behind them, appear more than once. Each sample needs fresh "
        "noise.",
    ),
    ProblemKind.REUSED_NOISE: Diagnosis(
        _FIXED_SEED,
        "The noise is the same whatever rng is, as if it came from a generator with a fixed seed, "
        "or from a copy of rng. Take all randomness from rng itself.",
    ),
    ProblemKind.NOT_NORMAL: Diagnosis(
        "noise not Gaussian",
        "Means and covariances are right, but the noise is not Gaussian. Look at which method of "
        "rng it comes from.",
    ),
    ProblemKind.DEPENDENT: Diagnosis(
        "consecutive samples dependent",
        "Consecutive samples depend on each other. Each sample needs noise of its own.",
    ),
    ProblemKind.GUESSED_LABELS: Diagnosis(
        "labels guessed from the samples",
        "Your labels follow from where the samples lie. Components overlap: the label is the "
        "component that was chosen before the sample was drawn, even if another one is nearer.",
    ),
    ProblemKind.FIXED_COUNTS: Diagnosis(
        "counts rounded instead of drawn",
        "The counts of the components are nearly the same in every call: they are fixed in advance "
        "instead of being drawn. Each sample chooses its component independently.",
    ),
}


def sampling_symptom(case: Case, got, _expected) -> Diagnosis | None:
    """Name what is wrong with some draws."""
    problem = find_problem(case, got)
    if problem is None:
        return None
    if problem.kind in _BASIC:
        return _list_basic_problems(case, Draws(*got))
    return _SYMPTOMS.get(problem.kind)


def _list_basic_problems(case: Case, draws: Draws) -> Diagnosis:
    weights, means, covariances = case.arguments[:3]
    X, labels = draws.large
    z = whiten(X, labels, means, covariances)
    problems = find_basic_problems(z, labels.astype(int), weights)
    kinds = dict.fromkeys(problem.kind for problem in problems)
    wrong = "; ".join(_BASIC[kind] for kind in kinds)
    return Diagnosis(
        "samples do not fit the mixture", f"Your samples do not follow the model: {wrong}."
    )
