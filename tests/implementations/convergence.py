"""Ways to write `fit_em`. Loops that a mistake would make endless end after ENDLESS iterations."""

import numpy as np
import oracles

import gmm_helpers as gmm

from .bank import right, wrong

ENDLESS = 310


def _iterated(X, params, max_iter, stop=lambda new, old: False, step=gmm.em_step):
    """EM with any stop rule: the parameters and the NLL of every iteration."""
    states, history = [params], [gmm.negative_log_likelihood(X, *params)]
    for _ in range(max_iter):
        states.append(step(X, *states[-1]))
        history.append(gmm.negative_log_likelihood(X, *states[-1]))
        if stop(history[-1], history[-2]):
            break
    return states, history


@right("fit_em")
def in_plain_loops(X, weights, means, covariances, tol, max_iter):
    params, history = oracles.fit_em(X, weights, means, covariances, tol, max_iter)
    return *params, history


@right("fit_em")
def while_loop(X, weights, means, covariances, tol, max_iter):
    params, history, change = (weights, means, covariances), [], np.inf
    history.append(gmm.negative_log_likelihood(X, *params))
    while change >= tol and len(history) <= max_iter:
        params = gmm.em_step(X, *params)
        history.append(gmm.negative_log_likelihood(X, *params))
        change = abs(history[-2] - history[-1])
    return [*params, np.array(history)]


@right("fit_em")
def preallocated_history(X, weights, means, covariances, tol, max_iter):
    history = np.full(max_iter + 1, np.nan)
    for i in range(max_iter + 1):
        responsibilities = oracles.responsibilities(X, weights, means, covariances)
        history[i] = oracles.negative_log_likelihood(X, weights, means, covariances)
        if i == max_iter or (i > 0 and abs(history[i] - history[i - 1]) < tol):
            return weights, means, covariances, history[: i + 1]
        weights, means, covariances = gmm.m_step(X, responsibilities)


@right("fit_em")
def nll_known_to_fall(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    states, history = _iterated(X, params, max_iter, lambda new, old: old - new < tol)
    return *states[-1], tuple(history)


def _until_small_change(X, params, tol, max_iter, step=gmm.em_step):
    return _iterated(X, params, max_iter, lambda new, old: abs(new - old) < tol, step)


@wrong("fit_em")
def history_without_the_start(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, max_iter)
    return *states[-1], history[1:]


@wrong("fit_em")
def history_without_the_last(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, max_iter)
    return *states[-1], history[:-1]


@wrong("fit_em")
def parameters_before_the_last(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, max_iter)
    return *states[max(len(states) - 2, 0)], history


@wrong("fit_em")
def max_iter_ignored(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, ENDLESS)
    return *states[-1], history


@wrong("fit_em")
def one_iteration_too_many(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, max_iter + 1)
    return *states[-1], history


@wrong("fit_em")
def always_one_iteration(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, max(max_iter, 1))
    return *states[-1], history


@wrong("fit_em")
def tol_ignored(X, weights, means, covariances, tol, max_iter):
    states, history = _iterated(X, (weights, means, covariances), max_iter)
    return *states[-1], history


@wrong("fit_em")
def stopped_on_the_value(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    states, history = _iterated(X, params, max_iter, lambda new, old: new < tol)
    return *states[-1], history


@wrong("fit_em")
def stopped_as_soon_as_the_nll_falls(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    states, history = _iterated(X, params, max_iter, lambda new, old: new - old < tol)
    return *states[-1], history


@wrong("fit_em")
def stopped_on_the_change_for_each_sample(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    states, history = _until_small_change(X, params, tol * len(X), max_iter)
    return *states[-1], history


@wrong("fit_em")
def mean_nll_in_the_history(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, max_iter)
    return *states[-1], np.array(history) / len(X)


@wrong("fit_em")
def log_likelihood_in_the_history(X, weights, means, covariances, tol, max_iter):
    states, history = _until_small_change(X, (weights, means, covariances), tol, max_iter)
    return *states[-1], [-value for value in history]


def _with_own_step(step):
    def fit(X, weights, means, covariances, tol, max_iter):
        params = weights, means, covariances
        states, history = _until_small_change(X, params, tol, max_iter, step)
        return *states[-1], history

    fit.__name__ = step.__name__
    return wrong("fit_em")(fit)


@_with_own_step
def covariances_around_the_old_means(X, weights, means, covariances):
    responsibilities = gmm.e_step(X, weights, means, covariances)
    new = gmm.m_step(X, responsibilities)
    return new._replace(covariances=gmm.update_covariances(X, responsibilities, means))


@_with_own_step
def a_ridge_added(X, weights, means, covariances):
    return gmm.em_step(X, weights, means, covariances, reg_covar=1e-3)


@_with_own_step
def weights_kept(X, weights, means, covariances):
    return gmm.em_step(X, weights, means, covariances)._replace(weights=weights)


@_with_own_step
def responsibilities_made_hard(X, weights, means, covariances):
    responsibilities = gmm.e_step(X, weights, means, covariances)
    nearly_hard = responsibilities**8  # all but hard, and no component runs empty
    return gmm.m_step(X, nearly_hard / nearly_hard.sum(axis=1, keepdims=True))


@_with_own_step
def two_iterations_for_one(X, weights, means, covariances):
    return gmm.em_step(X, *gmm.em_step(X, weights, means, covariances))


@wrong("fit_em")
def start_overwritten(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    states, history = _until_small_change(X, params, tol, max_iter)
    for old, new in zip(params, states[-1], strict=True):
        old[...] = new
    return weights, means, covariances, history
