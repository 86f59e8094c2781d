"""Explorers whose kernel has ended, saved and reopened; and functions that never return."""

import pytest
from support import servers
from support.kept import assert_is_kept, explorers_in
from support.pages import Explorer, open_notebook, restart, run_all, save

from gmm_helpers import STARTS, fit, load_dataset

IMPORTS = "import numpy as np, ipywidgets as w, gmm_helpers as gmm\n"
IMPORTS += "from gmm_helpers.explorer import EMExplorer"
LARGE = (
    "EMExplorer(np.random.default_rng(0).normal(size=(50_000, 3)), start='k-means++', max_iter=4)"
)
CELLS = (IMPORTS, "EMExplorer()", "w.HBox([EMExplorer(seed=3), EMExplorer('ring')])", LARGE)
LIMIT = 1_500_000  # bytes of one explorer in a notebook


@pytest.fixture
def notebook(lab, write_notebook):
    yield write_notebook(lab.folder / "kept.ipynb", *CELLS)
    servers.end_kernels(lab.address)


def is_marked(page):
    """Whether JupyterLab calls the notebook unsaved."""
    return page.locator(".jp-mod-dirty").count() > 0


def opened(visit, lab, path):
    page = visit()
    open_notebook(page, lab.address, path.name)
    return page


@pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
def test_a_reopened_notebook_draws_the_last_choices_and_is_unsaved_only_after_a_change(
    lab, visit, notebook, shoot
):
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
    page.wait_for_timeout(1000)
    assert is_marked(page)
    save(page, notebook)
    kept = explorers_in(notebook)
    assert len(kept) == 4
    assert max(map(len, kept)) < LIMIT
    for comes_back in range(2):  # opening and saving it again must not lose them
        page.close()
        servers.end_kernels(lab.address)
        page = opened(visit, lab, notebook)
        if comes_back:
            page.locator(".jp-CodeCell .cm-content").first.click()
            page.keyboard.type("#")
        Explorer(page, 3)  # no key is pressed: where one stands is kept, too
        page.wait_for_timeout(4000)
        assert is_marked(page) == comes_back
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


def test_run_again_it_is_one_and_after_a_restart_it_plays_on_and_is_saved(lab, visit, notebook):
    page = opened(visit, lab, notebook)
    for _ in range(3):
        run_all(page)
    Explorer(page, 3)
    save(page, notebook)
    assert len(explorers_in(notebook)) == 4
    shown = Explorer(page)
    shown.press("S")
    shown.shows(seed=1)
    page.wait_for_timeout(500)
    restart(page)
    page.locator(".emx img:not([hidden])").first.wait_for()
    assert_is_kept(shown, seed=1)
    shown.press("s")  # it has been here before
    shown.shows(seed=0)
    shown.press("S")
    shown.shows(seed=1)
    save(page, notebook)  # at once: the last choice has not come to rest
    assert len(explorers_in(notebook)) == 4
    page.close()
    page = opened(visit, lab, notebook)
    assert_is_kept(Explorer(page), seed=1)


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
def test_saved_right_after_a_run_it_is_not_called_unsaved_and_a_lost_box_is_drawn_again(
    lab, visit, write_notebook
):
    path = write_notebook(lab.folder / "boxes.ipynb", IMPORTS, BOXES)
    page = opened(visit, lab, path)
    run_all(page)
    save(page, path)
    at_once = path.with_name("at-once.ipynb")
    at_once.write_bytes(path.read_bytes())
    Explorer(page, 1)
    page.wait_for_timeout(1000)  # the last choice is written a moment after a run
    save(page, path)
    page.close()
    servers.end_kernels(lab.address)

    page = opened(visit, lab, at_once)
    Explorer(page, 1)
    page.wait_for_timeout(4000)
    assert not is_marked(page)
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


LOOPS = """\
def my_{step}(*arguments):
    if {never}:
        while True:
            pass
    return gmm.{step}(*arguments)

EMExplorer({step}=my_{step}, max_iter=2)"""


NEVER = {"e_step": "len(arguments[1]) != 3", "m_step": "arguments[1].shape[1] != 3"}


@pytest.fixture(scope="module")
def looping(lab, visit_once, write_notebook):
    cells = [LOOPS.format(step=step, never=never) for step, never in NEVER.items()]
    path = write_notebook(lab.folder / "loops.ipynb", IMPORTS, *cells, "print(1)")
    page = opened(visit_once, lab, path)
    run_all(page)
    yield page
    assert page.heard.errors == []
    servers.end_kernels(lab.address)


@pytest.mark.parametrize("step", NEVER)
def test_a_function_that_never_returns_is_stopped_at_every_move(looping, step):
    shown = Explorer(looping, list(NEVER).index(step))
    for key, count in (("K", 4), ("K", 5), ("S", 5), ("k", 4)):
        shown.press("Home", key)
        shown.root.locator(".emx-problem", has_text="Waiting for Python").wait_for()
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
