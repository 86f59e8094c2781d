"""One grader for all tests in one process; its worker is the stand-in."""

import pytest
from support.standin import in_process

from gmm_helpers.grading import workflow
from gmm_helpers.grading.grader import Grader
from gmm_helpers.grading.parsing.release import read_release
from gmm_helpers.grading.settings import Settings

SEED = 7


@pytest.fixture(scope="session")
def release():
    return read_release()


@pytest.fixture(scope="session")
def settings(release):
    return Settings(SEED, release)


@pytest.fixture(scope="session")
def grader(settings):
    with Grader(settings, in_process) as made:
        yield made


@pytest.fixture(scope="session")
def graded(grader):
    """Grade a submission; returns its rows by exercise."""

    def grade(submission):
        return {row["exercise"]: row for row in grader.grade(submission)["rows"]}

    return grade


@pytest.fixture
def here(monkeypatch, grader):
    """Grade in this process, and count what is graded."""
    graded = []

    def grade_all(waiting, settings, n_workers, make_runner):
        for submission in waiting:
            graded.append(submission.student)
            yield grader.grade(submission)

    monkeypatch.setattr(workflow, "grade_all", grade_all)
    return graded
