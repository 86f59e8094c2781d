"""An array comes back from its key, and equal arrays have equal keys."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gmm_helpers.exercises.contents import array_of, content_of

made = arrays.arrays(st.sampled_from([float, int]), arrays.array_shapes(min_side=0, max_dims=3))


@given(made)
def test_the_array_comes_back_whatever_its_layout(array):
    for laid_out in (array, np.asfortranarray(array), np.repeat(array, 2, axis=0)[::2]):
        found = array_of(content_of(laid_out))
        assert found.dtype == array.dtype
        np.testing.assert_array_equal(found, array)
        assert content_of(laid_out) == content_of(array)
        assert hash(content_of(laid_out)) == hash(content_of(array))


def test_another_shape_another_number_and_another_type_have_another_key():
    others = ([1, 2], [[1, 2]], [[1], [2]], [1, 3], [1.0, 2.0], [])
    assert len({content_of(other) for other in others}) == len(others)


def test_what_comes_back_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        array_of(content_of([1.0]))[0] = 2
