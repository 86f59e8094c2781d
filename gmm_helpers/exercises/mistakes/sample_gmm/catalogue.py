"""Known mistakes in `sample_gmm`: the source of randomness, the results, and all others."""

from __future__ import annotations

import copy

import numpy as np

from ...definition import Misconception
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
    Misconception(
        "global random state instead of rng",
        "Your samples do not come from rng but from NumPy's global random state, or from a new "
        "generator of unknown seed: the same seed gives different data each time. Take all "
        "randomness from the methods of rng.",
        (
            sampler(of_all=_of_no_seed),
            sampler(
                of_noise=_of_no_seed, choose=lambda w, n, rng: draw_labels(w, n, _of_no_seed(rng))
            ),
        ),
    ),
    Misconception(
        "noise not from rng",
        "The labels come from rng, the noise does not: it is drawn from the global random state or "
        "another generator. Take *all* randomness from rng, so that the same seed gives the same "
        "data.",
        (sampler(of_noise=_of_no_seed),),
    ),
    Misconception(
        "labels not from rng",
        "The noise comes from rng, the labels do not: they are drawn from the global random state "
        "or another generator. Take *all* randomness from rng, so that the same seed gives the "
        "same data.",
        (sampler(of_labels=_of_no_seed),),
    ),
    Misconception(
        "generator with a fixed seed",
        "You use a fixed seed, so all or some of the random numbers are the same whatever rng "
        "is. Seeding is up to the caller, who passes you a generator: take all randomness from "
        "rng, and do not create a generator of your own.",
        (
            sampler(of_all=_of_fixed_seed),
            sampler(of_noise=_of_fixed_seed),
            sampler(of_labels=_of_fixed_seed),
        ),
    ),
    Misconception(
        "same samples in every call",
        "Your function draws from a copy of rng, or from a new generator made from its seed, so "
        "rng itself never advances: a second call with the same generator returns the same "
        "samples again. Draw from rng itself.",
        (
            sampler(of_all=copy.deepcopy),
            sampler(of_all=_of_its_seed),
            sampler(of_noise=copy.deepcopy, of_labels=copy.deepcopy),
        ),
    ),
)

_OUTPUTS = (
    Misconception(
        "labels not returned",
        "You return X alone. You are asked for two results: X and labels, the component that "
        "each sample came from.",
        (sampler(give=lambda X, labels, rng: X),),
    ),
    Misconception(
        "labels returned first",
        "You return the labels first. X comes first, then labels.",
        (sampler(give=lambda X, labels, rng: (labels, X)),),
    ),
    Misconception(
        "labels one-hot",
        "Your labels are one-hot: each sample has a row of zeros with a single one. labels has "
        "shape (n_samples,): for each sample the number of its component, from 0 to K - 1.",
        (_one_hot_of_all, sampler(give=_one_hot)),
    ),
    Misconception(
        "X transposed",
        "X is transposed: it has shape (D, n_samples), one column per sample. In this course "
        "each sample is a row, so X has shape (n_samples, D).",
        (sampler(give=lambda X, labels, rng: (X.T, labels)),),
    ),
    Misconception(
        "n_samples ignored",
        "n_samples is ignored: you return one sample, or always the same number of them. Draw as "
        "many as n_samples says.",
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
