"""One browser and one JupyterLab for all tests here; screenshots go to artefacts/browser.

    .venv/bin/python -m pytest tests/browser

Without Chromium or Playwright only the page in Firefox is tried, and without Firefox all but that;
the last lines of the output say so.
"""

import importlib.util
import re
import shutil
from contextlib import contextmanager
from functools import partial
from types import SimpleNamespace

import nbformat
import pytest
from support import servers
from support.firefox import FIREFOX
from support.pages import RUN, Console

ARTEFACTS = servers.ROOT / "artefacts" / "browser"
SECONDS = 60  # for anything on a page: a machine with other work may take ten times as long
POLLING = 50
NEEDED = {
    "Chromium (Debian, Ubuntu: apt install chromium)": servers.CHROMIUM,
    "Playwright (pip install playwright)": importlib.util.find_spec("playwright"),
}
MISSING = " and ".join(name for name, found in NEEDED.items() if not found)


def pytest_terminal_summary(terminalreporter):
    if MISSING:
        terminalreporter.write_line(
            f"Browser tests were not run: {MISSING} not found.", yellow=True
        )
    if not FIREFOX:
        terminalreporter.write_line(
            "The page was not tried in Firefox (Debian: apt install firefox-esr).", yellow=True
        )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """File by file, but for the notebooks of the course: in one process they would come last."""
    from xdist.scheduler import LoadFileScheduling

    class ByFileOrNotebook(LoadFileScheduling):
        def _split_scope(self, nodeid):
            is_notebook = "test_lab_notebooks.py" in nodeid
            return nodeid if is_notebook else super()._split_scope(nodeid)

    return ByFileOrNotebook(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def browser():
    if MISSING:
        pytest.skip(f"{MISSING} not found")
    shutil.rmtree(ARTEFACTS, ignore_errors=True)
    with servers.browser() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def lab(browser, tmp_path_factory):
    """JupyterLab, for notebooks that tests put into its folder."""
    folder = tmp_path_factory.mktemp("notebooks")
    with servers.jupyterlab(folder, tmp_path_factory.mktemp("lab")) as address:
        yield SimpleNamespace(address=address, folder=folder)


@contextmanager
def _visits(browser):
    opened = []

    def new_page(**options):
        context = browser.new_context(viewport={"width": 1400, "height": 1000}, **options)
        context.set_default_timeout(1000 * SECONDS)
        context.set_default_navigation_timeout(RUN)  # Voila runs the cells first
        opened.append(context)
        page = context.new_page()
        page.heard = Console(page)
        # By itself it would look at every frame, and so have the page drawn sixty times a second.
        page.wait_for_function = partial(page.wait_for_function, polling=POLLING)
        return page

    yield new_page
    for context in opened:
        context.close()


@pytest.fixture
def visit(browser):
    """Open pages, each as another visitor; `page.heard.errors` is what they complained about."""
    with _visits(browser) as new_page:
        yield new_page


@pytest.fixture
def open_page(path, visit):
    """Open the page of a test's `path` as another visitor, who has no network."""
    opened = []

    def new_page(**options):
        page = visit(**options)
        requests = []
        page.context.set_offline(True)
        page.route(
            lambda address: not address.startswith("file:"),
            lambda route: (requests.append(route.request.url), route.abort()),
        )
        page.goto(path.as_uri())
        opened.append((page, requests))
        return page

    yield new_page
    for page, requests in opened:
        assert page.heard.errors == []
        assert requests == []


@pytest.fixture(scope="module")
def visit_once(browser):
    """The same for a page that several tests look at."""
    with _visits(browser) as new_page:
        yield new_page


@pytest.fixture
def shoot(request):
    """Keep a picture of a page, or of a part of it, to be looked at."""

    def shot(what, name=""):
        stem = re.sub(r"[^\w-]+", "-", f"{request.node.name}-{name}").strip("-")
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        what.screenshot(path=ARTEFACTS / f"{stem.removeprefix('test_')}.png")

    return shot


@pytest.fixture(scope="session")
def write_notebook():
    """Write a notebook of such cells."""

    def write(path, *cells):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, path)
        return path

    return write
