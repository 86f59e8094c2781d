"""Ways to write `update_weights` and `update_means`; `covariances` has the third update."""

import math

import numpy as np

from support import oracles

from . import covariances  # noqa: F401  (importing fills the banks)
from .bank import right, wrong

for exercise in ("update_weights", "update_means"):
    right(exercise)(getattr(oracles, exercise))


@right("update_weights")
def mean_as_a_list(responsibilities):
    return responsibilities.mean(axis=0).tolist()


@right("update_weights")
def share_of_the_total(responsibilities):
    return responsibilities.sum(axis=0) / responsibilities.sum()


@right("update_weights")
def product_with_ones(responsibilities):
    n_samples = responsibilities.shape[0]
    return np.ones(n_samples) @ responsibilities / n_samples


@right("update_weights")
def divided_in_place(responsibilities):
    counts = np.einsum("nk->k", responsibilities)
    counts /= len(responsibilities)
    return counts


@right("update_weights")
def counts_normalised(responsibilities):
    counts = [sum(column) for column in zip(*responsibilities.tolist(), strict=True)]
    return tuple(count / sum(counts) for count in counts)


@right("update_weights")
def running_mean(responsibilities):
    weights = np.zeros(responsibilities.shape[1])
    for n, row in enumerate(responsibilities, start=1):
        weights += (row - weights) / n
    return weights


@wrong("update_weights", "not divided by N")
def sum_for_mean(responsibilities):
    return responsibilities.sum(axis=0)


@wrong("update_weights", "not divided by N")
def rows_normalised_again(responsibilities):
    return np.sum(responsibilities / responsibilities.sum(axis=1, keepdims=True), axis=0)


@wrong("update_weights", "divided by the number of components")
def divided_by_n_components(responsibilities):
    return responsibilities.sum(axis=0) / responsibilities.shape[1]


@wrong("update_weights", "summed over the wrong axis")
def mean_over_components(responsibilities):
    return responsibilities.mean(axis=1)


@wrong("update_weights", "summed over the wrong axis")
def sums_of_the_rows(responsibilities):
    return [sum(row) / len(responsibilities) for row in responsibilities]


@wrong("update_weights", "uniform weights")
def equal_weights(responsibilities):
    return np.full(responsibilities.shape[1], 1 / responsibilities.shape[1])


@wrong("update_weights", "hard counts")
def share_of_hard_assignments(responsibilities):
    labels = np.argmax(responsibilities, axis=1)
    counts = [np.count_nonzero(labels == k) for k in range(responsibilities.shape[1])]
    return np.array(counts) / len(labels)


@wrong("update_weights", "hard counts")
def more_than_half_counted(responsibilities):
    return np.mean(responsibilities > 0.5, axis=0)


@wrong("update_weights", "divided by N - 1")
def divided_by_one_less(responsibilities):
    n_others = responsibilities.shape[0] - 1
    return np.array([column.sum() / n_others for column in responsibilities.T])


@wrong("update_weights", "summed over everything")
def mean_without_axis(responsibilities):
    return np.mean(responsibilities)


@wrong("update_weights", "normalised over samples first")
def columns_normalised_first(responsibilities):
    return np.mean(responsibilities / responsibilities.sum(axis=0), axis=0)


@wrong("update_weights", "responsibilities squared")
def responsibilities_times_themselves(responsibilities):
    return np.einsum("nk,nk->k", responsibilities, responsibilities) / len(responsibilities)


@wrong("update_weights", "one axis too many")
def dimensions_kept(responsibilities):
    return responsibilities.mean(axis=0, keepdims=True)


@wrong("update_weights", "sign")
def negative_share(responsibilities):
    return -responsibilities.mean(axis=0)


@wrong("update_weights", "divided by the largest")
def relative_to_the_largest_count(responsibilities):
    counts = [sum(column) for column in responsibilities.T]
    return [count / max(counts) for count in counts]


@wrong("update_weights", "scaled to length one")
def unit_vector_of_counts(responsibilities):
    weights = np.mean(responsibilities, axis=0)
    return weights / np.sqrt(np.sum(weights**2))


@wrong("update_weights", "not all filled in")
def last_component_left_out(responsibilities):
    n_samples, n_components = responsibilities.shape
    weights = np.zeros(n_components)
    for k in range(n_components - 1):
        for n in range(n_samples):
            weights[k] += responsibilities[n, k] / n_samples
    return weights


@wrong("update_weights", "rounded")
def shares_cut_off_in_an_integer_array(responsibilities):
    weights = np.array([0] * responsibilities.shape[1])
    for k, column in enumerate(responsibilities.T):
        weights[k] = sum(column) / len(column)
    return weights


@wrong("update_weights")
def squared_and_divided_by_one_less(responsibilities):
    return np.square(responsibilities).sum(axis=0) / (len(responsibilities) - 1)


@right("update_means")
def by_einsum(X, responsibilities):
    return np.einsum("nk,nd->kd", responsibilities / responsibilities.sum(axis=0), X)


@right("update_means")
def by_average(X, responsibilities):
    return [np.average(X, axis=0, weights=column) for column in responsibilities.T]


@right("update_means")
def by_solving(X, responsibilities):
    return np.linalg.solve(np.diag(responsibilities.sum(axis=0)), responsibilities.T @ X)


