"""progress(): points and statuses, the same in text, table and picture."""

import base64
import html
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from support.drawing import tags_in

from gmm_helpers import update_means, update_weights
from gmm_helpers.checks import check, progress
from gmm_helpers.checks.checking import latest
from gmm_helpers.exercises import CHAPTERS, EXERCISES

CHAPTER = CHAPTERS["03_m_step"]
ALL = sum(exercise.points for exercise in EXERCISES.values())


@pytest.fixture(autouse=True)
def nothing_checked(monkeypatch):
    monkeypatch.delenv("GMM_CHECKS", raising=False)
    kept = dict(latest)
    latest.clear()
    yield
    latest.clear()
    latest.update(kept)


def unwritten(*arguments):
    raise NotImplementedError


def partly(responsibilities):
    """Right unless there is one component only."""
    return update_weights(responsibilities) * (1 + (responsibilities.shape[1] == 1))


def statuses(shown):
    return {row.exercise: row.status for row in shown.rows}


def scores(shown):
    return {row.exercise: row.score for row in shown.rows}


def cells(shown):
    """Texts of the table's body, row by row."""
    body = shown._repr_html_().split("<tbody>")[1]
    rows = body.split("</tr>")[:-1]
    return [[text for tag, text in tags_in(row) if tag == "text"] for row in rows]


def image(shown):
    return next(attributes for tag, attributes in tags_in(shown._repr_html_()) if tag == "img")


def test_every_exercise_is_shown_if_nothing_was_checked():
    shown = progress()
    assert statuses(shown) == dict.fromkeys(EXERCISES, "not checked")
    assert (shown.score, shown.points) == (0, ALL)
    assert str(shown).splitlines()[-1] == f"Total at your last check: 0 of {ALL} points."


def test_chapters_that_were_begun_are_shown():
    check(update_means)
    assert tuple(statuses(progress())) == CHAPTER
    check(EXERCISES["e_step"].reference)
    assert tuple(statuses(progress())) == (*CHAPTERS["02_e_step"], *CHAPTER)


def test_what_was_checked_last_counts():
    check(update_means)
    check(unwritten, "update_covariances")
    check(partly, "update_weights")
    shown = progress()
    assert statuses(shown) == {
        "update_weights": "partly correct",
        "update_means": "correct",
        "update_covariances": "not attempted",
    }
    assert scores(shown) == {
        "update_weights": 1.82,
        "update_means": 3,
        "update_covariances": 0,
    }
    assert (shown.score, shown.points) == (4.82, 10)
    check(lambda *_: None, "update_means")
    check(update_weights)
    assert (progress().score, statuses(progress())["update_means"]) == (2, "unfinished")


def test_exercises_can_be_chosen_by_name_in_any_order():
    check(update_means)
    shown = progress("update_means", "e_step")
    assert statuses(shown) == {"update_means": "correct", "e_step": "not checked"}
    assert (shown.score, shown.points) == (3, 8)


@pytest.mark.parametrize("names", [("e-step",), ("e_step", "m_step"), ("",)])
def test_an_unknown_name_is_answered_with_those_there_are(names):
    shown = progress(*names)
    assert repr(names[-1]) in str(shown) or not names[-1].isidentifier()
    assert shown.note in html.unescape(shown._repr_html_())
    assert [row.exercise for row in shown.rows] == [name for name in names if name in EXERCISES]


def test_text_table_and_picture_agree():
    check(update_means)
    check(partly, "update_weights")
    shown = progress()
    lines = str(shown).splitlines()
    table = cells(shown)
    for line, (name, sign, status, points), row in zip(lines[:-1], table, shown.rows, strict=True):
        assert line == f"{sign} {name}: {status.strip()}, {points} points"
        assert (name, status.strip()) == row[:2]
    assert len(table) == len(lines) - 1 == len(CHAPTER)
    assert lines[-1] == "Total at your last check: 4.82 of 10 points."
    assert lines[-1] in shown._repr_html_()
    assert image(shown)["alt"] == "4.82 of 10 points"  # an empty one is read as "image"
    root = ElementTree.fromstring(base64.b64decode(image(shown)["src"].split(",")[1]))
    *_, frame, filled = root.iter("{http://www.w3.org/2000/svg}rect")
    assert float(filled.get("width")) / float(frame.get("width")) == pytest.approx(0.48, abs=0.01)


def test_every_status_has_its_own_sign():
    check(update_means)
    check(partly, "update_weights")
    check(unwritten, "update_covariances")
    check(lambda *_: None, "e_step")
    check(lambda X, *_: X, "em_step")
    names = ("update_means", "update_weights", "update_covariances", "e_step", "em_step", "fit_em")
    assert [row[1] for row in cells(progress(*names))] == ["✓", "½", "…", "✎", "✗", "-"]


def test_the_table_has_a_heading_for_each_column():
    tags = tags_in(progress()._repr_html_())
    assert [a["scope"] for tag, a in tags if tag == "th"] == ["col"] * 3


def test_progress_is_what_it_was_when_it_was_asked_for():
    before = progress("update_means")
    check(update_means)
    assert before.score == 0


def test_functions_are_named_as_for_check_and_other_values_in_a_sentence():
    def e_step(X):
        """Only its name matters."""

    assert [row.exercise for row in progress(e_step).rows] == ["e_step"]
    for value in (3, None, ["e_step"], np.zeros(2)):
        report = progress("e_step", value, "x", "y")
        assert [row.exercise for row in report.rows] == ["e_step"]
        assert f"got {type(value).__name__}" in report.note
        assert report.note.count("choose one of") == 1


def test_what_a_course_leaves_out_has_no_points(monkeypatch):
    left_out = replace(EXERCISES["update_means"], points=0.0)
    monkeypatch.setitem(EXERCISES, "update_means", left_out)
    check(update_means)
    shown = progress("update_means", "update_weights")
    assert "update_means: correct, not graded" in str(shown)
    assert shown.points == EXERCISES["update_weights"].points
    assert [row[-1] for row in cells(shown)] == ["not graded", "0 of 2"]
