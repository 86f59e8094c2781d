"""Runners for the tests of the jail: short limits, few exercises, one for all tests of a file."""

import numpy as np
import pytest
from support.submitted import SHORT

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.jail import JailError, Runner

NAMES = ("update_weights", "update_means", "has_converged", "sample_gmm", "em_step")


def pytest_collection_modifyitems(items):
    """Whatever starts a jail, or a process for each notebook, is slow."""
    for item in items:
        if {"jailed", "runner"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def cases():
    return {name: EXERCISES[name].cases(np.random.default_rng(7)) for name in NAMES}


@pytest.fixture(scope="module")
def jailed(cases):
    """A runner in a jail."""
    try:
        runner = Runner(cases, SHORT, isolation="bubblewrap")
    except JailError as error:
        pytest.skip(str(error))
    with runner:
        yield runner


@pytest.fixture(scope="module", params=["bubblewrap", "none"])
def runner(request, cases):
    """A runner of either kind."""
    try:
        made = Runner(cases, SHORT, isolation=request.param)
    except JailError as error:
        pytest.skip(str(error))
    with made:
        yield made
