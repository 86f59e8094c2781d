"""Runs that `fit_em` is tried on: each stops where its case says, and none collapses."""

import numpy as np
import pytest
from support import oracles

from gmm_helpers.exercises.cases.convergence import PAST_CONVERGENCE, fit_cases

CASES = {case.name: case.arguments for case in fit_cases(np.random.default_rng(3))}
LIMITED = [name for name in CASES if name != PAST_CONVERGENCE]


@pytest.mark.parametrize("name", LIMITED)
def test_the_slow_loop_runs_without_a_collapse(name):
    params, history = oracles.fit_em(*CASES[name])
    assert np.isfinite(history).all()
    assert np.linalg.eigvalsh(params[2]).min() > 0


@pytest.mark.parametrize("name", ["an ordinary run, with a moderate tol", "a small tol"])
def test_the_tolerance_decides_and_no_rounding_does(name):
    *_, tol, max_iter = CASES[name]
    _, history = oracles.fit_em(*CASES[name])
    changes = np.abs(np.diff(history))
    assert len(changes) < max_iter
    assert 1.01 * changes[-1] < tol < 0.99 * changes[:-1].min()


@pytest.mark.parametrize("n", [0, 1, 2])
def test_short_limits_are_reached(n):
    arguments = next(a for a in CASES.values() if a[-1] == n and a[-2] > 0)
    assert len(oracles.fit_em(*arguments)[1]) == n + 1


def test_past_convergence_the_history_rises_by_rounding_alone():
    *problem, tol, max_iter = CASES[PAST_CONVERGENCE]
    _, history = oracles.fit_em(*problem, 0.0, max_iter)
    changes = np.diff(history)
    assert tol == 0.0
    assert max(changes) < 1e-12
    assert abs(history[-1]) < 1


def test_the_sizes_cover_what_a_function_must_not_assume():
    shapes = {np.shape(arguments[2]) for arguments in CASES.values()}
    assert {n_components for n_components, _ in shapes} >= {1, 2, 3, 5}
    assert {n_features for _, n_features in shapes} == {1, 2, 3}
    assert {len(arguments[0]) for arguments in CASES.values()} >= {4, 200}
