"""What can be said of wrong draws that no known mistake explains."""

from __future__ import annotations

from ..definition import Case, Diagnosis
from ..judging.samples.draws import Draws
from ..judging.samples.noise import whitened
from ..judging.samples.statistics import basic_problems, first_problem

__all__ = ["sampling_symptom"]

# These come together, and which of them show depends on K and D: one name for all, and the
# message says which.
_BASIC = {
    "order": "the component of one sample tells something about that of the next, as in blocks or "
    "a fixed pattern (each sample chooses its component for itself)",
    "one label": "all samples have the same label (each sample chooses its component for itself)",
    "shares": "the components do not have the shares that the weights ask for (look at how labels "
    "are drawn)",
    "mean": "the samples with a label do not lie around the mean of that component (look at what "
    "is added to the noise, and whether labels belong to their rows)",
    "covariance": "the samples with a label do not have the covariance of that component (look at "
    "what multiplies the noise, L with L L^T = Σ_k, and at the order of its indices)",
}

# By the kind of the first problem: name, message.
_SYMPTOMS = {
    "shape": (
        "wrong shape",
        "X must have a row for each sample and a column for each feature, shape (n_samples, D), "
        "and labels one number for each sample, shape (n_samples,); return X, labels.",
    ),
    "size ignored": (
        "n_samples ignored",
        "n_samples is ignored: you return the same number of samples whatever is asked for.",
    ),
    "labels": (
        "labels not from 0 to K - 1",
        "Some of your labels are no numbers of a component: they must be whole numbers from 0 to "
        "K - 1, so that means[labels[n]] is the mean of sample n.",
    ),
    "finite": (
        "not finite",
        "X holds NaN or infinity: look for a root of a negative number, such as an entry of the "
        "covariance off its diagonal, or a division by zero.",
    ),
    "not reproducible": (
        "not reproducible",
        "The same seed gives different data: some random numbers come from elsewhere, from the "
        "global random state or a new generator. Take all randomness from rng.",
    ),
    "fixed seed": (
        "own generator with a fixed seed",
        "Different seeds give the same: some random numbers do not come from rng but from a "
        "generator of a fixed seed. Take all randomness from rng.",
    ),
    "not advanced": (
        "every call with one generator the same",
        "A second call with the same generator gives the same again, as if you drew from a copy of "
        "rng or a new generator made of its seed. Draw from rng itself.",
    ),
    "repeated": (
        "samples used twice",
        "Samples, or the noise they are made of, occur more than once. Each sample must be made "
        "of fresh noise.",
    ),
    "old noise": (
        "own generator with a fixed seed",
        "The noise is the same whatever rng is, as if it came from a generator with a fixed seed, "
        "or from a copy of rng. Take all randomness from rng itself.",
    ),
    "not normal": (
        "noise not Gaussian",
        "Means and covariances are right, but the noise is not Gaussian: it has no normal "
        "distribution. Look at which method of rng it comes from.",
    ),
    "dependent": (
        "consecutive samples dependent",
        "Samples after each other depend on each other. Each must be made of noise of its own.",
    ),
    "guessed": (
        "labels guessed from the samples",
        "Your labels follow from where the samples lie. Components overlap: the label is the "
        "component that was chosen before the sample was drawn, even if another is nearer.",
    ),
    "fixed counts": (
        "counts rounded instead of drawn",
        "The counts of the components are nearly the same in every call: they are fixed in "
        "advance instead of being drawn. Each sample chooses its component for itself.",
    ),
}


def sampling_symptom(case: Case, got, _expected) -> Diagnosis | None:
    """Name what kind of thing is wrong with some draws.

    Parameters
    ----------
    case : Case
    got : Draws

    Returns
    -------
    Diagnosis or None
    """
    problem = first_problem(case, got)
    if problem is None:
        return None
    if problem.kind in _BASIC:
        return _all_basic(case, Draws(*got))
    return Diagnosis(*_SYMPTOMS[problem.kind]) if problem.kind in _SYMPTOMS else None


def _all_basic(case: Case, draws: Draws) -> Diagnosis:
    weights, means, covariances = case.arguments[:3]
    z = whitened(*draws.large, means, covariances)
    found = basic_problems(z, draws.large[1].astype(int), weights)
    wrong = "; ".join(_BASIC[kind] for kind in dict.fromkeys(problem.kind for problem in found))
    return Diagnosis(
        "samples do not fit the mixture", f"Your samples do not follow the model: {wrong}."
    )
