"""Ways to write `sample_gmm`: the right ones, and those that go wrong in choosing components.

The wrong ones with other mistakes are in `sampling_noise` and `sampling_sources`.
"""

import numpy as np
from scipy.linalg import sqrtm
from scipy.stats import multivariate_normal

from . import sampling_noise, sampling_sources  # noqa: F401  (importing fills the banks)
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
def one_multivariate_normal_a_sample(weights, means, covariances, n_samples, rng):
    labels = rng.choice(len(weights), size=n_samples, p=weights)
    X = np.array([rng.multivariate_normal(means[k], covariances[k]) for k in labels])
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
def scipy_given_the_generator(weights, means, covariances, n_samples, rng):
    labels = np.array(rng.choice(np.arange(len(weights)), n_samples, True, weights))
    X = np.zeros((n_samples, means.shape[1]))
    for k, (mean, covariance) in enumerate(zip(means, covariances, strict=True)):
        rows = np.flatnonzero(labels == k)
        if len(rows):
            normal = multivariate_normal(mean, covariance)
            X[rows] = np.reshape(normal.rvs(len(rows), random_state=rng), (len(rows), -1))
    return [X, list(labels)]


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


@right("sample_gmm")
def blocks_shuffled_together(weights, means, covariances, n_samples, rng):
    counts = rng.multinomial(n_samples, weights)
    X = np.vstack(
        [
            rng.multivariate_normal(m, c, size=n, method="cholesky")
            for m, c, n in zip(means, covariances, counts, strict=True)
        ]
    )
    labels = np.concatenate([np.full(n, k) for k, n in enumerate(counts)])
    order = rng.permutation(n_samples)
    return X[order], labels[order]


@right("sample_gmm")
def every_component_drawn_and_one_chosen(weights, means, covariances, n_samples, rng):
    candidates = np.stack(
        [rng.multivariate_normal(m, c, n_samples) for m, c in zip(means, covariances, strict=True)]
    )
    labels = (np.log(weights) + rng.gumbel(size=(n_samples, len(weights)))).argmax(axis=1)
    return candidates[labels, np.arange(n_samples)], labels


@right("sample_gmm")
def matrix_root_and_normal_with_size(weights, means, covariances, n_samples, rng):
    roots = [np.atleast_2d(sqrtm(covariance)).real for covariance in covariances]
    labels = np.digitize(rng.uniform(size=n_samples), np.cumsum(weights)[:-1])
    noise = rng.normal(0.0, 1.0, size=(means.shape[1], n_samples))
    columns = [means[k] + roots[k] @ noise[:, n] for n, k in enumerate(labels)]
    return np.stack(columns), tuple(int(k) for k in labels)


@right("sample_gmm")
def a_child_of_the_generator(weights, means, covariances, n_samples, rng):
    child = np.random.default_rng(rng.integers(2**32))
    return all_labels_first(weights, means, covariances, n_samples, child)


@right("sample_gmm")
def feature_by_feature_given_the_ones_before(weights, means, covariances, n_samples, rng):
    labels = rng.choice(len(weights), size=n_samples, p=weights)
    X = np.empty((n_samples, means.shape[1]))
    for d in range(means.shape[1]):
        for k in range(len(weights)):
            mine, c = labels == k, covariances[k]
            slope = np.linalg.solve(c[:d, :d], c[:d, d])
            mean = means[k, d] + (X[mine, :d] - means[k, :d]) @ slope
            X[mine, d] = rng.normal(mean, np.sqrt(c[d, d] - c[d, :d] @ slope))
    return X, labels


def _given(labels, means, covariances, rng):
    noise = rng.standard_normal((len(labels), means.shape[1]))
    return means[labels] + np.einsum("nij,nj->ni", np.linalg.cholesky(covariances)[labels], noise)


def _labels(weights, n_samples, rng):
    return rng.choice(len(weights), size=n_samples, p=weights)


@wrong("sample_gmm", "weights ignored")
def weights_omitted(weights, means, covariances, n_samples, rng):
    labels = rng.integers(len(weights), size=n_samples)
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm", "weights ignored")
def choice_without_probabilities(weights, means, covariances, n_samples, rng):
    X, labels = [], []
    for _ in range(n_samples):
        k = rng.choice(len(weights))
        X.append(rng.multivariate_normal(means[k], covariances[k]))
        labels.append(k)
    return np.array(X), np.array(labels)


@wrong("sample_gmm", "equal counts")
def equal_counts(weights, means, covariances, n_samples, rng):
    labels = rng.permutation(np.arange(n_samples) % len(weights))
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm", "equal counts")
def equal_counts_stacked(weights, means, covariances, n_samples, rng):
    n = n_samples // len(weights)
    X = [rng.multivariate_normal(m, c, n) for m, c in zip(means, covariances, strict=True)]
    return np.vstack(X), np.repeat(np.arange(len(weights)), n)


@wrong("sample_gmm", "equal counts")
def components_in_turn(weights, means, covariances, n_samples, rng):
    labels = [n % len(weights) for n in range(n_samples)]
    X = [rng.multivariate_normal(means[k], covariances[k]) for k in labels]
    return np.array(X), np.array(labels)


