"""Shared by all tests: one reproducible Hypothesis profile and the course's own example."""

import os
import signal

import pytest
from hypothesis import settings
from threadpoolctl import threadpool_limits

from gmm_helpers import course_original, fit

# The same examples on every run, so that a red build is red for everyone.
settings.register_profile("reproducible", deadline=None, max_examples=16, derandomize=True)
# While one works, fewer examples are enough: see `make quick`.
settings.register_profile("quick", settings.get_profile("reproducible"), max_examples=8)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "reproducible"))


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    """On arrays this small the threads of BLAS only wait for each other, on a busy machine long."""
    with threadpool_limits(limits=1):
        yield


@pytest.fixture(scope="session", autouse=True)
def interruptible():
    """In the background SIGINT is ignored, under nohup SIGHUP; some tests send them."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session")
def course():
    return course_original()


@pytest.fixture(scope="session")
def course_trace(course):
    """The anchor run: the course's data from the course's start, nothing added."""
    return fit(course.X, course.start, reg_covar=0)
