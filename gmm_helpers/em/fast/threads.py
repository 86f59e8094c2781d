"""Threads that share portions of the data, while BLAS is held to one thread in each."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from threading import Lock
from typing import Any

__all__ = ["Map", "n_available", "serial_map", "workers"]

# Calls a function on each item of a list, and returns the results in their order.
Map = Callable[[Callable, list], list]
HAS_THREADS = sys.platform != "emscripten"  # Python in a browser has none


def serial_map(function: Callable, items: list) -> list:
    """Call a function on each item, one after the other, in this thread."""
    return [function(item) for item in items]


def n_available() -> int:
    """How many threads may run at the same time here."""
    if hasattr(os, "sched_getaffinity"):  # a container may have fewer than the machine
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def workers(n_threads: int) -> Iterator[Map]:
    """Start threads, each of which calls BLAS in a single thread.

    Yields
    ------
    callable
        Like `serial_map`, but with this many calls at a time.
    """
    with _one_blas_thread():
        if n_threads == 1 or not HAS_THREADS:
            yield serial_map
            return
        with ThreadPoolExecutor(n_threads - 1) as pool:  # the caller's thread works as well
            yield partial(_parallel_map, pool, n_threads - 1)


def _parallel_map(
    pool: ThreadPoolExecutor, n_helpers: int, function: Callable, items: list
) -> list:
    todo, results = deque(enumerate(items)), [None] * len(items)

    def work():
        while todo:
            try:
                i, item = todo.popleft()
            except IndexError:  # another thread was faster
                return
            results[i] = function(item)

    helpers = [pool.submit(work) for _ in range(min(n_helpers, len(items) - 1))]
    try:
        work()
    finally:  # after an interruption, no further item is begun
        todo.clear()
        for helper in helpers:
            helper.result()
    return results


@contextmanager
def _one_blas_thread() -> Iterator[None]:
    """Hold BLAS to one thread as long as any fit needs it: the limit is that of the process."""
    with _LIMIT.lock:
        if _LIMIT.n_users == 0:
            _LIMIT.limiter = _blas().limit(limits=1)
        _LIMIT.n_users += 1
    try:
        yield
    finally:
        with _LIMIT.lock:
            _LIMIT.n_users -= 1
            if _LIMIT.n_users == 0:  # the first saved the old limits, the last restores them
                _LIMIT.limiter.restore_original_limits()


class _LIMIT:
    lock, n_users = Lock(), 0
    limiter: Any = None


@cache
def _blas():
    import threadpoolctl  # it takes a while to find libraries, and small problems need no limit

    return threadpoolctl.ThreadpoolController().select(user_api="blas")
