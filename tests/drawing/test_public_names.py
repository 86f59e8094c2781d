"""The names the room hands out, new and old."""

import subprocess
import sys

import pytest

import gmm_helpers
from gmm_helpers import drawing

# A cell of a notebook as it was handed out before the plots had a room of their own.
OLD_CELL = """
from gmm_helpers import pictures, plots, sliders

fig, ax = pictures.new_figure(height=2)
plots.plot_data(plots.frame(ax, [[0, 0], [1, 2]]), [[0, 0], [1, 2]])
color = plots.COLORS[0]
picture = pictures.show(fig, alt="Two samples.")
controls = dict(
    n=sliders.integer("n", 1, 3, value=2),
    x=sliders.real("x", 0.0, 1.0, value=0.5, step=0.1),
    name=sliders.choice("data", ["ring", "course"], "ring"),
)
figure = sliders.SliderFigure(lambda ax, n, x, name: f"{n}, {x}, {name}.", height=1, **controls)
"""


def test_a_notebook_of_the_old_kind_still_runs():
    names = {}
    exec(OLD_CELL, names)
    assert names["picture"].alt == "Two samples."
    assert names["figure"].alt == "2, 0.5, ring."


def test_a_notebook_of_the_old_kind_still_runs_where_grading_leaves_out_widgets():
    code = (
        "from gmm_helpers.grading.jail.inside.stubs import Stub, leave_out_displays\n"
        f"leave_out_displays()\n{OLD_CELL}\n"
        "assert picture.alt == 'Two samples.'\n"
        "assert isinstance(figure, Stub) and isinstance(controls['n'], Stub)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [("integer", "integer_slider"), ("real", "real_slider"), ("choice", "dropdown")],
)
def test_old_names_are_the_new_functions(old, new):
    assert getattr(drawing, old) is getattr(drawing, new)


@pytest.mark.parametrize("name", drawing.__all__)
def test_every_public_name_is_there_and_listed(name):
    assert getattr(drawing, name) is not None
    assert name in dir(drawing)


@pytest.mark.parametrize("room", [drawing, gmm_helpers])
def test_other_names_are_missing_as_ever(room):
    with pytest.raises(AttributeError, match="nothing_of_that_name"):
        _ = room.nothing_of_that_name


def test_svg_palette_and_ellipses_do_without_matplotlib():
    code = (
        "import sys; from gmm_helpers.drawing import COLORS, ellipse_axes, palette, svg;"
        "sys.exit('matplotlib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
