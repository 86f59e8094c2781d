"""The explorer's JavaScript: its own tests, and its numbers against Python's."""

import re
from pathlib import Path

import numpy as np
import pytest
from support.javascript import EXPLORER, node, run

from gmm_helpers import e_step, fit, load_dataset, random_points_start
from gmm_helpers.drawing import palette
from gmm_helpers.explorer import EMExplorer, assets, payload
from gmm_helpers.explorer.data import shown_array
from gmm_helpers.explorer.packing import packed_run
from gmm_helpers.explorer.runs import run_em
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
    shown = shown_array(X)
    start = random_points_start(X, 3, 1)
    *_, run = run_em(shown.X, start, 1e-6, max_iter=12)
    found = node(
        """
        import { unpack } from './runs/payload.js'; import { Data, Trace } from './runs/trace.js';
        const { words, arrays } = unpack(input);
        const data = new Data({ data: words.data, ...arrays });
        const trace = new Trace({ run: words.run, ...arrays }, data);
        const steps = [];
        for (let h = 1; h <= trace.last; h++) {
          steps.push({ r: [...trace.responsibilities(h)], gap: trace.gap(h), nll: trace.nllAt(h) });
        }
        console.log(JSON.stringify(steps));
        """,
        packed_run(run, {}, shown, 1e-6),
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


@unfinished
@pytest.mark.parametrize("bits", [payload.MANTISSA, 24])
def test_what_was_compressed_comes_out_to_the_last_bit_that_was_kept(bits):
    X = load_dataset("overlapping", n_samples=200).X
    trace = fit(X, random_points_start(X, 4, 0), tol=0, max_iter=60)
    table = params_table(trace.params)
    nll = trace.negative_log_likelihood
    found = node(
        """
        import { decompress } from './runs/payload.js';
        const { words, arrays } = await decompress(input);
        console.log(JSON.stringify([words.name, [...arrays.params], [...arrays.nll]]));
        """,
        payload.compress({"name": "µ"}, table, bits=bits, nll=nll),
    )
    assert found[0] == "µ"
    np.testing.assert_array_equal(found[1], payload.rounded(table, bits).ravel())
    np.testing.assert_array_equal(found[2], nll)


def test_a_single_row_is_compressed_too():
    code = """
        import { decompress } from './runs/payload.js';
        console.log(JSON.stringify([...(await decompress(input)).arrays.params]));
        """
    row = np.array([[-1.5, 0.0, 1e-300, 3e200]])
    assert node(code, payload.compress({}, row)) == row[0].tolist()


def test_a_page_holds_the_responsibilities_of_an_own_e_step(tmp_path):
    def equal(X, weights, means, covariances):
        return np.full((len(X), len(weights)), 1 / len(weights))

    explorer = EMExplorer("ring", n_components=2, e_step=equal, max_iter=2)
    path = explorer.save_html(tmp_path / "own.html", n_components=[2], seeds=[0])
    content = re.search(r'application/json">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    found = node(
        """
        import { PageSource, Store } from './runs/store.js';
        const page = JSON.parse(input);
        const answer = await new Promise((done) => {
          new PageSource(page, new Store()).ask(page.config, true, done);
        });
        console.log(JSON.stringify([...answer.trace.responsibilities(1)]));
        """,
        content.group(1).encode(),
    )
    np.testing.assert_array_equal(found, np.full(1200, 0.5))


def test_the_browser_has_the_colours_of_the_palette():
    source = (EXPLORER / "drawing" / "look.js").read_text()
    block = re.search(r"COLORS = \[(.*?)\]", source, re.DOTALL).group(1)
    assert tuple(re.findall(r'"(#\w+)"', block)) == palette.COLORS


def test_nothing_is_fetched_when_it_runs():
    everything = assets.script() + assets.style()
    addresses = set(re.findall(r"(?:https?:)?//[\w.]+\.\w+[^\"'\s)]*", everything))
    assert addresses <= {"http://www.w3.org/2000/svg"}  # a name, not a place
    assert not re.search(r"\bfetch\(|XMLHttpRequest|@import|url\(|\bimport\(", everything)


def test_no_style_reaches_beyond_the_explorer():
    rules = re.sub(r"/\*.*?\*/", "", assets.style(), flags=re.DOTALL)
    selectors = [s.strip() for s in re.findall(r"([^{}]+)\{", rules)]
    for selector in selectors:
        assert selector.startswith("@") or all(".emx" in part for part in selector.split(","))
