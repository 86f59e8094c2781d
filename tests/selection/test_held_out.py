"""Cross-validation beside a plain loop over samples, and what folds may look like."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gmm_helpers as gmm
from gmm_helpers import held_out_nll

X = gmm.load_dataset("overlapping", n_samples=40, seed=1).X


def cheap_fit(X_train, n_components):
    """Moments of the training data, one component after the other further out."""
    D = X_train.shape[1]
    means = X_train.mean(axis=0) + np.arange(n_components)[:, None]
    covariance = np.cov(X_train.T, bias=True).reshape(D, D) + np.eye(D)
    weights = np.arange(1, n_components + 1) / (n_components * (n_components + 1) / 2)
    return weights, means, np.tile(covariance, (n_components, 1, 1))


def by_plain_loop(X, folds, n_components, fit):
    """One fit per sample, without its fold."""
    total = 0.0
    for n in range(len(X)):
        train = np.array([X[m] for m in range(len(X)) if folds[m] != folds[n]])
        total -= gmm.mixture_log_density(X[n : n + 1], *fit(train, n_components))[0]
    return total


labels = st.lists(st.integers(-3, 4), min_size=40, max_size=40).filter(lambda f: len(set(f)) > 1)


@settings(max_examples=25)
@given(labels, st.integers(1, 4))
def test_it_is_the_plain_loop(folds, n_components):
    found = held_out_nll(X, folds, n_components, cheap_fit)
    assert type(found) is float
    assert found == pytest.approx(by_plain_loop(X, folds, n_components, cheap_fit))


@settings(max_examples=25)
@given(labels, st.permutations(range(-3, 5)))
def test_the_labels_of_folds_do_not_matter(folds, names):
    renamed = [1000 * names[label + 3] for label in folds]
    expected = held_out_nll(X, folds, 2, cheap_fit)
    assert held_out_nll(X, renamed, 2, cheap_fit) == pytest.approx(expected)


@settings(max_examples=25)
@given(st.permutations(range(40)))
def test_the_order_of_samples_does_not_matter(order):
    folds = np.arange(40) % 3
    expected = held_out_nll(X, folds, 2, cheap_fit)
    assert held_out_nll(X[order], folds[order], 2, cheap_fit) == pytest.approx(expected)


def test_fit_is_called_once_per_fold_with_all_other_samples():
    calls = []

    def fit(X_train, n_components):
        calls.append((X_train.copy(), n_components))
        X_train[:] = 0  # its own copy
        return cheap_fit(calls[-1][0], n_components)

    before, folds = X.copy(), np.array([7] * 10 + [-1] * 25 + [3] * 5)
    held_out_nll(X, folds, 3, fit)
    np.testing.assert_array_equal(X, before)
    assert sorted(len(train) for train, _ in calls) == [15, 30, 35]
    assert {k for _, k in calls} == {3}
    train = next(train for train, _ in calls if len(train) == 15)
    np.testing.assert_array_equal(train, X[folds != -1])


def test_two_samples_and_one_feature_are_enough():
    found = held_out_nll([[0.0], [2.0]], [0, 1], 1, lambda X, K: ([1.0], [X[0]], [[[1.0]]]))
    assert found == pytest.approx(2 * (0.5 * np.log(2 * np.pi) + 2))


def test_folds_may_be_true_or_false():
    half = np.arange(40) < 20
    expected = held_out_nll(X, half.astype(int), 2, cheap_fit)
    assert held_out_nll(X, half, 2, cheap_fit) == expected


@pytest.mark.parametrize(
    "folds", [[0, 1], np.zeros((40, 1), int), np.arange(40) / 2, None, 5, ["a"] * 40, [[0], [0, 1]]]
)
def test_folds_of_another_kind_are_refused(folds):
    with pytest.raises(ValueError, match=r"folds has .* expected one integer per sample"):
        held_out_nll(X, folds, 2, cheap_fit)


def test_one_fold_leaves_nothing_to_fit_to():
    with pytest.raises(ValueError, match="only the label 4"):
        held_out_nll(X, [4] * 40, 2, cheap_fit)
    with pytest.raises(ValueError, match="at least two folds"):
        held_out_nll([[1.0]], [0], 1, cheap_fit)


def test_a_fit_that_is_no_function_or_returns_something_else_is_refused():
    folds = np.arange(40) % 2
    with pytest.raises(ValueError, match="fit must be a function"):
        held_out_nll(X, folds, 2, cheap_fit(X, 2))
    with pytest.raises(ValueError, match="means have shape"):
        held_out_nll(X, folds, 2, lambda X, K: ([1.0], [0.0, 0.0], np.eye(2)))
    with pytest.raises(ValueError, match="columns"):
        held_out_nll(X, folds, 2, lambda X, K: ([1.0], [[0.0]], [[[1.0]]]))
