"""Figures under sliders in JupyterLab: moved, stopped, saved, and opened again the next day."""

import re

import pytest
from support import servers
from support.pages import idle, open_notebook, restart, run_all, save, saving

SETUP = """\
import time
from gmm_helpers.drawing import SliderFigure, dropdown, integer_slider, real_slider, sliders
sliders.MAX_SECONDS, sliders.LATER_SECONDS = 3.0, 1.5
"""
CURVE = """\
def draw(ax, power, middle, kind):
    ax.plot([0, 1, 2], [0, middle, power], "-" if kind == "line" else "o")
    return f"Power {power}, middle {middle}, {kind}."

SliderFigure(
    draw,
    height=2,
    power=integer_slider("power", 1, 9, value=3),
    middle=real_slider("a label that is really rather long (°)", 0.0, 1.0, 0.3, step=0.05),
    kind=dropdown("kind", ["line", "points"], "line"),
)
"""
ENDLESS = """\
def draw(ax, power):
    while power in (4, 5):
        try:
            pass
        except Exception:
            pass
    if power == 7:
        time.sleep(60)
    return f"Power {power}."

SliderFigure(draw, height=2, power=integer_slider("power", 1, 9, value=3))
"""
MISTAKEN = """\
def draw(ax, power):
    if power > 7:
        raise ValueError("no such power")
    return f"Power {power}."

SliderFigure(draw, height=1, power=integer_slider("power", 1, 9, value=3))
"""
STATUS = ".gmm-slider-status"
INSIDE = """(figure) => {
  const area = figure.closest(".jp-OutputArea-output").getBoundingClientRect();
  return [...figure.querySelectorAll("label, input, select, output, img, p")]
    .filter((part) => part.checkVisibility())
    .map((part) => part.getBoundingClientRect())
    .every(({ left, right }) => area.left <= left && right <= area.right + 1);
}"""


class Figure:
    """One figure of a page."""

    def __init__(self, page, which=0):
        self.page = page
        self.root = page.locator(".gmm-slider").nth(which)
        self.root.wait_for()

    def slider(self, name="power"):
        return self.root.get_by_role("slider", name=name, exact=True)

    def says(self, text):
        self.root.locator(STATUS, has_text=text).wait_for()

    def picture(self):
        return self.root.locator("img").get_attribute("src")

    def failed(self):
        return self.root.evaluate("root => root.classList.contains('gmm-slider-failed')")

    def press(self, key, name="power"):
        self.slider(name).focus()
        self.page.keyboard.press(key)


@pytest.fixture
def opened(lab, visit, write_notebook, request):
    """A notebook of such cells that was run, its path, and a page that shows it."""

    def open_(*cells):
        name = re.sub(r"\W+", "-", request.node.name) + ".ipynb"
        path = write_notebook(lab.folder / name, *cells)
        page = visit()
        open_notebook(page, lab.address, name)
        run_all(page)
        return page, path

    yield open_
    servers.end_kernels(lab.address)


def test_saved_shut_down_and_opened_again_the_last_picture_is_there(opened, lab, visit, shoot):
    page, path = opened(SETUP, CURVE)
    figure = Figure(page)
    figure.press("End")
    figure.says("Power 9, middle 0.3, line.")
    last = figure.picture()
    for _the_next_day in range(2):
        save(page, path)
        page.context.close()
        servers.end_kernels(lab.address)
        page = visit()
        open_notebook(page, lab.address, path.name)
        figure = Figure(page)
        assert figure.picture() == last
        figure.says("Power 9, middle 0.3, line.")
        figure.root.get_by_text("Run this cell to move it").wait_for()
        assert figure.slider().is_disabled()
        assert figure.slider().input_value() == "9"
        assert page.get_by_text("Error displaying widget").count() == 0
    shoot(page)


@pytest.mark.slow
def test_what_never_returns_is_stopped_at_every_move_and_meanwhile_it_says_so(opened, shoot):
    """JupyterLab delivers the second and third move in another thread than the first."""
    page, _ = opened(SETUP, ENDLESS)
    figure = Figure(page)
    figure.says("Power 3.")
    # After one was stopped there is less time, until one succeeds.
    for key, said in [
        ("ArrowRight", 3),
        ("ArrowRight", 1.5),
        ("ArrowLeft", 1.5),
        ("Home", "Power 1."),
        ("End", "Power 9."),
        ("ArrowLeft", "Power 8."),
        ("ArrowLeft", 3),
        ("ArrowLeft", "Power 6."),
        ("ArrowLeft", 3),
        ("Home", "Power 1."),
    ]:
        figure.press(key)
        is_stopped = not isinstance(said, str)
        if is_stopped:
            figure.says("Drawing ...")
            assert not figure.failed()
            said = f"Not drawn: stopped, as it had not returned after {said:g} seconds."
        figure.says(said)
        shoot(figure.root)
        assert figure.failed() == is_stopped
        assert not figure.root.evaluate("root => root.classList.contains('gmm-slider-busy')")
    assert page.locator(".gmm-slider").count() == 1


@pytest.fixture(scope="module")
def curve(lab, visit_once, write_notebook):
    """A notebook that several tests move, its path, and a page that shows it.

    The tests above end all kernels, so those that share this one come after them.
    """
    path = write_notebook(lab.folder / "curve.ipynb", SETUP, CURVE, "3 + 4", MISTAKEN)
    page = visit_once()
    open_notebook(page, lab.address, path.name)
    yield page, path
    assert page.heard.errors == []
    servers.end_kernels(lab.address)


@pytest.fixture
def run_anew(curve):
    """The same with all cells run anew, so that the figure is as at first."""
    page, path = curve
    page.set_viewport_size({"width": 1400, "height": 1000})
    run_all(page)
    Figure(page).says("Power 3, middle 0.3, line.")
    return page, path


