"""The page `save_html` writes, opened from disk without a network."""

import re

import numpy as np
import pytest
from support.pages import RUN, Explorer

from gmm_helpers import STARTS, e_step, fit
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.data import shown_dataset

COUNTS, SEEDS = range(1, 9), range(20)
REFUSED = """window.Worker = class {
  postMessage() { setTimeout(() => this.onerror()) }
  terminate() {}
}"""


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer().save_html(tmp_path_factory.mktemp("page") / "em.html")


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def explorer(page):
    return Explorer(page)


def test_keys_work_before_anything_was_clicked(explorer, page):
    page.set_viewport_size({"width": 1280, "height": 720})
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("ArrowRight")
    explorer.at(1)
    page.keyboard.press("Escape")  # nothing has the focus
    page.keyboard.press(" ")
    page.wait_for_function("document.querySelector('.emx').explorer.scene.isPlaying")
    assert page.evaluate("scrollY") == 0
    # Where the pictures are out of sight, keys scroll as on every page.
    page.evaluate("document.activeElement.blur(); scrollTo(0, 1400)")
    h = explorer.root.evaluate("(root) => (root.explorer.jump(5), 5)")
    page.keyboard.press("ArrowRight")
    assert explorer.numbers()["h"] == h


@pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")
@pytest.mark.parametrize(
    ("data", "start"),
    [
        ("original", "identity"),
        ("ring", "random responsibilities"),
        ("overlapping", "k-means++"),
        ("Old Faithful", "random points"),
    ],
)
def test_every_choice_is_the_run_of_python(explorer, data, start):
    X = shown_dataset(data).X
    explorer.part("data").select_option(data)
    explorer.part("start").select_option(start)
    explorer.part("reg_covar").select_option("0.01")
    for count, seed in ((4, 0), (4, 1), (2, 1)):
        while explorer.numbers()["K"] != count:
            explorer.press("K" if explorer.numbers()["K"] < count else "k")
        explorer.press(*"S" * (seed - explorer.choice()["seed"]))
        explorer.shows(data=data, n_components=count, seed=seed, start=start, reg_covar=0.01)
        explorer.ended()
        explorer.press("End")
        shown = explorer.numbers()
        trace = fit(X, STARTS[start](X, count, seed), reg_covar=0.01, max_iter=500)
        assert shown["last"] == 2 * trace.n_iter
        assert shown["nll"] == pytest.approx(trace.negative_log_likelihood[-1], rel=1e-9)
        expected = e_step(X, *trace.params[-2])
        np.testing.assert_allclose(np.reshape(shown["r"], expected.shape), expected, atol=1e-7)


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


def test_the_atlas_is_full_tells_which_k_is_best_and_goes_to_the_end_of_runs(explorer, page, shoot):
    explorer.root.get_by_role("button", name="Atlas of K and seeds").click()
    told = explorer.root.locator(".emx-criterion", has_text=re.compile(r"^\d+\.\d$"))
    told.nth(2 * len(COUNTS) - 1).wait_for(timeout=RUN)
    assert explorer.root.locator(".emx-criterion[data-lowest]").count() == 2
    assert "BIC at K = 3" in explorer.text("selection")
    judged = explorer.root.get_by_role("button", name=re.compile(r"^K \d, seed \d+: .*NLL"))
    judged.nth(len(COUNTS) * len(SEEDS) - 1).wait_for(timeout=RUN)
    cell = explorer.root.get_by_role("button", name=re.compile("^K 4, seed 9:"))
    cell.focus()
    page.keyboard.press("Enter")
    explorer.shows(n_components=4, seed=9)
    explorer.ended()
    shown = explorer.numbers()
    explorer.at(shown["last"])
    assert f"NLL {shown['nll']:.2f}" in cell.get_attribute("aria-label")
    assert explorer.text("atlas .emx-sentence").endswith("The pictures have gone to its end.")
    assert explorer.root.locator(".emx-thumbnail").is_visible()
    page.keyboard.press("ArrowRight")  # to another cell, not another half-step
    assert explorer.text("atlas .emx-sentence").startswith("K = 4, seed 10. ")
    assert not explorer.text("atlas .emx-sentence").endswith("its end.")
    for count, seed in [(6, 19), (1, 0), (4, 5)]:
        explorer.root.get_by_role("button", name=re.compile(f"^K {count}, seed {seed}:")).click()
        explorer.shows(n_components=count, seed=seed)
    shoot(page)


