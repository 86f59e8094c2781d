"""Fairness: no right implementation is rejected, whatever its style."""

import pytest
from support.implementations import RIGHT
from support.judged import EACH_EXERCISE, EACH_RIGHT, NAMES, problems_of, verdict_on

from gmm_helpers.exercises import EXERCISES

pytestmark = pytest.mark.slow

# How often each implementation is tried. Sampling and the loop take long, the rest does not.
N_DRAWS = dict.fromkeys(NAMES, 10) | {"sample_gmm": 3, "fit_em": 3}


@EACH_EXERCISE
def test_the_bank_holds_several_styles(name):
    assert len(RIGHT[name]) >= 3


@EACH_RIGHT
def test_a_right_implementation_in_another_style_is_accepted(name, function):
    found = [found for seed in range(N_DRAWS[name]) for found in problems_of(function, name, seed)]
    assert found == []


@EACH_EXERCISE
def test_the_helper_itself_gets_all_points(name):
    verdict = verdict_on(EXERCISES[name].reference, name, seed=0)
    assert (verdict.status, verdict.score) == ("correct", EXERCISES[name].points)
    assert verdict.failures == verdict.diagnoses == ()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "sample_gmm"])
def test_lists_of_python_numbers_count_as_arrays(name):
    def listed(*arguments):
        result = EXERCISES[name].reference(*arguments)
        if isinstance(result, tuple):
            return [part.tolist() for part in result]
        return result.tolist() if hasattr(result, "tolist") else result

    assert verdict_on(listed, name, seed=1).status == "correct"
