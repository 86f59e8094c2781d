"""Cholesky factors: roots of what has one, and the component that has none."""

import numpy as np
import pytest
from hypothesis import given
from support.strategies import SEEDS, problems, random_covariance

from gmm_helpers import Degeneracy, DegenerateComponentError
from gmm_helpers.model import cholesky
from gmm_helpers.model.cholesky import cholesky_factors


@given(problems())
def test_cholesky_factors_are_lower_triangular_roots(problem):
    factors = cholesky_factors(problem.params.covariances)
    np.testing.assert_array_equal(factors, np.tril(factors))
    product = factors @ factors.transpose(0, 2, 1)
    np.testing.assert_allclose(product, problem.params.covariances, rtol=1e-12, atol=1e-12)


SINGULAR = {
    "zero": np.zeros((2, 2)),
    "negative": -np.eye(2),
    "a saddle": np.array([[1.0, 2.0], [2.0, 1.0]]),
    "one direction": np.ones((2, 2)),
    # Rounding lets NumPy's Cholesky accept this one.
    "one slanted direction": np.outer([0.7, 0.1], [0.7, 0.1]),
    "flat but for rounding": np.array([[1.0, 1.0], [1.0, 1.0 + 4e-16]]),
}


@pytest.mark.parametrize("name", SINGULAR)
def test_a_covariance_that_is_not_positive_definite_names_its_component(name):
    covariance = SINGULAR[name]
    covariances = np.array([np.eye(2), np.eye(2), covariance])
    # What EM makes is flat at worst; a negative eigenvalue is a mistake in the formula.
    negative = name in ("negative", "a saddle")
    kind = Degeneracy.NEGATIVE_EIGENVALUE if negative else Degeneracy.SINGULAR
    with pytest.raises(DegenerateComponentError) as error:
        cholesky_factors(covariances)
    assert (error.value.kind, error.value.component) == (kind, 2)
    assert error.value.value == pytest.approx(np.linalg.eigvalsh(covariance)[0])
    assert error.value.iteration is None


def test_the_first_of_several_is_named():
    with pytest.raises(DegenerateComponentError) as error:
        cholesky_factors(np.array([np.eye(2), np.ones((2, 2)), -np.eye(2)]))
    assert (error.value.kind, error.value.component) == (Degeneracy.SINGULAR, 1)


@pytest.mark.parametrize("unit", [1e-100, 1e-6, 1.0, 1e6, 1e100])
@pytest.mark.parametrize("shape", [np.eye(3), [[1, 0.9], [0.9, 1]], [[1.0]]])
def test_units_do_not_decide_whether_a_covariance_is_flat(unit, shape):
    covariance = unit * np.array(shape, dtype=float)
    (factor,) = cholesky_factors(covariance[None])
    np.testing.assert_allclose(factor @ factor.T, covariance, rtol=1e-12)


@given(SEEDS)
def test_features_may_have_units_of_their_own(seed):
    rng = np.random.default_rng(seed)
    units = 10.0 ** rng.integers(-9, 9, 4)
    covariance = random_covariance(rng, 4)
    (factor,) = cholesky_factors((covariance * np.outer(units, units))[None])
    np.testing.assert_allclose(factor / units[:, None], np.linalg.cholesky(covariance), rtol=1e-9)


@pytest.mark.parametrize("correlation", [0.999, 1 - 1e-9, 1 - 1e-13])
def test_strong_correlation_is_not_taken_for_flat(correlation):
    cholesky_factors(np.array([[[1.0, correlation], [correlation, 1.0]]]))


@pytest.mark.parametrize("n_features", [1, 2, 3, 4, 5, 9])
@pytest.mark.parametrize("n_components", [1, 4, 5, 40])
def test_inverse_factors_are_triangular_and_exact(n_features, n_components):
    rng = np.random.default_rng(0)
    A = rng.standard_normal((n_components, n_features, n_features))
    factors = np.linalg.cholesky(A @ A.transpose(0, 2, 1) + 0.1 * np.eye(n_features))
    inverses = cholesky.inverse_factors(factors)
    np.testing.assert_allclose(inverses @ factors, [np.eye(n_features)] * n_components, atol=1e-11)
    np.testing.assert_allclose(np.triu(inverses, 1), 0.0, atol=1e-13)


def test_a_matrix_without_a_factor_does_not_spoil_the_others():
    covariances = np.array([np.eye(2), -np.eye(2), 4 * np.eye(2)])
    factors = cholesky.factors_or_nan(covariances)
    np.testing.assert_array_equal(factors[[0, 2]], [np.eye(2), 2 * np.eye(2)])
    assert np.isnan(factors[1]).all()
    sound = cholesky.are_sound(factors, covariances).all(axis=1)
    np.testing.assert_array_equal(sound, [True, False, True])
