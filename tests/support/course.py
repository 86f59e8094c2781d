"""A course as its teacher keeps it, and the notebooks that go in and come out."""

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

ROOT = Path(__file__).resolve().parents[2]
SOLVED = sorted((ROOT / "notebooks" / "solutions").glob("[0-9]*.ipynb"))  # not the demo
STEMS = [path.stem for path in SOLVED]
ASSIGNMENT = "em"
SECONDS = 300  # for one command
CONFIG = f"""\
c = get_config()
c.CourseDirectory.course_id = "{ASSIGNMENT}"
"""

sys.path.insert(0, str(ROOT / "tools"))
transform = importlib.import_module("transform")
build_notebooks = importlib.import_module("build_notebooks")


class Course:
    """A folder in which nbgrader works: source, release, submitted, autograded, gradebook.db."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
        for path in SOLVED:
            write(read(path), self.path("source", path.stem))

    def path(self, step, stem, student=""):
        return self.folder / step / student / ASSIGNMENT / f"{stem}.ipynb"

    def source(self, stem):
        return read(self.path("source", stem))

    def release(self, stem):
        return read(self.path("release", stem))

    def autograded(self, student, stem):
        return read(self.path("autograded", stem, student))

    def submit(self, student, stem, notebook):
        write(notebook, self.path("submitted", stem, student))

    def nbgrader(self, *arguments, **environment):
        """Run a command as a teacher does; returns what it logged."""
        own = self.folder / "jupyter"  # whatever this machine's user has set up stays out
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=self.folder,
            env={
                **os.environ,
                # As in an activated environment: nbgrader looks there for its alembic.
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "JUPYTER_CONFIG_DIR": str(own / "config"),
                "JUPYTER_DATA_DIR": str(own / "data"),
                "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
                "IPYTHONDIR": str(own / "ipython"),
                **environment,
            },
            timeout=SECONDS,
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, said
        return said

    def gradebook(self):
        return Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}")

    def grades(self, student, stem):
        """What the gradebook holds for each graded cell: automatic score, most, left to a human."""
        with self.gradebook() as gradebook:
            found = gradebook.find_submission_notebook(stem, ASSIGNMENT, student)
            return {
                grade.name: (grade.auto_score, grade.max_score, grade.needs_manual_grade)
                for grade in found.grades
            }


def read(path):
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    return notebook


def write(notebook, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def marked(notebook):
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if grading(cell)}


def grading(cell):
    return cell.metadata.get("nbgrader", {})


def exercises(notebook):
    """Cells in which students write code."""
    return [
        cell
        for cell in notebook.cells
        if grading(cell).get("solution") and cell.cell_type == "code"
    ]


def questions(notebook):
    """Cells in which students write prose."""
    return [
        cell
        for cell in notebook.cells
        if grading(cell).get("solution") and cell.cell_type == "markdown"
    ]


def checks(notebook):
    """Cells that give points for code."""
    return [
        cell
        for cell in notebook.cells
        if grading(cell).get("grade") and not grading(cell).get("solution")
    ]


def check_of(notebook, exercise):
    """The check cell that calls `check` on an exercise."""
    (found,) = (
        cell
        for cell in checks(notebook)
        if re.search(rf"\bcheck\({exercise.metadata.nbgrader.grade_id}\b", cell.source)
    )
    return found
