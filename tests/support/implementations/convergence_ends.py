"""Wrong ends of the loop in `fit_em`, and a history that is begun anew, written out."""

import numpy as np

import gmm_helpers as gmm

from .bank import wrong


@wrong("fit_em", "no iteration")
def repeated_until_it_changes(X, weights, means, covariances, tol, max_iter):
    params, history, change = (weights, means, covariances), [], np.inf
    history.append(gmm.negative_log_likelihood(X, *params))
    while change < tol and len(history) <= max_iter:
        params = gmm.em_step(X, *params)
        history.append(gmm.negative_log_likelihood(X, *params))
        change = abs(history[-1] - history[-2])
    return *params, history


def _own_tol(epsilon):
    """The loop compares with a number of its own."""

    def fit(X, weights, means, covariances, tol, max_iter):
        params, n_iter = (weights, means, covariances), 0
        history = [gmm.negative_log_likelihood(X, *params)]
        while n_iter < max_iter:
            params, n_iter = gmm.em_step(X, *params), n_iter + 1
            history.append(gmm.negative_log_likelihood(X, *params))
            if np.abs(np.diff(history))[-1] < epsilon:
                break
        return *params, history

    fit.__name__ = f"compared_with_{epsilon:g}"
    wrong("fit_em", "another tol")(fit)


for epsilon in (1e-3, 1e-6):
    _own_tol(epsilon)


@wrong("fit_em", "something other than the last change compared")
def stopped_near_the_start(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    first = gmm.negative_log_likelihood(X, *params)
    history = [first]
    for _ in range(max_iter):
        params = gmm.em_step(X, *params)
        nll = gmm.negative_log_likelihood(X, *params)
        history.append(nll)
        if abs(first - nll) < tol:
            break
    return *params, history


@wrong("fit_em", "something other than the last change compared")
def first_two_entries_compared(X, weights, means, covariances, tol, max_iter):
    history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        weights, means, covariances = gmm.em_step(X, weights, means, covariances)
        history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if gmm.has_converged(history[:2], tol):
            break
    return weights, means, covariances, history


@wrong("fit_em", "history of the last iteration only")
def history_begun_in_the_loop(X, weights, means, covariances, tol, max_iter):
    history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
        weights, means, covariances = gmm.em_step(X, weights, means, covariances)
        history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if gmm.has_converged(history, tol):
            break
    return weights, means, covariances, history


@wrong("fit_em", "history of the last iteration only")
def empty_list_in_the_loop(X, weights, means, covariances, tol, max_iter):
    params, history = (weights, means, covariances), []
    history.append(gmm.negative_log_likelihood(X, *params))
    for _ in range(max_iter):
        history = []
        params = gmm.em_step(X, *params)
        history.append(gmm.negative_log_likelihood(X, *params))
        if len(history) > 1 and abs(history[-1] - history[-2]) < tol:
            break
    return *params, history


@wrong("fit_em", "one iteration only")
def without_a_loop(X, weights, means, covariances, tol, max_iter):
    history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    weights, means, covariances = gmm.em_step(X, weights, means, covariances)
    history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
    return weights, means, covariances, history


@wrong("fit_em", "something other than the last change compared")
def stopped_at_a_small_nll(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    history = [gmm.negative_log_likelihood(X, *params)]
    while len(history) <= max_iter and (len(history) == 1 or abs(history[-1]) >= tol):
        params = gmm.em_step(X, *params)
        history.append(gmm.negative_log_likelihood(X, *params))
    return *params, history
