"""Wrong ways to count parameters, to price them, and to judge left-out samples."""

import math

import numpy as np

import gmm_helpers as gmm

from .bank import UNFINISHED, answer


@answer("n_parameters", "K weights counted")
def forgot_the_constraint(n_components, n_features):
    n_pi = n_components
    n_mu = n_components * n_features
    n_sigma = n_components * n_features * (n_features + 1) // 2
    return n_pi + n_mu + n_sigma


@answer("n_parameters", "K weights counted, and all entries of the covariances counted")
def sizes_of_three_arrays(n_components, n_features):
    weights = np.ones(n_components)
    means = np.ones((n_components, n_features))
    covariances = np.ones((n_components, n_features, n_features))
    return weights.size + means.size + covariances.size


@answer("n_parameters", "float returned")
def slash(n_components, n_features):
    K, D = n_components, n_features
    p = K - 1
    p += K * D
    p += K * D * (D + 1) / 2
    return p


@answer("n_parameters", "symmetric entries not halved")
def whole_rectangle(n_components, n_features):
    total = n_components - 1
    for _k in range(n_components):
        total += n_features
        total += n_features * (n_features + 1)
    return total


@answer("n_parameters", "means or diagonals forgotten")
def pairs_only(n_components, n_features):
    pairs = 0
    for i in range(n_features):
        for _j in range(i + 1, n_features):
            pairs += 1
    return n_components - 1 + n_components * (n_features + pairs)


@answer("n_parameters", "weights forgotten")
def two_of_three(n_components, n_features):
    return n_components * n_features + n_components * sum(d + 1 for d in range(n_features))


@answer("n_parameters", "one covariance for all components")
def not_times_k(n_components, n_features):
    return (n_components - 1) + n_components * n_features + n_features * (n_features + 1) // 2


@answer("n_parameters", "counted for one component only")
def parameters_of_one(n_components, n_features):
    mean = n_features
    covariance = n_features * (n_features + 1) // 2
    return n_components - 1 + mean + covariance


@answer("n_parameters", "another number of weights", "off by 1", "weights forgotten")
def minus_one_in_the_wrong_place(n_components, n_features):
    return n_components * (1 + n_features + n_features * (n_features + 1) // 2 - 1)


@answer("n_parameters", "half of all entries")
def half_a_square(n_components, n_features):
    return n_components - 1 + n_components * n_features + n_components * n_features**2 // 2


@answer("n_parameters", "diagonal covariances")
def variances(n_components, n_features):
    return (n_components - 1) + n_components * n_features * 2


@answer("n_parameters", "one variance per component")
def round_ones(n_components, n_features):
    return n_components - 1 + n_components * n_features + n_components


@answer("n_parameters", "means with one number each")
def one_mean_one_number(n_components, n_features):
    return n_components - 1 + n_components + n_components * n_features * (n_features + 1) // 2


@answer("n_parameters", "K and D exchanged")
def arguments_the_other_way_round(D, K):
    return K - 1 + K * D + K * D * (D + 1) // 2


@answer("n_parameters", "diagonal counted twice")
def triangle_too_large(n_components, n_features):
    triangle = sum(range(n_features + 2))
    return n_components - 1 + n_components * n_features + n_components * triangle


@answer("n_parameters", "printed instead of returned", *UNFINISHED)
def weights_alone_so_far(n_components, n_features):
    weights = n_components - 1
    print(weights)


@answer("bic", "AIC instead")
def two_per_parameter(nll, n_samples, n_components, n_features):
    k = gmm.n_parameters(n_components, n_features)
    return 2 * k + 2 * nll


@answer("bic", "sign")
def of_wikipedia_turned(nll, n_samples, n_components, n_features):
    k = gmm.n_parameters(n_components, n_features)
    log_likelihood = -nll
    return 2 * log_likelihood - k * np.log(n_samples)


@answer("bic", "sign of the NLL")
def of_wikipedia_with_the_nll(nll, n_samples, n_components, n_features):
    k = gmm.n_parameters(n_components, n_features)
    return k * np.log(n_samples) - 2 * nll


@answer("bic", "NLL not doubled")
def nll_once(nll, n_samples, n_components, n_features):
    penalty = np.log(n_samples) * gmm.n_parameters(n_components, n_features)
    return penalty + nll


@answer("bic", "halved")
def half_the_logarithm(nll, n_samples, n_components, n_features):
    return nll + math.log(n_samples) / 2 * gmm.n_parameters(n_components, n_features)


@answer("bic", "logarithm to another base")
def base_ten(nll, n_samples, n_components, n_features):
    return 2 * nll + gmm.n_parameters(n_components, n_features) * np.log10(n_samples)


@answer("bic", "logarithm of another number")
def price_of_the_parameters(nll, n_samples, n_components, n_features):
    p = gmm.n_parameters(n_components, n_features)
    return 2 * nll + p * np.log(n_features)


@answer("bic", "logarithm of another number")
def one_sample_more(nll, n_samples, n_components, n_features):
    return 2 * nll + gmm.n_parameters(n_components, n_features) * np.log1p(n_samples)


@answer("bic", "logarithm missing")
def price_n(nll, n_samples, n_components, n_features):
    return 2 * nll + n_samples * gmm.n_parameters(n_components, n_features)


@answer("bic", "mean NLL")
def per_sample(nll, n_samples, n_components, n_features):
    mean = nll / n_samples
    return gmm.n_parameters(n_components, n_features) * np.log(n_samples) + 2 * mean


@answer("bic", "another number in place of the number of parameters", "wrong number of parameters")
def components_times_features(nll, n_samples, n_components, n_features):
    return 2 * nll + (n_components * n_features) * np.log(n_samples)


@answer("bic", "K weights counted")
def own_count(nll, n_samples, n_components, n_features):
    count = n_components * (1 + n_features + n_features * (n_features + 1) / 2)
    return 2 * nll + count * np.log(n_samples)


@answer("bic", "means or diagonals forgotten")
def own_count_without_means(nll, n_samples, n_components, n_features):
    count = n_components - 1 + n_components * n_features * (n_features + 1) / 2
    return 2 * nll + count * np.log(n_samples)


@answer("bic", "K and D exchanged")
def arguments_exchanged(nll, n_samples, n_components, n_features):
    return 2 * nll + gmm.n_parameters(n_features, n_components) * np.log(n_samples)


@answer("bic", "another function", "NLL omitted", "penalty not multiplied", "not finished yet")
def penalty_alone(nll, n_samples, n_components, n_features):
    return gmm.n_parameters(n_components, n_features) * np.log(n_samples)


@answer("bic", "penalty subtracted")
def minus_between(nll, n_samples, n_components, n_features):
    fit = 2 * nll
    price = gmm.n_parameters(n_components, n_features) * np.log(n_samples)
    return fit - price


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
