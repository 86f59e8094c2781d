"""What was not handed in, or cannot be read, is told by notebook."""

import dataclasses

from support.handed_in import as_bytes, filled, solved, submission
from support.standin import in_process

from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.intake.submission import File, Submission
from gmm_helpers.grading.parsing.release import Release
from gmm_helpers.grading.reports.results import completed
from gmm_helpers.grading.reports.summary import look_of


def test_another_kind_of_file_is_named_and_somebody_is_asked_to_look(grader, release):
    json = grader.grade(Submission("hans", (), beside=("02_e_step.html", "letter.pdf")))
    result = completed(json, release.chapters)
    assert result.total.status == "unreadable"
    why = "it is no notebook: only files that end in .ipynb are read."
    assert [(entry["what"], entry["why"]) for entry in look_of(result)] == [
        ("02_e_step.html: unreadable", why),
        ("letter.pdf: unreadable", why),
    ]
    (message,) = {row.message for row in result.rows if row.notebook == "02_e_step"}
    assert message.endswith(f"It may be 02_e_step.html: {why}")


def test_beside_a_notebook_they_are_nothing_to_look_at(grader, release):
    whole = submission(solved("02_e_step"))._replace(beside=("letter.pdf",))
    result = completed(grader.grade(whole), release.chapters[1:2])
    assert (look_of(result), result.notes) == ([], ())


def test_a_file_that_is_called_like_one_notebook_is_no_other(grader, release):
    files = (
        File("01_sampling.ipynb", 0.0, b""),
        File("02_E_step (1).ipynb", 0.0, as_bytes(filled("02_e_step"))[:500]),
    )
    rows = completed(grader.grade(Submission("ken", files)), release.chapters).rows
    told = {row.notebook: (row.status, row.message) for row in rows}
    assert "It may be 01_sampling.ipynb: the file is empty" in told["01_sampling"][1]
    assert "It may be 02_E_step (1).ipynb" in told["02_e_step"][1]
    assert told["03_m_step"] == ("missing", "The notebook 03_m_step was not handed in.")


def test_a_notebook_that_is_not_graded_now_is_not_strange(settings, release):
    only = dataclasses.replace(settings, release=Release(release.chapters[1:2]), also=release)
    files = submission(solved("01_sampling"), solved("02_e_step"))
    with Grader(only, in_process) as grader:
        result = completed(grader.grade(files), only.release.chapters)
    assert look_of(result) == []
    assert sorted(file["status"] for file in result.files) == ["graded", "not graded"]
