"""Held-out answers to the exercise on sampling."""

import numpy as np

from .bank import answer


@answer("sample_gmm", "covariance used as its root")
def covariance_times_noise(weights, means, covariances, n_samples, rng):
    labels = rng.choice(len(weights), size=n_samples, p=weights)
    X = np.array([means[k] + covariances[k] @ rng.standard_normal(means.shape[1]) for k in labels])
    return X, labels


@answer("sample_gmm", "weights ignored")
def uniform_labels(weights, means, covariances, n_samples, rng):
    labels = rng.integers(len(weights), size=n_samples)
    X = np.array([rng.multivariate_normal(means[k], covariances[k]) for k in labels])
    return X, labels


@answer("sample_gmm", "global random state instead of rng")
def old_style(weights, means, covariances, n_samples, rng):
    labels = np.random.choice(len(weights), n_samples, p=weights)
    X = np.array([np.random.multivariate_normal(means[k], covariances[k]) for k in labels])
    return X, labels


@answer("sample_gmm", "generator with a fixed seed")
def own_seed(weights, means, covariances, n_samples, rng):
    rng = np.random.default_rng(42)
    labels = rng.choice(len(weights), size=n_samples, p=weights)
    X = np.array([rng.multivariate_normal(means[k], covariances[k]) for k in labels])
    return X, labels


@answer("sample_gmm", "labels in blocks", "counts rounded instead of drawn")
def blocks(weights, means, covariances, n_samples, rng):
    counts = rng.multinomial(n_samples, weights)
    X = np.vstack(
        [rng.multivariate_normal(means[k], covariances[k], size=n) for k, n in enumerate(counts)]
    )
    return X, np.repeat(np.arange(len(weights)), counts)


@answer("sample_gmm", "means omitted")
def around_zero(weights, means, covariances, n_samples, rng):
    labels = rng.choice(len(weights), size=n_samples, p=weights)
    D = means.shape[1]
    X = np.zeros((n_samples, D))
    for n, k in enumerate(labels):
        X[n] = np.linalg.cholesky(covariances[k]) @ rng.normal(size=D)
    return X, labels


@answer("sample_gmm", "only the diagonal used")
def independent_features(weights, means, covariances, n_samples, rng):
    labels = rng.choice(len(weights), size=n_samples, p=weights)
    sd = np.sqrt(np.diagonal(covariances, axis1=1, axis2=2))
    return rng.normal(means[labels], sd[labels]), labels


@answer("sample_gmm", "labels returned first")
def labels_first(weights, means, covariances, n_samples, rng):
    z = rng.choice(len(weights), size=n_samples, p=weights)
    return z, np.array([rng.multivariate_normal(means[k], covariances[k]) for k in z])
