"""EMExplorer: what it takes, what it sends, what it says of bad values, and what it saves."""

import base64
import json
import re
import subprocess
import sys
from functools import partial
from html.parser import HTMLParser
from importlib.resources import files

import numpy as np
import pytest
from support.drawing import decoded

from gmm_helpers import GMMParams, course_original, e_step, fit, identity_start, load_dataset
from gmm_helpers.explorer import EMExplorer, data, widget
from gmm_helpers.explorer.runs import run_em


def unpacked(block):
    """Read a block by its description alone: length, head, arrays."""
    length = int.from_bytes(block[:4], "little")
    head = json.loads(block[4 : 4 + length])
    arrays = {
        name: np.frombuffer(
            block, f"<{about['dtype']}", int(np.prod(about["shape"])), 4 + length + about["offset"]
        ).reshape(about["shape"])
        for name, about in head["arrays"].items()
    }
    return head["words"], arrays


class Conversation:
    """What a browser asks an explorer, and what comes back."""

    def __init__(self, explorer, monkeypatch):
        self.explorer, self.sent = explorer, []
        monkeypatch.setattr(
            type(explorer), "send", lambda _, content, buffers: self.sent.append((content, buffers))
        )

    def ask(self, with_data=False, row=True, **changes):
        self.sent.clear()
        config = {name: getattr(self.explorer, name) for name in widget.SHARED} | changes
        content = {
            "request": 1,
            "config": json.loads(json.dumps(config)),
            "data": with_data,
            "row": row,
        }
        self.explorer._handle_custom_msg(content, [])
        ((answer, buffers),) = self.sent
        assert answer == {"request": 1}
        return unpacked(buffers[0])


@pytest.fixture
def conversation(monkeypatch):
    return Conversation(EMExplorer(), monkeypatch)


def test_alone_it_is_the_original_run_of_the_course():
    words, arrays = unpacked(EMExplorer()._first)
    course = course_original()
    trace = fit(course.X, course.start)
    np.testing.assert_array_equal(arrays["X"], course.X)
    np.testing.assert_array_equal(arrays["nll"], trace.negative_log_likelihood)
    assert words["run"]["ended"] == "converged"
    assert words["run"]["last"] == 2 * trace.n_iter == 178


def test_data_are_sent_when_asked_for_and_not_again(conversation):
    words, arrays = conversation.ask(with_data=True, n_components=2)
    assert words["data"]["labels"] == ["x₁", "x₂"]
    assert arrays["X"].shape == (600, 2)
    words, arrays = conversation.ask(n_components=2, seed=1)
    assert "data" not in words
    assert set(arrays) == {"params", "nll"}


def test_each_answer_compares_the_runs_of_its_k(conversation):
    for seed in range(3):
        words, _ = conversation.ask(start="random points", seed=seed)
        assert sorted(words["row"]) == [str(s) for s in range(seed + 1)]
    words, _ = conversation.ask(start="random points", n_components=2)
    assert list(words["row"]) == ["0"]


def test_a_long_run_comes_in_pieces_that_grow(conversation, monkeypatch):
    monkeypatch.setattr("gmm_helpers.explorer.answers.run_em", partial(run_em, piece=0))
    lengths, ends = [], []
    while "running" in ends or not ends:
        words, arrays = conversation.ask(row=False, seed=7)
        lengths.append(len(arrays["nll"]))
        ends = [words["run"]["ended"]]
    assert lengths == sorted(set(lengths))
    assert len(lengths) > 10
    trace = fit(course_original().X, identity_start(course_original().X, 3, 7))
    np.testing.assert_array_equal(arrays["nll"], trace.negative_log_likelihood)


def test_runs_are_computed_once(conversation, monkeypatch):
    conversation.ask(seed=5)
    monkeypatch.setattr("gmm_helpers.explorer.answers.run_em", None)
    assert conversation.ask(seed=5)


def test_responsibilities_are_not_sent_unless_they_are_ones_own(monkeypatch):
    def equal(X, weights, means, covariances):
        return np.full((len(X), len(weights)), 1 / len(weights))

    words, arrays = unpacked(EMExplorer(e_step=equal)._first)
    assert words["run"]["own"] == list(range(len(arrays["own"])))
    assert (arrays["own"] == np.float32(1 / 3)).all()


def test_a_start_of_ones_own_goes_there_and_back(conversation):
    truth = course_original().params
    explorer = EMExplorer(start=truth)
    assert (explorer.start, explorer.n_components) == ("own start", 3)
    _, arrays = unpacked(explorer._first)
    np.testing.assert_allclose(arrays["params"][0], explorer.own_start)
    assert arrays["params"][0][3:5] == pytest.approx([1.2, 0.4])
    words, _ = conversation.ask(start="own start", own_start=explorer.own_start)
    assert words["run"]["n_components"] == 3


