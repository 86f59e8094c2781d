"""Data in the plane: what is drawn of one feature, of two, of many."""

import numpy as np
import pytest
from support.explorer import unpacked

from gmm_helpers import course_original, load_dataset, load_old_faithful
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.data import (
    MAX_FEATURES,
    MAX_SAMPLES,
    NAMES,
    OLD_FAITHFUL,
    OLD_FAITHFUL_BOTH,
    shown_array,
    shown_dataset,
)


def test_one_feature_is_drawn_along_a_line():
    X = load_dataset("ring", n_samples=50).X[:, 0]
    words, arrays = unpacked(EMExplorer(data=X)._own_data)
    assert words["data"][0]["labels"] == ["x₁"]
    assert "one feature" in words["data"][0]["note"]
    np.testing.assert_array_equal(arrays["your data"][:, 0], X)


def test_of_many_features_the_principal_plane_is_drawn():
    rng = np.random.default_rng(0)
    rotation = np.linalg.qr(rng.standard_normal((4, 4)))[0]
    plane = rng.standard_normal((300, 4)) * [5, 3, 0.1, 0.1] @ rotation
    shown = shown_array(plane)
    assert "4 features" in shown.note
    assert "100%" in shown.note
    places = (shown.X - shown.origin) @ shown.axes
    np.testing.assert_allclose(places.std(axis=0), [5, 3], rtol=0.15)
    np.testing.assert_allclose(shown.axes.T @ shown.axes, np.eye(2), atol=1e-12)
    np.testing.assert_allclose(places.mean(axis=0), 0, atol=1e-12)


def test_the_data_given_are_neither_changed_nor_shared():
    X = load_dataset("ring", n_samples=30).X
    shown = shown_array(X)
    X[:] = 0
    assert shown.X.any()
    with pytest.raises(ValueError, match="read-only"):
        shown.X[0] = 1


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(OLD_FAITHFUL)])
def test_a_data_set_of_the_course_is_drawn_as_it_is(name):
    shown = shown_dataset(name)
    np.testing.assert_array_equal((shown.X - shown.origin) @ shown.axes, shown.X)
    assert shown.note == ""
    dataset = course_original() if name == "original" else load_dataset(name)
    np.testing.assert_array_equal(shown.X, dataset.X)
    assert (shown.truth is None) == (dataset.params is None)
    assert (shown.start is None) == (dataset.start is None)


def test_old_faithful_lies_along_its_minutes():
    shown = shown_dataset(OLD_FAITHFUL)
    np.testing.assert_array_equal(shown.X, load_old_faithful())
    assert shown.labels == ("minutes between eruptions",)


def test_old_faithful_has_a_plane_of_both_features():
    shown = shown_dataset(OLD_FAITHFUL_BOTH)
    np.testing.assert_array_equal(shown.X, load_old_faithful(both=True))
    assert len(shown.labels) == 2
    assert shown.note == ""


@pytest.mark.parametrize("shape", [(1, MAX_FEATURES), (MAX_SAMPLES, 1), (1, 3), (2, 3), (5,)])
def test_the_largest_and_the_smallest_data_have_a_plane(shape):
    shown = shown_array(np.random.default_rng(0).standard_normal(shape))
    places = (shown.X - shown.origin) @ shown.axes
    assert places.shape == (shape[0], min(2, shown.X.shape[1]))
    assert np.isfinite(places).all()
    assert len(shown.labels) == places.shape[1]


@pytest.mark.parametrize("shape", [(2, MAX_FEATURES + 1), (MAX_SAMPLES + 1, 1)])
def test_what_the_browser_could_not_follow_is_refused(shape):
    with pytest.raises(ValueError, match="more than the explorer shows"):
        shown_array(np.zeros(shape))


def test_the_plane_is_always_the_same_way_round():
    X = np.random.default_rng(0).standard_normal((50, 4)) * [3, 2, 1, 1]
    axes = shown_array(X).axes
    np.testing.assert_allclose(shown_array(X[::-1]).axes, axes, atol=1e-9)
    assert (axes[np.abs(axes).argmax(axis=0), [0, 1]] > 0).all()


def test_equal_samples_have_a_plane_and_all_of_their_variance_in_it():
    shown = shown_array(np.ones((4, 3)))
    np.testing.assert_array_equal((shown.X - shown.origin) @ shown.axes, np.zeros((4, 2)))
    assert "100%" in shown.note
