"""Runs of EM: right ones agree with plain loops, and nothing is computed twice."""

import numpy as np
import pytest
from hypothesis import given, settings
from support import oracles
from support.strategies import problems, random_mixture, random_samples

from gmm_helpers.exercises.runs import (
    Run,
    arrays_in,
    kept_run,
    problem_in,
    problem_of,
    right_run,
    small_change,
    standard,
)

RNG = np.random.default_rng(5)
PARAMS = random_mixture(RNG, 1, 2)
X = random_samples(RNG, PARAMS, 30)
START = PARAMS._replace(means=PARAMS.means + 0.3)


@given(problems(max_features=2, max_components=3))
@settings(max_examples=20, deadline=None)
def test_a_right_run_is_em_and_its_rule_compares_the_last_change(problem):
    params, history = oracles.fit_em(problem.X, *problem.start, 0.0, 3)
    run = right_run(problem.X, *problem.start)
    for values, expected in zip((*run.state(3), run.history(3)), (*params, history), strict=True):
        np.testing.assert_allclose(values, expected, rtol=1e-7, atol=1e-7)
    change = abs(run.history(3)[3] - run.history(3)[2])
    assert small_change(run, 3, 1.01 * change + 1e-300)
    assert not small_change(run, 3, change)


def test_a_run_computes_an_iteration_once_and_only_if_it_is_needed():
    calls = []

    def step(run, i):
        calls.append(i)
        return standard(run, i)

    run = Run(X, START, step)
    assert run.nll(0) == pytest.approx(oracles.negative_log_likelihood(X, *START))
    assert calls == []
    assert run.change(2) == run.nll(2) - run.nll(1)
    assert len(run.history(2)) == 3
    assert calls == [0, 1]


def test_equal_problems_share_a_run_and_others_do_not():
    assert right_run(X, *START) is right_run(X.copy(), *START)
    assert right_run(X, *START) is not right_run(X + 1e-12, *START)


def test_runs_of_one_kind_on_the_same_data_are_one_run():
    def kind(problem):
        return Run(*arrays_in(problem))

    problem = problem_of(X, *START)
    run = kept_run(kind, problem)
    assert kept_run(kind, problem_of(X.copy(), *START)) is run
    assert kept_run(kind, problem_of(X + 1e-12, *START)) is not run
    assert kept_run(lambda problem: Run(*arrays_in(problem)), problem) is not run


def test_the_problem_of_a_case_is_that_of_its_first_four_arguments():
    for shift in range(100):  # more than are kept
        arguments = (X + shift, *START, 0.0, shift)
        for _ in range(2):
            assert problem_in(arguments) == problem_of(X + shift, *START)
    found, start = arrays_in(problem_in(arguments))
    assert (found == X + shift).all()
    assert all((one == other).all() for one, other in zip(start, START, strict=True))
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 0


def test_without_steps_of_its_own_an_iteration_is_done_to_see_the_first_parameter():
    run = Run(X, START)
    for j, values in run.first_updates():
        np.testing.assert_array_equal(values, run.state(1)[j])
