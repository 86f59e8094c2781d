"""Who shares wrong answers with whom."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.exercises import Status
from gmm_helpers.grading.judging.question_outcomes import Outcome
from gmm_helpers.grading.reports.pairs import pairs_of, usual_size
from gmm_helpers.grading.reports.results import Result
from gmm_helpers.grading.rows import Adjusted, Row, Source, total_of
from gmm_helpers.questions.wrong_answers import WrongAnswer

EXERCISES = "e_step", "bic", "elbo"
NOTHING = {"files": (), "notes": (), "review": (), "helpers": (), "isolation": "x"}


def result(student, mistakes, prints=(), wrong=()):
    """`mistakes` are those of the exercises, in order; "" is a right function."""
    rows = [
        Row(
            "n", name, *((0.0, 5.0, Status.INCORRECT) if it else (5.0, 5.0, Status.CORRECT)), ""
        )._replace(named=(it,) if it else ())
        for name, it in zip(EXERCISES, mistakes, strict=False)
    ]
    outcomes = [Outcome("n", q, False, False, (WrongAnswer(text, "."),)) for q, text in wrong]
    marks = dict(zip(EXERCISES, prints, strict=False))
    return Result(
        student, tuple(rows), total_of(rows), fingerprints=marks, answers=tuple(outcomes), **NOTHING
    )


def shared(pair):
    return {each["where"]: each["kind"] for each in pair["shared"]}


def test_a_pair_is_told_where_and_how_it_answers_alike():
    ann = result("ann", ["sign", "log", "x"], ["p", "q"], [("sum", "0")])
    bob = result("bob", ["sign", "log", "y"], ["p", "r"], [("sum", "0")])
    (pair,) = pairs_of([ann, bob, result("cy", ["", "", ""])])
    assert pair["students"] == ["ann", "bob"]
    assert shared(pair) == {"e_step": "code", "bic": "outcome", "n: sum": "choice"}
    assert (pair["count"], pair["code"]) == (3, 1)


def test_points_by_hand_hide_nothing():
    ann, bob = (result(name, ["sign", "log", ""]) for name in ("ann", "bob"))
    given_to = Adjusted(0.0, Source.BY_HAND, "", Status.INCORRECT)
    full = bob.rows[0]._replace(score=5.0, status=Status.CORRECT, adjusted=given_to)
    half = bob.rows[1]._replace(score=2.0, status=Status.PARTIAL, adjusted=given_to)
    assert pairs_of([ann, bob._replace(rows=(full, half))]) == pairs_of([ann, bob])


def test_right_answers_and_a_single_common_mistake_tell_nothing():
    same = [result(name, ["", "", "sign"], ["p", "q"]) for name in "ab"]
    assert pairs_of(same) == []


def test_the_same_wrong_code_is_told_alone():
    (pair,) = pairs_of([result(name, ["sign"], ["p"]) for name in "ab"])
    assert shared(pair) == {"e_step": "code"}


def test_what_many_answer_does_not_count():
    many = [result(f"s{i}", ["sign", "log"]) for i in range(30)]
    assert pairs_of(many) == []
    few = [result(f"t{i}", ["", ""]) for i in range(30)]
    assert len(pairs_of([*many[: usual_size(35)], *few])) == 10


def test_most_shared_come_first_then_what_is_rare():
    results = [
        *(result(name, ["a", "b", "c"]) for name in ("x1", "x2")),
        *(result(name, ["d", "e", ""]) for name in ("y1", "y2", "y3")),
        *(result(name, ["f", "g", ""]) for name in ("z1", "z2")),
    ]
    ranked = [pair["students"] for pair in pairs_of(results)]
    assert ranked[:2] == [["x1", "x2"], ["z1", "z2"]]
    assert len(ranked) == 5


MISTAKES = st.lists(st.sampled_from(["", "a", "b"]), min_size=3, max_size=3)


@given(st.lists(MISTAKES, min_size=0, max_size=5))
def test_pairs_are_those_of_a_plain_loop(class_):
    results = [result(f"s{i}", mistakes) for i, mistakes in enumerate(class_)]
    expected = {}
    for (i, one), (j, other) in combinations(enumerate(class_), 2):
        alike = sum(a == b != "" for a, b in zip(one, other, strict=True))
        if alike > 1:
            expected[f"s{i}", f"s{j}"] = alike
    found = pairs_of(results)
    assert {tuple(pair["students"]): pair["count"] for pair in found} == expected
    counts = [pair["count"] for pair in found]
    assert counts == sorted(counts, reverse=True)


def test_of_too_many_pairs_those_with_the_same_code_stay():
    many = [result(f"s{i}{j}", [f"a{i}", f"b{i}", ""]) for i in range(20) for j in range(3)]
    copied = [result(name, ["sign"], ["p"]) for name in ("x", "y")]
    found = pairs_of([*many, *copied])
    assert len(found) == 50
    assert found[-1]["students"] == ["x", "y"]
    assert found[0]["count"] == 2
