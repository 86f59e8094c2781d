"""The first cell of code in every notebook: it installs the package where it is missing.

That is so in Colab, and in VS Code with a kernel of another Python. Where the package is there, the
cell says nothing. It takes the wheel that lies beside the notebooks, as in the zip that students
get, or among the inputs of Kaggle; otherwise the address `package` of ``release.toml``, or what
follows from the one address in ``pyproject.toml`` (see `address`).
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import nbformat

from gmm_helpers.grading.parsing.handout.notebooks import FIRST_CELL

from .address import address_in, package_address

__all__ = ["PROJECT", "first_cell", "first_cell_source", "with_first_cell"]

_ABOUT = Path(__file__).resolve().parents[2] / "pyproject.toml"
PROJECT = tomllib.loads(_ABOUT.read_text(encoding="utf-8"))["project"]
# Sources of cells hold no magics but this one, so it is not written into notebooks/source.
_SOURCE = """\
# Does nothing where gmm_helpers is installed; elsewhere, as in Colab, it installs it.
try:
    import gmm_helpers
except ModuleNotFoundError:
    import sys
    from glob import glob

    if sys.version_info < {python}:
        raise ImportError(
            "This notebook needs Python {dotted} or newer: choose another kernel."
        ) from None
    package = sorted(glob("gmm_helpers-*.whl"))[-1:]
    package += glob("/kaggle/input/**/gmm_helpers-*.whl", recursive=True)
    package += [*glob("../gmm_helpers-*.whl"){address}]
    if not package:
        raise ImportError(
            "gmm_helpers is missing: put gmm_helpers-{version}-py3-none-any.whl, which came with "
            "this notebook, beside it, and run this cell again."
        ) from None
    %pip install -q "{{package[0]}}"
    try:
        import gmm_helpers
    except ModuleNotFoundError:
        raise ImportError(
            "gmm_helpers could not be installed, see above: connect to the internet (in Kaggle "
            "switch Internet on, in the notebook's settings), and run this cell again."
        ) from None

# Packages from before there was a version have none; "" is one that runs from its own folder.
if [
    *map(int, filter(str.isdigit, (getattr(gmm_helpers, "__version__", "0") or "99").split(".")))
] < {numbers}:
    print(
        "This notebook needs gmm_helpers {version} or newer: run %pip uninstall -y gmm_helpers, "
        "restart the kernel, and run this cell again."
    )
"""


def first_cell_source() -> str:
    """Return the code of the cell."""
    address = package_address(address_in(PROJECT))
    (minimum,) = re.findall(r">=(\d+\.\d+)", PROJECT["requires-python"])
    return _SOURCE.format(
        python="({}, {})".format(*minimum.split(".")),
        dotted=minimum,
        version=PROJECT["version"],
        numbers=[int(part) for part in PROJECT["version"].split(".") if part.isdigit()],
        address=f', "{address}"' if address else "",
    ).strip()


def first_cell() -> nbformat.NotebookNode:
    """Return the cell, folded away."""
    cell = nbformat.v4.new_code_cell(first_cell_source(), id=FIRST_CELL)
    cell.metadata["jupyter"] = {"source_hidden": True}
    cell.metadata["transient"] = {"remove_source": True}
    cell.metadata["tags"] = ["folded"]
    return cell


def with_first_cell(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Put the cell before all other code, in place."""
    codes = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    if codes:
        notebook.cells.insert(codes[0], first_cell())
    return notebook
