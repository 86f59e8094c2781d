"""Functions that never return are interrupted, and everything is as before afterwards."""

import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import numpy as np
import pytest

from gmm_helpers.exercises.running import interruptions
from gmm_helpers.exercises.running import time_limits as module
from gmm_helpers.exercises.running.time_limits import (
    TookTooLongError,
    call_within,
    time_limit,
)

SECONDS = 0.05
SURELY = 5.0  # a loop that nothing stops ends by itself, and the test fails


def loop_on():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        pass


def sleep_on():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        time.sleep(0.02)


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


def swallow_around_a_sleep():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        try:
            time.sleep(0.01)
        except:  # noqa: E722
            continue


def swallow_for_good():
    end = time.monotonic() + SURELY
    while True:
        try:
            time.sleep(0.01)
            if time.monotonic() > end:
                return
        except BaseException:
            continue


def swallow_twice():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        try:
            while time.monotonic() < end:
                try:
                    time.sleep(0.01)
                except BaseException as error:
                    str(error)
        except BaseException:
            time.sleep(0.001)


def swallow_in_a_call():
    def wait():
        try:
            time.sleep(0.01)
        except BaseException:
            return

    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        try:
            wait()
        except BaseException:
            continue


def swallow_in_a_context():
    end = time.monotonic() + SURELY
    while time.monotonic() < end:
        with suppress(BaseException):
            time.sleep(0.01)


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
SWALLOWING = [
    swallow_around_a_sleep,
    swallow_for_good,
    swallow_twice,
    swallow_in_a_call,
    swallow_in_a_context,
]
CATCHING += SWALLOWING


def in_a_thread(function):
    """Call a function as a kernel that moves sliders in a thread of their own does."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function).result()


@pytest.fixture(params=["by an alarm", "where there are no alarms", "in another thread"])
def where(request, monkeypatch):
    """Call a function where `time_limit` has to interrupt it in this way."""
    if request.param == "where there are no alarms":
        monkeypatch.delattr(signal, "setitimer")
    return in_a_thread if request.param == "in another thread" else lambda function: function()


def stopped(function, seconds=SECONDS):
    started = time.monotonic()
    with pytest.raises(TookTooLongError) as error, time_limit(seconds):
        function()
    assert time.monotonic() - started < SURELY / 2
    return error.value.seconds


@pytest.mark.parametrize("function", [*NEVER_RETURNING, *CATCHING])
def test_what_never_returns_is_stopped(where, function):
    assert where(lambda: stopped(function)) == SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("function", SWALLOWING)
def test_what_swallowed_interruptions_leaves_nothing_behind(where, function):
    """No interruption, no timer and no thread, even while the error is kept."""

    def stop_and_go_on():
        threads = threading.active_count()
        with pytest.raises(TookTooLongError) as kept, time_limit(SECONDS):
            function()
        end = time.monotonic() + 2.5 * module.AGAIN
        while time.monotonic() < end:
            time.sleep(0.001)
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        return threading.active_count() - threads, str(kept.value)

    assert where(stop_and_go_on) == (0, f"it had not returned after {SECONDS:g} seconds")


@pytest.mark.slow
def test_more_interruptions_than_are_caught_leave_nothing_behind(where, monkeypatch):
    """The end of the limit is interrupted, too, by what follows."""
    monkeypatch.setattr(interruptions, "IN_VAIN", 0)

    def stop_and_go_on():
        threads = threading.active_count()
        for function in (loop_on, while_handling_an_exception, swallow_around_a_sleep):
            stopped(function)
        end = time.monotonic() + 2.5 * module.AGAIN
        while time.monotonic() < end:
            time.sleep(0.001)
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        return threading.active_count() - threads

    assert where(stop_and_go_on) == 0


def test_a_sleep_ends_where_there_are_alarms():
    assert stopped(lambda: time.sleep(SURELY)) == SECONDS


def test_the_interruption_says_how_long_it_waited():
    assert str(TookTooLongError(0.05)) == "it had not returned after 0.05 seconds"


def test_the_interruption_is_no_exception_a_student_would_catch():
    assert not issubclass(TookTooLongError, Exception)


def test_what_returns_in_time_is_left_alone(where):
    def add():
        with time_limit(0.3):
            value = sum(range(10))
        time.sleep(0.4)  # nothing is still to come
        return value

    assert where(add) == 45


def test_what_ends_just_when_the_time_is_up_leaves_nothing_behind(where):
    """Either it is stopped or it is not; afterwards nothing interrupts what comes next."""

    def race():
        stopped_ones = 0
        for _ in range(40):
            try:
                with time_limit(0.005):
                    end = time.monotonic() + 0.005
                    while time.monotonic() < end:
                        pass
            except TookTooLongError:
                stopped_ones += 1
        end = time.monotonic() + 2 * module.AGAIN
        while time.monotonic() < end:
            pass
        return stopped_ones

    assert 0 <= where(race) <= 40


def test_a_time_that_is_up_before_the_block_begins_leaves_nothing_behind(monkeypatch):
    start = threading.Thread.start

    def start_slowly(thread):
        start(thread)
        end = time.monotonic() + SURELY
        while thread.name == "time limit" and time.monotonic() < end:
            pass

    monkeypatch.setattr(threading.Thread, "start", start_slowly)
    monkeypatch.delattr(signal, "setitimer")
    with pytest.raises(TookTooLongError), time_limit(0.005):
        pass
    end = time.monotonic() + 3 * module.AGAIN
    while time.monotonic() < end:  # an interruption would come here
        pass


LIMIT_THEN_PROFILE = """
import sys, threading
from gmm_helpers.exercises.running.time_limits import TookTooLongError, time_limit

