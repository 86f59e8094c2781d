"""One course for all tests: nbgrader takes seconds for each notebook."""

import pytest
from support.course import ASSIGNMENT, Course


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    return Course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def generated(course):
    """What `nbgrader generate_assignment` logged."""
    return course.nbgrader("generate_assignment", ASSIGNMENT)


@pytest.fixture
def released(course, generated):
    """The course, once its student versions are there."""
    return course
