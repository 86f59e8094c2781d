"""What a wrong answer looks like beside the right one, where there is something to see."""

import base64
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from support.drawing import image_in

from gmm_helpers.checks.cards.pictures import picture_of
from gmm_helpers.drawing.palette import COLORS, GREY
from gmm_helpers.exercises import EXERCISES, Case, Failure, Outcome, attempt
from gmm_helpers.exercises.judging.returned_values import Unusable, UnusableKind

DRAWN = ["e_step", "update_means", "update_covariances", "gaussian_log_density"]
DRAWN += ["mixture_log_density"]
SVG = "{http://www.w3.org/2000/svg}"


def failures(name, change=lambda right: right + 0.1, seed=0):
    """A failure for each case of an exercise, with the right results changed."""
    exercise = EXERCISES[name]
    made = []
    for case in exercise.cases(np.random.default_rng(seed)):
        right = np.array(exercise.reference(*case.arguments), dtype=float)
        made.append(Failure(case, "wrong", Outcome(change(right)), right))
    return made


def elements(html, tag):
    root = ElementTree.fromstring(base64.b64decode(image_in(html)["src"].split(",")[1]))
    return list(root.iter(SVG + tag))


@pytest.mark.parametrize("name", DRAWN)
def test_a_wrong_result_of_the_right_shape_is_drawn_and_described(name):
    html = picture_of(name, failures(name))
    assert len(image_in(html)["alt"].split()) > 10
    assert len(html) < 60_000
    assert elements(html, "circle")


@pytest.mark.parametrize("name", [name for name in EXERCISES if name not in DRAWN])
def test_other_exercises_have_no_picture(name):
    value = np.zeros((3, 2))
    made = Failure(Case("a case", (value,)), "wrong", Outcome(value + 1), value)
    assert picture_of(name, [made]) == ""


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_failed_nothing_is_drawn(name):
    assert picture_of(name, []) == ""


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize(
    "change",
    [
        lambda right: right[..., None],
        lambda right: right[:-1],
        lambda right: np.full(right.shape, np.nan),
        lambda right: np.full(right.shape, np.inf),
        lambda right: Unusable(UnusableKind.TEXT),
        lambda right: None,
        lambda right: (right, right),
    ],
)
def test_what_can_not_be_drawn_is_not(name, change):
    assert picture_of(name, failures(name, change)) == ""


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300, -1e300])
def test_a_value_out_of_all_bounds_does_no_harm(name, value):
    def change(right):
        changed = right + 0.1
        changed.flat[0] = value
        return changed

    html = picture_of(name, failures(name, change))
    for circle in elements(html, "circle"):
        assert abs(float(circle.get("cx"))) < 1000
        assert abs(float(circle.get("cy"))) < 1000
    for line in elements(html, "polyline"):
        assert "nan" not in line.get("points")


@pytest.mark.parametrize("name", ["e_step", "update_means", "update_covariances"])
def test_data_that_do_not_lie_in_a_plane_are_not_drawn(name):
    others = [f for f in failures(name) if f.case.arguments[0].shape[1] != 2]
    assert others
    assert all(picture_of(name, [failure]) == "" for failure in others)


@pytest.mark.parametrize("name", DRAWN)
def test_the_picture_is_of_the_case_the_text_speaks_of_or_of_none(name):
    """Another case might look right where the text says what is wrong."""
    made = [f for f in failures(name) if f.expected.size > 3]
    broken = failures(name, lambda right: None)
    assert picture_of(name, made) == picture_of(name, made[:1]) != ""
    assert picture_of(name, [*broken, *made]) == picture_of(name, []) == ""


def test_a_single_value_is_not_drawn():
    (single,) = [f for f in failures("gaussian_log_density") if f.expected.size == 1]
    assert picture_of("gaussian_log_density", [single]) == ""


def test_samples_have_the_colour_of_their_component_white_for_none_black_for_too_much():
    X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    right = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    got = np.array([[0.0, 1.0], [0.0, 0.0], [5.0, 5.0]])
    case = Case("a case", (X, np.ones(2) / 2, np.zeros((2, 2)), np.stack([np.eye(2)] * 2)))
    html = picture_of("e_step", [Failure(case, "wrong", Outcome(got), right)])
    fills = [circle.get("fill") for circle in elements(html, "circle")]
    assert fills[:3] == [COLORS[0], COLORS[1], COLORS[0]]
    assert fills[3:5] == [COLORS[1], "#FFFFFF"]
    assert int(fills[5][1:3], 16) < 128
    assert "responsibilities" in image_in(html)["alt"]


def test_means_are_circles_where_expected_and_crosses_where_returned():
    X, responsibilities = np.array([[0.0, 0.0], [4.0, 4.0]]), np.eye(2)
    case = Case("a case", (X, responsibilities))
    html = picture_of("update_means", [Failure(case, "wrong", Outcome(X[::-1].copy()), X)])
    signs = [circle for circle in elements(html, "circle") if circle.get("fill") == "none"]
    assert [sign.get("stroke") for sign in signs] == list(COLORS[:2])
    assert [path.get("stroke") for path in elements(html, "path")] == [*COLORS[:2], GREY]


def test_covariances_are_dashed_where_expected_and_solid_where_returned():
    html = picture_of("update_covariances", failures("update_covariances"))
    dashed = [bool(line.get("stroke-dasharray")) for line in elements(html, "polyline")]
    assert dashed == [True, False] * 3


