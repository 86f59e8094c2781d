"""Memory that is allocated once and used again for blocks of any size."""

import numpy as np
import pytest

from gmm_helpers.em.fast.buffers import Workspace


@pytest.mark.parametrize("n", [1, 5, 8])
def test_views_have_the_shapes_of_a_block_without_gaps(n):
    views = Workspace(6, 7, n_components=3, block=8, portion=20).views(n)
    assert views.features.shape == (6, n)
    assert views.padded.shape == (7, n)
    assert views.responsibilities.shape == (3, n)
    assert views.transposed.shape == (n, 6)
    assert views.features.flags.c_contiguous
    assert views.responsibilities.flags.c_contiguous


def test_the_transposed_features_are_the_same_numbers():
    views = Workspace(4, 4, 2, 5, 5).views(5)
    views.features[...] = np.arange(20.0).reshape(4, 5)
    np.testing.assert_array_equal(views.transposed, views.features.T)
    assert np.shares_memory(views.transposed, views.features)


def test_blocks_of_every_size_share_one_piece_of_memory():
    workspace = Workspace(4, 4, 2, 5, 5)
    large, small = workspace.views(5), workspace.views(3)
    assert np.shares_memory(large.features, small.features)
    assert not np.shares_memory(large.features, large.responsibilities)
    assert workspace.views(5) is large


def test_the_first_feature_is_1_whatever_is_written_into_others():
    workspace = Workspace(4, 4, 2, 5, 5)
    for n in (5, 3, 4, 1, 5):
        views = workspace.views(n)
        np.testing.assert_array_equal(views.features[0], np.ones(n))
        views.features[1:] = np.nan


def test_there_is_one_number_for_each_sample_of_a_portion():
    assert Workspace(4, 4, 2, 5, portion=17).norms.shape == (1, 17)
