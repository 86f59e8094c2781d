"""Whether draws can have come from the mixture, and the first problem if they cannot.

Labels, moments and the counts of repeated draws are checked here, the noise in `noise`.
"""

from __future__ import annotations

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import Draws
from .noise import find_dependence, find_non_normal, find_reused_noise, whiten
from .requirements import EXPECTED, Problem, ProblemKind, check_shapes, check_sources
from .tail_bounds import (
    counts_vary_too_little,
    unlikely_count,
    unlikely_normal,
    unlikely_product,
    unlikely_squares,
    unlikely_successes,
)

__all__ = ["find_basic_problems", "find_problem"]


def find_problem(case: Case, got) -> Problem | None:
    """Look for what chance does not explain, from the shapes of a result to its finer points."""
    if isinstance(got, Unusable):
        return Problem(ProblemKind.UNUSABLE, got.complain("the result", EXPECTED))
    draws = Draws(*got)
    weights, means, covariances, n_samples = case.arguments[:4]
    problem = check_shapes(draws, n_samples, means.shape)
    if problem or n_samples == 1:
        return problem
    problem = check_sources(draws, weights)
    if problem:
        return problem
    X, labels = draws.large
    z = whiten(X, labels, means, covariances)
    return (
        next(iter(find_basic_problems(z, labels.astype(int), weights)), None)
        or find_reused_noise(draws, z, means, covariances)
        or _check_all_together(z)
        or find_non_normal(z)
        or find_dependence(z)
        or _find_guessed_labels(draws, weights, means, covariances)
        or _find_fixed_counts(draws.repeats, weights)
    )


def _check_all_together(z) -> Problem | None:
    """Look for what is too small to show in one component, but shows in all samples together."""
    if unlikely_normal(z.sum(axis=0) / np.sqrt(len(z))).any():
        sentence = "the samples do not lie around the means of their components."
        return Problem(ProblemKind.MEAN, sentence)
    if unlikely_squares((z**2).sum(), z.size):
        how = "more" if (z**2).mean() > 1 else "less"
        return Problem(
            ProblemKind.COVARIANCE,
            f"the samples are spread out {how} than the covariances of their components say.",
        )
    return None


def find_basic_problems(z, labels, weights) -> list[Problem]:
    """Find all that is wrong with the labels and with the moments of the whitened samples."""
    problems = (
        _check_neighbours(labels, weights),
        _check_proportions(labels, weights),
        *_check_moments(z, labels),
    )
    return [problem for problem in problems if problem]


def _check_proportions(labels, weights) -> Problem | None:
    counts = np.bincount(labels, minlength=len(weights))
    if len(weights) == 1 or not unlikely_count(counts, len(labels), weights).any():
        return None
    is_one_label = (counts > 0).sum() == 1
    proportions = np.array2string(counts / len(labels), precision=3)
    expected = np.array2string(weights, precision=3)
    return Problem(
        ProblemKind.ONE_LABEL if is_one_label else ProblemKind.PROPORTIONS,
        f"the components make up {proportions} of the samples, but their weights are {expected}.",
    )


def _check_neighbours(labels, weights) -> Problem | None:
    """Count how often consecutive samples have the same label, in pairs that do not overlap."""
    if len(weights) == 1 or (labels == labels[0]).all():
        return None
    for start in (0, 1):
        first, second = labels[start::2], labels[start + 1 :: 2]
        same = first[: len(second)] == second
        if unlikely_count(same.sum(), len(same), (weights**2).sum()):
            actual = (np.bincount(labels) ** 2).sum() / len(labels) ** 2
            # Wrong proportions alone change the rate, too; that is another problem.
            if unlikely_count(same.sum(), len(same), actual):
                sentence = (
                    "the components of consecutive samples are not independent: each sample "
                    "needs a draw of its own."
                )
                return Problem(ProblemKind.NEIGHBOURS, sentence)
    return None


def _check_moments(z, labels) -> list[Problem]:
    groups = [(int(k), z[labels == k]) for k in np.unique(labels)]
    shifted = [k for k, noise in groups if _is_shifted(noise)]
    # Around a wrong mean the second moments are wrong, too: that is not a second problem.
    stretched = [
        k for k, noise in groups if _is_stretched(noise - noise.mean(axis=0) * (k in shifted))
    ]
    return [
        Problem(kind, f"the samples labelled {k} do not have the {quantity} of component {k}.")
        for kind, quantity, wrong in (
            (ProblemKind.MEAN, "mean", shifted),
            (ProblemKind.COVARIANCE, "covariance", stretched),
        )
        for k in wrong[:1]
    ]


def _is_shifted(z) -> bool:
    return bool(unlikely_normal(z.sum(axis=0) / np.sqrt(len(z))).any())


def _is_stretched(z) -> bool:
    return bool(unlikely_squares((z**2).sum(axis=0), len(z)).any()) or _is_correlated(z)


def _is_correlated(z) -> bool:
    return any(unlikely_product(z[:, i], z[:, j]) for i in range(z.shape[1]) for j in range(i))


def _find_guessed_labels(draws: Draws, weights, means, covariances) -> Problem | None:
    """Check whether labels are the most probable ones more often than drawn labels would be.

    Labels guessed from the samples can have nearly the right moments; it takes many samples to
    tell.
    """
    X, labels = draws.large
    if not draws.repeats or len(weights) == 1:
        return None
    distances = [
        (whiten(X, np.full(len(X), k), means, covariances) ** 2).sum(axis=1)
        for k in range(len(weights))
    ]
    log_dets = np.linalg.slogdet(covariances)[1]
    logs = np.log(weights) - (np.column_stack(distances) + log_dets) / 2
    posterior = np.exp(logs - logs.max(axis=1, keepdims=True))
    largest = 1 / posterior.sum(axis=1)
    if unlikely_successes((logs.argmax(axis=1) == labels).sum(), largest):
        sentence = "the labels follow from where the samples lie, instead of the other way around."
        return Problem(ProblemKind.GUESSED_LABELS, sentence)
    return None


def _find_fixed_counts(repeats, weights) -> Problem | None:
    if not repeats or len(weights) == 1:
        return None
    of_draws = [np.bincount(labels.astype(int), minlength=len(weights)) for _, labels in repeats]
    counts = np.array(of_draws)
    # Counts of this many samples do not agree ten times by chance.
    if not ((counts == counts[0]).all() or counts_vary_too_little(counts, weights)):
        return None
    return Problem(
        ProblemKind.FIXED_COUNTS,
        f"in {len(repeats)} draws of {len(repeats[0][1])} samples the components' counts hardly "
        "vary: they must be drawn, not fixed in advance.",
    )
