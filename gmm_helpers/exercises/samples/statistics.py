"""Whether draws can have come from the mixture, and the first thing that speaks against it.

Given its label, a sample whitened with the parameters of its component is standard normal, so
every question becomes one about normals or counts, for which `sample_bounds` has the answers.
"""

from __future__ import annotations

import math

import numpy as np

from ..definition import Case
from ..judging.plain import Unusable
from .bounds import (
    counts_vary_too_little,
    unlikely_count,
    unlikely_normal,
    unlikely_product,
    unlikely_squares,
    unlikely_successes,
)
from .draws import Draws
from .form import SAME, Problem, form_problem, source_problem

__all__ = [
    "BELOW",
    "MAGNITUDES",
    "N_ACCIDENTS",
    "first_problem",
    "is_repeated",
    "n_shared",
    "whitened",
]

# |z| of a standard normal is below these with known probability.
MAGNITUDES = np.array([0.3, 1.75, 3.0])
BELOW = np.array([math.erf(z / math.sqrt(2)) for z in MAGNITUDES])
# So many samples that share their noise are no accident, whatever the precision.
N_ACCIDENTS = 5


def first_problem(case: Case, got) -> Problem | None:
    """Look for what chance does not do, from the form of a result to its finer points.

    Parameters
    ----------
    case : Case
    got : Draws or Unusable

    Returns
    -------
    Problem or None
    """
    if isinstance(got, Unusable):
        return Problem("form", f"the result is {got.what}; expected two results: return X, labels.")
    draws = Draws(*got)
    weights, means, covariances, n_samples = case.arguments[:4]
    problem = form_problem(draws, n_samples, means.shape)
    if problem or n_samples == 1:
        return problem
    problem = source_problem(draws, weights)
    if problem:
        return problem
    z = whitened(*draws.large, means, covariances)
    return (
        next(iter(basic_problems(z, draws.large[1].astype(int), weights)), None)
        or _old_noise(draws, z, means, covariances)
        or _magnitudes(z)
        or _dependence(z)
        or _too_sure(draws, weights, means, covariances)
        or _repeats(draws.repeats, weights)
    )


def basic_problems(z, labels, weights) -> list[Problem]:
    """All that is wrong with the labels and with the moments of the samples.

    Parameters
    ----------
    z : ndarray
        Whitened samples.
    labels, weights : ndarray

    Returns
    -------
    list of Problem
    """
    found = (_neighbours(labels, weights), _shares(labels, weights), *_moments(z, labels))
    return [problem for problem in found if problem]


def whitened(X, labels, means, covariances) -> np.ndarray:
    """Noise that samples are made of: L_k z_n = x_n - mu_k for label k (modulo K).

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    labels : ndarray of shape (n_samples,)
    means, covariances : ndarray

    Returns
    -------
    ndarray of shape (n_samples, n_features)
    """
    labels = np.asarray(labels).astype(int) % len(means)
    inverses = np.linalg.inv(np.linalg.cholesky(np.asarray(covariances, dtype=float)))
    return np.einsum("nij,nj->ni", inverses[labels], X - means[labels])


def is_repeated(z) -> bool:
    """Whether samples share their noise, or its mirror image, with others.

    Examples
    --------
    >>> is_repeated(np.tile(np.arange(10.0), 2)[:, None])
    True
    """
    z = np.abs(z)
    ordered = z[np.argsort(z[:, 0], kind="stable")]
    near = (np.abs(np.diff(ordered, axis=0)) < SAME).all(axis=1)
    return bool(near.sum() >= max(N_ACCIDENTS, len(z) / 200))


def n_shared(first, second) -> int:
    """How many rows of one noise occur in another.

    Examples
    --------
    >>> n_shared(np.array([[0.5], [1.5]]), np.array([[1.5], [2.5], [3.5]]))
    1
    """
    return int((np.abs(first[:, None] - second) < SAME).all(axis=2).any(axis=1).sum())


def _shares(labels, weights) -> Problem | None:
    counts = np.bincount(labels, minlength=len(weights))
    if len(weights) == 1 or not unlikely_count(counts, len(labels), weights).any():
        return None
    shares = np.array2string(counts / len(labels), precision=3)
    asked = np.array2string(weights, precision=3)
    sentence = f"components have shares {shares} of the samples, but weights {asked}."
    return Problem("one label" if (counts > 0).sum() == 1 else "shares", sentence)


