import pytest

from gmm_helpers.drawing import new_figure
from gmm_helpers.questions import (
    Question,
    QuestionError,
    number,
    order,
    place,
    point,
    right,
    slip,
    wrong,
)
from gmm_helpers.questions.constructors import answer_of

SAID = {"too_small": "More.", "too_large": "Less."}


@pytest.mark.parametrize("key", ["", "Rows", "1st", "two words", "a-b", None, 3])
def test_a_question_has_a_name(key):
    with pytest.raises(QuestionError, match="name of lower-case"):
        Question(key, "What?", answer_of([right("a", "b"), wrong("c", "d")], False))


@pytest.mark.parametrize("make", [right, wrong])
@pytest.mark.parametrize("texts", [("", "why"), ("a", ""), ("a", "  "), ("a", None), (3, "why")])
def test_every_choice_has_a_text_and_a_reason(make, texts):
    with pytest.raises(QuestionError, match="needs a text"):
        make(*texts)


@pytest.mark.parametrize(("make", "fact"), [(right, False), (wrong, True)])
def test_a_text_that_contradicts_what_was_computed(make, fact, monkeypatch):
    make("3", "Counted.", fact=fact)  # readers are not told
    monkeypatch.setenv("GMM_CHECKS", "strict")
    with pytest.raises(QuestionError, match="what was computed disagrees"):
        make("3", "Counted.", fact=fact)
    make("3", "Counted.", fact=not fact)


@pytest.mark.parametrize(
    ("parts", "several", "why"),
    [
        ([], False, "at least two choices"),
        ([right("a", "b")], False, "at least two choices"),
        ([right("a", "b"), "c"], False, "at least two choices"),
        ([order(("a", "b"), ("c", "d")), right("a", "b")], False, "at least two choices"),
        ([wrong("a", "b"), wrong("c", "d")], False, "0 choices are right"),
        ([wrong("a", "b"), wrong("c", "d")], True, "0 choices are right"),
        ([right("a", "b"), right("c", "d")], False, "2 choices are right"),
        ([right("a", "b"), wrong("a", "d")], False, "same text"),
    ],
)
def test_answers_that_make_no_question(parts, several, why):
    with pytest.raises(QuestionError, match=why):
        answer_of(parts, several)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_is_finite(value):
    with pytest.raises(QuestionError, match="finite"):
        number(value, 0.1, "Why.", **SAID)


def test_a_slip_is_told_from_the_right_number():
    with pytest.raises(QuestionError, match="within the tolerance"):
        number(1.0, 0.1, "Why.", slip(1.05, "No."), **SAID)


@pytest.mark.parametrize("items", [(), (("a", "b"),), (("a", "b"), ("a", "c"))])
def test_an_order_has_items_that_differ(items):
    with pytest.raises(QuestionError, match="at least two items"):
        order(*items)


def test_a_wrong_place_lies_outside_the_target():
    _, ax = new_figure(height=1)
    with pytest.raises(QuestionError, match="lies within the target"):
        point(ax, "Empty.", place(0, 0, 1, "Yes."), place(0.5, 0, 1, "No."), elsewhere="No.")


def test_a_point_knows_where_the_axes_are():
    fig, ax = new_figure(height=2)
    ax.set(xlim=(-3, 5), ylim=(10, 20))
    asked = point(ax, "Empty.", place(0, 15, 1, "Yes."), elsewhere="No.")
    left, bottom, width, height = asked.box
    pixels = ax.transData.transform((1, 15)) / (fig.bbox.width, fig.bbox.height)
    assert pixels == pytest.approx([left + width / 2, bottom + height / 2])
    assert asked.limits == (-3, 5, 10, 20)
    assert asked.picture.alt == "Empty."


def test_who_types_a_point_reads_what_the_axes_show():
    ax = new_figure()[1]
    target = place(0, 0, 1, "Yes.")
    assert point(ax, "Empty.", target, elsewhere="No.").names == ("x1", "x2")
    assert point(ax, "Empty.", target, elsewhere="No.", names=("s", "nats")).names == ("s", "nats")
