"""The hand-outs of a lecture on a projector of 1024 x 768: all is seen, and large enough."""

import importlib

import pytest
from support import notebook_tools, servers

slides = importlib.import_module("slides")
libraries = importlib.import_module("slide_pages.libraries")
STEMS = [source.stem for source in notebook_tools.CHAPTERS]
# What is cut off, wider than its place or too small, slide by slide.
LOOK = """() => {
  const found = [];
  for (let number = 1; ; number += 1) {
    const slide = Reveal.getCurrentSlide();
    for (const part of slide.querySelectorAll(".gmm-slide *")) {
      const box = part.getBoundingClientRect();
      if (part.closest("svg, .MJX_Assistive_MathML, script") || !box.width) continue;
      const name = `${number}: ${part.tagName} ${part.className}`;
      const { left, top, right, bottom } = box;
      if (Math.min(left, top, innerWidth - right, innerHeight - bottom) < -1)
        found.push(`${name} is cut off`);
      if (!part.matches(".gmm-body") && part.scrollWidth > part.clientWidth + 2 && part.clientWidth)
        found.push(`${name} is too wide`);
      const words = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (words && parseFloat(getComputedStyle(part).fontSize) < 16)
        found.push(`${name} is too small`);
    }
    for (const image of slide.querySelectorAll("img")) {
      const { width, height } = image.getBoundingClientRect();
      const own = ["width", "height"].map((name) => image.getAttribute(name));
      const grown = Math.min(width / own[0], height / own[1]);
      if (grown < 0.95) found.push(`${number}: a picture is only ${grown.toFixed(2)} as large`);
    }
    if (Reveal.isLastSlide()) return [number, found];
    Reveal.next();
  }
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("slides")
    npm = servers.ROOT / ".venv" / "bin" / "npm"
    try:
        libraries.write_libraries(made / "lib", str(npm))
    except (SystemExit, FileNotFoundError) as error:
        pytest.skip(f"npm did not give the libraries: {error}")
    slides.write_lectures(made, with_solutions=False)
    return made


@pytest.fixture
def path(folder, request):
    return folder / f"{request.param}.html"


@pytest.mark.slow
@pytest.mark.parametrize("path", STEMS, indirect=True)
def test_every_slide_fits_and_nothing_is_fetched(path, open_page, shoot):
    page = open_page()
    page.set_viewport_size({"width": 1024, "height": 768})
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    number, found = page.evaluate(LOOK)
    assert number >= 24
    assert found == []
    shoot(page, "last")


@pytest.mark.slow
@pytest.mark.parametrize("path", ["04_convergence"], indirect=True)
def test_the_explorer_on_a_slide_is_alive(path, open_page, shoot):
    page = open_page()
    page.set_viewport_size({"width": 1024, "height": 768})
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate(
        "() => { while (!Reveal.getCurrentSlide().querySelector('iframe')) Reveal.next(); }"
    )
    inside = page.frame_locator("section.present iframe")
    inside.locator(".emx-presenting canvas").first.wait_for()
    inside.get_by_text("iteration 0 of 67").wait_for()
    inside.locator(".emx-presenting canvas").first.click()
    page.keyboard.press("End")
    inside.get_by_text("iteration 67 of 67").wait_for()
    shoot(page)


@pytest.mark.slow
@pytest.mark.parametrize("path", STEMS, indirect=True)
@pytest.mark.parametrize("key", ["ArrowRight", "PageDown"])
def test_keys_lead_to_every_slide_and_past_the_explorer(path, key, open_page):
    page = open_page()
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    frames = page.evaluate("document.querySelectorAll('iframe.gmm-explorer').length")
    for number in range(page.evaluate("Reveal.getTotalSlides()") - 1):
        assert page.evaluate("Reveal.getSlidePastCount()") == number
        if page.locator("section.present:not(.stack) iframe.gmm-explorer").count():
            frames -= 1
            inside = page.frame_locator("section.present:not(.stack) iframe.gmm-explorer")
            inside.locator(".emx canvas").first.wait_for()
            page.wait_for_timeout(500)  # for what begins once it is drawn
        page.keyboard.press(key)
    assert page.evaluate("Reveal.isLastSlide()")
    assert frames == 0
