"""Points by hand and by rule, from their files to every table and page; nothing graded again."""

import csv
import json
from argparse import Namespace

import pytest
from support.handed_in import filled, put, solution

from gmm_helpers.grading import cli
from gmm_helpers.grading.adjustments.problems import NOT_APPLIED
from gmm_helpers.grading.errors import BadArgumentError
from gmm_helpers.grading.workflow import NOBODYS, grade_class

pytestmark = pytest.mark.slow

STEM = "02_e_step"
TRANSPOSED = """\
def weighted_log_prob(X, weights, means, covariances):
    return (np.log(weights) + gmm.component_log_prob(X, means, covariances)).T
"""
POINTS = """\
student,exercise,points,comment
ann,question_prior,1.5,"=Yes, <b>nearly</b>."
bob,e_step,4,Shown at the board
"""


@pytest.fixture
def run(tmp_path, here):
    """Grade a class of two; what is in the tables, by student or by student and exercise."""
    work = filled(STEM, e_step=solution("e_step"), question_prior="Because.")
    put(
        tmp_path / "class",
        ann={"a": work},
        bob={"a": filled(STEM, weighted_log_prob=TRANSPOSED)},
    )

    def grading(*arguments):
        line = [tmp_path / "class", "--output", tmp_path / "out", "--seed", "3", "--workers", "1"]
        status = grade_class(cli._parser().parse_args([*map(str, [*line, *arguments])]))
        with (tmp_path / "out" / "grades.csv").open(newline="", encoding="utf-8") as file:
            grades = {(row["student"], row["exercise"]): row for row in csv.DictReader(file)}
        with (tmp_path / "out" / "summary.csv").open(newline="", encoding="utf-8") as file:
            totals = {row["student"]: row for row in csv.DictReader(file)}
        return Namespace(status=status, grades=grades, totals=totals)

    return grading


def test_points_by_hand_and_by_rule_are_in_everything(run, here, tmp_path):
    out = tmp_path / "out"
    before = run()
    assert before.totals["ann"]["status"] == "to_be_graded"
    row = before.grades["bob", "weighted_log_prob"]
    assert (row["score"], row["adjusted"], row["points_before"]) == ("0", "", "")
    (out / "points.csv").write_text(POINTS)
    rule = f"weighted_log_prob,{row['mistakes']},1.5,The values are right."
    (out / "rules.csv").write_text(f"exercise,mistake,points,comment\n{rule}\n")
    written = [*out.glob("results/*"), out / "points.csv", out / "rules.csv"]
    kept = {path: path.read_bytes() for path in written}
    after = run("--resume")
    assert (after.status, here) == (0, ["ann", "bob"])
    assert {path: path.read_bytes() for path in written} == kept
    answer, by_hand, by_rule = (
        after.grades[key]
        for key in (("ann", "question_prior"), ("bob", "e_step"), ("bob", "weighted_log_prob"))
    )
    assert (
        answer.items()
        >= {
            "score": "1.5",
            "status": "partial",
            "adjusted": "by hand",
            "points_before": "",
            "comment": "'=Yes, <b>nearly</b>.",
        }.items()
    )
    assert answer["message"] == "Your instructor has read and graded this answer."
    assert by_hand.items() >= {"score": "4", "status": "partial", "points_before": "0"}.items()
    assert (
        by_rule.items()
        >= {
            "score": "1.5",
            "adjusted": "by rule",
            "points_before": "0",
            "comment": "The values are right.",
            "mistakes": row["mistakes"],
        }.items()
    )
    assert [after.totals[name]["adjusted"] for name in ("ann", "bob")] == ["1", "2"]
    for name, more in (("ann", 1.5), ("bob", 5.5)):
        old, new = (float(each.totals[name]["score"]) for each in (before, after))
        assert new == old + more
    with (out / "upload" / "students.csv").open(newline="", encoding="utf-8-sig") as file:
        uploaded = {row["student"]: float(row["score"]) for row in csv.DictReader(file)}
    assert uploaded == {name: float(each["score"]) for name, each in after.totals.items()}
    told = (out / "feedback" / "ann.html").read_text(encoding="utf-8")
    assert "4 are for written answers." in " ".join(told.split())
    assert "graded by hand" not in told
    report = json.loads((out / "report.json").read_text())
    assert (report["written_points"], report["graded_points"]) == (2, 12)
    assert "and the written answers that have points" in (out / "report.html").read_text()
    rows = {(s["student"], r["exercise"]): r for s in report["students"] for r in s["rows"]}
    assert rows["bob", "e_step"]["adjusted"] == {
        "points_before": 0.0,
        "source": "by hand",
        "comment": "Shown at the board",
        "status_before": "not_attempted",
        "mistake": "",
    }
    page = (out / "feedback" / "ann.html").read_text()
    assert "Your instructor gave 1.5 of 2 points: =Yes, &lt;b&gt;nearly&lt;/b&gt;." in page
    assert "will read and grade this answer" not in page
    page = (out / "feedback" / "bob.html").read_text()
    assert "Your instructor gave 4 of 5 points: Shown at the board" in page
    assert f"gave 1.5 of 2 points: {row['mistakes']}: The values are right." in page
    assert "Before that it had 0 of 2 points." in page
    (out / "points.csv").unlink()
    (out / "rules.csv").unlink()
    assert run("--resume").totals == before.totals


