"""The notebooks with Colab's packages: installed by the first cell, run, and shown as pictures."""

import json
import re
import subprocess
import sys
import zipfile
from importlib.util import find_spec

import nbformat
import pytest
from nbclient import NotebookClient
from support import servers
from support.installing import pip

STORED = servers.ROOT / "notebooks" / "solutions"
NAMES = sorted(path.name for path in STORED.glob("*.ipynb"))
SHOWN = """\
import json, sys
from IPython import get_ipython
from gmm_helpers.drawing import SliderFigure, integer_slider
from gmm_helpers.explorer import EMExplorer

def draw(ax, power):
    return f"Power {power}."

def shown(widget):
    data, about = get_ipython().display_formatter.format(widget)
    return [sorted(data), sorted(about)]

print(json.dumps([shown(SliderFigure(draw, power=integer_slider("power", 1, 9, value=3))),
                  shown(EMExplorer())]))
"""
FIGURE = """\
from gmm_helpers.drawing import SliderFigure, integer_slider

def draw(ax, power):
    return f"Power {power}."

SliderFigure(draw, power=integer_slider("power", 1, 9, value=3))
"""
COLAB = """\
import sys
from types import ModuleType, SimpleNamespace

output = ModuleType("google.colab.output")
output.enable_custom_widget_manager = lambda: None
output._widgets = SimpleNamespace(_installed_url="https://example.org/manager.js")
sys.modules["google.colab.output"] = output
"""
VIEW = "application/vnd.jupyter.widget-view+json"


def test_there_is_no_jupyterlab():
    assert find_spec("jupyterlab") is None


def test_the_first_cell_installs_the_package_and_changes_nothing_that_was_there(first_run):
    errors = [out for cell in first_run.outputs for out in cell if out["output_type"] == "error"]
    assert errors == []
    added = {re.match(r"[\w-]+", line).group().replace("_", "-") for line in first_run.added}
    assert {"anywidget", "gmm-helpers"} <= added
    assert first_run.lost == []  # a change of version would be here


def test_the_archive_of_a_repository_is_installed_as_the_wheel_is(wheel, tmp_path):
    """What the one address in pyproject.toml leads to: GitHub's archive is git's."""
    archive = tmp_path / "main.zip"
    command = ["git", "archive", "--prefix=name-main/", "-o", str(archive), "HEAD"]
    subprocess.run(command, cwd=servers.ROOT, check=True)
    pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(archive))
    (made,) = tmp_path.glob("*.whl")
    names = [sorted(zipfile.ZipFile(each).namelist()) for each in (made, wheel)]
    assert names[0] == names[1]


@pytest.mark.parametrize("name", NAMES)
def test_a_solved_notebook_prints_what_is_stored(name, first_run):
    stored, run = (nbformat.read(STORED / name, 4) for _ in range(2))
    NotebookClient(run, timeout=120, resources={"metadata": {"path": str(STORED)}}).execute()
    pairs = zip(stored.cells, run.cells, strict=True)
    differ = [(printed(old), printed(new)) for old, new in pairs if printed(old) != printed(new)]
    assert differ == []


def printed(cell):
    return "".join(out.text for out in cell.get("outputs", []) if out.output_type == "stream")


@pytest.mark.parametrize("place", ["anywhere", "Colab"])
def test_every_widget_leaves_its_picture_and_in_colab_says_how_it_is_drawn(place, first_run):
    cells = [nbformat.v4.new_code_cell(text) for text in [COLAB, SHOWN][place == "anywhere" :]]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook).execute()
    (told,) = notebook.cells[-1].outputs
    for data, about in json.loads(told.text):
        assert {"image/png", "text/html", "text/plain", VIEW} <= set(data)
        assert (VIEW in about) == (place == "Colab")


def test_a_page_made_of_a_notebook_that_has_lost_its_widgets_shows_their_pictures(
    first_run, tmp_path
):
    """As VS Code saves it: outputs, and nothing of what the widgets were."""
    cell = nbformat.v4.new_code_cell(FIGURE)
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(notebook).execute()
    assert VIEW in cell.outputs[0].data
    notebook.metadata.pop("widgets", None)
    nbformat.write(notebook, tmp_path / "saved.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "saved.ipynb"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    page = (tmp_path / "saved.html").read_text(encoding="utf-8")
    assert '<img alt="Power 3." ' in page
    assert "vnd.jupyter.widget-view" not in page
