import numpy as np

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
