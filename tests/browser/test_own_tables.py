"""Data of one's own in a page on disk: pasted, chosen as a file, dropped on the picture."""

import numpy as np
import pytest
from support.pages import Explorer

from gmm_helpers import STARTS, fit, load_old_faithful
from gmm_helpers.explorer import EMExplorer

DROP = """(stage, text) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], "data.csv", { type: "text/csv" }));
  for (const name of ["dragover", "drop"]) {
    stage.dispatchEvent(
      new DragEvent(name, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }
}"""
pytestmark = pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning")


@pytest.fixture(scope="module")
def path(browser, tmp_path_factory):
    return EMExplorer(start="k-means++").save_html(tmp_path_factory.mktemp("page") / "em.html")


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def explorer(page):
    explorer = Explorer(page)
    page.locator("summary", has_text="Your own data").click()
    return explorer


def is_the_run_of_python(explorer, X):
    explorer.shows(data="own points")
    explorer.ended()
    choice = explorer.choice()
    np.testing.assert_array_equal(choice["own_points"], X)
    count, start = choice["n_components"], choice["start"]
    params = STARTS[start](X, count, 0)
    trace = fit(X, params, reg_covar=1e-6, max_iter=500)
    explorer.press("End")
    assert explorer.numbers()["nll"] == pytest.approx(trace.negative_log_likelihood[-1], rel=1e-9)


@pytest.mark.parametrize("n_features", [1, 2, 5])
def test_a_table_of_any_number_of_features_is_fitted(explorer, n_features):
    X = np.random.default_rng(n_features).normal(size=(80, n_features)).round(3)
    lines = ["id,who," + ",".join(f"f{i}" for i in range(n_features))]
    lines += [f"{n},someone," + ",".join(map(str, row)) for n, row in enumerate(X)]
    lines.append("80,nobody," + ",".join(["NA"] * n_features))
    explorer.part("your data, one sample per line").fill("\n".join(lines))
    explorer.root.get_by_role("button", name="Show these data").click()
    is_the_run_of_python(explorer, X)
    note = explorer.text("note")
    for left_out in ("who", "1 row"):
        assert left_out in note
    labels = explorer.root.evaluate("(root) => root.explorer.scene.data.labels")
    if n_features <= 2:
        assert labels == [f"f{i}" for i in range(n_features)]


def test_a_file_is_chosen_or_dropped(page, explorer, tmp_path):
    X = load_old_faithful(both=True)
    text = "\n".join(f"{a};{b}".replace(".", ",") for a, b in X.tolist())
    (tmp_path / "faithful.csv").write_text(text)
    explorer.root.locator("input[type=file]").set_input_files(tmp_path / "faithful.csv")
    is_the_run_of_python(explorer, X)
    other = X[::2]
    lines = "\n".join(f"{a}\t{b}" for a, b in other.tolist())
    explorer.stage.evaluate(DROP, lines)
    page.wait_for_function(
        "() => document.querySelector('.emx').explorer.scene.choice.own_points.length === 136"
    )
    is_the_run_of_python(explorer, other)


def test_what_cannot_be_read_is_told_and_changes_nothing(explorer):
    before = explorer.choice()
    problem = explorer.root.locator(".emx-own .emx-problem")
    for text, told in (("", "nothing to read"), ("a b\nc d", "No column"), ("PK\x03", "text file")):
        explorer.part("your data, one sample per line").fill(text)
        explorer.root.get_by_role("button", name="Show these data").click()
        assert told in problem.inner_text()
        assert "\n" not in problem.inner_text()
    assert explorer.choice() == before


def test_data_far_from_0_do_not_start_at_identity(explorer):
    explorer.part("start").select_option("identity")
    for name in ("Old Faithful", "Old Faithful, both"):
        explorer.part("start").select_option("identity")
        explorer.part("data").select_option("ring")
        explorer.shows(data="ring", start="identity")
        explorer.part("data").select_option(name)
        explorer.shows(data=name, start="random points")
        assert "far from 0" in explorer.text("note")
    explorer.press("S")
    explorer.shows(seed=1)
    assert "far from 0" not in explorer.text("note")


def test_keys_typed_into_the_table_do_not_move_the_picture(explorer):
    field = explorer.part("your data, one sample per line")
    field.click()
    field.press_sequentially("K s 1 +")
    assert explorer.choice()["n_components"] == 3
    assert field.input_value() == "K s 1 +"


def test_names_of_features_are_kept(visit, tmp_path):
    widget = EMExplorer(n_components=1)
    widget.own_points = [[1.0, 2.0], [3.0, 4.0], [5.0, 5.0]]
    widget.data = "own points"
    widget.view = {"labels": ["length", "width"]}
    page = visit()
    page.goto(widget.save_html(tmp_path / "em.html").as_uri())
    shown = Explorer(page)
    labels = shown.root.evaluate(
        "({ explorer }) => [explorer.scene.data.labels, explorer.view.labels]"
    )
    assert labels == [["length", "width"], ["length", "width"]]
