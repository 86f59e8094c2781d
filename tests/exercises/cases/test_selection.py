"""The fit that is handed over: quick, deterministic, another one for every training set."""

import copy
import pickle

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers.exercises import EXERCISES
from gmm_helpers.exercises.cases.selection import SoftFit, held_out_cases

RNG = np.random.default_rng(0)
X = RNG.normal(size=(20, 2)) * [2.0, 0.5] + [10.0, -3.0]
FIT = SoftFit(1.0)


def same(one, other, **tolerance):
    return all(np.allclose(a, b, **tolerance) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("n_components", [1, 2, 5, 20])
def test_it_returns_a_mixture(n_components):
    weights, means, covariances = FIT(X, n_components)
    assert type(FIT(X, n_components)) is tuple
    assert (means.shape, covariances.shape) == ((n_components, 2), (n_components, 2, 2))
    assert np.isfinite(gmm.negative_log_likelihood(X, weights, means, covariances))


def test_one_component_has_the_moments_of_the_training_data():
    weights, means, covariances = FIT(X, 1)
    assert same((weights, means[0]), ([1.0], X.mean(axis=0)))
    assert np.allclose(covariances[0], np.cov(X.T, bias=True) + 0.05 * np.diag(X.var(axis=0)))


def test_the_order_of_the_samples_does_not_matter_and_every_sample_does():
    order = RNG.permutation(len(X))
    assert same(FIT(X[order], 3), FIT(X, 3), rtol=1e-10)
    assert not same(FIT(np.vstack([X, X[:1]]), 3), FIT(X, 3), rtol=1e-4)
    for n in range(len(X)):
        assert not same(FIT(np.delete(X, n, axis=0), 3), FIT(X, 3), rtol=1e-6)


def test_it_takes_lists_integers_and_few_or_equal_samples():
    assert same(FIT(X.tolist(), np.int64(2)), FIT(X, 2))
    assert same(FIT(np.rint(X).astype(int), 2), FIT(np.rint(X), 2))
    for few in (X[:1], np.ones((5, 2)), X[:, :1]):
        assert np.isfinite(gmm.negative_log_likelihood(few, *FIT(few, 2)))


def test_it_changes_nothing_it_is_given():
    given = X.copy()
    FIT(given, 3)
    assert np.array_equal(given, X)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((X[:, 0], 2), "expected rows of X"),
        ((np.arange(20) > 3, 2), "not the labels or the mask"),
        ((2, X), "expected rows of X"),
        ((X[:0], 2), "no samples to train on"),
        ((X, np.arange(20)), "the number of components as its second argument"),
        ((X, 0), "a whole number from 1 on"),
        ((X, 2.0), "a whole number from 1 on"),
    ],
)
def test_a_wrong_call_is_explained(arguments, said):
    with pytest.raises(ValueError, match=said):
        FIT(*arguments)


def test_a_call_without_n_components_names_no_class():
    with pytest.raises(TypeError, match=r"^fit\(\) missing 1 required positional argument"):
        FIT(X)


def test_copies_are_independent_and_cannot_be_changed_by_accident():
    other = copy.deepcopy(FIT)
    object.__setattr__(other, "sharpness", 0.0)
    assert FIT.sharpness == pickle.loads(pickle.dumps(FIT)).sharpness == 1.0
    with pytest.raises(AttributeError):
        FIT.sharpness = 2.0
    with pytest.raises((AttributeError, TypeError)):
        FIT.calls = 0
    assert repr(FIT) == "fit(X_train, n_components)"


def test_every_case_has_folds_of_its_own_and_samples_in_no_order():
    for seed in range(5):
        for case in held_out_cases(np.random.default_rng(seed)):
            X, folds, n_components, _ = case.arguments
            assert folds.shape == (len(X),)
            assert folds.dtype.kind == "i"
            assert len(np.unique(folds)) >= 2
            if len(X) > 9:
                assert {-1, 1} <= {*np.sign(np.diff(folds))}
            counts = np.unique(folds, return_counts=True)[1]
            if case.topic in ("", "labels"):
                assert len(set(counts)) > 1, case.name  # unequal folds
            assert len(X) - counts.max() > n_components


def test_no_left_out_sample_is_so_far_that_its_density_underflows():
    """Densities may be added up without log-sum-exp: underflow is no lesson here."""
    for seed in range(4):
        for case in held_out_cases(np.random.default_rng(seed)):
            X, folds, n_components, fit = case.arguments
            for fold in np.unique(folds):
                params = fit(X[folds != fold], n_components)
                assert gmm.mixture_log_density(X[folds == fold], *params).min() > -600


def test_sizes_are_drawn_so_that_none_passes_for_another():
    for seed in range(20):
        rng = np.random.default_rng(seed)
        for case in EXERCISES["bic"].cases(rng):
            _, *sizes = case.arguments
            assert len(set(sizes)) == 3
        K, D = EXERCISES["n_parameters"].cases(rng)[0].arguments
        assert K != D


def test_an_error_counts_the_arguments_that_the_student_gave():
    with pytest.raises(TypeError, match="takes 2 arguments, X_train and n_components, and 3 were"):
        FIT(X, np.zeros(20, dtype=int), 2)


def test_nothing_that_is_done_to_a_fit_reaches_the_next_one():
    X = np.random.default_rng(2).normal(size=(9, 2))
    first = FIT(X, 2)
    kept = [values.copy() for values in first]
    for values in first:
        values[...] = np.nan
    for values, expected in zip(FIT(X.copy(), 2), kept, strict=True):
        assert np.array_equal(values, expected)
    assert not np.array_equal(FIT(X, 3)[0], kept[0])
    assert not np.array_equal(FIT(X + 1, 2)[1], kept[1])
    assert not np.array_equal(SoftFit(3.0)(X, 2)[0], kept[0])
