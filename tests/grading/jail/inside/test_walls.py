"""Limits where the platform has them, and where it has none."""

import subprocess
import sys

import pytest

from gmm_helpers.grading.jail import Limits
from gmm_helpers.grading.jail.inside import limiting
from gmm_helpers.grading.jail.limits import of_process, soft


def test_a_limit_holds_for_the_process_that_sets_it():
    pytest.importorskip("resource")
    code = (
        "from gmm_helpers.grading.jail.inside.limiting import limit_resources\n"
        "limit_resources({'FSIZE': 10, 'NO_SUCH_LIMIT': 1})\n"
        "import tempfile\n"
        "try:\n"
        "    with tempfile.TemporaryFile(buffering=0) as file:\n"
        "        file.write(bytes(10)); file.write(b'x')\n"
        "except OSError: print('held')"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.stdout == "held\n"


def test_where_there_are_no_limits_nothing_happens(monkeypatch):
    monkeypatch.setattr(limiting, "resource", None)
    limiting.limit_resources(of_process(Limits(), 0))


def test_the_interruption_comes_before_the_end():
    for seconds in (0.1, 1.0, 6.0, 100.0):
        assert 0.7 * seconds < soft(seconds) < seconds