@wrong("sample_gmm", "labels in blocks")
def blocked_labels(weights, means, covariances, n_samples, rng):
    labels = np.repeat(np.arange(len(weights)), rng.multinomial(n_samples, weights))
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm", "labels in blocks")
def labels_sorted_before_use(weights, means, covariances, n_samples, rng):
    labels = np.sort(_labels(weights, n_samples, rng))
    X = [
        rng.multivariate_normal(means[k], covariances[k], (labels == k).sum())
        for k in range(len(weights))
    ]
    return np.concatenate(X), labels


@wrong("sample_gmm", "counts rounded instead of drawn")
def counts_rounded_instead_of_drawn(weights, means, covariances, n_samples, rng):
    ends = np.round(weights.cumsum() * n_samples)
    labels = rng.permutation(np.searchsorted(ends, np.arange(n_samples), side="right"))
    return _given(labels, means, covariances, rng), labels


@wrong("sample_gmm", "counts rounded instead of drawn")
def counts_cut_off_and_the_rest_to_the_largest(weights, means, covariances, n_samples, rng):
    counts = [int(w * n_samples) for w in weights]
    counts[np.argmax(weights)] += n_samples - sum(counts)
    parts = [
        rng.multivariate_normal(m, c, size=n)
        for m, c, n in zip(means, covariances, counts, strict=True)
    ]
    return np.vstack(parts), np.repeat(np.arange(len(weights)), counts)


@wrong("sample_gmm", "one component for all")
def one_component_chosen_for_all(weights, means, covariances, n_samples, rng):
    k = rng.choice(len(weights), p=weights)
    return rng.multivariate_normal(means[k], covariances[k], n_samples), np.full(n_samples, k)


@wrong("sample_gmm", "one component for all")
def always_the_likeliest_component(weights, means, covariances, n_samples, rng):
    k = np.argmax(weights)
    X = (
        means[k]
        + rng.standard_normal((n_samples, means.shape[1])) @ np.linalg.cholesky(covariances[k]).T
    )
    return X, [k] * n_samples


@wrong("sample_gmm", "components averaged")
def all_components_added_up(weights, means, covariances, n_samples, rng):
    X = sum(
        w * rng.multivariate_normal(m, c, n_samples)
        for w, m, c in zip(weights, means, covariances, strict=True)
    )
    return X, _labels(weights, n_samples, rng)


@wrong("sample_gmm", "components averaged")
def one_gaussian_with_averaged_parameters(weights, means, covariances, n_samples, rng):
    mean, covariance = weights @ means, np.tensordot(weights, covariances, axes=1)
    X = rng.multivariate_normal(mean, covariance, size=n_samples)
    return X, np.zeros(n_samples, dtype=int)


@wrong("sample_gmm", "labels shuffled away from their rows")
def labels_of_another_draw(weights, means, covariances, n_samples, rng):
    X = _given(_labels(weights, n_samples, rng), means, covariances, rng)
    return X, _labels(weights, n_samples, rng)


@wrong("sample_gmm", "labels shuffled away from their rows")
def samples_shuffled_without_labels(weights, means, covariances, n_samples, rng):
    X, labels = blocked_labels(weights, means, covariances, n_samples, rng)
    rng.shuffle(X)
    return X, labels


@wrong("sample_gmm", "labels counted from 1")
def labels_counted_from_one(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    return _given(labels, means, covariances, rng), labels + 1


@wrong("sample_gmm", "labels not returned")
def labels_not_returned(weights, means, covariances, n_samples, rng):
    return _given(_labels(weights, n_samples, rng), means, covariances, rng)


@wrong("sample_gmm", "labels returned first")
def labels_in_front(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    return labels, _given(labels, means, covariances, rng)


@wrong("sample_gmm", "labels one-hot")
def labels_as_indicators(weights, means, covariances, n_samples, rng):
    indicators = rng.multinomial(1, weights, size=n_samples)
    return _given(indicators.argmax(axis=1), means, covariances, rng), indicators


@wrong("sample_gmm", "X transposed")
def samples_in_columns(weights, means, covariances, n_samples, rng):
    labels = _labels(weights, n_samples, rng)
    return _given(labels, means, covariances, rng).T, labels


@wrong("sample_gmm", "n_samples ignored")
def a_single_sample(weights, means, covariances, n_samples, rng):
    k = rng.choice(len(weights), p=weights)
    return rng.multivariate_normal(means[k], covariances[k]), k


@wrong("sample_gmm", "n_samples ignored")
def always_three_hundred(weights, means, covariances, n_samples, rng):
    return all_labels_first(weights, means, covariances, 300, rng)


@wrong("sample_gmm", "n_samples per component")
def so_many_of_each(weights, means, covariances, n_samples, rng):
    X = [rng.multivariate_normal(m, c, n_samples) for m, c in zip(means, covariances, strict=True)]
    return np.concatenate(X), np.repeat(range(len(weights)), n_samples)


@wrong("sample_gmm", "weights not accumulated")
def compared_with_each_weight(weights, means, covariances, n_samples, rng):
    labels = np.zeros(n_samples, dtype=int)
    for n in range(n_samples):
        u = rng.random()
        for k in range(len(weights)):
            if u < weights[k]:
                labels[n] = k
                break
    return _given(labels, means, covariances, rng), labels
