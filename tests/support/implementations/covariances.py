"""Ways to write `update_covariances`."""

import numpy as np

from support import oracles

from .bank import right, wrong

right("update_covariances")(oracles.update_covariances)


def _hard(responsibilities):
    return np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]


@right("update_covariances")
def all_at_once(X, responsibilities, means):
    centred = X[:, None] - means
    total = np.einsum("nk,nki,nkj->kij", responsibilities, centred, centred)
    return total / responsibilities.sum(axis=0)[:, None, None]


@right("update_covariances")
def by_numpy_cov(X, responsibilities, means):
    covariances = [np.cov(X.T, aweights=column, ddof=0) for column in responsibilities.T]
    return np.reshape(covariances, (len(means), X.shape[1], X.shape[1]))


@right("update_covariances")
def moment_minus_square_of_the_mean(X, responsibilities, means):
    shares = responsibilities / responsibilities.sum(axis=0)
    return np.einsum("nk,ni,nj->kij", shares, X, X) - np.einsum("ki,kj->kij", means, means)


@right("update_covariances")
def roots_on_both_sides(X, responsibilities, means):
    covariances = []
    for column, mean in zip(responsibilities.T, means, strict=True):
        scaled = np.sqrt(column / column.sum())[:, None] * (X - mean)
        covariances.append(scaled.T @ scaled)
    return covariances


@right("update_covariances")
def one_side_centred(X, responsibilities, means):
    """Around the weighted mean, the second factor need not be centred."""
    return [
        (X - mean).T @ (column[:, None] * X) / column.sum()
        for column, mean in zip(responsibilities.T, means, strict=True)
    ]


@right("update_covariances")
def by_diagonal_matrices(X, responsibilities, means):
    counts = responsibilities.sum(axis=0)
    matrices = np.empty((means.shape[0], means.shape[1], means.shape[1]))
    for k in range(means.shape[0]):
        matrices[k] = (X - means[k]).T @ np.diag(responsibilities[:, k]) @ (X - means[k])
    return matrices / counts.reshape(-1, 1, 1)


@right("update_covariances")
def by_singular_values(X, responsibilities, means):
    covariances = []
    for column, mean in zip(responsibilities.T, means, strict=True):
        scaled = np.sqrt(column / column.sum())[:, None] * (X - mean)
        _, values, rotation = np.linalg.svd(scaled, full_matrices=False)
        covariances.append(rotation.T * values**2 @ rotation)
    return np.stack(covariances)


@right("update_covariances")
def upper_half_mirrored(X, responsibilities, means):
    n_components, n_features = means.shape
    covariances = np.zeros((n_components, n_features, n_features))
    for k in range(n_components):
        for i in range(n_features):
            for j in range(i, n_features):
                products = (X[:, i] - means[k, i]) * (X[:, j] - means[k, j])
                covariances[k, i, j] = np.average(products, weights=responsibilities[:, k])
                covariances[k, j, i] = covariances[k, i, j]
    return covariances


@right("update_covariances")
def differences_of_all_pairs(X, responsibilities, means):
    """Half the mean squared difference of two samples is their variance."""
    steps = X[:, None] - X
    shares = responsibilities / responsibilities.sum(axis=0)
    return 0.5 * np.einsum("nk,mk,nmi,nmj->kij", shares, shares, steps, steps, optimize=True)


def _around(X, responsibilities, centres, counts):
    centred = X[:, None] - centres
    return np.einsum("nk,nki,nkj->kij", responsibilities, centred, centred) / counts


def _counts(responsibilities):
    return responsibilities.sum(axis=0)[:, None, None]


@wrong("update_covariances", "divided by N")
def covariances_divided_by_n(X, responsibilities, means):
    return _around(X, responsibilities, means, len(X))


@wrong("update_covariances", "divided by N_k - 1")
def counts_less_one(X, responsibilities, means):
    return _around(X, responsibilities, means, _counts(responsibilities) - 1)


@wrong("update_covariances", "unbiased divisor of np.cov")
def numpy_cov_with_its_own_divisor(X, responsibilities, means):
    covariances = [np.cov(X.T, aweights=column) for column in responsibilities.T]
    return np.reshape(covariances, (len(means), X.shape[1], X.shape[1]))


