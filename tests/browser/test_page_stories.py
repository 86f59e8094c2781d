"""Stories and comparisons in the page on disk, as a lecturer uses them."""

import numpy as np
import pytest
from support.pages import Explorer

from gmm_helpers import m_step
from gmm_helpers.explorer import EMExplorer

WHOLE = "k-means 84 %, EM 100 %"


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer().save_html(tmp_path_factory.mktemp("page") / "em.html")


@pytest.fixture
def open_page(path, visit):
    pages = []

    def opened(at=path, **options):
        page = visit(**options)
        pages.append(page)
        page.goto(at.as_uri())
        return page, Explorer(page)

    yield opened
    assert [page.heard.errors for page in pages] == [[]] * len(pages)


def told(page):
    page.wait_for_function("document.querySelector('.emx-seen')?.textContent")
    return page.locator(".emx-story").inner_text()


def test_a_story_asks_first_then_plays_and_tells(open_page):
    page, explorer = open_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    top = page.locator(".emx-panels").bounding_box()
    page.locator(".emx-stories select").select_option("A plateau")
    explorer.at(32)
    assert page.locator(".emx-panels").bounding_box() == top  # nothing is pushed down
    assert not page.locator("canvas").nth(1).is_visible()  # it shows the answer
    assert not page.locator(".emx-status").is_visible()
    page.get_by_role("button", name="The NLL falls slowly, then fast again").click()
    assert "Right." in page.locator(".emx-story").inner_text()
    assert page.locator("canvas").nth(1).is_visible()
    assert "2302.74" in told(page)
    explorer.at(100)
    assert "2302.74" in explorer.text("status")


def test_by_keyboard_and_without_motion(open_page):
    page, explorer = open_page(reduced_motion="reduce")
    page.locator(".emx-stories select").select_option("A poor optimum")
    explorer.shows(seed=2)
    page.keyboard.press("Enter")  # the first choice has the focus
    assert "Not as predicted." in told(page)
    explorer.at(662)
    assert "75.13 nats higher (worse)" in explorer.text("compared")
    assert page.evaluate("document.activeElement.className") == "emx-story"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".emx-story h3").inner_text() == "A collapse"
    page.wait_for_function("document.querySelector('.emx-compared').textContent === ''")


def test_who_chooses_something_else_ends_the_story(open_page):
    page, explorer = open_page()
    page.locator(".emx-stories select").select_option("Fast")
    page.locator(".emx-story").wait_for()
    explorer.press("S")
    explorer.shows(seed=1)
    assert not page.locator(".emx-story").is_visible()
    assert page.locator(".emx-stories select").input_value() == "Stories…"
    assert page.locator(".emx-status").is_visible()


def test_own_points_come_back_after_the_far_sample(open_page):
    page, explorer = open_page()
    points = [[0, 0], [1, 2], [3, 1], [4, 4]]
    explorer.root.evaluate(
        "(root, own_points) => root.explorer.choose({ data: 'own points', own_points })", points
    )
    page.locator(".emx-stories select").select_option("A far sample")
    explorer.shows(start="own start")
    assert len(explorer.choice()["own_points"]) == 101
    page.get_by_role("button", name="Close").click()
    explorer.shows(start="identity")
    assert explorer.choice()["own_points"] == points


def test_a_run_is_pinned_beside_another_and_k_means_beside_both(open_page):
    page, explorer = open_page()
    explorer.part("data").select_option("anisotropic")
    explorer.part("start").select_option("k-means++")
    explorer.press("End")
    before = explorer.pixels()
    page.get_by_role("button", name="k-means", exact=True).click()
    page.wait_for_function(
        "(text) => document.querySelector('.emx-compared').textContent.includes(text)", arg=WHOLE
    )
    assert explorer.pixels()[0] != before[0]
    page.get_by_role("button", name="k-means", exact=True).click()
    page.get_by_role("button", name="Pin this run").click()
    explorer.press("K")
    explorer.shows(n_components=4)
    explorer.ended()
    text = explorer.text("compared")
    assert text.startswith("Pinned, in grey: K = 3.")
    assert "lower (better)" in text
    page.get_by_role("button", name="Unpin").click()
    page.wait_for_function("!document.querySelector('.emx-compared').textContent")
    worker = "(root) => Boolean(root.explorer.showing.runs.behind.workers.length)"
    assert explorer.root.evaluate(worker)


def equal_weights(X, responsibilities):
    return np.full(3, 1 / 3), *m_step(X, responsibilities)[1:]


def test_beside_own_steps_stands_the_right_run(open_page, tmp_path):
    page, explorer = open_page(EMExplorer(m_step=equal_weights).save_html(tmp_path / "own.html"))
    page.wait_for_function("document.querySelector('.emx-compared').textContent")
    assert explorer.text("compared") == (
        "Your steps first differ from ours in iteration 1, M-step: weight of component 1, "
        "yours 0.3333, ours 0.3928. In grey: the right run, which ends at NLL 2295.07."
    )
    assert page.locator(".emx-stories").count() == 0  # they tell of the right steps


def test_what_is_told_covers_no_curve(open_page):
    page, explorer = open_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    explorer.press("p")
    page.wait_for_function("() => document.fullscreenElement && innerHeight === 720")
    page.locator(".emx-stories select").select_option("A collapse")
    page.wait_for_timeout(300)
    page.get_by_role("button", name="Their weights become 0").click()
    card = page.locator(".emx-story")
    height = card.bounding_box()["height"]
    told(page)
    box = card.bounding_box()
    assert box["height"] == height  # nothing jumps when it is told
    curve = page.locator(".emx-panel").nth(1).bounding_box()
    assert box["y"] + box["height"] <= curve["y"]
    assert curve["height"] > 150
    button = page.get_by_role("button", name="Next story").bounding_box()
    assert button["y"] + button["height"] <= box["y"] + box["height"]


def test_esc_closes_a_story_while_it_plays(open_page):
    page, explorer = open_page()
    page.locator(".emx-stories select").select_option("A plateau")
    page.get_by_role("button", name="The NLL rises again").click()
    page.keyboard.press("Escape")
    assert not page.locator(".emx-story").is_visible()
    assert not explorer.root.evaluate("(root) => root.explorer.scene.isPlaying")
    h = explorer.numbers()["h"]
    page.keyboard.press("ArrowRight")  # the keys go on working
    explorer.at(h + 1)