def test_many_samples_do_not_make_a_large_picture():
    for name in ("e_step", "update_means", "update_covariances"):
        large = [f for f in failures(name) if len(f.case.arguments[0]) > 400]
        assert large
        n_panels = 2 if name == "e_step" else 1
        dots = elements(picture_of(name, large), "circle")
        assert len([c for c in dots if c.get("fill") != "none"]) == n_panels * 400


def test_the_origin_is_marked_where_the_data_are_not_far_from_it():
    X, responsibilities = np.array([[0.0, 0.0], [4.0, 4.0]]), np.eye(2)
    for shift, shown in ((0.0, True), (5.0, True), (-5.0, True), (100.0, False), (-100.0, False)):
        case = Case("a case", (X + shift, responsibilities))
        html = picture_of("update_means", [Failure(case, "wrong", Outcome(X), X + shift)])
        labels = [text.text for text in elements(html, "text")]
        assert ("origin" in labels) == shown
        assert ("origin" in image_in(html)["alt"]) == shown


def test_the_origin_stands_where_zero_is():
    X = np.array([[-1.0, -2.0], [3.0, 2.0]])
    got = np.zeros((2, 2))
    case = Case("a case", (X, np.eye(2)))
    html = picture_of("update_means", [Failure(case, "wrong", Outcome(got), X)])
    ends = [re.match(r"M([\d.]+) ([\d.]+)", path.get("d")) for path in elements(html, "path")]
    places = [(float(end[1]), float(end[2])) for end in ends]
    *crosses, origin = places
    assert crosses == [(origin[0] - 1, pytest.approx(origin[1] - 6))] * 2


@pytest.mark.parametrize("name", ["gaussian_log_density", "mixture_log_density"])
def test_there_are_numbers_at_both_axes_of_a_scatter(name):
    made = failures(name)
    html = picture_of(name, made[:1])
    texts = elements(html, "text")[1:]
    below = [float(text.text) for text in texts if text.get("text-anchor") == "middle"]
    left = [float(text.text) for text in texts if text.get("text-anchor") == "end"]
    for numbers, values in ((below, made[0].expected), (left, made[0].outcome.value)):
        assert 2 <= len(numbers) <= 7
        assert numbers == sorted(numbers)
        assert np.allclose(np.diff(numbers), numbers[1] - numbers[0])
        assert values.min() - numbers[-1] < numbers[1] - numbers[0]


def draws_of(change, case=0):
    """A failure of a sampler whose large draw is changed."""
    exercise = EXERCISES["sample_gmm"]
    case = exercise.cases(np.random.default_rng(3))[case]
    expected = attempt(exercise, exercise.reference, case).value
    got = expected._replace(large=change(*expected.large))
    return [Failure(case, "wrong", Outcome(got), expected)]


def test_samples_are_drawn_twice_over_the_ellipses_in_the_colours_of_their_labels():
    html = picture_of("sample_gmm", draws_of(lambda X, labels: (X + 1, (labels + 1) % 3)))
    dots = [circle.get("fill") for circle in elements(html, "circle")]
    half = len(dots) // 2
    assert 100 <= half <= 200
    following = dict(zip(COLORS[:3], (*COLORS[1:3], COLORS[0]), strict=True))
    assert [following[color] for color in dots[:half]] == dots[half:]
    assert len(elements(html, "polyline")) == 6
    assert [text.text for text in elements(html, "text")] == ["expected", "yours"]
    assert len(html) < 60_000
    assert "on the right yours" in image_in(html)["alt"]


def test_labels_that_are_none_are_grey():
    for wrong in (3.0, -1.0, 0.5, np.nan, np.inf):
        html = picture_of("sample_gmm", draws_of(lambda X, z, w=wrong: (X, np.full(len(z), w))))
        dots = [circle.get("fill") for circle in elements(html, "circle")]
        assert set(dots[len(dots) // 2 :]) == {GREY}


@pytest.mark.parametrize(
    "change",
    [
        lambda X, labels: (labels, X),
        lambda X, labels: (X[:-1], labels),
        lambda X, labels: (X, labels[:, None]),
        lambda X, labels: (X.T, labels),
        lambda X, labels: (np.full(X.shape, np.nan), labels),
        lambda X, labels: (X, Unusable(UnusableKind.TEXT)),
        lambda X, labels: Unusable(UnusableKind.NOTHING),
    ],
)
def test_samples_of_another_form_are_not_drawn(change):
    assert picture_of("sample_gmm", draws_of(change)) == ""


def test_samples_that_do_not_lie_in_a_plane_are_not_drawn_and_no_draw_is_none():
    assert picture_of("sample_gmm", draws_of(lambda X, labels: (X + 1, labels), case=2)) == ""
    (failure,) = draws_of(lambda X, labels: (X, labels))
    nothing = Failure(failure.case, "wrong", Outcome(None), failure.expected)
    assert picture_of("sample_gmm", [nothing]) == ""


def test_values_out_of_all_bounds_among_samples_do_no_harm():
    for value in (np.nan, np.inf, 1e300, -1e300):

        def change(X, labels, value=value):
            changed = X.copy()
            changed[0, 0] = value
            return changed, labels

        html = picture_of("sample_gmm", draws_of(change))
        for circle in elements(html, "circle"):
            assert abs(float(circle.get("cx"))) < 1000
