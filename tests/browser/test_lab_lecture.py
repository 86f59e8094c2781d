"""In JupyterLab: what is seen without scrolling, the pictures before a class, sharing, own data."""

import pytest
from support import servers
from support.pages import Explorer, open_notebook, run_all

CELL = "from gmm_helpers.explorer import EMExplorer\nexplorer = EMExplorer()\nexplorer"
AFTER = "explorer"
REFUSE = "() => { Element.prototype.requestFullscreen = () => Promise.reject(new Error('no')); }"
COVERED = """(root) => {
  const { x, y, width, height } = root.getBoundingClientRect();
  const inside = [[5, 5], [innerWidth - 5, innerHeight - 5]].every(([px, py]) =>
    root.contains(document.elementFromPoint(px, py)));
  return inside && x === 0 && y === 0 && width === innerWidth && height === innerHeight;
}"""


@pytest.fixture(scope="module")
def page(lab, visit_once, write_notebook):
    write_notebook(lab.folder / "lecture.ipynb", CELL, AFTER)
    page = visit_once()
    page.set_viewport_size({"width": 1280, "height": 720})
    open_notebook(page, lab.address, "lecture.ipynb")
    run_all(page)
    yield page
    assert page.heard.errors == []
    servers.end_kernels(lab.address)


def test_play_status_and_pictures_fit_between_the_bars(page, shoot):
    explorer = Explorer(page)
    top = page.locator(".jp-WindowedPanel-outer").bounding_box()["y"]
    bottom = page.locator("#jp-main-statusbar").bounding_box()["y"]
    page.evaluate(
        "() => document.querySelector('.emx .emx-bar').scrollIntoView({ block: 'start' })"
    )
    page.wait_for_timeout(300)
    shoot(page, "lecture")
    bounds = [
        explorer.root.locator(part).first.bounding_box()
        for part in (".emx-bar", ".emx-panels", ".emx-play", ".emx-status")
    ]
    bounds.append(explorer.root.get_by_role("button", name="Present").bounding_box())
    for box in bounds:
        assert box["y"] >= top - 1
        assert box["y"] + box["height"] <= bottom + 1


@pytest.mark.parametrize("isfull", [True, False], ids=["full screen", "page"])
def test_the_pictures_cover_the_lab(page, isfull, shoot):
    explorer = Explorer(page)
    if not isfull:
        page.evaluate(REFUSE)
    explorer.press("p")
    page.wait_for_function(f"([root]) => ({COVERED})(root)", arg=[explorer.root.element_handle()])
    shoot(page, f"presenting-{isfull}")
    before = explorer.numbers()["h"]
    explorer.press("ArrowRight")
    explorer.at(before + 1)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.emx-presenting, [popover]')")
    explorer.press("Home")


def test_a_notebook_has_no_address_and_keeps_its_own_data(page):
    explorer = Explorer(page)
    address = page.url
    explorer.press("S")
    explorer.shows(seed=1)
    page.wait_for_timeout(600)
    assert page.url == address
    explorer.root.locator(".emx-share").evaluate("(details) => { details.open = true; }")
    assert not explorer.root.get_by_role("button", name="Copy link").is_visible()
    with page.expect_download() as download:
        explorer.root.get_by_role("button", name="Save SVG").click()
    assert download.value.path().read_text(encoding="utf-8").startswith("<svg")
    table = "(root, text) => root.explorer.layout.table.read(text)"
    explorer.root.evaluate(table, "\n".join(f"{n % 70},{n % 11},{n % 5}" for n in range(5001)))
    assert "at most 5000" in explorer.root.locator(".emx-own .emx-problem").inner_text()
    explorer.root.evaluate(table, "\n".join(f"{n % 70},{n % 11},{n % 5}" for n in range(500)))
    explorer.shows(data="own points", start="random points")
    # Python has them, and its other view shows them.
    other = Explorer(page, 1)
    other.shows(data="own points")
    assert len(other.choice()["own_points"]) == 500
    assert other.numbers()["nll"] == explorer.numbers()["nll"]
