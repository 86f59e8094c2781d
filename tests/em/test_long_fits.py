"""Long fits: the progress bar, and interruptions that lose nothing."""

import subprocess
import sys
import textwrap

import numpy as np
import pytest

from gmm_helpers import ConvergenceWarning, e_step, fit, fit_restarts
from gmm_helpers.em.fitting import InterruptedWarning

pytestmark = pytest.mark.slow


def interrupting(at):
    """An E-step that somebody interrupts when it is called for the `at`-th time."""
    calls = []

    def own_e_step(*arguments):
        calls.append(1)
        if len(calls) == at:
            raise KeyboardInterrupt
        return e_step(*arguments)

    return own_e_step


@pytest.mark.filterwarnings("ignore:EM (stopped|has not):gmm_helpers.ConvergenceWarning")
@pytest.mark.parametrize("at", [2, 3, 10])
def test_an_interrupted_fit_returns_the_trace_so_far(course, at):
    with pytest.warns(ConvergenceWarning, match=f"interrupted after {at - 2} iterations"):
        trace = fit(course.X, course.start, e_step=interrupting(at), progress=True)
    assert trace.n_iter == at - 2
    assert not trace.converged
    whole = fit(course.X, course.start, tol=0, max_iter=at - 2)
    np.testing.assert_allclose(
        trace.negative_log_likelihood, whole.negative_log_likelihood, rtol=1e-12
    )


def test_interrupted_restarts_end_and_return_what_is_done(course):
    options = {"e_step": interrupting(300), "reg_covar": 0, "progress": True, "tol": 1}
    with pytest.warns(InterruptedWarning, match=r"only \d+ runs were made"):
        best, others = fit_restarts(course.X, 3, n_init=50, seed=0, **options)
    assert 0 < len(others) < 49
    assert all(trace.converged for trace in (best, *others))


def test_without_a_bar_an_interruption_interrupts(course):
    """A loop over many short fits must be stoppable."""
    with pytest.raises(KeyboardInterrupt):
        fit(course.X, course.start, e_step=interrupting(3))


def test_an_interruption_before_there_is_anything_to_return_interrupts(course):
    with pytest.raises(KeyboardInterrupt):
        fit(course.X, course.start, e_step=interrupting(1), progress=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for a single process")
def test_a_real_interruption_of_a_large_fit_in_threads_returns_the_trace():
    code = """
        import os, signal, threading, warnings
        import numpy as np
        from gmm_helpers import fit

        X = np.random.default_rng(0).normal(size=(200_000, 2))
        start = np.full(8, 1 / 8), X[:8], np.array([np.eye(2)] * 8)
        warnings.simplefilter("ignore")
        signal.signal(signal.SIGINT, signal.default_int_handler)
        threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()
        trace = fit(X, start, tol=0, max_iter=100_000, n_threads=3, progress=True)
        print(trace.n_iter, trace.converged, np.diff(trace.negative_log_likelihood).max() <= 1e-6)
    """
    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=60
    )
    n_iter, *said = result.stdout.split()
    assert said == ["False", "True"], result.stderr
    assert 0 < int(n_iter) < 100_000
