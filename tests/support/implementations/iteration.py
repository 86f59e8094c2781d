"""Ways to write `has_converged` and `em_step`."""

import numpy as np

import gmm_helpers as gmm
from support import oracles

from .bank import right, wrong


@right("has_converged")
def last_two(nll_history, tol):
    if len(nll_history) < 2:
        return False
    return abs(nll_history[-2] - nll_history[-1]) < tol


@right("has_converged")
def by_numpy_differences(nll_history, tol):
    changes = np.abs(np.diff(nll_history))
    return changes.size > 0 and changes[-1] < tol


@right("has_converged")
def by_an_exception(nll_history, tol):
    try:
        old, new = nll_history[-2:]
    except ValueError:
        return 0
    return int(-tol < new - old < tol)


@right("has_converged")
def as_an_array(nll_history, tol):
    recent = np.asarray(nll_history)[-2:]
    return np.array([len(recent) == 2 and np.ptp(recent) < tol])


@right("has_converged")
def not_above(nll_history, tol):
    if len(nll_history) == 1:
        return np.False_
    return not (np.square(nll_history[-1] - nll_history[-2]) >= tol**2)


@wrong("has_converged", "sign of the change trusted")
def without_absolute_value(nll_history, tol):
    return len(nll_history) >= 2 and nll_history[-1] - nll_history[-2] < tol


@wrong("has_converged", "any rise taken for convergence")
def falls_by_less(nll_history, tol):
    return len(nll_history) >= 2 and nll_history[-2] - nll_history[-1] < tol


@wrong("has_converged", "value compared instead of the change")
def small_value(nll_history, tol):
    return nll_history[-1] < tol


@wrong("has_converged", "compared with the start")
def far_from_the_start(nll_history, tol):
    return len(nll_history) >= 2 and abs(nll_history[0] - nll_history[-1]) < tol


@wrong("has_converged", "relative change")
def relative(nll_history, tol):
    if len(nll_history) < 2:
        return False
    return abs((nll_history[-1] - nll_history[-2]) / nll_history[-2]) < tol


@wrong("has_converged", "answer reversed")
def turned_round(nll_history, tol):
    return len(nll_history) < 2 or abs(nll_history[-1] - nll_history[-2]) >= tol


@wrong("has_converged", "always the same answer")
def never(nll_history, tol):
    return False


@wrong("has_converged", "an exception")
def start_forgotten(nll_history, tol):
    return abs(nll_history[-1] - nll_history[-2]) < tol


@wrong("has_converged", "single entry taken for convergence")
def start_converged(nll_history, tol):
    return len(nll_history) == 1 or abs(nll_history[-1] - nll_history[-2]) < tol


@wrong("has_converged", "rounded before the comparison")
def change_as_it_is_printed(nll_history, tol):
    if len(nll_history) < 2:
        return False
    old, new = nll_history[-2:]
    return float(f"{abs(new - old):.4f}") < tol


@wrong("has_converged", "rounded before the comparison")
def entries_with_three_digits(nll_history, tol):
    rounded = [round(float(value), 3) for value in nll_history]
    return len(rounded) > 1 and max(rounded[-2:]) - min(rounded[-2:]) < tol


@wrong("has_converged", "change returned")
def the_change(nll_history, tol):
    return nll_history[-2] - nll_history[-1] if len(nll_history) > 1 else 0.0


@wrong("has_converged", "nothing returned")
def printed(nll_history, tol):
    _ = abs(nll_history[-1] - nll_history[0]) < tol


@right("em_step")
def by_the_helpers(X, weights, means, covariances):
    return gmm.m_step(X, gmm.e_step(X, weights, means, covariances))


@right("em_step")
def update_after_update(X, weights, means, covariances):
    responsibilities = gmm.e_step(X, weights, means, covariances)
    means = gmm.update_means(X, responsibilities)
    covariances = gmm.update_covariances(X, responsibilities, means)
    return [gmm.update_weights(responsibilities), means, covariances]


