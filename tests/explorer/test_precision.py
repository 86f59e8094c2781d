"""How many digits a page on disk keeps."""

import numpy as np
import pytest

from gmm_helpers import GMMParams, course_original, e_step, load_dataset
from gmm_helpers.explorer.answers import Answers, Configuration
from gmm_helpers.explorer.page import bits_needed
from gmm_helpers.explorer.payload import rounded
from gmm_helpers.explorer.table import params_of_row, params_table

pytestmark = pytest.mark.slow


def largest_error(X, params, bits):
    """Of all responsibilities in all iterations."""
    n_components, n_features = params[0].means.shape
    rows = rounded(params_table(params), bits)
    kept = [params_of_row(row, n_components, n_features) for row in rows]
    pairs = zip(params, kept, strict=True)
    return max(np.abs(e_step(X, *one) - e_step(X, *other)).max() for one, other in pairs)


@pytest.mark.parametrize("seed", [0, 3, 8])
@pytest.mark.parametrize(("data", "n_components"), [("original", 6), ("overlapping", 5)])
def test_responsibilities_stay_what_they_are_in_every_iteration(data, n_components, seed):
    answers = Answers()
    configuration = Configuration(data, n_components, seed)
    run, X = answers.run(configuration), answers.data(configuration).X
    bits = bits_needed(X, run.params)
    assert largest_error(X, run.params, bits) < 1e-6
    assert bits == 24 or largest_error(X, run.params, bits - 4) > 1e-8  # and not far more


@pytest.mark.parametrize(("shift", "least"), [(0.0, 24), (1e3, 28), (1e6, 36)])
def test_data_far_from_the_origin_need_more(shift, least):
    dataset = course_original()
    start = dataset.start._replace(means=dataset.start.means + shift)
    bits = bits_needed(dataset.X + shift, [start])
    assert largest_error(dataset.X + shift, [start], bits) < 1e-6
    assert bits >= least


def test_a_covariance_that_has_collapsed_stays_so():
    params = GMMParams(np.ones(1), np.zeros((1, 2)), np.zeros((1, 2, 2)))
    assert bits_needed(load_dataset("ring").X, [params]) == 24
