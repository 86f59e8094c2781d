"""A mistake in what a slider draws: it is said where the reader looks, and nothing is lost."""

import pytest
from support.sliding import caption_of, draw_power, looks_the_same, mimebundle, png_of, power_figure


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
def test_a_mistake_is_said_and_the_last_picture_stays(error, said):
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


def test_a_mistake_in_the_very_first_picture_is_said_and_mended_by_a_move():
    figure = power_figure(failing_at(1, ValueError("one")))
    assert caption_of(figure) == ("alert", "Not drawn: one")
    assert figure.alt == ""
    assert "application/vnd.jupyter.widget-view+json" in mimebundle(figure)[0]
    figure.controls["power"].value = 2
    assert figure.alt == "A curve of power 2."


def test_an_interruption_is_no_mistake_and_passes_through():
    figure = power_figure(failing_at(7, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        figure.controls["power"].value = 7


def test_html_in_mistakes_is_text():
    figure = power_figure(failing_at(1, ValueError("<i>K</i> & more")))
    assert caption_of(figure)[1] == "Not drawn: <i>K</i> & more"
