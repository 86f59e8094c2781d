"""Ways to write `held_out_nll`."""

import numpy as np
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

import gmm_helpers as gmm

from .bank import right, wrong


@right("held_out_nll")
def fold_after_fold(X, folds, n_components, fit):
    total = 0.0
    for fold in np.unique(folds):
        params = fit(X[folds != fold], n_components)
        total += gmm.negative_log_likelihood(X[folds == fold], *params)
    return total


@right("held_out_nll")
def of_a_set_of_labels(X, folds, n_components, fit):
    parts = []
    for label in set(folds.tolist()):
        weights, means, covariances = fit(
            np.delete(X, np.flatnonzero(folds == label), 0), n_components
        )
        parts.append(gmm.mixture_log_density(X[folds == label], weights, means, covariances))
    return -np.concatenate(parts).sum()


@right("held_out_nll")
def sample_after_sample(X, folds, n_components, fit):
    """One fit per sample: slow, and right."""
    total = 0
    for n in range(len(X)):
        w, m, c = fit(X[folds != folds[n]], n_components)
        total -= gmm.mixture_log_density(X[n : n + 1], w, m, c)[0]
    return total


@right("held_out_nll")
def with_densities_of_scipy(X, folds, n_components, fit):
    log_density = np.zeros(len(X))
    for fold in np.unique(folds):
        weights, means, covariances = fit(X[folds != fold], n_components)
        inside = [n for n in range(len(X)) if folds[n] == fold]
        logs = [
            np.log(w) + np.atleast_1d(multivariate_normal(m, c).logpdf(X[inside]))
            for w, m, c in zip(weights, means, covariances, strict=True)
        ]
        log_density[inside] = logsumexp(logs, axis=0)
    return float(-log_density.sum())


@right("held_out_nll")
def with_lists(X, folds, n_components, fit):
    fits = {}
    for label in folds:
        if label not in fits:
            rest = [row for row, other in zip(X, folds, strict=True) if other != label]
            fits[label] = fit(np.array(rest), n_components)
    rows = zip(X, folds, strict=True)
    return sum(gmm.negative_log_likelihood(row[None], *fits[label]) for row, label in rows)


@right("held_out_nll")
def training_samples_in_another_order(X, folds, n_components, fit):
    def nll(fold):
        rest = X[folds != fold][::-1]
        return gmm.negative_log_likelihood(X[folds == fold], *fit(rest, n_components))

    return sum(map(nll, np.unique(folds)))


@wrong("held_out_nll", "fitted to all samples")
def seen_before(X, folds, n_components, fit):
    total = 0
    for fold in np.unique(folds):
        total += gmm.negative_log_likelihood(X[folds == fold], *fit(X, n_components))
    return total


@wrong("held_out_nll", "fitted to all samples")
def no_folds(X, folds, n_components, fit):
    return gmm.negative_log_likelihood(X, *fit(X, n_components))


@wrong("held_out_nll", "training and left-out samples exchanged")
def mask_the_wrong_way_round(X, folds, n_components, fit):
    total = 0
    for fold in set(folds):
        train, test = X[folds == fold], X[folds != fold]
        total += gmm.negative_log_likelihood(test, *fit(train, n_components))
    return total


@wrong("held_out_nll", "fitted to the left-out samples")
def each_fold_alone(X, folds, n_components, fit):
    parts = [X[folds == fold] for fold in np.unique(folds)]
    return sum(gmm.negative_log_likelihood(part, *fit(part, n_components)) for part in parts)


@wrong("held_out_nll", "training samples judged")
def training_likelihood(X, folds, n_components, fit):
    parts = [X[folds != fold] for fold in np.unique(folds)]
    return sum(gmm.negative_log_likelihood(part, *fit(part, n_components)) for part in parts)


@wrong("held_out_nll", "mean per sample")
def mean_of_all(X, folds, n_components, fit):
    return fold_after_fold(X, folds, n_components, fit) / X.shape[0]


@wrong("held_out_nll", "means of the folds")
def mean_of_means(X, folds, n_components, fit):
    scores = []
    for fold in np.unique(folds):
        params = fit(X[folds != fold], n_components)
        scores.append(-np.mean(gmm.mixture_log_density(X[folds == fold], *params)))
    return np.mean(scores)


@wrong("held_out_nll", "mean over the folds")
def mean_of_totals(X, folds, n_components, fit):
    return fold_after_fold(X, folds, n_components, fit) / len(set(folds))


