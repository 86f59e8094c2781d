"""The explorer among what is around it in JupyterLab: keys of the notebook, boxes, the screen."""

import pytest
from support import servers
from support.pages import Explorer, idle, open_notebook, run_all

CELLS = (
    "import gmm_helpers as gmm, ipywidgets as w, numpy as np\n"
    "from gmm_helpers.explorer import EMExplorer\nX = gmm.course_original().X",
    "EMExplorer()",
    "w.HBox([EMExplorer(), EMExplorer(seed=3)])",
    "w.HBox([EMExplorer(), w.HTML('beside')])",
    "w.VBox([EMExplorer(), EMExplorer()])",
    "w.GridBox([EMExplorer(), EMExplorer()], layout=w.Layout(grid_template_columns='auto auto'))",
    "w.HBox([EMExplorer() for _ in range(5)])",
    "w.Tab([EMExplorer(), EMExplorer()], titles=['first', 'second'])",
    "w.Accordion([EMExplorer()], titles=['unfold'])",
)
PLACES = ("panels", "half-step", "Play", "data", "x₁")
WIDTHS = """(cell) => [...cell.querySelectorAll(".emx canvas")]
  .filter((canvas) => canvas.checkVisibility()).map((canvas) => canvas.clientWidth)"""
INSIDE = """(cell) => [...cell.querySelectorAll(".emx")].every((explorer) => {
  const around = cell.querySelector(".jp-OutputArea").getBoundingClientRect();
  return explorer.getBoundingClientRect().right <= around.right + 1;
})"""


@pytest.fixture(scope="module")
def page(lab, visit_once, write_notebook):
    write_notebook(lab.folder / "surroundings.ipynb", *CELLS)
    page = visit_once()
    open_notebook(page, lab.address, "surroundings.ipynb")
    run_all(page)
    yield page
    assert page.heard.errors == []
    servers.end_kernels(lab.address)


@pytest.fixture
def cells(page):
    return page.locator(".jp-Notebook .jp-Cell")


def focused(page, place):
    """The first explorer, with the focus on one of its parts."""
    shown = Explorer(page)
    shown.root.evaluate("(root) => (root.querySelector('.emx-own').open = true)")
    (shown.stage if place == "panels" else shown.part(place)).focus()
    return shown


def active(page):
    return page.evaluate(
        """[...document.querySelectorAll(".jp-Notebook .jp-Cell")]
          .findIndex((cell) => cell.classList.contains("jp-mod-active"))"""
    )


@pytest.mark.parametrize("place", PLACES)
def test_the_cell_is_run_from_within_its_explorer(page, cells, place):
    for combination, after in (("Shift+Enter", 2), ("Control+Enter", 1), ("Alt+Enter", 2)):
        prompt = cells.nth(1).locator(".jp-InputPrompt")
        before, count = prompt.inner_text(), cells.count()
        focused(page, place)
        page.keyboard.press(combination)
        page.wait_for_function(
            """(before) => { const text = document.querySelectorAll(".jp-Notebook .jp-Cell")[1]
              .querySelector(".jp-InputPrompt").innerText;
              return text !== before && !text.includes("*"); }""",
            arg=before,
        )
        idle(page)
        assert (active(page), cells.count()) == (after, count + (combination == "Alt+Enter"))
    page.keyboard.press("Escape")  # the cell that was inserted is deleted again
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.wait_for_function(
        f"document.querySelectorAll('.jp-Notebook .jp-Cell').length === {len(CELLS)}"
    )


@pytest.mark.parametrize("place", PLACES)
def test_keys_of_the_notebook_change_no_cell_and_esc_goes_back_to_it(page, cells, place):
    focused(page, place)
    for key in "ddxabcvmy":
        page.keyboard.press(key)
    assert cells.count() == len(CELLS)
    focused(page, place)
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    assert active(page) == 2


def test_a_click_beside_the_controls_keeps_the_keys_in_the_explorer(page, cells):
    shown = Explorer(page)
    shown.root.locator(".emx-why").click()
    h = shown.numbers()["h"]
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.keyboard.press("ArrowRight")
    shown.at(h + 1)
    assert cells.count() == len(CELLS)


def test_space_on_the_range_plays_and_does_not_scroll(page):
    shown = Explorer(page)
    shown.press("Home")
    shown.at(0)
    shown.part("half-step").focus()
    place = shown.root.bounding_box()
    page.keyboard.press(" ")
    shown.part("Pause").wait_for()
    shown.at(2)
    page.keyboard.press(" ")
    shown.part("Play").wait_for()
    assert shown.root.bounding_box() == place


@pytest.mark.parametrize("which", range(2, 7))
def test_explorers_in_a_box_share_its_width(cells, which, shoot):
    cell = cells.nth(which)
    cell.scroll_into_view_if_needed()
    cell.locator(".emx[data-drawn]").last.wait_for()
    widths = cell.evaluate(WIDTHS)
    assert min(widths) > 250
    assert cell.evaluate(INSIDE)
    shoot(cell, str(which))


def test_an_explorer_that_is_shown_later_has_its_width(cells):
    tab, accordion = cells.nth(7), cells.nth(8)
    for cell, title in ((tab, "second"), (accordion, "unfold")):
        cell.scroll_into_view_if_needed()
        cell.get_by_text(title, exact=True).click()
        Explorer(cell.page, cell.page.locator(".emx").count() - (2 if cell is tab else 1))
        assert min(cell.evaluate(WIDTHS)) > 250


def test_finer_pixels_alone_are_drawn_anew(page):
    shown = Explorer(page)
    size = "(root) => { const c = root.querySelector('canvas'); return [c.width, c.clientWidth]; }"
    pixels, width = shown.root.evaluate(size)
    drawn = shown.drawn()
    view = {"width": 1400, "height": 1000, "mobile": False}
    session = page.context.new_cdp_session(page)
    for ratio in (2, 1.5, 1):
        session.send("Emulation.setDeviceMetricsOverride", {**view, "deviceScaleFactor": ratio})
        page.wait_for_function(
            "([root, width]) => root.querySelector('canvas').width === width",
            arg=[shown.root.element_handle(), round(ratio * width)],
        )
        shown.drawn_after(drawn)
        drawn = shown.drawn()
    assert shown.root.evaluate(size) == [pixels, width]
