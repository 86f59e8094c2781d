"""Ways to write `sample_gmm` with wrong noise, or noise that is put to the wrong use."""

import numpy as np

from .bank import wrong


def _labels(weights, n_samples, rng):
    return rng.choice(len(weights), size=n_samples, p=weights)


def _given(labels, means, roots, noise):
    return np.array([means[k] + roots[k] @ e for k, e in zip(labels, noise, strict=True)])


def _with(root=np.linalg.cholesky, noise=lambda shape, rng: rng.standard_normal(shape)):
    """A sampler with this root and noise, in place of the right ones."""

    def sample(weights, means, covariances, n_samples, rng):
        labels = _labels(weights, n_samples, rng)
        made = noise((n_samples, means.shape[1]), rng)
        return _given(labels, means, [root(c) for c in covariances], made), labels

    return sample


def _bank(name, *named, **parts):
    sample = _with(**parts)
    sample.__name__ = name
    wrong("sample_gmm", *named)(sample)


_bank("covariance_as_root", "covariance used as its root", root=lambda c: c)
_bank("cholesky_transposed", "transposed root", root=lambda c: np.linalg.cholesky(c).T)
_bank("precision", "inverse covariance used", root=lambda c: np.linalg.cholesky(np.linalg.inv(c)))
_bank("uncorrelated", "only the diagonal used", root=lambda c: np.diag(np.sqrt(np.diag(c))))
_bank("variance_as_scale", "variance used as scale", root=lambda c: np.diag(np.diag(c)))
_bank("round_components", "covariance not used", root=lambda c: np.eye(len(c)))
_bank("uniform_noise", "noise not Gaussian", noise=lambda s, rng: rng.uniform(-1, 1, s))
_bank(
    "uniform_noise_of_variance_one",
    "noise not Gaussian",
    noise=lambda s, rng: (rng.random(s) - 0.5) * np.sqrt(12),
)
_bank(
    "laplace_noise_of_variance_one",
    "noise not Gaussian",
    noise=lambda s, rng: rng.laplace(0, np.sqrt(0.5), s),
)
_bank("noise_left_at_zero", "no noise", noise=lambda s, rng: np.zeros(s))
_bank(
    "noise_from_a_pool_of_two_hundred",
    "samples used twice",
    noise=lambda s, rng: rng.choice(rng.standard_normal((200, s[1])), size=s[0]),
)
_bank(
    "mirrored_noise",
    "samples used twice",
    noise=lambda s, rng: _mirrored(rng.standard_normal((s[0] // 2 + 1, s[1])), s[0]),
)


def _mirrored(half, n):
    return np.column_stack([half, -half]).reshape(-1, half.shape[1])[:n]


@wrong("sample_gmm", "transposed root")
def rows_times_root(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    X = np.empty((n_samples, means.shape[1]))
    for k, (mean, covariance) in enumerate(zip(means, covariances, strict=True)):
        noise = rng.standard_normal(((labels == k).sum(), len(mean)))
        X[labels == k] = mean + noise @ np.linalg.cholesky(covariance)
    return X, labels


@wrong("sample_gmm", "only the diagonal used")
def normal_feature_by_feature(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    deviations = np.array([np.sqrt(np.diag(c)) for c in covariances])
    return rng.normal(means[labels], deviations[labels]), labels


@wrong("sample_gmm", "standard deviation taken for variance")
def root_of_the_standard_deviation(weights, means, covariances, n_samples, rng):
    values, vectors = np.linalg.eigh(covariances)
    halves = [v @ np.diag(np.sqrt(w)) @ v.T for w, v in zip(values, vectors, strict=True)]
    labels = _labels(weights, n_samples, rng)
    return np.array([rng.multivariate_normal(means[k], halves[k]) for k in labels]), labels


@wrong("sample_gmm", "the same covariance for all components")
def covariance_of_the_first(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    noise = rng.multivariate_normal(np.zeros(means.shape[1]), covariances[0], n_samples)
    return means[labels] + noise, labels


@wrong("sample_gmm", "means omitted")
def means_omitted(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    zero = np.zeros(means.shape[1])
    return np.array([rng.multivariate_normal(zero, covariances[k]) for k in labels]), labels


@wrong("sample_gmm", "the same noise in every feature")
def the_same_noise_in_every_feature(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    noise = np.repeat(rng.standard_normal((n_samples, 1)), means.shape[1], axis=1)
    return _given(labels, means, np.linalg.cholesky(covariances), noise), labels


@wrong("sample_gmm", "one noise vector for all samples")
def noise_drawn_before_the_loop(weights, means, covariances, n_samples, rng):
    noise = rng.standard_normal(means.shape[1])
    labels = _labels(weights, n_samples, rng)
    return _given(labels, means, np.linalg.cholesky(covariances), [noise] * n_samples), labels


@wrong("sample_gmm", "samples used twice", "one noise vector for all samples")
def one_sample_repeated(weights, means, covariances, n_samples, rng):
    k = rng.choice(len(weights), p=weights)
    X = rng.multivariate_normal(means[k], covariances[k])
    return np.tile(X, (n_samples, 1)), np.repeat(k, n_samples)


@wrong("sample_gmm", "samples used twice")
def a_bootstrap_of_the_sample(weights, means, covariances, n_samples, rng):
    X, labels = _with()(weights, means, covariances, n_samples, rng)
    rows = rng.choice(n_samples, size=n_samples)
    return X[rows], labels[rows]


@wrong("sample_gmm", "consecutive samples dependent")
def noise_with_a_memory(weights, means, covariances, n_samples, rng):
    labels, roots = _labels(weights, n_samples, rng), np.linalg.cholesky(covariances)
    X, noise = np.empty((n_samples, means.shape[1])), rng.standard_normal(means.shape[1])
    for n, k in enumerate(labels):
        noise = 0.8 * noise + 0.6 * rng.standard_normal(means.shape[1])
        X[n] = means[k] + roots[k] @ noise
    return X, labels


# Two mistakes at once: these must be rejected, but need not be named.


@wrong("sample_gmm")
def weights_omitted_and_root_transposed(weights, means, covariances, n_samples, rng):
    labels = rng.integers(len(weights), size=n_samples)
    roots = np.linalg.cholesky(covariances).transpose(0, 2, 1)
    return _given(labels, means, roots, rng.standard_normal((n_samples, means.shape[1]))), labels


@wrong("sample_gmm")
def blocked_and_uncorrelated(weights, means, covariances, n_samples, rng):
    labels = np.repeat(np.arange(len(weights)), rng.multinomial(n_samples, weights))
    deviations = np.sqrt(np.diagonal(covariances, axis1=1, axis2=2))
    return rng.normal(means[labels], deviations[labels]), labels


@wrong("sample_gmm")
def means_omitted_and_noise_uniform(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    noise = rng.uniform(-1, 1, size=(n_samples, means.shape[1]))
    return _given(labels, np.zeros(means.shape), np.linalg.cholesky(covariances), noise), labels
