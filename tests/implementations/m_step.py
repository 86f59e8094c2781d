"""Ways to write `update_weights`, `update_means` and `update_covariances`."""

import numpy as np
import oracles

from .bank import right, wrong

for exercise in ("update_weights", "update_means", "update_covariances"):
    right(exercise)(getattr(oracles, exercise))


def _hard(responsibilities):
    return np.eye(responsibilities.shape[1])[responsibilities.argmax(axis=1)]


@right("update_weights")
def mean_as_a_list(responsibilities):
    return responsibilities.mean(axis=0).tolist()


@right("update_weights")
def share_of_the_total(responsibilities):
    return responsibilities.sum(axis=0) / responsibilities.sum()


@wrong("update_weights")
def sum_for_mean(responsibilities):
    return responsibilities.sum(axis=0)


@wrong("update_weights")
def divided_by_n_components(responsibilities):
    return responsibilities.sum(axis=0) / responsibilities.shape[1]


@wrong("update_weights")
def mean_over_components(responsibilities):
    return responsibilities.mean(axis=1)


@wrong("update_weights")
def equal_weights(responsibilities):
    return np.full(responsibilities.shape[1], 1 / responsibilities.shape[1])


@wrong("update_weights")
def share_of_hard_assignments(responsibilities):
    return _hard(responsibilities).mean(axis=0)


@wrong("update_weights")
def divided_by_one_less(responsibilities):
    return responsibilities.sum(axis=0) / (len(responsibilities) - 1)


@right("update_means")
def by_einsum(X, responsibilities):
    return np.einsum("nk,nd->kd", responsibilities / responsibilities.sum(axis=0), X)


@right("update_means")
def by_average(X, responsibilities):
    return [np.average(X, axis=0, weights=column) for column in responsibilities.T]


@right("update_means")
def by_solving(X, responsibilities):
    return np.linalg.solve(np.diag(responsibilities.sum(axis=0)), responsibilities.T @ X)


@wrong("update_means")
def divided_by_n(X, responsibilities):
    return responsibilities.T @ X / len(X)


@wrong("update_means")
def not_divided(X, responsibilities):
    return responsibilities.T @ X


@wrong("update_means")
def mean_of_all_samples(X, responsibilities):
    return np.tile(X.mean(axis=0), (responsibilities.shape[1], 1))


@wrong("update_means")
def hard_assignment(X, responsibilities):
    return by_einsum(X, _hard(responsibilities))


@wrong("update_means")
def responsibilities_squared(X, responsibilities):
    return by_einsum(X, responsibilities**2)


@wrong("update_means")
def transposed(X, responsibilities):
    return by_einsum(X, responsibilities).T


@wrong("update_means")
def divided_by_the_row_sums(X, responsibilities):
    return responsibilities.T @ (X / responsibilities.sum(axis=1, keepdims=True))


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


def _around(X, responsibilities, centres, counts):
    centred = X[:, None] - centres
    return np.einsum("nk,nki,nkj->kij", responsibilities, centred, centred) / counts


def _counts(responsibilities):
    return responsibilities.sum(axis=0)[:, None, None]


@wrong("update_covariances")
def covariances_divided_by_n(X, responsibilities, means):
    return _around(X, responsibilities, means, len(X))


@wrong("update_covariances")
def counts_less_one(X, responsibilities, means):
    return _around(X, responsibilities, means, _counts(responsibilities) - 1)


@wrong("update_covariances")
def numpy_cov_with_its_own_divisor(X, responsibilities, means):
    covariances = [np.cov(X.T, aweights=column) for column in responsibilities.T]
    return np.reshape(covariances, (len(means), X.shape[1], X.shape[1]))


@wrong("update_covariances")
def uncentred_moment(X, responsibilities, means):
    return _around(X, responsibilities, np.zeros_like(means), _counts(responsibilities))


@wrong("update_covariances")
def around_the_mean_of_all_samples(X, responsibilities, means):
    return _around(X, responsibilities, X.mean(axis=0), _counts(responsibilities))


@wrong("update_covariances")
def centred_in_place(X, responsibilities, means):
    covariances = []
    for column, mean in zip(responsibilities.T, means, strict=True):
        X -= mean
        covariances.append((column * X.T) @ X / column.sum())
    return np.array(covariances)


@wrong("update_covariances")
def off_diagonal_omitted(X, responsibilities, means):
    return all_at_once(X, responsibilities, means) * np.eye(X.shape[1])


@wrong("update_covariances")
def responsibilities_twice(X, responsibilities, means):
    return _around(X, responsibilities**2, means, _counts(responsibilities))


@wrong("update_covariances")
def hard_labels(X, responsibilities, means):
    return all_at_once(X, _hard(responsibilities), means)


@wrong("update_covariances")
def one_for_all_components(X, responsibilities, means):
    tied = _around(X, responsibilities, means, len(X)).sum(axis=0)
    return np.tile(tied, (len(means), 1, 1))


@wrong("update_covariances")
def responsibilities_ignored(X, responsibilities, means):
    return _around(X, np.ones_like(responsibilities), means, len(X))


@wrong("update_covariances")
def with_a_ridge(X, responsibilities, means):
    return all_at_once(X, responsibilities, means) + 1e-3 * np.eye(X.shape[1])


@wrong("update_covariances")
def standard_deviations(X, responsibilities, means):
    return np.sqrt(np.abs(all_at_once(X, responsibilities, means)))
