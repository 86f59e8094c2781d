"""Servers of notebooks and a browser, each kept apart from whatever this machine has set up."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60  # for a server to answer

CHROMIUM = next(
    filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), ""
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# JupyterLab would ask about news, over the page.
QUIET = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}


@contextmanager
def browser():
    """Debian's Chromium, or whatever is installed as such."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@contextmanager
def jupyterlab(folder, own):
    """JupyterLab for the notebooks of a folder; yields its address. What it keeps is in `own`."""
    config = own / "config" / "labconfig"
    config.mkdir(parents=True)
    (config / "page_config.json").write_text(json.dumps(QUIET), encoding="utf-8")
    port = free_port()
    options = [
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=",
        "--ServerApp.disable_check_xsrf=True",
        f"--ServerApp.root_dir={folder}",
    ]
    with _serving(
        ["-m", "jupyterlab", *options], folder, own, f"http://127.0.0.1:{port}"
    ) as server:
        yield server.address


@contextmanager
def dashboard(notebook, own, *options):
    """A notebook as `make demo` serves it; yields the server, which knows its address."""
    port = free_port()
    command = [str(ROOT / "tools" / "demo.py"), "--notebook", str(notebook), *options]
    command += ["--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1", "--Voila.port_retries=0"]
    with _serving(command, notebook.parent, own, f"http://127.0.0.1:{port}/voila/static") as server:
        server.address = f"http://127.0.0.1:{port}/"
        yield server


@contextmanager
def _serving(command, folder, own, address):
    own.mkdir(parents=True, exist_ok=True)
    with (own / "log.txt").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, *command], cwd=folder, env=_environment(own), stdout=log, stderr=log
        )
        server.address = address
        try:
            _wait_for(server, own / "log.txt")
            yield server
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _environment(own):
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }
    return {
        **os.environ,
        **{name: str(own / place) for name, place in places.items()},
        "OPENBLAS_NUM_THREADS": "1",  # kernels side by side would only wait for each other
        "NO_PROXY": "127.0.0.1",
    }


def _wait_for(server, log):
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            urlopen(server.address, timeout=5).close()
            return
        except (URLError, ConnectionError, TimeoutError) as error:
            if getattr(error, "code", 0):  # it answers, if only that there is nothing
                return
            time.sleep(0.1)
    raise RuntimeError(f"{server.address} did not answer:\n{log.read_text()}")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def end_kernels(address):
    """End all kernels of a JupyterLab."""
    for kernel in json.load(urlopen(f"{address}/api/kernels")):
        urlopen(Request(f"{address}/api/kernels/{kernel['id']}", method="DELETE")).close()
