"""Known mistakes in `sample_gmm`, the most specific first, by the parts of x = μ + L ε."""

from __future__ import annotations

import copy
from functools import partial
from itertools import product

import numpy as np
from numpy.linalg import cholesky, inv
from numpy.random import default_rng

from ..mistake import Mistake
from .recipes import samplers
from .recipes.gaussians import same, ways
from .recipes.samplers import average, diagonal, draw_labels, power, sampler, scaled_eigenvectors
from .recipes.updates import PERMUTATIONS

__all__ = ["MISTAKES"]

_choose, _noise, _root = (partial(ways, slot) for slot in ("choose", "noise", "root"))
_covariances, _centre = (partial(ways, slot) for slot in ("covariances", "centre"))
_after, _give = (partial(ways, slot) for slot in ("after", "give"))


def _no_seed(rng):
    return default_rng()


def _uniform(w, n, rng):
    return rng.integers(len(w), size=n)


def _one_for_all(w, n, rng):
    return np.full(n, draw_labels(w, 1, rng)[0])


def _blocks(counts):
    return np.repeat(np.arange(len(counts)), counts)


def _random_blocks(w, n, rng):
    return _blocks(rng.multinomial(n, w))


def _below_weight(w, n, rng, otherwise=0):
    """Choose the first component whose weight exceeds a uniform number."""
    below = rng.random(n)[:, None] < w
    return np.where(below.any(axis=1), below.argmax(axis=1), otherwise % len(w))


def _in_any_order(choices):
    return *choices, *(lambda w, n, rng, of=of: rng.permutation(of(w, n, rng)) for of in choices)


