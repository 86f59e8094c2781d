"""Explorers whose kernel has ended, saved and reopened; and functions that never return."""

import json
import re

import nbformat
import pytest
from support import servers
from support.pages import Explorer, idle, open_notebook, run_all, save

from gmm_helpers import STARTS, fit, load_dataset

IMPORTS = "import numpy as np, ipywidgets as w, gmm_helpers as gmm\n"
IMPORTS += "from gmm_helpers.explorer import EMExplorer"
LARGE = (
    "EMExplorer(np.random.default_rng(0).normal(size=(50_000, 3)), start='k-means++', max_iter=4)"
)
CELLS = (IMPORTS, "EMExplorer()", "w.HBox([EMExplorer(seed=3), EMExplorer('ring')])", LARGE)
LIMIT = 1_500_000  # bytes of one explorer in a notebook
STATE = "application/vnd.jupyter.widget-state+json"
EXERCISES = {
    "03_m_step": 1,
    "04_convergence": 1,
    "06_how_many_components": 1,
    "explorer": 2,
}


def explorers_in(path):
    """What a notebook keeps of each explorer."""
    state = nbformat.read(path, 4).metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    models = (json.dumps(model) for model in state.values())
    return [model for model in models if "explorer.widget.EMExplorer" in model]


def restart(page):
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name=re.compile(r"^Restart Kernel…")).click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    page.locator(".emx img:not([hidden])").first.wait_for()
    idle(page)


def assert_is_kept(shown, **config):
    """It is drawn, also as an image, plays, and says in a line if it needs Python for more."""
    if shown.root.evaluate("(root) => root.explorer.options.has_own_steps"):
        shown.root.locator(".emx-note", has_text="run the cell again").wait_for()
    numbers = shown.numbers()
    assert numbers["choice"] | config == numbers["choice"]
    assert shown.text("problem") == ""
    still = shown.root.locator("img:not([hidden])").first
    still.wait_for()
    assert "samples of the data" in still.get_attribute("alt")
    assert still.evaluate("(image) => image.naturalWidth") > 200
    shown.press("End")
    shown.at(numbers["last"])
    shown.press("Home", "ArrowRight")
    shown.at(1)


@pytest.fixture
def notebook(lab, write_notebook):
    yield write_notebook(lab.folder / "kept.ipynb", *CELLS)
    servers.end_kernels(lab.address)


def opened(visit, lab, path):
    page = visit()
    open_notebook(page, lab.address, path.name)
    return page


@pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
def test_a_reopened_notebook_draws_the_last_choice_of_each_explorer(lab, visit, notebook, shoot):
    page = opened(visit, lab, notebook)
    run_all(page)
    shown = Explorer(page)
    shown.part("data").select_option("ring")
    shown.shows(data="ring")
    shown.press("K", "S")
    shown.shows(n_components=4, seed=1)
    shown.part("samples").select_option("hard")
    shown.press("Home", *["ArrowRight"] * 5)
    shown.at(5)
    page.wait_for_timeout(500)
    save(page, notebook)
    kept = explorers_in(notebook)
    assert len(kept) == 4
    assert max(map(len, kept)) < LIMIT
    for _ in range(2):  # opening and saving it again must not lose them
        page.close()
        servers.end_kernels(lab.address)
        page = opened(visit, lab, notebook)
        shown = Explorer(page)
        shown.at(5)
        assert shown.part("samples").input_value() == "hard"
        X = load_dataset("ring").X
        trace = fit(X, STARTS["identity"](X, 4, 1), tol=0, max_iter=3)
        numbers = shown.numbers()
        assert numbers["nll"] == pytest.approx(trace.negative_log_likelihood[2], abs=1e-6)
        assert_is_kept(Explorer(page, 1), seed=3)
        assert_is_kept(Explorer(page, 2), data="ring")
        assert_is_kept(Explorer(page, 3))
        assert "of the 50,000 samples" in Explorer(page, 3).text("note")
        shoot(shown.root)
        assert page.heard.errors == []
        save(page, notebook)
        assert len(explorers_in(notebook)) == 4
    assert_is_kept(shown, data="ring", n_components=4, seed=1)
    shown.press("K", "End")  # it is as alive as with Python
    shown.shows(n_components=5)
    shown.ended()
    trace = fit(X, STARTS["identity"](X, 5, 1), reg_covar=1e-6, max_iter=500)
    assert shown.numbers()["nll"] == pytest.approx(trace.negative_log_likelihood[-1], rel=1e-9)


def test_after_a_restart_it_plays_on_and_is_saved(lab, visit, notebook):
    page = opened(visit, lab, notebook)
    run_all(page)
    shown = Explorer(page)
    shown.press("S")
    shown.shows(seed=1)
    page.wait_for_timeout(500)
    restart(page)
    assert_is_kept(shown, seed=1)
    shown.press("s")  # it has been here before
    shown.shows(seed=0)
    shown.press("S")
    shown.shows(seed=1)
    save(page, notebook)
    assert len(explorers_in(notebook)) == 4
    page.close()
    page = opened(visit, lab, notebook)
    assert_is_kept(Explorer(page), seed=1)


def test_a_cell_that_is_run_again_leaves_one_explorer(lab, visit, notebook):
    page = opened(visit, lab, notebook)
    for _ in range(3):
        run_all(page)
    Explorer(page, 3)
    save(page, notebook)
    assert len(explorers_in(notebook)) == 4


