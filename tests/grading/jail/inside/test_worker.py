"""A worker reports in a fixed order what came of cells and calls."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from gmm_helpers.exercises import Case
from gmm_helpers.exercises.judging.returned_values import Unusable
from gmm_helpers.grading.jail.inside.worker import _without_the_largest, cases_of, read_plan
from gmm_helpers.grading.jail.protocol.frames import FrameReader

pytestmark = pytest.mark.slow

NAME = "update_weights"
# Ends as a worker does, with a case of two rows and one of three.
WORK = """
import json, os, sys
import numpy as np
from gmm_helpers.grading.jail.inside.worker import cases_of, work
inputs = {"update_weights": [((np.full((n, 2), 0.5),), "plain") for n in (2, 3)]}
fd = int(sys.argv[1])
work(json.loads(sys.argv[2]), cases_of(inputs), fd)
"""


def reports(*cells, first=0, result=1000, optional=False, cells_seconds=60.0):
    """Headers of all reports of a worker that runs some cells and calls the function."""
    plan = {
        "cells": [(i, text, 5.0, optional) for i, text in enumerate(cells, start=1)],
        "cells_seconds": cells_seconds,
        "exercises": [(NAME, first, 5.0)],
        "result": result,
    }
    reading, writing = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(writing), json.dumps(plan)],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
    ):
        os.close(writing)
        with os.fdopen(reading, "rb") as stream:
            reader, found = FrameReader(10_000), []
            reader.add(stream.read())
    while taken := reader.take():
        found.append(taken[0])
    return found


FUNCTION = "def update_weights(r):\n    return r.mean(axis=0)"


@pytest.mark.skipif(os.name != "posix", reason="descriptors of another kind")
class TestReports:
    def test_they_come_in_the_order_of_the_plan(self):
        found = reports("1 / 0", FUNCTION)
        assert found[0] == {"ready": True}
        assert [header["cell"] for header in found[1:3]] == [1, 2]
        assert [header["kind"] for header in found[1:3]] == ["RAISED", None]
        assert found[3] == {"exercise": NAME, "status": "RAN", "moments": []}
        assert [header["case"] for header in found[4:]] == [0, 1]
        assert {header["status"] for header in found[4:]} == {"RETURNED"}

    def test_they_begin_with_the_case_that_is_asked_for(self):
        assert [header["case"] for header in reports(FUNCTION, first=1)[3:]] == [1]

    @pytest.mark.parametrize(
        ("cell", "status"), [("x = 1", "UNDEFINED"), ("update_weights = 3", "NOT_A_FUNCTION")]
    )
    def test_what_cannot_be_called_is_not(self, cell, status):
        assert reports(cell)[2:] == [{"exercise": NAME, "status": status, "moments": []}]

    def test_a_function_that_is_not_written_is_called_once(self):
        found = reports("def update_weights(r):\n    raise NotImplementedError")
        assert [header["status"] for header in found[3:]] == ["UNWRITTEN"]

    def test_optional_cells_are_left_out_once_it_is_late(self):
        found = reports("x = 1", FUNCTION, optional=True, cells_seconds=0.0)
        assert [header["kind"] for header in found[1:3]] == ["LEFT_OUT"] * 2

    def test_an_interruption_that_a_function_raises_is_one_of_its_errors(self):
        found = reports("def update_weights(r):\n    raise KeyboardInterrupt")
        assert [header["exception"] for header in found[3:]] == [["KeyboardInterrupt", ""]] * 2

    def test_a_child_of_a_cell_reports_nothing(self):
        found = reports("import os\nos.fork()", FUNCTION)
        assert [header.get("case") for header in found] == [None] * 4 + [0, 1]


def test_of_a_case_only_arguments_and_layout_are_known():
    arguments = (np.ones(3), 4.0)
    assert cases_of({NAME: [(arguments, "strided")]}) == {NAME: [Case("", arguments, "strided")]}


def test_a_plan_is_read_and_its_file_closed(tmp_path):
    (tmp_path / "plan").write_text('{"cells": []}')
    fd = os.open(tmp_path / "plan", os.O_RDONLY)
    assert read_plan(fd) == {"cells": []}
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(fd)


def test_arrays_that_are_too_large_are_left_out_and_the_others_stay():
    small, large = np.ones(10), np.ones(1000)
    assert _without_the_largest(small, 80) is small
    assert isinstance(_without_the_largest(large, 80), Unusable)
    first, second = _without_the_largest((small, large), 160)
    assert first is small
    assert isinstance(second, Unusable)


def test_calls_of_the_helper_are_reported_case_by_case():
    define = "import gmm_helpers as gmm\ndef update_weights(r):\n    "
    for code, seen in (
        ("return gmm.update_weights(r)", [True, True]),
        ("return r.mean(axis=0)", [False, False]),
        ("return gmm.update_weights(r) if len(r) == 3 else 0", [False, True]),
    ):
        found = reports(define + code)
        assert [each["helper"] for each in found if "helper" in each] == seen
