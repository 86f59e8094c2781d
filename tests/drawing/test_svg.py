"""Small pictures: valid XML, finite whatever the data, and said in words."""

import base64
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from support.drawing import image_in

from gmm_helpers.drawing import svg

SVG = "{http://www.w3.org/2000/svg}"
AWKWARD = 'A "wide" & <b>tall</b> curve, 1 < 2, isn\'t it?'
nan, inf = np.nan, np.inf
TWO = np.array([[0.0, 0.0], [1.0, 2.0]])


def picture(html):
    """The SVG in an image, parsed."""
    source = image_in(html)["src"]
    assert source.startswith("data:image/svg+xml;base64,")
    return ElementTree.fromstring(base64.b64decode(source.split(",")[1]))


def drawn(*marks, **options):
    return picture(svg.image([svg.Panel("a title", list(marks), **options)], alt="A picture."))


def found(root, tag):
    return list(root.iter(SVG + tag))


def centres(root):
    return np.array([[float(c.get("cx")), float(c.get("cy"))] for c in found(root, "circle")])


def dots(xy, **options):
    return svg.Dots(np.array(xy, dtype=float), ["#000000"] * len(xy), **options)


def numbers(root):
    """All that could be a coordinate."""
    texts = [
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if name in ("cx", "cy", "r", "points", "d", "x", "y", "width", "height", "transform")
    ]
    assert not re.search("nan|inf", " ".join(texts))
    return [float(n) for n in re.findall(r"-?\d+\.?\d*(?:e[-+]?\d+)?", " ".join(texts))]


AWKWARD_DATA = {
    "nothing": np.zeros((0, 2)),
    "a single point": [[3.0, -7.0]],
    "the same point twice": [[1e-30, 5.0]] * 2,
    "on a line": [[0.0, 1.0], [5.0, 1.0]],
    "NaN": [[nan, 1.0], [2.0, 3.0], [1.0, nan]],
    "infinity": [[inf, 1.0], [2.0, 3.0], [1.0, -inf]],
    "nothing finite": [[nan, nan], [inf, -inf]],
    "huge": [[1e300, -1e300], [0.0, 1.0]],
    "as large as can be": [[1.7e308, 0.0], [-1.7e308, 1.0]],
    "tiny": [[1e-300, 0.0], [-1e-300, 1e-300]],
    "far from zero": [[1e15, 1e15], [1e15 + 1, 1e15]],
}


@pytest.mark.parametrize("equal", [True, False])
@pytest.mark.parametrize("xy", AWKWARD_DATA.values(), ids=AWKWARD_DATA)
def test_coordinates_are_finite_whatever_the_data(xy, equal):
    marks = [dots(xy), svg.Line(np.array(xy, dtype=float), "#000000", dashed=True)]
    marks += [
        svg.Sign(np.array(place, dtype=float), "#000000", sign) for place in xy for sign in "ox"
    ]
    found_numbers = numbers(drawn(*marks, equal=equal))
    assert max(map(abs, found_numbers)) < 1000


COVARIANCES = {
    "round": np.eye(2),
    "flat": [[1.0, 0.0], [0.0, 0.0]],
    "zero": np.zeros((2, 2)),
    "negative": -np.eye(2),
    "not symmetric": [[1.0, 5.0], [0.0, 1.0]],
    "huge": 1e300 * np.eye(2),
    "as large as can be": np.full((2, 2), 1.7e308),
    "tiny": 1e-300 * np.eye(2),
}


@pytest.mark.parametrize("covariance", COVARIANCES.values(), ids=COVARIANCES)
@pytest.mark.parametrize("mean", [[0.0, 0.0], [nan, 0.0], [1e300, 0.0]])
def test_ellipses_are_finite_whatever_the_covariance(covariance, mean):
    ellipse = svg.Ellipse(np.array(mean), np.array(covariance, dtype=float), "#000000")
    assert max(map(abs, numbers(drawn(dots(TWO), ellipse)))) < 1000


