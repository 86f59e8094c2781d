"""Threads of the fused core: order, errors, interruptions, and BLAS beside them."""

import threading

import pytest
from support.blas import blas_threads
from threadpoolctl import threadpool_limits

from gmm_helpers.em.fast.threads import n_available, workers


@pytest.mark.parametrize("n_threads", [1, 2, 5])
def test_results_come_in_order(n_threads):
    with workers(n_threads) as run:
        assert run(lambda i: i * i, list(range(100))) == [i * i for i in range(100)]
        assert run(abs, []) == []


def test_threads_work_at_the_same_time():
    meeting = threading.Barrier(3, timeout=20)
    with workers(3) as run:
        run(lambda _: meeting.wait(), [0, 1, 2])  # would time out if one came after the other


@pytest.mark.parametrize("n_threads", [1, 3])
def test_an_error_in_any_thread_is_raised(n_threads):
    def fail(i):
        if i == 7:
            raise KeyError(i)
        return i

    with workers(n_threads) as run:
        with pytest.raises(KeyError):
            run(fail, list(range(20)))
        assert run(abs, [-1]) == [1]  # and the threads go on


def test_after_an_interruption_nothing_new_is_begun():
    begun, main = [], threading.main_thread()
    stopped = threading.Event()

    def work(i):
        begun.append(i)
        if threading.current_thread() is main:
            stopped.set()
            raise KeyboardInterrupt
        assert stopped.wait(20)

    with workers(2) as run, pytest.raises(KeyboardInterrupt):
        run(work, list(range(1000)))
    assert len(begun) < 10


def test_blas_has_one_thread_in_here_and_its_own_number_again_afterwards():
    with threadpool_limits(2):
        before = blas_threads()
        with workers(2) as run:
            assert run(lambda _: blas_threads(), [0, 1]) == [{1}, {1}]
        assert blas_threads() == before != {1}


def test_blas_has_its_own_number_again_after_fits_that_overlap():
    with threadpool_limits(2):
        first, second = workers(1), workers(1)
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        assert blas_threads() == {1}  # the second still works
        second.__exit__(None, None, None)
        assert blas_threads() == {2}


def test_more_threads_than_things_do_no_harm():
    with workers(500) as run:
        assert run(abs, [-1, -2]) == [1, 2]
        assert threading.active_count() < 100


def test_there_is_at_least_one_processor():
    assert n_available() >= 1
