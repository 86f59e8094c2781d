import pytest
from support.asked import QUESTIONS

from gmm_helpers.questions import widget
from gmm_helpers.questions.widget import QuestionWidget


def test_an_answer_counts_once_it_is_right():
    asked = QuestionWidget(QUESTIONS["one"])
    asked.answer([1])
    assert not asked.is_right
    asked.answer([0])
    asked.answer([2])
    assert asked.is_right
    assert asked.attempts == [[1], [0], [2]]


def test_of_a_prediction_the_first_answer_counts():
    asked = QuestionWidget(QUESTIONS["number"])
    asked.answer(3.0)
    asked.answer(0.8)
    assert not asked.is_right


def test_what_is_no_answer_is_refused_and_not_kept():
    asked = QuestionWidget(QUESTIONS["one"])
    with pytest.raises(ValueError, match="expected"):
        asked.answer([7])
    assert asked.attempts == []


def test_answers_to_an_older_wording_are_passed_over(monkeypatch):
    monkeypatch.setattr(widget.progress_file, "attempts_at", lambda key: [[7], "x", [1]])
    assert QuestionWidget(QUESTIONS["one"]).attempts == [[1]]


def test_a_browser_that_sends_nonsense_is_not_believed():
    asked = QuestionWidget(QUESTIONS["one"])
    asked._attempts = [[0], [99], None]
    assert asked.attempts == [[0]]


def test_texts_reach_the_page_as_html_and_nothing_else_changes():
    sent = QuestionWidget(QUESTIONS["one"])._question
    assert sent["key"] == "rows"
    assert "<sub" in sent["text"]
    assert sent["answer"]["choices"][0]["reason"] == "One <em>owner</em>."
    assert sent["answer"]["choices"][0]["is_right"] is True


def test_without_a_script_the_still_question_is_shown():
    bundle = QuestionWidget(QUESTIONS["one"])._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "<details>" in data["text/html"]
    assert data["text/plain"].startswith("Question.")
    assert "application/vnd.jupyter.widget-view+json" in data
