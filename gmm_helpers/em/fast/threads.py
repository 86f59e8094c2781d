"""Portions of the data, dealt to threads without multiplying them by those of BLAS."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from threading import Lock

__all__ = ["Run", "in_turn", "n_available", "workers"]

# Calls a function on each of some things, and returns the results in their order.
Run = Callable[[Callable, list], list]


def in_turn(function: Callable, things: list) -> list:
    """Call a function on each thing, one after the other, in this thread.

    Examples
    --------
    >>> in_turn(abs, [-1, 2])
    [1, 2]
    """
    return [function(thing) for thing in things]


def n_available() -> int:
    """How many threads may run at the same time here.

    Examples
    --------
    >>> n_available() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):  # a container may have fewer than the machine
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def workers(n_threads: int) -> Iterator[Run]:
    """Start threads, each of which calls BLAS in a single thread.

    Parameters
    ----------
    n_threads : int

    Yields
    ------
    callable
        Like `in_turn`, but with so many calls at a time.

    Examples
    --------
    >>> with workers(2) as run:
    ...     run(abs, [-1, 2])
    [1, 2]
    """
    with _one_blas_thread():
        if n_threads == 1:
            yield in_turn
            return
        with ThreadPoolExecutor(n_threads - 1) as pool:  # the caller's thread works as well
            yield partial(_shared, pool, n_threads - 1)


def _shared(pool: ThreadPoolExecutor, n_helpers: int, function: Callable, things: list) -> list:
    todo, results = deque(enumerate(things)), [None] * len(things)

    def work():
        while todo:
            try:
                i, thing = todo.popleft()
            except IndexError:  # another thread was faster
                return
            results[i] = function(thing)

    helpers = [pool.submit(work) for _ in range(min(n_helpers, len(things) - 1))]
    try:
        work()
    finally:  # after an interruption, nothing new is begun
        todo.clear()
        for helper in helpers:
            helper.result()
    return results


@contextmanager
def _one_blas_thread() -> Iterator[None]:
    """Hold BLAS to one thread while anybody wants that: the limit is the whole process's."""
    with _LIMIT.lock:
        if _LIMIT.n_users == 0:
            _LIMIT.limiter = _blas().limit(limits=1)
        _LIMIT.n_users += 1
    try:
        yield
    finally:
        with _LIMIT.lock:
            _LIMIT.n_users -= 1
            if _LIMIT.n_users == 0:  # the first has found the old numbers, the last restores them
                _LIMIT.limiter.restore_original_limits()


class _LIMIT:
    lock, n_users, limiter = Lock(), 0, None


@cache
def _blas():
    import threadpoolctl  # looking for libraries takes a while, and small problems need none

    return threadpoolctl.ThreadpoolController().select(user_api="blas")