@wrong("held_out_nll", "folds numbered from 0", "right for some folds only")
def counted_from_zero(X, folds, n_components, fit):
    total = 0
    for fold in range(len(np.unique(folds))):
        test = X[folds == fold]
        if len(test):
            total += gmm.negative_log_likelihood(test, *fit(X[folds != fold], n_components))
    return total


@wrong("held_out_nll", "folds numbered from 0")
def counted_up_to_the_largest(X, folds, n_components, fit):
    total = 0
    for fold in range(folds.max() + 1):
        total += gmm.negative_log_likelihood(X[folds == fold], *fit(X[folds != fold], n_components))
    return total


@wrong("held_out_nll", "one fold only")
def first_round_only(X, folds, n_components, fit):
    for fold in np.unique(folds):
        return gmm.negative_log_likelihood(X[folds == fold], *fit(X[folds != fold], n_components))


@wrong("held_out_nll", "one fold only")
def last_round_only(X, folds, n_components, fit):
    for fold in np.unique(folds):
        params = fit(X[folds != fold], n_components)
        nll = gmm.negative_log_likelihood(X[folds == fold], *params)
    return nll


@wrong("held_out_nll", "labels of the folds ignored")
def blocks_of_samples(X, folds, n_components, fit):
    total = 0
    for block in np.array_split(np.arange(len(X)), len(np.unique(folds))):
        rest = np.setdiff1d(np.arange(len(X)), block)
        total += gmm.negative_log_likelihood(X[block], *fit(X[rest], n_components))
    return total


@wrong("held_out_nll", "one fit for all folds")
def under_the_last_fit(X, folds, n_components, fit):
    for fold in np.unique(folds):
        params = fit(X[folds != fold], n_components)
    return gmm.negative_log_likelihood(X, *params)


@wrong("held_out_nll", "sign")
def log_likelihood(X, folds, n_components, fit):
    return -fold_after_fold(X, folds, n_components, fit)


@wrong("held_out_nll", "n_components ignored")
def always_three(X, folds, n_components, fit):
    return fold_after_fold(X, folds, 3, fit)


@wrong("held_out_nll", "n_components ignored")
def always_two(X, folds, n_components, fit):
    return fold_after_fold(X, folds, 2, fit)


@wrong("held_out_nll", "one sample left out at a time")
def leave_one_out(X, folds, n_components, fit):
    return fold_after_fold(X, np.arange(len(X)), n_components, fit)


@wrong("held_out_nll", "one round per sample")
def round_after_round(X, folds, n_components, fit):
    total = 0
    for fold in folds:
        params = fit(X[folds != fold], n_components)
        total += gmm.negative_log_likelihood(X[folds == fold], *params)
    return total


@wrong("held_out_nll", "one fold left out of the sum")
def last_fold_forgotten(X, folds, n_components, fit):
    total = 0
    for fold in np.unique(folds)[:-1]:
        params = fit(X[folds != fold], n_components)
        total += gmm.negative_log_likelihood(X[folds == fold], *params)
    return total


@wrong("held_out_nll", "all samples judged in every round")
def everybody_judged(X, folds, n_components, fit):
    return sum(
        gmm.negative_log_likelihood(X, *fit(X[folds != fold], n_components))
        for fold in np.unique(folds)
    )


@wrong("held_out_nll", "mean instead of sum", "means of the folds")
def with_a_mean_of_its_own(X, folds, n_components, fit):
    total = 0
    for fold in np.unique(folds):
        params = fit(X[folds != fold], n_components)
        total += -gmm.mixture_log_density(X[folds == fold], *params).mean()
    return total


@wrong("held_out_nll", "weights omitted")
def without_weights_of_the_mixture(X, folds, n_components, fit):
    total = 0
    for fold in np.unique(folds):
        _, means, covariances = fit(X[folds != fold], n_components)
        logs = gmm.component_log_prob(X[folds == fold], means, covariances)
        total -= logsumexp(logs, axis=1).sum()
    return total


@wrong("held_out_nll", "only the largest component")
def most_probable_component(X, folds, n_components, fit):
    total = 0
    for fold in np.unique(folds):
        params = fit(X[folds != fold], n_components)
        total -= gmm.weighted_log_prob(X[folds == fold], *params).max(axis=1).sum()
    return total


@wrong("held_out_nll", "fitted to all samples, and mean per sample")
def seen_before_and_averaged(X, folds, n_components, fit):
    return no_folds(X, folds, n_components, fit) / len(X)