def test_a_cell_of_the_atlas_forgets_the_run_of_another_choice(explorer, page):
    explorer.root.get_by_role("button", name="Atlas of K and seeds").click()
    judged = explorer.root.get_by_role("button", name=re.compile(r"^K 3, seed \d+: .*NLL"))
    judged.nth(len(SEEDS) - 1).wait_for(timeout=RUN)
    explorer.root.get_by_role("button", name=re.compile("^K 3, seed 1:")).click()
    explorer.shows(seed=1)
    assert explorer.text("atlas .emx-sentence").endswith("The pictures have gone to its end.")
    explorer.press("Home", "S", "s")  # back, but not to its end
    explorer.shows(seed=1)
    assert not explorer.text("atlas .emx-sentence").endswith("its end.")
    x, y = explorer.place_of_mean(0)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y)
    page.mouse.up()
    explorer.shows(start="own start")
    assert explorer.root.get_by_role("button", name="K 3, seed 1", exact=True).is_visible()
    assert judged.count() == 0


def test_the_atlas_of_no_points_says_that_there_are_none(explorer):
    none = re.compile("There are no points yet")
    atlas = explorer.root.get_by_role("button", name="Atlas of K and seeds")
    sentence = explorer.root.locator(".emx-atlas .emx-sentence")
    judged = explorer.root.get_by_role("button", name=re.compile(r"^K 3, seed \d+: .*NLL"))
    explorer.part("data").select_option("own points")
    atlas.click()
    sentence.filter(has_text=none).wait_for()
    assert atlas.get_attribute("aria-pressed") == "true"
    explorer.part("data").select_option("original")
    judged.nth(len(SEEDS) - 1).wait_for(timeout=RUN)
    explorer.part("data").select_option("own points")
    sentence.filter(has_text=none).wait_for()
    assert judged.count() == 0


def test_who_comes_back_before_ten_starts_were_judged_asks_again(explorer, page):
    explorer.part("start").select_option("random points")
    explorer.root.evaluate("""(root) => {
      root.asked = 0;
      root.explorer.showing.runs.tenStarts = () => { root.asked += 1; }; // it takes long
    }""")
    explorer.root.get_by_role("button", name="k-means").click()
    for asked, data in ((1, "Old Faithful"), (1, "original"), (2, "original")):
        page.wait_for_function(
            "([root, asked]) => root.asked === asked", arg=[explorer.root.element_handle(), asked]
        )
        explorer.part("data").select_option(data)
        explorer.shows(data=data)
        explorer.drawn_after(explorer.drawn() - 1)
        page.wait_for_timeout(100)
    assert explorer.root.evaluate("(root) => root.asked") == 2


def test_numbers_follow_while_the_picture_is_drawn_again_and_again(explorer):
    explorer.root.evaluate("""(root) => {
      root.querySelector(".emx-numbers").open = true;
      setInterval(() => root.explorer.redraw(), 20); // as a map does that grows
    }""")
    for h, iteration in ((2, 1), (4, 2)):
        explorer.press("ArrowUp")
        explorer.at(h)
        caption = explorer.root.locator(".emx-numbers caption")
        caption.filter(has_text=f"M-step: iteration {iteration} of").wait_for()
        label = explorer.root.locator("canvas").first.get_attribute("aria-label")
        assert f"M-step, iteration {iteration} of" in label


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("bound as a curve", "The M-step has gone to the lowest point of the bound"),
        ("distance to the end (log)", "iteration 2 left 0."),
        ("entropy of responsibilities", "nats of entropy"),
    ],
)
def test_the_right_picture_may_show_something_else(explorer, page, picture, said):
    before = explorer.pixels()
    explorer.part("show").select_option(picture)
    explorer.press(*["ArrowRight"] * 4)
    explorer.at(4)
    right = explorer.root.locator("canvas").nth(1)
    page.wait_for_function(
        "([canvas, said]) => canvas.getAttribute('aria-label').includes(said)",
        arg=[right.element_handle(), said],
    )
    assert right.get_attribute("aria-label").lower().startswith(picture)
    assert explorer.pixels()[1] != before[1]
    assert explorer.part("along").is_visible() == (picture == "bound as a curve")
    box = right.bounding_box()
    page.mouse.click(box["x"] + 0.9 * box["width"], box["y"] + 0.6 * box["height"])
    if picture == "bound as a curve":
        explorer.part("along").select_option("weight 1")
        page.wait_for_timeout(300)
        assert explorer.numbers()["h"] == 4  # parameters are on the axis: a click goes nowhere
    else:
        page.wait_for_function(
            "(root) => Number(root.dataset.halfStep) > 100", arg=explorer.root.element_handle()
        )


