"""The files that a run leaves behind."""

import csv

from support.handed_in import ANSWER, filled, solution, submission
from support.reports import write_reports

STEM = "02_e_step"


def test_tables_have_a_row_per_exercise_and_per_student(grader, settings, tmp_path):
    jsons = [
        grader.grade(submission(filled(STEM, e_step=solution("e_step")), student="=ann")),
        grader.grade(submission(student="bob")),
    ]
    results = write_reports(tmp_path, jsons, settings)
    with (tmp_path / "grades.csv").open(newline="") as file:
        grades = list(csv.DictReader(file))
    assert len(grades) == sum(len(result.rows) for result in results)
    right = {"student": "'=ann", "notebook": STEM, "score": "5", "max_score": "5"}
    (row,) = [r for r in grades if r["exercise"] == "e_step" and r["student"] == "'=ann"]
    assert row.items() >= {**right, "status": "correct"}.items()
    assert (tmp_path / "summary.csv").read_text().splitlines() == [
        "student,score,max_score,status,name,id,email,login,late,time,adjusted",
        "'=ann,5,14,partial,'=ann,,,,,,0",
        "bob,0,14,missing,bob,,,,,,0",
    ]


def test_there_is_a_page_per_written_question_also_from_a_result_on_disk(
    grader, settings, tmp_path
):
    jsons = [grader.grade(submission(filled(STEM, question_prior=ANSWER), student="ann"))]
    write_reports(tmp_path, jsons, settings)  # by way of JSON
    names = {path.name for path in (tmp_path / "answers").iterdir()}
    assert names == {"index.html", "question_columns.html", "question_prior.html"}
    assert ANSWER in (tmp_path / "answers" / "question_prior.html").read_text(encoding="utf-8")


def test_feedback_of_students_who_are_gone_is_removed(grader, settings, tmp_path):
    (tmp_path / "feedback").mkdir()
    for name in ("old.html", "keep.txt"):
        (tmp_path / "feedback" / name).write_text("")
    write_reports(tmp_path, [grader.grade(submission(student="ann"))], settings)
    left = sorted(path.name for path in (tmp_path / "feedback").iterdir())
    assert left == ["keep.txt", "student0.html"]
    assert {"report.html", "report.json"} < {path.name for path in tmp_path.iterdir()}
