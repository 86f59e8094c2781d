"""Colab as far as it can be had on this machine, and a browser with widgets of its age.

    make test-doors

The environment has Colab's versions of what the notebooks meet, and no JupyterLab. The package is
installed into it by the first cell of a notebook, as in Colab. Notebook 6 draws widgets of
ipywidgets 7, as Colab does; Colab's own page cannot be had.
"""

import os
import subprocess
import sys
import time
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import pytest

pytest.importorskip("notebook", "6", "Notebook 6 is in the environment of `make test-doors`")

from nbclient import NotebookClient
from support import servers
from support.installing import pip

FIRST_CELL = "first_cell"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel that students are given."""
    folder = tmp_path_factory.mktemp("zip")
    pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(servers.ROOT))
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def first_run(wheel):
    """The first cell beside the wheel, where the package is missing, and what came with it."""
    pip("uninstall", "--quiet", "--yes", "gmm-helpers", "anywidget")
    before = pip("freeze").splitlines()
    student = nbformat.read(servers.ROOT / "notebooks" / "01_sampling.ipynb", 4)
    (cell,) = (cell for cell in student.cells if cell.id == FIRST_CELL)
    check = nbformat.v4.new_code_cell("import gmm_helpers; print(gmm_helpers.__version__)")
    notebook = nbformat.v4.new_notebook(cells=[cell, check])
    NotebookClient(notebook, resources={"metadata": {"path": str(wheel.parent)}}).execute()
    return SimpleNamespace(
        outputs=[[dict(out) for out in cell.outputs] for cell in notebook.cells],
        added=sorted(set(pip("freeze").splitlines()) - set(before)),
        lost=sorted(set(before) - set(pip("freeze").splitlines())),
    )


@pytest.fixture(scope="session")
def server(first_run, tmp_path_factory):
    """Notebook 6, for notebooks that tests put into its folder."""
    folder, own = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("own")
    port = servers.free_port()
    command = [sys.executable, "-m", "notebook", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--NotebookApp.token=", "--NotebookApp.password=", f"--notebook-dir={folder}"]
    environment = {**servers._environment(own), "GMM_PROGRESS": "off", "GMM_CHECKS": "strict"}
    with (own / "log.txt").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(120):
                try:
                    urlopen(f"{address}/api").close()
                    break
                except URLError:
                    time.sleep(0.5)
            yield SimpleNamespace(address=address, folder=folder)
        finally:
            process.terminate()
            process.wait()


@pytest.fixture(scope="session")
def browser():
    if not servers.CHROMIUM:
        pytest.skip("Chromium was not found (Debian, Ubuntu: apt install chromium).")
    with servers.browser() as chromium:
        yield chromium


os.environ["GMM_CHECKS"] = "strict"  # a check that is not right fails
