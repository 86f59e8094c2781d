"""The page on disk in Firefox: keys, play, drag, atlas, a story, own data, sharing, presenting."""

import json
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PIL import Image
from support.firefox import FIREFOX, firefox
from support.pages import NUMBERS

from gmm_helpers import STARTS, e_step, fit
from gmm_helpers.explorer import EMExplorer
from gmm_helpers.explorer.data import shown_dataset

pytestmark = [
    pytest.mark.skipif(not FIREFOX, reason="Firefox not found (Debian: apt install firefox-esr)"),
    pytest.mark.filterwarnings("ignore::gmm_helpers.ConvergenceWarning"),
]
ROOT = "document.querySelector('.emx')"
ENDED = f"{ROOT}.explorer.scene.trace.run.ended !== 'running'"
CHOICE = f"{ROOT}.explorer.scene.choice"
PLACE = f"""(() => {{
  const {{ screen: {{ plane }}, scene: {{ trace, data, h }} }} = {ROOT}.explorer;
  const {{ x, y }} = plane.placeOfMean(trace.row(h), trace.K, data, 0);
  const box = plane.canvas.getBoundingClientRect();
  const scale = box.width / plane.canvas.width;
  return [box.x + x * scale, box.y + y * scale];
}})()"""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return EMExplorer().save_html(tmp_path_factory.mktemp("page") / "em.html")


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        yield running


SIZES = {"desktop": (1280, 720), "phone": (390, 800)}
ON_BOTH = pytest.mark.parametrize("page", SIZES.values(), ids=SIZES, indirect=True)


@pytest.fixture
def page(request, path, started):
    size = getattr(request, "param", SIZES["desktop"])
    started.open("about:blank", *size)
    started.open(path.as_uri(), *size)
    started.until(f"Number({ROOT}?.dataset.drawn) > 0 && {ENDED}")
    started.run(f"{ROOT}.querySelector('.emx-panels').focus()")
    yield started
    assert started.run("document.documentElement.scrollWidth <= innerWidth")
    assert started.errors == []


def as_lines(X):
    return "\n".join(",".join(map(str, row)) for row in X.tolist())


def part(label):
    """The element of a name, in JavaScript."""
    return f"""(() => {{
      const root = {ROOT}, name = {json.dumps(label)};
      const labels = [...root.querySelectorAll("label")];
      return [...root.querySelectorAll("button")].find((one) => one.textContent === name) ??
        root.querySelector(`[aria-label="${{name}}"]`) ??
        labels.find((one) => one.textContent.startsWith(name)).control;
    }})()"""


def click(page, label):
    page.run(f"{part(label)}.click()")


def choose(page, label, value):
    page.run(f"""((control) => {{
      control.value = {json.dumps(value)};
      control.dispatchEvent(new Event("change", {{ bubbles: true }}));
    }})({part(label)})""")


def press(page, *keys):
    page.run(f"{ROOT}.querySelector('.emx-panels').focus()")
    page.press(*keys)


def at(page, h):
    page.until(f"Number({ROOT}.dataset.halfStep) === {h}")


def text(page, name):
    return page.run(f"{ROOT}.querySelector('.emx-{name}').textContent")


def is_the_run_of_python(page, X, start):
    page.until(f"!{ROOT}.hasAttribute('aria-busy') && {ENDED}")
    press(page, "End")
    trace = fit(X, STARTS[start](X, 3, 0), reg_covar=1e-6, max_iter=500)
    at(page, 2 * trace.n_iter)
    shown = page.run(f"({NUMBERS})({ROOT})")
    assert shown["nll"] == pytest.approx(trace.negative_log_likelihood[-1], rel=1e-9)
    expected = e_step(X, *trace.params[-2])
    np.testing.assert_allclose(np.reshape(shown["r"], expected.shape), expected, atol=1e-7)


def test_numbers_are_those_of_python(page):
    for data, start in (("overlapping", "k-means++"), ("ring", "random responsibilities")):
        choose(page, "data", data)
        choose(page, "start", start)
        page.until(f"{CHOICE}.start === {json.dumps(start)}")
        is_the_run_of_python(page, shown_dataset(data).X, start)
    X = np.random.default_rng(0).normal(size=(60, 2)).round(3)
    page.run(f"{part('your data, one sample per line')}.value = {json.dumps(as_lines(X))}")
    choose(page, "start", "k-means++")
    click(page, "Show these data")
    page.until(f"{CHOICE}.data === 'own points'")
    is_the_run_of_python(page, X, "k-means++")


