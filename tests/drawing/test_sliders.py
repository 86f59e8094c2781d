"""Slider figures: what a reader sees after one move, after fifty, and without a kernel."""

import ast
import base64
import contextlib
import inspect
import threading
import time

import ipywidgets as widgets
import numpy as np
import pytest
from support.drawing import decoded, image_in, text_in
from support.sliding import (
    draw_power,
    looks_the_same,
    mimebundle,
    png_of,
    power_figure,
    status_of,
)

from gmm_helpers.drawing import figures, sliders
from gmm_helpers.drawing.sliders import SliderFigure, dropdown, integer_slider, real_slider


def test_the_page_is_told_of_controls_picture_and_caption():
    figure = power_figure(slope=real_slider("slope", 0, 1, 0.5, 0.1), draw=lambda ax, **_: "A.")
    power, slope = figure._specs
    assert power == {"name": "power", "label": "power", "min": 0, "max": 60, "step": 1}
    assert slope == {"name": "slope", "label": "slope", "min": 0, "max": 1, "step": 0.1}
    assert figure._values == {"power": 1, "slope": 0.5}
    assert figure._shown["alt"] == figure.status == "A."
    assert status_of(figure) == (False, "A.")


def test_what_is_not_a_control_is_told():
    with pytest.raises(TypeError, match=r"power is not a control: make it by integer_slider"):
        SliderFigure(draw_power, power=3)


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (integer_slider("n", 2, 8, value=4, step=2), 6),
        (real_slider("x", -1.0, 1.0, value=0.0, step=0.25), 0.75),
        (dropdown("data", ["ring", "course"], "ring"), "course"),
        (dropdown("data", {"ring": 1, "course": 2}, "ring"), "course"),
    ],
)
def test_every_kind_of_control_hands_its_value_on(control, value):
    seen = []
    SliderFigure(lambda ax, x: seen.append(x), height=1, x=control)
    before = control.value
    control.value = value
    assert seen == [before, value]


def test_integers_and_reals_have_both_ends_and_the_step():
    n, x = integer_slider("n", 2, 8, 4, step=2), real_slider("x", -1.0, 1.0, 0.0, step=0.25)
    assert (n.min, n.max, n.step, n.value) == (2, 8, 2, 4)
    assert (x.min, x.max, x.step, x.value) == (-1.0, 1.0, 0.25, 0.0)


def test_a_move_changes_the_picture_and_the_words():
    figure = power_figure()
    before = png_of(figure)
    figure.controls["power"].value = 3
    assert png_of(figure) != before
    assert figure.alt == "A curve of power 3."
    assert status_of(figure) == (False, "A curve of power 3.")
    assert figure._shown["alt"] == "A curve of power 3."


def test_going_back_gives_the_same_picture_again():
    figure = power_figure()
    before = png_of(figure)
    for power in (3, 1):
        figure.controls["power"].value = power
    assert looks_the_same(png_of(figure), before)


def test_the_axes_are_kept_and_cleared():
    seen = []

    def draw(ax, power):
        seen.append((ax, len(ax.lines)))
        return draw_power(ax, power)

    figure = power_figure(draw)
    figure.controls["power"].value = 2
    (first, n_lines), (second, n_lines_again) = seen
    assert first is second
    assert first.figure is second.figure
    assert n_lines == n_lines_again == 0


def test_several_panels_arrive_as_a_list():
    def draw(panels, power):
        for ax in panels:
            draw_power(ax, power)
        return f"{len(panels)} panels."

    assert power_figure(draw, n_panels=3).alt == "3 panels."


@pytest.mark.slow
def test_fifty_fast_moves_end_at_the_last_value_and_make_no_widgets():
    figure, made = power_figure(), []
    widgets.Widget.on_widget_constructed(made.append)
    try:
        for power in range(2, 52):
            figure.controls["power"].value = power
    finally:
        widgets.Widget.on_widget_constructed(None)
    assert made == []
    assert figure.alt == figure.status == "A curve of power 51."
    fresh = power_figure(lambda ax, power: draw_power(ax, 51))
    assert looks_the_same(png_of(figure), png_of(fresh))


@pytest.mark.parametrize("words", ["<b>x</b> & \"y\" < 'z'", "</p><script>alert(1)</script>"])
def test_html_in_captions_is_text(words):
    figure = power_figure(lambda ax, power: words)
    assert figure.status == figure._shown["alt"] == figure.alt == words


