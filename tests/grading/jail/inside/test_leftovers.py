"""Threads and processes that a cell leaves running cost the functions nothing."""

import os

import pytest
from support.submitted import BOTH, MEANS, WEIGHTS, statuses

from gmm_helpers.grading.jail import Program

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing to fork")

SPIN = "def spin():\n    while True: pass\n"
SLEEP = "import time\ndef spin():\n    while True: time.sleep(0.001)\n"
THREADS = "import threading\nfor _ in range(50):\n    threading.Thread(target=spin{}).start()"
CELLS = {
    "threads that compute": SPIN + THREADS.format(""),
    "threads that sleep": SLEEP + THREADS.format(""),
    "threads that end with the program": SPIN + THREADS.format(", daemon=True"),
    "raw threads": SPIN + "import _thread\nfor _ in range(9): _thread.start_new_thread(spin, ())",
    "an executor": SPIN + "from concurrent.futures import ThreadPoolExecutor\n"
    "pool = ThreadPoolExecutor(4)\nleft = [pool.submit(spin) for _ in range(9)]",
    "a timer": "import threading\nt = threading.Timer(0.1, print)\nt.start()",
    "processes": SPIN + "import os\nfor _ in range(9):\n    if os.fork() == 0: spin()",
    "a process of multiprocessing": SPIN + "import multiprocessing as m\n"
    "p = m.get_context('fork').Process(target=spin)\np.start()",
}
# It would not have enough threads beside any that are left, and looks for what there is.
BUSY = """
import os, threading
def update_weights(r):
    threads = [threading.Thread(target=sum, args=([1],)) for _ in range(9)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    assert threading.active_count() == 1
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG)
    except ChildProcessError:
        return r.mean(axis=0)
"""


@pytest.mark.parametrize("what", CELLS)
def test_what_a_cell_leaves_costs_no_function(what, jailed, cases):
    program = Program(("import numpy as np", CELLS[what], BUSY, MEANS), BOTH)
    run = jailed.run([program])
    assert set(statuses(run, cases).values()) == {"correct"}


@pytest.mark.parametrize("what", ["threads that sleep", "processes"])
def test_nothing_is_lost_in_a_plain_process_or_a_jail(what, runner, cases):
    run = runner.run([Program(("import numpy as np", CELLS[what], WEIGHTS, MEANS), BOTH)])
    assert set(statuses(run, cases).values()) == {"correct"}
    assert [one.status for one in run.exercises] == ["ran", "ran"]


def test_a_pool_that_a_function_uses_stays(jailed, cases):
    cell = (
        "from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)\n"
        "pool.submit(print)\ndef update_weights(r):\n"
        "    return pool.submit(lambda: r.mean(axis=0)).result()"
    )
    run = jailed.run([Program((cell, MEANS), BOTH)])
    assert set(statuses(run, cases).values()) == {"correct"}


def test_what_happens_to_the_fork_is_told(jailed, cases):
    end = "import os\ndef update_weights(r):\n    os._exit(3)"
    run = jailed.run([Program((CELLS["threads that compute"], end, MEANS), BOTH)])
    assert [one.status for one in run.exercises] == ["crashed", "ran"]
    assert statuses(run, cases)["update_means"] == "correct"
