"""The arrow between rooms, and what keeps a room small enough to find a line in it."""

import ast
import graphlib
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "gmm_helpers"

# From left to right, and from which rooms to its left each may import.
MATHS = {"model", "em", "selection"}
ROOMS = {
    "model": set(),
    "em": {"model"},
    "selection": {"model", "em"},
    "exercises": MATHS,
    "drawing": MATHS | {"exercises"},  # sliders run a student's functions
    "questions": MATHS | {"exercises", "drawing"},
    "checks": MATHS | {"exercises", "drawing", "questions"},
    "explorer": MATHS | {"exercises", "drawing"},  # a student's steps, and the static strip
    "grading": MATHS | {"exercises", "drawing", "questions", "checks"},
}
MAX_FILES, MAX_LINES = 15, 250
# What must not be imported when a room is: maths and grading run where nothing is drawn.
DRAWING = {"matplotlib", "ipywidgets", "IPython"}
WITHOUT_DRAWING = ("model", "em", "selection", "exercises", "questions", "checks", "grading")

FILES = sorted(PACKAGE.rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks" / "source").rglob("*.py"))


def name_of(path):
    """The dotted name of a file: `gmm_helpers.em.fast` for its `__init__.py`, too."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in FILES}


def absolute_imports(source, parents):
    """Dotted names of all a source imports; `parents` are the packages the file lies in.

    Imports inside functions count too. `from a import b` is reported as a.b, as b may be a
    module.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(parents[: len(parents) - node.level + 1]) if node.level else []
            base += [node.module] if node.module else []
            yield from (".".join([*base, alias.name]) for alias in node.names)


def imports_of(path):
    """Absolute names of what a file of the package imports."""
    return set(absolute_imports(path.read_text(), path.relative_to(ROOT).parts[:-1]))


def modules_among(names):
    """The modules of the package that names are, or are taken from."""
    for name in names:
        found = name if name in MODULES else name.rpartition(".")[0]
        if found in MODULES:
            yield found


def room_of(module):
    """The room a module lies in; "" for the package itself."""
    return module.split(".")[1] if "." in module else ""


def test_the_reader_of_imports_sees_every_form():
    source = """
import os.path, gmm_helpers.em as e
from . import updates
from .steps import e_step
from .. import fit
def late():
    from gmm_helpers.drawing import svg
"""
    names = set(absolute_imports(source, ("gmm_helpers", "em")))
    assert names == {
        "os.path",
        "gmm_helpers.em",
        "gmm_helpers.em.updates",
        "gmm_helpers.em.steps.e_step",
        "gmm_helpers.fit",
        "gmm_helpers.drawing.svg",
    }
    assert {"gmm_helpers", "gmm_helpers.em", "gmm_helpers.em.steps"} <= set(modules_among(names))


def test_there_are_these_rooms_and_nothing_lies_flat():
    folders = {path.relative_to(PACKAGE).parts[0] for path in FILES if path.parent != PACKAGE}
    assert folders == set(ROOMS)
    assert [path.name for path in PACKAGE.glob("*.*")] == ["__init__.py"]


def test_a_module_imports_leftwards_only():
    wrong = {}
    for module, path in MODULES.items():
        room = room_of(module)
        allowed = {"", room, *(ROOMS[room] if room else MATHS)}
        wrong[module] = {room_of(other) for other in modules_among(imports_of(path))} - allowed
    assert not {module: rooms for module, rooms in wrong.items() if rooms}


def test_the_rooms_stand_in_a_row():
    order = list(ROOMS)
    assert all(order.index(left) < order.index(room) for room in order for left in ROOMS[room])


def test_tests_import_from_support_alone():
    """A test that uses another test's parts breaks when that one moves."""
    for path in (ROOT / "tests").rglob("*.py"):
        names = set(absolute_imports(path.read_text(), ()))
        assert not [n for n in names if n.startswith(("test_", "conftest", "tests."))], path


def test_there_are_no_circles():
    """Not even such as type checkers alone see."""
    graph = {}
    for module, path in MODULES.items():
        others = set(modules_among(imports_of(path))) - {module}
        # A module may ask the package it lies in for a neighbour.
        graph[module] = {other for other in others if not module.startswith(f"{other}.")}
    list(graphlib.TopologicalSorter(graph).static_order())


def test_no_module_has_the_name_of_what_it_exports():
    for module, path in MODULES.items():
        if path.name != "__init__.py":
            tree = ast.parse(path.read_text())
            defined = {getattr(node, "name", "") for node in tree.body}
            assert path.stem not in defined, f"{module}: call the file otherwise"


def test_no_room_is_crowded():
    kinds = ("*.py", "*.js")
    files = [path for kind in kinds for path in PACKAGE.rglob(kind) if path.stem != "__init__"]
    counts = Counter(str(path.parent.relative_to(PACKAGE)) for path in files)
    assert not {room: n for room, n in counts.items() if n > MAX_FILES}


def test_no_file_is_long():
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in FILES}
    assert not {name: n for name, n in lengths.items() if n > MAX_LINES}


def of_scipy_stats(source):
    """What a source takes from scipy.stats."""
    attributes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    names = {*map(ast.unparse, attributes), *absolute_imports(source, ("gmm_helpers",))}
    return {name for name in names if f"{name}.".startswith("scipy.stats.")}


def test_nobody_uses_the_gaussians_of_scipy_stats():
    """Students write these densities themselves, and importing scipy.stats takes seconds."""
    texts = {path: path.read_text() for path in FILES + NOTEBOOKS}
    found = {path: of_scipy_stats(text) for path, text in texts.items() if "stats" in text}
    assert not {path: names for path, names in found.items() if names}


@pytest.mark.parametrize(
    "source", ["import scipy.stats", "from scipy import stats", "x = 1 + scipy.stats.norm.pdf(0)"]
)
def test_the_reader_of_sources_sees_scipy_stats(source):
    assert of_scipy_stats(source)


def imported_with(statement, names):
    """Which of some modules Python has imported after a statement."""
    code = (
        f"import sys\n{statement}\nprint([name for name in {sorted(names)} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.strip()


def test_importing_the_package_leaves_the_slow_libraries_alone():
    slow = DRAWING | {"scipy.stats", "scipy.optimize"}
    assert imported_with("import gmm_helpers", slow) == "[]"


@pytest.mark.parametrize("room", WITHOUT_DRAWING)
def test_maths_checks_and_grading_do_not_draw(room):
    imports = [f"import gmm_helpers.{room}"]
    if room == "grading":
        imports += ["import gmm_helpers.grading.cli, gmm_helpers.grading.workflow"]
    assert imported_with("\n".join(imports), DRAWING) == "[]"