@wrong("update_covariances", "unbiased divisor of np.cov")
def numpy_cov_as_it_comes(X, responsibilities, means):
    return np.array([np.cov(X.T, aweights=column) for column in responsibilities.T])


@wrong("update_covariances", "not divided by N_k")
def scatter_matrices(X, responsibilities, means):
    return [
        sum(r * np.outer(x - mean, x - mean) for r, x in zip(column, X, strict=True))
        for column, mean in zip(responsibilities.T, means, strict=True)
    ]


@wrong("update_covariances", "second moment not centred")
def uncentred_moment(X, responsibilities, means):
    return _around(X, responsibilities, np.zeros_like(means), _counts(responsibilities))


@wrong("update_covariances", "global mean")
def around_the_mean_of_all_samples(X, responsibilities, means):
    return _around(X, responsibilities, X.mean(axis=0), _counts(responsibilities))


@wrong("update_covariances", "centre other than the given means")
def around_old_means(X, responsibilities, means):
    old = means + np.random.default_rng(1).normal(size=means.shape)
    return _around(X, responsibilities, old, _counts(responsibilities))


@wrong("update_covariances", "mean of another component")
def around_the_first_mean(X, responsibilities, means):
    return _around(X, responsibilities, means[0], _counts(responsibilities))


@wrong("update_covariances", "centred again and again", "arguments modified")
def centred_in_place(X, responsibilities, means):
    covariances = []
    for column, mean in zip(responsibilities.T, means, strict=True):
        X -= mean
        covariances.append((column * X.T) @ X / column.sum())
    return np.array(covariances)


@wrong("update_covariances", "centred again and again")
def centred_in_a_loop(X, responsibilities, means):
    covariances, centred = [], X
    for column, mean in zip(responsibilities.T, means, strict=True):
        centred = centred - mean
        total = sum(r * np.outer(x, x) for r, x in zip(column, centred, strict=True))
        covariances.append(total / sum(column))
    return np.array(covariances)


@wrong("update_covariances", "expanded product")
def last_term_of_the_product_missing(X, responsibilities, means):
    covariances = np.zeros((len(means), X.shape[1], X.shape[1]))
    for k, mean in enumerate(means):
        shares = responsibilities[:, k] / responsibilities[:, k].sum()
        for share, x in zip(shares, X, strict=True):
            covariances[k] += share * (np.outer(x, x) - np.outer(x, mean) - np.outer(mean, x))
    return covariances


@wrong("update_covariances", "expanded product")
def square_of_the_mean_added(X, responsibilities, means):
    return [
        (column * X.T) @ X / column.sum() + np.outer(mean, mean)
        for column, mean in zip(responsibilities.T, means, strict=True)
    ]


@wrong("update_covariances", "decimals cut off")
def truncated_matrices(X, responsibilities, means):
    return np.array(all_at_once(X, responsibilities, means), dtype=int)


@wrong("update_covariances", "diagonal only")
def off_diagonal_omitted(X, responsibilities, means):
    return all_at_once(X, responsibilities, means) * np.eye(X.shape[1])


@wrong("update_covariances", "diagonal only")
def variances_of_the_features(X, responsibilities, means):
    rows = zip(responsibilities.T, means, strict=True)
    return [np.average((X - mean) ** 2, axis=0, weights=column) for column, mean in rows]


@wrong("update_covariances", "one variance per component")
def squared_distances_averaged(X, responsibilities, means):
    distances = ((X[:, None] - means) ** 2).sum(axis=2)
    return (responsibilities * distances).sum(axis=0) / responsibilities.sum(axis=0)


@wrong("update_covariances", "one variance per component")
def spherical(X, responsibilities, means):
    variances = squared_distances_averaged(X, responsibilities, means) / X.shape[1]
    return np.array([variance * np.eye(X.shape[1]) for variance in variances])


@wrong("update_covariances", "responsibilities squared")
def responsibilities_twice(X, responsibilities, means):
    return _around(X, responsibilities**2, means, _counts(responsibilities))


