"""The mistakes of a class: who made them, and an example that names nobody."""

from support.made_class import made_class

from gmm_helpers.exercises import Status
from gmm_helpers.grading.intake.people.person import Person
from gmm_helpers.grading.reports.mistakes import mistakes_of
from gmm_helpers.grading.reports.results import Result
from gmm_helpers.grading.rows import Row, total_of

NOTHING = {"files": (), "notes": (), "review": (), "helpers": (), "fingerprints": {}}


def result(student, code="", named=("sign",), said=("The sign.",), person=None, **more):
    status = more.pop("status", Status.INCORRECT)
    row = Row("n", "e_step", 0.0, 5.0, status, "Why.", named=named, said=said)
    made = Result(student, (row,), total_of([row]), **NOTHING, isolation="x")
    return made._replace(examples={"e_step": code} if code else {}, known=person)


def one(*results):
    (mistake,) = mistakes_of(results)
    return mistake


def test_a_mistake_has_who_made_it_what_is_said_and_its_points():
    mistake = one(result("ann"), result("bob", said=("Other.",)), result("cy"))
    assert mistake == {
        "exercise": "e_step",
        "mistake": "sign",
        "count": 3,
        "points": 5.0,
        "message": "The sign.",
        "example": "",
        "students": ["ann", "bob", "cy"],
    }


def test_the_example_never_holds_a_name_of_who_wrote_it():
    zoe = Person("Zoë Smith", login="zs123", email="zsmith@x.org")
    for code in ("zoes = 1", "SMITH_mean = 2", "x = zs123", "r_zsmith = 3"):
        assert one(result("1", code, person=zoe))["example"] == ""
        assert one(result("1", code, person=zoe), result("2", "longer = 1"))["example"] == (
            "longer = 1"
        )


def test_code_with_the_name_of_another_comes_last_then_two_mistakes_then_long_code():
    bob = result("bob", "return responsibilities")
    assert one(bob, result("ann", "bob = 1"))["example"] == "return responsibilities"
    assert one(bob, result("ann", "return r"))["example"] == "return r"
    both = result("cy", "return 2", named=("sign", "sign"), said=("", ""))
    assert one(bob, both)["example"] == "return responsibilities"


def test_what_is_said_of_other_mistakes_is_not_mixed_up():
    """Where what was said is not known for each, nothing is."""
    assert one(result("ann", said=()))["message"] == ""
    two = mistakes_of([result("ann", named=("b", "a"), said=("B.", "A."))])
    assert [(each["mistake"], each["message"]) for each in two] == [("a", "A."), ("b", "B.")]


def test_how_a_function_ended_is_none():
    for status in (Status.ERROR, Status.TIMEOUT, Status.CRASHED, Status.NOT_ATTEMPTED):
        assert mistakes_of([result("ann", status=status)]) == []


def test_the_counts_of_a_class_are_those_of_a_plain_loop():
    results, _, _ = made_class(40)
    for mistake in mistakes_of(results):
        who = [
            each.student
            for each in results
            for row in each.rows
            if row.exercise == mistake["exercise"] and mistake["mistake"] in row.named
        ]
        assert (mistake["students"], mistake["count"]) == (who, len(who))