def test_points_of_ones_own_are_data(conversation):
    points = [[0.0, 1.0], [2.0, 1.5], [2.0, 4.0], [5.0, 5.0]]
    config = {"data": "own points", "own_points": points, "start": "k-means++", "n_components": 1}
    words, arrays = conversation.ask(with_data=True, **config)
    np.testing.assert_array_equal(arrays["X"], points)
    assert words["run"]["ended"] == "converged"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"n_components": 9}, "n_components is 9: the explorer shows at most 8."),
        ({"data": "nowhere"}, "no data set is called 'nowhere'"),
        ({"start": "nowhere"}, "no start is called 'nowhere'"),
        ({"start": "own start", "own_start": [1.0]}, "does not have 3 components of 2 features"),
        ({"data": "own points", "own_points": []}, "There are no points yet"),
        ({"data": "own points", "own_points": [[0, 0], [1, 1]]}, "more than the 2 samples"),
        ({"data": "own points", "own_points": [[0, 0], [None, 1]]}, "X"),
        ({"reg_covar": -1}, "reg_covar is -1"),
    ],
)
def test_a_request_that_makes_no_sense_is_answered_in_one_line(conversation, changes, problem):
    words, arrays = conversation.ask(**changes)
    assert problem in words["problem"]
    assert "\n" not in words["problem"]
    assert not arrays


@pytest.mark.parametrize(
    ("options", "problem", "shown"),
    [
        ({"data": [[1.0, np.nan]] * 5}, "X holds NaN", {"data": "original"}),
        ({"data": "moon"}, "No data set is called 'moon'", {"data": "original"}),
        ({"data": np.zeros((4, 20))}, "at most 10 features", {"data": "original"}),
        ({"data": "text in", "n_components": 2}, "No data set", {"n_components": 2}),
        ({"data": [[0.0, 1.0], [1.0, 0.0]]}, "more than the 2 samples", {"n_components": 2}),
        ({"n_components": 12}, "more than the explorer shows", {"n_components": 8}),
        ({"n_components": 2.5}, "n_components is 2.5", {"n_components": 3}),
        ({"seed": -1}, "seed is -1", {"seed": 0}),
        ({"reg_covar": "small"}, "reg_covar is 'small'", {"reg_covar": 1e-6}),
        ({"start": (1, 2)}, "start is not usable", {"start": "identity"}),
        ({"e_step": 3}, "e_step must be a function", {"data": "original"}),
    ],
)
def test_bad_values_are_told_in_one_line_with_what_is_shown_instead(options, problem, shown):
    explorer = EMExplorer(**options)
    words, arrays = unpacked(explorer._first)
    assert problem in words["warning"] == explorer.problem
    assert "\n" not in explorer.problem
    assert {name: getattr(explorer, name) for name in shown} == shown
    assert len(arrays["nll"]) > 1


@pytest.mark.parametrize("name", ["controls", "show", "coloring"])
def test_an_unknown_option_is_an_error_for_who_writes_the_notebook(name):
    with pytest.raises(ValueError, match=f"{name} holds 'nothing': choose among"):
        EMExplorer(**{name: "nothing"})


def test_an_error_of_ones_own_function_is_part_of_the_run():
    def broken(*_):
        raise TypeError("a mistake of mine")

    words, _ = unpacked(EMExplorer(m_step=broken)._first)
    assert words["run"]["ended"] == "failed"
    assert words["run"]["last"] == 2
    assert "a mistake of mine" in words["run"]["message"]


def test_one_feature_is_drawn_along_a_line():
    X = load_dataset("ring", n_samples=50).X[:, 0]
    words, arrays = unpacked(EMExplorer(data=X)._first)
    assert words["data"]["labels"] == ["x₁"]
    assert "one feature" in words["data"]["note"]
    np.testing.assert_array_equal(arrays["X"][:, 0], X)


def test_of_many_features_the_principal_plane_is_drawn():
    rng = np.random.default_rng(0)
    rotation = np.linalg.qr(rng.standard_normal((4, 4)))[0]
    plane = rng.standard_normal((300, 4)) * [5, 3, 0.1, 0.1] @ rotation
    shown = data.shown_array(plane)
    assert "4 features" in shown.note
    assert "100%" in shown.note
    places = (shown.X - shown.origin) @ shown.axes
    np.testing.assert_allclose(places.std(axis=0), [5, 3], rtol=0.15)
    np.testing.assert_allclose(shown.axes.T @ shown.axes, np.eye(2), atol=1e-12)
    np.testing.assert_allclose(places.mean(axis=0), 0, atol=1e-12)


