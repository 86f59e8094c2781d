"""The numbers of a class, and who needs review."""

import json

from support.handed_in import filled, submission
from support.reports import write_reports

from gmm_helpers.exercises import Status
from gmm_helpers.exercises.statuses import FileStatus
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.candidates import FileReport
from gmm_helpers.grading.parsing.release import Credit, with_credit
from gmm_helpers.grading.reports.class_page import report_page
from gmm_helpers.grading.reports.results import About, Result, review_of
from gmm_helpers.grading.reports.summary import summary_of
from gmm_helpers.grading.rows import Row, total_of

STEM = "02_e_step"


def result(student="ann", rows=(), **fields):
    nothing = {"files": (), "notes": (), "review": (), "helpers": (), "fingerprints": {}}
    fields = {**nothing, "isolation": "bubblewrap", **fields}
    return Result(student, tuple(rows), total_of(rows), **fields)


def row(exercise, status, score=0.0, named=()):
    return Row(STEM, exercise, score, 5.0, status, "Why.", "", tuple(named))


def summary(results, release):
    about = About(1, {}, "bubblewrap", (), release.chapters[1:2])
    return summary_of(results, about, {each.student: each.student for each in results})


def test_a_class_counts_what_anybody_handed_in(grader, settings, tmp_path):
    one = grader.grade(submission(filled(STEM), student="a"))
    none = grader.grade(submission(student="b"))
    broken = grader.grade(submission(b"{", student="c"))
    results = write_reports(tmp_path, [one, none, broken], settings)
    assert [result.total.max_score for result in results] == [14, 14, 14]
    assert [result.total.status for result in results] == [
        "not attempted",
        "missing",
        "needs review",
    ]
    assert {row.status for row in results[2].rows} == {"unreadable"}
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["seed"], report["isolation"]) == (settings.seed, "not isolated")
    assert report["submissions"] == 3
    assert report["handed_in"] == 2
    assert sum(each["count"] for each in report["distribution"]) == 2


def test_points_for_questions_are_part_of_what_is_graded_here(release):
    """Or a class would have more than all of the points for code."""
    (chapter,) = with_credit(release, Credit(1.0, False)).chapters[1:2]
    n = chapter.self_test_points
    assert n == len(chapter.self_tests) > 0
    rows = [row("e_step", Status.CORRECT, 5.0), row("questions", Status.PARTIAL, n - 1)]
    ann = result(rows=[rows[0], rows[1]._replace(max_score=n)])
    about = About(1, {}, "bubblewrap", (), (chapter,))
    found = summary_of([ann], about, {"ann": "ann"})
    assert (found["code_points"], found["question_points"]) == (10, n)
    assert found["graded_points"] == 10 + n
    (bin_of_ann,) = [each for each in found["distribution"] if each["count"]]
    assert bin_of_ann["from"] <= 4 + n <= bin_of_ann["to"] <= 10 + n
    assert [each["exercise"] for each in found["exercises"]] == ["e_step", "questions"]
    assert found["written"] == 0
    page = report_page(found)
    assert f"{4 + n:.1f} of {10 + n:g}" in page
    assert "Scores cover the code and the questions only" in page


def test_how_a_function_ended_is_no_mistake_with_a_name(grader, settings, tmp_path):
    raising = filled(STEM, e_step="def e_step(*a):\n    return undefined_name")
    wrong = filled(
        STEM, e_step="import gmm_helpers as gmm\ndef e_step(*a):\n    return gmm.e_step(*a).T"
    )
    results = [
        grader.grade(submission(notebook, student=student))
        for student, notebook in (("a", raising), ("b", wrong), ("c", wrong))
    ]
    write_reports(tmp_path, results, settings)
    report = json.loads((tmp_path / "report.json").read_text())
    (mistake,) = report["mistakes"]
    assert (mistake["exercise"], mistake["mistake"], mistake["count"]) == (
        "e_step",
        "transposed",
        2,
    )
    assert "'undefined_name' is not defined" in report["raised"][0]["why"]
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "transposed" in page


def test_review_lists_what_could_not_be_judged_and_no_mistake():
    rows = [
        row("e_step", Status.MEMORY),
        row("weighted_log_prob", Status.ERROR),
        row("negative_log_likelihood", Status.TIMEOUT)._replace(out_of_time=True),
        row("question_prior", Status.TO_BE_GRADED),
    ]
    entries = review_of(result(rows=rows))
    assert [(entry["student"], entry["exercise"], entry["kind"]) for entry in entries] == [
        ("ann", "e_step", "memory"),
        ("ann", "negative_log_likelihood", "timeout"),
    ]


def test_review_lists_files_with_a_problem_and_unusual_code():
    files = (
        FileReport("a.ipynb", FileStatus.GRADED),
        FileReport("b.ipynb", FileStatus.UNREADABLE, (), NoticeKind.EMPTY()),
    )
    inside = NoticeKind.REACHES_INSIDE(notebook=STEM, uses=["ctypes"])
    first, second = review_of(result(files=files, review=(inside,)))
    assert (first["file"], first["kind"], first["why"]) == (
        "b.ipynb",
        "empty",
        "The file is empty.",
    )
    assert (second["kind"], second["uses"], second["why"]) == (
        "reaches_inside",
        ["ctypes"],
        "It uses ctypes.",
    )


def test_scores_lie_in_tenths_and_full_points_in_the_last(release):
    results = [result(f"s{n}", [row("e_step", Status.PARTIAL, n)]) for n in (0, 5, 10)]
    counts = [each["count"] for each in summary(results, release)["distribution"]]
    assert counts == [1, 0, 0, 0, 0, 1, 0, 0, 0, 1]


def test_an_exercise_has_the_mean_of_those_who_handed_in(release):
    results = [
        result("a", [row("e_step", Status.CORRECT, 5.0)]),
        result("b", [row("e_step", Status.INCORRECT)]),
        result("c", [row("e_step", Status.MISSING)]),
    ]
    (exercise,) = summary(results, release)["exercises"]
    assert exercise["mean_score"] == 2.5
    assert exercise["statuses"] == {"correct": 1, "incorrect": 1}


def test_possible_misconduct_is_the_same_code_and_calls_of_the_helper(release):
    prints = {"fingerprints": {"e_step": "same"}}
    results = [result("a", **prints), result("b", **prints, helpers=("e_step",))]
    possible = summary(results, release)["possible_misconduct"]
    assert possible["same"] == [{"exercise": "e_step", "students": ["a", "b"]}]
    assert possible["helpers"] == [{"student": "b", "exercise": "e_step"}]


def test_another_version_is_one_note_for_the_class(release):
    noted = [
        result(name, notes=(NoticeKind.OTHER_VERSION(notebooks=["2.ipynb (0.0.9+aa)"]),))
        for name in ("ann", "bob")
    ]
    (note,) = summary(noted, release)["notes"]
    assert (note["kind"], note["student"]) == ("other_version", "")
    assert note["notebooks"] == ["ann: 2.ipynb (0.0.9+aa)", "bob: 2.ipynb (0.0.9+aa)"]
