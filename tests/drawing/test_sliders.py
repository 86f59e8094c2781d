"""Slider figures: what a reader sees after one move, after fifty, and without a kernel."""

import ast
import base64
import inspect

import ipywidgets as widgets
import pytest
from support.drawing import decoded, image_in
from support.sliding import (
    caption_of,
    draw_power,
    image_of,
    looks_the_same,
    mimebundle,
    png_of,
    power_figure,
)

from gmm_helpers.drawing import sliders
from gmm_helpers.drawing.sliders import SliderFigure, dropdown, integer_slider, real_slider


def test_controls_come_first_then_the_picture_then_its_caption():
    figure = power_figure(slope=real_slider("slope", 0, 1, 0.5, 0.1), draw=lambda ax, **_: "A.")
    *controls, _, _ = figure.children
    assert controls == list(figure.controls.values())
    assert [control.description for control in controls] == ["power", "slope"]
    assert caption_of(figure) == ("status", "A.")


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
    assert caption_of(figure) == ("status", "A curve of power 3.")
    assert image_of(figure)["alt"] == "A curve of power 3."


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


def test_fifty_fast_moves_end_at_the_last_value_and_make_no_widgets():
    figure, made = power_figure(), []
    widgets.Widget.on_widget_constructed(made.append)
    try:
        for power in range(2, 52):
            figure.controls["power"].value = power
    finally:
        widgets.Widget.on_widget_constructed(None)
    assert made == []
    assert figure.alt == caption_of(figure)[1] == "A curve of power 51."
    fresh = power_figure(lambda ax, power: draw_power(ax, 51))
    assert looks_the_same(png_of(figure), png_of(fresh))


@pytest.mark.parametrize("words", ["<b>x</b> & \"y\" < 'z'", "</p><script>alert(1)</script>"])
def test_html_in_captions_is_text(words):
    figure = power_figure(lambda ax, power: words)
    assert caption_of(figure)[1] == image_of(figure)["alt"] == figure.alt == words


def test_a_page_without_a_kernel_has_the_last_picture_and_its_words():
    figure = power_figure()
    figure.controls["power"].value = 3
    data, metadata = mimebundle(figure)
    view = data["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] == figure.model_id
    assert data["text/plain"] == metadata["image/png"]["alt"] == "A curve of power 3."
    stored = decoded(base64.b64decode(data["image/png"]))
    assert stored.size == decoded(png_of(figure)).size
    assert image_in(data["text/html"])["alt"] == "A curve of power 3."


def all_widgets(root):
    """A widget and all it consists of."""
    return [root] + [part for child in getattr(root, "children", ()) for part in all_widgets(child)]


def test_nothing_is_made_of_output_widgets_or_interact():
    parts = all_widgets(power_figure())
    assert not [part for part in parts if isinstance(part, widgets.Output)]
    names = {
        node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
        for node in ast.walk(ast.parse(inspect.getsource(sliders)))
    }
    assert not names & {"Output", "interact", "interactive", "interactive_output"}


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
    before = figure.children[-2].value
    figure.controls["power"].value = 7
    role, caption = caption_of(figure)
    assert role == "alert"
    assert caption.startswith("Not drawn yet: " if "write" in said else "Not drawn: ")
    assert said in caption
    assert figure.children[-2].value == before
    assert figure.alt == "A curve of power 1."


def test_a_mistake_names_the_line_it_happened_in():
    figure = power_figure(failing_at(7, TypeError("no")))
    figure.controls["power"].value = 7
    assert "raise error" in caption_of(figure)[1]


def test_the_next_good_move_recovers():
    figure = power_figure(failing_at(7, ValueError("seven")))
    for power in (7, 3):
        figure.controls["power"].value = power
    assert caption_of(figure) == ("status", "A curve of power 3.")
    fresh = power_figure(failing_at(7, ValueError("seven")))
    fresh.controls["power"].value = 3
    assert looks_the_same(png_of(figure), png_of(fresh))


def test_a_mistake_while_encoding_is_a_mistake_too():
    def draw(ax, power):
        ax.set_title("$\\frac{1$" if power == 7 else "fine")
        return "A title."

    figure = power_figure(draw)
    figure.controls["power"].value = 7
    assert caption_of(figure)[1].startswith("Not drawn: ")
    figure.controls["power"].value = 8
    assert caption_of(figure) == ("status", "A title.")


def test_a_mistake_in_the_very_first_picture_is_explained_and_the_next_move_recovers():
    figure = power_figure(failing_at(1, ValueError("one")))
    assert caption_of(figure) == ("alert", "Not drawn: one")
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
    assert caption_of(figure)[1] == "Not drawn: <i>K</i> & more"
