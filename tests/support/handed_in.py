"""What students hand in: the student copies, filled in, and then whatever happens to notebooks."""

import ast
import copy
import inspect
import json
import textwrap
from pathlib import Path

from gmm_helpers.grading.intake.submission import File, Submission
from support.implementations import RIGHT, WRONG

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
OURS = ("support.implementations", "support.oracles")
ANSWER = "Because the responsibilities say so."


def student_copy(stem):
    return json.loads((NOTEBOOKS / f"{stem}.ipynb").read_text(encoding="utf-8"))


def solved(stem):
    return json.loads((NOTEBOOKS / "solutions" / f"{stem}.ipynb").read_text(encoding="utf-8"))


def filled(stem, **sources):
    """The student copy of a notebook with some cells filled in."""
    notebook = student_copy(stem)
    for name, source in sources.items():
        cell_of(notebook, name)["source"] = source
    return notebook


def cell_of(notebook, grade_id):
    (found,) = [cell for cell in notebook["cells"] if grade_id_of(cell) == grade_id]
    return found


def grade_id_of(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def solution(name):
    """The source of a solved exercise."""
    for path in sorted((NOTEBOOKS / "solutions").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if grade_id_of(cell) == name:
                return text(cell)
    raise KeyError(name)


def text(cell):
    return "".join(cell["source"])


def source_of(function, name):
    """A function of the bank as a student would have written it, with all that it needs.

    None if it is made by another function.
    """
    if function.__code__.co_freevars:
        return None
    found = {}
    if not _gather(function, found):
        return None
    (own,) = ast.parse(found.pop(function.__name__)).body
    for node in ast.walk(own):
        if isinstance(node, ast.Name) and node.id == own.name:  # it calls itself
            node.id = name
    own.name = name
    return "\n\n".join([*found.values(), ast.unparse(own)])


def _gather(function, found):
    """Put the sources of a function and of what it uses into `found`, in an order that runs."""
    (own,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    if not isinstance(own, ast.FunctionDef):
        return False
    own.decorator_list = []
    found[function.__name__] = ""
    for name in _names(function.__code__):
        value = function.__globals__.get(name)
        if value is None or name in found:
            continue
        if inspect.ismodule(value):
            found[name] = f"import {value.__name__} as {name}"
        elif inspect.isfunction(value) and value.__globals__.get("__name__", "").startswith(OURS):
            if value.__name__ != name or not _gather(value, found):
                return False
        elif callable(value) and getattr(value, "__module__", "").startswith("scipy"):
            own_name = getattr(value, "__name__", name)
            found[name] = f"from {value.__module__} import {own_name} as {name}"
        elif isinstance(value, (int, float)):
            found[name] = f"{name} = {value!r}"
        else:
            return False
    found[function.__name__] = ast.unparse(own)
    return True


def _names(compiled):
    nested = [part for part in compiled.co_consts if inspect.iscode(part)]
    return [*compiled.co_names, *[name for part in nested for name in _names(part)]]


def bank(kind, name):
    """Sources of the bank's implementations of an exercise, by name."""
    functions = {"right": RIGHT, "wrong": WRONG}[kind][name]
    sources = {key: source_of(function, name) for key, function in functions.items()}
    return {key: source for key, source in sources.items() if source}


def code(source, **more):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], **more}


def without_marks(notebook, ids=True):
    """All metadata stripped, and the ids of cells as well if asked."""
    notebook = copy.deepcopy(notebook)
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        if ids:
            cell.pop("id", None)
    return notebook


def as_bytes(notebook):
    return notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()


def submission(*notebooks, student="ann"):
    """A submission of notebooks, each a dict, bytes, or (path, modified, notebook)."""
    files = []
    for i, notebook in enumerate(notebooks):
        path, modified, content = f"{i}.ipynb", 0.0, notebook
        if isinstance(notebook, tuple):
            path, modified, content = notebook
        files.append(File(path, float(modified), as_bytes(content)))
    return Submission(student, tuple(files))


def put(folder, **students):
    """Write notebooks as ``folder/student/name.ipynb``."""
    for student, notebooks in students.items():
        (folder / student).mkdir(parents=True, exist_ok=True)
        for name, notebook in notebooks.items():
            (folder / student / f"{name}.ipynb").write_bytes(as_bytes(notebook))
    return folder
