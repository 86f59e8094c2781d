"""Small numbers: each changes the result, none does when it is zero, and all have a message.

Numbers added to densities cost what underflow costs, whatever was drawn.
"""

import numpy as np
import pytest
from support.judged import key_of, verdict_on

import gmm_helpers as gmm
from gmm_helpers.exercises import attempt
from gmm_helpers.exercises.mistakes.recipes.small_numbers import SMALL_NUMBERS

WAYS = [
    pytest.param(name, way, id=f"{name}-{small.name}-{i}")
    for name, numbers in SMALL_NUMBERS.items()
    for small in numbers
    for i, way in enumerate(small.ways)
]


@pytest.mark.parametrize(("name", "way"), WAYS)
def test_a_number_changes_the_result_unless_it_is_nearly_zero(name, way):
    key = key_of(name, 0)

    def is_right(number):
        outcome = attempt(key.exercise, way(number), key.cases[0])
        return outcome.returned and not key.exercise.compare(
            key.cases[0], outcome.value, key.expected[0]
        )

    assert is_right(1e-200)
    assert any(not is_right(number) for number in (1e-6, 0.3, 1e6))


def said_in_all_draws(function, name, n_draws=4):
    """The only score, as a part of the points, and the only first name there is."""
    verdicts = [verdict_on(function, name, seed) for seed in range(n_draws)]
    ((score, said),) = {(v.score / v.points, v.diagnoses[0].name) for v in verdicts}
    return score, said


def logs(*given):
    return gmm.weighted_log_prob(*given)


IN_THE_LOGARITHM = {
    "gaussian_log_density": lambda number: (
        lambda *given: np.log(np.exp(gmm.gaussian_log_density(*given)) + number)
    ),
    "weighted_log_prob": lambda number: lambda *given: np.log(np.exp(logs(*given)) + number),
    "mixture_log_density": lambda number: (
        lambda *given: np.log(np.exp(logs(*given)).sum(axis=1) + number)
    ),
    "negative_log_likelihood": lambda number: (
        lambda *given: -np.log(np.exp(logs(*given)).sum(axis=1) + number).sum()
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", IN_THE_LOGARITHM)
def test_a_number_in_the_logarithm_costs_the_far_samples_whatever_the_draw(name):
    for number in (1e-16, 1e-10, 1e-8, 1e-3):
        said = said_in_all_draws(IN_THE_LOGARITHM[name](number), name)
        assert said == (pytest.approx(2 / 3, abs=0.005), "small number in the logarithm")


@pytest.mark.slow
def test_a_naive_joint_costs_the_far_samples_whatever_the_draw():
    def naive(X, weights, means, covariances):
        return np.log(weights * np.exp(gmm.component_log_prob(X, means, covariances)))

    said = said_in_all_draws(naive, "weighted_log_prob", 40)
    assert said == (pytest.approx(2 / 3, abs=0.005), "underflow")
