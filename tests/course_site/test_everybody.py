"""The course site for everybody: axe-core, the Tab key alone, 320 pixels; `make test-site`.

What is looked at is dist/site, as `make site` has left it.
"""

import pytest
from support import servers
from support.axe import violations
from support.walks import UNFOLD, WIDER, problems

SITE = servers.ROOT / "dist" / "site"
PAGES = sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html"))
PAGES = [page for page in PAGES if not page.startswith("_static")]  # in frames, and the theme's own
SETTINGS = {"light": {"width": 1280, "height": 800}, "dark": {"width": 320, "height": 640}}
LOADED = "() => window.MathJax?.startup?.promise?.then(() => true) ?? true"
STILL = "* { animation: none !important; transition: none !important; }"

pytestmark = pytest.mark.skipif(not PAGES, reason="run make site first")


@pytest.fixture(scope="module", params=SETTINGS)
def page(request):
    with servers.browser() as chromium:
        context = chromium.new_context(
            viewport=SETTINGS[request.param], color_scheme=request.param, reduced_motion="reduce"
        )
        yield context.new_page()


def read(page, name):
    page.goto((SITE / name).as_uri())
    page.add_style_tag(content=STILL)
    page.wait_for_function(LOADED)
    page.evaluate(UNFOLD)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_found_and_nothing_is_wider_than_the_window(page, name):
    read(page, name)
    assert violations(page) == []
    assert page.evaluate(WIDER) <= 0


@pytest.mark.parametrize("name", ["index.html", "chapters/02_e_step.html", "explorer.html"])
def test_the_tab_key_leads_everywhere_and_the_focus_is_seen(page, name):
    read(page, name)
    assert problems(page, within="main", most=300) == []
