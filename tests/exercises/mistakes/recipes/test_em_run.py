"""EM made of right parts is right; each part can be replaced."""

import numpy as np
import pytest
from hypothesis import given, settings
from support import oracles
from support.strategies import SEEDS, problems, random_mixture, random_samples

from gmm_helpers.exercises.mistakes.recipes.em_run import (
    Run,
    em,
    right_run,
    standard,
    with_history,
)

RNG = np.random.default_rng(5)
PARAMS = random_mixture(RNG, 1, 2)
X = random_samples(RNG, PARAMS, 30)
START = PARAMS._replace(means=PARAMS.means + 0.3)


@given(problems(max_features=2, max_components=3))
@settings(max_examples=20, deadline=None)
def test_the_right_parts_make_em(problem):
    params, history = oracles.fit_em(problem.X, *problem.start, 1e-2, 4)
    *got, nll_history = em()(problem.X, *problem.start, 1e-2, 4)
    for values, expected in zip((*got, nll_history), (*params, history), strict=True):
        np.testing.assert_allclose(values, expected, rtol=1e-7, atol=1e-7)


def test_a_run_computes_an_iteration_once_and_only_if_it_is_needed():
    calls = []

    def step(run, i, responsibilities):
        calls.append(i)
        return standard(run, i, responsibilities)

    run = Run(step, X, START)
    assert run.nll(0) == pytest.approx(oracles.negative_log_likelihood(X, *START))
    assert calls == []
    assert run.change(2) == run.nll(2) - run.nll(1)
    assert len(run.history(2)) == 3
    assert calls == [0, 1]


def test_equal_problems_share_a_run_and_others_do_not():
    assert right_run(X, *START) is right_run(X.copy(), *START)
    assert right_run(X, *START) is not right_run(X + 1e-12, *START)


@given(SEEDS)
@settings(max_examples=5)
def test_each_part_can_be_replaced(seed):
    n = int(np.random.default_rng(seed).integers(4))
    frozen = em(step=lambda run, i, responsibilities: run.state(i))
    assert len(set(frozen(X, *START, 0.0, n)[3])) == 1
    assert len(em(stop=lambda run, i, tol: True)(X, *START, 0.0, n)[3]) == min(n, 1) + 1
    assert len(em(limit=lambda max_iter: max_iter + 1)(X, *START, 0.0, n)[3]) == n + 2
    assert em(result=lambda run, n: n)(X, *START, 0.0, n) == n


def test_a_history_can_be_changed_without_the_parameters():
    *params, history = with_history(lambda h, run: -h)(X, *START, 0.0, 3)
    *right, right_history = em()(X, *START, 0.0, 3)
    np.testing.assert_array_equal(history, -right_history)
    for values, expected in zip(params, right, strict=True):
        np.testing.assert_array_equal(values, expected)
