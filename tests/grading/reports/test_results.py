"""What was not handed in, or can't be read, has a row for every exercise."""

import dataclasses

import pytest
from support.handed_in import as_bytes, filled, solved, submission
from support.standin import in_process

from gmm_helpers.exercises import Status
from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.intake.submission import File, Submission
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.release import Release
from gmm_helpers.grading.reports.pages import feedback_page
from gmm_helpers.grading.reports.results import chapters_in, complete, review_of
from gmm_helpers.grading.rows import Adjusted, Source


def test_another_kind_of_file_is_named_and_needs_review(grader, release):
    json = grader.grade(Submission("hans", (), other_files=("02_e_step.html", "letter.pdf")))
    result = complete(json, release.chapters)
    assert result.total.status == "needs review"
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
    whole = submission(filled("02_e_step"))._replace(other_files=("letter.pdf",))
    result = complete(grader.grade(whole), release.chapters[1:2])
    unread = NoticeKind.UNREAD_FILES(files=["letter.pdf"])
    assert (review_of(result), result.notes) == ([], (unread,))


def test_a_text_typed_online_is_no_notebook_and_is_told_once(grader, release):
    typed = Submission("hans", (), other_files=("2026-11-01/onlinetext.html",))
    result = complete(grader.grade(typed), release.chapters)
    (entry,) = review_of(result)
    assert (entry["kind"], result.total.status) == ("online_text", "needs review")
    assert (result.is_typed_online, result.is_handed_in) == (True, True)
    assert {row.status for row in result.rows} == {"missing"}
    page = feedback_page(result, release.chapters, 1)
    assert page.count("typed online") == 1
    assert "onlinetext.html" not in page


def test_a_text_typed_online_beside_a_notebook_stands_for_no_other(grader, release):
    whole = submission(filled("02_e_step"))._replace(other_files=("onlinetext.html",))
    result = complete(grader.grade(whole), release.chapters)
    assert (review_of(result), result.is_typed_online) == ([], False)
    assert [note.fields["files"] for note in result.notes] == [["onlinetext.html"]]
    assert status_of(result, "03_m_step") == "missing"


def test_points_by_hand_are_no_work_that_was_handed_in(grader, release):
    result = complete(grader.grade(Submission("ida", ())), release.chapters[:1])
    first, *others = result.rows
    given = Adjusted(0.0, Source.BY_HAND, status_before=first.status)
    first = first._replace(score=1.0, status=Status.PARTIAL, adjusted=given)
    adjusted = result._replace(rows=(first, *others))
    assert (result.is_handed_in, result.has_points) == (False, False)
    assert (adjusted.is_handed_in, adjusted.has_points) == (False, True)


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
    files = submission(filled("01_sampling"), filled("02_e_step"))
    with Grader(only, in_process) as grader:
        result = complete(grader.grade(files), only.release.chapters)
    assert review_of(result) == []
    assert sorted(file.status for file in result.files) == ["graded", "not graded"]


# Another kind of file beside the notebooks of other chapters.


@pytest.fixture
def first_two(grader, release):
    """What becomes of two chapters of which the first was handed in, with other files beside it."""

    def graded(*other_files):
        handed_in = submission(filled("01_sampling"))._replace(other_files=other_files)
        return complete(grader.grade(handed_in), release.chapters[:2])

    return graded


def status_of(result, stem):
    (status,) = {row.status for row in result.rows if row.notebook == stem}
    return status


@pytest.mark.parametrize(
    "path",
    [
        "02_e_step.pdf",
        "sub/E-Step final.HTML",
        "02.py",
        "estep.txt",
        "hw2.docx",
        ".02_e_step.ipynb.icloud",
        "report.pdf",
        "Screenshot 2026-03-01 at 12.02.png",
        "homework",
        "x.rtf",
        "x.gdoc",
    ],
)
def test_a_file_that_may_be_a_missing_notebook_is_unreadable_and_needs_review(path, first_two):
    result = first_two(path)
    assert status_of(result, "02_e_step") == "unreadable"
    assert [entry["file"] for entry in review_of(result)] == [path]
    assert path in result.rows[-1].message


@pytest.mark.parametrize(
    "path",
    [
        "01_sampling.pdf",
        "sampling.html",
        "utils.py",
        "data.csv",
        "notes.txt",
        "02_data.csv",
        "README.md",
        "environment.yml",
        "LICENSE",
        "gmm_helpers/02_e_step.py",
    ],
)
def test_an_export_data_and_the_course_itself_stand_for_no_missing_notebook(path, first_two):
    result = first_two(path)
    assert status_of(result, "02_e_step") == "missing"
    assert review_of(result) == []


def test_the_file_that_names_the_chapter_is_the_one_it_may_be(first_two):
    assert "It may be e_step.pdf:" in first_two("a.pdf", "e_step.pdf").rows[-1].message


def test_our_solution_beside_other_work_is_not_handed_in(grader, release):
    own = filled("01_sampling", mixture_log_density="def mixture_log_density(*a):\n    return a[1]")
    result = complete(grader.grade(submission(own, solved("02_e_step"))), release.chapters[:2])
    assert status_of(result, "02_e_step") == "missing"
    assert result.rows[-1].message == (
        "The notebook 02_e_step was not handed in: 1.ipynb is the course's own solution."
    )
    assert [entry["kind"] for entry in review_of(result)] == ["solved_notebook"]
