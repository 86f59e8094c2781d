"""Whether draws can have come from the mixture, and the first thing that speaks against it.

The labels, the moments and the counts of repeated draws are looked at here, the noise in `noise`.
"""

from __future__ import annotations

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import Draws
from .noise import dependent, not_normal, old_noise, whitened
from .requirements import Problem, form_problem, source_problem
from .tail_bounds import (
    counts_vary_too_little,
    unlikely_count,
    unlikely_normal,
    unlikely_product,
    unlikely_squares,
    unlikely_successes,
)

__all__ = ["basic_problems", "first_problem"]


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
        or old_noise(draws, z, means, covariances)
        or _together(z)
        or not_normal(z)
        or dependent(z)
        or _too_sure(draws, weights, means, covariances)
        or _repeats(draws.repeats, weights)
    )


def _together(z) -> Problem | None:
    """What is too little in every component to be seen there, but not in all samples together."""
    if unlikely_normal(z.sum(axis=0) / np.sqrt(len(z))).any():
        return Problem("mean", "the samples do not lie around the means of their components.")
    if unlikely_squares((z**2).sum(), z.size):
        how = "more" if (z**2).mean() > 1 else "less"
        return Problem(
            "covariance", f"the samples are spread {how} than the covariances of their components."
        )
    return None


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
    counts = np.array(counts)
    # Counts of so many samples do not agree ten times by chance.
    if not ((counts == counts[0]).all() or counts_vary_too_little(counts, weights)):
        return None
    return Problem(
        "fixed counts",
        f"in {len(repeats)} draws of {len(repeats[0][1])} samples the components' counts hardly "
        "vary: they must be drawn, not fixed in advance.",
    )
