"""Held-out answers to the exercises on the stopping rule, one iteration and the loop."""

import numpy as np

import gmm_helpers as gmm

from .bank import answer


@answer("has_converged", "sign of the change trusted", "any rise taken for convergence")
def no_absolute_value(nll_history, tol):
    if len(nll_history) < 2:
        return False
    return nll_history[-1] - nll_history[-2] < tol


@answer("has_converged", "relative change")
def relative(nll_history, tol):
    if len(nll_history) < 2:
        return False
    return abs((nll_history[-1] - nll_history[-2]) / nll_history[-2]) < tol


@answer("has_converged", "compared with the start")
def against_the_first(nll_history, tol):
    return len(nll_history) > 1 and abs(nll_history[-1] - nll_history[0]) < tol


@answer("has_converged", "answer reversed")
def still_running(nll_history, tol):
    return len(nll_history) < 2 or abs(nll_history[-1] - nll_history[-2]) >= tol


@answer("has_converged", "value compared instead of the change")
def small_value(nll_history, tol):
    return bool(nll_history[-1] < tol)


@answer("has_converged", "needs more than one change")
def three_entries(nll_history, tol):
    if len(nll_history) < 3:
        return False
    return abs(nll_history[-2] - nll_history[-1]) < tol


@answer("has_converged", "any change instead of the last")
def any_change(nll_history, tol):
    return bool(np.any(np.abs(np.diff(nll_history)) < tol))


@answer("has_converged", "single entry taken for convergence")
def one_is_enough(nll_history, tol):
    if len(nll_history) == 1:
        return True
    return abs(nll_history[-1] - nll_history[-2]) < tol


@answer("em_step", "old means in the covariances")
def old_centres(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    return gmm.update_weights(r), gmm.update_means(X, r), gmm.update_covariances(X, r, means)


@answer("em_step", "weights not updated")
def kept_weights(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    new = gmm.update_means(X, r)
    return weights, new, gmm.update_covariances(X, r, new)


@answer("em_step", "hard assignment", "hard labels", "hard counts", "wrong E-step")
def hard(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    r = np.eye(len(weights))[r.argmax(axis=1)]
    mu = gmm.update_means(X, r)
    return gmm.update_weights(r), mu, gmm.update_covariances(X, r, mu)


@answer("em_step", "E-step repeated between the updates")
def e_step_twice(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    means = gmm.update_means(X, r)
    r = gmm.e_step(X, weights, means, covariances)
    return gmm.update_weights(r), means, gmm.update_covariances(X, r, means)


@answer("em_step", "results in the wrong order")
def means_first(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    mu = gmm.update_means(X, r)
    return mu, gmm.update_covariances(X, r, mu), gmm.update_weights(r)


@answer("em_step", "weights omitted")
def without_weights(X, weights, means, covariances):
    p = np.exp(gmm.component_log_prob(X, means, covariances))
    r = p / p.sum(axis=1, keepdims=True)
    mu = gmm.update_means(X, r)
    return gmm.update_weights(r), mu, gmm.update_covariances(X, r, mu)


@answer("em_step", "divided by N")
def means_over_N(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    new = r.T @ X / len(X)
    return gmm.update_weights(r), new, gmm.update_covariances(X, r, new)


@answer("em_step", "not divided by N")
def counts_for_weights(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    new = gmm.update_means(X, r)
    return r.sum(axis=0), new, gmm.update_covariances(X, r, new)


def _run(X, params, tol, max_iter, step, keep=lambda history: history):
    history = [gmm.negative_log_likelihood(X, *params)]
    for _ in range(max_iter):
        params = step(X, *params)
        history.append(gmm.negative_log_likelihood(X, *params))
        if abs(history[-1] - history[-2]) < tol:
            break
    return *params, keep(history)


@answer("fit_em", "hard assignment", "hard labels", "hard counts", "wrong E-step")
def k_means_like(X, weights, means, covariances, tol, max_iter):
    return _run(X, (weights, means, covariances), tol, max_iter, hard)


@answer("fit_em", "old means in the covariances")
def old_centres_again(X, weights, means, covariances, tol, max_iter):
    return _run(X, (weights, means, covariances), tol, max_iter, old_centres)


@answer("fit_em", "history without the start")
def without_the_start(X, weights, means, covariances, tol, max_iter):
    cut = lambda history: history[1:]  # noqa: E731
    return _run(X, (weights, means, covariances), tol, max_iter, gmm.em_step, cut)


@answer("fit_em", "weights not updated")
def weights_kept(X, weights, means, covariances, tol, max_iter):
    return _run(X, (weights, means, covariances), tol, max_iter, kept_weights)


@answer("fit_em", "tol ignored")
def always_to_the_end(X, weights, means, covariances, tol, max_iter):
    return _run(X, (weights, means, covariances), -1, max_iter, gmm.em_step)


@answer("fit_em", "mean instead of total")
def mean_history(X, weights, means, covariances, tol, max_iter):
    mean = lambda history: [value / len(X) for value in history]  # noqa: E731
    return _run(X, (weights, means, covariances), tol, max_iter, gmm.em_step, mean)


@answer("fit_em", "responsibilities computed once only")
def one_e_step(X, weights, means, covariances, tol, max_iter):
    r = gmm.e_step(X, weights, means, covariances)
    history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for i in range(max_iter):
        weights, means, covariances = gmm.m_step(X, r)
        history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if i > 0 and abs(history[-1] - history[-2]) < tol:
            break
    return weights, means, covariances, history


@answer("fit_em", "one iteration only")
def signed_change(X, weights, means, covariances, tol, max_iter):
    nll_history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        r = gmm.e_step(X, weights, means, covariances)
        weights, means, covariances = gmm.m_step(X, r)
        nll_history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if nll_history[-1] - nll_history[-2] < tol:
            break
    return weights, means, covariances, nll_history
