"""Whether draws can have come from the mixture: one table of tests of labels and noise.

Given its label, a sample whitened with the parameters of its component is standard normal, so
every test is one of counts or of standard normal variables.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import Draws
from .p_values import LEVEL, p_of_count, p_of_fixed_counts, p_of_normal, p_of_product, p_of_squares
from .requirements import (
    EXPECTED,
    SAME,
    Problem,
    ProblemKind,
    check_shape,
    check_shapes,
    check_sources,
)

__all__ = [
    "MAGNITUDES",
    "count_hits",
    "find_basic_problems",
    "find_problem",
    "is_repeated",
    "is_shared",
    "is_wrong_at_once",
    "whiten",
]

MAGNITUDES = np.array([0.3, 1.75, 3.0])  # how much of the noise is below these tells its shape
N_ACCIDENTS = 5  # when this many samples share their noise, that is no accident


def find_problem(case: Case, got) -> Problem | None:
    """Look for what chance does not explain, from the shapes of a result to its finer points."""
    if isinstance(got, Unusable):
        return Problem(ProblemKind.UNUSABLE, (got.complain("the result", EXPECTED),))
    draws = Draws(*got)
    weights, means, covariances, n_samples = case.arguments[:4]
    problem = check_shapes(draws, n_samples, means.shape)
    if problem or n_samples == 1:
        return problem
    X, labels = draws.large
    z = whiten(X, labels, means, covariances)
    return (
        check_sources(draws, weights)
        or next(_failed(_basic_tests(z, labels.astype(int), weights)), None)
        or next(_failed(_fine_tests(draws, z, weights, means, covariances)), None)
    )


def is_wrong_at_once(case: Case, large) -> bool:
    """Whether one draw, two arrays, is enough for `find_problem` to find something."""
    weights, means, covariances, n_samples = case.arguments[:4]
    if check_shape(large, n_samples, means.shape):
        return True
    if n_samples == 1:
        return False
    z = whiten(large[0], large[1], means, covariances)
    return next(_failed(_basic_tests(z, large[1].astype(int), weights)), None) is not None


def find_basic_problems(z, labels, weights) -> list[Problem]:
    """Find all that is wrong with the labels and with the moments of the whitened samples."""
    return list(_failed(_basic_tests(z, labels, weights)))


def whiten(X, labels, means, covariances) -> np.ndarray:
    """Return the noise z that samples are made of: L_k z_n = x_n - μ_k for label k (modulo K)."""
    labels = np.asarray(labels).astype(int) % len(means)
    inverses = np.linalg.inv(np.linalg.cholesky(np.asarray(covariances, dtype=float)))
    return np.einsum("nij,nj->ni", inverses[labels], X - means[labels])


def is_repeated(z) -> bool:
    """Whether samples share their noise, or its mirror image, with others."""
    z = np.abs(z)
    ordered = z[np.argsort(z[:, 0], kind="stable")]
    near = (np.abs(np.diff(ordered, axis=0)) < SAME).all(axis=1)
    return bool(near.sum() >= max(N_ACCIDENTS, len(z) / 200))


def is_shared(first, second) -> bool:
    """Whether rows of one noise occur in another."""
    same = (np.abs(first[:, None] - second) < SAME).all(axis=2)
    return bool(same.any(axis=1).sum() >= N_ACCIDENTS)


def _failed(tests) -> Iterator[Problem]:
    """Problems of the tests that chance explains with less than the level."""
    for kind, p, *details in tests:
        if np.min(p) < LEVEL:
            yield Problem(kind, tuple(map(_in_words, details)))


def _in_words(detail):
    return np.array2string(detail, precision=3) if isinstance(detail, np.ndarray) else detail


def _basic_tests(z, labels, weights):
    n, counts = len(labels), np.bincount(labels, minlength=len(weights))
    if len(weights) > 1:
        # Wrong proportions alone change the rate of equal neighbours, too: another problem.
        rates = (weights**2).sum(), ((counts / n) ** 2).sum()
        same = [labels[i : n - 1 : 2] == labels[i + 1 :: 2] for i in (0, 1)]
        p_values = [max(p_of_count(s.sum(), len(s), rate) for rate in rates) for s in same]
        yield ProblemKind.NEIGHBOURS, p_values if counts.max() < n else 1.0
        if counts.max() == n:
            yield ProblemKind.ONE_LABEL, p_of_count(counts, n, weights), labels[0], weights
        else:
            yield ProblemKind.PROPORTIONS, p_of_count(counts, n, weights), counts / n, weights
    # Around a wrong mean the second moments are wrong, too: that is not a second problem.
    groups = [(f" labelled {k}", z[labels == k]) for k in np.flatnonzero(counts)]
    means = [(name, _p_of_mean(noise)) for name, noise in groups]
    spreads = [
        (name, _p_of_spread(noise - (min(p) < LEVEL) * noise.mean(axis=0)))
        for (name, noise), (_, p) in zip(groups, means, strict=True)
    ]
    for kind, tests in ((ProblemKind.MEAN, means), (ProblemKind.COVARIANCE, spreads)):
        name, p = min(tests, key=lambda test: np.min(test[1]))
        yield kind, p, name


def _p_of_mean(z):
    return p_of_normal(z.sum(axis=0) / np.sqrt(len(z)))


def _p_of_spread(z):
    pairs = [(i, j) for i in range(z.shape[1]) for j in range(i)]
    return [
        *p_of_squares((z**2).sum(axis=0), len(z)),
        *(p_of_product(z[:, i], z[:, j]) for i, j in pairs),
    ]


def _fine_tests(draws: Draws, z, weights, means, covariances):
    """What shows in all samples together, or in draws that are compared."""
    small = (draws.pair[0], draws.elsewhere, draws.later)
    first, *others = (whiten(X, labels, means, covariances) for X, labels in small)
    yield ProblemKind.REPEATED, float(not is_repeated(z))
    yield ProblemKind.REUSED_NOISE, float(not any(is_shared(first, other) for other in others))
    yield ProblemKind.MEAN, _p_of_mean(z), ""
    yield ProblemKind.COVARIANCE, p_of_squares((z**2).sum(), z.size), ""
    below = (np.abs(z.ravel())[:, None] < MAGNITUDES).sum(axis=0)
    counts, shares = [*below, (z < 0).sum()], [*(1 - p_of_normal(MAGNITUDES)), 0.5]
    yield ProblemKind.NOT_NORMAL, p_of_count(np.array(counts), z.size, np.array(shares))
    pairs = [(z[i : len(z) - 1 : 2], z[i + 1 :: 2]) for i in (0, 1)]
    columns = [(a, b) for one, other in pairs for a in one.T for b in other.T]
    columns += [(one.ravel(), other.ravel()) for one, other in pairs]
    yield ProblemKind.DEPENDENT, [p_of_product(a, b) for a, b in columns]
    if draws.repeats and len(weights) > 1:
        X, labels = draws.large
        excess, variance = count_hits(X, labels, weights, means, covariances)
        yield ProblemKind.GUESSED_LABELS, p_of_normal(excess / np.sqrt(variance))
        rows = [labels.astype(int) for _, labels in draws.repeats]
        table = np.array([np.bincount(row, minlength=len(weights)) for row in rows])
        # Counts of this many samples do not agree ten times by chance.
        p = p_of_fixed_counts(table, weights) * (table != table[0]).any()
        yield ProblemKind.FIXED_COUNTS, p, len(rows), len(rows[0])


def count_hits(X, labels, weights, means, covariances) -> tuple[float, float]:
    """How often the label is the most probable one, more than drawn labels would be.

    Returns that excess, and its variance.
    """
    components = [np.full(len(X), k) for k in range(len(weights))]
    distances = [(whiten(X, k, means, covariances) ** 2).sum(axis=1) for k in components]
    logs = np.log(weights) - (np.transpose(distances) + np.linalg.slogdet(covariances)[1]) / 2
    largest = 1 / np.exp(logs - logs.max(axis=1, keepdims=True)).sum(axis=1)
    hits = (logs.argmax(axis=1) == labels).sum()
    # Nearly normal: there are thousands of samples.
    return hits - largest.sum(), (largest * (1 - largest)).sum()
