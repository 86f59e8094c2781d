"""Wrong iterations in `fit_em`, changed arguments, and two mistakes at once."""

import numpy as np
from scipy.stats import multivariate_normal

import gmm_helpers as gmm

from .bank import wrong
from .convergence_loops import iterated, until_small_change


def _with_own_step(*named):
    """A fit with ``step(X, weights, means, covariances)`` for its iteration."""

    def put(step):
        def fit(X, weights, means, covariances, tol, max_iter):
            params = weights, means, covariances
            states, history = until_small_change(X, params, tol, max_iter, step)
            return *states[-1], history

        fit.__name__ = step.__name__
        return wrong("fit_em", *named)(fit)

    return put


@_with_own_step("old means in the covariances")
def covariances_around_the_old_means(X, weights, means, covariances):
    responsibilities = gmm.e_step(X, weights, means, covariances)
    new = gmm.m_step(X, responsibilities)
    return new._replace(covariances=gmm.update_covariances(X, responsibilities, means))


@_with_own_step("ridge added")
def a_ridge_added(X, weights, means, covariances):
    return gmm.em_step(X, weights, means, covariances, reg_covar=1e-3)


@_with_own_step("ridge added")
def the_ridge_of_scikit_learn(X, weights, means, covariances):
    w, m, c = gmm.em_step(X, weights, means, covariances)
    return w, m, c + 1e-6 * np.eye(X.shape[1])


@_with_own_step("weights not updated")
def weights_kept(X, weights, means, covariances):
    return gmm.em_step(X, weights, means, covariances)._replace(weights=weights)