def test_the_data_given_are_neither_changed_nor_shared():
    X = load_dataset("ring", n_samples=30).X
    shown = data.shown_array(X)
    X[:] = 0
    assert shown.X.any()
    with pytest.raises(ValueError, match="read-only"):
        shown.X[0] = 1


def test_python_reads_and_sets_what_is_chosen():
    explorer = EMExplorer(data="ring", n_components=5, seed=2, start="k-means++", reg_covar=0.1)
    assert explorer.configuration[:5] == ("ring", 5, 2, "k-means++", 0.1)
    explorer.n_components = 4
    assert "n_components=4" in repr(explorer)


def bundle_of(explorer):
    bundle = explorer._repr_mimebundle_()
    return bundle if isinstance(bundle, tuple) else (bundle, {})


@pytest.mark.parametrize(
    "explorer",
    [
        EMExplorer(),
        EMExplorer(data=np.arange(20.0), n_components=2, start="k-means++"),
        EMExplorer(data=np.random.default_rng(0).standard_normal((30, 3)), n_components=2),
        EMExplorer(max_iter=0),
    ],
    ids=["plane", "line", "space", "no iteration"],
)
def test_without_a_kernel_there_is_a_strip_of_pictures(explorer):
    content, metadata = bundle_of(explorer)
    assert "application/vnd.jupyter.widget-view+json" in content
    width, height = decoded(base64.b64decode(content["image/png"])).size
    assert width > 1.5 * height
    assert metadata["image/png"]["alt"] == content["text/plain"]
    assert "start, E-step 1" in content["text/plain"]
    assert f'alt="{content["text/plain"]}"' in content["text/html"]


def test_matplotlib_waits_until_the_strip_is_asked_for():
    code = (
        "import sys; from gmm_helpers.explorer import EMExplorer; EMExplorer();"
        "print('matplotlib' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.stdout.strip() == "False", result.stderr


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


def test_the_browser_s_files_are_part_of_the_package():
    static = files("gmm_helpers.explorer") / "static"
    assert (static / "explorer.css").is_file()
    project = re.search(
        r'\[tool.hatch.build.targets.wheel\]\npackages = \["gmm_helpers"\]',
        (files("gmm_helpers") / ".." / "pyproject.toml").read_text(),
    )
    assert project, "hatchling takes every file of a package; another setting may not"


def test_an_explorer_may_be_smaller():
    explorer = EMExplorer(controls=["layers"], show=["bound"], coloring="pie", half_step=3)
    assert explorer.options["controls"] == ["layers"]
    assert [name for name, on in explorer.options["layers"].items() if on is True] == [
        "bound",
        "zoom",  # without it the gap could not be seen
    ]
    assert explorer.options["layers"]["color"] == "pie"
    assert explorer.options["half_step"] == 3


def test_a_mixture_that_collapses_at_once_is_shown_with_its_reason():
    places = np.repeat([[0.0, 0.0], [50.0, 50.0]], 4, axis=0)
    start = GMMParams(np.ones(2) / 2, places[[0, 4]], np.tile(np.eye(2), (2, 1, 1)))
    words, _ = unpacked(EMExplorer(places, start=start, reg_covar=0)._first)
    assert "has collapsed" in words["run"]["message"]


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("foo", "No start is called 'foo': choose one of"),
        (GMMParams(np.ones(1), np.zeros((1, 3)), np.eye(3)[None]), "its means have 3 features"),
    ],
)
def test_instead_of_an_unusable_start_another_one_is_shown(start, told):
    explorer = EMExplorer(start=start)
    assert told in explorer.problem
    assert explorer.problem.endswith("Shown instead: the start identity.")
    words, _ = unpacked(explorer._first)
    assert words["run"]["ended"] == "converged"


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


def test_an_interrupted_question_is_answered(monkeypatch):
    def interrupted(X, weights, means, covariances):
        if len(weights) == 2:
            raise KeyboardInterrupt
        return e_step(X, weights, means, covariances)

    words, _ = Conversation(EMExplorer(e_step=interrupted), monkeypatch).ask(n_components=2)
    assert words["problem"].startswith("Interrupted")


def test_a_run_says_that_a_component_has_collapsed():
    X = np.vstack([np.random.default_rng(0).normal(size=(50, 2)), [[9.0, 9.0]]])
    start = GMMParams(
        np.ones(2) / 2, np.array([[0.0, 0.0], [9.0, 9.0]]), np.tile(np.eye(2), (2, 1, 1))
    )
    words, _ = unpacked(EMExplorer(X, start=start)._first)
    assert words["run"]["ended"] == "converged"
    assert words["run"]["flaw"].startswith("Collapsed: the covariance of component 1")
    words, _ = unpacked(EMExplorer()._first)
    assert words["run"]["flaw"] == ""
