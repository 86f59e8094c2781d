"""`exit()` of IPython in a student's function ends the function, and the kernel stays."""

import sys
import types

import pytest
from support.total import tried

from gmm_helpers.exercises import CallStatus
from gmm_helpers.exercises.running.exits import no_exit
from gmm_helpers.exercises.running.time_limits import call_within


class Shell:
    """Notes that it was asked to end."""

    def __init__(self):
        self.asked = 0

    def ask_exit(self):
        self.asked += 1


@pytest.fixture
def shell(monkeypatch):
    shell = Shell()
    ipython = types.SimpleNamespace(get_ipython=lambda: shell)
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    return shell


def leave(shell):
    """As IPython's `exit` does."""
    return lambda *_: shell.ask_exit()


def test_it_counts_like_sys_exit(shell):
    outcome = tried(leave(shell))
    assert outcome.status is CallStatus.RAISED
    assert outcome.exception == tried(lambda *_: sys.exit()).exception
    assert shell.asked == 0


def test_under_a_slider_and_in_the_explorer_too(shell):
    with pytest.raises(SystemExit):
        call_within(1.0, leave(shell))
    assert shell.asked == 0


def test_outside_it_ends_the_kernel_as_ever(shell):
    for _ in range(2):
        with no_exit(), pytest.raises(SystemExit):
            shell.ask_exit()
    shell.ask_exit()
    assert shell.asked == 1


def test_an_inner_block_does_not_end_the_outer_one(shell):
    with no_exit():
        with no_exit():
            pass
        with pytest.raises(SystemExit):
            shell.ask_exit()


def test_nothing_is_needed_where_there_is_no_shell(monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython", types.SimpleNamespace(get_ipython=lambda: None))
    with no_exit():
        pass


KERNEL = """
from gmm_helpers.checks import check
def e_step(X, weights, means, covariances):
    exit()
print(check(e_step).status)
"""


@pytest.mark.slow
def test_a_real_kernel_stays():
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(kernel_name="python3")
    try:
        printed = []

        def note(message):
            printed.append(message["content"].get("text", ""))

        reply = client.execute_interactive(KERNEL, output_hook=note, timeout=60)
        assert reply["content"]["payload"] == []
        assert "incorrect" in "".join(printed)
        assert client.execute_interactive("1 + 1", timeout=30)["content"]["status"] == "ok"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
