"""Runs of the explorer: the same as those of `fit`, and usable up to where they go wrong."""

import threading
import time

import numpy as np
import pytest
from support import oracles
from support.blas import blas_threads
from threadpoolctl import threadpool_limits

from gmm_helpers import GMMParams, e_step, fit, load_dataset, m_step, random_points_start
from gmm_helpers.explorer import runs
from gmm_helpers.explorer.endings import Cause, Ending
from gmm_helpers.explorer.runs import run_em
from gmm_helpers.explorer.table import params_table

X = load_dataset("overlapping", n_samples=120).X
START = random_points_start(X, 3, 4)


def last_run(X=X, start=START, reg_covar=1e-6, **options):
    *_, run = run_em(X, start, reg_covar, **options)
    return run


def failing_after(function, n_calls, error):
    calls = iter(range(n_calls))

    def own(*args):
        if next(calls, None) is None:
            raise error
        return function(*args)

    return own


def test_a_run_is_that_of_fit():
    run, trace = last_run(), fit(X, START)
    assert run.ended is Ending.CONVERGED
    assert run.last == 2 * trace.n_iter
    expected = trace.negative_log_likelihood
    np.testing.assert_allclose(run.negative_log_likelihood, expected, rtol=1e-13)
    np.testing.assert_allclose(
        params_table(run.params), params_table(trace.params), rtol=1e-9, atol=1e-9
    )
    assert run.cause is None
    assert not run.message
    assert not run.rises


def test_the_anchor_run_of_the_course(course):
    run = last_run(course.X, course.start, 0.0)
    assert (run.ended, run.last) == (Ending.CONVERGED, 178)
    assert run.negative_log_likelihood[-1] == pytest.approx(2295.071668, abs=5e-7)


def test_a_run_without_iterations_shows_its_e_step():
    run = last_run(max_iter=0)
    assert (run.ended, run.last, len(run.params)) == (Ending.MAX_ITER, 1, 1)


def test_a_run_that_needs_more_is_cut_at_max_iter():
    run = last_run(max_iter=3)
    assert (run.ended, run.last, len(run.params)) == (Ending.MAX_ITER, 6, 4)


def test_a_long_run_is_shown_in_pieces_a_short_one_at_once():
    *pieces, last = run_em(X, START, 1e-6, piece=0)
    assert {run.ended for run in pieces} == {Ending.RUNNING}
    assert last.ended is Ending.CONVERGED
    n = len(pieces[1].params)
    assert pieces[1].last == 2 * n - 1 == pieces[0].last + 2
    np.testing.assert_array_equal(params_table(pieces[1].params), params_table(last.params[:n]))
    assert len(list(run_em(X, START, 1e-6, piece=60))) == 1


@pytest.mark.parametrize(("n_calls", "failing"), [(0, 1), (1, 3), (4, 9)])
def test_what_an_own_e_step_raises_is_reported_at_its_half_step(n_calls, failing):
    run = last_run(e_step=failing_after(e_step, n_calls, ZeroDivisionError("by nothing")))
    assert (run.ended, run.last) == (Ending.FAILED, failing)
    assert run.cause is Cause.STEP_RAISED
    assert "by nothing" in run.message
    trace = fit(X, START)
    assert len(run.params) == n_calls + 1
    np.testing.assert_allclose(
        run.negative_log_likelihood, trace.negative_log_likelihood[: n_calls + 1], rtol=1e-12
    )


@pytest.mark.parametrize(("n_calls", "failing"), [(0, 2), (3, 8)])
def test_what_an_own_m_step_raises_is_reported_at_its_half_step(n_calls, failing):
    run = last_run(m_step=failing_after(m_step, n_calls, KeyError("means")))
    assert (run.ended, run.last, len(run.params)) == (Ending.FAILED, failing, n_calls + 1)
    assert run.cause is Cause.STEP_RAISED
    assert "'means'" in run.message


def test_an_exit_in_an_own_step_does_not_end_the_kernel():
    run = last_run(e_step=failing_after(e_step, 0, SystemExit("bye")))
    assert (run.ended, run.cause) == (Ending.FAILED, Cause.STEP_RAISED)


def test_the_stop_button_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt):
        last_run(e_step=failing_after(e_step, 0, KeyboardInterrupt()))


def test_what_is_still_to_be_written_is_said_so():
    run = last_run(m_step=failing_after(m_step, 0, NotImplementedError()))
    assert (run.ended, run.cause) == (Ending.FAILED, Cause.STEP_NOT_WRITTEN)


def test_an_unusable_result_is_blamed_on_the_function():
    run = last_run(e_step=lambda *args: e_step(*args).T)
    assert (run.cause, run.last) == (Cause.STEP_RESULT, 1)


