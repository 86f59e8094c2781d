"""Students' copies as they are handed out, run from the first cell to the last, each cell twice."""

import copy
import functools

import nbformat
import pytest
from nbclient import NotebookClient
from support.notebook_tools import CHAPTERS, NOTEBOOKS

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.parsing.handout.notebooks import FIRST_CELL

pytestmark = pytest.mark.slow

EVERY_CHAPTER = pytest.mark.parametrize("stem", [source.stem for source in CHAPTERS])


@pytest.fixture(scope="module", autouse=True)
def one_thread_for_each_kernel():
    """Threads of BLAS would wait for each other longer than they compute."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENBLAS_NUM_THREADS", "1")
        patch.setenv("GMM_PROGRESS", "off")
        yield


def executed(notebook):
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    client.execute()
    return notebook


@functools.cache
def run_twice(stem):
    """Pairs of the same code cell, run and run again before the next one."""
    notebook = nbformat.read(NOTEBOOKS / f"{stem}.ipynb", 4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    again = copy.deepcopy(cells)
    for cell in again:
        cell.id += "-again"
    pairs = list(zip(cells, again, strict=True))
    notebook.cells = [cell for pair in pairs for cell in pair]
    executed(notebook)
    return pairs


def outputs(stem):
    return [(c.id, output) for pair in run_twice(stem) for c in pair for output in c.outputs]


def returned(cell):
    """What a cell returns, in words, and not what it prints: such as whose function it uses."""
    return [out.data["text/plain"] for out in cell.outputs if "text/plain" in out.get("data", {})]


def texts(cell):
    """What a cell prints and returns, in words."""
    return [
        output.get("text") or output.get("data", {}).get("text/plain") for output in cell.outputs
    ]


@EVERY_CHAPTER
def test_nothing_fails_but_what_is_not_yet_written(stem):
    errors = [(cell, out.ename) for cell, out in outputs(stem) if out.output_type == "error"]
    assert [error for error in errors if error[1] != "NotImplementedError"] == []
    assert all(first.execution_count and again.execution_count for first, again in run_twice(stem))


@EVERY_CHAPTER
def test_nothing_is_written_to_stderr(stem):
    assert [out.text for _, out in outputs(stem) if out.get("name") == "stderr"] == []


@EVERY_CHAPTER
def test_every_check_says_not_attempted(stem):
    cells = {cell.id: cell for pair in run_twice(stem) for cell in pair}
    names = [cell_id for cell_id in cells if cell_id in EXERCISES]
    assert names
    for name in names:
        for cell in (cells[f"check_{name}"], cells[f"check_{name}-again"]):
            (said,) = texts(cell)
            assert said.startswith(f"{name}: not attempted.")


@EVERY_CHAPTER
def test_a_cell_says_the_same_when_it_is_run_again(stem):
    for first, again in run_twice(stem):
        if "hint(" in first.source:  # which goes on to the next one
            continue
        assert "".join(map(str, texts(first))) == "".join(map(str, texts(again))), first.id


@EVERY_CHAPTER
def test_the_pictures_of_the_solved_copy_are_seen_without_a_single_solution(stem):
    solved = nbformat.read(NOTEBOOKS / "solutions" / f"{stem}.ipynb", 4)
    here, there = (
        {
            c.id: returned(c)
            for c in cells
            if any("image/png" in o.get("data", {}) for o in c.outputs)
        }
        for cells in (
            [first for first, _ in run_twice(stem)],
            [cell for cell in solved.cells if cell.cell_type == "code"],
        )
    )
    # One slider runs the student's own function, and has no picture without one.
    assert {cell: said for cell, said in there.items() if cell in here} == here
    assert len(there) - len(here) == (stem == "04_convergence")


def test_a_wrong_solution_is_found_out_in_its_notebook():
    notebook = nbformat.read(NOTEBOOKS / "solutions" / "03_m_step.ipynb", 4)
    cells = {cell.id: cell for cell in notebook.cells}
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    imports = next(cell for cell in code if cell.id != FIRST_CELL)
    exercise, check = cells["update_means"], cells["check_update_means"]
    right = "/ counts[:, None]"
    assert right in exercise.source
    exercise.source = exercise.source.replace(right, "/ len(X)")
    notebook.cells = [imports, exercise, check]
    executed(notebook)
    (said,) = texts(check)
    assert said.startswith("update_means: incorrect, 0 of 3 points.")
    assert "Divided by N." in said
