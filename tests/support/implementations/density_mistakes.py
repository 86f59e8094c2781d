"""Ways to get `gaussian_log_density` wrong."""

import numpy as np
import scipy.linalg
from scipy.stats import multivariate_normal, norm

import gmm_helpers as gmm

from .bank import wrong
from .density import LOG_2PI, by_einsum


def _distances(X, mean, covariance):
    return np.sum((X - mean) * np.linalg.solve(covariance, (X - mean).T).T, axis=1)


def _log_det(covariance):
    return np.linalg.slogdet(covariance)[1]


@wrong("gaussian_log_density", "factor 1/2 omitted")
def half_omitted(X, mean, covariance):
    constant = len(mean) * LOG_2PI + _log_det(covariance)
    return -(constant / 2 + _distances(X, mean, covariance))


@wrong("gaussian_log_density", "factor 1/2 omitted")
def half_omitted_everywhere(X, mean, covariance):
    return 2 * multivariate_normal(mean, covariance).logpdf(X)


@wrong("gaussian_log_density", "normalisation omitted")
def normalisation_omitted(X, mean, covariance):
    return -0.5 * _distances(X, mean, covariance)


@wrong("gaussian_log_density", "2π omitted")
def two_pi_omitted(X, mean, covariance):
    return -0.5 * (_log_det(covariance) + _distances(X, mean, covariance))


@wrong("gaussian_log_density", "wrong factor of the 2π term")
def two_pi_not_rooted(X, mean, covariance):
    return -len(mean) * LOG_2PI - 0.5 * (_log_det(covariance) + _distances(X, mean, covariance))


@wrong("gaussian_log_density", "determinant with the wrong sign")
def sign_of_log_det(X, mean, covariance):
    distances = _distances(X, mean, covariance)
    return -0.5 * (len(mean) * LOG_2PI - _log_det(covariance) + distances)


@wrong("gaussian_log_density", "determinant omitted")
def determinant_omitted(X, mean, covariance):
    z = scipy.linalg.solve_triangular(np.linalg.cholesky(covariance), (X - mean).T, lower=True)
    return norm.logpdf(z).sum(axis=0)


@wrong("gaussian_log_density", "D missing in the exponent of 2π")
def one_log_2pi_whatever_the_dimension(X, mean, covariance):
    return -0.5 * (LOG_2PI + _log_det(covariance) + _distances(X, mean, covariance))


@wrong("gaussian_log_density", "D missing in the exponent of 2π")
def samples_counted_for_features(X, mean, covariance):
    return -0.5 * (len(X) * LOG_2PI + _log_det(covariance) + _distances(X, mean, covariance))


@wrong("gaussian_log_density", "square root of the determinant missing")
def half_of_log_det_omitted(X, mean, covariance):
    distances = _distances(X, mean, covariance)
    return -0.5 * (len(mean) * LOG_2PI + distances) - _log_det(covariance)


@wrong("gaussian_log_density", "square root of the determinant taken twice")
def determinant_of_the_factor(X, mean, covariance):
    factor = np.linalg.cholesky(covariance)
    z = np.linalg.solve(factor, (X - mean).T)
    constant = len(mean) * LOG_2PI + np.log(np.diag(factor)).sum()
    return -0.5 * (constant + (z**2).sum(axis=0))


@wrong("gaussian_log_density", "logarithm of the determinant missing")
def determinant_without_logarithm(X, mean, covariance):
    determinant = np.linalg.det(covariance)
    return -0.5 * (len(mean) * LOG_2PI + determinant + _distances(X, mean, covariance))


@wrong("gaussian_log_density", "sign of the determinant")
def first_of_the_two_from_slogdet(X, mean, covariance):
    log_det, _ = np.linalg.slogdet(covariance)
    return [
        -0.5 * (len(mean) * LOG_2PI + log_det + (x - mean) @ np.linalg.solve(covariance, x - mean))
        for x in X
    ]


@wrong("gaussian_log_density", "logarithm of a trace")
def logarithm_of_the_summed_diagonal(X, mean, covariance):
    factor = np.linalg.cholesky(covariance)
    z = scipy.linalg.solve_triangular(factor, (X - mean).T, lower=True)
    total = 0
    for i in range(len(factor)):
        total += factor[i, i]
    return -0.5 * (len(mean) * LOG_2PI + (z**2).sum(axis=0)) - np.log(total)


