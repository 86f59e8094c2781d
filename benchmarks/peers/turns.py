"""A process for each program and number of threads, so that they can take turns.

Each has its own libraries and thread pools, sees only as many processors as it has threads, and
sleeps while others run.
"""

from __future__ import annotations

import importlib
import os
import time
import tracemalloc
from multiprocessing import get_context
from typing import Any, NamedTuple

from . import PROGRAMS

__all__ = ["Result", "Worker"]

LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
PATIENCE = 300  # seconds


class Result(NamedTuple):
    """What a fit took and found.

    Parameters
    ----------
    seconds : float
        By the clock.
    cpu_seconds : float
        Of the processors, in all threads.
    params : GMMParams
    nll : float or None
    """

    seconds: float
    cpu_seconds: float
    params: Any
    nll: float | None


class Worker:
    """A process in which one program runs.

    Parameters
    ----------
    program : str
        One of `PROGRAMS`.
    n_threads : int
    """

    def __init__(self, program: str, n_threads: int):
        self.program, self.n_threads, self.why = program, n_threads, ""
        old = {name: os.environ.get(name) for name in LIMITS}
        os.environ |= dict.fromkeys(LIMITS, str(n_threads))
        self._pipe, theirs = get_context("spawn").Pipe()
        self._process = get_context("spawn").Process(
            target=_serve, args=(theirs, program, n_threads), daemon=True
        )
        try:
            self._process.start()
        finally:
            theirs.close()
            for name, value in old.items():
                os.environ.pop(name)
                if value is not None:
                    os.environ[name] = value

    def ask(self, *request):
        """Send a request and return the answer; None if there is none, and `why` says why."""
        if self._pipe.closed:
            return None
        try:
            self._pipe.send(request)
            if not self._pipe.poll(PATIENCE):
                raise TimeoutError(f"no answer within {PATIENCE} seconds")
            answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self.close()
            answer = error
        if isinstance(answer, Exception):
            self.why = f"{type(answer).__name__}: {answer}".splitlines()[0]
            return None
        return answer

    def prepare(self, make, *size) -> bool:
        """Make a problem, and everything that is done once; whether that was possible."""
        return self.ask("prepare", make, size) is not None

    def fit(self, n_iter: int, turn: int) -> Result | None:
        """Fit once; `turn` chooses the processor."""
        return self.ask("fit", n_iter, turn)

    def memory(self) -> float | None:
        """Largest amount of memory, in MB, that Python and NumPy use for a fit."""
        return self.ask("memory")

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.join(1)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()


def _serve(pipe, program: str, n_threads: int) -> None:
    processors = sorted(os.sched_getaffinity(0))
    _pin(processors[:n_threads])
    run = None
    while True:
        try:
            kind, *request = pipe.recv()
        except EOFError:
            return
        try:
            if kind == "prepare":
                make, size = request
                module, name = PROGRAMS[program]
                run = None  # frees what is not needed any more
                function = getattr(importlib.import_module(f"peers.{module}"), name)
                run = function(make(*size), n_threads)
                pipe.send(True)
            elif kind == "fit":
                n_iter, turn = request
                _pin([processors[(turn + i) % len(processors)] for i in range(n_threads)])
                pipe.send(_timed(run, n_iter))
            else:
                pipe.send(_peak(run))
        except Exception as error:
            pipe.send(RuntimeError(f"{type(error).__name__}, {error}"))


def _timed(run, n_iter: int) -> Result:
    seconds, cpu_seconds = time.perf_counter(), time.process_time()
    found = run(n_iter)
    seconds, cpu_seconds = time.perf_counter() - seconds, time.process_time() - cpu_seconds
    return Result(seconds, cpu_seconds, *found)


def _peak(run) -> float:
    tracemalloc.start()
    try:
        run(2)
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def _pin(processors: list[int]) -> None:
    """Hold all threads of this process to some processors."""
    for thread in os.listdir("/proc/self/task"):
        os.sched_setaffinity(int(thread), processors)