def test_a_function_that_sleeps_is_stopped_in_any_thread(monkeypatch):
    """JupyterLab asks in other threads than the main one, where nothing wakes a sleeper."""
    monkeypatch.setattr(runs, "CALL_SECONDS", 0.1)
    awake = threading.Event()
    found = []

    def sleeping(*_):
        awake.wait(20)

    def ask(name):
        found.extend(run_em(X, START, 0.0, **{name: sleeping}))

    for name in ("e_step", "m_step"):
        thread = threading.Thread(target=ask, args=(name,))
        thread.start()
        thread.join(10)
        assert not thread.is_alive()
        assert found[-1].ended is Ending.FAILED
        assert f"Your {name} was stopped" in found[-1].message
    awake.set()


def test_a_function_that_never_returns_is_stopped(monkeypatch):
    monkeypatch.setattr(runs, "CALL_SECONDS", 0.2)

    def endless(*_):
        while True:
            time.sleep(0.01)

    run = last_run(m_step=endless)
    assert (run.ended, run.last) == (Ending.FAILED, 2)
    assert run.cause is Cause.STEP_TIMED_OUT


def test_slow_functions_end_the_run_but_keep_what_was_done(monkeypatch):
    monkeypatch.setattr(runs, "RUN_SECONDS", 0.0)
    run = last_run(e_step=oracles.responsibilities)
    assert (run.ended, run.last) == (Ending.STOPPED, 1)
    assert run.cause is Cause.SLOW_STEPS


def test_a_collapse_is_reported_at_its_m_step():
    two_places = np.repeat([[0.0, 0.0], [50.0, 50.0]], 4, axis=0)
    start = GMMParams(
        np.ones(2) / 2, np.array([[0.0, 0.0], [50.0, 50.0]]), np.tile(np.eye(2), (2, 1, 1))
    )
    run = last_run(two_places, start, 0.0)
    assert (run.ended, run.last) == (Ending.FAILED, 2)
    assert run.cause is Cause.COLLAPSED


def test_only_responsibilities_that_differ_from_ours_are_kept():
    assert last_run(e_step=oracles.responsibilities, max_iter=3).responsibilities == {}

    def flattened(X, *params):
        r = e_step(X, *params) ** 0.5
        return r / r.sum(axis=1, keepdims=True)

    run = last_run(e_step=flattened, max_iter=3)
    assert sorted(run.responsibilities) == [0, 1, 2, 3]
    expected = flattened(X, *START)
    np.testing.assert_allclose(run.responsibilities[0], expected, atol=1e-6)


def test_a_run_ends_when_it_would_be_too_large_to_send(monkeypatch):
    monkeypatch.setattr(runs, "MAX_BYTES", 3 * X.shape[0] * 3 * 4)
    run = last_run(e_step=lambda *args: e_step(*args)[:, ::-1])
    assert run.ended is Ending.STOPPED
    assert len(run.responsibilities) == 4
    assert run.cause is Cause.TOO_MANY_RESPONSIBILITIES


def test_rises_are_marked_where_they_happen():
    def jumping(X, responsibilities):
        params = m_step(X, responsibilities)
        jumping.calls += 1
        return params._replace(means=params.means + 3.0) if jumping.calls == 3 else params

    jumping.calls = 0
    run = last_run(m_step=jumping, max_iter=6)
    assert run.rises == (6,)
    assert np.diff(run.negative_log_likelihood)[2] > 0


def test_rounding_is_no_rise():
    assert not last_run(reg_covar=0.0).rises


def test_blas_has_its_threads_again_between_pieces_and_after_a_run_that_is_abandoned():
    rng = np.random.default_rng(0)
    large = rng.standard_normal((20_000, 4))  # enough for BLAS to start threads
    start = random_points_start(large, 8, 0)
    with threadpool_limits(2):
        pieces = run_em(large, start, 1e-6, piece=0)
        next(pieces)
        assert blas_threads() == {2}  # nobody has closed it, and nobody ever will
        next(pieces)
        assert blas_threads() == {2}
        list(run_em(large, start, 1e-6, max_iter=2))
        assert blas_threads() == {2}


@pytest.mark.parametrize("custom", [{}, {"e_step": e_step}, {"m_step": m_step}])
def test_a_component_that_is_empty_is_no_collapse(custom):
    start = START._replace(means=START.means + np.array([[0.0], [0.0], [1e4]]))
    run = last_run(start=start, **custom)
    assert (run.ended, run.cause, run.last) == (Ending.FAILED, Cause.DEGENERATE, 2)


def test_an_error_of_a_student_that_speaks_of_collapse_is_none():
    words = RuntimeError("component 0 has collapsed")
    run = last_run(m_step=failing_after(m_step, 1, words))
    assert run.cause is Cause.STEP_RAISED
    words = ValueError("your mother")
    assert last_run(e_step=failing_after(e_step, 0, words)).cause is Cause.STEP_RAISED


def test_a_sample_out_of_reach_is_blamed_on_nobody():
    far = np.vstack([X, [[1e149, 0.0]]])
    narrow = START._replace(covariances=1e-20 * START.covariances)
    assert last_run(far, narrow).cause is Cause.HELPER_RAISED
