"""Which questions a class got wrong: counted by hand, in JSON and on the page."""

import json
from dataclasses import replace

import nbformat
import pytest
from support.answered import course, notebook
from support.handed_in import submission
from support.reports import write_reports
from support.standin import in_process

from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.intake.submission import File
from gmm_helpers.grading.settings import Settings

CLASS = {
    "ann": {"rows": [[1], [0]], "sums": [[0]], "quotient": [1.25, 0.8]},
    "bob": {"rows": [[1], [2]], "sums": [[0, 3]], "quotient": [0.8]},
    "eve": {"rows": [[0]], "quotient": [1.25]},
    "dan": {},
}


@pytest.fixture
def report(tmp_path):
    """Grade a class; returns `report.json` and the page."""
    release = course(tmp_path)

    def of(answers, release=release):
        settings = Settings(7, release)
        with Grader(settings, in_process) as grader:
            jsons = [
                grader.grade(submission(json.loads(nbformat.writes(notebook(own))), student=name))
                for name, own in answers.items()
            ]
        write_reports(tmp_path / "out", jsons, settings)
        page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
        return json.loads((tmp_path / "out" / "report.json").read_text()), page

    of.release = release
    return of


def test_the_most_missed_comes_first_and_every_count_is_right(report):
    found, _ = report(CLASS)
    counts = [
        (each["question"], each["answered"], each["right"], each["right_at_first"])
        for each in found["questions"]
    ]
    assert counts == [("quotient", 3, 1, 1), ("rows", 3, 2, 1), ("sums", 2, 1, 1)]
    quotient, rows, sums = found["questions"]
    assert (quotient["is_prediction"], rows["is_prediction"]) == (True, False)
    assert quotient["text"] == "What is 0.1 / 0.125?"
    assert quotient["wrong"] == [{"text": "1.25 per cent", "reason": "Upside down.", "count": 2}]
    assert rows["wrong"] == [
        {"text": "N_k", "reason": "A column.", "count": 2},
        {"text": "K", "reason": "No.", "count": 1},
    ]
    assert sums["wrong"] == [{"text": "not chosen: sum is 1", "reason": "Yes.", "count": 1}]


def test_without_points_for_questions_they_are_on_the_page_all_the_same(report):
    found, page = report(CLASS)
    assert found["question_points"] == 0
    section = page.split('id="questions"')[1].split("</section>")[0]
    places = [section.index(text) for text in ("What is 0.1 / 0.125?", "What does a row of rₙₖ")]
    assert places == sorted(places)
    assert "<strong>1.25 per cent</strong>: 2 students" in section
    assert "Upside down." in section


def test_answers_that_were_kept_beside_cleared_notebooks_are_part_of_it(report, tmp_path):
    event = {"kind": "question", "name": "rows", "attempts": [[1]]}
    cleared = submission(json.loads(nbformat.writes(notebook())))
    beside = File("gmm_progress.jsonl", 0.0, json.dumps(event).encode())
    settings = Settings(7, report.release)
    with Grader(settings, in_process) as grader:
        json_ = grader.grade(cleared._replace(progress=(beside,)))
    write_reports(tmp_path / "out", [json_], settings)
    (rows,) = json.loads((tmp_path / "out" / "report.json").read_text())["questions"]
    assert (rows["question"], rows["answered"], rows["right"]) == ("rows", 1, 0)


def test_where_nobody_answered_there_is_no_section(report):
    found, page = report({"ann": {}, "bob": {"of_another_course": [[0]]}})
    assert found["questions"] == []
    assert 'id="questions"' not in page


def test_what_is_quoted_is_only_text(report):
    """Even our own words, which may hold a sign that HTML has a meaning for."""
    evil = "<script>alert(1)</script>"
    (chapter,) = report.release.chapters
    asked = dict(chapter.self_tests)
    choices = asked["rows"].answer.choices
    answer = replace(
        asked["rows"].answer, choices=(choices[0], replace(choices[1], text=evil, reason=evil))
    )
    asked["rows"] = replace(asked["rows"], text=evil, answer=answer)
    release = report.release._replace(chapters=(chapter._replace(self_tests=tuple(asked.items())),))
    _, page = report({"ann": {"rows": [[1]]}}, release)
    assert page.count("&lt;script&gt;alert(1)") == 3
    assert "<script>alert" not in page


def test_without_our_solution_it_is_only_known_who_answered(report):
    (chapter,) = report.release.chapters
    unknown = tuple((key, None) for key, _ in chapter.self_tests)
    release = report.release._replace(chapters=(chapter._replace(self_tests=unknown),))
    found, page = report({"ann": {"rows": [[1]]}, "bob": {"rows": [[0]]}}, release)
    (rows,) = found["questions"]
    assert (rows["answered"], rows["is_known"], rows["wrong"]) == (2, False, [])
    assert "Which answer is right is not known" in page
