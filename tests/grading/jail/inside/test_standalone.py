"""A worker as a process of its own, by the files in its folder."""

import json
import pickle
import subprocess
import sys

from gmm_helpers.grading.jail import Limits
from gmm_helpers.grading.jail.limits import of_process
from gmm_helpers.grading.jail.protocol.frames import FrameReader

CODE = """
import sys
from gmm_helpers.grading.jail.inside import standalone
standalone.main(sys.argv[1])
"""


def test_it_does_what_the_plan_in_its_folder_says(tmp_path):
    limits = of_process(Limits(), 0)
    del limits["NPROC"]
    cells = [(1, "open('left', 'w').close()", 5.0, False), (2, "print('out')", 5.0, False)]
    plan = {"cells": cells, "cells_seconds": 60.0, "exercises": [], "result": 99, "limits": limits}
    (tmp_path / "work").mkdir()
    (tmp_path / "reports").touch()
    (tmp_path / "plan").write_text(json.dumps(plan))
    (tmp_path / "cases").write_bytes(pickle.dumps({}))
    done = subprocess.run([sys.executable, "-c", CODE, str(tmp_path)], capture_output=True)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr  # what is printed goes nowhere
    reader = FrameReader(99)
    reader.add((tmp_path / "reports").read_bytes())
    found = []
    while taken := reader.take():
        found.append(taken[0])
    assert [header.get("cell") for header in found] == [None, 1, 2]
    assert (tmp_path / "work" / "left").exists()  # it works in a folder of its own
