"""Limits without alarms and threads; `make test-lite` holds them to the same in a browser."""

import sys
import time
from contextlib import contextmanager, suppress

import pytest

from gmm_helpers.exercises.running.interruptions import TookTooLongError
from gmm_helpers.exercises.running.monitored_limits import TOOL, MonitoredLimit

pytestmark = pytest.mark.skipif(
    not hasattr(sys, "monitoring"), reason="only Python 3.12 and newer can be asked at every turn"
)
SECONDS = 0.05
SURELY = 5.0  # a loop that nothing stops ends by itself, and the test fails


def loop_on():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        pass


def turn_on():
    n = 0
    while n < 10**9:
        n += 1


def consume_a_generator():
    end = time.monotonic() + SURELY
    return sum(1 for _ in iter(lambda: time.monotonic() > end, True))


def turn(n):
    for _ in range(n):
        pass


def call_oneself():
    end = time.monotonic() + SURELY

    def call(n):
        if n and time.monotonic() < end:
            call(n - 1)

    while time.monotonic() < end:
        call(50)


def catch_everything():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        with suppress(BaseException):
            loop_on()


def loop_on_at_the_end():
    try:
        loop_on()
    finally:
        catch_everything()


@pytest.mark.parametrize(
    "function",
    [loop_on, turn_on, consume_a_generator, call_oneself, catch_everything, loop_on_at_the_end],
)
def test_what_never_returns_is_stopped(function):
    begun = time.monotonic()
    with pytest.raises(TookTooLongError) as stopped, MonitoredLimit(SECONDS, sys._getframe()):
        function()
    assert stopped.value.seconds == SECONDS
    assert time.monotonic() - begun < SURELY / 2
    assert sys.monitoring.get_tool(TOOL) is None


def test_what_is_quick_is_left_alone():
    with MonitoredLimit(SURELY, sys._getframe()):
        assert sum(x for x in range(1000)) == 499_500
    loop_on_for = time.monotonic() + 2 * SECONDS
    while time.monotonic() < loop_on_for:
        pass


def test_a_context_manager_may_tidy_up():
    tidied = []

    @contextmanager
    def tidy():
        try:
            yield
        finally:
            tidied.append(sum(x for x in range(10)))

    def work():
        with tidy():
            loop_on()

    with pytest.raises(TookTooLongError), MonitoredLimit(SECONDS, sys._getframe()):
        work()
    assert tidied == [45]


def test_a_limit_within_a_limit_leaves_the_outer_one():
    begun = time.monotonic()
    inner = []

    def loop_on_twice():
        with pytest.raises(TookTooLongError) as stopped, MonitoredLimit(SECONDS, sys._getframe()):
            loop_on()
        inner.append(stopped.value.seconds)
        loop_on()

    with pytest.raises(TookTooLongError) as outer, MonitoredLimit(2 * SECONDS, sys._getframe()):
        loop_on_twice()
    assert (inner, outer.value.seconds) == ([SECONDS], 2 * SECONDS)
    assert time.monotonic() - begun < SURELY / 2


def test_the_end_of_a_limit_is_never_missed():
    """It ends while the deadline passes, at any step."""
    for n in range(200):
        try:
            with MonitoredLimit(0.0005, sys._getframe()):
                turn(n)
        except TookTooLongError:
            pass
        assert sys.monitoring.get_tool(TOOL) is None