def test_a_page_without_a_kernel_has_the_last_picture_and_its_words():
    figure = power_figure()
    figure.controls["power"].value = 3
    data, metadata = mimebundle(figure)
    view = data["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] == figure.model_id
    assert data["text/plain"] == metadata["image/png"]["alt"] == "A curve of power 3."
    assert decoded(base64.b64decode(data["image/png"])).width == decoded(png_of(figure)).width
    assert image_in(data["text/html"])["alt"] == "A curve of power 3."


def test_the_caption_is_beside_the_still_picture_and_in_it():
    """Pages show the HTML or the PNG."""
    long = "A caption of very many words: " + "x = 1.234, <i>y</i> & $z$ " * 20
    figure = power_figure(lambda ax, power: long, shows="A curve.")
    data, metadata = mimebundle(figure)
    assert text_in(data["text/html"]).strip() == long.strip()
    assert image_in(data["text/html"])["alt"] == data["text/plain"] == f"A curve. {long}".strip()
    stored = decoded(base64.b64decode(data["image/png"])).convert("L")
    plain = decoded(png_of(figure))
    assert stored.width == plain.width
    strip = stored.crop((0, plain.height, stored.width, stored.height))
    dark = np.flatnonzero((np.asarray(strip) < 128).any(axis=0))
    assert dark[0] > 5  # nothing is cut off
    assert dark[-1] < strip.width - 5
    assert strip.height > 5 * 1.3 * figures.CAPTION_SIZE * figures.DPI / 72
    shown = metadata["image/png"]["width"] / metadata["image/png"]["height"]
    assert shown == pytest.approx(stored.width / stored.height, rel=0.01)


def test_nothing_is_made_of_output_widgets_or_interact():
    names = {
        node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
        for node in ast.walk(ast.parse(inspect.getsource(sliders)))
    }
    assert not names & {"Output", "interact", "interactive", "interactive_output"}


# messages of the page


def moved(figure, **values):
    """As a message of the page moves a control."""
    figure.set_state({"_values": {**figure._values, **values}})


def test_a_message_of_the_page_moves_and_draws_once():
    seen = []
    figure = power_figure(lambda ax, power: seen.append(power) or draw_power(ax, power))
    moved(figure, power=3)
    assert seen == [1, 3]
    assert figure.controls["power"].value == 3
    assert figure.alt == "A curve of power 3."


def test_a_closed_figure_lets_go_of_its_picture():
    figure = power_figure()
    figure.close()
    assert figure.picture is None
    figure.controls["power"].value = 3
    assert figure.alt == ""


def test_a_choice_of_the_page_is_an_index():
    figure = power_figure(lambda ax, power, name: name, name=dropdown("data", ["a", "b"], "a"))
    assert figure._values["name"] == 0
    moved(figure, name=1)
    assert figure.alt == "b"


def in_threads(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_draws_never_paint_into_one_picture():
    """JupyterLab delivers moves in one thread while cells run in another."""
    inside, mixed = [], []

    def draw(ax, power):
        inside.append(power)
        ax.set_title(str(power))
        time.sleep(0.02)
        if len(inside) > 1 or ax.get_title() != str(power):
            mixed.append(power)
        inside.remove(power)
        return draw_power(ax, power)

    figure = power_figure(draw)
    in_threads(*[lambda power=power: moved(figure, power=power) for power in range(2, 12)])
    assert mixed == []
    assert figure.alt == f"A curve of power {figure.controls['power'].value}."
    fresh = power_figure(lambda ax, power: draw(ax, figure.controls["power"].value))
    assert looks_the_same(png_of(figure), png_of(fresh))


def test_overtaken_draws_are_dropped():
    drawn, first = [], threading.Event()

    def draw(ax, power):
        drawn.append(power)
        if power == 2:
            first.set()
            time.sleep(0.3)
        return draw_power(ax, power)

    figure = power_figure(draw)

    def others():
        first.wait()
        control = figure.controls["power"]
        in_threads(
            *[lambda power=power: setattr(control, "value", power) for power in range(3, 13)]
        )

    in_threads(lambda: moved(figure, power=2), others)
    assert drawn[:2] == [1, 2]
    assert len(drawn) == 3
    assert drawn[-1] == figure.controls["power"].value


def endless(power):
    while power == 7:
        with contextlib.suppress(Exception):
            time.sleep(0.01)


def asleep(power):
    if power == 7:
        time.sleep(6)


@pytest.mark.slow
@pytest.mark.parametrize("never_returns", [endless, asleep])
def test_in_a_thread_too_what_never_returns_is_stopped_each_time(never_returns, monkeypatch):
    monkeypatch.setattr(sliders, "MAX_SECONDS", 1.0)

    def draw(ax, power):
        never_returns(power)
        return draw_power(ax, power)

    figure, said = power_figure(draw), []

    def move():
        for power in (7, 3, 7, 4):
            moved(figure, power=power)
            said.append(status_of(figure))

    in_threads(move)
    stopped = (
        "Not drawn: stopped, as it had not returned after 1 seconds. "
        "Look at what should end its loop."
    )
    assert said[0] == said[2] == (True, stopped)
    assert said[1] == (False, "A curve of power 3.")
    assert said[3] == (False, "A curve of power 4.")
    fresh = power_figure()
    fresh.controls["power"].value = 4
    assert looks_the_same(png_of(figure), png_of(fresh))


@pytest.mark.slow
def test_after_one_was_stopped_pictures_have_less_time_until_one_succeeds(monkeypatch):
    monkeypatch.setattr(sliders, "MAX_SECONDS", 1.0)
    monkeypatch.setattr(sliders, "LATER_SECONDS", 0.5)

    def draw(ax, power):
        while power in (7, 8):
            pass
        if power == 5:
            raise ValueError("five")
        return draw_power(ax, power)

    figure = power_figure(draw)
    for power, seconds in [(7, 1), (8, 0.5), (5, None), (7, 0.5), (3, None), (7, 1)]:
        figure.controls["power"].value = power
        if seconds:
            assert f"not returned after {seconds} seconds." in figure.status
            assert ("Running this cell again gives it 1 seconds." in figure.status) == (seconds < 1)


def test_the_status_says_of_which_values_it_is():
    """The page knows by it that another picture is on its way."""
    figure = power_figure(failing_at(7, ValueError("seven")))
    for power in (7, 3):
        figure.controls["power"].value = power
        assert figure._status["of"] == figure._values == {"power": power}


def test_what_is_said_meanwhile_can_be_chosen():
    assert power_figure()._busy == "Drawing ..."
    assert power_figure(busy="Running EM ...")._busy == "Running EM ..."


def test_an_exit_of_a_students_function_does_not_end_the_kernel():
    figure = power_figure(failing_at(7, SystemExit()))
    figure.controls["power"].value = 7
    assert figure.status.startswith("Not drawn: SystemExit")


# a mistake in what a slider draws


def failing_at(power, error):
    """A draw function that fails for one value, half-way through."""

    def draw(ax, **values):
        ax.plot([0, 1], [0, 1])
        if values["power"] == power:
            raise error
        return draw_power(ax, **values)

    return draw


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("K is too large."), "K is too large."),
        (ZeroDivisionError("division by zero"), "ZeroDivisionError: division by zero"),
        (KeyError("name"), "KeyError"),
        (NotImplementedError("write e_step here"), "write e_step here"),
        (RuntimeError(), "RuntimeError"),
    ],
)
def test_a_mistake_is_explained_and_the_last_picture_stays(error, said):
    figure = power_figure(failing_at(7, error))
    before = png_of(figure)
    figure.controls["power"].value = 7
    failed, caption = status_of(figure)
    assert failed
    assert caption.startswith("Not drawn yet: " if "write" in said else "Not drawn: ")
    assert said in caption
    assert png_of(figure) == before
    assert figure.alt == "A curve of power 1."