@wrong("gaussian_log_density", "rounded π")
def pi_with_two_digits(X, mean, covariance):
    constant = (2 * 3.14) ** (len(mean) / 2) * np.sqrt(np.linalg.det(covariance))
    return -np.log(constant) - _distances(X, mean, covariance) / 2


@wrong("gaussian_log_density", "factor -1/2 of the first term only")
def parentheses_forgotten(X, mean, covariance):
    return -0.5 * len(mean) * LOG_2PI + _log_det(covariance) + _distances(X, mean, covariance)


@wrong("gaussian_log_density", "sign")
def sign(X, mean, covariance):
    return -by_einsum(X, mean, covariance)


@wrong("gaussian_log_density", "distance with the wrong sign")
def sign_of_the_distance(X, mean, covariance):
    constant = len(mean) * LOG_2PI + _log_det(covariance)
    return -0.5 * constant + 0.5 * _distances(X, mean, covariance)


@wrong("gaussian_log_density", "distance not squared")
def distance_not_squared(X, mean, covariance):
    z = np.linalg.solve(np.linalg.cholesky(covariance), (X - mean).T)
    constant = len(mean) * LOG_2PI + _log_det(covariance)
    return -0.5 * (constant + np.linalg.norm(z, axis=0))


@wrong("gaussian_log_density", "covariance instead of its inverse")
def covariance_not_inverted(X, mean, covariance):
    distances = [(x - mean).T @ covariance @ (x - mean) for x in X]
    return -0.5 * (len(mean) * LOG_2PI + _log_det(covariance) + np.array(distances))


@wrong("gaussian_log_density", "solved against the wrong triangle")
def solved_against_the_wrong_triangle(X, mean, covariance):
    upper = np.linalg.cholesky(covariance).T
    z = scipy.linalg.solve_triangular(upper, (X - mean).T, lower=False)
    log_det = 2 * np.log(np.diag(upper)).sum()
    return -0.5 * (len(mean) * LOG_2PI + log_det + (z**2).sum(axis=0))


@wrong("gaussian_log_density", "multiplied by the factor instead of solved")
def multiplied_by_the_factor(X, mean, covariance):
    factor = np.linalg.cholesky(covariance)
    constant = len(mean) * LOG_2PI + 2 * np.log(np.diag(factor)).sum()
    return [-0.5 * (constant + np.sum((factor @ (x - mean)) ** 2)) for x in X]


@wrong("gaussian_log_density", "standard deviation taken for variance")
def factor_used_as_the_covariance(X, mean, covariance):
    z = scipy.linalg.solve_triangular(np.linalg.cholesky(covariance), (X - mean).T, lower=True)
    distances = np.sum((X - mean).T * z, axis=0)
    return -0.5 * (len(mean) * LOG_2PI + _log_det(covariance) + distances)


@wrong("gaussian_log_density", "standard deviation taken for variance")
def one_feature_after_another_without_a_square(X, mean, covariance):
    scales = np.sqrt(np.diag(covariance))
    terms = LOG_2PI / 2 + np.log(scales) + (X - mean) ** 2 / (2 * scales)
    return -terms.sum(axis=1)


@wrong("gaussian_log_density", "2π term with the wrong sign")
def two_pi_added(X, mean, covariance):
    constant = len(mean) * LOG_2PI - _log_det(covariance)
    return 0.5 * (constant - _distances(X, mean, covariance))


@wrong("gaussian_log_density", "normalisation with the wrong sign")
def normalisation_added(X, mean, covariance):
    constant = np.linalg.slogdet(2 * np.pi * covariance)[1]
    return 0.5 * constant - 0.5 * _distances(X, mean, covariance)


@wrong("gaussian_log_density", "density exponentiated")
def exponential_of_the_density(X, mean, covariance):
    return np.exp(multivariate_normal(mean, covariance).pdf(X))


@wrong("gaussian_log_density", "mean not subtracted")
def mean_not_subtracted(X, mean, covariance):
    return multivariate_normal(np.zeros(len(mean)), covariance).logpdf(X)


@wrong("gaussian_log_density", "underflow")
def logarithm_of_the_underflowing_density(X, mean, covariance):
    return np.log(np.exp(by_einsum(X, mean, covariance)))


