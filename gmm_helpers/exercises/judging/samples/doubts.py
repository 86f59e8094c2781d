"""Whether all small cases together leave doubt about a sampler, so that a large one is needed.

Their samples are pooled: a deviation that the large case can show at its level shows here at three
standard errors. Nobody is refused for that; the large case decides. It runs beside the student's
code and imports nothing of SciPy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import erf, sqrt

import numpy as np

from ...definition import Case
from ..returned_values import Unusable
from .draws import LARGE, Draws, as_asked
from .requirements import check_shapes, check_sources
from .statistics import MAGNITUDES, count_hits, is_repeated, is_shared, whiten

__all__ = ["MOST_ERRORS", "is_large_spared", "leaves_no_doubt"]

MOST_ERRORS = 3.0  # a right sampler has more in one of ten checks
MIN_SAMPLES = 12  # of a component, for its moments
_BELOW = np.array([erf(magnitude / sqrt(2)) for magnitude in MAGNITUDES])


def is_large_spared(cases: Sequence[Case], results: Sequence) -> bool:
    """Whether the last case asks for many samples, and all others leave no doubt."""
    return cases[-1].arguments[3] >= LARGE and leaves_no_doubt(cases[:-1], results)


def leaves_no_doubt(cases: Sequence[Case], results: Sequence) -> bool:
    """Whether results of `draw_often` are what a right sampler gives, far within chance.

    Parameters
    ----------
    cases : sequence of Case
        The small ones.
    results : sequence
        What `draw_often` returned for each of them.
    """
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    squares: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for case, result in zip(cases, results, strict=True):
        if isinstance(result, Unusable) or case.arguments[3] >= LARGE:
            return False
        weights, means, covariances, n_samples = as_asked(case, result).arguments[:4]
        draws = Draws(*result)
        if check_shapes(draws, n_samples, means.shape):
            return False
        if n_samples == 1:
            continue
        small = (draws.large, draws.pair[0], draws.elsewhere, draws.later)
        z, first, *others = (whiten(X, z, means, covariances) for X, z in small)
        if check_sources(draws, weights) or is_repeated(z):
            return False
        if any(is_shared(first, other) for other in others):
            return False
        labels = draws.large[1].astype(int)
        for name, value, variance in _of_labels(draws.large[0], labels, case):
            _add(sums[name], value, variance)
        for name, value, variance in _of_noise(z):
            _add(sums[name], value, variance)
        for name, value, degrees in _of_components(z, labels, np.asarray(weights)):
            _add(squares[name], value, degrees)
    errors = [total / sqrt(variance) for total, variance in sums.values() if variance]
    errors += [_normal_of(*each) for each in squares.values() if each[1]]
    return bool(errors) and max(map(abs, errors)) <= MOST_ERRORS


def _add(sums: list[float], value: float, variance: float) -> None:
    sums[0] += float(value)
    sums[1] += float(variance)


def _of_labels(X, labels, case: Case) -> Iterator[tuple[str, float, float]]:
    """Name of a test, deviation of a sum from what is expected, and its variance."""
    weights, means, covariances = map(np.asarray, case.arguments[:3])
    if len(weights) == 1:
        return
    n, rate = len(labels), (weights**2).sum()
    counts = np.bincount(labels, minlength=len(weights))
    for name, k in (("rarest", weights.argmin()), ("most frequent", weights.argmax())):
        yield name, counts[k] - n * weights[k], n * weights[k] * (1 - weights[k])
    for i in (0, 1):
        same = labels[i : n - 1 : 2] == labels[i + 1 :: 2]
        yield f"neighbours {i}", same.sum() - len(same) * rate, len(same) * rate * (1 - rate)
    yield "hits", *count_hits(X, labels, weights, means, covariances)


def _of_noise(z) -> Iterator[tuple[str, float, float]]:
    n, ends = len(z), (z[:, 0], z[:, -1])
    for name, values in (("first", ends[0]), ("last", ends[1]), ("all", z)):
        yield f"mean {name}", values.sum(), values.size
        yield f"spread {name}", (values * values).sum() - values.size, 2 * values.size
    if z.shape[1] > 1:
        yield "products", (ends[0] * ends[1]).sum(), n
    below = (np.abs(z)[..., None] < MAGNITUDES).sum(axis=(0, 1))
    for magnitude, count, p in zip(MAGNITUDES, below, _BELOW, strict=True):
        yield f"below {magnitude}", count - z.size * p, z.size * p * (1 - p)
    yield "negative", (z < 0).sum() - z.size / 2, z.size / 4
    for i, one in enumerate(ends):
        for j, other in enumerate(ends):
            yield f"followers {i}{j}", (one[:-1] * other[1:]).sum(), n - 1


def _of_components(z, labels, weights) -> Iterator[tuple[str, float, int]]:
    """Name, sum of squares and degrees of freedom of what may deviate in any direction."""
    n, counts = len(labels), np.bincount(labels, minlength=len(weights))
    if len(weights) > 1:
        yield "counts", ((counts - n * weights) ** 2 / (n * weights)).sum(), len(weights) - 1
    for k in np.flatnonzero(counts >= MIN_SAMPLES):
        noise, n_k = z[labels == k], counts[k]
        spreads = (noise * noise).sum(axis=0) - n_k
        yield "means", (noise.sum(axis=0) ** 2).sum() / n_k, z.shape[1]
        yield "spreads", (spreads**2).sum() / (2 * n_k), z.shape[1]
        if z.shape[1] > 1:
            yield "correlations", (noise[:, 0] * noise[:, -1]).sum() ** 2 / n_k, 1


def _normal_of(total: float, degrees: float) -> float:
    """Wilson and Hilferty: the cube root of a chi-squared variable is nearly normal."""
    spread = 2 / (9 * degrees)
    return ((total / degrees) ** (1 / 3) - (1 - spread)) / sqrt(spread)
