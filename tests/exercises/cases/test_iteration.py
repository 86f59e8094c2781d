"""Histories for the stopping rule, and data and starts for one iteration."""

import numpy as np
from hypothesis import given, settings
from support import oracles
from support.strategies import SEEDS

from gmm_helpers.exercises.cases.iteration import step_cases, stop_cases


def answers(case):
    """Whether each history of a case has converged."""
    return [len(h) > 1 and abs(h[-1] - h[-2]) < tol for h, tol in case.arguments[0]]


@given(SEEDS)
@settings(max_examples=20)
def test_histories_fall_and_about_half_of_them_have_converged(seed):
    ordinary = stop_cases(np.random.default_rng(seed))[:4]
    for case in ordinary:
        assert 0.4 <= np.mean(answers(case)) <= 0.6, case.name
        assert all((np.diff(history) < 0).all() for history, _ in case.arguments[0])


def test_each_special_case_is_special():
    cases = {case.name: case for case in stop_cases(np.random.default_rng(0))}
    # The last question is an ordinary one: no answer that is always the same is right by luck.
    for name in ("a change of exactly tol", "tol = 0", "the start alone"):
        *special, ordinary = answers(cases[name])
        assert (set(special), ordinary) == ({False}, True)
    assert {len(history) for history, _ in cases["the start alone"].arguments[0][:-1]} == {1}
    rising = cases["a small rise, as rounding can cause"]
    assert set(answers(rising)) == {True, False}
    assert all(history[-1] > history[-2] for history, _ in rising.arguments[0])
    # A change that becomes 0 when it is rounded to six digits is not below a smaller tol.
    questions = cases["ordinary histories"].arguments[0]
    assert any(round(abs(h[-1] - h[-2]), 6) < tol <= abs(h[-1] - h[-2]) for h, tol in questions)
    crossing = cases["histories across zero"].arguments[0]
    assert any(history[-1] < 0 < history[-2] for history, _ in crossing)


@given(SEEDS)
@settings(max_examples=10, deadline=None)
def test_every_component_keeps_more_samples_than_it_has_features(seed):
    for case in step_cases(np.random.default_rng(seed)):
        X, *start = case.arguments
        if len(start[0]) > 1:
            assert not np.allclose(*np.linalg.det(start[2])[:2], rtol=1e-3, atol=0), case.name
        if case.name.startswith("whole numbers") or case.topic in ("far", "units"):
            continue
        counts = oracles.responsibilities(X, *start).sum(axis=0)
        assert counts.min() > X.shape[1] + 1, case.name
