"""Who is given what, and that nobody loses anything by a rule."""

from argparse import Namespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.exercises import Status
from gmm_helpers.grading.adjustments.applying import Files, FormgraderGrade, adjust, read_files
from gmm_helpers.grading.adjustments.problems import ProblemKind
from gmm_helpers.grading.adjustments.tables import Line
from gmm_helpers.grading.rows import Row, Source

KEY = ("ann", "n", "e")


def row(score=1.0, status=Status.PARTIAL, named=("a",), **more):
    return Row("n", "e", score, 5.0, status, "", named=named, **more)


def hand(points, comment="Well done", number=2):
    return Line(
        "points.csv", number, {"student": "ann", "exercise": "e", "comment": comment}, points
    )


def rule(mistake, points, number=2):
    cells = {"exercise": "e", "mistake": mistake, "comment": f"about {mistake}"}
    return Line("rules.csv", number, cells, points)


def adjusted(own, points=(), rules=(), formgrader=None):
    given_there = None if formgrader is None else {KEY: formgrader}
    rows, problems = adjust({"ann": [own]}, Files(points, rules), given_there)
    (changed,) = rows["ann"]
    return changed, problems


def about(changed):
    before = changed.adjusted
    return changed.score, changed.status, before and (before.points_before, before.source)


def test_without_files_nothing_changes():
    assert adjusted(row()) == (row(), [])


@pytest.mark.parametrize(
    ("status", "points", "after"),
    [
        (Status.PARTIAL, 5, Status.CORRECT),
        (Status.PARTIAL, 3, Status.PARTIAL),
        (Status.CORRECT, 0, Status.INCORRECT),
        (Status.TO_BE_GRADED, 5, Status.CORRECT),
        (Status.TO_BE_GRADED, 0, Status.INCORRECT),
        (Status.NEEDS_REVIEW, 3, Status.PARTIAL),
        (Status.CRASHED, 0, Status.INCORRECT),
        (Status.ERROR, 5, Status.CORRECT),
        (Status.NOT_ATTEMPTED, 0, Status.NOT_ATTEMPTED),
        (Status.NOT_ATTEMPTED, 1, Status.PARTIAL),
        (Status.MISSING, 0, Status.MISSING),
        (Status.MISSING, 1, Status.PARTIAL),
    ],
)
def test_points_by_hand_set_score_and_status(status, points, after):
    own = row(status=status, out_of_time=True)
    changed, problems = adjusted(own, [hand(points)])
    before = None if status == Status.TO_BE_GRADED else 1.0
    assert about(changed) == (points, after, (before, Source.BY_HAND))
    assert (changed.adjusted.comment, changed.adjusted.status_before) == ("Well done", status)
    assert not changed.out_of_time  # somebody has looked at it
    assert problems == []


def test_points_by_hand_come_before_everything_else():
    changed, (problem,) = adjusted(
        row(), [hand(2, "")], [rule("a", 4)], FormgraderGrade(3.0, 0, "Hm")
    )
    assert about(changed) == (2, Status.PARTIAL, (1.0, Source.BY_HAND))
    assert changed.adjusted.comment == "Hm"  # a comment is not lost
    assert problem.kind is ProblemKind.BEFORE_FORMGRADER
    assert "given in Formgrader for e of ann (3 of 5 points) does not count" in str(problem)
    assert adjusted(row(), [hand(3)], (), FormgraderGrade(3.0))[1] == []


def test_a_rule_gives_points_to_those_who_made_the_mistake():
    changed, _ = adjusted(row(), (), [rule("a", 4)])
    assert about(changed) == (4, Status.PARTIAL, (1.0, Source.BY_RULE))
    assert (changed.adjusted.mistake, changed.adjusted.comment) == ("a", "about a")
    assert adjusted(row(0.0, Status.INCORRECT), (), [rule("a", 5)])[0].status == Status.CORRECT


@pytest.mark.parametrize(
    "own",
    [
        row(named=("b",)),  # another mistake
        row(named=()),
        row(4.5),  # more already
        row(4.0),  # as much already
        row(5.0, Status.CORRECT),
    ],
)
def test_a_rule_leaves_everybody_else_alone(own):
    assert adjusted(own, (), [rule("a", 4)])[0] == own


@pytest.mark.parametrize(
    "status", [Status.NEEDS_REVIEW, Status.CRASHED, Status.TIMEOUT, Status.ERROR]
)
def test_a_rule_does_not_say_that_somebody_has_looked(status):
    changed, _ = adjusted(row(status=status, out_of_time=True), (), [rule("a", 4)])
    assert (changed.score, changed.status, changed.out_of_time) == (4, status, True)


