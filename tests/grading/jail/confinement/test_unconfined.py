"""A plain process for each notebook: started, read, and gone with all of its group."""

import time

import numpy as np
import pytest

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.jail import Limits
from gmm_helpers.grading.jail.confinement.unconfined import Unconfined
from gmm_helpers.grading.jail.protocol.frames import FrameReader

pytestmark = pytest.mark.slow

NAME = "update_weights"
CASES = {NAME: EXERCISES[NAME].cases(np.random.default_rng(3))[:1]}
LIMITS = Limits()


def plan(*cells):
    return {
        "cells": [(i, text, 5.0, False) for i, text in enumerate(cells, start=1)],
        "cells_seconds": 60.0,
        "exercises": [],
        "result": LIMITS.result,
    }


def headers(worker):
    """All it reports until its end."""
    reader, found = FrameReader(LIMITS.result), []
    while data := worker.read(60.0):
        reader.add(data)
        while taken := reader.take():
            found.append(taken[0])
    return found


@pytest.fixture
def start():
    workers = []

    def begin(*cells):
        workers.append(Unconfined(CASES, LIMITS).start(plan(*cells)))
        return workers[-1]

    yield begin
    for worker in workers:
        worker.finish()


def test_a_worker_reports_every_cell_and_ends(start):
    worker = start("x = 1", "1 / 0")
    found = headers(worker)
    assert [header.get("cell") for header in found] == [None, 1, 2]
    assert found[2]["exception"] == ["ZeroDivisionError", "division by zero"]
    assert worker.finish() == 0


def test_nothing_of_the_environment_but_a_path_comes_with_it(start, monkeypatch):
    monkeypatch.setenv("GMM_SECRET", "secret")
    found = headers(start("import os\nassert 'GMM_SECRET' not in os.environ"))
    assert found[1]["kind"] is None


def test_a_worker_that_says_nothing_can_be_killed_and_leaves_no_folder(start):
    worker = start("while True:\n    pass")
    until = time.monotonic() + 60
    while worker.read(1.0) and time.monotonic() < until:
        pass
    assert worker.read(0.01) is None
    assert worker.finish() is None
    assert worker.finish() is None  # twice is no harm
    assert not worker._folder.exists()