def test_every_control_has_a_name_and_moves_the_picture(run_anew, shoot):
    page, _ = run_anew
    figure = Figure(page)
    figure.says("Power 3, middle 0.3, line.")
    pictures = [figure.picture()]
    figure.press("ArrowRight")
    figure.says("Power 4, middle 0.3, line.")
    pictures.append(figure.picture())
    figure.press("End")
    figure.says("Power 9, middle 0.3, line.")
    pictures.append(figure.picture())
    figure.press("ArrowLeft", "a label that is really rather long (°)")
    figure.says("Power 9, middle 0.25, line.")
    pictures.append(figure.picture())
    figure.root.get_by_role("combobox", name="kind").select_option("points")
    figure.says("Power 9, middle 0.25, points.")
    pictures.append(figure.picture())
    assert len(set(pictures)) == len(pictures)
    assert figure.root.locator("output").all_text_contents() == ["9", "0.25"]
    shoot(figure.root)


def test_a_drag_ends_at_the_last_value(run_anew):
    page, _ = run_anew
    figure = Figure(page)
    box = figure.slider().bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, middle)
    page.mouse.down()
    for share in (0.6, 0.9, 0.2, 0.4, 0.8, 0.999):
        page.mouse.move(box["x"] + share * box["width"], middle, steps=4)
    page.mouse.up()
    figure.says("Power 9, middle 0.3, line.")
    assert figure.slider().input_value() == "9"


def test_after_a_restart_it_says_what_to_do_and_after_a_run_it_moves(run_anew, shoot):
    page, _ = run_anew
    figure = Figure(page)
    note = figure.root.get_by_text("Run this cell to move it")
    assert not note.is_visible()
    restart(page)
    figure.slider().focus()
    note.wait_for()
    assert figure.slider().is_disabled()
    before, value = n_cells(page), figure.slider().input_value()
    for key in ("d", "d", "End", "Home", "x"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert (n_cells(page), figure.slider().input_value()) == (before, value)
    assert figure.slider().evaluate("(slider) => slider === document.activeElement")
    shoot(page)
    run_all(page)
    figure.press("ArrowRight")
    figure.says("Power 4, middle 0.3, line.")
    assert not note.is_visible()


def test_the_same_mistake_at_the_next_value_is_said_again(run_anew):
    figure = Figure(run_anew[0], 1)
    for key in ("End", "ArrowLeft"):  # each move begins with another line
        figure.press(key)
        figure.says("Not drawn: no such power")
        assert figure.failed()


def n_cells(page):
    return page.locator(".jp-Notebook .jp-Cell").count()


def test_letters_are_no_commands_and_those_of_the_notebook_reach_it(run_anew):
    page, path = run_anew
    figure, before = Figure(page), n_cells(page)
    for name in ("power", "a label that is really rather long (°)"):
        figure.slider(name).focus()
        for key in "ddabxvmz":
            page.keyboard.press(key)
    figure.root.get_by_role("combobox").focus()
    for key in "ddabx":
        page.keyboard.press(key)
    assert n_cells(page) == before
    assert page.locator(".jp-Notebook .jp-MarkdownCell").count() == 0

    figure.slider().focus()
    saved = path.stat().st_mtime_ns
    with saving(page):
        page.keyboard.press("Control+s")
    assert path.stat().st_mtime_ns > saved

    prompt = page.locator(".jp-CodeCell .jp-InputPrompt").nth(1)
    number = prompt.text_content()
    figure.slider().focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        "([prompt, number]) => /\\d/.test(prompt.textContent) && prompt.textContent !== number",
        arg=[prompt.element_handle(), number],
    )
    figure.slider().focus()
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-Cell.jp-mod-active", has_text="3 + 4").wait_for()


@pytest.mark.slow
@pytest.mark.parametrize("role", ["slider", "combobox"])
def test_the_cell_is_run_from_a_control_and_esc_goes_back_to_the_notebook(run_anew, role):
    page, _ = run_anew
    prompt = page.locator(".jp-CodeCell .jp-InputPrompt").nth(1)
    before = n_cells(page)
    for combination, added in (("Control+Enter", 0), ("Shift+Enter", 0), ("Alt+Enter", 1)):
        number = prompt.text_content()
        Figure(page).root.get_by_role(role).first.focus()
        page.keyboard.press(combination)
        page.wait_for_function(
            "([prompt, number]) => /\\d/.test(prompt.textContent) && prompt.textContent !== number",
            arg=[prompt.element_handle(), number],
        )
        idle(page)
        assert n_cells(page) == before + added
    figure = Figure(page)
    figure.root.get_by_role(role).first.focus()
    value = figure.slider().input_value()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        """() => [...document.querySelectorAll(".jp-Notebook .jp-Cell")]
          .findIndex((cell) => cell.classList.contains("jp-mod-active")) === 2"""
    )
    assert figure.slider().input_value() == value


def test_nothing_is_cut_off_in_a_narrow_window(run_anew, shoot):
    page, _ = run_anew
    figure = Figure(page)
    for width in (480, 700, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        figure.root.scroll_into_view_if_needed()
        shoot(page, str(width))
        page.wait_for_function(INSIDE, arg=figure.root.element_handle())


def test_the_picture_stays_where_it_is_when_the_words_change(run_anew):
    page, _ = run_anew
    figure = Figure(page)
    before = figure.root.locator("img").bounding_box(), figure.slider().bounding_box()
    for key in ("End", "Home"):
        figure.press(key)
        figure.says(f"Power {9 if key == 'End' else 1}")
    assert (figure.root.locator("img").bounding_box(), figure.slider().bounding_box()) == before
