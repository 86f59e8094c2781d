"""Known mistakes in the labels of `sample_gmm`, and in what is drawn for each label."""

from __future__ import annotations

import numpy as np

from ...definition import Mistake
from ..recipes.samplers import draw_labels, move, sampler
from .choice import blocks, random_blocks, uniform

__all__ = ["LABEL_MISTAKES"]


def _shuffled_labels(X, labels, rng):
    return X, rng.permutation(labels)


def _relabelled(choose):
    """Draw correctly, and choose the labels afterwards: ``choose(X, params, rng)``."""

    def sample(*arguments):
        *params, _, rng = arguments
        X = sampler()(*arguments)[0]
        return X, choose(X, params, rng)

    return sample


def _nearest_component(X, params, rng):
    weights, means, covariances = params
    gaps = X[:, None] - means
    distances = np.einsum("nki,kij,nkj->nk", gaps, np.linalg.inv(covariances), gaps)
    return (distances + np.linalg.slogdet(covariances)[1] - 2 * np.log(weights)).argmin(axis=1)


def _mean_of_another(shift):
    def sample(weights, means, covariances, n_samples, rng):
        labels = draw_labels(weights, n_samples, rng)
        roots = np.linalg.cholesky(np.roll(covariances, shift, axis=0))
        return move(labels, means, roots, rng.standard_normal((n_samples, means.shape[1]))), labels

    return sample


def _averaged(choose, root):
    """Draw every sample from one Gaussian with averaged parameters."""

    def sample(weights, means, covariances, n_samples, rng):
        labels = choose(weights, n_samples, rng)
        noise = rng.standard_normal((n_samples, means.shape[1]))
        return weights @ means + noise @ root(weights, means, covariances).T, labels

    return sample


def _root_of_average(weights, means, covariances):
    return np.linalg.cholesky(np.einsum("k,kij->ij", weights, covariances))


def _average_of_roots(weights, means, covariances):
    return np.einsum("k,kij->ij", weights, np.linalg.cholesky(covariances))


def _root_of_sum(weights, means, covariances):
    """Compute a root of the covariance of sum_k π_k x_k."""
    return np.linalg.cholesky(np.einsum("k,kij->ij", np.asarray(weights) ** 2, covariances))


def _root_of_all(weights, means, covariances):
    centred = means - weights @ means
    between = np.einsum("k,ki,kj->ij", weights, centred, centred)
    return np.linalg.cholesky(np.einsum("k,kij->ij", weights, covariances) + between)


def _with_own_covariance(weights, means, covariances, n_samples, rng):
    labels = draw_labels(weights, n_samples, rng)
    averages = np.broadcast_to(weights @ means, means.shape)
    noise = rng.standard_normal((n_samples, means.shape[1]))
    return move(labels, averages, np.linalg.cholesky(covariances), noise), labels


LABEL_MISTAKES = (
    Mistake(
        "components averaged",
        (
            *(
                _averaged(choose, root)
                for root in (_root_of_sum, _root_of_average, _average_of_roots, _root_of_all)
                for choose in (
                    draw_labels,
                    lambda w, n, rng: np.zeros(n, dtype=int),
                    lambda w, n, rng: np.full(n, np.argmax(w)),
                )
            ),
            _with_own_covariance,
        ),
    ),
    Mistake(
        "labels shuffled away from their rows",
        (
            sampler(give=_shuffled_labels),
            sampler(give=lambda X, labels, rng: (X, np.sort(labels))),
            sampler(choose=random_blocks, give=_shuffled_labels),
            sampler(choose=random_blocks, give=lambda X, labels, rng: (rng.permutation(X), labels)),
            _relabelled(lambda X, params, rng: draw_labels(params[0], len(X), rng)),
            _relabelled(lambda X, params, rng: uniform(params[0], len(X), rng)),
        ),
    ),
    Mistake(
        "labels guessed from the samples",
        (
            _relabelled(
                lambda X, params, rng: ((X[:, None] - params[1]) ** 2).sum(axis=2).argmin(axis=1)
            ),
            _relabelled(_nearest_component),
        ),
    ),
    Mistake(
        "labels all the same",
        (
            sampler(give=lambda X, labels, rng: (X, np.zeros(len(X), dtype=int))),
            sampler(give=lambda X, labels, rng: (X, np.full(len(X), labels[-1]))),
        ),
    ),
    Mistake(
        "labels counted from 1",
        (
            sampler(give=lambda X, labels, rng: (X, labels + 1)),
            sampler(choose=random_blocks, give=lambda X, labels, rng: (X, labels + 1)),
        ),
    ),
    Mistake(
        "means and covariances of different components",
        (
            _mean_of_another(1),
            _mean_of_another(-1),
            lambda w, m, c, n, rng: sampler()(w, m, c[::-1], n, rng),
            lambda w, m, c, n, rng: sampler()(w, m[::-1], c, n, rng),
        ),
    ),
    Mistake(
        "n_samples per component",
        (
            sampler(choose=lambda w, n, rng: blocks([n] * len(w))),
            sampler(choose=lambda w, n, rng: np.tile(np.arange(len(w)), n)),
        ),
    ),
)
