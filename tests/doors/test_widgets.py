"""Sliders, questions and the explorer on a page that draws widgets of ipywidgets 7."""

import re
import shutil

import pytest
from support import servers

STORED = servers.ROOT / "notebooks" / "solutions"
NAMES = sorted(path.name for path in STORED.glob("*.ipynb"))
MINUTES = 60_000  # milliseconds
KERNEL = """() => window.Jupyter?.notebook?.kernel?.is_connected()
  && Jupyter.notebook.kernel.widget_manager"""
RAN = """() => Jupyter.notebook.get_cells()
  .every((cell) => cell.cell_type !== "code" || Number(cell.input_prompt_number) > 0)"""
# The manager of widgets first asks the kernel for those of before, and then draws outputs again.
SETTLED = 5_000
ERRORS = """() => Jupyter.notebook.get_cells().flatMap((cell) => cell.output_area?.outputs ?? [])
  .filter((output) => output.output_type === "error").map((output) => output.evalue)"""


@pytest.fixture
def page(browser, server, request):
    """A solved notebook that was run from its first cell to its last."""
    name = request.param
    shutil.copyfile(STORED / name, server.folder / name)
    page = browser.new_page(viewport={"width": 1300, "height": 1000})
    page.set_default_timeout(MINUTES)
    page.failures = []
    page.on("pageerror", lambda error: page.failures.append(str(error)))
    page.goto(f"{server.address}/notebooks/{name}")
    page.wait_for_function(KERNEL)
    page.wait_for_timeout(SETTLED)
    page.evaluate("() => Jupyter.notebook.clear_all_output()")
    page.evaluate("() => Jupyter.notebook.execute_all_cells()")
    page.wait_for_function(RAN, timeout=5 * MINUTES)
    assert page.evaluate(ERRORS) == []
    yield page
    page.evaluate("() => Jupyter.notebook.session.delete()")
    page.close()


@pytest.mark.parametrize("page", NAMES, indirect=True)
def test_sliders_questions_and_the_explorer_move(page):
    for figure in page.locator(".gmm-slider").all():
        for slider in figure.get_by_role("slider").all():
            move(page, figure, slider)
    for question in page.locator(".gmm-question").all():
        choices = question.locator("input[type=radio]")
        if choices.count():
            choices.first.check()
            question.locator(".gmm-question-submit").click()
            question.locator(".gmm-question-status", has_text=re.compile(r"\w")).wait_for()
    for explorer in page.locator(".emx").all():
        explorer.scroll_into_view_if_needed()
        explorer.locator(".emx-panels").focus()
        before = explorer.evaluate("(root) => root.explorer.scene.h")
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "([root, before]) => root.explorer.scene.h === before + 1",
            arg=[explorer.element_handle(), before],
        )
    assert page.get_by_text("could not be displayed").count() == 0
    assert page.failures == []


def move(page, figure, slider):
    """One step by keyboard; waits for another picture."""
    picture = figure.locator("img").first
    slider.scroll_into_view_if_needed()
    before = picture.get_attribute("src")
    at_end = slider.evaluate("(slider) => slider.value === slider.max")
    slider.focus()
    page.keyboard.press("ArrowLeft" if at_end else "ArrowRight")
    page.wait_for_function(
        "([picture, before]) => picture.src !== before", arg=[picture.element_handle(), before]
    )
