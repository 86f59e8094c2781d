"""Sizes, likelihoods, data and folds: what the exercises of notebook 06 are tried on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..contents import Content, array_of, content_of
from ..definition import Case
from .integers import whole_number_cases
from .mixtures import SHIFT, random_problem

__all__ = ["LABELS", "WHOLE", "SoftFit", "bic_cases", "count_cases", "held_out_cases"]

WHOLE = "whole"  # the topic of cases in which a count has to be a whole number
LABELS = "labels"  # of cases in which the folds are not numbered 0, 1, 2, ...
RIDGE = 0.05  # of a fit, relative to the variances: a left-out sample is never infinitely far
SMALL_UNITS = 1e-3


@dataclass(frozen=True, slots=True, repr=False)
class SoftFit:
    """A quick fit that is handed to students: no EM, but another mixture for every training set.

    Samples are assigned softly to K quantiles of their first feature; weights, means and
    covariances are the moments. The order of the samples does not matter. Every call gets a copy
    of its own, so nothing that is done to one reaches another.
    """

    sharpness: float

    def __repr__(self) -> str:
        return "fit(X_train, n_components)"

    def __call__(self, X_train, n_components, *more):
        if more:  # Python would count this object as well
            raise TypeError(
                f"fit takes 2 arguments, X_train and n_components, and {2 + len(more)} were given."
            )
        X, K = _as_table(X_train), _as_number(n_components)
        found = _fitted(self.sharpness, content_of(X), int(K))
        return tuple(values.copy() for values in found)

    __call__.__qualname__ = "fit"  # what errors about its arguments call it


@lru_cache(maxsize=1024)  # known mistakes are made with the same training sets
def _fitted(sharpness: float, content: Content, K: int) -> tuple[np.ndarray, ...]:
    X = array_of(content)
    feature, width = X[:, 0], X[:, 0].std() or 1.0
    centres = np.quantile(feature, (np.arange(K) + 0.5) / K)
    logs = -sharpness * ((feature[:, None] - centres) / width) ** 2
    shares = np.exp(logs - logs.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    counts = shares.sum(axis=0)
    means = shares.T @ X / counts[:, None]
    apart = X - means[:, None]
    covariances = np.einsum("nk,kni,knj->kij", shares, apart, apart) / counts[:, None, None]
    variances = X.var(axis=0)
    ridge = RIDGE * np.diag(np.where(variances > 0, variances, 1.0))
    return counts / len(X), means, covariances + ridge


def _as_table(X_train) -> np.ndarray:
    X = np.asarray(X_train)
    if X.dtype.kind not in "if" or X.ndim != 2:
        found = f"an array of {X.dtype} and shape {X.shape}"
        raise ValueError(
            f"fit was given {found} to train on, expected rows of X, shape (N_train, D): pass "
            "X[folds != fold], not the labels or the mask alone."
        )
    if not len(X):
        raise ValueError(
            "fit was given no samples to train on: pass all samples but those of one fold."
        )
    return X.astype(float)


def _as_number(n_components) -> int:
    is_number = np.ndim(n_components) == 0 and np.asarray(n_components).dtype.kind in "iu"
    if not is_number or n_components < 1:
        raise ValueError(
            "fit takes the number of components as its second argument, a whole number from 1 on: "
            "call fit(X_train, n_components)."
        )
    return int(n_components)


def count_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(n_components, n_features)``.

    In the last ones the sizes are NumPy integers, as a loop over an array gives.
    """
    K, D = _draw_unequal(rng, (3, 8), (2, 7))
    more, fewer = _draw_unequal(rng, (6, 12), (3, 6)), _draw_unequal(rng, (2, 4), (5, 10))
    pairs = [
        ("an ordinary mixture", (K, D), ""),
        ("one feature (D = 1)", (_draw(rng, 2, 9), 1), ""),
        ("three features (D = 3)", (_draw(rng, 4, 9), 3), ""),
        ("one component (K = 1)", (1, _draw(rng, 3, 9)), "components"),
        ("five components (K = 5)", (5, _draw(rng, 6, 12)), "components"),
        ("two components, two features", (2, 2), ""),
        ("more components than features", more, ""),
        ("more features than components", fewer, ""),
        ("many features", (_draw(rng, 2, 6), _draw(rng, 13, 40)), ""),
        ("many components", (_draw(rng, 20, 60), _draw(rng, 2, 6)), "components"),
    ]
    cases = [Case(name, sizes, topic=topic) for name, sizes, topic in pairs]
    numpy = [_draw_unequal(rng, (3, 8), (2, 7)), (_draw(rng, 2, 9), _draw(rng, 9, 20))]
    names = ("sizes as NumPy integers", "larger sizes as NumPy integers")
    return cases + [
        Case(name, tuple(map(np.int64, sizes)), topic=WHOLE)
        for name, sizes in zip(names, numpy, strict=True)
    ]


def _draw(rng, low: int, high: int) -> int:
    return int(rng.integers(low, high))


def _draw_unequal(rng, *ranges) -> tuple[int, ...]:
    """Draw numbers that all differ: no one passes for another."""
    while True:
        numbers = tuple(_draw(rng, *each) for each in ranges)
        if len(set(numbers)) == len(numbers):
            return numbers


