"""Held-out answers to `held_out_nll`."""

import numpy as np

import gmm_helpers as gmm

from .bank import answer


@answer("held_out_nll", "fitted to all samples")
def fits_before_the_loop(X, folds, n_components, fit):
    weights, means, covariances = fit(X, n_components)
    total = 0
    for f in np.unique(folds):
        total += gmm.negative_log_likelihood(X[folds == f], weights, means, covariances)
    return total


@answer("held_out_nll", "training and left-out samples exchanged")
def names_exchanged(X, folds, n_components, fit):
    nll = 0
    for f in np.unique(folds):
        mask = folds == f
        test, train = X[~mask], X[mask]
        nll += gmm.negative_log_likelihood(test, *fit(train, n_components))
    return nll


@answer("held_out_nll", "fitted to the left-out samples")
def same_mask_twice(X, folds, n_components, fit):
    nll = 0
    for f in np.unique(folds):
        out = X[folds == f]
        nll += gmm.negative_log_likelihood(out, *fit(out, n_components))
    return nll


@answer("held_out_nll", "training samples judged")
def judges_what_it_has_seen(X, folds, n_components, fit):
    scores = []
    for f in set(folds):
        train = X[folds != f]
        w, m, c = fit(train, n_components)
        scores.append(gmm.negative_log_likelihood(train, w, m, c))
    return np.sum(scores)


@answer("held_out_nll", "mean over the folds")
def mean_of_the_list(X, folds, n_components, fit):
    scores = []
    for f in np.unique(folds):
        w, m, c = fit(X[folds != f], n_components)
        scores.append(gmm.negative_log_likelihood(X[folds == f], w, m, c))
    return np.mean(scores)


@answer("held_out_nll", "mean per sample")
def per_left_out_sample(X, folds, n_components, fit):
    total, n = 0, 0
    for f in np.unique(folds):
        out = X[folds == f]
        total += gmm.negative_log_likelihood(out, *fit(X[folds != f], n_components))
        n += len(out)
    return total / n


@answer("held_out_nll", "means of the folds")
def mean_in_each_fold(X, folds, n_components, fit):
    total = 0
    labels = np.unique(folds)
    for f in labels:
        out = X[folds == f]
        nll = gmm.negative_log_likelihood(out, *fit(X[folds != f], n_components))
        total += nll / len(out)
    return total / len(labels)


@answer("held_out_nll", "folds numbered from 0", "right for some folds only")
def up_to_the_largest_label(X, folds, n_components, fit):
    total = 0
    for f in range(max(folds) + 1):
        if (folds == f).any():
            params = fit(X[folds != f], n_components)
            total += gmm.negative_log_likelihood(X[folds == f], *params)
    return total


@answer("held_out_nll", "folds numbered from 0", "right for some folds only")
def number_of_labels(X, folds, n_components, fit):
    total = 0
    n_folds = len(set(folds))
    for f in range(n_folds):
        params = fit(X[folds != f], n_components)
        total += gmm.negative_log_likelihood(X[folds == f], *params)
    return total


@answer("held_out_nll", "one fold left out of the sum")
def range_too_short(X, folds, n_components, fit):
    labels = np.unique(folds)
    total = 0
    for i in range(len(labels) - 1):
        params = fit(X[folds != labels[i]], n_components)
        total += gmm.negative_log_likelihood(X[folds == labels[i]], *params)
    return total


@answer("held_out_nll", "return inside the loop", "one fold only")
def returns_too_early(X, folds, n_components, fit):
    total = 0
    for f in np.unique(folds):
        params = fit(X[folds != f], n_components)
        total += gmm.negative_log_likelihood(X[folds == f], *params)
        return total


@answer("held_out_nll", "one fold only")
def equals_instead_of_plus(X, folds, n_components, fit):
    total = 0
    for f in np.unique(folds):
        params = fit(X[folds != f], n_components)
        total = gmm.negative_log_likelihood(X[folds == f], *params)
    return total


@answer("held_out_nll", "one fit for all folds")
def judged_after_the_loop(X, folds, n_components, fit):
    for f in np.unique(folds):
        params = fit(X[folds != f], n_components)
    return sum(gmm.negative_log_likelihood(X[folds == f], *params) for f in np.unique(folds))


@answer("held_out_nll", "one round per sample")
def not_unique(X, folds, n_components, fit):
    total = 0
    for f in folds:
        test, train = X[folds == f], X[folds != f]
        total += gmm.negative_log_likelihood(test, *fit(train, n_components))
    return total


@answer("held_out_nll", "one sample left out at a time")
def by_index(X, folds, n_components, fit):
    total = 0
    for n in range(len(X)):
        train = np.delete(X, n, axis=0)
        total += gmm.negative_log_likelihood(X[n : n + 1], *fit(train, n_components))
    return total


@answer("held_out_nll", "labels of the folds ignored")
def equal_blocks(X, folds, n_components, fit):
    F = len(np.unique(folds))
    size = len(X) // F
    total = 0
    for i in range(F):
        test = X[i * size : (i + 1) * size]
        train = np.concatenate([X[: i * size], X[(i + 1) * size :]])
        total += gmm.negative_log_likelihood(test, *fit(train, n_components))
    return total


@answer("held_out_nll", "n_components ignored")
def two_components(X, folds, n_components, fit):
    total = 0
    for f in np.unique(folds):
        params = fit(X[folds != f], 2)
        total += gmm.negative_log_likelihood(X[folds == f], *params)
    return total


@answer("held_out_nll", "sign")
def sum_of_log_densities(X, folds, n_components, fit):
    total = 0
    for f in np.unique(folds):
        params = fit(X[folds != f], n_components)
        total += gmm.mixture_log_density(X[folds == f], *params).sum()
    return total


@answer("held_out_nll", "not summed over the samples", "one value per sample")
def log_densities_in_place(X, folds, n_components, fit):
    result = np.zeros(len(X))
    for f in np.unique(folds):
        params = fit(X[folds != f], n_components)
        result[folds == f] = -gmm.mixture_log_density(X[folds == f], *params)
    return result


@answer("held_out_nll", "an exception", "wrong kind of argument")
def trained_on_a_mask(X, folds, n_components, fit):
    total = 0
    for f in np.unique(folds):
        params = fit(folds != f, n_components)
        total += gmm.negative_log_likelihood(X[folds == f], *params)
    return total


@answer("held_out_nll", "an exception", "wrong kind of argument")
def label_as_an_index(X, folds, n_components, fit):
    total = 0
    for f in np.unique(folds):
        params = fit(np.delete(X, f, axis=0), n_components)
        total += gmm.negative_log_likelihood(X[f], *params)
    return total