@right("em_step")
def in_plain_loops(X, weights, means, covariances):
    shares = oracles.responsibilities(X, weights, means, covariances)
    return tuple(values.tolist() for values in oracles.m_step(X, shares))


@right("em_step")
def by_moments(X, weights, means, covariances):
    shares = gmm.e_step(X, weights, means, covariances)
    counts = shares.sum(axis=0)
    means = (X.T @ shares / counts).T
    second = np.einsum("nk,ni,nj->kij", shares / counts, X, X)
    return counts / len(X), means, second - means[:, :, None] * means[:, None, :]


@wrong("em_step", "old means in the covariances")
def old_means(X, weights, means, covariances):
    shares = gmm.e_step(X, weights, means, covariances)
    new_means = gmm.update_means(X, shares)
    return gmm.update_weights(shares), new_means, gmm.update_covariances(X, shares, means)


@wrong("em_step", "weights not updated")
def weights_forgotten(X, weights, means, covariances):
    _, means, covariances = gmm.em_step(X, weights, means, covariances)
    return weights, means, covariances


@wrong("em_step", "only the means updated")
def only_the_means(X, weights, means, covariances):
    return weights, gmm.em_step(X, weights, means, covariances).means, covariances


@wrong("em_step", "E-step repeated between the updates")
def e_step_between(X, weights, means, covariances):
    weights = gmm.update_weights(gmm.e_step(X, weights, means, covariances))
    means = gmm.update_means(X, gmm.e_step(X, weights, means, covariances))
    shares = gmm.e_step(X, weights, means, covariances)
    return weights, means, gmm.update_covariances(X, shares, means)


@wrong("em_step", "two iterations in one")
def twice(X, weights, means, covariances):
    for _ in range(2):
        weights, means, covariances = gmm.em_step(X, weights, means, covariances)
    return weights, means, covariances


@wrong("em_step", "parameters returned unchanged")
def names_confused(X, weights, means, covariances):
    gmm.m_step(X, gmm.e_step(X, weights, means, covariances))
    return weights, means, covariances


@wrong("em_step", "hard assignment")
def like_k_means(X, weights, means, covariances):
    labels = gmm.e_step(X, weights, means, covariances).argmax(axis=1)
    return gmm.m_step(X, np.equal.outer(labels, np.arange(len(weights))).astype(float))


@wrong("em_step", "determinant omitted")
def exponents_alone(X, weights, means, covariances):
    inverses = np.linalg.inv(covariances)
    d = X[:, None] - means
    logs = np.log(weights) - 0.5 * np.einsum("nki,kij,nkj->nk", d, inverses, d)
    shares = np.exp(logs - logs.max(axis=1, keepdims=True))
    return gmm.m_step(X, shares / shares.sum(axis=1, keepdims=True))


@wrong("em_step", "divided by the number of components")
def weights_over_k(X, weights, means, covariances):
    shares = gmm.e_step(X, weights, means, covariances)
    means = gmm.update_means(X, shares)
    return shares.sum(axis=0) / len(weights), means, gmm.update_covariances(X, shares, means)


@wrong("em_step", "divided by N")
def means_over_n(X, weights, means, covariances):
    shares = gmm.e_step(X, weights, means, covariances)
    means = shares.T @ X / len(X)
    return gmm.update_weights(shares), means, gmm.update_covariances(X, shares, means)


@wrong("em_step", "wrong E-step")
def shares_sharpened(X, weights, means, covariances):
    shares = gmm.e_step(X, weights, means, covariances) ** 1.5
    return gmm.m_step(X, shares / shares.sum(axis=1, keepdims=True))


@wrong("em_step", "ridge added")
def with_a_ridge(X, weights, means, covariances):
    return gmm.em_step(X, weights, means, covariances, reg_covar=1e-6)


@wrong("em_step", "results in the wrong order")
def means_first(X, weights, means, covariances):
    weights, means, covariances = gmm.em_step(X, weights, means, covariances)
    return means, covariances, weights


@wrong("em_step", "wrong kind of result")
def responsibilities_too(X, weights, means, covariances):
    shares = gmm.e_step(X, weights, means, covariances)
    return *gmm.m_step(X, shares), shares


