"""The explorer by Voila, as `make demo` serves it: visitors of their own, kernels that end."""

import psutil
import pytest
from support import servers
from support.axe import violations
from support.pages import Explorer

CELL = "from gmm_helpers.explorer import EMExplorer\nEMExplorer()"


@pytest.fixture(scope="module")
def notebook(browser, tmp_path_factory, write_notebook):
    return write_notebook(tmp_path_factory.mktemp("dashboard") / "explorer.ipynb", CELL)


@pytest.fixture(scope="module")
def dashboard(notebook, tmp_path_factory):
    with servers.dashboard(notebook, tmp_path_factory.mktemp("voila")) as server:
        yield server


def kernels(server):
    """The processes of its kernels."""
    children = psutil.Process(server.pid).children(recursive=True)
    return [child for child in children if "ipykernel_launcher" in " ".join(child.cmdline())]


def wait_until_ended(processes):
    _, alive = psutil.wait_procs(processes, timeout=40)
    assert alive == []


def test_two_visitors_each_have_their_own(dashboard, visit, shoot):
    pages = [visit(), visit()]
    for page in pages:
        page.goto(dashboard.address)
    one, another = (Explorer(page) for page in pages)
    one.press("K", "ArrowRight")
    another.press("S", *["ArrowRight"] * 3)
    one.shows(n_components=4, seed=0)
    one.at(1)
    another.shows(n_components=3, seed=1)
    another.at(3)
    assert len(kernels(dashboard)) == 2
    for page in pages:
        assert "EMExplorer(" not in page.content()  # the code is hidden
        assert page.heard.errors == []
        shoot(page, str(pages.index(page)))
    assert violations(pages[0]) == []
    running = kernels(dashboard)
    for page in pages:
        page.close(run_before_unload=True)
    wait_until_ended(running)


@pytest.mark.parametrize("steps", ["", "m_step=m_step"])
def test_the_kernel_of_a_page_that_nobody_uses_ends(visit, write_notebook, tmp_path, steps):
    cell = f"from gmm_helpers import m_step\n{CELL.replace('()', f'({steps})')}"
    notebook = write_notebook(tmp_path / "explorer.ipynb", cell)
    with servers.dashboard(notebook, tmp_path / "voila", "--idle", "8") as server:
        page = visit()
        page.goto(server.address)
        running = kernels(server)
        assert len(running) == 1
        shown = Explorer(page)
        wait_until_ended(running)
        shown.press("ArrowRight")  # what has arrived can still be stepped through
        shown.at(1)
        shown.press("K")
        if steps:  # Python ran them
            shown.root.locator(".emx-problem", has_text="reload the page").wait_for()
            assert shown.numbers()["K"] == 3
        else:
            shown.shows(n_components=4)
            assert "Python" not in shown.root.inner_text()
