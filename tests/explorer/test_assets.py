"""The explorer's JavaScript: its own tests, and its numbers against Python's."""

import re
from pathlib import Path

import numpy as np
import pytest
from support.javascript import EXPLORER, node, run

from gmm_helpers import e_step, fit, random_points_start
from gmm_helpers.drawing import palette
from gmm_helpers.explorer import assets
from gmm_helpers.explorer.blocks import pack
from gmm_helpers.explorer.table import params_table

TESTS = Path(__file__).parents[1] / "js"
unfinished = pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")


@pytest.mark.parametrize("path", sorted(TESTS.glob("*.test.mjs")), ids=lambda path: path.name)
def test_the_modules_pass_their_own_tests(path):
    run("--test", path)


@unfinished
@pytest.mark.parametrize("n_features", [1, 2, 4])
def test_every_half_step_in_the_browser_agrees_with_python(n_features):
    rng = np.random.default_rng(n_features)
    X = np.vstack([rng.normal(c, 1 + c / 4, (40, n_features)) for c in (0, 2, 5)])
    start = random_points_start(X, 3, 1)
    found = node(
        """
        import { unpack } from './runs/blocks.js'; import { Data } from './runs/data.js';
        import { wholeRun } from './em/run.js'; import { Trace } from './runs/trace.js';
        const { words, arrays } = unpack(input);
        const data = new Data(arrays.X, words.D);
        const run = wholeRun(data, arrays.start, 3, { regCovar: 1e-6, maxIter: 12 });
        const trace = new Trace(run, data, 1e-6);
        const steps = [];
        for (let h = 1; h <= trace.last; h++) {
          steps.push({ r: [...trace.responsibilities(h)], gap: trace.gap(h), nll: trace.nllAt(h) });
        }
        console.log(JSON.stringify(steps));
        """,
        pack({"D": n_features}, X=X, start=params_table((start,))[0]),
    )
    trace = fit(X, start, tol=0, max_iter=12, reg_covar=1e-6)
    assert len(found) == 24
    for h, step in enumerate(found, start=1):
        old = e_step(X, *trace.params[(h - 1) // 2])
        np.testing.assert_allclose(step["r"], old.ravel(), atol=1e-9)
        assert step["nll"] == pytest.approx(trace.negative_log_likelihood[h // 2], abs=1e-9)
        new = e_step(X, *trace.params[h // 2])
        with np.errstate(divide="ignore", invalid="ignore"):
            kl = np.nansum(old * (np.log(old) - np.log(new)))
        assert step["gap"] == pytest.approx(kl, abs=1e-8)


def test_the_browser_has_the_colours_of_the_palette():
    source = (EXPLORER / "drawing" / "look.js").read_text()
    block = re.search(r"COLORS = \[(.*?)\]", source, re.DOTALL).group(1)
    assert tuple(re.findall(r'"(#\w+)"', block)) == palette.COLORS


def test_nothing_is_fetched_when_it_runs():
    everything = assets.script().replace("\\\n", "") + assets.style()  # lines end anywhere
    addresses = set(re.findall(r"(?:https?:)?//[\w.]+\.\w+[^\"'\s)]*", everything))
    assert addresses <= {"http://www.w3.org/2000/svg"}  # a name, not a place
    assert not re.search(r"\bfetch\(|XMLHttpRequest|@import|url\((?!#)|\bimport\(", everything)


def test_no_style_reaches_beyond_the_explorer():
    rules = re.sub(r"/\*.*?\*/", "", assets.style(), flags=re.DOTALL)
    selectors = [s.strip() for s in re.findall(r"([^{}]+)\{", rules)]
    for selector in selectors:
        assert selector.startswith("@") or all(".emx" in part for part in selector.split(","))
