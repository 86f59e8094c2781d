"""Pages and outputs for everybody: axe-core, forced colours, keys alone, paper."""

import pytest
from support.axe import RULES, violations
from support.pages import Explorer, open_notebook, run_all

from gmm_helpers.explorer import EMExplorer

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
OUTPUTS = [".jp-Cell-outputArea", ".jp-MarkdownOutput"]
CELLS = [
    "from gmm_helpers.checks import check, hint, progress\n"
    "from gmm_helpers.explorer import EMExplorer",
    "EMExplorer()",
    "def e_step(X, weights, means, covariances):\n    return weights * len(X)\n\ncheck(e_step)",
    "hint('e_step')",
    "progress()",
]


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
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.get_by_role("button", name="Atlas of K and seeds").click()
    shown.root.locator("[data-level]").first.wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


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


def test_nothing_is_found_in_what_a_notebook_puts_out(lab, visit, write_notebook):
    write_notebook(lab.folder / "everybody.ipynb", *CELLS)
    page = visit()
    open_notebook(page, lab.address, "everybody.ipynb")
    run_all(page)
    Explorer(page).ended()
    assert violations(page, OUTPUTS, rules=RULES) == []
