"""Notices: every kind makes a sentence, comes back from JSON and is told by its kind."""

import json
import pickle
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.notices import Notice, NoticeKind, UnreadableError, join


def fields_of(kind):
    texts = (kind.sentence, kind.subject)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_makes_one_sentence_and_comes_back_from_json(kind):
    notice = kind(**{name: f"<{name}>" for name in fields_of(kind)})
    assert all(f"<{name}>" in str(notice) + notice.subject for name in fields_of(kind))
    assert Notice.of_json(json.loads(json.dumps(notice.as_json()))) == notice
    assert pickle.loads(pickle.dumps(notice)) == notice
    assert not {"kind", "what", "why", "student"} & fields_of(kind)  # lists have these themselves


@pytest.mark.parametrize("kind", [k for k in NoticeKind if k is not NoticeKind.RUN])
def test_sentences_end_with_a_full_stop(kind):
    assert kind.sentence.endswith(".")
    assert "  " not in kind.sentence


@given(st.text())
def test_what_students_write_is_never_read_as_a_template(text):
    note = NoticeKind.OTHER_NAME(notebook="{exercise}", name=text, exercise="e_step")
    assert str(note) == f"{{exercise}}: {text} was graded as e_step."


def test_long_lists_are_cut_in_the_sentence_and_whole_in_json():
    files = [f"{n}.py" for n in range(9)]
    note = NoticeKind.UNREAD_FILES(files=files)
    assert str(note).endswith("3.py, 4.py and 4 more.")
    assert note.as_json()["files"] == files


def test_a_few_names_are_all_shown():
    assert join([]) == ""
    assert join(["a"]) == "a"
    assert join("abcde") == "a, b, c, d, e"


def test_an_error_carries_the_notice():
    problem = NoticeKind.NO_CELLS()
    error = UnreadableError(problem)
    assert (error.problem, str(error)) == (problem, str(problem))
