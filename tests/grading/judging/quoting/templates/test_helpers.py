"""What the helpers say of an unusable argument may be shown, but for the values in it."""

import datetime

import numpy as np
import pytest

import gmm_helpers as gmm
from gmm_helpers.grading.judging.quoting.templates import ERRORS, Known, filled

KNOWN = Known(names=frozenset({"X"}), numbers=frozenset())
ONE = gmm.GMMParams([1.0], [[0.0]], [[[1.0]]])
UNUSABLE = {
    "dates or times": [[datetime.date(2020, 1, 1)]],
    "masked values": [np.ma.array([1.0], mask=[1])],
    "text": [["secret"]],
    "complex numbers": [[1j]],
    "missing values": None,
    "named fields": np.zeros(2, [("secret", float)]),
    "values that are not numbers": [[object()]],
}


def shown(message):
    found = (filled(message, template, KNOWN) for template in ERRORS.splitlines())
    return next((text for text in found if text is not None), None)


@pytest.mark.parametrize("what", UNUSABLE)
def test_what_is_not_a_number_is_named_to_the_student_and_its_value_is_not(what):
    with pytest.raises(ValueError, match=what) as error:
        gmm.e_step(UNUSABLE[what], *ONE)
    text = shown(str(error.value))
    assert what in text
    assert "secret" not in text


def test_a_far_sample_is_named_as_the_cause():
    X = np.vstack([gmm.load_dataset("course").X, [[1e9, 1e9]]])
    with pytest.raises(gmm.DegenerateComponentError) as error:
        gmm.fit(X, gmm.identity_start(X, 3, 0))
    assert "rounding hides an ordinary spread" in shown(str(error.value))


@pytest.mark.parametrize(
    ("shift", "said"), [((0, 1e15), "is constant"), ((1e15, 0), "is so far from 0")]
)
def test_a_feature_without_spread_is_named_as_the_cause(shift, said):
    X = gmm.load_dataset("course").X * (1, shift[1] == 0) + shift
    with pytest.raises(gmm.DegenerateComponentError) as error:
        gmm.fit(X, gmm.random_points_start(X, 3, 0))
    assert said in shown(str(error.value))
