"""Limits where the platform has them, and where it has none."""

import subprocess
import sys

import pytest

from gmm_helpers.grading.jail import Limits
from gmm_helpers.grading.jail.inside import walls
from gmm_helpers.grading.jail.limits import of_process


def test_a_limit_holds_for_the_process_that_sets_it():
    pytest.importorskip("resource")
    code = (
        "from gmm_helpers.grading.jail.inside.walls import limit_resources\n"
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
    monkeypatch.setattr(walls, "resource", None)
    walls.limit_resources(of_process(Limits(), 0))