@right("update_means")
def over_the_weights(X, responsibilities):
    weights = responsibilities.mean(axis=0)
    return (responsibilities.T @ X / len(X)) / weights.reshape(-1, 1)


@right("update_means")
def by_broadcasting(X, responsibilities):
    parts = responsibilities[:, :, np.newaxis] * X[:, np.newaxis, :]
    return parts.sum(axis=0) / responsibilities.sum(axis=0)[:, np.newaxis]


@right("update_means")
def transposed_twice(X, responsibilities):
    return (X.T @ responsibilities / responsibilities.sum(axis=0)).T


@right("update_means")
def entry_by_entry(X, responsibilities):
    return [
        [math.fsum(column * feature) / math.fsum(column) for feature in X.T]
        for column in responsibilities.T
    ]


@right("update_means")
def by_least_squares(X, responsibilities):
    """The mean is the constant that fits best, with roots of the weights on both sides."""
    roots = np.sqrt(responsibilities)
    return np.array(
        [np.linalg.lstsq(w[:, None], w[:, None] * X, rcond=None)[0][0] for w in roots.T]
    )


@wrong("update_means", "divided by N")
def divided_by_n(X, responsibilities):
    return responsibilities.T @ X / len(X)


@wrong("update_means", "divided by N")
def mean_of_the_products(X, responsibilities):
    return [np.mean(column[:, None] * X, axis=0) for column in responsibilities.T]


@wrong("update_means", "not divided by N_k")
def not_divided(X, responsibilities):
    return responsibilities.T @ X


@wrong("update_means", "not divided by N_k")
def divided_by_the_row_sums(X, responsibilities):
    return responsibilities.T @ (X / responsibilities.sum(axis=1, keepdims=True))


@wrong("update_means", "divided by N_k - 1")
def means_with_one_less(X, responsibilities):
    sums = np.dot(responsibilities.T, X)
    return [total / (count - 1) for total, count in zip(sums, responsibilities.sum(0), strict=True)]


@wrong("update_means", "one mean for all")
def mean_of_all_samples(X, responsibilities):
    return np.tile(X.mean(axis=0), (responsibilities.shape[1], 1))


@wrong("update_means", "hard labels")
def hard_assignment(X, responsibilities):
    labels = responsibilities.argmax(axis=1)
    return np.array([X[labels == k].mean(axis=0) for k in range(responsibilities.shape[1])])


@wrong("update_means", "responsibilities squared")
def responsibilities_squared(X, responsibilities):
    return by_einsum(X, responsibilities**2)


@wrong("update_means", "transposed")
def transposed(X, responsibilities):
    return by_einsum(X, responsibilities).T


@wrong("update_means", "counts along the wrong axis")
def counts_along_the_features(X, responsibilities):
    return responsibilities.T @ X / responsibilities.sum(axis=0)


@wrong("update_means", "responsibilities of another component")
def columns_off_by_one(X, responsibilities):
    n_components = responsibilities.shape[1]
    columns = [responsibilities[:, (k + 1) % n_components] for k in range(n_components)]
    return [np.average(X, axis=0, weights=column) for column in columns]


@wrong("update_means", "median")
def median_of_all_samples(X, responsibilities):
    return [np.median(X, axis=0)] * responsibilities.shape[1]


@wrong("update_means", "one component only")
def returned_in_the_loop(X, responsibilities):
    means = np.zeros((responsibilities.shape[1], X.shape[1]))
    for k, column in enumerate(responsibilities.T):
        means[k] = column @ X / column.sum()
        return means


@wrong("update_means", "right in two dimensions only")
def two_features(X, responsibilities):
    first, second = (responsibilities * X[:, d : d + 1] for d in (0, 1))
    return np.stack([first.sum(0), second.sum(0)], axis=1) / responsibilities.sum(0)[:, None]


@wrong("update_means", "sign")
def gradient_sign(X, responsibilities):
    return -by_einsum(X, responsibilities)


@wrong("update_means", "running total not reset", "arguments modified")
def samples_weighted_in_place(X, responsibilities):
    means = []
    for column in responsibilities.T:
        X *= column[:, None]
        means.append(X.sum(axis=0) / column.sum())
    return np.array(means)


@wrong("update_means", "not divided by N_k")
def total_for_means(X, responsibilities):
    return [sum(r * x for r, x in zip(column, X, strict=True)) for column in responsibilities.T]


@wrong("update_means", "sample k as the mean of component k")
def weighted_average_of_one_sample(X, responsibilities):
    means = []
    for k, column in enumerate(responsibilities.T):
        means.append(sum(r * X[k] for r in column) / sum(column))
    return np.array(means)


@wrong("update_means", "most responsible sample")
def sample_with_the_largest_share(X, responsibilities):
    return [X[max(range(len(X)), key=column.__getitem__)] for column in responsibilities.T]


@wrong("update_means", "decimals cut off")
def means_in_an_integer_array(X, responsibilities):
    means = np.zeros((responsibilities.shape[1], X.shape[1]), dtype=int)
    for k in range(len(means)):
        means[k] = np.average(X, axis=0, weights=responsibilities[:, k])
    return means


@wrong("update_means")
def absolute_and_hard(X, responsibilities):
    return np.abs(by_einsum(X, np.round(responsibilities) + 0.1))
