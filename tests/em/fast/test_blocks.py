"""How data are divided: every sample once, nothing larger than the cache, portions for threads."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import SEEDS

from gmm_helpers.em.fast import blocks
from gmm_helpers.em.fast.blocks import Layout
from gmm_helpers.em.fast.buffers import LINE


@given(seed=SEEDS)
def test_blocks_cover_all_samples_once_and_fit_the_cache(seed):
    rng = np.random.default_rng(seed)
    n_samples, n_numbers = int(rng.integers(1, 10**6)), int(rng.integers(1, 3000))
    layout = blocks.Layout(n_samples, n_numbers)
    flat = [block for portion in layout.portions for block in portion]
    assert [first for first, _ in flat] == [0, *(last for _, last in flat[:-1])]
    assert flat[-1][1] == n_samples
    sizes = [last - first for first, last in flat]
    assert max(sizes) <= layout.block
    assert layout.block * n_numbers * 8 <= max(blocks.MAX_BYTES, blocks.MIN_SAMPLES * n_numbers * 8)
    assert all(len(portion) > 0 for portion in layout.portions)


@pytest.mark.parametrize("n_samples", [1, 2, blocks.MIN_SAMPLES])
def test_few_samples_are_one_block(n_samples):
    layout = Layout(n_samples, 5000)
    assert layout.one_block
    assert layout.portions == [[(0, n_samples)]]


@given(st.integers(1, 10**7), st.integers(1, 500))
def test_blocks_are_of_nearly_the_same_size_and_portions_not_too_many(n_samples, n_numbers):
    layout = Layout(n_samples, n_numbers)
    assert len(layout.portions) <= blocks.MAX_PORTIONS
    lengths = [portion[-1][1] - portion[0][0] for portion in layout.portions]
    assert max(lengths) - min(lengths) <= 1
    for portion in layout.portions:
        sizes = [last - first for first, last in portion]
        assert max(sizes) - min(sizes) < 2 * LINE
        assert min(sizes) > 0
        assert not any(size % LINE for size in sizes[:-1])


def test_large_blocks_are_cut_at_a_number_of_samples_too():
    assert Layout(10**6, 1).block == blocks.MAX_SAMPLES
    assert np.diff([Layout(10**6, n).block for n in (1, 50, 500, 5000)]).max() <= 0


def test_with_many_features_a_block_takes_no_more_memory():
    for n_numbers in (10_000, 33_000, 65_000):
        layout = Layout(10**5, n_numbers)
        assert blocks.FEWEST_SAMPLES <= layout.block < blocks.MIN_SAMPLES
        assert layout.block * n_numbers <= blocks.MAX_NUMBERS


@pytest.mark.parametrize("n_blocks", [1, 3, 12, 31, 32, 100])
def test_portions_are_fewer_where_blocks_are(n_blocks):
    layout = Layout(n_blocks * blocks.MAX_BYTES // 128, 16)
    assert layout.block == blocks.MAX_BYTES // 128
    most = blocks.MAX_PORTIONS if n_blocks >= 32 else blocks.FEW_PORTIONS
    assert len(layout.portions) == min(n_blocks, most)


@pytest.mark.parametrize(
    ("n_samples", "quick", "expected"), [(1100, 400, 1100), (10**5, 404, 400), (10**5, 90, 1144)]
)
def test_several_blocks_are_of_the_quickest_size_unless_that_is_small(n_samples, quick, expected):
    assert Layout(n_samples, 171, quick).block == expected