@_with_own_step("only the means updated")
def means_alone(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    return weights, gmm.update_means(X, r), covariances


@_with_own_step("means or covariances not updated")
def covariances_kept(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    return r.mean(axis=0), (r.T @ X) / r.sum(axis=0)[:, None], covariances


@_with_own_step("hard assignment")
def each_sample_to_the_likeliest(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    return gmm.m_step(X, (r == r.max(axis=1, keepdims=True)).astype(float))


@_with_own_step("wrong E-step")
def responsibilities_sharpened(X, weights, means, covariances):
    responsibilities = gmm.e_step(X, weights, means, covariances)
    nearly_hard = responsibilities**8  # all but hard, and no component runs empty
    return gmm.m_step(X, nearly_hard / nearly_hard.sum(axis=1, keepdims=True))


@_with_own_step("two iterations in one")
def two_iterations_for_one(X, weights, means, covariances):
    return gmm.em_step(X, *gmm.em_step(X, weights, means, covariances))


@_with_own_step("E-step repeated between the updates")
def weights_before_the_e_step(X, weights, means, covariances):
    weights = gmm.e_step(X, weights, means, covariances).mean(axis=0)
    r = gmm.e_step(X, weights, means, covariances)
    means = gmm.update_means(X, r)
    return weights, means, gmm.update_covariances(X, r, means)


@_with_own_step("diagonal only")
def variances_only(X, weights, means, covariances):
    w, m, c = gmm.em_step(X, weights, means, covariances)
    return w, m, np.array([np.diag(np.diag(one)) for one in c])


@_with_own_step("unbiased divisor of np.cov")
def unbiased_covariances(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    c = [np.atleast_2d(np.cov(X, rowvar=False, aweights=column)) for column in r.T]
    return gmm.update_weights(r), gmm.update_means(X, r), np.array(c)


@_with_own_step("global mean")
def spread_around_one_mean_for_all(X, weights, means, covariances):
    r = gmm.e_step(X, weights, means, covariances)
    d = X - X.mean(axis=0)
    c = np.einsum("nk,ni,nj->kij", r / r.sum(axis=0), d, d)
    return gmm.update_weights(r), gmm.update_means(X, r), c


@_with_own_step("weights omitted")
def prior_forgotten(X, weights, means, covariances):
    p = np.exp(gmm.component_log_prob(X, means, covariances))
    return gmm.m_step(X, p / p.sum(axis=1, keepdims=True))


@wrong("fit_em", "responsibilities computed once only")
def e_step_before_the_loop(X, weights, means, covariances, tol, max_iter):
    history = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    r = gmm.e_step(X, weights, means, covariances)
    for _ in range(max_iter):
        weights, means, covariances = gmm.m_step(X, r)
        history.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if abs(history[-2] - history[-1]) < tol:
            break
    return weights, means, covariances, history


@wrong("fit_em", "responsibilities computed once only")
def e_step_from_the_start_again(X, weights, means, covariances, tol, max_iter):
    new = weights, means, covariances
    nll = [gmm.negative_log_likelihood(X, *new)]
    for i in range(max_iter):
        new = gmm.em_step(X, weights, means, covariances)
        nll.append(gmm.negative_log_likelihood(X, *new))
        if abs(nll[i + 1] - nll[i]) < tol:
            break
    return *new, nll


@wrong("fit_em", "NLL of a mixture of old and new parameters")
def nll_with_the_old_weights(X, weights, means, covariances, tol, max_iter):
    nll = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        r = gmm.e_step(X, weights, means, covariances)
        new_weights, means, covariances = gmm.m_step(X, r)
        nll.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        weights = new_weights
        if abs(nll[-1] - nll[-2]) < tol:
            break
    return weights, means, covariances, nll


@wrong("fit_em", "arguments modified")
def start_overwritten(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    states, history = until_small_change(X, params, tol, max_iter)
    for old, new in zip(params, states[-1], strict=True):
        old[...] = new
    return weights, means, covariances, history


@wrong("fit_em", "arguments modified")
def means_overwritten(X, weights, means, covariances, tol, max_iter):
    nll = [gmm.negative_log_likelihood(X, weights, means, covariances)]
    for _ in range(max_iter):
        r = gmm.e_step(X, weights, means, covariances)
        for k in range(len(weights)):
            means[k] = r[:, k] @ X / r[:, k].sum()
        weights, covariances = r.mean(axis=0), gmm.update_covariances(X, r, means)
        nll.append(gmm.negative_log_likelihood(X, weights, means, covariances))
        if abs(nll[-1] - nll[-2]) < tol:
            break
    return weights, means, covariances, nll


@wrong("fit_em", "underflow")
def densities_that_underflow(X, weights, means, covariances, tol, max_iter):
    def joint():
        parts = zip(weights, means, covariances, strict=True)
        return np.array([w * multivariate_normal.pdf(X, m, c) for w, m, c in parts]).T

    nll = [-np.log(joint().sum(axis=1)).sum()]
    for _ in range(max_iter):
        p = joint()
        weights, means, covariances = gmm.m_step(X, p / p.sum(axis=1, keepdims=True))
        nll.append(-np.log(joint().sum(axis=1)).sum())
        if abs(nll[-1] - nll[-2]) < tol:
            break
    return weights, means, covariances, nll


@wrong("fit_em")
def old_means_and_no_start(X, weights, means, covariances, tol, max_iter):
    params = weights, means, covariances
    step = covariances_around_the_old_means
    return (*step(X, *params, tol, max_iter)[:3], step(X, *params, tol, max_iter)[3][1:])


@wrong("fit_em")
def weights_kept_and_tol_ignored(X, weights, means, covariances, tol, max_iter):
    def step(X, pi, mu, sigma):
        return weights, *gmm.em_step(X, pi, mu, sigma)[1:]

    states, history = iterated(X, (weights, means, covariances), max_iter, step=step)
    return *states[-1], history


@wrong("fit_em")
def mean_nll_and_one_too_many(X, weights, means, covariances, tol, max_iter):
    states, history = until_small_change(X, (weights, means, covariances), tol, max_iter + 1)
    return *states[-1], [value / len(X) for value in history]


@wrong("fit_em")
def start_twice_and_old_parameters(X, weights, means, covariances, tol, max_iter):
    states, history = until_small_change(X, (weights, means, covariances), tol, max_iter)
    return *states[max(len(states) - 2, 0)], history[:1] + history