@wrong("em_step", "arguments modified")
def start_overwritten(X, weights, means, covariances):
    new = gmm.em_step(X, weights, means, covariances)
    means[:] = new.means
    return new.weights, means, new.covariances


@right("weighted_log_prob")
def added(X, weights, means, covariances):
    return np.log(weights) + gmm.component_log_prob(X, means, covariances)


@right("weighted_log_prob")
def column_by_column(X, weights, means, covariances):
    table = np.zeros((len(X), len(weights)))
    for k, weight in enumerate(weights):
        table[:, k] = gmm.gaussian_log_density(X, means[k], covariances[k]) + np.log(weight)
    return table


@right("weighted_log_prob")
def in_the_oracle(X, weights, means, covariances):
    return oracles.weighted_log_prob(X, weights, means, covariances).tolist()


@wrong("weighted_log_prob", "weights omitted")
def unweighted_logs(X, weights, means, covariances):
    return gmm.component_log_prob(X, means, covariances)


@wrong("weighted_log_prob", "weights not turned into logarithms")
def plus_the_weights(X, weights, means, covariances):
    return weights + gmm.component_log_prob(X, means, covariances)


@wrong("weighted_log_prob", "weights multiplied by the logarithms")
def times_the_weights(X, weights, means, covariances):
    return gmm.component_log_prob(X, means, covariances) * weights


@wrong("weighted_log_prob", "one weight for all components")
def weight_left_over_from_a_loop(X, weights, means, covariances):
    columns = []
    for k in range(len(weights)):
        columns.append(gmm.gaussian_log_density(X, means[k], covariances[k]))
    return np.array([column + np.log(weights[k]) for column in columns]).T


@wrong("weighted_log_prob", "logarithms of all weights added")
def sum_of_the_log_weights(X, weights, means, covariances):
    table = gmm.component_log_prob(X, means, covariances)
    for weight in weights:
        table = table + np.log(weight)
    return table


@wrong("weighted_log_prob", "logarithm of a trace")
def log_traces(X, weights, means, covariances):
    columns = []
    for weight, mean, covariance in zip(weights, means, covariances, strict=True):
        z = np.linalg.solve(np.linalg.cholesky(covariance), (X - mean).T)
        constant = len(mean) * np.log(2 * np.pi) + np.log(np.diag(covariance).sum())
        columns.append(np.log(weight) - (constant + (z**2).sum(axis=0)) / 2)
    return np.stack(columns, axis=1)


@wrong("weighted_log_prob", "one covariance for all components")
def first_covariance_everywhere(X, weights, means, covariances):
    return np.log(weights) + gmm.component_log_prob(X, means, covariances[[0] * len(weights)])


@wrong("weighted_log_prob", "2π omitted")
def logs_without_two_pi(X, *params):
    return gmm.weighted_log_prob(X, *params) + X.shape[1] / 2 * np.log(2 * np.pi)


@wrong("weighted_log_prob", "underflow")
def log_of_the_product(X, weights, means, covariances):
    return np.log(weights * np.exp(gmm.component_log_prob(X, means, covariances)))


@wrong("weighted_log_prob", "logarithm missing")
def products(X, weights, means, covariances):
    return weights * np.exp(gmm.component_log_prob(X, means, covariances))


@wrong("weighted_log_prob", "summed over the components")
def summed(X, weights, means, covariances):
    return gmm.mixture_log_density(X, weights, means, covariances)


@wrong("weighted_log_prob", "transposed")
def components_in_rows(X, weights, means, covariances):
    return gmm.weighted_log_prob(X, weights, means, covariances).T


@wrong("weighted_log_prob", "logarithm to another base")
def base_ten(X, weights, means, covariances):
    return np.log10(weights) + gmm.component_log_prob(X, means, covariances)


@wrong("weighted_log_prob", "normalised too early")
def posterior_logs(X, weights, means, covariances):
    return np.log(gmm.e_step(X, weights, means, covariances))
