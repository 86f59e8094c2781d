"""A cell that is run again closes the widgets of before, and they leave the memory."""

import gc
import tracemalloc
from types import SimpleNamespace

import IPython
import pytest
from support.sliding import power_figure

from gmm_helpers.drawing import reruns


@pytest.fixture
def run_cell(monkeypatch):
    """Be the kernel of a cell; a function to say which cell runs, each time once more."""
    request = {}
    shell = SimpleNamespace(kernel=SimpleNamespace(get_parent=lambda channel: request))
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    monkeypatch.setattr(reruns, "_MADE", {})
    runs = iter(range(1000))

    def run(cell):
        request["metadata"] = {"cellId": cell} if cell else {}
        request["header"] = {"msg_id": str(next(runs))}

    return run


def is_open(figure):
    return figure.comm is not None


def test_the_same_cell_again_closes_what_it_made(run_cell):
    run_cell("a")
    first, second = power_figure(), power_figure()
    assert is_open(first)
    assert is_open(second)
    run_cell("a")
    third = power_figure()
    assert not is_open(first)
    assert not is_open(second)
    assert is_open(third)


def test_other_cells_are_left_alone(run_cell):
    run_cell("a")
    first = power_figure()
    run_cell("b")
    power_figure()
    assert is_open(first)


def test_where_cells_have_no_ids_nothing_is_closed(run_cell):
    run_cell("")
    first = power_figure()
    run_cell("")
    power_figure()
    assert is_open(first)


@pytest.mark.slow
def test_a_cell_that_runs_again_keeps_the_memory_as_it_is(run_cell):
    """Also if the kernel keeps what cells have returned, as `Out` does."""
    out = []

    def run():
        run_cell("a")
        out.append(power_figure())

    for _ in range(3):
        run()
    gc.collect()
    tracemalloc.start()
    try:
        start, _ = tracemalloc.get_traced_memory()
        for _ in range(10):
            run()
        gc.collect()
        end, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (end - start) / 10 < 150_000  # a picture of this size alone takes 500 kB
