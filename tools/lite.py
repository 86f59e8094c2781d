"""Build a site on which the notebooks run in the browser alone: `make lite`.

    .venv-lite/bin/python tools/lite.py [--pyodide FOLDER or cdn] [--output FOLDER]
    .venv-lite/bin/python tools/lite.py --serve [--port 8000]

It is JupyterLite with Pyodide: Python runs in the student's browser, and nothing has to be
installed. The notebooks are the student copies, as they are. `import gmm_helpers` works in them
since Pyodide's lock file is rewritten: our wheel is in it, and whatever it needs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import release  # noqa: E402
from in_browser import files, lock, start_page  # noqa: E402

TARGET = ROOT / "dist" / "lite"
SETTINGS = ROOT / "tools" / "jupyter" / "labconfig" / "default_setting_overrides.d"
# Pure wheels of PyPI, in the versions of constraints.txt. What is compiled comes from Pyodide.
PURE = [
    "anywidget",
    "comm",
    "ipywidgets",
    "psygnal",
    "threadpoolctl",
    "tqdm",
    "typing_extensions",
]
# The kernel asks for these when it starts; named here, it does not ask PyPI.
KERNEL = ["micropip", "piplite", "ipykernel", "pyodide_kernel", "comm", "ipython", "jedi"]
KERNEL += ["sqlite3", "ssl"]
# The progress file: JupyterLite takes the name for JSON, and would wait for ever for its writing.
LINES = {
    "name": "jsonl",
    "extensions": [".jsonl"],
    "fileFormat": "text",
    "mimeTypes": ["text/plain"],
}
JUPYTERLAB = 7_200_000  # bytes of it that are downloaded to show a notebook, as measured
LEFT = 39_300_000  # bytes that come from Pyodide's host, where they are left there, as measured


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site, or serve it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pyodide", default="", help="folder of its files, or cdn")
    parser.add_argument("--output", type=Path, default=TARGET)
    parser.add_argument("--serve", action="store_true", help="serve the site that was built")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    if options.serve:
        return serve(options.output, options.port)
    build(options.output, options.pyodide)
    return 0


def build(target: Path, source: str = "", notebooks: Sequence[Path] = ()) -> None:
    """Write the site.

    Parameters
    ----------
    target : Path
        Folder of the site; what is in it is removed.
    source : str
        Folder that holds the files of Pyodide, or "cdn" to leave them where they are, or nothing
        to download them.
    notebooks : sequence of Path
        By default the student copies.
    """
    left = source == "cdn"
    given = files.folder_of_files(source) if source and not left else None
    notebooks = notebooks or sorted((ROOT / "notebooks").glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as scratch:
        lite = Path(scratch) / "lite"
        contents = lite / "files"
        contents.mkdir(parents=True)
        for path in notebooks:
            shutil.copyfile(path, contents / path.name)
        pyodide(lite / "static" / "pyodide", given, left=left)
        write_settings(lite)
        made = Path(scratch) / "site"
        run_jupyterlite(lite, contents, made)
        page = start_page.make(notebooks, downloaded(made, left=left))
        (made / "index.html").write_text(page, encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, target)
    print(f"Written: {target}. Look at it with make lite-serve.")


def pyodide(folder: Path, given: Path | None, *, left: bool) -> None:
    """Put Pyodide, the wheels and the lock file into a folder."""
    folder.mkdir(parents=True)
    listed = files.pyodide_core(folder, npm=str(Path(sys.executable).parent / "npm"))
    python = listed["info"]["python"]
    name, content = release.build_wheel()
    (folder / name).write_bytes(content)
    for wheel in kernel_wheels():
        shutil.copyfile(wheel, folder / wheel.name)
    files.pure_wheels(folder, PURE, ROOT / "constraints.txt", python)
    own = [lock.describe(wheel, python) for wheel in sorted(folder.glob("*.whl"))]
    names = ["gmm-helpers", *KERNEL, *(entry["name"] for entry in own)]
    placed = lock.rewrite(listed, own, names, files.ELSEWHERE, only_own=left)
    for key in [] if left else sorted(lock.needed(placed["packages"], names)):
        entry = placed["packages"][key]
        if not (folder / entry["file_name"]).exists():
            files.bring(entry, folder, given)
    (folder / "pyodide-lock.json").write_text(json.dumps(placed), encoding="utf-8")


def downloaded(site: Path, *, left: bool = False) -> int:
    """About how many bytes a student's browser downloads: the kernel, and JupyterLab."""
    kernel = sum(path.stat().st_size for path in (site / "static" / "pyodide").iterdir())
    return kernel + JUPYTERLAB + (LEFT if left else 0)


def kernel_wheels() -> list[Path]:
    """Wheels that come with JupyterLite's kernel."""
    extension = "labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
    folder = Path(sys.prefix) / "share" / "jupyter" / extension
    names = ("piplite", "ipykernel", "pyodide_kernel")
    return [next(folder.glob(f"{name}-*.whl")) for name in names]


def write_settings(lite: Path) -> None:
    """What JupyterLite reads: how the kernel starts, and the defaults of JupyterLab."""
    kernel = {"disablePyPIFallback": False, "loadPyodideOptions": {"packages": KERNEL}}
    config = {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Gaussian mixtures and EM",
            "fileTypes": {"jsonl": LINES},
            "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
        },
    }
    (lite / "jupyter-lite.json").write_text(json.dumps(config), encoding="utf-8")
    settings: dict = {}
    for path in sorted(SETTINGS.glob("*.json")):
        settings |= json.loads(path.read_text(encoding="utf-8"))
    (lite / "overrides.json").write_text(json.dumps(settings), encoding="utf-8")


def run_jupyterlite(lite: Path, contents: Path, target: Path) -> None:
    """Have JupyterLite put the site together."""
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(lite)]
    command += ["--contents", str(contents), "--output-dir", str(target), "--no-sourcemaps"]
    command += ["--apps", "lab", "--apps", "notebooks", "--apps", "tree", "--no-libarchive"]
    done = subprocess.run(command, cwd=lite, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"JupyterLite did not build the site:\n{done.stdout}\n{done.stderr}")


def serve(folder: Path, port: int) -> int:
    """Serve the site on this machine, until interrupted."""
    if not (folder / "index.html").exists():
        print(f"{folder} is missing: run make lite.")
        return 1
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        print(f"Port {port} cannot be used ({error}): name another, make lite-serve PORT=8001.")
        return 1
    with server:
        print(f"http://127.0.0.1:{server.server_port}/  (Ctrl+C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