def test_of_two_rules_for_one_row_the_smaller_counts_and_that_is_told():
    both = row(named=("a", "b"))
    changed, (problem,) = adjusted(both, (), [rule("a", 4, 2), rule("b", 3, 3)])
    assert (changed.score, changed.adjusted.mistake) == (3, "b")
    assert str(problem) == (
        "rules.csv, line 3: ann: the same function makes this mistake and that of line 2, and the "
        "fewer points count."
    )
    assert problem.kind.is_applied
    assert adjusted(both._replace(score=4.0), (), [rule("a", 4, 2), rule("b", 3, 3)])[1] == []


@pytest.mark.parametrize(
    ("given_there", "after"),
    [
        (FormgraderGrade(3.0, 0.0, "Good"), (3.0, Status.PARTIAL, (1.0, Source.IN_FORMGRADER))),
        (FormgraderGrade(5.0, 1.0), (6.0, Status.CORRECT, (1.0, Source.IN_FORMGRADER))),
        (FormgraderGrade(None, 0.5), (1.5, Status.PARTIAL, (1.0, Source.IN_FORMGRADER))),
        (FormgraderGrade(6.0, 1.0, "", 10.0), (3.5, Status.PARTIAL, (1.0, Source.IN_FORMGRADER))),
        (FormgraderGrade(0.0), (0.0, Status.INCORRECT, (1.0, Source.IN_FORMGRADER))),
        (FormgraderGrade(None, 0.0, "Good"), (1.0, Status.PARTIAL, (1.0, Source.IN_FORMGRADER))),
        (FormgraderGrade(), (1.0, Status.PARTIAL, None)),
    ],
)
def test_what_was_given_in_formgrader_arrives(given_there, after):
    changed, problems = adjusted(row(), formgrader=given_there)
    assert (about(changed), problems) == (after, [])
    assert changed.is_changed is (after[0] != 1.0)


def test_in_formgrader_a_person_sees_what_a_rule_gave():
    rules = [rule("a", 4)]
    assert adjusted(row(), (), rules, FormgraderGrade(2.0))[0].score == 2
    extra, _ = adjusted(row(), (), rules, FormgraderGrade(None, 0.5))
    assert about(extra) == (4.5, Status.PARTIAL, (1.0, Source.IN_FORMGRADER))
    comment, _ = adjusted(row(), (), rules, FormgraderGrade(None, 0.0, "Good"))
    assert about(comment) == (4, Status.PARTIAL, (1.0, Source.BY_RULE))
    assert comment.adjusted.comment == "Good"


def test_an_answer_with_a_comment_only_still_waits_for_points():
    answer = row(0.0, Status.TO_BE_GRADED, ())
    for given_there in (FormgraderGrade(None, 0.0, "Hm"), FormgraderGrade(None, 1.0, "Hm")):
        changed, _ = adjusted(answer, formgrader=given_there)
        assert about(changed) == (0.0, Status.TO_BE_GRADED, (None, Source.IN_FORMGRADER))
        assert not changed.is_changed


ROWS = st.builds(
    row,
    st.sampled_from([0.0, 1.0, 2.5, 4.0, 5.0]),
    st.sampled_from([Status.PARTIAL, Status.INCORRECT, Status.ERROR, Status.TO_BE_GRADED]),
    st.lists(st.sampled_from("abc"), max_size=3).map(tuple),
)


@given(ROWS, st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([0.0, 2.0, 4.0, 5.0]))))
def test_by_rules_nobody_loses_points(own, rules):
    lines = [rule(mistake, points, i) for i, (mistake, points) in enumerate(rules, 2) if own.named]
    known = [line for line in lines if line.cells["mistake"] in own.named]
    changed, _ = adjusted(own, (), known)
    last = {line.cells["mistake"]: line.points for line in known}
    assert changed.score == max([own.score, *([min(last.values())] if last else [])])
    assert changed._replace(score=own.score, status=own.status, adjusted=None) == own
    assert (changed.adjusted is None) == (changed.score == own.score)


# both files


def options(out, points=None, rules=None):
    return Namespace(output=out, points=points, rules=rules)


def test_files_are_read_from_the_output_folder_or_from_where_they_are_named(tmp_path):
    out, other = tmp_path / "out", tmp_path / "other.csv"
    assert read_files(options(out)) == Files([], [], [])
    out.mkdir()
    (out / "points.csv").write_text("student,exercise,points\nann,e,1\n")
    (out / "rules.csv").write_text("exercise,mistake,points\ne,a,1\n")
    files = read_files(options(out))
    assert ([line.points for line in files.points], len(files.rules)) == ([1.0], 1)
    other.write_text("student,exercise,points\nann,e,2\n")
    files = read_files(options(out, points=other))
    assert [line.points for line in files.points] == [2.0]
    (problem,) = files.problems
    assert problem.kind is ProblemKind.NOT_READ
    assert read_files(options(out, points=out / "points.csv")).problems == []


def test_a_file_that_is_named_must_be_there(tmp_path):
    with pytest.raises(ValueError, match=r"nowhere\.csv can't be read"):
        read_files(options(tmp_path, points=tmp_path / "nowhere.csv"))
