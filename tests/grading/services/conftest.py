"""One notebook, handed in and graded by the stand-in."""

import pytest
from support.handed_in import as_bytes
from support.standin import in_process

from gmm_helpers.grading.intake.people.person import Person
from gmm_helpers.grading.services.one_submission import Assignment, grade_one

SEED = 8_391_207


@pytest.fixture
def hand_in(tmp_path):
    """Write files by their path; returns the folder."""

    def write(files):
        folder = tmp_path / "submission"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(as_bytes(content))
        return folder

    return write


@pytest.fixture
def grade_files(hand_in):
    """Grade files as one student's."""

    def grade(files, *notebooks):
        assignment = Assignment(SEED, notebooks or ("02_e_step",))
        return grade_one(hand_in(files), Person("Ann Lee"), assignment, in_process)

    return grade