def test_curves_keep_their_axis_where_a_k_has_it_and_the_m_step_where_not(explorer):
    explorer.part("show").select_option("bound as a curve")
    explorer.part("along").select_option("mean 2, x₂")
    explorer.press("K")
    explorer.shows(n_components=4)
    assert explorer.part("along").input_value() == "mean 2, x₂"
    explorer.press("k", "k")
    explorer.shows(n_components=2)
    assert explorer.part("along").input_value() == "the M-step"


@pytest.mark.parametrize("gone", ["delete window.Worker", REFUSED])
def test_where_there_are_no_workers_the_atlas_is_filled_in_free_moments(path, visit, gone):
    page = visit()
    page.add_init_script(gone)
    page.goto(path.as_uri())
    explorer = Explorer(page)
    explorer.root.get_by_role("button", name="Atlas of K and seeds").click()
    judged = explorer.root.get_by_role("button", name=re.compile(r"^K 3, seed \d+: .*NLL"))
    judged.nth(len(SEEDS) - 1).wait_for(timeout=RUN)
    explorer.root.locator(".emx-criterion", has_text="4698.9").wait_for(timeout=RUN)


def test_a_dragged_mean_shows_where_em_ends_from_there(explorer, page):
    before = explorer.choice()
    x, y = explorer.place_of_mean(0)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(x + 12 * step, y + 3 * step)
        explorer.drawn_after(explorer.drawn() - 1)
    assert "from here EM ends at" in explorer.text("where")
    told = float(explorer.text("where").rsplit(" ", 1)[1])
    page.mouse.up()
    explorer.shows(start="own start")
    explorer.ended()
    explorer.press("End")
    assert explorer.numbers()["nll"] == pytest.approx(told, abs=0.006)
    assert explorer.choice()["own_start"] != before["own_start"]


def test_a_mean_in_the_hand_stays_there_while_the_run_of_the_choice_is_computed(explorer, page):
    X = np.repeat(shown_dataset("overlapping").X, 25, axis=0)
    table = (X + np.random.default_rng(0).normal(size=X.shape)).round(2).tolist()
    explorer.root.evaluate(
        "(root, table) => root.explorer.takePoints(table, { labels: ['a', 'b'], note: '' })", table
    )
    for seed in (1, 2, 3):
        explorer.root.evaluate(
            "(root, seed) => root.explorer.choose({ seed, n_components: 6 })", seed
        )
        x, y = explorer.place_of_mean(0)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 30, y + 10)
        for _ in range(10):  # it rests
            page.wait_for_timeout(30)
            assert explorer.text("where").startswith("dragged")
        page.keyboard.press("Escape")
        page.mouse.up()


def test_points_of_ones_own_are_fitted_without_python(explorer, page):
    explorer.part("data").select_option("own points")
    adds = explorer.root.get_by_label("a click adds a point")
    assert adds.is_checked()  # as there are none
    canvas = explorer.root.locator("canvas").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    for i in range(8):
        x = box["x"] + box["width"] * (0.3 + 0.05 * (i % 4) + 0.3 * (i > 3))
        page.mouse.click(x, box["y"] + box["height"] * (0.4 + 0.04 * i))
    explorer.shows(data="own points", n_components=3)
    points = np.array(explorer.choice()["own_points"])
    assert points.shape == (8, 2)
    explorer.part("start").select_option("k-means++")
    explorer.press("End")
    trace = fit(points, STARTS["k-means++"](points, 3, 0), reg_covar=1e-6, max_iter=500)
    assert explorer.numbers()["nll"] == pytest.approx(trace.negative_log_likelihood[-1], rel=1e-9)
    explorer.part("data").select_option("ring")
    assert not adds.is_checked()  # here means are dragged


def test_every_control_has_a_name(explorer, page):
    explorer.root.get_by_role("button", name="Atlas of K and seeds").click()
    explorer.root.get_by_role("button", name="K 8, seed 19").wait_for()  # in the last row
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = {"button", "slider", "combobox", "checkbox", "spinbutton", "image", "canvas"}
    names = [
        node.get("name", {}).get("value", "")
        for node in tree["nodes"]
        if node.get("role", {}).get("value") in roles and not node["ignored"]
    ]
    assert len(names) > 180
    assert all(names)


def test_who_asked_for_less_motion_gets_one_half_step_a_second(path, visit):
    page = visit(reduced_motion="reduce")
    page.goto(path.as_uri())
    assert Explorer(page).part("speed").input_value() == "1"
