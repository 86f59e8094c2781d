"""Wrong ways to write the loop of `fit_em`: its end, its history, what it returns.

Loops that a mistake would make endless end after ENDLESS iterations.
"""

from itertools import pairwise

import numpy as np

import gmm_helpers as gmm

from .bank import wrong

ENDLESS = 310


def iterated(X, params, max_iter, stop=lambda new, old: False, step=gmm.em_step):
    """EM with any stopping rule: the parameters and the NLL of every iteration."""
    states, history = [params], [gmm.negative_log_likelihood(X, *params)]
    for _ in range(max_iter):
        states.append(step(X, *states[-1]))
        history.append(gmm.negative_log_likelihood(X, *states[-1]))
        if stop(history[-1], history[-2]):
            break
    return states, history


def until_small_change(X, params, tol, max_iter, step=gmm.em_step):
    """EM with the right stopping rule."""
    return iterated(X, params, max_iter, lambda new, old: abs(new - old) < tol, step)


def _wrong_result(name):
    """What is returned is ``change(states, history, X)``."""

    def put(change):
        def fit(X, weights, means, covariances, tol, max_iter):
            start = weights, means, covariances
            return change(*until_small_change(X, start, tol, max_iter), X)

        fit.__name__ = change.__name__
        return wrong("fit_em", name)(fit)

    return put


def _wrong_stop(name):
    """The loop ends where ``rule(new, old, tol, X)``."""

    def put(rule):
        def fit(X, weights, means, covariances, tol, max_iter):
            start = weights, means, covariances
            states, history = iterated(X, start, max_iter, lambda n, o: rule(n, o, tol, X))
            return *states[-1], history

        fit.__name__ = rule.__name__
        return wrong("fit_em", name)(fit)

    return put


def _wrong_limit(name):
    """The loop ends after ``limit(max_iter)`` iterations at the latest."""

    def put(limit):
        def fit(X, weights, means, covariances, tol, max_iter):
            start = weights, means, covariances
            states, history = until_small_change(X, start, tol, limit(max_iter))
            return *states[-1], history

        fit.__name__ = limit.__name__
        return wrong("fit_em", name)(fit)

    return put


@_wrong_result("history without the start")
def history_without_the_start(states, history, X):
    return *states[-1], history[1:]


@_wrong_result("history without the last value")
def history_without_the_last(states, history, X):
    return *states[-1], history[:-1]


@_wrong_result("last value twice in history")
def last_value_twice(states, history, X):
    return *states[-1], [*history, history[-1]]


@_wrong_result("start twice in history")
def start_twice(states, history, X):
    return *states[-1], history[:1] + history


@_wrong_result("old parameters returned")
def parameters_before_the_last(states, history, X):
    return *states[max(len(states) - 2, 0)], history


@_wrong_result("start returned")
def parameters_of_the_start(states, history, X):
    return *states[0], np.array(history)


@_wrong_result("mean instead of total")
def mean_nll_in_the_history(states, history, X):
    return *states[-1], np.array(history) / len(X)


@_wrong_result("log-likelihood instead of its negative")
def log_likelihood_in_the_history(states, history, X):
    return *states[-1], [-value for value in history]


@_wrong_result("history of changes")
def changes_in_the_history(states, history, X):
    return *states[-1], [old - new for old, new in pairwise(history)]


@_wrong_result("history of changes")
def last_change_appended(states, history, X):
    return *states[-1], [*history, abs(history[-1] - history[max(len(history) - 2, 0)])]


@_wrong_result("number of iterations returned")
def length_of_the_history(states, history, X):
    return *states[-1], len(history)


@_wrong_result("only the last NLL returned")
def final_nll_only(states, history, X):
    return *states[-1], history[-1]


@_wrong_result("history not returned")
def history_forgotten(states, history, X):
    weights, means, covariances = states[-1]
    return weights, means, covariances


@_wrong_result("parameters packed together")
def parameters_in_a_tuple(states, history, X):
    return states[-1], history


@_wrong_result("results in the wrong order")
def history_first(states, history, X):
    return history, *states[-1]


