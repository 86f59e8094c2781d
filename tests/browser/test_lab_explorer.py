"""The explorer in JupyterLab: its half-steps against EMTrace, its keys, its kernel."""

import re
from itertools import pairwise

import numpy as np
import pytest
from support import servers
from support.pages import Explorer, open_notebook, run_all, saving

from gmm_helpers import STARTS, e_step, fit, load_dataset, m_step, negative_log_likelihood

CELLS = {
    "steps": "EMExplorer()",
    "keys": "EMExplorer()",
    "choices": "EMExplorer('overlapping', start='random points')",
    "atlas": "EMExplorer()",
    "one": "EMExplorer('ring', n_components=2)",
    "another": "EMExplorer('ring', n_components=2)",
    "failing": """\
def my_e_step(X, weights, means, covariances):
    if gmm.negative_log_likelihood(X, weights, means, covariances) < 2600:
        raise ZeroDivisionError("below 2600")
    return gmm.e_step(X, weights, means, covariances)

EMExplorer(e_step=my_e_step)""",
    "rising": """\
def my_m_step(X, responsibilities):
    weights, means, covariances = gmm.m_step(X, responsibilities)
    return weights, means + 0.5, covariances

EMExplorer(start=gmm.course_original().params, m_step=my_m_step)""",
    "bad": "EMExplorer([[0.0], [1.0]])",
    "slow": """\
import time

def slow_e_step(X, weights, means, covariances):
    if len(weights) == 4:
        time.sleep(1.5)
    return gmm.e_step(X, weights, means, covariances)

EMExplorer(e_step=slow_e_step, max_iter=1)""",
    "points": "EMExplorer('overlapping', start='random points')",
    "bad long": "EMExplorer('overlapping', 2.5, start='random points')",
    "bad slow": "EMExplorer('ring', 4, 2.5, e_step=slow_e_step, max_iter=1)",
}
IMPORTS = "import gmm_helpers as gmm\nfrom gmm_helpers.explorer import EMExplorer"


@pytest.fixture(scope="module")
def page(lab, visit_once, write_notebook):
    write_notebook(lab.folder / "explorers.ipynb", IMPORTS, *CELLS.values())
    page = visit_once()
    open_notebook(page, lab.address, "explorers.ipynb")
    run_all(page)
    yield page
    assert page.heard.errors == []
    servers.end_kernels(lab.address)


@pytest.fixture
def explorer(page):
    """Any explorer of the notebook, by its name in CELLS."""
    return lambda name: Explorer(page, list(CELLS).index(name))


