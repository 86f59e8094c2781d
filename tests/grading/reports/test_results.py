"""What was not handed in, or can't be read, has a row for every exercise."""

import dataclasses

from support.handed_in import as_bytes, filled, solved, submission
from support.standin import in_process

from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.intake.submission import File, Submission
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.release import Release
from gmm_helpers.grading.reports.results import chapters_in, complete
from gmm_helpers.grading.reports.summary import review_of


def test_another_kind_of_file_is_named_and_needs_review(grader, release):
    json = grader.grade(Submission("hans", (), other_files=("02_e_step.html", "letter.pdf")))
    result = complete(json, release.chapters)
    assert result.total.status == "unreadable"
    assert [(entry["file"], entry["kind"]) for entry in review_of(result)] == [
        ("02_e_step.html", "not_ipynb"),
        ("letter.pdf", "not_ipynb"),
    ]
    (message,) = {row.message for row in result.rows if row.notebook == "02_e_step"}
    assert message == (
        "The notebook 02_e_step was not found. It may be 02_e_step.html: "
        "it is not a notebook: hand in the .ipynb file itself."
    )


def test_beside_a_notebook_they_need_no_review(grader, release):
    whole = submission(solved("02_e_step"))._replace(other_files=("letter.pdf",))
    result = complete(grader.grade(whole), release.chapters[1:2])
    assert (review_of(result), result.notes) == ([], ())


def test_of_a_class_those_notebooks_count_that_anybody_handed_in(release):
    def row(stem):
        return {"rows": [{"notebook": stem}]}

    both = chapters_in([row("03_m_step"), {"rows": []}, row("02_e_step")], release)
    assert [chapter.name for chapter in both] == ["02_e_step", "03_m_step"]
    assert chapters_in([{"rows": []}], release) == chapters_in([], release) == release.chapters


def test_a_file_that_is_named_like_one_notebook_is_not_another(grader, release):
    files = (
        File("01_sampling.ipynb", 0.0, b""),
        File("02_E_step (1).ipynb", 0.0, as_bytes(filled("02_e_step"))[:500]),
    )
    rows = complete(grader.grade(Submission("ken", files)), release.chapters).rows
    messages = {row.notebook: (row.status, row.message) for row in rows}
    empty = str(NoticeKind.EMPTY())
    assert messages["01_sampling"][1].endswith(f"It may be 01_sampling.ipynb: {empty}")
    assert "02_E_step (1).ipynb" in messages["02_e_step"][1]
    assert messages["03_m_step"] == ("missing", "The notebook 03_m_step was not handed in.")


def test_a_notebook_that_is_not_graded_now_is_not_unusual(settings, release):
    only = dataclasses.replace(settings, release=Release(release.chapters[1:2]), also=release)
    files = submission(solved("01_sampling"), solved("02_e_step"))
    with Grader(only, in_process) as grader:
        result = complete(grader.grade(files), only.release.chapters)
    assert review_of(result) == []
    assert sorted(file.status for file in result.files) == ["graded", "not graded"]
