"""Known mistakes in `sample_gmm`, the most specific first: rows by the part of x = μ + L ε.

A way is what takes the place of that part, or a dict of several parts.
"""

from __future__ import annotations

import copy
from functools import partial

import numpy as np
from numpy.linalg import cholesky, inv

from ...mistake import Mistake
from ..recipes.m_step import PERMUTATIONS
from ..recipes.samplers import draw_labels, sampler
from . import parts

__all__ = ["MISTAKES"]

_Table = dict[str, list]


_SOURCES: _Table = {
    "global random state instead of rng": [
        {"of_all": parts.no_seed},
        {"of_noise": parts.no_seed, "of_labels": parts.no_seed},
    ],
    "noise not from rng": [{"of_noise": parts.no_seed}],
    "labels not from rng": [{"of_labels": parts.no_seed}],
    "generator with a fixed seed": [
        {source: parts.fixed_seed} for source in ("of_all", "of_noise", "of_labels")
    ],
    "same samples in every call": [
        {"of_all": copy.deepcopy},
        {"of_all": parts.its_seed},
        {"of_noise": copy.deepcopy, "of_labels": copy.deepcopy},
    ],
}

_EQUAL = (
    lambda w, n, rng: np.sort(np.arange(n) % len(w)),
    lambda w, n, rng: parts.blocks([n // len(w)] * len(w)),
)
_FIXED = (
    lambda w, n, rng: np.searchsorted(np.round(np.cumsum(w) * n)[:-1], np.arange(n), side="right"),
    lambda w, n, rng: parts.blocks(np.floor(w * n).astype(int)),
    lambda w, n, rng: parts.blocks(np.round(w * n).astype(int)),
    lambda w, n, rng: parts.blocks(np.ceil(w * n).astype(int)),
    lambda w, n, rng: np.searchsorted(np.cumsum(w)[:-1], (np.arange(n) + rng.random(n)) / n),
)
_CHOOSE: _Table = {
    "equal counts": [
        *_EQUAL,
        *map(parts.shuffled, _EQUAL),
        lambda w, n, rng: np.arange(n) % len(w),
        lambda w, n, rng: np.minimum(np.arange(n) // max(n // len(w), 1), len(w) - 1),
    ],
    "weights ignored": [parts.uniform],
    "counts rounded instead of drawn": [*_FIXED, *map(parts.shuffled, _FIXED)],
    "labels in blocks": [
        parts.random_blocks,
        lambda w, n, rng: parts.random_blocks(w, n, rng)[::-1],
    ],
    "weights not accumulated": [
        parts.below_weight,
        partial(parts.below_weight, otherwise=-1),
        lambda w, n, rng: np.minimum(np.searchsorted(w, rng.random(n)), len(w) - 1),
        lambda w, n, rng: (w * rng.random((n, len(w)))).argmax(axis=1),
    ],
    "weights in the wrong order": [
        lambda w, n, rng, permute=permute: draw_labels(permute(w), n, rng)
        for permute in PERMUTATIONS
    ],
    "one component for all": [parts.one_for_all],
    "n_samples per component": [
        lambda w, n, rng: parts.blocks([n] * len(w)),
        lambda w, n, rng: np.tile(np.arange(len(w)), n),
    ],
}

_CENTRE: _Table = {
    "components averaged": [
        *(
            {"centre": lambda w, m, C: parts.average(w, m), "root": root, "choose": choose}
            for root in (
                lambda w, m, C: cholesky(parts.average(w**2, C)),
                lambda w, m, C: cholesky(parts.average(w, C)),
                lambda w, m, C: parts.average(w, cholesky(C)),
                lambda w, m, C: cholesky(parts.total_covariance(w, m, C)),
            )
            for choose in (
                draw_labels,
                lambda w, n, rng: np.zeros(n, dtype=int),
                lambda w, n, rng: np.full(n, np.argmax(w)),
            )
        ),
        lambda w, m, C: parts.average(w, m),
    ],
    "means and covariances of different components": [
        {"root": lambda w, m, C: cholesky(np.roll(C, 1, axis=0))},
        {"root": lambda w, m, C: cholesky(np.roll(C, -1, axis=0))},
        {"root": lambda w, m, C: cholesky(C[::-1])},
        lambda w, m, C: m[::-1],
    ],
    "means omitted": [lambda w, m, C: np.zeros_like(m)],
    "samples multiplied by the weights": [
        {"give": lambda X, z, rng, params: (params[0][z][:, None] * X, z)},
        lambda w, m, C: w[:, None] * m,
    ],
}

_ROOT: _Table = {
    "covariance used as its root": [lambda w, m, C: C],
    "transposed root": [
        lambda w, m, C: cholesky(C).transpose(0, 2, 1),
        *map(parts.scaled_eigenvectors, ("ki,kji->kij", "ki,kij->kij")),
    ],
    "variance used as scale": [lambda w, m, C: parts.diagonal(C)],
    "only the diagonal used": [lambda w, m, C: np.sqrt(parts.diagonal(C))],
    "standard deviation taken for variance": [
        lambda w, m, C: parts.power(C, 1 / 4),
        lambda w, m, C: parts.diagonal(C) ** (1 / 4),
        lambda w, m, C: np.sign(C) * np.sqrt(np.abs(C)),
        lambda w, m, C: np.sqrt(np.maximum(C, 0)),
        lambda w, m, C: np.sqrt(np.maximum(cholesky(C), 0)),
    ],
    "inverse covariance used": [
        lambda w, m, C: parts.power(C, -1 / 2),
        lambda w, m, C: inv(cholesky(C)),
        lambda w, m, C: inv(C),
    ],
    "covariance not used": [
        lambda w, m, C: parts.power(C, 0),
        lambda w, m, C: (
            parts.power(C, 0) * np.sqrt(parts.diagonal(C).sum((1, 2)) / C.shape[-1])[:, None, None]
        ),
        lambda w, m, C: parts.power(C, 0) * np.sqrt(C[:, :1, :1]),
    ],
    "the same covariance for all components": [
        lambda w, m, C: cholesky(C[[0] * len(w)]),
        lambda w, m, C: cholesky(C[[-1] * len(w)]),
        lambda w, m, C: cholesky(parts.average(np.full(len(w), 1 / len(w)), C)),
        lambda w, m, C: cholesky(parts.average(w, C)),
    ],
}

_NOISE: _Table = {
    "no noise": [lambda shape, rng, z: np.zeros(shape)],
    "the same noise in every feature": [
        parts.one_column,
        {"noise": parts.one_column, "root": lambda w, m, C: np.sqrt(parts.diagonal(C))},
    ],
    "one noise vector for all samples": [
        parts.one_vector,
        lambda shape, rng, z: rng.standard_normal((z.max() + 1, shape[1]))[z],
    ],
    "samples used twice": [
        *map(parts.pooled, (1.0, 0.5, 0.1, 3.0)),
        *map(parts.halved, (1, -1)),
        {"give": parts.resampled},
        {"choose": parts.one_for_all, "noise": parts.one_vector},
    ],
    "noise not Gaussian": [
        lambda shape, rng, z: rng.random(shape),
        lambda shape, rng, z: rng.random(shape) - 0.5,
        lambda shape, rng, z: rng.uniform(-1, 1, shape),
        lambda shape, rng, z: rng.uniform(-(3**0.5), 3**0.5, shape),
        lambda shape, rng, z: rng.laplace(size=shape),
        lambda shape, rng, z: rng.laplace(scale=0.5**0.5, size=shape),
        lambda shape, rng, z: rng.exponential(size=shape) - 1,
        lambda shape, rng, z: rng.choice([-1.0, 1.0], size=shape),
        lambda shape, rng, z: np.abs(rng.standard_normal(shape)),
    ],
    "consecutive samples dependent": [
        *map(parts.remembering, (0.5, 0.9)),
        parts.overlapping,
        parts.overlapping_windows,
    ],
}

_GIVE: _Table = {
    "labels shuffled away from their rows": [
        lambda X, z, rng, params: (X, rng.permutation(z)),
        lambda X, z, rng, params: (X, np.sort(z)),
        lambda X, z, rng, params: (X, draw_labels(params[0], len(X), rng)),
        lambda X, z, rng, params: (X, parts.uniform(params[0], len(X), rng)),
        *(
            {"choose": parts.random_blocks, "give": give}
            for give in (
                lambda X, z, rng, params: (rng.permutation(X), z),
                lambda X, z, rng, params: (X, rng.permutation(z)),
            )
        ),
    ],
    "labels guessed from the samples": [
        lambda X, z, rng, params: (X, ((X[:, None] - params[1]) ** 2).sum(axis=2).argmin(axis=1)),
        lambda X, z, rng, params: (X, parts.nearest(X, params)),
    ],
    "labels all the same": [
        lambda X, z, rng, params: (X, 0 * z),
        lambda X, z, rng, params: (X, 0 * z + z[-1]),
    ],
    "labels counted from 1": [
        lambda X, z, rng, params: (X, z + 1),
        {"choose": parts.random_blocks, "give": lambda X, z, rng, params: (X, z + 1)},
    ],
    "labels not returned": [lambda X, z, rng, params: X],
    "labels returned first": [lambda X, z, rng, params: (z, X)],
    "labels one-hot": [
        lambda X, z, rng, params: (X, np.eye(len(params[0]))[z]),
        lambda X, z, rng, params: (X, np.eye(z.max(initial=0) + 1)[z]),
    ],
    "X transposed": [lambda X, z, rng, params: (X.T, z)],
    "n_samples ignored": [
        {
            "choose": lambda w, n, rng: draw_labels(w, 1, rng),
            "give": lambda X, z, rng, params: (X[0], z[0]),
        },
        *(
            {"choose": lambda w, _, rng, n=n: draw_labels(w, n, rng)}
            for n in (1, 100, 200, 500, 600, 1000)
        ),
    ],
}

_TABLES = (
    ("of_all", _SOURCES),
    ("choose", _CHOOSE),
    ("give", _GIVE),
    ("centre", _CENTRE),
    ("root", _ROOT),
    ("noise", _NOISE),
)
# Functions, not slots: hundreds of pairs would take too long to draw from.
MISTAKES = tuple(
    Mistake(name, tuple(sampler(**(way if isinstance(way, dict) else {part: way})) for way in ways))
    for part, table in _TABLES
    for name, ways in table.items()
)
