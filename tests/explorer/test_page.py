"""The explorer as one file: small enough, complete, and in need of nothing else."""

import base64
import json
from html.parser import HTMLParser

import numpy as np
import pytest
from support.explorer import unpacked

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
