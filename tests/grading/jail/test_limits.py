"""Times and sizes that student code may use up."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.jail import Limits, scale_limits
from gmm_helpers.grading.jail.limits import of_process, soft


@given(st.floats(1e-3, 1e4))
def test_the_interruption_comes_shortly_before_the_end(seconds):
    assert 0.7 * seconds < soft(seconds) < seconds
    assert seconds - soft(seconds) <= 0.5


@given(st.floats(0.1, 1e3))
def test_more_time_per_call_is_more_time_in_all(case_seconds):
    limits, before = scale_limits(Limits(), case_seconds), Limits()
    factor = case_seconds / before.case_seconds
    assert limits.case_seconds == case_seconds
    assert limits.later_case_seconds <= case_seconds
    assert limits.exercise_seconds == pytest.approx(factor * before.exercise_seconds)
    calls, calls_before = (each.notebook_seconds - each.cells_seconds for each in (limits, before))
    assert calls == pytest.approx(factor * calls_before)
    assert (limits.cell_seconds, limits.memory) == (before.cell_seconds, before.memory)


def test_the_same_time_per_call_changes_nothing():
    assert scale_limits(Limits(), Limits().case_seconds) == Limits()


def test_limits_of_a_process_are_whole_numbers_by_names_of_the_kernel():
    resource = pytest.importorskip("resource")
    found = of_process(Limits(notebook_seconds=0.2), address_space=1000)
    assert found["AS"] == 1000 + Limits().memory
    assert found["CPU"] == math.ceil(0.2) == 1  # 0 would be no time at all
    assert all(
        type(value) is int and hasattr(resource, f"RLIMIT_{n}") for n, value in found.items()
    )
