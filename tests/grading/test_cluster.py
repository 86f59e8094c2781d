"""A real scheduler and two worker processes, one of which is killed half-way."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from support.handed_in import filled, solution, submission
from support.standin import InProcess

from gmm_helpers.grading.errors import BrokenWorkerError

distributed = pytest.importorskip("distributed")

from gmm_helpers.grading.cluster import grade_on  # noqa: E402 - distributed is optional

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parents[1]
N = 16


class Noted(InProcess):
    """Writes down which process grades."""

    def run(self, programs):
        with open(os.environ["NOTES"], "a") as file:
            file.write(f"{os.getpid()}\n")
        return super().run(programs)


def noted(cases, settings):
    return Noted(cases)


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """Address of a scheduler with two workers, and the workers."""
    monkeypatch.setenv("NOTES", str(tmp_path / "notes"))
    path = os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])
    monkeypatch.setenv("PYTHONPATH", path)
    found = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    worker = [*dask, "worker", "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    started = [subprocess.Popen([*scheduler, "--scheduler-file", str(found)], **quiet)]
    try:
        worker += ["--host", "127.0.0.1", "--scheduler-file", str(found)]
        started += [subprocess.Popen(worker, **quiet) for _ in range(2)]
        with distributed.Client(scheduler_file=str(found), timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def test_nothing_is_lost_and_nothing_comes_twice_if_a_worker_is_killed(cluster, settings, tmp_path):
    address, workers = cluster
    right = filled("02_e_step", e_step=solution("e_step"))
    waiting = [submission(right, student=f"s{i}") for i in range(N)]
    results = []
    for result in grade_on(waiting, settings, address, noted):
        results.append(result)
        if len(results) == N // 3:
            workers[0].send_signal(signal.SIGKILL)
    assert Counter(each["student"] for each in results) == {f"s{i}": 1 for i in range(N)}
    for each in results:
        assert [row["score"] for row in each["rows"] if row["exercise"] == "e_step"] == [5]
    graded_by = Counter((tmp_path / "notes").read_text().split())
    assert len(graded_by) == 2
    assert sum(graded_by.values()) <= N + 4  # only what the killed one had in hand


def test_no_scheduler_is_one_sentence(settings, monkeypatch):
    monkeypatch.setattr("gmm_helpers.grading.cluster.SECONDS", 0.5)
    with pytest.raises(BrokenWorkerError, match="no scheduler answers"):
        list(grade_on([], settings, "tcp://127.0.0.1:9"))
