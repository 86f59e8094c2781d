import re

import numpy as np
import pytest
from sklearn.datasets import load_iris, load_wine

import gmm_helpers as gmm


def test_old_faithful_is_as_published():
    X = gmm.load_old_faithful()
    assert X.shape == (272, 1)
    assert X[:5, 0].tolist() == [79, 54, 74, 62, 85]
    np.testing.assert_allclose([X.mean(), X.std(ddof=1)], [70.897059, 13.594974], atol=1e-6)


def test_both_features_are_as_published():
    X = gmm.load_old_faithful(both=True)
    np.testing.assert_array_equal(X[:, 1:], gmm.load_old_faithful())
    assert X[:5, 0].tolist() == [3.6, 1.8, 3.333, 2.283, 4.533]
    np.testing.assert_allclose(
        [X[:, 0].mean(), X[:, 0].std(ddof=1)], [3.487783, 1.141371], atol=1e-6
    )
    # The correlation that textbooks give.
    assert round(np.corrcoef(X.T)[0, 1], 7) == 0.9008112


def test_every_call_returns_numbers_of_its_own():
    gmm.load_old_faithful()[:] = 0
    assert gmm.load_old_faithful().min() == 43


SHAPES = {
    "old faithful": (272, 2, 0),
    "penguins": (342, 4, 3),
    "penguins, species and sex": (342, 4, 8),
    "iris": (150, 4, 3),
    "wine": (178, 13, 3),
}


@pytest.mark.parametrize("name", gmm.MEASUREMENTS)
def test_measurements_have_their_shape_and_names(name):
    data = gmm.load_measurements(name)
    n_samples, n_features, n_groups = SHAPES[name]
    assert data.X.shape == (n_samples, n_features)
    assert data.X.dtype == float
    assert data.X.flags.c_contiguous
    assert len(set(data.features)) == n_features
    assert len(set(data.groups)) == n_groups
    if n_groups:
        assert data.labels.dtype.kind == "i"
        assert set(data.labels) == set(range(n_groups))
        assert data.labels.shape == (n_samples,)
    else:
        assert data.labels is None
    assert re.search("GPL|CC0|CC BY 4.0", data.source)
    assert "#" not in data.source


def test_every_file_of_data_can_be_loaded():
    assert set(gmm.MEASUREMENTS) == set(SHAPES)


@pytest.mark.parametrize(("name", "load"), [("iris", load_iris), ("wine", load_wine)])
def test_they_are_those_of_scikit_learn(name, load):
    """Whose iris has the numbers that Fisher published."""
    data, theirs = gmm.load_measurements(name), load()
    np.testing.assert_array_equal(data.X, theirs.data)
    np.testing.assert_array_equal(data.labels, theirs.target)


def test_iris_is_that_of_r_and_not_that_of_uci():
    data = gmm.load_measurements("iris")
    assert data.groups == ("setosa", "versicolor", "virginica")
    assert data.X[[34, 37]].tolist() == [[4.9, 3.1, 1.5, 0.2], [4.9, 3.6, 1.4, 0.1]]
    assert [name.split(" (")[0] for name in data.features] == [
        "sepal length",
        "sepal width",
        "petal length",
        "petal width",
    ]


def test_penguins_have_the_published_means():
    """Those of `palmerpenguins` in R, over all 342."""
    data = gmm.load_measurements("penguins")
    np.testing.assert_allclose(
        data.X.mean(axis=0), [43.92193, 17.15117, 200.91520, 4201.754], rtol=1e-6
    )
    assert dict(zip(data.groups, np.bincount(data.labels), strict=True)) == {
        "Adelie": 151,
        "Gentoo": 123,
        "Chinstrap": 68,
    }


def test_penguins_by_sex_are_the_same_penguins():
    by_species = gmm.load_measurements("penguins")
    by_sex = gmm.load_measurements("penguins, species and sex")
    np.testing.assert_array_equal(by_species.X, by_sex.X)
    species = [by_sex.groups[k].split(", ")[0] for k in by_sex.labels]
    assert species == [by_species.groups[k] for k in by_species.labels]
    counts = dict(zip(by_sex.groups, np.bincount(by_sex.labels).tolist(), strict=True))
    assert counts == {
        "Adelie, male": 73,
        "Adelie, female": 73,
        "Adelie, sex not recorded": 5,
        "Gentoo, female": 58,
        "Gentoo, male": 61,
        "Gentoo, sex not recorded": 4,
        "Chinstrap, female": 34,
        "Chinstrap, male": 34,
    }


def test_old_faithful_is_the_same_under_both_names():
    np.testing.assert_array_equal(
        gmm.load_measurements("old faithful").X, gmm.load_old_faithful(both=True)
    )


@pytest.mark.parametrize("name", ["Iris", "", None, 3, ["iris"]])
def test_an_unknown_name_is_answered_with_those_there_are(name):
    with pytest.raises(ValueError, match=r"choose one of .*'penguins'"):
        gmm.load_measurements(name)
