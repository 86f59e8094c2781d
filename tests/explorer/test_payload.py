"""Blocks of bytes for the browser: read here by their description alone."""

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.explorer import unpacked
from support.strategies import SEEDS

from gmm_helpers.explorer.payload import MANTISSA, compress, pack, rounded


@given(st.integers(0, 9), st.integers(1, 4), SEEDS)
def test_words_and_arrays_come_out_as_they_went_in(n_rows, n_columns, seed):
    rng = np.random.default_rng(seed)
    arrays = {
        "a": rng.standard_normal((n_rows, n_columns)),
        "b": rng.standard_normal(n_columns).astype(np.float32),
        "c": rng.integers(-9, 9, (2, n_rows)).astype(np.int32),
    }
    words = {"name": "x₁ und µ", "none": None, "list": [1, 2.5]}
    found, values = unpacked(pack(words, **arrays))
    assert found == words
    assert set(values) == set(arrays)
    for name, array in arrays.items():
        np.testing.assert_array_equal(values[name], array)
        assert values[name].dtype == array.dtype


def test_every_array_begins_on_a_multiple_of_eight_bytes():
    block = pack({"w": "odd"}, a=np.zeros(3, np.float32), b=np.zeros(1), c=np.zeros(1, np.int32))
    head = int.from_bytes(block[:4], "little")
    assert (4 + head) % 8 == 0
    assert len(block) % 8 == 0


def test_arrays_of_any_layout_and_byte_order_are_packed():
    values = np.arange(6.0).reshape(2, 3)
    for same in (np.asfortranarray(values), values.astype(">f8"), np.repeat(values, 2, 1)[:, ::2]):
        np.testing.assert_array_equal(unpacked(pack({}, a=same))[1]["a"], values)


def test_a_compressed_block_is_smaller_and_holds_the_words():
    params = np.cumsum(np.full((200, 6), 1e-3), axis=0)
    block = compress({"name": "run"}, params, bits=24, nll=np.arange(200.0))
    assert len(block) < params.nbytes / 3
    words, arrays = unpacked(zlib.decompress(block))
    assert words["name"] == "run"
    assert words["planes"]["shape"] == [200, 6]
    assert words["planes"]["dropped"] == MANTISSA - 24
    np.testing.assert_array_equal(arrays["nll"], np.arange(200.0))


def test_all_bits_are_all():
    table = np.random.default_rng(0).normal(size=(5, 4)) * np.array([1, -1e-300, 1e300, 0])
    np.testing.assert_array_equal(rounded(table, MANTISSA), table)


@pytest.mark.parametrize("bits", [24, 36])
def test_rounding_is_to_the_nearest(bits):
    values = np.random.default_rng(1).normal(size=1000) * np.logspace(-20, 20, 1000)
    error = np.abs(rounded(values, bits) / values - 1)
    assert error.max() <= 2.0 ** -(bits + 1)
    assert error.max() > 2.0 ** -(bits + 2)
