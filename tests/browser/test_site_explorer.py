"""The explorer in a page of the course site: as high as it asks for, and in the site's theme."""

import importlib

import pytest
from support import notebook_tools  # which puts tools/ on the path

explorers = importlib.import_module("site_pages.explorers")
SITE = notebook_tools.ROOT / "docs" / "site" / "_static"
PAGE = """\
<!DOCTYPE html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<link rel="icon" href="data:,">
<style>{style}</style>
<script>const DOCUMENTATION_OPTIONS = {{}};</script>
</head>
<body><main><h1>A page</h1>{frame}</main><script>{script}</script></body>
</html>
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    made = folder / "_static" / "explorers"
    made.mkdir(parents=True)
    explorers.write_explorer(made / "one.html", {"max_iter": 30})
    style, script = ((SITE / f"site.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    page = PAGE.format(frame=explorers.embedded("one", up=0), style=style, script=script)
    (folder / "page.html").write_text(page, encoding="utf-8")
    return folder / "page.html"


def paper(frame):
    return frame.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.slow
@pytest.mark.parametrize("width", [1200, 358])
def test_it_is_as_high_as_what_is_in_it_and_follows_the_theme(path, visit, shoot, width):
    page = visit(color_scheme="dark")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path.as_uri())
    outside = page.locator("iframe.gmm-explorer")
    page.wait_for_function("document.querySelector('iframe').style.height !== ''")
    inside = page.frames[-1]
    inside.locator("canvas").first.wait_for()

    def fits():
        asked = inside.evaluate("document.body.getBoundingClientRect().height")
        page.wait_for_function(
            "(asked) => Math.abs(document.querySelector('iframe').clientHeight - asked) < 5",
            arg=asked,
        )

    page.wait_for_timeout(500)
    fits()
    before = outside.bounding_box()["height"]
    inside.get_by_text("In numbers").click()
    page.wait_for_function(
        "(before) => document.querySelector('iframe').clientHeight > before + 20", arg=before
    )
    fits()
    light = paper(inside)  # the site is light, though the system is dark
    for theme in ("dark", "light"):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        page.wait_for_timeout(300)
        assert (paper(inside) == light) == (theme == "light")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.heard.errors == []
    shoot(page, f"site-explorer-{width}")
