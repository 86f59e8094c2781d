"""The pictures before a class, and what is seen without scrolling."""

import pytest
from support.pages import Explorer

from gmm_helpers.explorer import EMExplorer

SCREENS = [(1280, 720), (1024, 768), (1920, 1080), (3840, 2160)]
SHARES = """(root) => {
  const { plane, chart: { chart } } = root.explorer.screen;
  return [plane, chart].map(({ framed, canvas }) =>
    (framed.box.height / canvas.height) * canvas.clientHeight / innerHeight);
}"""
LEFT = "!document.fullscreenElement && !document.querySelector('.emx-presenting')"
FULL = "document.fullscreenElement?.matches('.emx-presenting')"
# Puts words into the status, and returns its box and theirs.
SAY = """(root, said) => {
  const [line, where] = [".emx-status", ".emx-where"].map((part) => root.querySelector(part));
  where.textContent = said;
  return [line, where].map((one) => one.getBoundingClientRect().toJSON());
}"""
# From top to bottom: a large picture, the legend of the map, controls and status, all in sight.
STACKED = """([root, height]) => {
  const [picture, legend, play, status] = [".emx-panels", ".emx-map .emx-legend", ".emx-play",
    ".emx-status"].map((part) => root.querySelector(part).getBoundingClientRect());
  return picture.bottom <= legend.top + 1 && legend.bottom <= play.top + 1 &&
    status.bottom <= height && picture.height > 0.5 * height;
}"""
OPACITY = """(value) =>
  getComputedStyle(document.querySelector(".emx-bar")).opacity === value"""
REFUSE = "() => { Element.prototype.requestFullscreen = () => Promise.reject(new Error('no')); }"


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer().save_html(tmp_path_factory.mktemp("page") / "em.html")


def opened(visit, path, width, height, **options):
    page = visit(**options)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(path.as_uri())
    return page, Explorer(page)


def bottom(locator):
    box = locator.bounding_box()
    return box["y"] + box["height"]


@pytest.mark.parametrize(
    ("width", "height", "isfull"), [*((*each, True) for each in SCREENS), (*SCREENS[0], False)]
)
def test_the_frames_fill_the_screen(visit, path, width, height, isfull):
    page, explorer = opened(visit, path, width, height)
    if not isfull:
        page.evaluate(REFUSE)
    before = explorer.root.evaluate("(root) => root.explorer.screen.look.scale")
    count = explorer.drawn()
    explorer.press("p")
    explorer.drawn_after(count)
    state = "document.fullscreenElement" if isfull else "document.querySelector('[popover]')"
    page.wait_for_function(f"() => {state}?.matches('.emx-presenting')")
    page.wait_for_function(
        f"([root]) => Math.min(...({SHARES})(root)) >= 0.6", arg=[explorer.root.element_handle()]
    )
    assert explorer.root.evaluate("(root) => root.explorer.screen.look.scale") > before
    for part in (".emx-status", ".emx-why", ".emx-play"):
        assert bottom(explorer.root.locator(part)) <= height
    # The keys go on working, and Esc goes back.
    explorer.press("ArrowRight")
    explorer.at(1)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.emx-presenting, [popover]')")
    page.wait_for_function("() => !document.fullscreenElement")
    assert page.heard.errors == []


@pytest.mark.parametrize("presses", [3, 4, 5, 6, 7])
def test_the_last_press_counts_however_fast_they_come(visit, path, presses):
    page, explorer = opened(visit, path, 1280, 720)
    explorer.press(*"p" * presses)
    is_on = bool(presses % 2)
    page.wait_for_function("(isOn) => Boolean(document.fullscreenElement) === isOn", arg=is_on)
    page.wait_for_timeout(500)  # what is on its way would take back the last one
    assert page.locator(".emx-presenting").count() == is_on
    assert page.evaluate("Boolean(document.fullscreenElement)") == is_on
    assert page.heard.errors == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_controls_fade_until_they_are_wanted(visit, path, motion):
    page, explorer = opened(visit, path, 1280, 720, reduced_motion=motion)
    explorer.press("p")
    bar = explorer.root.locator(".emx-bar").first
    page.wait_for_function("() => document.querySelector('.emx-quiet')")
    duration = bar.evaluate("(bar) => getComputedStyle(bar).transitionDuration")
    assert (duration == "0s") == (motion == "reduce")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.emx-bar')).opacity === '0'"
    )
    for part in (".emx-status", ".emx-play"):
        assert (
            explorer.root.locator(part).evaluate("(part) => getComputedStyle(part).opacity") == "1"
        )
    page.mouse.move(300, 300)
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.emx-bar')).opacity === '1'"
    )
    explorer.part("seed: one more").click()
    explorer.shows(seed=1)


@pytest.mark.parametrize(("width", "height"), [*SCREENS, (1152, 864), (1280, 1024)])
def test_all_of_the_status_is_seen(visit, path, width, height):
    page, explorer = opened(visit, path, width, height)
    explorer.press("p")
    page.wait_for_function(f"() => {FULL}")
    page.wait_for_timeout(300)
    for said in (
        "iteration 500 of 500, NLL 12058.30, not converged",
        "dragged, NLL 12912.10; from here EM ends at 12343.10",
        "iteration 12 of 34, NLL 2058.30, fails at the E-step of iteration 34",
    ):
        line, where = explorer.root.evaluate(SAY, said)
        assert where["y"] >= line["y"] - 1
        assert where["y"] + where["height"] <= line["y"] + line["height"] + 1


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 800)])
def test_an_open_map_keeps_its_legend(visit, path, width, height):
    page, explorer = opened(visit, path, width, height)
    legend = explorer.root.locator(".emx-map .emx-legend")
    explorer.press("p")
    page.wait_for_function(f"() => {FULL}")
    assert not legend.is_visible()
    page.keyboard.press("Escape")
    page.wait_for_function(f"() => {LEFT}")
    page.locator("summary", has_text="Where may a mean start?").click()
    legend.locator("span", has_text="the best here").wait_for()
    explorer.press("p")
    page.wait_for_function(f"() => {FULL}")
    # The pictures get their size a moment after the screen is full.
    page.wait_for_function(STACKED, arg=[explorer.root.element_handle(), height])
    assert legend.is_visible()
    assert explorer.root.locator(".emx-map button").is_hidden()
    assert explorer.root.locator(".emx-map .emx-sentence").is_hidden()


def test_play_and_status_are_seen_without_scrolling(visit, path):
    _, explorer = opened(visit, path, 1280, 720)
    for part in (".emx-play", ".emx-status", ".emx-why"):
        assert bottom(explorer.root.locator(part)) <= 720
    assert bottom(explorer.root.get_by_role("button", name="Present")) <= 720
    assert min(explorer.root.evaluate(SHARES)) > 0.5


def test_a_phone_shows_all_of_the_page_without_scrolling_sideways(visit, path):
    page, explorer = opened(visit, path, 390, 800)
    assert bottom(explorer.root.locator(".emx-play")) <= 800
    for details in explorer.root.locator("details").all():
        details.evaluate("(details) => { details.open = true; }")
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    assert page.get_by_role("heading", name="Things to try").is_visible()


def test_on_a_wide_screen_the_text_stands_beside(visit, path):
    page, explorer = opened(visit, path, 1920, 1080)
    text = page.locator("aside").bounding_box()
    box = explorer.root.bounding_box()
    assert text["x"] >= box["x"] + box["width"]
    assert text["y"] < box["y"] + 100
