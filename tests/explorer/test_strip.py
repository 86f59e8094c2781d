"""Pictures of a run where there is no widget."""

import base64
import subprocess
import sys

import numpy as np
import pytest
from support.drawing import decoded

from gmm_helpers import GMMParams, load_dataset, random_points_start
from gmm_helpers.explorer import EMExplorer, strip
from gmm_helpers.explorer.data import shown_array
from gmm_helpers.explorer.runs import run_em
from gmm_helpers.explorer.strip import draw_strip

pytestmark = pytest.mark.slow


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


@pytest.mark.parametrize(
    ("max_iter", "titles"),
    [
        (0, ["start", "E-step 1"]),
        (1, ["start", "E-step 1", "M-step 1", "iteration 1", "iteration 1 (the end)"]),
        (8, ["start", "E-step 1", "M-step 1", "iteration 2", "iteration 8 (the end)"]),
    ],
)
def test_there_is_a_panel_for_each_stage_and_the_alt_text_names_them(max_iter, titles):
    shown = shown_array(load_dataset("overlapping", n_samples=60).X)
    *_, run = run_em(shown.X, random_points_start(shown.X, 3, 0), 1e-6, max_iter=max_iter)
    picture = draw_strip(run, shown, "A run")
    first, last = run.negative_log_likelihood[[0, -1]]
    assert repr(picture) == f"A run: {', '.join(titles)}. NLL from {first:.2f} to {last:.2f}."


@pytest.mark.parametrize("scale", [0.0, 1e-6, 1e6])
def test_equal_tiny_and_huge_samples_are_drawn_too(scale):
    shown = shown_array(scale * np.arange(6.0))
    start = GMMParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)))
    *_, run = run_em(shown.X, start, 1e-3, max_iter=2)
    assert draw_strip(run, shown, "A run")


def test_a_strip_of_unequal_units_says_so(monkeypatch):
    said = []
    monkeypatch.setattr(strip, "Picture", lambda fig, alt: said.append(fig.get_supxlabel()))
    X = load_dataset("ring").X
    for data in (X * [1, 1000], X, X[:, :1]):
        shown = shown_array(data)
        *_, run = run_em(shown.X, random_points_start(data, 2, 0), 1e-6, max_iter=1)
        draw_strip(run, shown, "a ring")
    assert said == ["x₁ is not drawn to the scale of x₂", "", ""]
