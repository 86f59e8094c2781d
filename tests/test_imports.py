"""The import arrow: which module may import which, and what stays outside.

params -> validation -> density -> {sampling, matching, updates -> em} -> {datasets, init, trace,
fused, own_steps} -> half_steps -> fit -> restarts, and from there to the modules that draw, check
and grade. A new module needs a line in ALLOWED.
"""

import ast
import graphlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "gmm_helpers"

CHECKED = {"params", "validation"}
BASE = CHECKED | {"log_sums", "cholesky", "density"}
STEPS = BASE | {"updates", "moments", "sampling", "matching", "em"}
MATHS = STEPS | {"datasets", "init", "fused", "own_steps", "trace", "half_steps", "fit", "restarts"}
EVERY_MATHS = MATHS | {"__init__"}  # `from gmm_helpers import e_step`: __init__ holds maths only

# module or sub-package -> what of the package it may import
ALLOWED = {
    "params": set(),
    "validation": {"params"},
    "log_sums": set(),
    "cholesky": CHECKED,
    "density": BASE - {"density"},
    "updates": BASE,
    "moments": BASE,
    "sampling": BASE,
    "matching": BASE,
    "em": BASE | {"updates"},
    "datasets": STEPS,
    "init": STEPS,
    "trace": STEPS,
    "fused": STEPS,
    "own_steps": STEPS,
    "half_steps": STEPS | {"fused", "own_steps"},
    "progress_bar": set(),
    "fit": (MATHS | {"progress_bar"}) - {"fit", "restarts"},
    "restarts": MATHS - {"restarts"},
    "__init__": MATHS,
    "palette": set(),
    "raised": set(),
    "time_limit": set(),
    "pictures": set(),
    "plots": EVERY_MATHS | {"palette", "pictures"},
    "sliders": {"pictures", "plots", "raised", "time_limit"},
    "explorer": EVERY_MATHS | {"pictures", "plots", "raised", "time_limit"},
    "exercises": EVERY_MATHS | {"raised", "time_limit"},
    "svg": {"palette"},
    "card_pictures": {"exercises", "palette", "svg"},
    "cards": {"card_pictures", "exercises"},
    "checks": EVERY_MATHS | {"cards", "exercises", "raised", "svg"},
    "grading": EVERY_MATHS | {"cards", "exercises", "raised", "time_limit"},
}
DRAWING = {"matplotlib", "ipywidgets"}
OUTSIDE = {
    **dict.fromkeys([*MATHS, "__init__"], DRAWING | {"IPython"}),
    **dict.fromkeys(["exercises", "svg", "card_pictures", "cards", "checks", "grading"], DRAWING),
}
FILES = sorted(PACKAGE.rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks" / "source").rglob("*.py"))


def module_of(path):
    """The entry of the table a file belongs to: its module, or its sub-package."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


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
    parents = ("gmm_helpers", *path.relative_to(PACKAGE).parts[:-1])
    return set(absolute_imports(path.read_text(), parents))


def own_modules(names):
    """Which entries of the table the names of the package among `names` belong to."""
    for name in names:
        package, _, rest = name.partition(".")
        if package == "gmm_helpers":
            first = rest.split(".")[0]
            exists = (PACKAGE / first).is_dir() or (PACKAGE / f"{first}.py").exists()
            yield first if first and (exists or first in ALLOWED) else "__init__"


def test_the_reader_of_imports_sees_every_form():
    source = """
import os.path, gmm_helpers.em as e
from . import density
from .params import as_data
from .. import fit
def late():
    from gmm_helpers import plots, GMMParams
"""
    names = set(absolute_imports(source, ("gmm_helpers", "exercises")))
    assert names == {
        "os.path",
        "gmm_helpers.em",
        "gmm_helpers.exercises.density",
        "gmm_helpers.exercises.params.as_data",
        "gmm_helpers.fit",
        "gmm_helpers.plots",
        "gmm_helpers.GMMParams",
    }
    assert set(own_modules(names)) == {"em", "exercises", "fit", "plots", "__init__"}
    assert list(absolute_imports("from .em import e_step", ("gmm_helpers",))) == [
        "gmm_helpers.em.e_step"
    ]


def test_the_arrow_has_no_circles():
    order = list(graphlib.TopologicalSorter(ALLOWED).static_order())
    assert order.index("params") < order.index("em") < order.index("fit") < order.index("plots")


def test_the_files_are_found():
    assert {module_of(path) for path in FILES} >= MATHS | {"__init__"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_leftwards_only(path):
    module = module_of(path)
    assert module in ALLOWED, f"{module} is new: say in ALLOWED what it may import"
    within = {module} if path.parent != PACKAGE else set()  # a sub-package is one house
    excess = set(own_modules(imports_of(path))) - ALLOWED[module] - within
    assert not excess, f"{module} may import {sorted(ALLOWED[module])}, not {sorted(excess)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_maths_and_checks_do_not_draw(path):
    roots = {name.split(".")[0] for name in imports_of(path)}
    assert not roots & OUTSIDE.get(module_of(path), set())


@pytest.mark.parametrize("path", FILES + NOTEBOOKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_uses_the_gaussians_of_scipy_stats(path):
    """Students write these densities themselves, and importing scipy.stats takes seconds."""
    tree = ast.parse(path.read_text())
    attributes = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names = attributes | set(absolute_imports(path.read_text(), ("gmm_helpers",)))
    assert not [name for name in names if f"{name}.".startswith("scipy.stats.")]


def test_importing_the_package_leaves_the_slow_libraries_alone():
    slow = ["matplotlib", "ipywidgets", "IPython", "scipy.stats", "scipy.optimize"]
    code = f"import sys, gmm_helpers; print([name for name in {slow} if name in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.strip() == "[]"
