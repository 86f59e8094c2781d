"""On the page: where EM starts is changed by hand, and a map says where a mean may start."""

import numpy as np
import pytest
from support.pages import Explorer

from gmm_helpers.explorer import EMExplorer

DOT = """(root, [k, part]) => {
  const { drag, screen } = root.explorer;
  const { dots, knob } = drag._handles(k);
  const [x, y] = part === "weight" ? knob : dots.find((dot) => dot.part === part).at;
  return [x, y, screen.plane.canvas.width];
}"""
KNOWN = "(root) => root.explorer.basins.map?.known ?? 0"


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer(start="k-means++").save_html(tmp_path_factory.mktemp("page") / "em.html")


@pytest.fixture
def page(path, visit):
    page = visit()
    page.goto(path.as_uri())
    yield page
    assert page.heard.errors == []


@pytest.fixture
def explorer(page):
    return Explorer(page)


def place_of(explorer, k, part):
    box = explorer.root.locator("canvas").first.bounding_box()
    x, y, width = explorer.root.evaluate(DOT, [k, part])
    scale = box["width"] / width
    return box["x"] + x * scale, box["y"] + y * scale


def drag(explorer, page, k, part):
    """Drag a handle; return the NLL at which EM is said to end."""
    page.mouse.move(*explorer.place_of_mean(k))
    x, y = place_of(explorer, k, part)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(x + 7 * step, y - 5 * step)
    explorer.root.locator(".emx-where", has_text="from here EM ends at").wait_for()
    told = float(explorer.text("where").rsplit(" ", 1)[1])
    page.mouse.up()
    explorer.shows(start="own start")
    return told


def start_of(explorer):
    return np.array(explorer.root.evaluate("(root) => [...root.explorer.scene.trace.rowAt(0)]"))


@pytest.mark.parametrize(
    ("part", "changed"), [("width", [9, 10, 11]), ("height", [9, 10, 11]), ("weight", [0, 1, 2])]
)
def test_a_handle_changes_one_thing_and_the_end_is_seen(explorer, page, shoot, part, changed):
    before = start_of(explorer)
    told = drag(explorer, page, 0, part)
    shoot(page)
    after = start_of(explorer)
    assert set(np.flatnonzero(~np.isclose(before, after))) == set(changed)
    assert after[:3].sum() == pytest.approx(1)
    explorer.press("End")
    explorer.ended()
    assert explorer.numbers()["nll"] == pytest.approx(told, abs=0.006)


def test_with_an_own_start_a_seed_says_that_it_changes_nothing(explorer, page):
    drag(explorer, page, 0, "width")
    before = start_of(explorer)
    explorer.press("S")
    explorer.shows(seed=1)
    assert explorer.text("note") == "The seed changes nothing here: EM starts from your own start."
    assert (start_of(explorer) == before).all()
    explorer.part("start").select_option("k-means++")
    explorer.press("S")
    explorer.shows(seed=2)
    assert explorer.text("note") == ""


def test_without_points_nothing_plays_and_it_is_said_why(explorer, page):
    explorer.part("data").select_option("own points")
    play = explorer.part("Play")
    explorer.root.locator('[aria-label="Play"][aria-disabled="true"]').wait_for()
    assert play.get_attribute("title").startswith("There are no points yet")
    play.click(force=True)
    assert explorer.text("said").startswith("There are no points yet")
    explorer.part("data").select_option("ring")
    explorer.shows(data="ring")
    explorer.root.locator('[aria-label="Play"][aria-disabled="false"]').wait_for()
    assert play.get_attribute("title") == "Play (Space)"
    assert explorer.text("said") == ""


def test_the_curve_of_a_failed_run_ends_where_the_nll_is_known(explorer, page):
    explorer.part("reg_covar").select_option("0")
    explorer.part("start").select_option("identity")
    explorer.press(*"KK", *"S" * 8)
    explorer.shows(n_components=5, seed=8)
    explorer.ended()
    picture = explorer.root.locator("canvas").nth(1)
    page.wait_for_function(
        "(canvas) => canvas.getAttribute('aria-label').includes('EM fails at')",
        arg=picture.element_handle(),
    )
    assert "not known" not in picture.get_attribute("aria-label")


def test_esc_lets_go_of_what_is_dragged(explorer, page):
    before = explorer.choice()
    x, y = explorer.place_of_mean(0)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=4)
    page.keyboard.press("Escape")
    page.mouse.move(x - 90, y)
    page.mouse.up()
    assert explorer.choice() == before


def test_numbers_set_what_handles_set(explorer, page):
    page.locator("summary", has_text="Your own start and points").click()
    explorer.part("component").fill("1")
    held = "(root) => root.explorer.scene.held.component"
    assert explorer.root.evaluate(held) == 1
    for name, value in (("width", "2"), ("height", "0.5"), ("angle", "90"), ("weight", "0.5")):
        explorer.part(name).fill(value)
        explorer.part(name).press("Tab")
    row = start_of(explorer)
    assert row[12:15] == pytest.approx([0.25, 0, 4], abs=1e-9)
    assert row[:3] == pytest.approx([0.25, 0.5, 0.25])
    seen = [float(explorer.part(name).input_value()) for name in ("x₁", "x₂")]
    assert seen == pytest.approx(row[5:7], abs=1e-3)
    explorer.part("x₂").fill("2")
    explorer.root.get_by_role("button", name="Move its mean there").click()
    assert start_of(explorer)[5:7] == pytest.approx([row[5], 2], abs=1e-3)
    explorer.part("a click adds a point").press("Tab")
    page.keyboard.press("Escape")
    assert explorer.root.evaluate(held) == -1


def test_a_slow_map_shows_how_far_it_is_and_what_it_has_found(explorer, page):
    explorer.part("data").select_option("overlapping")
    explorer.shows(data="overlapping")
    page.locator("summary", has_text="Where may a mean start?").click()
    legend = explorer.root.locator(".emx-map .emx-legend")
    legend.locator("span", has_text="the best here").wait_for()
    explorer.root.locator(".emx-map span", has_text=" of 1600 places").wait_for()
    page.wait_for_function(  # blocks stand for the places in them
        "() => document.querySelector('.emx').explorer.basins.seen?.classes.includes(-1) === false"
    )


def test_the_map_says_where_em_ends_from_each_place(explorer, page, shoot):
    page.locator("summary", has_text="Where may a mean start?").click()
    wait = f"(least) => ({KNOWN})(document.querySelector('.emx')) >= least"
    page.wait_for_function(wait, arg=25)
    page.wait_for_function(wait, arg=1600, timeout=120_000)
    shoot(page)
    explorer.root.get_by_role("button", name="Walk by arrow keys").focus()
    sentence = explorer.root.locator("details .emx-sentence")
    for keys in (["ArrowRight"] * 12 + ["ArrowUp"] * 3, ["ArrowLeft"] * 25):
        for key in keys:
            page.keyboard.press(key)
        said = sentence.text_content()
        page.keyboard.press("Enter")
        explorer.shows(start="own start")
        explorer.ended()
        nll = explorer.root.evaluate("(root) => root.explorer.scene.trace.nll.at(-1)")
        assert f"EM ends at NLL {nll:.2f}" in said
    assert explorer.root.evaluate(KNOWN) == 1600  # the map holds wherever this mean starts
    explorer.part("K: one more").click()
    page.wait_for_function("() => document.querySelector('.emx').explorer.basins.map.known < 1600")