@pytest.mark.slow
@pytest.mark.parametrize(("name", "count"), EXERCISES.items(), ids=EXERCISES)
def test_every_notebook_of_the_course_is_reopened_with_its_explorers(lab, visit, name, count):
    path = lab.folder / f"{name}.ipynb"
    source = servers.ROOT / "notebooks" / "solutions" / path.name
    path.write_bytes(source.read_bytes())
    page = opened(visit, lab, path)
    run_all(page)
    for which in range(count):
        Explorer(page, which)
    page.wait_for_timeout(500)
    save(page, path)
    assert len(explorers_in(path)) == count
    page.close()
    servers.end_kernels(lab.address)
    page = opened(visit, lab, path)
    for which in range(count):
        assert_is_kept(Explorer(page, which))
    page.close()
    servers.end_kernels(lab.address)


LOOPS = """\
def my_{step}(*arguments):
    if {never}:
        while True:
            pass
    return gmm.{step}(*arguments)

EMExplorer({step}=my_{step}, max_iter=2)"""


@pytest.mark.parametrize(
    ("step", "never"),
    [("e_step", "len(arguments[1]) != 3"), ("m_step", "arguments[1].shape[1] != 3")],
)
def test_a_function_that_never_returns_is_stopped_at_every_move(
    lab, visit, write_notebook, step, never
):
    path = write_notebook(
        lab.folder / "loops.ipynb", IMPORTS, LOOPS.format(step=step, never=never), "print(1)"
    )
    page = opened(visit, lab, path)
    run_all(page)
    shown = Explorer(page)
    for key, count in (("K", 4), ("K", 5), ("S", 5), ("k", 4)):
        shown.press("Home", key)
        shown.root.locator(".emx-problem", has_text="Waiting for Python").wait_for(timeout=4000)
        shown.shows(n_components=count)
        shown.root.locator(".emx-why", has_text=f"Your {step} was stopped").wait_for()
        shown.press("End")
        shown.root.locator(".emx-why", has_text=f"Your {step} was stopped").wait_for()
    # Who is in a hurry waits for the last choice only.
    shown.stage.evaluate(
        """(stage) => {
          for (let i = 0; i < 4; i += 1)
            stage.dispatchEvent(new KeyboardEvent("keydown", { key: "S", bubbles: true }));
        }"""
    )
    shown.shows(seed=5)
    known = """(root, seed) => {
      const { showing, scene } = root.explorer;
      return Boolean(showing.own.of({ ...scene.choice, seed }));
    }"""
    assert [shown.root.evaluate(known, seed) for seed in (3, 4, 5)] == [False, False, True]
    shown.press("k")
    shown.shows(n_components=3)
    shown.press("End")
    shown.at(4)
    assert page.heard.errors == []
    servers.end_kernels(lab.address)


def is_marked(page):
    """Whether JupyterLab calls the notebook unsaved."""
    return page.locator(".jp-mod-dirty").count() > 0


@pytest.mark.slow
def test_a_reopened_notebook_is_unsaved_only_after_a_change(lab, visit, notebook):
    page = opened(visit, lab, notebook)
    run_all(page)
    Explorer(page, 3)
    page.wait_for_timeout(1000)
    assert is_marked(page)
    save(page, notebook)
    page.close()
    servers.end_kernels(lab.address)
    page = opened(visit, lab, notebook)
    Explorer(page, 3)  # no key is pressed: where one stands is kept, too
    page.wait_for_timeout(5000)
    assert not is_marked(page)
    page.close()
    servers.end_kernels(lab.address)
    page = opened(visit, lab, notebook)
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.type("#")
    Explorer(page, 3)
    page.wait_for_timeout(4000)
    assert is_marked(page)


@pytest.mark.slow
def test_a_notebook_that_was_saved_right_after_a_run_is_not_called_unsaved(
    lab, visit, write_notebook
):
    path = write_notebook(lab.folder / "at-once.ipynb", IMPORTS, "EMExplorer()")
    page = opened(visit, lab, path)
    run_all(page)
    save(page, path)
    page.close()
    servers.end_kernels(lab.address)
    page = opened(visit, lab, path)
    Explorer(page)
    page.wait_for_timeout(4000)
    assert not is_marked(page)
    servers.end_kernels(lab.address)


BOXES = "explorers = EMExplorer(seed=3), EMExplorer('ring')\nw.HBox(explorers)"
LOSE = """new MutationObserver((_, observer) => {
  const node = document.querySelector('.emx')?.closest('.jp-OutputArea-output');
  if (!node) return;
  observer.disconnect();
  node.textContent = 'Error displaying widget: model not found';
  node.classList.add('jupyter-widgets');
  window.lost = true;
}).observe(document, { childList: true, subtree: true });"""


@pytest.mark.slow
def test_a_box_that_was_drawn_too_early_is_drawn_again(lab, visit, write_notebook):
    path = write_notebook(lab.folder / "boxes.ipynb", IMPORTS, BOXES)
    page = opened(visit, lab, path)
    run_all(page)
    Explorer(page, 1)
    page.wait_for_timeout(1000)  # the last choice is written a moment after a run
    save(page, path)
    page.close()
    servers.end_kernels(lab.address)
    page = visit()
    page.add_init_script(LOSE)  # as where the kernel is restored before the file
    open_notebook(page, lab.address, path.name)
    page.wait_for_function("window.lost")
    assert_is_kept(Explorer(page, 0))
    assert_is_kept(Explorer(page, 1))
    icon = "(root) => getComputedStyle(root.closest('.jupyter-widgets-disconnected'), '::before')"
    assert Explorer(page).root.evaluate(f"{icon}.content") == "none"
    page.wait_for_timeout(3000)
    assert not is_marked(page)
    assert "model not found" not in page.locator(".jp-Notebook").text_content()
    servers.end_kernels(lab.address)