def assert_agrees(numbers, X, trace):
    """What the browser computed at a half-step is what EMTrace holds, to 1e-6."""
    h = numbers["h"]
    assert numbers["nll"] == pytest.approx(trace.negative_log_likelihood[h // 2], abs=1e-6)
    if h == 0:
        assert numbers["r"] is None
        return
    expected = e_step(X, *trace.params[(h - 1) // 2])
    np.testing.assert_allclose(np.reshape(numbers["r"], expected.shape), expected, atol=1e-6)


def test_half_steps_agree_with_the_trace(explorer, course, shoot):
    shown = explorer("steps")
    trace = fit(course.X, course.start, reg_covar=1e-6)
    pictures = []
    for h in range(13):
        shown.at(h)
        numbers = shown.numbers()
        assert_agrees(numbers, course.X, trace)
        assert f"NLL {numbers['nll']:.2f}" in shown.text("where")
        assert shown.text("badge") == ("Start" if h == 0 else "E-step" if h % 2 else "M-step")
        pictures.append(shown.pixels())
        shown.press("ArrowRight")
    assert all(a[0] != b[0] and a[1] != b[1] for a, b in pairwise(pictures))
    shoot(shown.root)
    shown.press("End")
    shown.at(2 * trace.n_iter)
    assert shown.numbers()["last"] == 2 * trace.n_iter
    assert_agrees(shown.numbers(), course.X, trace)


def test_the_keys_step_forwards_and_back_to_the_same_picture(explorer):
    shown = explorer("keys")
    seen = {}
    for key, h in [("ArrowUp", 2), ("ArrowRight", 3), ("ArrowUp", 5), ("ArrowRight", 6)]:
        shown.press(key)
        shown.at(h)
        seen[h] = shown.pixels()
    for key, h in [("ArrowLeft", 5), ("ArrowDown", 3), ("ArrowLeft", 2)]:
        shown.press(key)
        shown.at(h)
        assert shown.pixels() == seen[h]
    shown.press("End")
    shown.at(shown.numbers()["last"])
    shown.press("Home")
    shown.at(0)


def test_space_plays_to_the_end_and_pauses(explorer):
    shown = explorer("keys")
    shown.press("Home")
    shown.at(0)
    shown.press(" ")
    shown.part("Pause").wait_for()
    shown.at(2)
    shown.press(" ")
    shown.part("Play").wait_for()
    assert 0 < shown.numbers()["h"] < shown.numbers()["last"]
    shown.press(*"++++", " ")
    shown.at(shown.numbers()["last"])
    shown.part("Play").wait_for()


@pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
def test_k_and_seed_are_run_by_the_kernel(explorer):
    shown = explorer("choices")
    X = load_dataset("overlapping").X
    for key, count, seed in [("K", 4, 0), ("S", 4, 1), ("k", 3, 1), ("s", 3, 0), ("S", 3, 1)]:
        shown.press(key)
        shown.shows(n_components=count, seed=seed)
        shown.press("Home", *["ArrowRight"] * 3)
        shown.at(3)
        trace = fit(X, STARTS["random points"](X, count, seed), reg_covar=1e-6, max_iter=3)
        assert_agrees(shown.numbers(), X, trace)


def test_a_click_in_the_atlas_loads_the_run(explorer, course, shoot):
    shown = explorer("atlas")
    shown.root.get_by_role("button", name="Atlas of K and seeds").click()
    cell = shown.root.get_by_role("button", name=re.compile(r"^K 2, seed 3\b"))
    cell.click()
    shown.shows(n_components=2, seed=3)
    shown.press("End")
    trace = fit(course.X, STARTS["identity"](course.X, 2, 3), reg_covar=1e-6)
    shown.at(2 * trace.n_iter)
    assert_agrees(shown.numbers(), course.X, trace)
    judged = shown.root.get_by_role("button", name=re.compile(r"^K 2, seed \d+: .*NLL"))
    judged.nth(19).wait_for()  # the whole row, filled in while nobody moves
    assert f"NLL {trace.negative_log_likelihood[-1]:.2f}" in cell.get_attribute("aria-label")
    cell.hover()
    assert shown.text("atlas .emx-sentence").startswith("K = 2, seed 3. ")
    shoot(shown.root)
    shown.root.get_by_role("button", name="Atlas of K and seeds").click()


def test_two_explorers_do_not_clash(explorer):
    one, another = explorer("one"), explorer("another")
    one.press("ArrowRight", "ArrowRight", "K")
    one.shows(n_components=3)
    one.at(2)
    before = another.numbers()
    assert (before["h"], before["choice"]["n_components"]) == (0, 2)
    another.press("ArrowRight", "S")
    another.shows(seed=1, n_components=2)
    another.at(1)
    assert (one.numbers()["h"], one.numbers()["choice"]["seed"]) == (2, 0)


def test_keys_in_an_explorer_are_not_those_of_the_notebook(explorer, page):
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    explorer("keys").press(*"ddxabmkj")
    explorer("keys").press("Home")
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells


def test_the_notebook_is_saved_from_within_an_explorer(explorer, page):
    shown = explorer("keys")
    shown.stage.focus()
    with saving(page):
        page.keyboard.press("Control+s")
    test_keys_in_an_explorer_are_not_those_of_the_notebook(explorer, page)  # still theirs


def test_while_python_is_busy_the_old_picture_is_said_to_be_old(explorer, shoot):
    shown = explorer("slow")
    assert shown.text("problem") == ""
    shown.press("K")
    shown.root.locator(".emx-problem", has_text="Waiting for Python").wait_for()
    assert shown.root.evaluate("(root) => root.dataset.waiting") == "yes"
    shoot(shown.root)
    shown.shows(n_components=4)
    assert shown.text("problem") == ""
    assert shown.root.evaluate("(root) => root.dataset.waiting ?? null") is None


def test_the_atlas_holds_no_verdict_of_other_data(explorer):
    shown = explorer("atlas")
    shown.root.get_by_role("button", name="Atlas of K and seeds").click()
    for name in ("overlapping", "ring"):
        shown.part("data").select_option(name)
        shown.page.wait_for_timeout(600)
    shown.part("start").select_option("k-means++")
    wrong = """(root) => {
      const { showing, scene, layout } = root.explorer;
      return [...layout.atlas.sentences].filter(([key, sentence]) => {
        const [n_components, seed] = key.split(" ").map(Number);
        const { run } = showing.runs.of({ ...scene.choice, n_components, seed });
        const nll = run.nll.at(-1).toFixed(2);
        const isToldByNll = run.ended === "converged" && !/[Cc]ollapsed/.test(sentence);
        return isToldByNll && !sentence.includes(nll);
      }).length;
    }"""
    for _ in range(8):
        assert shown.root.evaluate(wrong) == 0
        shown.page.wait_for_timeout(200)
    assert shown.root.evaluate("(root) => root.explorer.layout.atlas.sentences.size") > 5
    shown.root.get_by_role("button", name="Atlas of K and seeds").click()


def test_a_click_into_the_curve_goes_there_and_pauses(explorer):
    shown = explorer("keys")
    shown.press("Home", " ")
    chart = shown.root.locator("canvas").nth(1)
    box = chart.bounding_box()
    chart.click(position={"x": 0.6 * box["width"], "y": 0.5 * box["height"]})
    numbers = shown.numbers()
    assert 0.3 * numbers["last"] < numbers["h"] < 0.8 * numbers["last"]
    shown.part("Play").wait_for()
    shown.at(numbers["h"])


def test_points_of_ones_own_begin_with_an_empty_frame_and_the_k_that_was_chosen(explorer, shoot):
    shown = explorer("points")
    shown.part("data").select_option("own points")
    assert "There are no points yet" in shown.text("note")
    assert shown.text("where") == ""
    shoot(shown.root)
    shown.part("a click adds a point").check()
    picture = shown.root.locator("canvas").first
    for n in range(1, 6):
        picture.click(position={"x": 100 + 37 * n, "y": 120 + (41 * n) % 100})
        shown.shows(n_components=min(n, 3))
    assert shown.root.evaluate("(root) => root.explorer.scene.data.N") == 5
    shown.part("data").select_option("ring")
    shown.root.evaluate("(root) => root.explorer.choose({ n_components: 7 })")
    shown.part("data").select_option("own points")
    shown.shows(data="own points", n_components=5)
    shown.root.get_by_role("button", name="Remove all points").click()
    assert "There are no points yet" in shown.text("note")
    shown.part("a click adds a point").uncheck()


MEAN = """(root) => {
  const { screen: { plane }, scene: { trace, data, h }, layout: { left } } = root.explorer;
  const { x, y } = plane.placeOfMean(trace.row(h), trace.K, data, 0);
  const bounds = left.getBoundingClientRect();
  const scale = left.width / bounds.width;
  return [bounds.left + x / scale, bounds.top + y / scale];
}"""


def test_another_k_ends_what_is_being_dragged(explorer, page):
    shown = explorer("another")
    before = shown.numbers()["choice"]
    shown.press("Home")
    x, y = shown.root.evaluate(MEAN)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 10)
    shown.root.locator(".emx-where", has_text="dragged").wait_for()
    page.keyboard.press("K")
    shown.shows(n_components=before["n_components"] + 1)
    page.mouse.move(x + 60, y + 20)
    page.mouse.up()
    shown.press("k")
    shown.shows(n_components=before["n_components"], start=before["start"])
    assert shown.numbers()["ended"] != "failed"


def test_an_own_start_gives_way_to_the_one_before_when_k_changes(explorer):
    shown = explorer("points")
    shown.part("data").select_option("ring")
    shown.part("start").select_option("k-means++")
    shown.root.evaluate("(root) => root.explorer.choose({ n_components: 3 })")
    shown.shows(data="ring", start="k-means++", n_components=3)
    for name, value in (("x₁", "1"), ("x₂", "2"), ("component", "0")):
        shown.part(name).fill(value)
    shown.root.get_by_role("button", name="Move its mean there").click()
    shown.shows(start="own start")
    shown.root.evaluate("(root) => root.explorer.choose({ n_components: 3, seed: 0 })")
    shown.shows(start="own start")  # another K is what it does not fit
    shown.press("K")
    shown.shows(start="k-means++", n_components=4)
    assert "EM starts from k-means++ again" in shown.text("note")


def test_what_an_own_e_step_raises_is_shown_at_its_half_step(explorer, course, shoot):
    trace = fit(course.X, course.start, reg_covar=1e-6)
    failing = 2 * int(np.argmax(trace.negative_log_likelihood < 2600)) + 1
    shown = explorer("failing")
    shown.press("End")
    shown.at(failing)
    assert shown.text("badge") == "E-step failed"
    assert "ZeroDivisionError" in shown.text("why")
    assert "below 2600" in shown.text("why")
    shoot(shown.root)
    shown.press("ArrowLeft")
    shown.at(failing - 1)
    assert shown.text("badge") == "M-step"
    assert "ZeroDivisionError" not in shown.text("why")
    assert_agrees(shown.numbers(), course.X, trace)


def test_a_rising_nll_is_shown_where_it_rises(explorer, course):
    weights, means, covariances = m_step(course.X, e_step(course.X, *course.params))
    before, after = (
        negative_log_likelihood(course.X, *params)
        for params in (course.params, (weights, means + 0.5, covariances))
    )
    shown = explorer("rising")
    shown.press("ArrowRight")
    shown.at(1)
    assert "rises" not in shown.text("why")
    shown.press("ArrowRight")
    shown.at(2)
    assert f"The NLL rises by {after - before:.2f}" in shown.text("why")
    assert "emx-alarm" in shown.root.locator(".emx-why").get_attribute("class")


def test_a_message_of_ones_own_panel_leaves_a_true_problem_where_it_is(explorer):
    shown = explorer("bad")
    problem = shown.text("problem")
    assert problem
    shown.root.evaluate("(root) => (root.querySelector('.emx-own').open = true)")
    shown.part("x₁").fill("")
    shown.root.get_by_role("button", name="Add a point there").click()
    assert "Type a number" in shown.text("said")
    assert shown.text("problem") == problem
    shown.root.evaluate("(root) => (root.querySelector('.emx-own').open = false)")


@pytest.mark.parametrize("name", ["bad long", "bad slow"])
def test_a_problem_stays_when_the_rest_of_the_run_comes(explorer, name):
    shown = explorer(name)
    shown.page.wait_for_function(
        "(root) => root.explorer.scene.trace && !root.hasAttribute('aria-busy')",
        arg=shown.root.element_handle(),
    )
    shown.ended()
    assert "is 2.5, expected an int" in shown.text("problem")


def test_bad_values_are_told_in_one_line(explorer, shoot):
    shown = explorer("bad")
    assert shown.text("problem") == (
        "n_components=3 is more than the 2 samples. Shown instead: K = 2."
    )
    assert "one feature" in shown.text("note")
    shoot(shown.root)
