"""The page `save_html` writes, opened from disk without a network."""

import re

import numpy as np
import pytest
from support.pages import Explorer

from gmm_helpers import STARTS, e_step, fit
from gmm_helpers.explorer import EMExplorer

COUNTS, SEEDS = range(1, 7), range(10)


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer().save_html(tmp_path_factory.mktemp("page") / "em.html")


@pytest.fixture
def page(path, visit):
    page = visit()
    requests = []
    page.context.set_offline(True)
    page.route(
        lambda address: not address.startswith("file:"),
        lambda route: (requests.append(route.request.url), route.abort()),
    )
    page.goto(path.as_uri())
    yield page
    assert page.heard.errors == []
    assert requests == []


@pytest.fixture
def explorer(page):
    return Explorer(page)


@pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
def test_every_cell_of_the_grid_is_there(explorer, course):
    explorer.press("End", *"kkk")
    for count in COUNTS:
        for seed in SEEDS if count % 2 else reversed(SEEDS):
            explorer.shows(n_components=count, seed=seed)
            shown = explorer.numbers()
            assert shown["h"] == shown["last"]
            if seed in (1, 8):  # a few runs are enough to compare
                start = STARTS["identity"](course.X, count, seed)
                trace = fit(course.X, start, reg_covar=1e-6)
                assert shown["nll"] == pytest.approx(trace.negative_log_likelihood[-1], abs=1e-6)
                expected = e_step(course.X, *trace.params[-2])
                r = np.reshape(shown["r"], expected.shape)
                np.testing.assert_allclose(r, expected, atol=1e-6)
            explorer.press("S" if count % 2 else "s")
        explorer.press("K")


def test_the_controls_move_the_picture(explorer, page, shoot):
    def changes_by(action):
        before = explorer.pixels()
        action()
        page.wait_for_function(
            "([root, before]) => [...root.querySelectorAll('canvas')]"
            ".some((canvas, i) => canvas.toDataURL() !== before[i])",
            arg=[explorer.root.element_handle(), before],
        )

    for name in ("Half-step forward", "Half-step back", "Last", "First", "Half-step forward"):
        changes_by(explorer.part(name).click)
    changes_by(lambda: explorer.part("half-step").press("ArrowRight"))
    for name in ("K: one more", "seed: one more", "seed: one less", "K: one less"):
        changes_by(explorer.part(name).click)
    for name in ("hard", "pies", "grey", "blended"):
        changes_by(lambda name=name: explorer.part("samples").select_option(name))
    for name in ("ellipses", "density", "truth", "bound", "zoom in"):
        changes_by(explorer.root.get_by_role("checkbox", name=name).click)
    changes_by(explorer.root.get_by_role("button", name="Large type").click)
    shoot(page)
    changes_by(explorer.root.get_by_role("button", name="Large type").click)
    explorer.part("speed").select_option("60")
    explorer.part("Play").click()
    explorer.at(explorer.numbers()["last"])


def test_the_atlas_is_full_and_loads_runs(explorer, page, shoot):
    explorer.root.get_by_role("button", name="Atlas of K and seeds").click()
    judged = explorer.root.get_by_role("button", name=re.compile(r"^K \d, seed \d: .*NLL"))
    judged.nth(len(COUNTS) * len(SEEDS) - 1).wait_for()
    for count, seed in [(6, 9), (1, 0), (4, 5)]:
        explorer.root.get_by_role("button", name=re.compile(f"^K {count}, seed {seed}:")).click()
        explorer.shows(n_components=count, seed=seed)
    shoot(page)


def test_the_atlas_is_full_also_if_it_was_opened_while_runs_were_unpacked(explorer, page):
    page.evaluate(
        """() => {
          const { explorer } = document.querySelector(".emx");
          explorer.store.rows.clear();
          explorer.filler.toggle();
          explorer.source.ask(explorer.config, true, () => {});
          explorer.source.unpackAll();
        }"""
    )
    judged = explorer.root.get_by_role("button", name=re.compile(r"^K \d, seed \d: .*NLL"))
    judged.nth(len(COUNTS) * len(SEEDS) - 1).wait_for()


def test_what_needs_python_is_switched_off_and_says_so(explorer):
    for name in ("data", "start", "reg_covar"):
        assert explorer.part(name).is_disabled()
    assert "need Python" in explorer.text("note")


def test_every_control_has_a_name(explorer, page):
    explorer.root.get_by_role("button", name="Atlas of K and seeds").click()
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = {"button", "slider", "combobox", "checkbox", "spinbutton", "image", "canvas"}
    names = [
        node.get("name", {}).get("value", "")
        for node in tree["nodes"]
        if node.get("role", {}).get("value") in roles and not node["ignored"]
    ]
    assert len(names) > 80
    assert all(names)


def test_who_asked_for_less_motion_gets_one_half_step_a_second(path, visit):
    page = visit(reduced_motion="reduce")
    page.goto(path.as_uri())
    assert Explorer(page).part("speed").input_value() == "1"
