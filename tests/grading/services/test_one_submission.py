"""A folder of one student, whatever lies in it, and which notebooks count."""

import pytest
from support.handed_in import filled
from support.notebooks import E_STEP, LOG_PROB, NLL
from support.standin import in_process

from gmm_helpers.grading.jail import JailError, Limits
from gmm_helpers.grading.parsing.release import read_release
from gmm_helpers.grading.services import one_submission
from gmm_helpers.grading.services.one_submission import Assignment, choose_chapters, grade_one

STEM = "02_e_step"
RIGHT = {"negative_log_likelihood": NLL, "weighted_log_prob": LOG_PROB, "e_step": E_STEP}


@pytest.mark.parametrize(
    "path", ["work.ipynb", "homework/notebooks/02.ipynb", "a/b/c/d/02 (1).ipynb"]
)
def test_a_notebook_is_found_wherever_it_lies(grade_files, path):
    graded = grade_files({path: filled(STEM, **RIGHT)})
    assert graded.result.total.score == 10
    assert [file.path for file in graded.result.files] == [path]
    assert graded.result.person.name == "Ann Lee"


def test_a_notebook_that_counts_and_is_not_there_is_missing(grade_files):
    graded = grade_files({"work.ipynb": filled(STEM, **RIGHT)}, STEM, "1")
    assert [chapter.name for chapter in graded.chapters] == ["01_sampling", STEM]
    assert {row.status.code for row in graded.result.rows if row.notebook != STEM} == {"missing"}


def test_what_a_folder_left_out_is_noted(grade_files, tmp_path):
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "elsewhere").symlink_to("/tmp", target_is_directory=True)
    graded = grade_files({"work.ipynb": filled(STEM)})
    assert "elsewhere is a link and was not followed." in [str(n) for n in graded.result.notes]


def test_chapters_are_chosen_by_name_number_or_file():
    release = read_release()
    everything = choose_chapters(release, ())
    assert everything == release.chapters
    for i, chapter in enumerate(everything, start=1):
        for name in (chapter.name, f"{chapter.name}.ipynb", str(i), f"0{i}"):
            assert choose_chapters(release, (name,)) == (chapter,)
    with pytest.raises(
        ValueError, match=r"no notebook is called e_step: choose from 01_sampling, "
    ):
        choose_chapters(release, ("e_step",))


def test_a_jail_that_breaks_is_tried_once_more(hand_in):
    broken = []

    def make(cases, settings):
        if len(broken) < limit:
            broken.append(settings.isolation)
            raise JailError("it has ended")
        return in_process(cases, settings)

    folder = hand_in({"work.ipynb": filled(STEM, **RIGHT)})
    person, assignment = one_submission.Person("Ann"), Assignment(1, (STEM,))
    limit = 1
    assert grade_one(folder, person, assignment, make).result.total.score == 10
    assert broken == ["user"]
    limit = 3
    with pytest.raises(JailError):
        grade_one(folder, person, assignment, make)


@pytest.mark.parametrize(("n_notebooks", "seconds"), [(1, 240), (2, 120), (6, 60)])
def test_everything_is_done_in_time(n_notebooks, seconds):
    limits = one_submission._limits(Assignment(1), n_notebooks)
    assert limits.notebook_seconds == seconds
    assert limits.cell_seconds < seconds
    assert limits.case_seconds > Limits().case_seconds  # the machine is slow
