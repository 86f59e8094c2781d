"""A slow check says which case it is at; a quick one, and one in a log, says nothing."""

import io
import sys
import time
from types import SimpleNamespace

import numpy as np
import pytest

from gmm_helpers import update_weights
from gmm_helpers.checks import case_line, check
from gmm_helpers.checks.case_line import CaseLine


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(case_line, "AFTER", 0.05)
    monkeypatch.setattr(case_line, "EVERY", 0.01)


def run(seconds, names=("one", "two")):
    with CaseLine("e_step", len(names)) as line:
        for name in names:
            line.next(name)
            time.sleep(seconds)


def test_a_quick_check_shows_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert check(update_weights).status == "correct"
    assert sys.stderr.getvalue() == ""


def test_a_slow_one_shows_each_case_in_the_same_line_which_disappears(monkeypatch, quick):
    monkeypatch.setattr(sys, "stderr", Terminal())
    run(0.3)
    shown = sys.stderr.getvalue().split("\r\x1b[K")
    assert shown == [
        "",
        "e_step: trying case 1 of 2, one ...",
        "e_step: trying case 2 of 2, two ...",
        "",
    ]


def test_it_is_shown_while_the_function_s_own_output_is_discarded(monkeypatch, quick):
    monkeypatch.setattr(sys, "stderr", Terminal())

    def slow(responsibilities):
        print("mine", file=sys.stderr)
        time.sleep(0.02)
        return update_weights(responsibilities)

    assert check(slow, "update_weights").status == "correct"
    shown = sys.stderr.getvalue()
    assert "update_weights: trying case" in shown
    assert "mine" not in shown
    assert shown.endswith("\r\x1b[K")


def test_a_log_gets_nothing(monkeypatch, quick):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    run(0.2)
    assert sys.stderr.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", None)
    run(0.1)


def test_in_a_notebook_one_output_is_updated_and_emptied(monkeypatch, quick):
    outputs = []

    class Handle:
        def update(self, shown):
            outputs.append(("update", shown.data))

    def display(shown, display_id):
        assert display_id is True
        outputs.append(("display", shown.data))
        return Handle()

    shell = SimpleNamespace(kernel=object())
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    monkeypatch.setattr("IPython.display.display", display)
    run(0.3, ["a < b", "two"])
    assert [kind for kind, _ in outputs] == ["display", "update", "update"]
    assert "case 1 of 2, a &lt; b" in outputs[0][1]
    assert outputs[-1][1] == ""


def test_what_goes_wrong_with_the_line_does_not_disturb_the_check(monkeypatch, quick):
    class Broken(Terminal):
        def write(self, text):
            raise OSError

    monkeypatch.setattr(sys, "stderr", Broken())
    run(0.2)
    assert np.ndim(check(update_weights).score) == 0
