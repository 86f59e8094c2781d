"""Whom to look at first."""

from gmm_helpers.exercises import Status
from gmm_helpers.grading.intake.people.person import Person
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.reports.attention import Reason, reasons_of
from gmm_helpers.grading.reports.results import Result
from gmm_helpers.grading.rows import Row, Total

NONE = {"same": [], "helpers": []}


def result(student, score=5.0, status=Status.CORRECT, **fields):
    row = Row("n", "e_step", score, 5.0, status, "")
    rest = {"files": (), "notes": (), "review": (), "helpers": (), "fingerprints": {}, **fields}
    return Result(student, (row,), Total(score, 5.0, status), isolation="x", **rest)


def reasons(*results, misconduct=NONE, pairs=()):
    return reasons_of(results, misconduct, pairs)


def test_each_reason_has_its_cause():
    edited = NoticeKind.LOCKED_CELL_EDITED(notebook="n", cell="c")
    found = reasons(
        result("good"),
        result("review", status=Status.NEEDS_REVIEW),
        result("late", known=Person("Late", is_late=True)),
        result("few", 1.0),
        result("none", 0.0, Status.MISSING),
        result("edited", notes=(edited,), helpers=("e_step",)),
    )
    assert found == {
        "good": [],
        "review": [Reason.NEEDS_REVIEW],
        "late": [Reason.LATE],
        "few": [Reason.FEW_POINTS],
        "none": [Reason.NOTHING_HANDED_IN],
        "edited": [Reason.CALLS_HELPER, Reason.CELL_EDITED],
    }


def test_one_function_alike_may_be_chance():
    group = {"exercise": "e_step", "students": ["a", "b"]}
    found = [
        reasons(result("a"), result("b"), misconduct={"same": [group] * n, "helpers": []})["a"]
        for n in (1, 2)
    ]
    assert found == [[], [Reason.SAME_CODE]]


def test_the_same_wrong_choices_are_not_striking_and_wrong_code_is():
    def pair(code, *kinds):
        shared = [{"where": str(i), "kind": kind} for i, kind in enumerate(kinds)]
        return {"students": ["a", "b"], "code": code, "shared": shared}

    for one, striking in [
        (pair(0, *["choice"] * 5), False),
        (pair(0, "outcome", "outcome", "choice"), False),
        (pair(0, *["outcome"] * 3), True),
        (pair(1, "code"), True),
    ]:
        found = reasons(result("a"), result("b"), pairs=[one])["b"]
        assert found == ([Reason.SAME_WRONG_ANSWERS] if striking else [])


def test_a_heavier_kind_comes_before_all_lighter_ones():
    weights = sorted({reason.weight for reason in Reason})
    assert all(weight > sum(weights[:i]) for i, weight in enumerate(weights))
