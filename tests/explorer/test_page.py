"""The explorer as one file: small enough, complete, and in need of nothing else."""

import base64
import importlib
import json
from html.parser import HTMLParser

import numpy as np
import pytest
from support.explorer import unpacked
from support.notebook_tools import ROOT  # it puts tools/ on the path

from gmm_helpers import course_original
from gmm_helpers.explorer import EMExplorer, assets
from gmm_helpers.explorer.data import NAMES

pytestmark = pytest.mark.slow


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.scripts, self._kind = [], {}, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self._kind = dict(attributes).get("type") if tag == "script" else None

    def handle_endtag(self, tag):
        self._kind = None

    def handle_data(self, text):
        if self._kind:
            self.scripts[self._kind] = self.scripts.get(self._kind, "") + text


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "em.html"
    explorer = EMExplorer("overlapping", start="random points", n_components=7)
    assert explorer.save_html(path, title="<EM> & more") == path
    return path.read_text(encoding="utf-8")


def test_a_page_is_small_and_holds_what_is_chosen(saved):
    assert len(saved.encode()) < 400_000
    content = json.loads(Page(saved).scripts["application/json"])
    assert content["config"]["n_components"] == 7
    words, arrays = unpacked(base64.b64decode(content["blocks"]["datasets"]))
    assert [about["name"] for about in words["data"]] == list(NAMES)
    np.testing.assert_array_equal(arrays["original"], course_original().X)


def test_a_page_needs_nothing_but_itself(saved):
    page = Page(saved)
    assert not [tag for tag in page.tags if "src" in tag[1] or "href" in tag[1]]
    assert "&lt;EM&gt; &amp; more" in saved
    assert page.scripts["text/plain"] == assets.script()


def test_the_text_of_the_notebook_stands_beside(saved, tmp_path):
    tool = importlib.import_module("page_text")
    assert assets.page_text() == tool.page_text(ROOT / "notebooks" / "source" / "explorer.py")
    assert assets.page_text() in saved
    page = Page(saved)
    assert [tag for tag, _ in page.tags].count("h1") == 1
    assert "Things to try" in saved
    assert "gmm.e_step" not in assets.page_text()  # there is no Python to run it
    path = EMExplorer().save_html(tmp_path / "alone.html", text=False)
    assert "<aside" not in path.read_text(encoding="utf-8")


def test_sections_with_code_are_left_out_of_the_text(tmp_path):
    source = tmp_path / "explorer.py"
    cells = [
        "# # Title\n#\n# First *words*.",
        "# ## To read\n#\n# `a < b`",
        "# ## To run\n#\n#     f()",
    ]
    text = "\n\n".join(f"# %% [markdown]\n{cell}" for cell in cells) + "\n\n# %%\nf()\n"
    source.write_text(
        text.replace("# ## To read", "# %%\nEMExplorer()\n\n# %% [markdown]\n# ## To read")
    )
    html = importlib.import_module("page_text").page_text(source)
    assert "<em>words</em>" in html
    assert "<code>a &lt; b</code>" in html
    for missing in ("Title", "EMExplorer", "To run", "f()"):
        assert missing not in html


def test_a_page_has_all_of_ones_own_data_and_the_run_of_ones_own_functions(tmp_path):
    def equal(X, weights, means, covariances):
        return np.full((len(X), len(weights)), 1 / len(weights))

    X = np.random.default_rng(0).normal(size=(30_000, 4))
    explorer = EMExplorer(X, 2, start="random points", e_step=equal, max_iter=1)
    text = explorer.save_html(tmp_path / "own.html").read_text(encoding="utf-8")
    blocks = json.loads(Page(text).scripts["application/json"])["blocks"]
    _, arrays = unpacked(base64.b64decode(blocks["own_data"]))
    np.testing.assert_array_equal(arrays["your data"], X)
    words, arrays = unpacked(base64.b64decode(blocks["own_run"]))
    assert words["config"]["data"] == "your data"
    assert (arrays["own"] == 0.5).all()