def test_a_mistake_names_the_line_it_happened_in():
    figure = power_figure(failing_at(7, TypeError("no")))
    figure.controls["power"].value = 7
    assert "raise error" in figure.status


def test_the_next_good_move_recovers():
    figure = power_figure(failing_at(7, ValueError("seven")))
    for power in (7, 3):
        figure.controls["power"].value = power
    assert status_of(figure) == (False, "A curve of power 3.")
    fresh = power_figure(failing_at(7, ValueError("seven")))
    fresh.controls["power"].value = 3
    assert looks_the_same(png_of(figure), png_of(fresh))


def test_a_mistake_while_encoding_is_a_mistake_too():
    def draw(ax, power):
        ax.set_title("$\\frac{1$" if power == 7 else "fine")
        return "A title."

    figure = power_figure(draw)
    figure.controls["power"].value = 7
    assert figure.status.startswith("Not drawn: ")
    figure.controls["power"].value = 8
    assert status_of(figure) == (False, "A title.")


def test_a_mistake_in_the_very_first_picture_is_explained_and_the_next_move_recovers():
    figure = power_figure(failing_at(1, ValueError("one")))
    assert status_of(figure) == (True, "Not drawn: one")
    assert figure.alt == ""
    assert "application/vnd.jupyter.widget-view+json" in mimebundle(figure)[0]
    figure.controls["power"].value = 2
    assert figure.alt == "A curve of power 2."


def test_an_interruption_passes_through():
    figure = power_figure(failing_at(7, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        figure.controls["power"].value = 7


def test_html_in_mistakes_is_text():
    figure = power_figure(failing_at(1, ValueError("<i>K</i> & more")))
    assert figure.status == "Not drawn: <i>K</i> & more"
