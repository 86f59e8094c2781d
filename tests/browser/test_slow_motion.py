"""A sample is touched, and half-steps are seen in slow motion, in the page on disk."""

import re

import numpy as np
import pytest
from support.pages import Explorer

from gmm_helpers import STARTS, e_step, m_step
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.data import shown_dataset

WIDE = {"width": 1280, "height": 720}
MOVING = "(root) => root.explorer.inside.slow.isMoving"
# Keeps which lines are lit, whenever that changes.
WATCH = """(root) => {
  root.lit = [];
  const lines = () => [...root.querySelectorAll(".emx-lines [aria-current]")];
  const keep = () => root.lit.push(lines().map((line) => line.textContent));
  new MutationObserver(keep).observe(root.querySelector(".emx-lines"),
    { subtree: true, childList: true, attributes: true });
}"""
# From now on, one of the half-steps stands at its beginning until somebody ends it.
HOLD = """(root, held) => {
  const { slow } = root.explorer.inside;
  const begin = slow.begin.bind(slow);
  slow.begin = (trace, h) => {
    begin(trace, h);
    if (h === held && slow.moving)
      Object.defineProperty(slow.moving, "begun", { get: () => performance.now() });
  };
}"""
PLACE = """(root, n) => {
  const { plane } = root.explorer.screen;
  const scale = plane.canvas.clientWidth / plane.canvas.width;
  const box = plane.canvas.getBoundingClientRect();
  return [box.x + plane.framed.at[2 * n] * scale, box.y + plane.framed.at[2 * n + 1] * scale];
}"""
X = shown_dataset("overlapping").X
START = STARTS["identity"](X, 3, 0)


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer("overlapping").save_html(tmp_path_factory.mktemp("slow") / "em.html")


@pytest.fixture
def open_page(path, visit):
    pages = []

    def open_as(size=WIDE, **kind):
        page = visit(**kind)
        page.set_viewport_size(size)
        page.goto(path.as_uri())
        pages.append(page)
        return Explorer(page)

    yield open_as
    assert [page.heard.errors for page in pages] == [[]] * len(pages)


def columns(explorer):
    """What the bars say: weighted densities, responsibilities, effective counts."""
    rows = explorer.root.locator(".emx-bars tbody tr")
    texts = [row.locator("td").all_text_contents() for row in rows.all()]
    return list(zip(*texts, strict=True))


def touched(explorer):
    return int(re.search(r"Sample (\d+)", explorer.text("bars")).group(1))


def slow(explorer):
    explorer.part("slow motion").check()


def lit(explorer):
    return explorer.root.locator(".emx-lines [aria-current]").all_text_contents()


def test_a_key_touches_samples_one_after_another(open_page):
    explorer = open_page()
    explorer.press("ArrowRight")
    assert not explorer.root.locator(".emx-card").is_visible()
    leftmost = np.argsort(X[:, 0], kind="stable")
    for n in leftmost[:2]:
        explorer.press(".")
        explorer.root.locator(".emx-card").get_by_text(f"Sample {n},").wait_for()
        _, shares, _ = columns(explorer)
        np.testing.assert_allclose(np.array(shares, float), e_step(X, *START)[n], atol=1.1e-3)
        assert sum(map(float, shares)) == pytest.approx(1, abs=1e-9)
    explorer.page.locator(".emx [role=status]", has_text="weight times density").wait_for(
        state="attached"
    )
    explorer.press("Escape")
    explorer.root.locator(".emx-card").wait_for(state="hidden")


def test_a_pointer_touches_and_leaves_and_a_click_keeps(open_page):
    explorer = open_page()
    card = explorer.root.locator(".emx-card")
    far = int(np.argmax(X[:, 1]))
    place = explorer.root.evaluate(PLACE, far)
    explorer.page.mouse.move(*place)
    card.wait_for()
    assert touched(explorer) == far
    explorer.page.mouse.move(5, 5)
    card.wait_for(state="hidden")
    explorer.page.mouse.click(*place)
    explorer.page.mouse.move(5, 5)
    explorer.press("ArrowRight", "ArrowRight")
    assert card.is_visible()