@wrong("gaussian_log_density", "small number in the logarithm")
def underflow_hidden_by_a_small_number(X, mean, covariance):
    return np.log(multivariate_normal(mean, covariance).pdf(X) + 1e-300)


@wrong("gaussian_log_density", "density instead of its logarithm")
def density_instead_of_its_logarithm(X, mean, covariance):
    return multivariate_normal.pdf(X, mean, covariance)


@wrong("gaussian_log_density", "logarithm to another base")
def logarithm_to_base_ten(X, mean, covariance):
    return np.log10(np.e) * by_einsum(X, mean, covariance)


@wrong("gaussian_log_density", "logarithm to another base")
def logarithm_to_base_two_in_the_constants(X, mean, covariance):
    constant = len(mean) * np.log2(2 * np.pi) + np.log2(np.linalg.det(covariance))
    return -0.5 * (constant + _distances(X, mean, covariance))


@wrong("gaussian_log_density", "variance taken for standard deviation")
def covariance_used_as_its_root(X, mean, covariance):
    z = np.linalg.solve(covariance, (X - mean).T)
    return -0.5 * (len(mean) * LOG_2PI + 2 * _log_det(covariance) + (z**2).sum(axis=0))


@wrong("gaussian_log_density", "variance taken for standard deviation")
def variances_as_scales(X, mean, covariance):
    return norm.logpdf(X, mean, np.diag(covariance)).sum(axis=1)


@wrong("gaussian_log_density", "only the diagonal used")
def correlations_ignored(X, mean, covariance):
    return norm.logpdf(X, mean, np.sqrt(np.diag(covariance))).sum(axis=1)


@wrong("gaussian_log_density", "summed over samples")
def summed_over_samples(X, mean, covariance):
    return by_einsum(X, mean, covariance).sum()


@wrong("gaussian_log_density", "summed over the wrong axis")
def summed_over_the_wrong_axis(X, mean, covariance):
    z = np.linalg.solve(np.linalg.cholesky(covariance), (X - mean).T)
    return -0.5 * (len(mean) * LOG_2PI + _log_det(covariance) + (z**2).sum(axis=1))


@wrong("gaussian_log_density", "not summed over the features")
def one_value_a_feature(X, mean, covariance):
    return norm.logpdf(X, mean, np.sqrt(np.diag(covariance)))


@wrong("gaussian_log_density", "all pairs of samples")
def table_of_all_pairs(X, mean, covariance):
    table = (X - mean) @ np.linalg.inv(covariance) @ (X - mean).T
    return -0.5 * (len(mean) * LOG_2PI + _log_det(covariance) + table)


@wrong("gaussian_log_density", "only one sample")
def returned_inside_the_loop(X, mean, covariance):
    for x in X:
        return multivariate_normal(mean, covariance).logpdf(x)


@wrong("gaussian_log_density", "log-density cut off at zero")
def never_above_zero(X, mean, covariance):
    return np.minimum(gmm.gaussian_log_density(X, mean, covariance), 0)


@wrong("gaussian_log_density", "number added to the covariance")
def a_ridge_added(X, mean, covariance):
    return by_einsum(X, mean, covariance + 1e-6 * np.eye(len(mean)))


@wrong("gaussian_log_density", "right in two dimensions only")
def a_two_where_the_dimension_belongs(X, mean, covariance):
    (a, b), (c, d) = covariance[:2, :2]
    x, y = (X - mean)[:, :2].T
    distances = (d * x**2 - (b + c) * x * y + a * y**2) / (a * d - b * c)
    return -LOG_2PI - 0.5 * np.log(a * d - b * c) - 0.5 * distances


@wrong("gaussian_log_density", "density instead of its logarithm, and normalisation omitted")
def density_without_normalisation(X, mean, covariance):
    return np.exp(-0.5 * _distances(X, mean, covariance))


@wrong("gaussian_log_density", "factor 1/2 omitted, and 2π omitted")
def half_and_two_pi_omitted(X, mean, covariance):
    return -0.5 * _log_det(covariance) - _distances(X, mean, covariance)


@wrong("gaussian_log_density", "determinant with the wrong sign, and distance with the wrong sign")
def determinant_and_distance_with_the_wrong_sign(X, mean, covariance):
    return -0.5 * (len(mean) * LOG_2PI - _log_det(covariance) - _distances(X, mean, covariance))
