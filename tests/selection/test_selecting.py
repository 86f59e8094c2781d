"""The table of criteria beside the functions it is made of, and data that break it."""

import warnings

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers import select_components
from gmm_helpers.selection import selecting

X = gmm.load_dataset("overlapping", n_samples=90, seed=1).X
SETTINGS = {"tol": 1e-2, "max_iter": 300}
FEW = {"n_init": 2, **SETTINGS}


def values(selection):
    return np.array([tuple(row) for row in selection.rows])


def messages_of(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = function()
    assert all(each.filename == __file__ for each in caught)
    return result, [(each.category, str(each.message)) for each in caught]


def test_each_row_is_what_the_functions_say():
    selection = select_components(X, [1, 3], seed=4, folds=3, **FEW)
    N, D = X.shape
    for row in selection.rows:
        k = row.n_components

        def best(data, n_components):
            found = gmm.fit_restarts(
                data, n_components, n_init=2, seed=4, init="k-means++", **SETTINGS
            )
            return found.best.params[-1]

        params = best(X, k)
        for ours, theirs in zip(selection.params[k], params, strict=True):
            np.testing.assert_array_equal(ours, theirs)
        nll = gmm.negative_log_likelihood(X, *params)
        assert row.nll == pytest.approx(nll)
        assert row.n_parameters == gmm.n_parameters(k, D)
        assert row.aic == pytest.approx(gmm.aic(nll, k, D))
        assert row.bic == pytest.approx(gmm.bic(nll, N, k, D))
        assert row.icl == pytest.approx(gmm.icl(row.bic, gmm.e_step(X, *params)))
        expected = gmm.held_out_nll(X, selection.folds, k, best)
        assert row.held_out_nll == pytest.approx(expected)


def test_folds_are_drawn_from_the_seed_and_of_almost_equal_size():
    first = select_components(X, [1], folds=4, seed=1, **FEW).folds
    assert sorted(np.bincount(first)) == [22, 22, 23, 23]
    np.testing.assert_array_equal(first, select_components(X, [1], folds=4, seed=1, **FEW).folds)
    assert (first != select_components(X, [1], folds=4, seed=2, **FEW).folds).any()


def test_folds_may_be_given_and_their_labels_do_not_matter():
    folds = np.arange(len(X)) % 3
    first = select_components(X, [1, 2], folds=folds, **FEW)
    again = select_components(X, [1, 2], folds=7 - 4 * folds, **FEW)
    np.testing.assert_allclose(values(first), values(again))


def test_without_folds_there_is_no_cross_validation():
    selection = select_components(X, [1, 2], folds=None, **FEW)
    assert selection.folds is None
    assert np.isnan(selection.column("held_out_nll")).all()
    with pytest.raises(ValueError, match="folds=5"):
        selection.best_by("held_out_nll")
    with pytest.raises(ValueError, match="folds=5"):
        select_components(X, [1, 2], folds=None, criterion="held_out_nll")


@pytest.mark.parametrize("n_jobs", [2, 3, 50])
def test_results_do_not_depend_on_the_number_of_jobs(n_jobs):
    one = select_components(X, [3, 1, 2], folds=3, n_jobs=1, **FEW)
    many = select_components(X, [3, 1, 2], folds=3, n_jobs=n_jobs, **FEW)
    np.testing.assert_array_equal(values(one), values(many))
    assert one.column("n_components").tolist() == [3, 1, 2]


def test_numbers_do_not_depend_on_what_else_is_asked_for():
    alone = select_components(X, [2], folds=3, **FEW)
    among = select_components(X, range(1, 4), folds=3, **FEW)
    assert alone.rows[0] == among.rows[1]


def test_two_far_groups_are_two_by_every_criterion():
    rng = np.random.default_rng(0)
    far = np.concatenate([rng.normal(0, 1, (60, 1)), rng.normal(20, 1, (60, 1))])
    selection = select_components(far, [1, 2, 3], n_init=3, folds=5, tol=1e-3)
    assert [selection.best_by(name) for name in ("bic", "icl")] == [2, 2]
    assert selection.best == 2


def test_scaling_and_rotating_features_changes_no_choice():
    turn = np.array([[3.0, 1.0], [-2.0, 0.5]])
    options = {"n_init": 2, "folds": 3, "tol": 1e-6, "max_iter": 2000, "reg_covar": 1e-12}
    first = select_components(X, [1, 2], **options)
    other = select_components(X @ turn + 100, [1, 2], **options)
    shift = len(X) * np.log(abs(np.linalg.det(turn)))
    np.testing.assert_allclose(other.column("nll") - first.column("nll"), shift, atol=1e-2)
    np.testing.assert_allclose(other.column("bic") - first.column("bic"), 2 * shift, atol=1e-2)


def test_collapsed_runs_of_iris_are_left_out():
    """A component on petals of the same width would make 7 components win."""
    iris = gmm.load_measurements("iris").X
    iris = (iris - iris.mean(axis=0)) / iris.std(axis=0)
    selection, said = messages_of(lambda: select_components(iris, [2, 7], n_init=6, folds=None))
    assert selection.best == 2
    kept = selection.params[7].covariances
    assert np.linalg.eigvalsh(kept).min() > 2e-6
    [(category, message)] = said
    assert category is UserWarning
    assert "of 6 with n_components=7" in message
    assert "n_components=2" not in message


def test_where_every_run_collapses_the_row_is_empty():
    copies = np.repeat([[0.0], [5.0], [9.0]], 5, axis=0)
    selection, said = messages_of(lambda: select_components(copies, [1, 2, 3], n_init=2, folds=3))
    assert selection.best == 1
    assert list(selection.params) == [1]
    assert np.isnan(selection.rows[2][1])
    assert selection.rows[2].n_parameters == 8
    [(_, message)] = said
    assert "2 of 2 with n_components=3" in message
    assert "No run is left for n_components=2, 3." in message


def test_flat_data_are_not_a_collapse():
    """Where the data have no spread, no component has."""
    flat = np.column_stack([X, X.sum(axis=1)])
    selection = select_components(flat, [1, 2], folds=None, **FEW)
    assert set(selection.params) == {1, 2}


def test_as_many_components_as_samples():
    few = np.array([[0.0], [1.0], [3.0]])
    selection, said = messages_of(lambda: select_components(few, [1, 2, 3], n_init=2))
    assert len(said) == 1
    assert selection.best == 1
    assert len(set(selection.folds)) == 3
    assert np.isfinite(selection.rows[0].held_out_nll)


def test_a_single_sample_is_as_wide_as_the_ridge():
    selection = select_components([[3.0]], [1])
    assert selection.rows[0].nll == pytest.approx(0.5 * np.log(2 * np.pi * 1e-6))
    assert selection.folds is None
    with pytest.raises(ValueError, match="at least two samples"):
        select_components([[3.0]], [1], criterion="held_out_nll")


def test_without_a_ridge_a_collapse_is_an_error_of_the_run():
    copies = np.repeat([[0.0], [5.0], [9.0]], 5, axis=0)
    selection, said = messages_of(
        lambda: select_components(copies, [1, 3], n_init=2, folds=None, reg_covar=0)
    )
    assert list(selection.params) == [1]
    assert "2 of 2 with n_components=3" in said[0][1]
    with pytest.raises(gmm.DegenerateComponentError, match="feature 0 is constant"):
        select_components(np.ones((9, 1)), [1, 2], n_init=1, folds=None, reg_covar=0)


def test_a_fold_without_which_too_few_samples_are_left_has_no_value():
    selection = select_components(X[:6], [1, 5], folds=[0, 0, 1, 1, 1, 1], n_init=1, reg_covar=1)
    assert np.isfinite(selection.column("held_out_nll")).tolist() == [True, False]


def test_runs_that_do_not_converge_are_told_once():
    selection, said = messages_of(
        lambda: select_components(X, [1, 2, 3], n_init=1, folds=2, max_iter=2, tol=1e-9)
    )
    [(category, message)] = said
    assert category is gmm.ConvergenceWarning
    assert "n_components=2, 3 did not converge in max_iter=2" in message
    assert len(selection.params) == 3


def test_a_ridge_larger_than_the_data_is_told_once():
    _, said = messages_of(lambda: select_components(X, [1], n_init=1, folds=2, reg_covar=1e6))
    assert "reg_covar=1e+06 is more than the variance" in said[0][1]


@pytest.mark.parametrize("numbers", [3, None, [], "12", range(0)])
def test_numbers_that_are_none_are_refused(numbers):
    with pytest.raises(ValueError, match=r"such as range\(1, 9\)"):
        select_components(X, numbers)


def test_unusable_arguments_are_refused():
    for options, message in (
        ({"n_components": [2, 2]}, "twice"),
        ({"n_components": [0]}, "n_components is 0"),
        ({"n_components": [91]}, "more than the 90 samples"),
        ({"criterion": "BIC"}, "choose one of"),
        ({"folds": 1}, "folds is 1"),
        ({"folds": [0, 1]}, "one integer per sample"),
        ({"n_init": 0}, "n_init"),
        ({"seed": -1}, "seed"),
        ({"n_jobs": 0}, "n_jobs"),
        ({"tol": -1}, "tol"),
    ):
        with pytest.raises(ValueError, match=message):
            select_components(X, **{"n_components": [1], **options})


def test_the_bar_counts_every_fit(monkeypatch):
    bars = []

    class Bar:
        n = 0

        def __init__(self, total, desc, unit):
            self.total = total
            bars.append(self)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def update(self, n):
            self.n += n

    monkeypatch.setattr("tqdm.auto.tqdm", Bar)
    select_components(X, [1, 2], folds=3, progress=True, n_jobs=2, **FEW)
    assert [(bar.n, bar.total) for bar in bars] == [(8, 8)]
    select_components(X, [1], folds=None, **FEW)
    assert len(bars) == 1


def test_an_interruption_ends_it(monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(selecting, "run_all", interrupt)
    with pytest.raises(KeyboardInterrupt):
        select_components(X, [1, 2], folds=None, n_jobs=2)
