"""Ways to write `entropy`."""

import math

import numpy as np
from scipy.special import entr, xlogy
from scipy.stats import entropy as scipy_entropy

import gmm_helpers as gmm

from ..bank import right, wrong


@right("entropy")
def by_entr(responsibilities):
    return entr(responsibilities).sum()


@right("entropy")
def by_xlogy(responsibilities):
    return -np.sum(xlogy(responsibilities, responsibilities))


@right("entropy")
def by_a_mask(responsibilities):
    positive = responsibilities[responsibilities > 0]
    return -np.sum(positive * np.log(positive))


@right("entropy")
def in_plain_loops(responsibilities):
    total = 0.0
    for row in responsibilities:
        for r in row:
            if r > 0:
                total -= r * math.log(r)
    return total


@right("entropy")
def where_not_zero(responsibilities):
    logs = np.log(
        responsibilities, out=np.zeros(responsibilities.shape), where=responsibilities > 0
    )
    return float(-(responsibilities * logs).sum())


@right("entropy")
def nans_left_out(responsibilities):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.nansum(responsibilities * np.log(responsibilities))


@right("entropy")
def nans_made_zero(responsibilities):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.nan_to_num(responsibilities * np.log(responsibilities)).sum()


@right("entropy")
def tiny_number_in_the_logarithm(responsibilities):
    return -(responsibilities * np.log(responsibilities + 1e-300)).sum()


@right("entropy")
def ones_in_place_of_zeros(responsibilities):
    return -np.vdot(responsibilities, np.log(np.where(responsibilities == 0, 1, responsibilities)))


@right("entropy")
def by_scipy_on_rows(responsibilities):
    return scipy_entropy(responsibilities, axis=1).sum()


@right("entropy")
def below_the_largest(responsibilities):
    n_samples, n_components = responsibilities.shape
    uniform = np.full(n_components, 1 / n_components)
    gap = sum(scipy_entropy(row, uniform) for row in responsibilities)
    return n_samples * np.log(n_components) - gap


@right("entropy")
def in_bits_first(responsibilities):
    positive = np.ravel(responsibilities)[np.ravel(responsibilities) != 0]
    return [np.log(2) * np.dot(positive, -np.log2(positive))]


@wrong("entropy", "0 log 0")
def straight_from_the_formula(responsibilities):
    return -np.sum(responsibilities * np.log(responsibilities))


@wrong("entropy", "0 log 0")
def math_log_of_zero(responsibilities):
    return -sum(r * math.log(r) for row in responsibilities.tolist() for r in row)


@wrong("entropy", "sign")
def minus_sign_forgotten(responsibilities):
    return xlogy(responsibilities, responsibilities).sum()


@wrong("entropy", "logarithm to another base")
def in_bits(responsibilities):
    positive = responsibilities[responsibilities > 0]
    return -np.sum(positive * np.log2(positive))


@wrong("entropy", "logarithm to another base")
def in_decimal_digits(responsibilities):
    return -sum(r * math.log10(r) for r in responsibilities.flat if r > 0)


@wrong("entropy", "mean instead of sum")
def average_over_samples(responsibilities):
    return scipy_entropy(responsibilities, axis=1).mean()


@wrong("entropy", "mean instead of sum")
def average_over_entries(responsibilities):
    return np.mean(entr(responsibilities))


@wrong("entropy", "entropy of the weights")
def of_the_weights(responsibilities):
    return scipy_entropy(responsibilities.mean(axis=0))


@wrong("entropy", "entropy of the weights")
def of_the_weights_for_each_sample(responsibilities):
    weights = gmm.update_weights(responsibilities)
    return -len(responsibilities) * np.sum(weights * np.log(weights))


@wrong("entropy", "one entropy per component")
def summed_along_columns(responsibilities):
    return entr(responsibilities).sum(axis=0)


@wrong("entropy", "not summed over the samples")
def one_per_sample(responsibilities):
    return [float(entr(row).sum()) for row in responsibilities]


@wrong("entropy", "normalised over samples", "one entropy per component")
def by_scipy_on_columns(responsibilities):
    return scipy_entropy(responsibilities)


@wrong("entropy", "normalised over everything")
def by_scipy_on_all(responsibilities):
    return scipy_entropy(responsibilities.ravel())


@wrong("entropy", "responsibility missing before the logarithm")
def surprise_not_weighted(responsibilities):
    return -np.log(responsibilities[responsibilities > 0]).sum()


@wrong("entropy", "squares instead of logarithms")
def gini(responsibilities):
    return sum(1 - np.sum(row**2) for row in responsibilities)


@wrong("entropy", "a yes-or-no entropy for each component")
def of_coins(responsibilities):
    return entr(responsibilities).sum() + entr(1 - responsibilities).sum()


@wrong("entropy", "exponential of the entropy")
def perplexity(responsibilities):
    return np.exp(entr(responsibilities).sum())


@wrong("entropy", "not all samples")
def returned_in_the_loop(responsibilities):
    for row in responsibilities:
        return entr(row).sum()


@wrong("entropy", "one component only")
def last_component_left_out(responsibilities):
    total = 0.0
    for k in range(responsibilities.shape[1] - 1):
        total += entr(responsibilities[:, k]).sum()
    return total


@wrong("entropy", "cut off at a small number")
def clipped(responsibilities):
    r = np.clip(responsibilities, 1e-4, None)
    return -(r * np.log(r)).sum()


@wrong("entropy", "divided by the largest possible entropy")
def between_zero_and_one(responsibilities):
    if responsibilities.shape[1] == 1:
        return 0.0
    return entr(responsibilities).sum() / np.log(responsibilities.shape[1])