def test_lines_that_fit_nothing_are_told_everywhere_and_change_nothing(run, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "points.csv").write_text(f"{POINTS}anne,e_step,1,\nbob,e_stp,1,\nbob,e_step,6,\n")
    after = run()  # the folder may hold both files before anything is graded
    assert after.status == NOT_APPLIED
    assert after.grades["bob", "e_step"]["score"] == "4"
    printed = capsys.readouterr().err
    for said in (
        "points.csv, line 4: no student is called 'anne': did you mean 'ann'?",
        "points.csv, line 5: no exercise and no written question that counts is called 'e_stp': "
        "did you mean 'e_step'?",
        "points.csv, line 6: 6 points are more than the 5 that e_step is worth: write at most 5",
    ):
        assert said in printed
        assert said in "\n".join(json.loads((out / "report.json").read_text())["outside"])
    assert "3 lines were not applied" in printed
    assert (out / "points.csv").read_text().startswith(POINTS)


def test_files_that_lie_elsewhere(run, tmp_path):
    (tmp_path / "mine.csv").write_text(POINTS)
    after = run("--points", tmp_path / "mine.csv")
    assert (after.status, after.grades["bob", "e_step"]["score"]) == (0, "4")
    assert run("--resume").grades["bob", "e_step"]["score"] == "0"


@pytest.mark.parametrize("name", ["points", "rules"])
def test_what_is_no_such_table_is_refused_before_anything_is_graded(name, run, here, tmp_path):
    (tmp_path / "odd.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadArgumentError, match="its first line should be"):
        run(f"--{name}", tmp_path / "odd.csv")
    assert here == []
    assert not (tmp_path / "out").exists()


def test_points_for_a_file_that_is_broken_leave_it_for_review(run, tmp_path):
    put(tmp_path / "class", eve={"a": b"{"})
    assert run().totals["eve"]["status"] == "needs_review"
    points = "".join(f"eve,{name},1,\n" for name in ("e_step", "weighted_log_prob"))
    (tmp_path / "out" / "points.csv").write_text(f"student,exercise,points\n{points}")
    after = run("--resume")
    assert after.grades["eve", "e_step"]["status"] == "partial"
    assert after.totals["eve"]["status"] == "needs_review"  # the file is as broken as it was


def test_files_of_nobody_and_bad_lines_are_both_told(run, tmp_path, capsys):
    put(tmp_path / "class")
    (tmp_path / "class" / "a.ipynb").write_bytes(b"{}")
    (tmp_path / "mine.csv").write_text("student,exercise,points\nnobody,e_step,1\n")
    assert run("--points", tmp_path / "mine.csv").status == max(NOT_APPLIED, NOBODYS)
    printed = capsys.readouterr().err
    assert "1 file belongs to nobody" in printed
    assert "1 line was not applied" in printed
