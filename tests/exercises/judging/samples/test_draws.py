"""A sampler is called several times, on untouched arguments and under known random states."""

import random

import numpy as np
import pytest

from gmm_helpers import sample_gmm
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind, as_plain
from gmm_helpers.exercises.judging.samples.draws import (
    FEW,
    N_REPEATS,
    REPEATED_SIZE,
    draw_often,
    is_usable,
)

MIXTURE = (np.array([0.3, 0.7]), np.array([[0.0], [4.0]]), np.array([[[1.0]], [[2.0]]]))


def arguments(n_samples, seed=0):
    return *MIXTURE, n_samples, np.random.default_rng(seed)


@pytest.mark.parametrize(("n_samples", "n_repeats"), [(1, 0), (40, 0), (2_500, N_REPEATS)])
def test_how_many_draws_of_which_size_there_are(n_samples, n_repeats):
    draws = draw_often(sample_gmm, arguments(n_samples))
    assert draws.large[0].shape == (n_samples, 1)
    few = min(n_samples, FEW)
    assert [len(draw[0]) for draw in (*draws.pair, draws.elsewhere, draws.later)] == [few] * 4
    assert [len(draw[0]) for draw in draws.repeats] == [REPEATED_SIZE] * n_repeats


def test_equal_generators_agree_and_others_do_not():
    draws = draw_often(sample_gmm, arguments(40))
    (first, _), (second, _) = draws.pair
    np.testing.assert_array_equal(first, second)
    assert not np.isin(first, draws.elsewhere[0]).any()
    assert not np.isin(first, draws.later[0]).any()


def test_global_random_states_differ_within_the_pair_and_are_restored():
    def sample(weights, means, covariances, n_samples, rng):
        return np.random.random((n_samples, 1)) + random.random(), np.zeros(n_samples)

    np.random.seed(5)
    random.seed(5)
    expected = np.random.RandomState(5).random_sample(), random.Random(5).random()
    draws = draw_often(sample, arguments(40))
    assert not (draws.pair[0][0] == draws.pair[1][0]).any()
    assert (np.random.random(), random.random()) == expected


def test_a_sampler_that_spoils_its_arguments_spoils_the_large_draw_only():
    def rude(weights, means, covariances, n_samples, rng):
        result = sample_gmm(weights, means, covariances, n_samples, rng)
        means[:] = 1e6
        return result

    mixture = [values.copy() for values in MIXTURE]
    draws = draw_often(rude, (*mixture, 40, np.random.default_rng(0)))
    assert (mixture[1] == 1e6).all()
    assert np.abs(draws.later[0]).max() < 100


def test_what_is_not_two_results_is_not_drawn_again_and_again():
    calls = []

    def sample(*given):
        calls.append(given)
        return np.zeros((40, 1))

    result = draw_often(sample, arguments(40))
    assert result == Unusable(UnusableKind.ARRAY, shape=(40, 1))
    assert len(calls) == 3


@pytest.mark.parametrize(
    ("draw", "usable"),
    [
        ((np.zeros((3, 1)), np.zeros(3)), True),
        ((np.zeros((3, 1)), as_plain(None)), False),
        (as_plain("text"), False),
    ],
)
def test_only_two_arrays_are_usable(draw, usable):
    assert is_usable(draw) == usable