@_wrong_result("placeholder at the start of the history")
def infinity_first(states, history, X):
    return *states[-1], [float("inf"), *history[1:]]


@_wrong_limit("max_iter ignored")
def max_iter_ignored(max_iter):
    return ENDLESS


@_wrong_limit("one iteration beyond max_iter")
def one_iteration_too_many(max_iter):
    return max_iter + 1


@_wrong_limit("one iteration short of max_iter")
def one_iteration_short(max_iter):
    return max_iter - 1


@_wrong_limit("always at least one iteration")
def always_one_iteration(max_iter):
    return max(max_iter, 1)


@_wrong_stop("tol ignored")
def tol_ignored(new, old, tol, X):
    return False


@_wrong_stop("value compared instead of the change")
def stopped_on_the_value(new, old, tol, X):
    return new < tol


@_wrong_stop("one iteration only")
def stopped_as_soon_as_the_nll_falls(new, old, tol, X):
    return new - old < tol


@_wrong_stop("any rise taken for convergence")
def nll_known_to_fall(new, old, tol, X):
    return old - new < tol


@_wrong_stop("any rise taken for convergence")
def stopped_at_a_rise(new, old, tol, X):
    return new > old or abs(new - old) < tol


@_wrong_stop("change per sample")
def stopped_on_the_change_for_each_sample(new, old, tol, X):
    return abs(new / len(X) - old / len(X)) < tol


@_wrong_stop("relative change")
def stopped_on_the_relative_change(new, old, tol, X):
    return abs((new - old) / old) < tol


@_wrong_stop("answer reversed")
def stopped_while_it_changes(new, old, tol, X):
    return abs(new - old) >= tol


@wrong("fit_em", "stops on a change of the parameters")
def stopped_on_the_means(X, weights, means, covariances, tol, max_iter):
    history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        before = means
        weights, means, covariances = gmm.em_step(X, weights, means, covariances)
        history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if np.sqrt(((means - before) ** 2).sum()) < tol:
            break
    return weights, means, covariances, history


@wrong("fit_em", "NLL evaluated before the update")
def nll_before_the_update(X, weights, means, covariances, tol, max_iter):
    params, history = (weights, means, covariances), []
    for i in range(max_iter):
        history.append(gmm.negative_log_likelihood(X, *params))
        params = gmm.m_step(X, gmm.e_step(X, *params))
        if i > 0 and abs(history[i] - history[i - 1]) < tol:
            break
    return *params, history


@wrong("fit_em", "return inside the loop")
def returned_too_soon(X, weights, means, covariances, tol, max_iter):
    history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        weights, means, covariances = gmm.em_step(X, weights, means, covariances)
        history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        return weights, means, covariances, history


@wrong("fit_em", "last iteration dropped at the stop")
def stopped_before_appending(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    history = [gmm.negative_log_likelihood(X, *params)]
    for _ in range(max_iter):
        params = gmm.em_step(X, *params)
        nll = gmm.negative_log_likelihood(X, *params)
        if abs(nll - history[-1]) < tol:
            break
        history.append(nll)
    return *params, history


@wrong("fit_em", "history not trimmed")
def zeros_left_in_the_history(X, weights, means, covariances, tol, max_iter):
    history = np.zeros(max_iter + 1)
    history[0] = gmm.negative_log_likelihood(X, weights, means, covariances)
    for i in range(1, max_iter + 1):
        weights, means, covariances = gmm.em_step(X, weights, means, covariances)
        history[i] = gmm.negative_log_likelihood(X, weights, means, covariances)
        if abs(history[i] - history[i - 1]) < tol:
            break
    return weights, means, covariances, history


@wrong("fit_em", "one iteration too many")
def change_looked_at_first(X, weights, means, covariances, tol, max_iter):
    params, history, small = (weights, means, covariances), [], False
    history.append(gmm.negative_log_likelihood(X, *params))
    for _ in range(max_iter):
        params = gmm.em_step(X, *params)
        history.append(gmm.negative_log_likelihood(X, *params))
        if small:
            break
        small = abs(history[-1] - history[-2]) < tol
    return *params, history
