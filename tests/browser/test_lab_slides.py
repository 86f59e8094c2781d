"""A notebook as slides in JupyterLab, by its extension jupyterlab-slideshow: all is live."""

import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from support import servers
from support.pages import NUMBERS, open_notebook, run_all

EXTENSION = Path(sys.prefix) / "share/jupyter/labextensions/jupyterlab-slideshow"
EXPLORER = "from gmm_helpers.explorer import EMExplorer\nEMExplorer()"
SLIDERS = """\
from gmm_helpers.drawing import SliderFigure, integer_slider

SliderFigure(
    lambda ax, n: ax.set_title(f"n is {n}") and f"n is {n}",
    shows="A title.",
    n=integer_slider("n", 1, 9, value=3),
)"""
CELLS = (
    ("markdown", "# First", {"slide_type": "slide"}),
    ("code", "print('on no slide')", {"slide_type": "skip"}),
    ("code", EXPLORER, {"slide_type": "subslide"}),
    ("markdown", "Sliders:", {"slide_type": "slide"}),
    ("code", SLIDERS, {}),
)


@pytest.fixture
def lab(browser, tmp_path):
    """One of its own: that slides are being played is a setting, which would stay for others."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    with servers.jupyterlab(folder, tmp_path / "lab") as address:
        yield SimpleNamespace(address=address, folder=folder)


@pytest.mark.slow
@pytest.mark.skipif(not EXTENSION.exists(), reason="needs the extra `slides`")
def test_slides_play_with_a_live_explorer_and_no_other_host_is_asked(lab, visit, shoot):
    made = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    cells = [made[kind](text, metadata={"slideshow": marks}) for kind, text, marks in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, lab.folder / "lecture.ipynb")
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    open_notebook(page, lab.address, "lecture.ipynb")
    run_all(page)
    page.get_by_role("heading", name="First").click()
    page.locator('[data-jp-item-name="deck"]:visible').first.click()

    def go(direction):
        page.locator(f".jp-deck-mod-direction-{direction}:not(.jp-mod-disabled)").click()

    go("down")
    explorer = page.locator(".emx:visible")
    explorer.locator("canvas").first.click()
    page.keyboard.press("End")
    numbers = page.locator(".emx:visible").first.evaluate(NUMBERS)
    assert numbers["h"] == numbers["last"]
    assert not page.get_by_role("heading", name="First").is_visible()
    shoot(page, "explorer")
    go("forward")
    page.get_by_role("paragraph").filter(has_text="Sliders:").wait_for()
    slider = page.get_by_role("slider", name="n")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_text("n is 4").first.wait_for()
    assert not page.get_by_text("on no slide", exact=True).is_visible()
    shoot(page, "sliders")
    own = (lab.address, lab.address.replace("http", "ws"), "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []
