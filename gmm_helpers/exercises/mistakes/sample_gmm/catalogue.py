"""Known mistakes in `sample_gmm`: the source of randomness, the results, and all others."""

from __future__ import annotations

import copy

import numpy as np

from ...definition import Mistake
from ..recipes.samplers import draw_labels, sampler
from .choice import CHOICE_MISTAKES
from .labels import LABEL_MISTAKES
from .noise import NOISE_MISTAKES
from .roots import ROOT_MISTAKES

__all__ = ["MISTAKES"]


def _of_no_seed(rng):
    return np.random.default_rng()


def _of_fixed_seed(rng):
    return np.random.default_rng(0)


def _of_its_seed(rng):
    return np.random.default_rng(rng.bit_generator.seed_seq)


def _only_one(weights, means, covariances, n_samples, rng):
    X, labels = sampler()(weights, means, covariances, 1, rng)
    return X[0], labels[0]


def _always(n):
    return lambda weights, _, rng: draw_labels(weights, n, rng)


def _one_hot(X, labels, rng):
    return X, (labels[:, None] == np.arange(labels.max(initial=0) + 1)).astype(float)


def _one_hot_of_all(weights, means, covariances, n_samples, rng):
    X, labels = sampler()(weights, means, covariances, n_samples, rng)
    return X, np.eye(len(means))[labels]


_SOURCES = (
    Mistake(
        "global random state instead of rng",
        (
            sampler(of_all=_of_no_seed),
            sampler(
                of_noise=_of_no_seed, choose=lambda w, n, rng: draw_labels(w, n, _of_no_seed(rng))
            ),
        ),
    ),
    Mistake(
        "noise not from rng",
        (sampler(of_noise=_of_no_seed),),
    ),
    Mistake(
        "labels not from rng",
        (sampler(of_labels=_of_no_seed),),
    ),
    Mistake(
        "generator with a fixed seed",
        (
            sampler(of_all=_of_fixed_seed),
            sampler(of_noise=_of_fixed_seed),
            sampler(of_labels=_of_fixed_seed),
        ),
    ),
    Mistake(
        "same samples in every call",
        (
            sampler(of_all=copy.deepcopy),
            sampler(of_all=_of_its_seed),
            sampler(of_noise=copy.deepcopy, of_labels=copy.deepcopy),
        ),
    ),
)

_OUTPUTS = (
    Mistake(
        "labels not returned",
        (sampler(give=lambda X, labels, rng: X),),
    ),
    Mistake(
        "labels returned first",
        (sampler(give=lambda X, labels, rng: (labels, X)),),
    ),
    Mistake(
        "labels one-hot",
        (_one_hot_of_all, sampler(give=_one_hot)),
    ),
    Mistake(
        "X transposed",
        (sampler(give=lambda X, labels, rng: (X.T, labels)),),
    ),
    Mistake(
        "n_samples ignored",
        (_only_one, *(sampler(choose=_always(n)) for n in (1, 100, 200, 500, 600, 1000))),
    ),
)

MISTAKES = (
    *_SOURCES,
    *CHOICE_MISTAKES,
    *LABEL_MISTAKES,
    *ROOT_MISTAKES,
    *NOISE_MISTAKES,
    *_OUTPUTS,
)
