"""Blocks as a browser reads them, and no more of them than a notebook should hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from support.explorer import unpacked
from support.javascript import node

from gmm_helpers import course_original, equal_means_start, load_dataset
from gmm_helpers.explorer.blocks import (
    MAX_BYTES,
    pack,
    pack_data,
    pack_datasets,
    pack_run,
    part_of,
    start_of,
)
from gmm_helpers.explorer.data import NAMES, shown_array, shown_dataset
from gmm_helpers.explorer.runs import run_em

SHAPES = array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=5)


@given(
    arrays(np.float64, SHAPES, elements=st.floats(allow_nan=False)),
    arrays(np.float32, SHAPES, elements=st.floats(width=32, allow_nan=False)),
)
def test_words_and_arrays_come_out_as_they_went_in(X, own):
    words, found = unpacked(pack({"text": "Sí ☺"}, X=X, own=own))
    assert words == {"text": "Sí ☺"}
    np.testing.assert_array_equal(found["X"], X)
    np.testing.assert_array_equal(found["own"], own)


def test_the_browser_unpacks_the_same():
    block = pack(
        {"text": "Sí ☺"},
        X=np.array([[1 / 3, -np.inf]]),
        own=np.float32([0.1]),
        few=np.int8([-2, 7]),
    )
    found = node(
        "import { unpack } from './runs/blocks.js';"
        "const { words, arrays } = unpack(input);"
        "const { X, own, few } = arrays;"
        "console.log(JSON.stringify([words.text, [...X].map(String), [...own], [...few]]));",
        block,
    )
    assert found == ["Sí ☺", [str(1 / 3), "-Infinity"], [float(np.float32(0.1))], [-2, 7]]


def test_the_data_sets_of_the_course_are_all_there_to_the_last_digit():
    words, arrays = unpacked(pack_datasets())
    assert [about["name"] for about in words["data"]] == list(NAMES)
    for about in words["data"]:
        np.testing.assert_array_equal(arrays[about["name"]], shown_dataset(about["name"]).X)
    np.testing.assert_array_equal(
        arrays["original start"][3:9], course_original().start.means.ravel()
    )


def test_where_samples_came_from_goes_along_where_it_is_known():
    words, arrays = unpacked(pack_datasets())
    named = {about["name"] for about in words["data"]}
    known = {name.removesuffix(" components") for name in arrays if name.endswith(" components")}
    assert named - known == {"ring", "Old Faithful", "Old Faithful, both"}
    for name in known:
        labels = course_original().labels if name == "original" else load_dataset(name).labels
        np.testing.assert_array_equal(arrays[f"{name} components"], labels)
        assert arrays[f"{name} components"].dtype == np.int8


def test_few_samples_are_kept_as_they_are():
    shown = shown_dataset("ring")
    assert part_of(shown) is shown


def test_of_very_many_samples_a_part_is_kept_and_said_to_be_one():
    shown = shown_array(np.random.default_rng(0).normal(size=(50_000, 3)))
    kept = part_of(shown)
    assert kept.X.nbytes <= MAX_BYTES
    assert (kept.n_samples, f"of the {50_000:,} samples" in kept.note) == (50_000, True)
    words, _ = unpacked(pack_data({"your data": kept}))
    assert words["data"][0]["n_samples"] == 50_000


def equal(X, weights, means, covariances):
    rng = np.random.default_rng(int(1e6 * abs(means[0, 0])))  # others in every iteration
    return rng.dirichlet(np.ones(len(weights)), size=len(X))


@pytest.mark.parametrize("n_samples", [600, 50_000])
def test_of_a_long_run_its_first_iterations_are_kept(n_samples):
    X = np.random.default_rng(1).normal(size=(n_samples, 4))
    shown = shown_array(X)
    start = equal_means_start(X, 4, 0)
    *_, run = run_em(X, start, 1e-6, e_step=equal, max_iter=200 if n_samples == 600 else 3)
    kept = start_of(run, shown)
    words, arrays = unpacked(pack_run(kept))
    assert words["run"]["ended"] == "running"
    assert words["run"]["own"] == list(range(len(arrays["own"])))
    assert arrays["own"].shape[1] == len(part_of(shown).X)
    assert len(pack_run(kept)) < 1.3 * MAX_BYTES
    assert words["run"]["last"] == max(2 * len(arrays["nll"]) - 2, 1)
