"""Responsibilities that the bound is tried on: with zeros, and not those of an E-step."""

import numpy as np
import pytest
from support import oracles

from gmm_helpers.exercises.cases.bound import bound_cases, entropy_cases
from gmm_helpers.exercises.cases.integers import INTEGERS

SEEDS = range(5)


def tables(seed):
    rng = np.random.default_rng(seed)
    yield from ((case, case.arguments[0]) for case in entropy_cases(rng))
    yield from ((case, case.arguments[1]) for case in bound_cases(rng))


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_sum_to_one_and_only_cases_about_zeros_have_them(seed):
    for case, r in tables(seed):
        np.testing.assert_allclose(r.sum(axis=1), 1, rtol=1e-12)
        assert r.min() >= 0
        if case.name != "responsibilities of the E-step":
            assert (r.min() == 0) == (case.topic == "zeros"), case.name


@pytest.mark.parametrize("seed", SEEDS)
def test_there_is_entropy_in_every_case_with_several_components(seed):
    for case, r in tables(seed):
        spread = (r * (1 - r)).sum()
        assert (spread > 1e-3) == (r.shape[1] > 1), case.name


@pytest.mark.parametrize("seed", SEEDS)
def test_responsibilities_are_those_of_an_e_step_in_one_case_only(seed):
    for case in bound_cases(np.random.default_rng(seed)):
        X, r, *params = case.arguments
        if r.shape[1] > 1:
            apart = np.abs(r - oracles.responsibilities(X, *params)).max()
            is_posterior = case.name == "responsibilities of the E-step"
            assert (apart < 1e-9) == is_posterior, case.name


def test_integers_have_the_responsibilities_of_the_floats_before_them():
    cases = bound_cases(np.random.default_rng(0))
    (i,) = [i for i, case in enumerate(cases) if case.topic == INTEGERS]
    np.testing.assert_array_equal(cases[i].arguments[1], cases[i - 1].arguments[1])
