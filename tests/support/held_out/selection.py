"""Held-out answers to `n_parameters` and `bic`."""

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
