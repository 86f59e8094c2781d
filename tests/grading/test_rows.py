"""What a student's rows amount to."""

import pytest

from gmm_helpers.exercises import Status
from gmm_helpers.grading.rows import Row, total_of


def total(*statuses, score=1.0):
    return total_of(
        [Row("n", f"e{i}", score, 2.0, status, "") for i, status in enumerate(statuses)]
    )


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NOT_CHECKED])
def test_if_all_rows_are_alike_so_is_the_whole(status):
    score = {Status.CORRECT: 2.0, Status.PARTIAL: 1.0}.get(status, 0.0)
    assert total(status, status, score=score).status == status


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        (["correct", "incorrect"], "partly correct"),
        (["correct", "not attempted"], "partly correct"),
        (["correct", "missing"], "partly correct"),
        (["crashed", "correct", "needs review"], "crashed"),
        (["needs review", "correct"], "needs review"),
        (["to be graded", "correct"], "to be graded"),
        (["error", "to be graded"], "error"),
        (["error", "timeout", "unreadable"], "unreadable"),
    ],
)
def test_what_somebody_must_look_at_comes_first(statuses, whole):
    assert total(*statuses).status == whole


def test_nothing_earned_is_incorrect_unless_nothing_was_tried():
    assert total("incorrect", "not attempted", score=0.0).status == "incorrect"
    assert total("missing", "not attempted", score=0.0).status == "not attempted"


def test_points_are_added_without_rounding_errors():
    rows = [Row("n", "e", 0.1, 0.3, "partly correct", "") for _ in range(3)]
    assert total_of(rows).score == 0.3