@wrong("update_covariances", "hard labels")
def hard_labels(X, responsibilities, means):
    return all_at_once(X, _hard(responsibilities), means)


@wrong("update_covariances", "one covariance for all components")
def one_for_all_components(X, responsibilities, means):
    tied = _around(X, responsibilities, means, len(X)).sum(axis=0)
    return np.tile(tied, (len(means), 1, 1))


@wrong("update_covariances", "responsibilities missing")
def responsibilities_ignored(X, responsibilities, means):
    return _around(X, np.ones_like(responsibilities), means, len(X))


@wrong("update_covariances", "responsibilities of another component")
def responsibilities_reversed(X, responsibilities, means):
    return all_at_once(X, np.fliplr(responsibilities), means)


@wrong("update_covariances", "ridge added")
def with_a_ridge(X, responsibilities, means):
    return all_at_once(X, responsibilities, means) + 1e-3 * np.eye(X.shape[1])


@wrong("update_covariances", "ridge added")
def with_a_ridge_of_its_own(X, responsibilities, means):
    return all_at_once(X, responsibilities, means) + 0.037 * np.eye(X.shape[1])


@wrong("update_covariances", "standard deviations returned")
def standard_deviations(X, responsibilities, means):
    return np.sqrt(np.abs(all_at_once(X, responsibilities, means)))


@wrong("update_covariances", "Cholesky factor returned")
def cholesky_factors(X, responsibilities, means):
    return np.linalg.cholesky(all_at_once(X, responsibilities, means))


@wrong("update_covariances", "inverse returned")
def precisions(X, responsibilities, means):
    return np.linalg.inv(all_at_once(X, responsibilities, means))


@wrong("update_covariances", "correlation matrix")
def correlations(X, responsibilities, means):
    covariances = all_at_once(X, responsibilities, means)
    deviations = np.sqrt(np.einsum("kii->ki", covariances))
    return covariances / deviations[:, :, None] / deviations[:, None, :]


@wrong("update_covariances", "axes in the wrong order")
def components_last(X, responsibilities, means):
    return np.stack(list(all_at_once(X, responsibilities, means)), axis=-1)


@wrong("update_covariances", "right in two dimensions only", "two features only")
def two_by_two(X, responsibilities, means):
    covariances = np.zeros((len(means), 2, 2))
    for k, column in enumerate(responsibilities.T):
        for i in range(2):
            for j in range(2):
                products = (X[:, i] - means[k, i]) * (X[:, j] - means[k, j])
                covariances[k, i, j] = column @ products / column.sum()
    return covariances


@wrong("update_covariances", "absolute deviations")
def absolute_products(X, responsibilities, means):
    centred = np.abs(X[:, None] - means)
    return np.einsum("nk,nki,nkj->kij", responsibilities, centred, centred) / _counts(
        responsibilities
    )


@wrong("update_covariances", "product after averaging")
def summed_before_the_product(X, responsibilities, means):
    counts = responsibilities.sum(axis=0)
    sums = np.einsum("nk,nki->ki", responsibilities, X[:, None] - means)
    return np.einsum("ki,kj->kij", sums, sums) / counts[:, None, None] ** 2


@wrong("update_covariances", "one component only")
def last_of_the_loop(X, responsibilities, means):
    for column, mean in zip(responsibilities.T, means, strict=True):
        covariance = (column * (X - mean).T) @ (X - mean) / np.sum(column)
    return covariance


@wrong("update_covariances", "sign")
def square_of_the_mean_minus_moment(X, responsibilities, means):
    return -moment_minus_square_of_the_mean(X, responsibilities, means)


@wrong("update_covariances")
def uncentred_and_squared(X, responsibilities, means):
    return _around(X, responsibilities**2, 0 * means, _counts(responsibilities))


@wrong("update_covariances")
def diagonal_with_one_less(X, responsibilities, means):
    return counts_less_one(X, responsibilities, means) * np.eye(X.shape[1])


@wrong("update_covariances")
def hard_around_the_mean_of_all(X, responsibilities, means):
    return _around(X, _hard(responsibilities), X.mean(axis=0), _counts(responsibilities))
