"""One step of EM in each of its forms: counts, means, covariances, negative log-likelihood."""

import numpy as np

from gmm_helpers.em.fast import describe_columns
from gmm_helpers.em.fast.products import Pass, Products
from gmm_helpers.em.fast.threads import serial_map
from gmm_helpers.em.fast.whitened import Whitened

from . import oracles


def by_products(X, params):
    """By products of matrices, whatever digits are lost."""
    products = Products(X, describe_columns(X), params.n_components)
    sums, nll, _ = products.e_step(Pass(products.forms.of(params).table), serial_map)
    return sums[:, 0], *products.forms.moments(sums), nll


def by_whitening(X, params):
    whitened = Whitened(X, params.n_components)
    sums, nll = whitened.e_step(params, serial_map)
    return sums.counts, *whitened.m_step(sums, serial_map), nll


def by_loops(X, params):
    """As the oracles do."""
    responsibilities = oracles.responsibilities(X, *params)
    means = oracles.update_means(X, responsibilities)
    covariances = oracles.update_covariances(X, responsibilities, means)
    nll = oracles.negative_log_likelihood(X, *params)
    return responsibilities.sum(axis=0), means, covariances, nll


def assert_same(got, expected, rtol=1e-9):
    for a, b in zip(got, expected, strict=True):
        np.testing.assert_allclose(a, b, rtol=rtol, atol=rtol * np.abs(b).max())