def test_rows_that_are_not_finite_are_left_out():
    assert len(found(drawn(dots([[nan, 1], [2, 3], [inf, 1], [4, 5]])), "circle")) == 2
    assert (
        found(drawn(dots(TWO), svg.Line(np.array([[0, nan], [1, 1]]), "#000000")), "polyline") == []
    )
    assert len(found(drawn(svg.Sign(np.array([nan, 1.0]), "#000000", "o")), "circle")) == 0


def test_up_in_the_data_is_up_in_the_picture():
    (x0, y0), (x1, y1) = centres(drawn(dots(TWO)))
    assert x1 > x0
    assert y1 < y0


def test_both_axes_have_the_same_scale_if_asked_for():
    (x0, y0), (x1, y1) = centres(drawn(dots(TWO)))
    assert (y0 - y1) / (x1 - x0) == pytest.approx(2, rel=1e-2)
    (x0, y0), (x1, y1) = centres(drawn(dots(TWO), equal=False))
    assert y0 - y1 == pytest.approx(x1 - x0)


def test_panels_show_the_same_part_of_the_plane_unless_told_otherwise():
    panels = [svg.Panel("one", [dots(TWO)]), svg.Panel("two", [dots(10 * TWO)])]
    one, two = (centres(picture(svg.image(panels, "", together))) for together in (True, False))
    np.testing.assert_allclose(one[0], one[2])
    assert np.ptp(one[:2], axis=0).max() < 0.2 * np.ptp(one[2:], axis=0).max()
    np.testing.assert_allclose(two[:2], two[2:])


def test_all_of_an_ellipse_is_in_the_picture_at_two_standard_deviations():
    mean, covariance = np.array([1.0, 2.0]), np.array([[4.0, 1.0], [1.0, 1.0]])
    root = drawn(svg.Ellipse(mean, covariance, "#123456", dashed=True), dots([mean, [3.0, 2.0]]))
    (line,) = found(root, "polyline")
    points = np.array([pair.split(",") for pair in line.get("points").split()], dtype=float)
    centre, right = centres(root)
    scale = (right - centre)[0] / 2  # pixels for each unit
    around = (points - centre) / scale * [1, -1]
    distances = np.einsum("ni,ij,nj->n", around, np.linalg.inv(covariance), around)
    np.testing.assert_allclose(distances, 4, rtol=0.03)
    assert line.get("stroke") == "#123456"
    assert line.get("stroke-dasharray")


def test_circles_and_crosses_are_two_signs():
    place = np.array([0.5, 0.5])
    circle, cross = (drawn(dots(TWO), svg.Sign(place, "#123456", sign)) for sign in "ox")
    assert len(found(circle, "circle")) == 3
    assert (len(found(cross, "circle")), len(found(cross, "path"))) == (2, 1)


def test_titles_and_descriptions_are_text():
    html = svg.image([svg.Panel(AWKWARD, [dots(TWO)])], AWKWARD)
    assert image_in(html)["alt"] == AWKWARD
    assert found(picture(html), "text")[0].text == AWKWARD


@pytest.mark.parametrize("n_panels", [1, 2, 3])
def test_the_size_is_that_of_the_panels(n_panels):
    html = svg.image([svg.Panel("one", [dots(TWO)])] * n_panels, "")
    image, root = image_in(html), picture(html)
    assert (image["width"], image["height"]) == (root.get("width"), root.get("height"))
    assert int(image["width"]) == n_panels * 250 + (n_panels - 1) * 16


@pytest.mark.parametrize(
    ("value", "total", "share"),
    [(0, 4, 0.0), (1, 4, 0.25), (4, 4, 1.0), (9, 4, 1.0), (-1, 4, 0.0), (0, 0, 0.0)],
)
def test_a_bar_is_filled_by_the_share(value, total, share):
    html = svg.bar(value, total, alt=AWKWARD)
    _, frame, filled = found(picture(html), "rect")
    assert float(filled.get("width")) == pytest.approx(share * float(frame.get("width")), abs=2)
    assert image_in(html)["alt"] == AWKWARD
