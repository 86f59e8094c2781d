"""Bad values: each is reported in one line, and something else is shown."""

import numpy as np
import pytest

from gmm_helpers import GMMParams, course_original
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.configuration import OWN_START, Configuration
from gmm_helpers.explorer.table import params_table
from gmm_helpers.explorer.usable import YOUR_DATA, make_usable


@pytest.mark.parametrize(
    ("options", "problem", "shown"),
    [
        ({"data": [[1.0, np.nan]] * 5}, "X holds NaN", {"data": "original"}),
        ({"data": "moon"}, "No data set is called 'moon'", {"data": "original"}),
        ({"data": np.zeros((4, 20))}, "at most 10 features", {"data": "original"}),
        ({"data": "text in", "n_components": 2}, "No data set", {"n_components": 2}),
        ({"data": [[0.0, 1.0], [1.0, 0.0]]}, "more than the 2 samples", {"n_components": 2}),
        ({"n_components": 12}, "more than the explorer shows", {"n_components": 8}),
        ({"n_components": 2.5}, "n_components is 2.5", {"n_components": 3}),
        ({"seed": -1}, "seed is -1", {"seed": 0}),
        ({"reg_covar": "small"}, "reg_covar is 'small'", {"reg_covar": 1e-6}),
        ({"start": (1, 2)}, "start is not usable", {"start": "identity"}),
        ({"e_step": 3}, "e_step must be a function", {"data": "original"}),
    ],
)
def test_bad_values_are_told_in_one_line_with_what_is_shown_instead(options, problem, shown):
    explorer = EMExplorer(**options)
    assert problem in explorer.options["problem"] == explorer.problem
    assert "\n" not in explorer.problem
    assert {name: getattr(explorer, name) for name in shown} == shown


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("foo", "No start is called 'foo': choose one of"),
        (GMMParams(np.ones(1), np.zeros((1, 3)), np.eye(3)[None]), "its means have 3 features"),
    ],
)
def test_instead_of_an_unusable_start_another_one_is_shown(start, told):
    explorer = EMExplorer(start=start)
    assert told in explorer.problem
    assert explorer.problem.endswith("Shown instead: the start identity.")
    assert explorer.start == "identity"


def test_what_can_be_used_is_left_as_it_is():
    found = make_usable("ring", 5, 2, "k-means++", 0.1)
    assert found == (Configuration("ring", 5, 2, "k-means++", 0.1), {}, [])


def test_each_bad_value_has_a_line_of_its_own():
    found = make_usable("nowhere", 0, -1, "nothing", -1)
    assert len(found.problems) == 5
    assert found.configuration == Configuration()


def test_a_start_of_ones_own_decides_the_number_of_components():
    start = GMMParams(np.full(2, 0.5), np.zeros((2, 2)), np.array([np.eye(2)] * 2))
    found = make_usable("ring", "ignored", 0, start, 1e-6)
    assert found.problems == []
    assert (found.configuration.start, found.configuration.n_components) == (OWN_START, 2)
    assert found.configuration.own_start == tuple(params_table((start,))[0])


def test_data_of_ones_own_are_kept_by_name():
    found = make_usable(np.arange(12.0), 2, 0, "identity", 1e-6)
    assert found.configuration.data == YOUR_DATA
    assert found.arrays[YOUR_DATA].X.shape == (12, 1)


@pytest.mark.parametrize(("n_samples", "asked", "shown"), [(1, 3, 1), (3, 3, 3), (50, 99, 8)])
def test_there_are_no_more_components_than_samples_or_places(n_samples, asked, shown):
    found = make_usable(np.arange(float(n_samples)), asked, 0, "identity", 1e-6)
    assert found.configuration.n_components == shown
    assert len(found.problems) == (asked != shown)


def test_a_start_that_is_none_and_a_single_sample_are_told_in_words():
    found = make_usable("course", 3, 0, 3, 1e-6)
    assert "expected a name or (weights, means, covariances), got int" in found.problems[0]
    found = make_usable(np.zeros((1, 2)), 3, 0, "identity", 1e-6)
    assert found.problems == ["n_components=3 is more than the only sample. Shown instead: K = 1."]
    found = make_usable(course_original(), 3, 0, "identity", 1e-6)
    assert "pass its samples, data.X" in found.problems[0]
