"""Functions that never return are interrupted, and everything is as before afterwards."""

import signal
import threading
import time

import pytest

from gmm_helpers.exercises.running import time_limits as module
from gmm_helpers.exercises.running.time_limits import TookTooLongError, time_limit

SECONDS = 0.05
SURELY = 5.0  # a loop that nothing stops ends by itself, and the test fails


def loop_on():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        pass


def sleep_on():
    time.sleep(SURELY)


def catch_exceptions():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        try:
            time.sleep(0.001)
            raise ValueError
        except Exception:
            pass


def catch_everything_once():
    try:
        loop_on()
    except BaseException:
        loop_on()


def catch_everything_again_and_again():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        try:
            raise ValueError
        except BaseException:
            pass


def while_handling_an_exception():
    try:
        raise ValueError
    except ValueError:
        try:
            loop_on()
        finally:
            pass


NEVER_RETURNING = [loop_on, sleep_on, catch_exceptions, while_handling_an_exception]
CATCHING = [catch_everything_once, catch_everything_again_and_again]


@pytest.fixture(params=["by an alarm", "as by the stop button"])
def limit(request, monkeypatch):
    """Both ways work on this platform; `time_limit` chooses by whether there are alarms."""
    if request.param == "as by the stop button":
        monkeypatch.delattr(signal, "setitimer")
    return time_limit


def stopped(limit, function, seconds=SECONDS):
    started = time.monotonic()
    with pytest.raises(TookTooLongError) as error, limit(seconds):
        function()
    assert time.monotonic() - started < SURELY / 2
    return error.value.seconds


@pytest.mark.parametrize("function", NEVER_RETURNING)
def test_what_never_returns_is_stopped(limit, function):
    if function is sleep_on and not hasattr(signal, "setitimer"):
        function = loop_on  # what interrupts a sleep there depends on the platform
    assert stopped(limit, function) == SECONDS


@pytest.mark.parametrize("function", CATCHING)
def test_what_catches_the_first_interruption_is_stopped_by_another(function):
    assert stopped(time_limit, function) == SECONDS


def test_the_interruption_says_how_long_it_waited():
    assert str(TookTooLongError(0.05)) == "it had not returned after 0.05 seconds"


def test_the_interruption_is_no_exception_a_student_would_catch():
    assert not issubclass(TookTooLongError, Exception)


def test_what_returns_in_time_is_left_alone(limit):
    with limit(0.3):
        value = sum(range(10))
    assert value == 45
    time.sleep(0.4)  # nothing is still to come


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, NotImplementedError])
def test_exceptions_of_the_block_pass_through(limit, error):
    with pytest.raises(error), limit(1.0):
        raise error
    time.sleep(0.01)


def test_one_limit_after_another_starts_anew(limit):
    for _ in range(2):
        with limit(0.6):
            time.sleep(0.4)
    stopped(limit, loop_on)
    with limit(0.6):
        time.sleep(0.01)


def test_handler_and_timer_are_as_before_afterwards():
    def mine(number, frame):
        raise AssertionError("nobody set this alarm off")

    before = signal.signal(signal.SIGALRM, mine)
    try:
        with time_limit(1.0):
            assert signal.getsignal(signal.SIGALRM) is not mine
        assert signal.getsignal(signal.SIGALRM) is mine
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
        stopped(time_limit, loop_on)
        assert signal.getsignal(signal.SIGALRM) is mine
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
        with pytest.raises(ZeroDivisionError), time_limit(1.0):
            1 / 0  # noqa: B018
        assert signal.getsignal(signal.SIGALRM) is mine
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_an_alarm_that_somebody_else_has_set_still_comes():
    """As a test runner with time limits of its own does."""
    before = signal.signal(signal.SIGALRM, lambda number, frame: None)
    signal.setitimer(signal.ITIMER_REAL, 60.0)
    try:
        with time_limit(1.0):
            pass
        remaining, _ = signal.getitimer(signal.ITIMER_REAL)
        assert 50 < remaining <= 60
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("platform_has_alarms", [True, False])
def test_in_another_thread_there_is_no_limit_and_no_error(platform_has_alarms, monkeypatch):
    if not platform_has_alarms:
        monkeypatch.delattr(signal, "setitimer")
    found = []

    def run():
        with time_limit(0.02):
            time.sleep(0.1)
        found.append("returned")

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found == ["returned"]


def test_the_stop_button_is_not_taken_for_the_limit():
    """What the user sends before the time is up is a KeyboardInterrupt and stays one."""
    import _thread

    def interrupted():
        with module._by_interrupt(SURELY):
            _thread.interrupt_main()
            loop_on()

    with pytest.raises(KeyboardInterrupt):
        interrupted()


def test_no_timer_is_left_running_where_there_are_no_alarms(monkeypatch):
    monkeypatch.delattr(signal, "setitimer")
    before = set(threading.enumerate())
    for _ in range(5):
        with time_limit(60.0):
            pass
    deadline = time.monotonic() + 2
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert set(threading.enumerate()) <= before