def _neighbours(labels, weights) -> Problem | None:
    """How often two samples after each other have the same label, in pairs that share none."""
    if len(weights) == 1 or (labels == labels[0]).all():
        return None
    for start in (0, 1):
        first, second = labels[start::2], labels[start + 1 :: 2]
        same = first[: len(second)] == second
        if unlikely_count(same.sum(), len(same), (weights**2).sum()):
            own = (np.bincount(labels) ** 2).sum() / len(labels) ** 2
            # Wrong shares alone change the rate, too; that is another problem.
            if unlikely_count(same.sum(), len(same), own):
                sentence = (
                    "the components of samples after each other are not independent: each "
                    "sample needs a draw of its own."
                )
                return Problem("order", sentence)
    return None


def _moments(z, labels) -> list[Problem]:
    groups = [(int(k), z[labels == k]) for k in np.unique(labels)]
    shifted = [k for k, mine in groups if _is_shifted(mine)]
    # Around a wrong mean the second moments are wrong, too: that is no problem of its own.
    stretched = [
        k for k, mine in groups if _is_stretched(mine - mine.mean(axis=0) * (k in shifted))
    ]
    return [
        Problem(
            quantity,
            f"the samples labelled {wrong[0]} do not have the {quantity} of component {wrong[0]}.",
        )
        for quantity, wrong in (("mean", shifted), ("covariance", stretched))
        if wrong
    ]


def _is_shifted(z) -> bool:
    return bool(unlikely_normal(z.sum(axis=0) / np.sqrt(len(z))).any())


def _is_stretched(z) -> bool:
    return bool(unlikely_squares((z**2).sum(axis=0), len(z)).any()) or _correlated(z)


def _correlated(z) -> bool:
    return any(unlikely_product(z[:, i], z[:, j]) for i in range(z.shape[1]) for j in range(i))


def _old_noise(draws: Draws, z, means, covariances) -> Problem | None:
    if is_repeated(z):
        return Problem(
            "repeated", "samples are repeated: each must be made of noise drawn for it alone."
        )
    first, *others = (
        whitened(*draw, means, covariances)
        for draw in (draws.pair[0], draws.elsewhere, draws.later)
    )
    if any(n_shared(first, other) >= N_ACCIDENTS for other in others):
        return Problem(
            "old noise",
            "different draws are made of the same noise: take all randomness from rng.",
        )
    return None


def _magnitudes(z) -> Problem | None:
    counts = (np.abs(z.ravel())[:, None] < MAGNITUDES).sum(axis=0)
    negative = (z < 0).sum()
    if unlikely_count(counts, z.size, BELOW).any() or unlikely_count(negative, z.size, 0.5):
        sentence = "mean and covariance are right, but the samples are not normally distributed."
        return Problem("not normal", sentence)
    return None


def _dependence(z) -> Problem | None:
    for start in (0, 1):
        first, second = z[start::2], z[start + 1 :: 2]
        pairs = [(first[: len(second)].ravel(), second.ravel())]
        features = range(z.shape[1])
        pairs += [(first[: len(second), i], second[:, j]) for i in features for j in features]
        if any(unlikely_product(*pair) for pair in pairs):
            return Problem("dependent", "samples after each other are not independent.")
    return None


def _too_sure(draws: Draws, weights, means, covariances) -> Problem | None:
    """Whether labels are the most probable ones more often than drawn labels would be.

    Labels guessed from the samples can have nearly the right moments; only many samples tell.
    """
    X, labels = draws.large
    if not draws.repeats or len(weights) == 1:
        return None
    distances = [
        (whitened(X, np.full(len(X), k), means, covariances) ** 2).sum(axis=1)
        for k in range(len(weights))
    ]
    log_dets = np.linalg.slogdet(covariances)[1]
    logs = np.log(weights) - (np.column_stack(distances) + log_dets) / 2
    posterior = np.exp(logs - logs.max(axis=1, keepdims=True))
    largest = 1 / posterior.sum(axis=1)
    if unlikely_successes((logs.argmax(axis=1) == labels).sum(), largest):
        sentence = "the labels follow from where the samples lie, instead of the other way round."
        return Problem("guessed", sentence)
    return None


def _repeats(repeats, weights) -> Problem | None:
    if not repeats or len(weights) == 1:
        return None
    counts = [np.bincount(labels.astype(int), minlength=len(weights)) for _, labels in repeats]
    if not counts_vary_too_little(np.array(counts), weights):
        return None
    return Problem(
        "fixed counts",
        f"in {len(repeats)} draws of {len(repeats[0][1])} samples the components' counts hardly "
        "vary: they must be drawn, not fixed in advance.",
    )