def test_a_finger_taps_a_sample(open_page):
    explorer = open_page({"width": 390, "height": 800}, has_touch=True)
    far = int(np.argmax(X[:, 1]))
    x, y = explorer.root.evaluate(PLACE, far)
    explorer.page.touchscreen.tap(x, y - 6)
    explorer.root.locator(".emx-card").wait_for()
    assert touched(explorer) == far
    explorer.page.touchscreen.tap(x, y - 6)
    explorer.root.locator(".emx-card").wait_for(state="hidden")


def test_a_half_step_in_slow_motion_goes_line_by_line_and_ends_as_it_does_else(open_page):
    explorer = open_page()
    slow(explorer)
    explorer.press("ArrowRight")
    explorer.page.wait_for_function("!document.querySelector('.emx').explorer.inside.slow.isMoving")
    assert len(lit(explorer)) == 3
    explorer.root.evaluate(WATCH)
    explorer.press("ArrowRight")
    explorer.page.wait_for_function("!document.querySelector('.emx').explorer.inside.slow.isMoving")
    seen = {tuple(lines) for lines in explorer.root.evaluate("(root) => root.lit")}
    assert {len(lines) for lines in seen} <= {1, 3}
    assert len([lines for lines in seen if len(lines) == 1]) >= 2
    assert explorer.numbers()["h"] == 2
    explorer.drawn_after(explorer.drawn() - 1)
    *_, counts = columns(explorer)
    assert sum(map(float, counts)) == pytest.approx(600)
    weights = m_step(X, e_step(X, *START))[0]
    np.testing.assert_allclose(np.array(counts, float), 600 * weights, atol=0.11)
    after = explorer.pixels()[0]
    explorer.root.evaluate(HOLD, 2)
    explorer.press("ArrowLeft", "ArrowRight", "ArrowRight")  # begins it again, and ends it
    assert not explorer.root.evaluate(MOVING)
    assert explorer.numbers()["h"] == 2
    explorer.page.wait_for_timeout(100)
    assert explorer.pixels()[0] == after


@pytest.mark.parametrize("end", ["key", "click", "forward"])
def test_any_key_or_click_ends_it_at_once(open_page, end):
    explorer = open_page()
    slow(explorer)
    explorer.root.evaluate(HOLD, 1)
    explorer.press("ArrowRight")
    assert explorer.root.evaluate(MOVING)
    if end == "key":
        explorer.press("x")
    elif end == "click":
        explorer.root.locator("canvas").first.click(position={"x": 2, "y": 2})
    else:
        explorer.part("Half-step forward").click()
    assert not explorer.root.evaluate(MOVING)
    assert explorer.numbers()["h"] == 1


def test_who_plays_in_slow_motion_sees_each_half_step(open_page):
    explorer = open_page()
    slow(explorer)
    explorer.root.evaluate(HOLD, 2)
    explorer.part("speed").select_option("60")
    explorer.press(" ")
    explorer.at(2)
    assert explorer.root.evaluate(MOVING)
    explorer.press(" ")
    assert not explorer.root.evaluate(MOVING)
    explorer.page.wait_for_timeout(100)
    assert explorer.numbers()["h"] == 2


def test_without_motion_threads_are_seen_at_once(open_page):
    explorer = open_page(reduced_motion="reduce")
    explorer.press("ArrowRight", "ArrowRight")
    plain = explorer.pixels()[0]
    slow(explorer)
    explorer.page.wait_for_timeout(200)
    explorer.press("ArrowLeft", "ArrowRight")
    assert not explorer.root.evaluate(MOVING)
    explorer.page.wait_for_timeout(200)
    assert explorer.pixels()[0] != plain
    assert len(lit(explorer)) == 3
    threads = "(root) => root.explorer.inside.known.threads.length"
    assert 30 < explorer.root.evaluate(threads) <= 96


def test_all_one_needs_stays_above_the_fold(open_page, shoot):
    explorer = open_page()
    slow(explorer)
    explorer.press(".", "ArrowRight", "x")
    shoot(explorer.page)
    parts = [*map(explorer.part, ("Play", "slow motion")), *explorer.stage.locator("canvas").all()]
    parts += [explorer.root.locator(f".emx-{name}") for name in ("status", "bars")]
    for part in parts:
        box = part.bounding_box()
        assert box["y"] + box["height"] <= WIDE["height"]
        assert box["x"] + box["width"] <= WIDE["width"]
