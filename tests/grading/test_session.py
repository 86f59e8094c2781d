"""Results on disk: used again for the same submission under the same settings, and only then."""

import dataclasses
import json

import pytest

from gmm_helpers.grading.parsing.release import Release
from gmm_helpers.grading.session import Session, mark_of, versions

RESULT = {"student": "ann", "digest": "d", "rows": [], "ungraded": False}


@pytest.fixture
def session(tmp_path, settings):
    made = Session(tmp_path, {"ann": "ann", "bob": "bob"})
    made.begin(settings)
    return made


def test_a_result_is_found_again(session):
    session.keep(RESULT)
    assert session.load("ann", "d").items() >= RESULT.items()


@pytest.mark.parametrize(
    ("change", "student", "digest"),
    [
        ({}, "ann", "other"),
        ({}, "bob", "d"),
        ({"ungraded": True}, "ann", "d"),
        ({"student": "eve"}, "ann", "d"),
    ],
)
def test_a_result_of_anything_else_is_not(change, student, digest, session, tmp_path):
    session.keep(RESULT)
    path = tmp_path / "results" / "ann.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    assert session.load(student, digest) is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"student": "ann"}', "\udcff"])
def test_a_file_that_is_not_a_result_is_passed_over(content, session, tmp_path):
    (tmp_path / "results").mkdir()
    path = tmp_path / "results" / "ann.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert session.load("ann", "d") is None


def test_other_settings_grade_everything_again(session, settings, tmp_path):
    session.keep(RESULT)
    session.begin(dataclasses.replace(settings, seed=settings.seed + 1))
    assert session.load("ann", "d") is None


def test_a_mark_depends_on_all_that_a_grade_does(settings, release):
    others = [
        dataclasses.replace(settings, seed=99),
        dataclasses.replace(settings, public_seed=99),
        dataclasses.replace(settings, isolation="none"),
        dataclasses.replace(settings, release=Release(release.chapters[:1])),
        dataclasses.replace(settings, limits=dataclasses.replace(settings.limits, case_seconds=1.0))
        if dataclasses.is_dataclass(settings.limits)
        else dataclasses.replace(settings, limits=settings.limits._replace(case_seconds=1.0)),
    ]
    marks = {mark_of(each) for each in (settings, *others)}
    assert len(marks) == len(others) + 1
    for chapter in release.chapters:  # what was parsed since is no part of it
        assert [cell.source.names for cell in chapter.cells]
    assert mark_of(settings) in marks


def test_what_a_run_was_begun_with_is_stored(session, settings, tmp_path):
    assert Session.stored(tmp_path)["seed"] == settings.seed
    assert Session.stored(tmp_path)["public_seed"] == settings.public_seed
    assert Session.stored(tmp_path)["versions"] == versions()


@pytest.mark.parametrize("content", ["", "[]", '{"seed": "5"}', "{}"])
def test_a_folder_without_a_seed_was_not_begun(content, tmp_path):
    (tmp_path / "settings.json").write_text(content)
    assert Session.stored(tmp_path) == {}
    assert Session.stored(tmp_path / "nowhere") == {}
