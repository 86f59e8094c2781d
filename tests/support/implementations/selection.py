"""Ways to write `n_parameters` and `bic`."""

import math

import numpy as np

import gmm_helpers as gmm

from .bank import right, wrong


@right("n_parameters")
def term_by_term(n_components, n_features):
    weights = n_components - 1
    means = n_components * n_features
    return weights + means + n_components * (n_features * (n_features + 1) // 2)


@right("n_parameters")
def per_component(n_components, n_features):
    return n_components * (1 + n_features + n_features * (n_features + 1) // 2) - 1


@right("n_parameters")
def rows_of_a_triangle(n_components, n_features):
    triangle = sum(range(1, n_features + 1))
    return -1 + sum(1 + n_features + triangle for _ in range(n_components))


@right("n_parameters")
def indices_of_a_triangle(n_components, n_features):
    each = len(np.tril_indices(n_features)[0])
    return np.int64(n_components - 1 + n_components * (n_features + each))


@right("n_parameters")
def by_binomial_coefficient(n_components, n_features):
    return n_components * math.comb(n_features + 2, 2) - 1


@right("n_parameters")
def whole_number_of_a_float(n_components, n_features):
    return int(n_components * (n_features + 1) * (n_features + 2) / 2 - 1)


@right("n_parameters")
def as_an_array_of_integers(n_components, n_features):
    counts = np.array([1, n_features, n_features * (n_features + 1) // 2])
    return np.array(n_components * counts.sum() - 1)


@wrong("n_parameters", "K weights counted")
def every_weight_free(n_components, n_features):
    return n_components * (1 + n_features + n_features * (n_features + 1) // 2)


@wrong("n_parameters", "all entries of the covariances counted")
def whole_matrices(n_components, n_features):
    return n_components - 1 + n_components * n_features + n_components * n_features**2


@wrong("n_parameters", "diagonal covariances")
def variances_alone(n_components, n_features):
    return n_components - 1 + 2 * n_components * n_features


@wrong("n_parameters", "one covariance for all components")
def shared_covariance(n_components, n_features):
    covariance = sum(range(n_features + 1))
    return (n_components - 1) + n_components * n_features + covariance


@wrong("n_parameters", "means or diagonals forgotten")
def without_means(n_components, n_features):
    return n_components * math.comb(n_features + 1, 2) + n_components - 1


@wrong("n_parameters", "weights forgotten")
def without_weights(n_components, n_features):
    return n_components * (n_features + n_features * (n_features + 1) // 2)


@wrong("n_parameters", "symmetric entries not halved")
def half_missing(n_components, n_features):
    K, D = n_components, n_features
    return K - 1 + K * D + K * D * (D + 1)


@wrong("n_parameters", "means or diagonals forgotten")
def strict_triangle(n_components, n_features):
    each = len(np.triu_indices(n_features, 1)[0])
    return n_components * (1 + n_features + each) - 1


@wrong("n_parameters", "float returned")
def true_division(n_components, n_features):
    return n_components - 1 + n_components * n_features * (1 + (n_features + 1) / 2)


@wrong("n_parameters", "float returned")
def sum_of_floats(n_components, n_features):
    return np.sum([n_components - 1.0, n_components * (n_features + math.comb(n_features + 1, 2))])


@wrong("n_parameters", "covariances forgotten")
def without_covariances(n_components, n_features):
    return n_components * (1 + n_features) - 1


@wrong("n_parameters", "counted for one component only")
def one_component(n_components, n_features):
    return n_components - 1 + n_features + n_features * (n_features + 1) // 2


@wrong("n_parameters", "K and D exchanged")
def exchanged(n_components, n_features):
    return per_component(n_features, n_components)


@wrong("n_parameters", "means with one number each")
def a_number_per_mean(n_components, n_features):
    each = 1 + 1 + n_features * (n_features + 1) // 2
    return n_components * each - 1


@wrong("n_parameters", "K weights counted, and all entries of the covariances counted")
def sizes_of_the_arrays(n_components, n_features):
    return sum(
        np.zeros(shape).size
        for shape in (
            n_components,
            (n_components, n_features),
            (n_components, n_features, n_features),
        )
    )


@wrong("n_parameters", "diagonal covariances")
def variances_alone_as_a_float(n_components, n_features):
    return float(variances_alone(n_components, n_features))


@wrong("n_parameters", "nothing returned")
def printed_count(n_components, n_features):
    _ = per_component(n_components, n_features)


@right("bic")
def by_the_helper(nll, n_samples, n_components, n_features):
    return 2 * nll + gmm.n_parameters(n_components, n_features) * np.log(n_samples)


@right("bic")
def from_the_log_likelihood(nll, n_samples, n_components, n_features):
    log_likelihood = -nll
    p = per_component(n_components, n_features)
    return p * math.log(n_samples) - 2 * log_likelihood


@right("bic")
def as_a_number_of_numpy(nll, n_samples, n_components, n_features):
    p = by_binomial_coefficient(n_components, n_features)
    return np.array([2.0, p]) @ np.array([nll, np.log(n_samples)])


@right("bic")
def price_to_base_two(nll, n_samples, n_components, n_features):
    nats = np.log2(n_samples) * math.log(2)
    return nll + nll + term_by_term(n_components, n_features) * nats


@wrong("bic", "sign")
def as_in_mclust(nll, n_samples, n_components, n_features):
    return -2 * nll - per_component(n_components, n_features) * math.log(n_samples)


@wrong("bic", "AIC instead")
def akaike(nll, n_samples, n_components, n_features):
    return gmm.aic(nll, n_components, n_features)


@wrong("bic", "NLL not doubled")
def single_nll(nll, n_samples, n_components, n_features):
    return nll + per_component(n_components, n_features) * np.log(n_samples)


@wrong("bic", "halved")
def as_in_bishop(nll, n_samples, n_components, n_features):
    return nll + per_component(n_components, n_features) / 2 * math.log(n_samples)


@wrong("bic", "halved", "sign, and halved")
def as_in_bishop_maximised(nll, n_samples, n_components, n_features):
    return -nll - 0.5 * per_component(n_components, n_features) * np.log(n_samples)


@wrong("bic", "logarithm of another number")
def logarithm_of_the_features(nll, n_samples, n_components, n_features):
    return 2 * nll + per_component(n_components, n_features) * np.log(n_features)


@wrong("bic", "logarithm to another base")
def common_logarithm(nll, n_samples, n_components, n_features):
    return 2 * nll + per_component(n_components, n_features) * math.log10(n_samples)


@wrong("bic", "mean NLL")
def mean_for_total(nll, n_samples, n_components, n_features):
    return 2 * (nll / n_samples) + per_component(n_components, n_features) * np.log(n_samples)


@wrong("bic", "penalty subtracted")
def rewarded(nll, n_samples, n_components, n_features):
    return 2 * nll - per_component(n_components, n_features) * np.log(n_samples)


@wrong("bic", "sign of the NLL")
def nll_taken_for_a_log_likelihood(nll, n_samples, n_components, n_features):
    return per_component(n_components, n_features) * np.log(n_samples) - 2 * nll


@wrong("bic", "N and the number of parameters exchanged")
def n_log_p(nll, n_samples, n_components, n_features):
    return 2 * nll + n_samples * np.log(per_component(n_components, n_features))


@wrong("bic", "K weights counted")
def every_weight_paid(nll, n_samples, n_components, n_features):
    return 2 * nll + every_weight_free(n_components, n_features) * np.log(n_samples)


@wrong("bic", "all entries of the covariances counted")
def whole_matrices_paid(nll, n_samples, n_components, n_features):
    return 2 * nll + whole_matrices(n_components, n_features) * np.log(n_samples)


@wrong("bic", "another number in place of the number of parameters")
def components_paid(nll, n_samples, n_components, n_features):
    return 2 * nll + n_components * np.log(n_samples)


@wrong("bic", "logarithm missing")
def price_without_logarithm(nll, n_samples, n_components, n_features):
    return 2 * nll + per_component(n_components, n_features) * n_samples


@wrong("bic", "penalty omitted")
def no_penalty(nll, n_samples, n_components, n_features):
    return 2 * nll


@wrong(
    "bic",
    "K weights counted, and all entries of the covariances counted",
    "wrong number of parameters",
)
def sizes_of_the_arrays_paid(nll, n_samples, n_components, n_features):
    return 2 * nll + sizes_of_the_arrays(n_components, n_features) * np.log(n_samples)
