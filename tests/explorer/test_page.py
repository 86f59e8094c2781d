"""The explorer as one file: small enough, complete, and in need of nothing else."""

import json
from html.parser import HTMLParser

import numpy as np
import pytest

from gmm_helpers import course_original, e_step
from gmm_helpers.explorer import EMExplorer

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


def test_a_page_of_the_full_grid_is_below_two_megabytes(saved):
    assert len(saved.encode()) < 2_000_000
    content = json.loads(Page(saved).scripts["application/json"])
    assert len(content["grid"]) == 60
    assert content["options"]["counts"] == [1, 2, 3, 4, 5, 6]
    assert content["options"]["seeds"] == list(range(10))
    assert content["config"]["n_components"] == 6  # the nearest in the grid
    assert sorted(content["rows"]["4"]) == [str(seed) for seed in range(10)]


def test_a_page_needs_nothing_but_itself(saved):
    page = Page(saved)
    assert not [tag for tag in page.tags if "src" in tag[1] or "href" in tag[1]]
    assert "EMExplorer" not in page.scripts["module"]
    assert "&lt;EM&gt; &amp; more" in saved


def test_a_page_of_a_start_of_ones_own_holds_that_run(tmp_path):
    params = course_original().params
    path = EMExplorer(start=params).save_html(tmp_path / "own.html")
    content = json.loads(Page(path.read_text(encoding="utf-8")).scripts["application/json"])
    assert list(content["grid"]) == ["3 0"]


def test_a_page_of_few_samples_has_no_more_components_than_samples(tmp_path):
    X = np.array([[0.0, 0.0], [1.0, 0.5], [4.0, 4.0]])
    path = EMExplorer(X, n_components=2, start="random points").save_html(tmp_path / "few.html")
    content = json.loads(Page(path.read_text(encoding="utf-8")).scripts["application/json"])
    assert content["options"]["counts"] == [1, 2, 3]


def test_a_page_that_no_browser_would_open_is_refused_before_it_is_written(tmp_path):
    def halves(X, weights, means, covariances):
        r = e_step(X, weights, means, covariances)
        return np.full_like(r, 1 / r.shape[1]) * 0.1 + 0.9 * r

    X = np.random.default_rng(0).normal(size=(5000, 2))
    explorer = EMExplorer(X, start="random points", e_step=halves, max_iter=60)
    with pytest.raises(ValueError, match="name fewer n_components or seeds"):
        explorer.save_html(tmp_path / "em.html", n_components=range(3, 9))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("grid", [{"n_components": []}, {"seeds": []}])
def test_an_empty_grid_is_refused(grid, tmp_path):
    with pytest.raises(ValueError, match=f"{next(iter(grid))} is empty"):
        EMExplorer().save_html(tmp_path / "em.html", **grid)
