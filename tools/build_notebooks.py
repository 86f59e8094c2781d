"""Build student and solved notebooks from their sources, or check that they match.

    python tools/build_notebooks.py                      build all
    python tools/build_notebooks.py --only 02_e_step     build one
    python tools/build_notebooks.py --check              exit with 1 on a mismatch; executes nothing

Student copies come out the same to the byte every time. Solved copies are executed.
"""

from __future__ import annotations

import argparse
import copy
import os
import sys
from pathlib import Path

import nbformat
from handout.first_cell import PROJECT, with_first_cell
from nbclient import NotebookClient
from slide_marks import LEFT_OUT
from transform import SourceError, read_source, solution_lines, solved_copy, student_copy

from gmm_helpers.exercises import EXERCISES
from gmm_helpers.grading.parsing.handout.notebooks import VERSION, with_version

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
POINTS = {name: exercise.points for name, exercise in EXERCISES.items()}
CELL_TIMEOUT = 120  # seconds
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def main(arguments=None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="report drift, write nothing")
    parser.add_argument("--only", nargs="+", metavar="STEM", help="sources to build")
    parser.add_argument("--folder", type=Path, default=NOTEBOOKS, help="default: notebooks/")
    options = parser.parse_args(arguments)
    sources = sorted((options.folder / "source").glob("*.py"))
    if options.only:
        unknown = set(options.only) - {source.stem for source in sources}
        if unknown:
            parser.error(f"no source is called {', '.join(sorted(unknown))}")
        sources = [source for source in sources if source.stem in options.only]
    try:
        if options.check:
            problems = drift(options.folder, sources, whole=not options.only)
            print("\n".join(problems) or "Notebooks are in step with their sources.")
            return 1 if problems else 0
        for source in sources:
            build(source, options.folder)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build(source: Path, folder: Path) -> None:
    """Write the two copies of one source; the solved one is executed first."""
    notebook, student = copies_of(source)
    solved = execute(solved_copy(notebook), folder)
    write(student, folder / f"{source.stem}.ipynb")
    write(solved, folder / "solutions" / f"{source.stem}.ipynb")
    print(f"built {source.stem}")


def copies_of(source: Path):
    """Read a source: the notebook with solutions, and its student copy, both with the version."""
    notebook = with_first_cell(read_source(source, POINTS))
    for cell in notebook.cells:
        cell.metadata.setdefault("slideshow", dict(LEFT_OUT))
    student = with_version(student_copy(notebook), PROJECT["version"])
    require_no_leak(notebook, student, source)
    notebook.metadata[VERSION] = student.metadata[VERSION]
    return notebook, student


def drift(folder: Path, sources: list[Path], whole: bool = True) -> list[str]:
    """Say which copies do not match their source, one sentence for each."""
    problems = []
    for source in sources:
        notebook, student = copies_of(source)
        path = folder / f"{source.stem}.ipynb"
        if not path.exists() or path.read_bytes() != serialised(student).encode():
            problems.append(f"{path.name} does not match its source: run make notebooks.")
        path = folder / "solutions" / path.name
        if not _is_solved(path, solved_copy(notebook)):
            problems.append(f"solutions/{path.name} does not match its source: run make notebooks.")
    if whole:
        stems = {source.stem for source in sources}
        found = [*folder.glob("*.ipynb"), *folder.glob("solutions/*.ipynb")]
        problems += [f"{p.name} has no source." for p in sorted(found) if p.stem not in stems]
    return problems


def require_no_leak(notebook, student, source: Path) -> None:
    """Fail if a line that occurs only in a solution is found in the student copy."""
    handed_out = {
        line.strip() for cell in student.cells for line in cell.source.splitlines() if line.strip()
    }
    allowed = {
        line.strip()
        for cell in notebook.cells
        if not cell.metadata.get("nbgrader", {}).get("solution")
        for line in cell.source.splitlines()
    }
    leaked = handed_out & (set(solution_lines(notebook)) - allowed)
    if leaked:
        raise SourceError(f"{source}: solution line {sorted(leaked)[0]!r} reached students.")


def execute(notebook, folder: Path):
    """Run every cell in a fresh kernel and keep outputs and pictures.

    Widgets are not kept: without a kernel their sliders would move and do nothing. The picture
    that each widget leaves next to itself is kept, with its alt text.
    """
    (folder / "solutions").mkdir(parents=True, exist_ok=True)
    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,  # how printed lines come in pieces depends on the machine
        # Where `yours` finds the solved chapters before.
        resources={"metadata": {"path": str(folder / "solutions")}},
    )
    metadata = copy.deepcopy(notebook.metadata)
    # A question that contradicts what is computed fails.
    client.execute(env={**os.environ, "GMM_CHECKS": "strict"})
    notebook.metadata = metadata  # without versions, which differ elsewhere
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    return notebook


def serialised(notebook) -> str:
    """Return the text of a notebook file."""
    nbformat.validate(notebook)
    return nbformat.writes(notebook, version=4) + "\n"


def write(notebook, path: Path) -> None:
    """Write a notebook so that an interruption leaves the old file intact."""
    text = serialised(notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _is_solved(path: Path, expected) -> bool:
    try:
        found = nbformat.read(path, 4)
    except (OSError, nbformat.reader.NotJSONError):
        return False

    def frozen(notebook):
        return [(c.id, c.cell_type, c.source, c.metadata) for c in notebook.cells]

    code = [cell for cell in found.cells if cell.cell_type == "code"]
    executed = all(cell.execution_count for cell in code)
    failed = any(output.output_type == "error" for cell in code for output in cell.outputs)
    return frozen(found) == frozen(expected) and executed and not failed


if __name__ == "__main__":
    sys.exit(main())