@ON_BOTH
def test_keys_play_and_a_dragged_mean(page):
    press(page, "ArrowRight", "ArrowRight")
    at(page, 2)
    assert "iteration 1 of 89" in text(page, "where")
    choose(page, "speed", "60")
    press(page, " ")
    at(page, 178)
    press(page, "Home")
    at(page, 0)
    page.drag(*page.run(PLACE), by=(60, 15))
    page.until(f"{ROOT}.querySelector('.emx-where').textContent.includes('EM ends at')")
    told = float(text(page, "where").rsplit(" ", 1)[1])
    page.let_go()
    page.until(f"{CHOICE}.start === 'own start' && {ENDED}")
    nll = page.run(f"{ROOT}.explorer.scene.trace.nll.at(-1)")
    assert nll == pytest.approx(told, abs=0.006)


@ON_BOTH
def test_numbers_are_typed(page):
    page.run(f"{ROOT}.querySelector('.emx-own').open = true")
    page.run(f"{part('width')}.focus()")
    for keys in ("2", ".5", "90", ".5"):  # width, height, angle, weight
        page.run("document.activeElement.select()")
        page.press(*keys, "Tab")
    row = page.run(f"[...{ROOT}.explorer.scene.trace.rowAt(0)]")
    assert row[9:12] == pytest.approx([0.25, 0, 4], abs=1e-9)
    assert row[:3] == pytest.approx([0.5, 0.25, 0.25])


@ON_BOTH
def test_atlas_story_and_slow_motion(page):
    click(page, "Atlas of K and seeds")
    cell = f"""[...{ROOT}.querySelectorAll("button")]
      .find((one) => /^K 2, seed 3: .*NLL/.test(one.getAttribute("aria-label")))"""
    page.until(f"Boolean({cell})")
    page.run(f"{cell}.click()")
    page.until(f"{CHOICE}.n_components === 2 && {CHOICE}.seed === 3")
    click(page, "Atlas of K and seeds")
    page.run(f"""((stories) => {{
      stories.selectedIndex = [...stories].findIndex((one) => one.textContent === "A plateau");
      stories.dispatchEvent(new Event("change", {{ bubbles: true }}));
    }})({ROOT}.querySelector(".emx-stories select"))""")
    at(page, 32)
    click(page, "The NLL falls slowly, then fast again")
    page.until("document.querySelector('.emx-seen')?.textContent.includes('2302.74')")
    click(page, "Close")
    press(page, "Home")
    click(page, "slow motion")
    press(page, "ArrowRight")
    assert page.run(f"{ROOT}.explorer.inside.slow.isMoving")
    page.until(f"!{ROOT}.explorer.inside.slow.isMoving")
    at(page, 1)


def test_pictures_and_a_film_are_saved(page):
    choose(page, "speed", "60")
    files = {}
    for label, suffix in (("PNG", "png"), ("SVG", "svg"), ("Film to the end (WebM)", "webm")):
        before = page.saved()
        click(page, label if suffix == "webm" else f"Save {label}")
        files[suffix] = page.saved_after(before)
        assert files[suffix].suffix == f".{suffix}"
    pixels = np.asarray(Image.open(files["png"]).convert("RGB"))
    assert pixels.shape[0] > 300
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 100
    words = ElementTree.parse(files["svg"]).iter("{http://www.w3.org/2000/svg}text")
    assert {"iteration", "x₁", "x₂"} <= {word.text for word in words}
    film = files["webm"].read_bytes()
    assert film[:4] == b"\x1a\x45\xdf\xa3"  # of Matroska, and so of WebM
    assert len(film) > 20_000


@ON_BOTH
def test_the_presenter_fills_the_screen_and_goes_back(page):
    press(page, "p")
    page.until("Boolean(document.querySelector('.emx-presenting'))")
    press(page, "ArrowRight")
    at(page, 1)
    page.press("Escape")
    page.until(
        "!document.querySelector('.emx-presenting, [popover]') && !document.fullscreenElement"
    )
