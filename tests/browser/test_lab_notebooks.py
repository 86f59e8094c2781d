"""Every notebook in JupyterLab: cells run, sliders move their pictures, all is kept overnight."""

import nbformat
import pytest
from support import servers
from support.axe import lab_violations
from support.kept import assert_is_kept, explorers_in
from support.pages import RUN, Explorer, open_notebook, run_all, save

NOTEBOOKS = servers.ROOT / "notebooks"
NAMES = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
# The pictures of a cell: what is drawn into images, and what explorers say they have drawn.
PICTURES = """(output) => [
  ...[...output.querySelectorAll("img")].map((img) => img.src),
  ...[...output.querySelectorAll(".emx")].map((root) => root.dataset.drawn + root.dataset.halfStep),
].join()"""
FIGURE, QUESTION = ".gmm-slider", ".gmm-question"
THERE = "([part, count]) => document.querySelectorAll(part).length === count"
ALL_OR_LOST = f"""([shown, lost]) => shown.every(({THERE})) ||
  document.body.textContent.includes(lost)"""
NAME = "(slider) => slider.ariaLabel || [...slider.labels].map((label) => label.textContent).join()"
NOT_DRAWN = "Error displaying widget"
CHANGED = f"([output, before]) => ({PICTURES})(output) !== before"


def solved(name):
    """The solved copy where there is one, without what it has put out."""
    path = NOTEBOOKS / "solutions" / name
    notebook = nbformat.read(path if path.exists() else NOTEBOOKS / name, 4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def move(slider, page):
    """One step by keyboard, back where there is no further one; waits for another picture."""
    output = slider.locator("xpath=ancestor::*[contains(@class, 'jp-Cell-outputWrapper')]")
    slider.scroll_into_view_if_needed()
    before = output.evaluate(PICTURES)
    at_end = slider.evaluate("(slider) => slider.value === slider.max")
    slider.focus()
    page.keyboard.press("ArrowLeft" if at_end else "ArrowRight")
    page.wait_for_function(CHANGED, arg=[output.element_handle(), before])


def open_the_next_day(page, address, name, shown):
    """Open a saved notebook and wait for its widgets; once more where JupyterLab lost some of them.

    Where the kernel is connected late, JupyterLab's widget manager says that all widgets are
    there before it has read those that the notebook keeps; what is drawn in between is never
    drawn again. Whoever sees it loads the page again, and so does this. A cell that is drawn late
    may be the one: so all have to be there, or one be lost, before it is known.
    """
    for _ in range(3):
        page.goto("about:blank")
        open_notebook(page, address, name)
        page.wait_for_function(ALL_OR_LOST, arg=[list(shown.items()), NOT_DRAWN], timeout=RUN)
        if page.get_by_text(NOT_DRAWN).count() == 0:
            return


@pytest.fixture(scope="module")
def page(visit_once):
    """One for all, so that JupyterLab comes from the browser's cache."""
    return visit_once()


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_its_sliders_move_their_pictures(name, lab, page, shoot):
    path = lab.folder / name
    notebook = solved(name)
    nbformat.write(notebook, path)
    page.heard.errors.clear()  # of another notebook, where its test failed
    open_notebook(page, lab.address, name)
    run_all(page)
    # A widget is saved once it is there, which may be later than its cell has run.
    n_questions = sum("gmm" in cell.metadata for cell in notebook.cells)
    page.wait_for_function(THERE, arg=[QUESTION, n_questions], timeout=RUN)
    sliders = page.locator(".jp-OutputArea").get_by_role("slider")
    for slider in sliders.all():
        assert slider.evaluate(NAME)
        move(slider, page)
    source = (NOTEBOOKS / "source" / name.replace(".ipynb", ".py")).read_text(encoding="utf-8")
    assert sliders.count() >= source.count("_slider(")
    assert lab_violations(page) == []
    shoot(page)
    cells = [cell for cell in save(page, path).cells if cell.cell_type == "code"]
    errors = [out for cell in cells for out in cell.outputs if out.output_type == "error"]
    assert errors == []
    assert all(cell.execution_count for cell in cells if cell.source.strip())
    assert page.heard.errors == []
    n_explorers = page.locator(".emx").count()
    assert len(explorers_in(path)) == n_explorers
    shown = {part: page.locator(part).count() for part in (FIGURE, ".emx", QUESTION)}
    servers.end_kernels(lab.address)

    open_the_next_day(page, lab.address, name, shown)
    for part, count in shown.items():
        page.wait_for_function(THERE, arg=[part, count], timeout=RUN)
    assert page.get_by_text(NOT_DRAWN).count() == 0
    for figure in page.locator(FIGURE).all():
        figure.get_by_text("Run this cell to move it").wait_for()
        assert figure.locator("img").get_attribute("src").startswith("data:image/png;base64,")
    for which in range(n_explorers):
        assert_is_kept(Explorer(page, which))
    shoot(page, "the next day")
    servers.end_kernels(lab.address)
    # JupyterLab complains of widgets that it draws before it has read them; they are drawn again.
    page.heard.errors = [e for e in page.heard.errors if "widget model not found" not in e]
    assert page.heard.errors == []
