"""Ways to write `sample_gmm`."""

import numpy as np

from .bank import right, wrong


@right("sample_gmm")
def one_sample_after_the_other(weights, means, covariances, n_samples, rng):
    roots, ends = np.linalg.cholesky(covariances), weights.cumsum()
    X, labels = [], []
    for _ in range(n_samples):
        k = min(np.searchsorted(ends, rng.random()), len(weights) - 1)
        X.append(means[k] + roots[k] @ rng.standard_normal(means.shape[1]))
        labels.append(k)
    return X, labels


@right("sample_gmm")
def all_labels_first(weights, means, covariances, n_samples, rng):
    labels = rng.choice(len(weights), size=n_samples, p=weights)
    X = np.empty((n_samples, means.shape[1]))
    for k in range(len(weights)):
        mine = labels == k
        X[mine] = rng.multivariate_normal(means[k], covariances[k], size=mine.sum())
    return X, labels


@right("sample_gmm")
def labels_by_inverting_the_cumulative_weights(weights, means, covariances, n_samples, rng):
    labels = (rng.random(n_samples)[:, None] > weights.cumsum()[:-1]).sum(axis=1)
    noise = rng.standard_normal((n_samples, means.shape[1], 1))
    roots = np.linalg.cholesky(covariances)
    return means[labels] + (roots[labels] @ noise)[..., 0], labels


@right("sample_gmm")
def symmetric_roots_and_one_hot_labels(weights, means, covariances, n_samples, rng):
    one_hot = rng.multinomial(1, weights, size=n_samples)
    values, vectors = np.linalg.eigh(covariances)
    roots = np.einsum("kij,kj,klj->kil", vectors, np.sqrt(values), vectors)
    noise = rng.standard_normal((n_samples, means.shape[1]))
    X = one_hot @ means + np.einsum("nk,kij,nj->ni", one_hot, roots, noise)
    return X, one_hot.argmax(axis=1).astype(float)


@right("sample_gmm")
def random_counts_then_shuffled(weights, means, covariances, n_samples, rng):
    labels = rng.permutation(
        np.repeat(np.arange(len(weights)), rng.multinomial(n_samples, weights))
    )
    return _given(labels, means, covariances, rng), labels


def _given(labels, means, covariances, rng):
    noise = rng.standard_normal((len(labels), means.shape[1]))
    return means[labels] + np.einsum("nij,nj->ni", np.linalg.cholesky(covariances)[labels], noise)


def _labels(weights, n_samples, rng):
    return rng.choice(len(weights), size=n_samples, p=weights)


@wrong("sample_gmm")
def weights_omitted(weights, means, covariances, n_samples, rng):
    labels = rng.integers(len(weights), size=n_samples)
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm")
def equal_counts(weights, means, covariances, n_samples, rng):
    labels = rng.permutation(np.arange(n_samples) % len(weights))
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm")
def blocked_labels(weights, means, covariances, n_samples, rng):
    labels = np.repeat(np.arange(len(weights)), rng.multinomial(n_samples, weights))
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm")
def counts_rounded_instead_of_drawn(weights, means, covariances, n_samples, rng):
    ends = np.round(weights.cumsum() * n_samples)
    labels = rng.permutation(np.searchsorted(ends, np.arange(n_samples), side="right"))
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm")
def global_random_state(weights, means, covariances, n_samples, rng):
    labels = np.random.choice(len(weights), size=n_samples, p=weights)
    return _given(labels, means, covariances, np.random), labels


@wrong("sample_gmm")
def noise_not_from_rng(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    return _given(labels, means, covariances, np.random.default_rng()), labels


@wrong("sample_gmm")
def a_generator_of_its_own_with_a_fixed_seed(weights, means, covariances, n_samples, rng):
    own = np.random.default_rng(0)
    labels = _labels(weights, n_samples, own)
    return _given(labels, means, covariances, own), labels


@wrong("sample_gmm")
def covariance_used_as_its_root(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    noise = rng.standard_normal((n_samples, means.shape[1]))
    return means[labels] + np.einsum("nij,nj->ni", covariances[labels], noise), labels


@wrong("sample_gmm")
def root_transposed(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    noise = rng.standard_normal((n_samples, means.shape[1]))
    roots = np.linalg.cholesky(covariances)[labels]
    return means[labels] + np.einsum("nji,nj->ni", roots, noise), labels


@wrong("sample_gmm")
def correlations_ignored(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    deviations = np.sqrt(covariances.diagonal(axis1=1, axis2=2))
    noise = rng.standard_normal((n_samples, means.shape[1]))
    return means[labels] + deviations[labels] * noise, labels


@wrong("sample_gmm")
def labels_of_another_draw(weights, means, covariances, n_samples, rng):
    X = _given(_labels(weights, n_samples, rng), means, covariances, rng)
    return X, _labels(weights, n_samples, rng)


@wrong("sample_gmm")
def labels_counted_from_one(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    return _given(labels, means, covariances, rng), labels + 1


@wrong("sample_gmm")
def labels_not_returned(weights, means, covariances, n_samples, rng):
    return _given(_labels(weights, n_samples, rng), means, covariances, rng)


@wrong("sample_gmm")
def means_omitted(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    return _given(labels, np.zeros_like(means), covariances, rng), labels


@wrong("sample_gmm")
def the_same_noise_in_every_feature(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    noise = np.repeat(rng.standard_normal((n_samples, 1)), means.shape[1], axis=1)
    roots = np.linalg.cholesky(covariances)[labels]
    return means[labels] + np.einsum("nij,nj->ni", roots, noise), labels


@wrong("sample_gmm")
def one_sample_repeated(weights, means, covariances, n_samples, rng):
    X, labels = all_labels_first(weights, means, covariances, 1, rng)
    return np.repeat(X, n_samples, axis=0), np.repeat(labels, n_samples)