_EQUAL = (
    lambda w, n, rng: np.sort(np.arange(n) % len(w)),
    lambda w, n, rng: _blocks([n // len(w)] * len(w)),
)
_ROUNDED = (np.floor, np.round, np.ceil)
_FIXED = (
    lambda w, n, rng: np.searchsorted(np.round(np.cumsum(w) * n)[:-1], np.arange(n), side="right"),
    *(lambda w, n, rng, of=of: _blocks(of(w * n).astype(int)) for of in _ROUNDED),
    lambda w, n, rng: np.searchsorted(np.cumsum(w)[:-1], (np.arange(n) + rng.random(n)) / n),
)

_RANGES = ((0, 1), (-0.5, 0.5), (-1, 1), (-(3**0.5), 3**0.5))
_NOT_GAUSSIAN = (
    *(lambda shape, rng, z, a=a: rng.uniform(*a, shape) for a in _RANGES),
    *(lambda shape, rng, z, s=s: rng.laplace(scale=s, size=shape) for s in (1, 0.5**0.5)),
    lambda shape, rng, z: rng.exponential(size=shape) - 1,
    lambda shape, rng, z: rng.choice([-1.0, 1.0], size=shape),
    lambda shape, rng, z: np.abs(rng.standard_normal(shape)),
)


def _of_average_root(w, m, C):
    root = average(w, cholesky(C))
    return root @ root.transpose(0, 2, 1)


_AVERAGED = (
    *(lambda w, m, C: average(w**2, C), lambda w, m, C: average(w, C), _of_average_root),
    lambda w, m, C: average(w, C) + np.cov(m.T, aweights=w, ddof=0),  # of all samples together
)
_NOT_CHOSEN = (
    *(draw_labels, lambda w, n, rng: np.zeros(n, int), lambda w, n, rng: np.full(n, np.argmax(w))),
)
_MIDDLE = {"centre": lambda w, m, C: average(w, m)}


def _most_probable(X, z, rng, params):
    w, m, C = params
    gaps = X[:, None] - m
    distances = np.einsum("nki,kij,nkj->nk", gaps, inv(C), gaps)
    return X, (distances + np.linalg.slogdet(C)[1] - 2 * np.log(w)).argmin(axis=1)


_ROWS = {
    "global random state instead of rng": ways("of_all", _no_seed),
    "noise not from rng": ways("of_noise", _no_seed),
    "labels not from rng": ways("of_labels", _no_seed),
    "generator with a fixed seed": tuple(
        {source: lambda rng: default_rng(0)} for source in ("of_all", "of_noise", "of_labels")
    ),
    "same samples in every call": ways("of_all", copy.deepcopy),
    "equal counts": _choose(
        *_in_any_order(_EQUAL),
        lambda w, n, rng: np.arange(n) % len(w),
        lambda w, n, rng: np.minimum(np.arange(n) // max(n // len(w), 1), len(w) - 1),
    ),
    "weights ignored": _choose(_uniform),
    "counts rounded instead of drawn": _choose(*_in_any_order(_FIXED)),
    "labels in blocks": _choose(_random_blocks),
    "weights not accumulated": _choose(
        *(_below_weight, partial(_below_weight, otherwise=-1)),
        lambda w, n, rng: np.minimum(np.searchsorted(w, rng.random(n)), len(w) - 1),
        lambda w, n, rng: (w * rng.random((n, len(w)))).argmax(axis=1),
    ),
    "weights in the wrong order": ways(
        "weights", *(lambda w, m, C, permute=permute: permute(w) for permute in PERMUTATIONS)
    ),
    "one component for all": _choose(_one_for_all),
    "n_samples per component": _choose(
        lambda w, n, rng: _blocks([n] * len(w)), lambda w, n, rng: np.tile(np.arange(len(w)), n)
    ),
    "labels shuffled away from their rows": (
        *_after(lambda X, z, rng, params: (X, rng.permutation(z))),
        *_give(lambda X, z: (X, np.sort(z))),
        *_after(lambda X, z, rng, params: (X, _uniform(params[0], len(X), rng))),
        *_after(lambda X, z, rng, params: (rng.permutation(X), z), choose=_random_blocks),
        *_after(lambda X, z, rng, params: (X, rng.permutation(z)), choose=_random_blocks),
    ),
    "labels guessed from the samples": _after(
        lambda X, z, rng, params: (X, ((X[:, None] - params[1]) ** 2).sum(axis=2).argmin(axis=1)),
        _most_probable,
    ),
    "labels all the same": _give(lambda X, z: (X, 0 * z), lambda X, z: (X, 0 * z + z[-1])),
    "labels counted from 1": (
        *_give(lambda X, z: (X, z + 1)),
        *_give(lambda X, z: (X, z + 1), choose=_random_blocks),
    ),
    "labels not returned": _give(lambda X, z: X),
    "labels returned first": _give(lambda X, z: (z, X)),
    "labels one-hot": (
        *_after(lambda X, z, rng, params: (X, np.eye(len(params[0]))[z])),
        *_give(lambda X, z: (X, np.eye(z.max(initial=0) + 1)[z])),
    ),
    "X transposed": _give(lambda X, z: (X.T, z)),
    "n_samples ignored": (
        *_choose(lambda w, _, rng: draw_labels(w, 1, rng), give=lambda X, z: (X[0], z[0])),
        *_choose(
            *(lambda w, _, rng, n=n: draw_labels(w, n, rng) for n in (1, 100, 200, 500, 600, 1000))
        ),
    ),
    "components averaged": (
        *(
            {**_MIDDLE, "covariances": covariances, "choose": choose}
            for covariances, choose in product(_AVERAGED, _NOT_CHOSEN)
        ),
        _MIDDLE,
    ),
    "means and covariances of different components": (
        *_covariances(*(lambda w, m, C, s=s: np.roll(C, s, axis=0) for s in (1, -1))),
        *_covariances(lambda w, m, C: C[::-1]),
        *_centre(lambda w, m, C: m[::-1]),
    ),
    "means omitted": _centre(lambda w, m, C: np.zeros_like(m)),
    "samples multiplied by the weights": (
        *_after(lambda X, z, rng, params: (params[0][z][:, None] * X, z)),
        *_centre(lambda w, m, C: w[:, None] * m),
    ),
    "covariance used as its root": _root(same),
    "transposed root": _root(
        lambda C: cholesky(C).transpose(0, 2, 1),
        *map(scaled_eigenvectors, ("ki,kji->kij", "ki,kij->kij")),
    ),
    "variance used as scale": _root(diagonal),
    "only the diagonal used": _root(lambda C: np.sqrt(diagonal(C))),
    "standard deviation taken for variance": _root(
        *(lambda C: power(C, 1 / 4), lambda C: diagonal(C) ** (1 / 4)),
        *(lambda C: np.sign(C) * np.sqrt(np.abs(C)), lambda C: np.sqrt(np.maximum(C, 0))),
        lambda C: np.sqrt(np.maximum(cholesky(C), 0)),
    ),
    "inverse covariance used": _root(
        *(lambda C: power(C, -1 / 2), lambda C: inv(cholesky(C)), inv)
    ),
    "covariance not used": _root(
        lambda C: power(C, 0),
        lambda C: power(C, 0) * np.sqrt(np.trace(C, axis1=1, axis2=2) / C.shape[-1])[:, None, None],
        lambda C: power(C, 0) * np.sqrt(C[:, :1, :1]),
    ),
    "the same covariance for all components": _covariances(
        *(lambda w, m, C, k=k: C[[k] * len(w)] for k in (0, -1)),
        *(lambda w, m, C: average(0 * w + 1 / len(w), C), lambda w, m, C: average(w, C)),
    ),
    "no noise": _noise(lambda shape, rng, z: np.zeros(shape)),
    "the same noise in every feature": (
        *_noise(samplers.one_column),
        *_noise(samplers.one_column, root=lambda C: np.sqrt(diagonal(C))),
    ),
    "one noise vector for all samples": _noise(samplers.one_vector),
    "samples used twice": (
        *_noise(*(partial(samplers.pooled, fraction=fraction) for fraction in (1.0, 0.1))),
        *_noise(samplers.one_vector, choose=_one_for_all),
    ),
    "noise not Gaussian": _noise(*_NOT_GAUSSIAN),
    "consecutive samples dependent": _noise(
        *(partial(samplers.remembering, strength=strength) for strength in (0.5, 0.9)),
        samplers.overlapping_windows,
    ),
}
# Functions, not slots: hundreds of pairs would take too long to draw from.
MISTAKES = tuple(Mistake(name, tuple(sampler(**way) for way in row)) for name, row in _ROWS.items())
