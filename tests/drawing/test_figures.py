"""Pictures: what front ends get, and that nothing is drawn twice or kept alive."""

import base64
import gc
import subprocess
import sys
import weakref

import numpy as np
import pytest
from matplotlib import pyplot
from support.drawing import decoded, image_in

from gmm_helpers.drawing import figures

AWKWARD = 'A "wide" & <b>tall</b> curve, 1 < 2, isn\'t it?'


def drawn(n_panels=1, **options):
    fig, axes = figures.new_figure(n_panels, **options)
    first = axes[0] if n_panels > 1 else axes
    first.plot([0, 1, 2], [0, 1, 4])
    return fig


@pytest.mark.parametrize(("n_panels", "width"), [(1, 5.6), (2, 8.8), (3, 9.6)])
def test_a_figure_has_as_many_panels_as_asked_for_and_room_for_them(n_panels, width):
    fig, axes = figures.new_figure(n_panels, height=3.0)
    assert fig.axes == ([axes] if n_panels == 1 else axes)
    assert tuple(fig.get_size_inches()) == pytest.approx((width, 3.0))


def test_a_width_that_is_given_is_kept():
    assert figures.new_figure(2, width=4.0)[0].get_figwidth() == 4.0


@pytest.mark.parametrize("options", [{}, {"n_panels": 2}, {"width": 3.3, "height": 2.2}])
def test_a_png_is_whole_and_of_the_size_of_the_figure(options):
    fig = drawn(**options)
    image = decoded(figures.encode_png(fig))
    assert image.format == "PNG"
    assert image.size == fig.canvas.get_width_height(physical=True)
    np.testing.assert_allclose(np.divide(image.size, fig.get_size_inches()), figures.DPI, rtol=0.01)


def test_a_png_shows_what_the_canvas_shows():
    fig = drawn(height=2)
    shown = np.asarray(decoded(figures.encode_png(fig)).convert("RGB"), dtype=int)
    expected = np.asarray(fig.canvas.buffer_rgba())[..., :3]
    assert np.abs(shown - expected).max() < 64  # of 255
    assert np.abs(shown - expected).mean() < 0.5
    assert shown.std() > 0


def test_showing_draws_once(monkeypatch):
    fig, calls = drawn(height=2), []
    draw = fig.canvas.draw
    monkeypatch.setattr(fig.canvas, "draw", lambda: (calls.append(1), draw()))
    picture = figures.show(fig, alt="A curve.")
    picture._repr_mimebundle_()
    picture._repr_mimebundle_()
    assert len(calls) == 1


def test_later_changes_to_the_figure_do_not_show():
    fig = drawn(height=2)
    picture = figures.show(fig, alt="A curve.")
    before = picture._repr_mimebundle_()
    fig.axes[0].clear()
    assert picture._repr_mimebundle_() == before


def test_front_ends_get_html_png_and_text():
    picture = figures.show(drawn(), alt="A curve that bends.")
    data, metadata = picture._repr_mimebundle_()
    assert set(data) == {"text/html", "image/png", "text/plain"}
    assert data["text/plain"] == "A curve that bends."
    assert metadata["image/png"]["alt"] == "A curve that bends."
    stored = base64.b64decode(data["image/png"])
    assert decoded(stored).format == "PNG"
    assert stored == picture.png
    prefix, _, encoded = image_in(data["text/html"])["src"].partition(",")
    assert prefix == "data:image/png;base64"
    assert encoded == data["image/png"]


def test_the_size_on_the_page_has_the_shape_of_the_picture():
    picture = figures.show(drawn(2, height=3), alt="A curve.")
    data, metadata = picture._repr_mimebundle_()
    html = image_in(data["text/html"])
    size = metadata["image/png"]["width"], metadata["image/png"]["height"]
    assert (int(html["width"]), int(html["height"])) == size
    pixels = decoded(picture.png).size
    assert size[0] / size[1] == pytest.approx(pixels[0] / pixels[1], rel=0.01)


@pytest.mark.parametrize("alt", [AWKWARD, "a'b", "&lt;", '"><script>alert(1)</script>', "µ ≥ 0"])
def test_alt_text_survives_html_to_the_letter(alt):
    picture = figures.show(drawn(height=1), alt=alt)
    data, metadata = picture._repr_mimebundle_()
    assert image_in(data["text/html"])["alt"] == alt
    assert data["text/plain"] == repr(picture) == metadata["image/png"]["alt"] == alt


@pytest.mark.parametrize("alt", ["", " ", "\n\t"])
def test_a_picture_without_words_is_refused(alt):
    with pytest.raises(ValueError, match="alt is empty"):
        figures.show(drawn(height=1), alt=alt)


def test_no_figure_is_kept_alive():
    fig = drawn(height=1)
    picture = figures.show(fig, alt="A curve.")
    figure = weakref.ref(fig)
    del fig
    gc.collect()
    assert figure() is None
    assert picture.alt == "A curve."


def test_pyplot_knows_nothing_of_our_figures():
    before = pyplot.get_fignums()
    figures = [drawn(height=1) for _ in range(3)]
    assert pyplot.get_fignums() == before
    assert len(figures) == 3


def test_importing_what_draws_does_not_import_pyplot():
    code = (
        "import sys; from gmm_helpers.drawing import contours, curves, figures, scatter, sliders;"
        "figures.show(figures.new_figure()[0], 'A plane.');"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
