"""Ways to write `sample_gmm` that take their randomness from the wrong places, or spoil inputs."""

import copy
import random

import numpy as np

from .bank import wrong


def _drawn(weights, means, covariances, n_samples, labels_from, noise_from):
    labels = labels_from.choice(len(weights), size=n_samples, p=weights)
    return _around(labels, means, covariances, noise_from), labels


def _around(labels, means, covariances, rng):
    X = np.empty((len(labels), means.shape[1]))
    for k in range(len(means)):
        mine = labels == k
        X[mine] = rng.multivariate_normal(means[k], covariances[k], size=mine.sum())
    return X


@wrong("sample_gmm", "global random state instead of rng")
def global_random_state(weights, means, covariances, n_samples, rng):
    return _drawn(weights, means, covariances, n_samples, np.random, np.random)


@wrong("sample_gmm", "global random state instead of rng")
def a_new_generator_without_a_seed(weights, means, covariances, n_samples, rng):
    rng = np.random.default_rng()
    return _drawn(weights, means, covariances, n_samples, rng, rng)


@wrong("sample_gmm", "noise not from rng")
def noise_not_from_rng(weights, means, covariances, n_samples, rng):
    return _drawn(weights, means, covariances, n_samples, rng, np.random)


@wrong("sample_gmm", "labels not from rng")
def labels_from_the_standard_library(weights, means, covariances, n_samples, rng):
    labels = np.array(random.choices(range(len(weights)), weights=weights, k=n_samples))
    return _around(labels, means, covariances, rng), labels


@wrong("sample_gmm", "generator with a fixed seed")
def a_generator_of_its_own_with_a_fixed_seed(weights, means, covariances, n_samples, rng):
    own = np.random.default_rng(0)
    return _drawn(weights, means, covariances, n_samples, own, own)


@wrong("sample_gmm", "generator with a fixed seed")
def global_seed_set(weights, means, covariances, n_samples, rng):
    np.random.seed(42)
    return _drawn(weights, means, covariances, n_samples, np.random, np.random)


@wrong("sample_gmm", "generator with a fixed seed")
def noise_of_a_fixed_seed(weights, means, covariances, n_samples, rng):
    own = np.random.default_rng(1234)
    return _drawn(weights, means, covariances, n_samples, rng, own)


@wrong("sample_gmm", "same samples in every call")
def a_copy_of_the_generator(weights, means, covariances, n_samples, rng):
    rng = copy.deepcopy(rng)
    return _drawn(weights, means, covariances, n_samples, rng, rng)


@wrong("sample_gmm", "same samples in every call")
def a_generator_of_the_same_state(weights, means, covariances, n_samples, rng):
    again = np.random.Generator(np.random.PCG64())
    again.bit_generator.state = rng.bit_generator.state
    return _drawn(weights, means, covariances, n_samples, again, again)


@wrong("sample_gmm", "arguments modified")
def weights_changed_in_place(weights, means, covariances, n_samples, rng):
    weights *= 0.5
    weights *= 2.0
    weights += 1e-9
    return _drawn(weights / weights.sum(), means, covariances, n_samples, rng, rng)