def limited(stops):
    try:
        with time_limit(0.05 if stops else 5):
            while stops:
                pass
    except TookTooLongError:
        pass

for stops in (False, True):
    thread = threading.Thread(target=limited, args=(stops,))
    thread.start()
    thread.join()
    sys.setprofile(lambda *_: None)
    limited(False)
    sys.setprofile(None)
print("went on")
"""


def test_a_profile_function_can_be_set_afterwards():
    """Python 3.11 spins for ever, deaf to signals, if an interruption was called back before."""
    run = subprocess.run(
        [sys.executable, "-c", LIMIT_THEN_PROFILE], capture_output=True, text=True, timeout=60
    )
    assert run.stdout == "went on\n", run.stderr


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, NotImplementedError])
def test_exceptions_of_the_block_pass_through(where, error):
    def fail():
        with time_limit(1.0):
            raise error

    with pytest.raises(error):
        where(fail)


def test_one_limit_after_another_starts_anew(where):
    def again():
        for _ in range(2):
            with time_limit(0.6):
                time.sleep(0.4)
        stopped(loop_on)
        with time_limit(0.6):
            time.sleep(0.01)
        return True

    assert where(again)


def test_handler_and_timer_are_as_before_afterwards():
    def mine(number, frame):
        raise AssertionError("nobody set this alarm off")

    before = signal.signal(signal.SIGALRM, mine)
    try:
        with time_limit(1.0):
            assert signal.getsignal(signal.SIGALRM) is not mine
        assert signal.getsignal(signal.SIGALRM) is mine
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
        stopped(loop_on)
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


def test_no_thread_is_left_running(where):
    before = set(threading.enumerate())

    def five_times():
        for _ in range(5):
            with time_limit(60.0):
                pass

    where(five_times)
    deadline = time.monotonic() + 2
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert set(threading.enumerate()) <= before


# CPU time


@pytest.fixture(params=["a clock per thread", "a clock per process"])
def clocks(request, monkeypatch):
    if request.param == "a clock per process":
        monkeypatch.delattr(time, "pthread_getcpuclockid", raising=False)


def stopped_with(patience, function):
    started = time.monotonic()
    with pytest.raises(TookTooLongError) as error, time_limit(SECONDS, patience):
        function()
    return error.value.seconds, time.monotonic() - started


def test_with_patience_what_only_waits_has_longer(where, clocks):
    seconds, waited = where(lambda: stopped_with(10.0, sleep_on))
    assert seconds == pytest.approx(10 * SECONDS)
    assert 10 * SECONDS <= waited < SURELY / 2


def test_with_patience_what_computes_is_stopped_as_ever(where, clocks):
    seconds, _ = where(lambda: stopped_with(1000.0, loop_on))
    assert seconds == SECONDS


def test_what_waits_less_than_the_patience_and_computes_little_returns(where, clocks):
    """As on a machine that is busy with something else."""

    def wait():
        with time_limit(0.2, 20.0):
            time.sleep(0.5)
            return sum(range(1000))

    assert where(wait) == 499500


def test_the_work_of_other_threads_does_not_count(where):
    if not hasattr(time, "pthread_getcpuclockid"):
        pytest.skip("only the whole process has a clock")
    busy = threading.Event()

    def work():
        while not busy.is_set():
            sum(range(1000))

    def wait():
        with time_limit(0.3, 20.0):
            time.sleep(0.8)
        return True

    worker = threading.Thread(target=work)
    worker.start()
    try:
        assert where(wait)
    finally:
        busy.set()
        worker.join()


# a call that must end


def test_a_call_returns_what_the_function_does(where):
    assert where(lambda: call_within(1.0, lambda: 3)) == 3


@pytest.mark.parametrize("error", [ValueError, TimeoutError, SystemExit])
def test_a_call_raises_what_the_function_does(where, error):
    def fail():
        raise error

    with pytest.raises(error):
        where(lambda: call_within(1.0, fail))


@pytest.mark.parametrize("function", [*NEVER_RETURNING, *CATCHING])
def test_a_call_ends_whatever_the_function_does(where, function):
    def call():
        with pytest.raises(TookTooLongError) as error:
            call_within(SECONDS, function)
        return error.value.seconds

    started = time.monotonic()
    assert where(call) == SECONDS
    assert time.monotonic() - started < SURELY / 2


def test_in_another_thread_a_sleep_is_left_behind():
    def call():
        with pytest.raises(TookTooLongError):
            call_within(SECONDS, lambda: time.sleep(SURELY))

    started = time.monotonic()
    in_a_thread(call)
    assert time.monotonic() - started < SURELY / 2


def test_a_call_in_another_thread_has_the_settings_of_its_caller():
    def call():
        with np.errstate(divide="raise"):
            return call_within(1.0, np.geterr)

    assert in_a_thread(call)["divide"] == "raise"