def bic_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(nll, n_samples, n_components, n_features)``."""

    def case(name, samples=(80, 300), components=(3, 6), features=(2, 6), level=1.0, topic=""):
        N, K, D = _draw_unequal(rng, samples, components, features)
        nll = level * N * D * rng.uniform(1.0, 2.5)
        return Case(name, (float(nll), N, K, D), topic=topic)

    ordinary = [
        case("an ordinary fit"),
        case("one feature (D = 1)", features=(1, 2)),
        case("three features (D = 3)", features=(3, 4), components=(4, 7)),
        case("one component (K = 1)", components=(1, 2), features=(2, 6), topic="components"),
        case("five components (K = 5)", components=(5, 6), features=(2, 5), topic="components"),
        case("few samples", samples=(7, 20), topic="size"),
        case("many samples", samples=(20_000, 90_000), topic="size"),
        case("an NLL below zero", level=-1.0, topic="units"),
        case("a small NLL below zero", level=-0.02, topic="units"),
        case("a larger mixture", components=(7, 12), features=(12, 20)),
    ]
    of_numpy = case("NumPy numbers", samples=(80, 300)).arguments
    nll, *sizes = of_numpy
    return [*ordinary, Case("NumPy numbers", (np.float64(nll), *map(np.int64, sizes)))]


def held_out_cases(rng: np.random.Generator) -> list[Case]:
    """Make cases for functions of ``(X, folds, n_components, fit)``."""
    cases = [
        Case(name, _draw_problem(rng, sizes, *of_folds), layout, topic)
        for name, sizes, of_folds, layout, topic in _PROBLEMS
    ]
    X, *others = _draw_problem(rng, (30, 3, 2), (0, 1, 2))
    X[1::2] = X[::2]
    cases.append(Case("every sample twice", (X, *others)))
    X, *others = _draw_problem(rng, (30, 3, 2), (0, 1, 2))
    cases.append(Case("shifted data", (X + SHIFT, *others), topic="units"))
    X, *others = _draw_problem(rng, (30, 3, 2), (0, 1, 2))
    cases.append(Case("data in small units", (SMALL_UNITS * X, *others), topic="units"))
    X, *others = _draw_problem(rng, (28, 3, 2), (0, 1, 2))
    return [*cases, *whole_number_cases(np.rint(3 * X), *others)]


def _draw_problem(rng, sizes, labels, parts=None) -> tuple:
    """Draw data, folds of unequal sizes in no order, and a fit.

    The samples of a fold lie together more than others do: what is fitted without them differs.
    """
    n_samples, n_components, n_features = sizes
    X, _ = random_problem(rng, n_samples, max(n_components, 2), n_features)
    parts = parts or np.arange(2, 2 + len(labels))
    bounds = np.round(np.cumsum(parts) / np.sum(parts) * n_samples).astype(int)
    order = np.searchsorted(bounds, np.arange(n_samples), side="right")
    chosen = rng.permutation(labels)[order]
    X += 0.8 * rng.normal(size=(len(labels), n_features))[order] * X.std(axis=0)
    mixed = rng.permutation(n_samples)
    return X[mixed], chosen[mixed], n_components, SoftFit(float(rng.uniform(0.5, 2.0)))


# Name, (N, K, D), (labels, parts of the samples in each), layout, topic.
_PROBLEMS: tuple[tuple, ...] = (
    ("an ordinary data set, three folds", (36, 3, 2), ((0, 1, 2),), "plain", ""),
    ("four folds of equal size", (32, 2, 2), ((0, 1, 2, 3), (1, 1, 1, 1)), "plain", "folds"),
    ("two folds", (24, 3, 2), ((0, 1),), "plain", "folds"),
    ("five folds", (45, 2, 2), (range(5),), "plain", "folds"),
    ("a small and a large fold", (30, 2, 2), ((0, 1, 2), (1, 3, 11)), "plain", "folds"),
    ("each sample a fold of its own", (9, 2, 2), (range(9), (1,) * 9), "plain", "folds"),
    ("labels from 1 on", (30, 3, 2), ((1, 2, 3),), "plain", LABELS),
    ("labels with gaps", (30, 3, 2), ((2, 5, 11),), "plain", LABELS),
    ("labels below zero", (33, 2, 2), ((-4, -1, 3, 7),), "plain", LABELS),
    ("one component (K = 1)", (20, 1, 2), ((0, 1, 2),), "plain", "components"),
    ("five components (K = 5)", (50, 5, 2), ((0, 1, 2),), "plain", "components"),
    ("one feature (D = 1)", (24, 3, 1), ((0, 1, 2),), "plain", "dimension"),
    ("three features (D = 3)", (40, 2, 3), ((0, 1, 2),), "plain", "dimension"),
    ("many samples", (300, 3, 2), ((0, 1, 2, 3),), "plain", "size"),
    ("arrays that are not contiguous", (30, 3, 2), ((0, 1, 2),), "strided", "layout"),
    ("read-only arrays", (30, 3, 2), ((0, 1, 2),), "read-only", "layout"),
)
