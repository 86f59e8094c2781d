"""What a student reads of points that a person gave."""

import pytest

from gmm_helpers.exercises import Status
from gmm_helpers.grading.adjustments.words import card_of, message_of, sentences_of
from gmm_helpers.grading.rows import Adjusted, Row, Source

ROW = Row("n", "e_step", 4.0, 5.0, Status.PARTIAL, "It was wrong.", "<div>It was wrong.</div>")


def given(before, source, *about, status=Status.PARTIAL, score=4.0):
    adjusted = Adjusted(before, source, *about)
    return ROW._replace(adjusted=adjusted, status=status, score=score)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW, []),
        (
            given(3.75, Source.BY_HAND, "A slip."),
            ["Your instructor gave 4 of 5 points: A slip.", "Before that it had 3.75 of 5 points."],
        ),
        (
            given(0.0, Source.IN_FORMGRADER),
            ["Your instructor gave 4 of 5 points.", "Before that it had 0 of 5 points."],
        ),
        (
            given(1.0, Source.BY_RULE, "nearly.", Status.PARTIAL, "N_k - 1"),
            [
                "Your instructor gave 4 of 5 points: N_k - 1: nearly.",
                "Before that it had 1 of 5 points.",
            ],
        ),
        (given(4.0, Source.BY_HAND, "Same."), ["Your instructor gave 4 of 5 points: Same."]),
        (given(None, Source.BY_HAND, "Yes."), ["Your instructor gave 4 of 5 points: Yes."]),
        (given(4.0, Source.IN_FORMGRADER, "Neat."), ["Your instructor wrote: Neat."]),
        (given(4.0, Source.BY_HAND, "Neat."), ["Your instructor gave 4 of 5 points: Neat."]),
        (given(4.0, Source.IN_FORMGRADER), []),
        (given(4.0, Source.BY_HAND), []),
    ],
)
def test_points_reason_and_what_there_was_before(row, said):
    assert sentences_of(row) == said
    assert message_of(row).startswith("\n".join(said))


def test_what_was_judged_stays_below_and_a_comment_is_no_markup():
    card = card_of(given(1.0, Source.BY_HAND, "<script>alert(1)</script>"))
    assert "<script>" not in card
    assert card.endswith("<div>It was wrong.</div>")
    assert "e_step: partly correct, 4 of 5 points." in card
    assert card_of(ROW) == ROW.card


def test_an_answer_that_was_read_no_longer_waits():
    answer = given(None, Source.BY_HAND, "Yes.", status=Status.CORRECT, score=5.0)
    assert "It was wrong." not in card_of(answer) + message_of(answer)
    waiting = given(None, Source.IN_FORMGRADER, "Hm.", status=Status.TO_BE_GRADED, score=0.0)
    assert "It was wrong." in card_of(waiting)
    assert "0 of 5" not in card_of(waiting)


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.NOT_CHECKED])
def test_every_status_has_a_card(status):
    assert f"e_step: {status}" in card_of(given(1.0, Source.BY_RULE, status=status))
