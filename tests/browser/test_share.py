"""What is handed on from a page on disk: its address, a line of Python, pictures, a film."""

import io
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PIL import Image
from support.pages import Explorer

from gmm_helpers.explorer import EMExplorer

REMEMBER = """(said) => {
  window.told = [];
  new MutationObserver(() => told.push(said.textContent)).observe(said, { childList: true });
}"""


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer(half_step=3).save_html(tmp_path_factory.mktemp("page") / "em.html")


@pytest.fixture
def page(request, path, visit):
    page = visit(color_scheme=getattr(request, "param", "light"))
    page.context.set_offline(True)
    page.goto(path.as_uri())
    yield page
    assert page.heard.errors == []


def saved(page, explorer, label):
    explorer.root.locator(".emx-share").evaluate("(details) => { details.open = true; }")
    with page.expect_download() as download:
        explorer.root.get_by_role("button", name=label).click()
    return download.value


IN_BOTH_SCHEMES = pytest.mark.parametrize("page", ["light", "dark"], indirect=True)


def address_is(page, text):
    page.wait_for_function("(text) => location.hash === text", arg=text)


@IN_BOTH_SCHEMES
def test_the_address_leads_to_what_is_seen(page, path):
    explorer = Explorer(page)
    assert "#" not in page.url
    explorer.press("S", "S", "K", "End")
    explorer.part("start").select_option("k-means++")
    explorer.part("samples").select_option("blended")
    explorer.press("Home", "ArrowRight")
    address_is(page, "#K=4&seed=2&start=k-means%2B%2B&h=1&color=blend")
    before, pixels = explorer.numbers(), explorer.pixels()
    other = page.context.new_page()
    other.goto(page.url)
    explorer = Explorer(other)
    assert explorer.numbers() == before
    assert explorer.pixels() == pixels
    assert explorer.part("samples").input_value() == "blended"
    # Another link in the same tab, and one that is broken.
    other.goto(path.as_uri() + "#data=ring&K=x")
    other.wait_for_function(
        "() => document.querySelector('.emx')?.explorer.scene.choice.data === 'ring'"
    )
    assert "K=x" in Explorer(other).text("said")
    other.close()


def test_the_right_picture_its_axis_and_slow_motion_are_handed_on(page):
    explorer = Explorer(page)
    explorer.part("show").select_option("bound as a curve")
    explorer.part("along").select_option("mean 2, x₂")
    explorer.root.get_by_label("slow motion").check()
    address_is(page, "#picture=bound&along=mean+2,+x2&slow=on")
    pixels = explorer.pixels()
    other = page.context.new_page()
    other.goto(page.url)
    opened = Explorer(other)
    assert opened.pixels() == pixels
    assert opened.part("along").input_value() == "mean 2, x₂"
    assert opened.root.get_by_label("slow motion").is_checked()
    other.close()
    explorer.press("k")  # there is no mean 2 among two components
    address_is(page, "#K=2&picture=bound&slow=on")
    explorer.part("stories").select_option(index=1)  # tells of the NLL
    assert explorer.part("show").input_value() == "NLL by iteration"
    assert explorer.part("along").is_hidden()


def test_a_long_run_is_opened_where_it_was(page):
    address = page.url + "#data=overlapping&K=8&h=900"
    page.goto("about:blank")
    page.goto(address)
    explorer = Explorer(page)
    explorer.ended()
    explorer.at(min(900, explorer.numbers()["last"]))


def test_the_line_of_python_is_what_is_chosen(page):
    explorer = Explorer(page)
    explorer.press("S")
    explorer.shows(seed=1)
    explorer.root.locator(".emx-share").evaluate("(details) => { details.open = true; }")
    explorer.root.get_by_role("button", name="Copy as Python").click()
    text = explorer.part("text to copy").input_value()
    assert text == "EMExplorer(seed=1, half_step=3)"
    made = eval(text, {"EMExplorer": EMExplorer})
    assert made.configuration.seed == 1


@IN_BOTH_SCHEMES
def test_pictures_are_saved_as_they_are_seen(page, tmp_path):
    explorer = Explorer(page)
    canvas = explorer.root.locator("canvas").first
    shot = canvas.screenshot(type="png")
    download = saved(page, explorer, "Save PNG")
    assert download.suggested_filename == "em-original-K3-seed0-3.png"
    image = Image.open(download.path())
    box = canvas.bounding_box()
    assert image.height == 2 * round(box["height"])
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    left = image.convert("RGB").crop((0, 0, 2 * seen.width, 2 * seen.height)).resize(seen.size)
    difference = np.abs(np.asarray(left, dtype=float) - np.asarray(seen)).mean()
    assert difference < 5  # of 255
    svg = saved(page, explorer, "Save SVG").path().read_text(encoding="utf-8")
    root = ElementTree.fromstring(svg)
    words = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"iteration", "negative log-likelihood", "x₁", "x₂"} <= set(words)
    # Drawn by the browser, it is the same picture.
    (tmp_path / "em.svg").write_text(svg, encoding="utf-8")
    other = page.context.new_page()
    other.set_viewport_size({"width": int(root.get("width")), "height": int(root.get("height"))})
    other.goto((tmp_path / "em.svg").as_uri())
    drawn = Image.open(io.BytesIO(other.screenshot())).convert("RGB")
    drawn = drawn.crop((0, 0, *seen.size))
    assert np.abs(np.asarray(drawn, dtype=float) - np.asarray(seen)).mean() < 6
    other.close()


def test_another_right_picture_is_saved_as_svg_with_an_open_map(page):
    explorer = Explorer(page)
    explorer.part("show").select_option("entropy of responsibilities")
    page.locator("summary", has_text="Where may a mean start?").click()
    explorer.root.locator(".emx-map span", has_text="the best here").wait_for()
    text = saved(page, explorer, "Save SVG").path().read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    svg = "{http://www.w3.org/2000/svg}"
    assert "entropy in nats" in [words.text for words in root.iter(f"{svg}text")]
    (image,) = root.iter(f"{svg}image")
    assert image.get("href").startswith("data:image/png;base64,")


def test_a_film_plays_to_the_end(page):
    explorer = Explorer(page)
    explorer.part("speed").select_option("60")
    explorer.root.locator(".emx-share [role=status]").evaluate(REMEMBER)
    download = saved(page, explorer, "Film to the end")
    assert download.suggested_filename.endswith(".webm")
    content = download.path().read_bytes()
    assert content[:4] == b"\x1a\x45\xdf\xa3"  # of Matroska, and so of WebM
    assert len(content) > 20_000
    told = page.evaluate("() => told[0]")
    assert "at the speed beside Play: 60 half-steps per second" in told
    numbers = explorer.numbers()
    assert numbers["h"] == numbers["last"]
