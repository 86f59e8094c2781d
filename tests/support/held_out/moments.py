"""Held-out answers to the exercises on the M-step."""

import numpy as np

from .bank import answer


@answer("update_weights", "not divided by N")
def counts(responsibilities):
    return responsibilities.sum(axis=0)


@answer("update_weights", "summed over the wrong axis")
def per_sample(responsibilities):
    return responsibilities.sum(axis=1) / len(responsibilities)


@answer("update_weights", "divided by the number of components")
def divided_by_K(responsibilities):
    return responsibilities.sum(axis=0) / responsibilities.shape[1]


@answer("update_weights", "hard counts")
def counted_labels(responsibilities):
    labels = np.argmax(responsibilities, axis=1)
    N, K = responsibilities.shape
    return np.array([np.sum(labels == k) / N for k in range(K)])


@answer("update_weights", "uniform weights", "not finished yet")
def all_equal(responsibilities):
    K = responsibilities.shape[1]
    return np.ones(K) / K


@answer("update_weights", "rounded")
def two_digits(responsibilities):
    return np.round(responsibilities.mean(axis=0), 2)


@answer("update_weights", "axes of length one too many", "one axis too many")
def kept_an_axis(responsibilities):
    return responsibilities.mean(axis=0, keepdims=True)


@answer("update_weights", "summed over everything")
def one_number(responsibilities):
    return np.mean(responsibilities)


@answer("update_means", "divided by N")
def plain_average(X, responsibilities):
    return responsibilities.T @ X / len(X)


@answer("update_means", "not divided by N_k")
def only_sums(X, responsibilities):
    return responsibilities.T @ X


@answer("update_means", "hard labels")
def k_means(X, responsibilities):
    K = responsibilities.shape[1]
    labels = responsibilities.argmax(axis=1)
    return np.array([X[labels == k].mean(axis=0) for k in range(K)])


@answer("update_means", "transposed")
def other_way_round(X, responsibilities):
    return (X.T @ responsibilities) / responsibilities.sum(axis=0)


@answer("update_means", "one mean for all")
def same_for_all(X, responsibilities):
    return np.tile(X.mean(axis=0), (responsibilities.shape[1], 1))


@answer("update_means", "counts along the wrong axis", "incompatible shapes")
def misaligned(X, responsibilities):
    return responsibilities.T @ X / responsibilities.sum(axis=0)


@answer("update_means", "divided by N_k - 1")
def bessel(X, responsibilities):
    N_k = responsibilities.sum(axis=0)
    return (responsibilities.T @ X) / (N_k - 1)[:, None]


@answer("update_means", "responsibilities squared")
def weighted_twice(X, responsibilities):
    w = responsibilities**2
    return w.T @ X / w.sum(axis=0)[:, None]


def _scatter(X, responsibilities, means):
    for k in range(len(means)):
        d = X - means[k]
        yield (responsibilities[:, k, None] * d).T @ d


@answer("update_covariances", "divided by N")
def over_all(X, responsibilities, means):
    return np.array(list(_scatter(X, responsibilities, means))) / len(X)


@answer("update_covariances", "not divided by N_k")
def scatter(X, responsibilities, means):
    return np.array(list(_scatter(X, responsibilities, means)))


@answer("update_covariances", "diagonal only")
def variances(X, responsibilities, means):
    N_k = responsibilities.sum(axis=0)
    return np.array(
        [
            np.diag(np.diag(S)) / n
            for S, n in zip(_scatter(X, responsibilities, means), N_k, strict=True)
        ]
    )


@answer("update_covariances", "second moment not centred")
def around_zero(X, responsibilities, means):
    N_k = responsibilities.sum(axis=0)
    return np.einsum("nk,ni,nj->kij", responsibilities, X, X) / N_k[:, None, None]


@answer("update_covariances", "global mean")
def around_the_mean_of_all(X, responsibilities, means):
    d = X - X.mean(axis=0)
    N_k = responsibilities.sum(axis=0)
    return np.array([(d.T * responsibilities[:, k]) @ d / N_k[k] for k in range(len(means))])


@answer("update_covariances", "responsibilities squared")
def both_sides(X, responsibilities, means):
    out = []
    for k in range(len(means)):
        d = responsibilities[:, [k]] * (X - means[k])
        out.append(d.T @ d / responsibilities[:, k].sum())
    return np.array(out)


@answer("update_covariances", "product after averaging")
def outer_of_the_average(X, responsibilities, means):
    out = []
    for k, n in enumerate(responsibilities.sum(axis=0)):
        d = responsibilities[:, k] @ (X - means[k]) / n
        out.append(np.outer(d, d))
    return np.array(out)


@answer("update_covariances", "unbiased divisor of np.cov")
def numpy_cov(X, responsibilities, means):
    K = responsibilities.shape[1]
    return np.array([np.atleast_2d(np.cov(X.T, aweights=responsibilities[:, k])) for k in range(K)])
