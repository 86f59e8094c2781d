"""Right ways to write `fit_em`; the wrong ones are in the three modules imported here."""

from collections import deque

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import logsumexp, softmax
from scipy.stats import multivariate_normal

import gmm_helpers as gmm
from support import oracles

from . import convergence_ends, convergence_loops, convergence_updates  # noqa: F401  (importing fills the banks)
from .bank import right


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
def stopped_at_no_change_at_all(X, weights, means, covariances, tol, max_iter):
    """With tol = 0 it ends where the NLL has come to rest, which is as good."""
    nll = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        r = gmm.e_step(X, weights, means, covariances)
        weights, means, covariances = gmm.m_step(X, r)
        nll.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if np.abs(np.diff(nll[-2:])) <= tol:
            break
    return weights, means, covariances, nll


@right("fit_em")
def by_recursion(X, weights, means, covariances, tol, max_iter, history=()):
    history = (*history, gmm.negative_log_likelihood(X, weights, means, covariances))
    arrived = len(history) > 1 and abs(history[-1] - history[-2]) < tol
    if arrived or len(history) == max_iter + 1:
        return weights, means, covariances, history
    new = gmm.em_step(X, weights, means, covariances)
    return by_recursion(X, *new, tol, max_iter, history)


@right("fit_em")
def with_precisions_and_one_pass(X, weights, means, covariances, tol, max_iter):
    """NLL and responsibilities from the same logarithms; covariances by moments."""
    n_samples, history = len(X), deque()
    while True:
        precisions = np.linalg.inv(covariances)
        centred = X[:, None] - means
        distances = np.einsum("nki,kij,nkj->nk", centred, precisions, centred)
        log_dets = np.log(np.linalg.det(2 * np.pi * np.asarray(covariances, dtype=float)))
        logs = np.log(weights) - 0.5 * (distances + log_dets)
        history.append(-logsumexp(logs, axis=1).sum())
        small = len(history) > 1 and abs(history[-1] - history[-2]) < tol
        if small or len(history) > max_iter:
            return weights, means, covariances, history
        r = softmax(logs, axis=1)
        counts = r.sum(axis=0)
        weights, means = counts / n_samples, r.T @ X / counts[:, None]
        second = np.einsum("nk,ni,nj->kij", r / counts, X, X)
        covariances = second - means[:, :, None] * means[:, None, :]


@right("fit_em")
def component_by_component_with_scipy(X, weights, means, covariances, tol, max_iter):
    def joint(pi, mu, sigma):
        columns = [
            np.log(pi[k]) + np.atleast_1d(multivariate_normal.logpdf(X, mu[k], sigma[k]))
            for k in range(len(pi))
        ]
        return np.array(columns).T

    pi, mu, sigma = list(weights), list(means), list(covariances)
    logs = joint(pi, mu, sigma)
    history, i = [-np.logaddexp.reduce(logs, axis=1).sum()], 0
    while i < max_iter:
        r = np.exp(logs - np.logaddexp.reduce(logs, axis=1)[:, None])
        pi = [r[:, k].mean() for k in range(len(pi))]
        mu = [np.average(X, axis=0, weights=r[:, k]) for k in range(len(pi))]
        sigma = [np.atleast_2d(np.cov(X.T, aweights=r[:, k], ddof=0)) for k in range(len(pi))]
        logs = joint(pi, mu, sigma)
        history += [-np.logaddexp.reduce(logs, axis=1).sum()]
        i += 1
        if abs(history[i] - history[i - 1]) < tol:
            i = max_iter
    return pi, mu, sigma, history


@right("fit_em")
def with_eigenvalues(X, weights, means, covariances, tol, max_iter):
    def log_prob(params):
        columns = []
        for weight, mean, covariance in zip(*params, strict=True):
            values, vectors = np.linalg.eigh(covariance)
            z = (X - mean) @ vectors / np.sqrt(values)
            constant = np.log(weight) - 0.5 * np.log(2 * np.pi * values).sum()
            columns.append(constant - 0.5 * (z**2).sum(axis=1))
        return np.stack(columns, axis=1)

    params = (weights, means, covariances)
    likelihoods = [float(logsumexp(log_prob(params), axis=1).mean())]
    for _ in range(max_iter):
        params = oracles.m_step(X, softmax(log_prob(params), axis=-1))
        likelihoods.append(float(logsumexp(log_prob(params), axis=1).mean()))
        if len(X) * abs(likelihoods[-1] - likelihoods[-2]) < tol:
            break
    return *params, -len(X) * np.array(likelihoods)


@right("fit_em")
def filled_into_copies(X, weights, means, covariances, tol, max_iter):
    weights, means, covariances = (
        np.array(values, dtype=float) for values in (weights, means, covariances)
    )
    old, history = np.inf, []
    for i in range(max_iter + 1):
        logs = np.empty((len(X), len(weights)))
        for k in range(len(weights)):
            factor = cho_factor(covariances[k], lower=True)
            d = (X - means[k]).T
            log_det = 2 * np.log(np.diag(factor[0])).sum()
            squared = (d * cho_solve(factor, d)).sum(axis=0)
            log_density = -0.5 * (squared + log_det + len(d) * np.log(2 * np.pi))
            logs[:, k] = np.log(weights[k]) + log_density
        top = logs.max(axis=1, keepdims=True)
        total = top + np.log(np.exp(logs - top).sum(axis=1, keepdims=True))
        history.append(-total.sum())
        if abs(old - history[-1]) < tol or i == max_iter:
            break
        old = history[-1]
        r = np.exp(logs - total)
        for k in range(len(weights)):
            weights[k] = r[:, k].sum() / len(X)
            means[k] = (r[:, [k]] * X).sum(axis=0) / r[:, k].sum()
            d = X - means[k]
            covariances[k] = d.T @ np.diag(r[:, k]) @ d / r[:, k].sum()
    return weights, means, covariances, history


@right("fit_em")
def with_the_helper(X, weights, means, covariances, tol, max_iter):
    start = (weights, means, covariances)
    trace = gmm.fit(X, start, tol=tol, max_iter=max_iter, reg_covar=0)
    return *trace.params[-1], trace.negative_log_likelihood
