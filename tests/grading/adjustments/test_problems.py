"""What is told on the terminal, and with which status the process ends."""

import json

from gmm_helpers.grading.adjustments.problems import NOT_APPLIED, Problem, ProblemKind, tell


def unknown(number):
    fields = {"name": "Ann", "near": ""}
    return Problem("points.csv", number, ProblemKind.UNKNOWN_STUDENT, fields)


REPEATED = Problem("points.csv", 9, ProblemKind.REPEATED, {"earlier": 3})


def test_only_what_was_not_applied_changes_the_status(capsys):
    assert tell([]) == 0
    assert tell([REPEATED]) == 0
    assert tell([REPEATED, unknown(2)]) == NOT_APPLIED
    printed = capsys.readouterr().err.splitlines()
    assert printed[0].startswith("gmm-grade: points.csv, line 9: line 3 says something else")
    assert printed[1].startswith("gmm-grade: points.csv, line 2: no student is called 'Ann'")
    assert printed[-1].startswith("gmm-grade: 1 line was not applied")


def test_a_wrong_file_does_not_fill_the_terminal(capsys):
    assert tell([unknown(i) for i in range(500)]) == NOT_APPLIED
    printed = capsys.readouterr().err.splitlines()
    assert len(printed) < 15
    assert "490 more of these are in report.json" in printed[-2]
    assert "500 lines were not applied" in printed[-1]


def test_all_of_it_is_json():
    entry = json.loads(json.dumps(unknown(2).as_json()))
    assert (entry["kind"], entry["line"], entry["applied"]) == ("unknown_student", 2, False)
    assert entry["why"] == str(unknown(2))
