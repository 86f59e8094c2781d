"""Pages and outputs for everybody: axe-core, forced colours, keys alone, paper."""

import pytest
from support.axe import lab_violations, violations
from support.handed_in import solution
from support.pages import Explorer, idle, open_notebook, run_all, use_theme
from support.walks import UNFOLD, WIDER, problems

from gmm_helpers.explorer import EMExplorer

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
ORDER = """\
ask("steps", "What comes first?",
    order(("start", "A guess."), ("E-step", "It needs parameters."), ("M-step", "Last.")))"""
FIGURE = """\
def draw(ax, power):
    ax.plot([0, 1, 2], [0, 1, power])
    return f"Power {power}."

SliderFigure(draw, height=2, power=integer_slider("power", 1, 9, value=3))"""
CELLS = [
    "import numpy as np\nfrom scipy.special import logsumexp\n"
    "from gmm_helpers.checks import check, hint, progress\n"
    "from gmm_helpers.drawing import SliderFigure, integer_slider\n"
    "from gmm_helpers.explorer import EMExplorer\n"
    "from gmm_helpers.questions import ask, order, right, wrong",
    'ask("rows", "What do rows sum to?", right("1", "It is."), wrong("N_k", "No.", mistake=""))',
    ORDER,
    FIGURE,
    "EMExplorer()",
    solution("negative_log_likelihood") + "\n\ncheck(negative_log_likelihood)",
    "def e_step(X, weights, means, covariances):\n    return weights * len(X)\n\ncheck(e_step)",
    "hint('e_step')",
    "progress()",
]
# JupyterLab leaves some 200 pixels; tables may scroll.
INSIDE = """[...document.querySelectorAll(".jp-OutputArea-output:not(.jp-RenderedText)")]
  .filter((one) => !one.querySelector("table"))
  .every((one) => one.scrollWidth <= one.clientWidth + 1)"""


@pytest.fixture
def on_disk(visit, tmp_path):
    """The explorer as a page, for somebody with such settings."""
    path = EMExplorer().save_html(tmp_path / "em.html", text=True)

    def opened(viewport=WIDE, **settings):
        page = visit(**settings)
        page.set_viewport_size(viewport)
        page.goto(path.as_uri())
        shown = Explorer(page)
        shown.ended()
        return shown

    return opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
def test_nothing_is_found_on_the_page_of_the_explorer(on_disk, scheme, viewport):
    shown = on_disk(viewport, color_scheme=scheme)
    page = shown.page
    page.evaluate(UNFOLD)
    page.get_by_role("button", name="Atlas of K and seeds").click()
    shown.root.locator("[data-level]").first.wait_for()
    assert violations(page) == []
    assert page.evaluate(WIDER) <= 0
    if (viewport, scheme) == (WIDE, "light"):
        assert problems(page) == []


def test_a_button_at_its_limit_keeps_the_focus(on_disk):
    shown = on_disk()
    for name, key, times in (("Half-step back", "Enter", 2), ("Last", "Enter", 1)):
        button = shown.root.get_by_role("button", name=name)
        button.focus()
        for _ in range(times):
            shown.page.keyboard.press(key)
        assert button.evaluate("(button) => button === document.activeElement")
    less = shown.root.get_by_role("button", name="K: one less")
    less.focus()
    for _ in range(4):
        shown.page.keyboard.press("Enter")
    assert less.get_attribute("aria-disabled") == "true"
    assert less.evaluate("(button) => button === document.activeElement")
    assert shown.choice()["n_components"] == 1


def test_colours_that_mean_something_are_seen_where_colours_are_forced(on_disk, shoot):
    shown = on_disk(forced_colors="active")
    toggle = shown.root.get_by_role("button", name="Atlas of K and seeds")
    plain = toggle.evaluate("(button) => getComputedStyle(button).backgroundColor")
    toggle.click()
    cells = shown.root.locator(".emx-atlas td [data-level]")
    cells.first.wait_for()
    color = "(cell) => getComputedStyle(cell).backgroundColor"
    for level in (0, 4):
        swatch = shown.root.locator(f'.emx-atlas i[data-level="{level}"]')
        assert swatch.evaluate(color) not in ("rgba(0, 0, 0, 0)", plain)
    assert cells.first.evaluate(color) not in ("rgba(0, 0, 0, 0)", plain)
    assert toggle.evaluate(color) != plain
    size = cells.first.bounding_box()
    assert min(size["width"], size["height"]) >= 24
    shoot(shown.root)


def test_what_is_printed_is_dark_on_light_and_not_stretched(on_disk):
    shown = on_disk(color_scheme="dark")
    paper = """(root) => {
      const canvas = root.querySelector("canvas");
      return [...canvas.getContext("2d").getImageData(2, 2, 1, 1).data].slice(0, 3);
    }"""
    assert max(shown.root.evaluate(paper)) < 60
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.root.evaluate(paper) == [255, 255, 255]
    shown.page.emulate_media(media="print")
    assert (
        shown.root.locator("canvas").first.evaluate(
            "(canvas) => getComputedStyle(canvas).objectFit"
        )
        == "contain"
    )
    shown.page.emulate_media(media="screen")
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert max(shown.root.evaluate(paper)) < 60


@pytest.mark.slow
def test_nothing_is_found_in_what_a_notebook_puts_out(lab, visit, write_notebook, shoot):
    write_notebook(lab.folder / "everybody.ipynb", *CELLS)
    page = visit()
    open_notebook(page, lab.address, "everybody.ipynb")
    run_all(page)
    Explorer(page).ended()
    answer_with_keys(page)
    check_with_keys(page)
    page.evaluate(UNFOLD)
    assert problems(page, within=".jp-OutputArea") == []
    assert lab_violations(page) == []
    use_theme(page, "JupyterLab Dark")
    page.locator(".jp-Notebook .jp-Cell").first.focus()
    page.keyboard.press("Control+b")  # puts the list of files away
    page.set_viewport_size(NARROW)
    page.locator(".jp-FileBrowser").wait_for(state="hidden")
    assert lab_violations(page) == []
    page.wait_for_function(INSIDE)
    shoot(page)
    use_theme(page, "JupyterLab Light")  # as other tests expect it


def answer_with_keys(page):
    """Answer a question and put items in order; the focus stays with what was pressed."""
    focused = "document.activeElement.textContent || document.activeElement.ariaLabel"
    choice, steps = (page.locator(".gmm-question", has_text=text) for text in ("rows", "first"))
    choice.get_by_label("1", exact=True).focus()
    for key, now in (("Space", ""), ("Tab", "Check"), ("Enter", "Start over")):
        page.keyboard.press(key)
        page.wait_for_function(f"(now) => !now || {focused} === now", arg=now)
    move = steps.get_by_role("button", name="Move down: start")
    place = move.evaluate(
        "(button) => [...button.closest('ol').children].indexOf(button.closest('li'))"
    )
    move.focus()
    page.keyboard.press("Enter")
    steps.get_by_role("status").get_by_text(f"Place {place + 2} of 3: start").wait_for()
    assert move.evaluate("(button) => button === document.activeElement")


def check_with_keys(page):
    """Run a check again; what its card says stands in a region that was there before."""
    said = page.locator("#gmm-said-here")
    said.evaluate("(region) => (region.textContent = '')")
    page.locator(".jp-CodeCell", has_text="return weights").focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        """() => document.querySelectorAll("#gmm-said-here").length === 1 &&
          document.querySelector("#gmm-said-here").textContent.startsWith("e_step: incorrect")"""
    )
    idle(page)
