"""Notebooks of another version are noted, and not what differs in them."""

import pytest
from support.handed_in import as_bytes, student_copy

from gmm_helpers.grading.notes.edits import edits_of
from gmm_helpers.grading.notes.versions import other_versions
from gmm_helpers.grading.notices import NoticeKind
from gmm_helpers.grading.parsing.notebook import SubmittedNotebook, read_cells, version_of
from gmm_helpers.grading.parsing.selection import choose_notebooks


def chosen_of(release, version, points=5):
    notebook = student_copy("02_e_step")
    if version is None:
        notebook["metadata"].pop("gmm_release", None)
    else:
        notebook["metadata"]["gmm_release"] = version
    for cell in notebook["cells"]:
        if cell["id"] == "check_e_step":
            cell["metadata"]["nbgrader"]["points"] = points
    content = as_bytes(notebook)
    held = dict.fromkeys(release.chapters[1].exercises, True)
    cells = read_cells(content)
    submitted = SubmittedNotebook("x.ipynb", 0.0, cells, held, version=version_of(content))
    return choose_notebooks([submitted], release)


@pytest.fixture(scope="module")
def dated(release):
    chapters = (each._replace(version="0.1.0+aaaa") for each in release.chapters)
    return release._replace(chapters=tuple(chapters))


@pytest.mark.parametrize("version", ["0.1.0+aaaa", "", None])
def test_the_same_version_and_none_are_not_told(version, dated):
    assert other_versions(chosen_of(dated, version)) == []


def test_another_version_is_told_and_what_differs_because_of_it_is_not(dated):
    (chosen,) = chosen_of(dated, "0.0.9+bbbb", points=4)
    expected = NoticeKind.OTHER_VERSION(notebooks=["x.ipynb (0.0.9+bbbb)"])
    assert other_versions([chosen]) == [expected]
    assert edits_of(chosen) == []
    (same,) = chosen_of(dated, "0.1.0+aaaa", points=4)
    assert [note.kind for note in edits_of(same)] == [NoticeKind.POINTS_CHANGED]


def test_a_release_without_a_version_compares_none(release):
    undated = release._replace(
        chapters=tuple(each._replace(version="") for each in release.chapters)
    )
    assert other_versions(chosen_of(undated, "0.0.9+bbbb")) == []
