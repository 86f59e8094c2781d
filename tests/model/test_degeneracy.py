"""The error of a component that breaks down: its fields, its pickle, its one sentence."""

import pickle

import pytest

from gmm_helpers import Degeneracy, DegenerateComponentError
from gmm_helpers.model.outliers import FarSample

EMPTY = DegenerateComponentError(Degeneracy.EMPTY, 3, 1e-20)


@pytest.mark.parametrize("kind", Degeneracy)
@pytest.mark.parametrize("iteration", [None, 0, 7])
@pytest.mark.parametrize("far_sample", [None, FarSample(4, 1, 1e9, 0.5)])
def test_all_fields_survive_pickling(kind, iteration, far_sample):
    error = DegenerateComponentError(kind, 2, -0.5, iteration, far_sample)
    copy = pickle.loads(pickle.dumps(error))
    assert isinstance(copy, ValueError)
    assert (copy.kind, copy.component, copy.value, copy.iteration) == (kind, 2, -0.5, iteration)
    assert copy.far_sample == far_sample
    assert str(copy) == str(error)


def test_where_in_a_run_it_happened_is_added_to_a_copy():
    moved = EMPTY.at(12)
    assert (moved.kind, moved.component, moved.value) == (Degeneracy.EMPTY, 3, 1e-20)
    assert (moved.iteration, EMPTY.iteration) == (12, None)


@pytest.mark.parametrize(
    ("iteration", "begin"),
    [
        (None, "component 3 is empty"),
        (0, "component 3 in the start of EM is empty"),
        (12, "component 3 in iteration 12 of EM is empty"),
    ],
)
def test_the_sentence_says_where_it_happened(iteration, begin):
    assert str(EMPTY.at(iteration)).startswith(begin)


def test_there_is_one_sentence_per_kind_with_its_number():
    sentences = {str(DegenerateComponentError(kind, 0, 0.125)) for kind in Degeneracy}
    assert len(sentences) == len(Degeneracy)
    for sentence in sentences:
        assert sentence.startswith("component 0 ")
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "\n" not in sentence
    assert "sum to 1e-20 samples" in str(EMPTY)
    negative = DegenerateComponentError(Degeneracy.NEGATIVE_EIGENVALUE, 0, -2.5)
    assert "smallest eigenvalue -2.5" in str(negative)


@pytest.mark.parametrize("iteration", [None, 3])
def test_of_a_singular_covariance_no_rounding_is_written(iteration):
    """Its smallest eigenvalue is rounding, which is another one on every machine."""
    told = {
        str(DegenerateComponentError(Degeneracy.SINGULAR, 0, value, iteration))
        for value in (3.75, 1e-17, 0.0, -2e-17)
    }
    assert len(told) == 1
    assert "rounding" in told.pop()
